"""What each rule made of which words: proposals with their fate, statements with their rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graph.build import extract
from graph.find import decisions
from graph.find.arbiter import Decision
from graph.model import Document, Evidence, Mention, Statements
from graph.rdf.codes import BASIS, CLASS, PREDICATE, Codes
from graph.rdf.terms import ZT
from graph.words import code, heading, noted, sentence

__all__ = ["Finding", "findings", "why"]


class Finding(NamedTuple):
    """Words of the view (``start``, ``end``), and what was made of them; ``kept`` is false for a lost proposal."""

    start: int
    end: int
    kept: bool
    note: str


def findings(document: Document, lang: str = "zh") -> tuple[Finding, ...]:
    """Every proposal with its fate, and every statement with its rule, by place."""
    told = [_of_decision(each, lang) for each in decisions(document)]
    told += _of_statements(document, extract(document), lang)
    return tuple(sorted(told, key=lambda f: (f.start, not f.kept, -f.end, f.note)))


def why(loser: Mention, winner: Mention) -> str:
    """The arbiter's ground: longer, earlier, heavier, or first in the order of the witnesses.

    >>> why(Mention(2, 6, "platform", "创新中心", "x"), Mention(0, 6, "platform", "技术创新中心", "y"))
    'longer'
    """
    if winner.end - winner.start != loser.end - loser.start:
        return "longer"
    if winner.start != loser.start:
        return "earlier"
    return "heavier" if winner.weight > loser.weight else "first"


def _of_decision(decision: Decision, lang: str) -> Finding:
    mention, winner = decision.mention, decision.winner
    note = f"{_word('kind', CLASS, mention.type, lang)} {mention.name} ← {mention.rule}"
    if winner is not None and (winner.type, winner.start, winner.end) == (mention.type, mention.start, mention.end):
        note += "　" + sentence("agreed", lang).format(rule=winner.rule)
    elif winner is not None:
        note += "　" + sentence("beaten", lang).format(
            kind=_word("kind", CLASS, winner.type, lang), name=winner.name,
            why=code("ground", why(mention, winner), lang))
    return Finding(mention.start, mention.end, decision.kept, note)


def _of_statements(document: Document, statements: Statements, lang: str) -> Iterator[Finding]:
    """One finding for each place of each measure, number, responsibility and relation."""
    for evidence, note in _notes(statements, lang):
        for place in evidence[:1]:
            start, end = _to_view(document, place.start), _to_view(document, place.end - 1) + 1
            yield Finding(start, end, True, note)


def _notes(statements: Statements, lang: str) -> Iterator[tuple[tuple[Evidence, ...], str]]:
    measure, number, duty = (code("kind", kind, lang) for kind in ("Measure", "Observation", "Responsibility"))
    for m in statements.measures:
        yield m.evidence, f"{measure} {m.id} {code('status', m.status, lang)}"
    for i in statements.indicators:
        yield i.evidence, f"{number} {i.name} {i.value}{i.unit} ← {i.rule}"
    for r in statements.responsibilities:
        basis = _word("basis", BASIS, r.basis, lang)
        yield r.evidence, noted(f"{duty} {r.agent} {code('role', r.role, lang)} {r.of} ← {r.rule}", [basis], lang)
    for x in statements.relations:
        relation = _word("relation", PREDICATE, x.p, lang)
        yield x.evidence, f"{heading('relation', lang)} {x.s} {relation} {x.o} ← {x.rule}"


def _word(table: str, codes: Codes, word: str, lang: str) -> str:
    """What people call a word of the answer.

    >>> _word("kind", CLASS, "agency", "zh"), _word("basis", BASIS, "issuer", "en")
    ('机构', 'inferred: issuer')
    """
    term = codes.term(word)
    return code(table, term.value.removeprefix(ZT.base), lang) if term else word


def _to_view(document: Document, raw: int) -> int:
    """The view offset of a raw one; of words that the view leaves out, the next ones that it has."""
    for piece in document.pieces:
        if raw < piece.raw + piece.size:
            return piece.view + max(0, raw - piece.raw)
    return len(document.text)
