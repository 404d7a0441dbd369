"""What each rule gets right, and how it goes wrong.

The scores say how much is missing; this table says whom to ask.  Every answer carries the rule that
made it; here its fate is named: a *hit*, a meeting with *optional* gold, or one of three mistakes.
*type*: the gold has the words under another type (role, value).  *boundary*: the words overlap those
of a gold item.  *other*: nothing in the gold is near.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from graph.evaluate.folding import Item, fold_words, names_of
from graph.evaluate.matching import Matching
from graph.evaluate.scoring import DocumentScore

__all__ = ["FATES", "fates"]

FATES = ("hit", "optional", "type", "boundary", "other")


def fates(documents: Iterable[DocumentScore]) -> dict[tuple[str, str], Counter[str]]:
    """(part, rule) → how often each fate; rules without a name stand under ``""``.

    >>> from graph.evaluate.scoring import score_document
    >>> gold = {"entities": [{"type": "agency", "names": ["市科技局"]}]}
    >>> answer = {"entities": [{"type": "person", "name": "市科技局", "rule": "surname"}]}
    >>> fates([score_document("d", gold, answer)])
    {('entities', 'surname'): Counter({'type': 1})}
    """
    table: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for document in documents:
        for part, matching in document.matchings.items():
            for rule, fate in _of_matching(matching):
                table[part, rule][fate] += 1
    return dict(sorted(table.items()))


def _of_matching(matching: Matching) -> Iterator[tuple[str, str]]:
    yield from ((answer.get("rule", ""), "hit") for _, answer in matching.pairs)
    yield from ((answer.get("rule", ""), "optional") for _, answer in matching.optional)
    gold = [*matching.missed, *(item for item, _ in (*matching.pairs, *matching.optional))]
    yield from ((answer.get("rule", ""), _mistake(answer, gold)) for answer in matching.spurious)


def _mistake(answer: Item, gold: list[Item]) -> str:
    words = _words(answer)
    if any(not words.isdisjoint(_words(item)) for item in gold):
        return "type"
    return "boundary" if any(_overlap(words, _words(item)) for item in gold) else "other"


def _words(item: Item) -> frozenset[str]:
    """The words by which an item of any part, gold or answer, is known."""
    named = names_of(item)
    said = (item.get(key) for key in ("anchor", "title", "agent", "s"))
    return named | {fold_words(word) for word in said if word} | {fold_words(key) for key in item.get("keys", ())}


def _overlap(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(a in b or b in a for a in one for b in other if a and b)
