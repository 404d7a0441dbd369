"""``show``: everything the store says of one thing, line by line, each with its witness."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graph.ask.duties import duties_of, held_by
from graph.ask.letterhead import letterhead
from graph.ask.match import THINGS, Match, resolve, taken_for
from graph.ask.places import Places, Witness, quoted, widest, witnesses
from graph.ask.telling import as_told
from graph.listing import Code, Column, Listing
from graph.store.decisions import curation
from graph.store.facts import Facts
from graph.store.terms import ID, ZT
from graph.store.view import View

__all__ = ["show"]

_SHOW = (Column("fact", "fact"), Column("text"), Column("basis", "basis"), Column("quote"), Column("place"))
#: Property → code table of its values.
_FACTS = {"zt:area": "", "zt:start": "", "zt:end": "", "zt:state": "state", "zt:declaredCount": "",
          "zt:status": "status", "zt:due": "", "zt:commitment": "commitment", "zt:subtype": "", "zt:within": "",
          "zt:statedIn": ""}


class _Line(NamedTuple):
    """``fact`` is a code; ``doc`` stands in for a witness where a document says so as a whole."""

    fact: str
    text: str
    basis: str = ""
    witness: Witness | None = None
    doc: str = ""


def show(view: View, name: str) -> Listing:
    """One thing: labels, class, facts, responsibilities, relations both ways, numbers, documents, evidence.

    Raises NoMatch if the name is unknown or ambiguous.
    """
    match = resolve(view, name, THINGS)
    same = curation(view).same(match.entry.iri)
    facts = list(view.facts(same).values())
    lines = [*_labels(match), *_merged(view, same[1:]), *_facts(view, facts), *_head(view, match), *_duties(view, same),
             *_relations(view, same), *_numbers(view, same), *_evidence(view, facts)]
    places = Places(view, {line.witness.doc if line.witness else line.doc for line in lines})
    rows = tuple((line.fact, line.text, line.basis, quoted(line.witness),
                  places.cite(line.witness, line.doc)) for line in lines)
    return Listing(_SHOW, rows, notes=taken_for(name, match))


def _labels(match: Match) -> Iterator[_Line]:
    entry = match.entry
    yield _Line("name", entry.label)
    yield _Line("kind", Code(entry.kind, "kind"))
    if entry.names:
        yield _Line("names", "、".join(entry.names))
    yield _Line("iri", entry.iri.removeprefix(ID))


def _merged(view: View, others: list[str]) -> Iterator[_Line]:
    for iri in others:
        yield _Line("merged", f"{_label(view, iri)}（{iri.removeprefix(ID)}）", "byAnalyst")


def _facts(view: View, things: list[Facts]) -> Iterator[_Line]:
    for name, table in _FACTS.items():
        for value in dict.fromkeys(value for facts in things for value in facts.all(name)):
            yield _Line(name.removeprefix("zt:"), _label(view, value) or Code(value.removeprefix(ZT), table))


def _head(view: View, match: Match) -> Iterator[_Line]:
    doc = match.entry.iri
    for element in letterhead(view, doc, view.facts([doc])[doc]) if match.entry.kind == "Document" else ():
        yield _Line(element.fact, element.text, "stated" if element.witness else "", element.witness, doc)


def _label(view: View, value: str) -> str:
    """The name of a thing; its id where it has none; nothing for what is no thing of the store."""
    if not value.startswith(ID):
        return ""
    facts = view.facts([value], ("skos:prefLabel", "dct:title"))[value]
    return facts.one("skos:prefLabel") or facts.one("dct:title") or value.removeprefix(ID)


def _duties(view: View, same: list[str]) -> Iterator[_Line]:
    for duty in duties_of(view, view.subjects("zt:responsibleFor", same)):
        yield _Line(f"{duty.role}Holder", duty.holder_name, duty.basis, duty.witness, duty.doc)
    for each in as_told(view, duties_of(view, held_by(view, same[0]))):
        yield _Line(each.duty.role, each.label, each.duty.basis, each.witness, each.duty.doc)


def _relations(view: View, same: list[str]) -> Iterator[_Line]:
    for this, that, suffix in (("subject", "object", ""), ("object", "subject", "Of")):
        claims = view.facts(view.subjects(f"zt:{this}", same))
        lines = []
        for facts, where in zip(claims.values(), witnesses(view, claims.values()), strict=True):
            other = _label(view, facts.one(f"zt:{that}")) or facts.one(f"zt:{that}Name")
            relation = facts.one("zt:predicate").removeprefix(ZT) + suffix
            lines.append(_Line(relation, other, "stated" if where else "", where[0] if where else None,
                               facts.one("zt:statedIn")))
        yield from sorted(lines, key=lambda line: (line.fact, line.text, line.doc))


def _numbers(view: View, same: list[str]) -> Iterator[_Line]:
    numbers = view.facts([*view.subjects("zt:about", same), *view.subjects("zt:inMeasure", same)])
    for facts, where in zip(numbers.values(), witnesses(view, numbers.values()), strict=True):
        when = f"（{facts.one('zt:refPeriod')}）" if facts.one("zt:refPeriod") else ""
        said = f"{facts.one('zt:indicator')} {facts.one('zt:verbatim')}{when}"
        yield _Line("numbers", said, "stated", widest(where), facts.one("zt:statedIn"))


def _evidence(view: View, things: list[Facts]) -> Iterator[_Line]:
    for witness in sorted(place for where in witnesses(view, things) for place in where):
        yield _Line("seen", "", "stated", witness)
