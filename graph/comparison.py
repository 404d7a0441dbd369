"""Two documents, or two texts of one: what became of each measure, of the header, and of the words between.

Measures are paired by their words, the most alike first, since numbers and order change between versions.  What lies
outside of measures is compared sentence by sentence, so that no change of a copy stays hidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.model import Header, Measure, Statements

__all__ = ["KINDS", "Change", "Run", "changes", "marked"]

#: What can become of a part; ``both`` is owner and number, ``header`` an element of the header, ``text`` other words.
KINDS = ("kept", "reworded", "number", "owner", "both", "dropped", "new", "header", "text")
ALIKE = 60.0  # rapidfuzz ratio from which two measures may be the same one; below, half of the words differ
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")
_HEADER = ("title", "number", "date", "issuer", "signer", "category", "subject")


class Change(NamedTuple):
    """``kind`` is one of :data:`KINDS`; a side that is missing has no text, no owners and no place.

    ``what`` is the measure's title or the header's field; ``owners`` and ``places`` are those of both sides.
    """

    kind: str
    what: str
    before: str = ""
    after: str = ""
    owners: tuple[str, str] = ("", "")
    places: tuple[str, str] = ("", "")


def changes(old: Statements, new: Statements) -> list[Change]:
    """What became of each measure of ``old``, in its order, what is new in ``new``, then header and other words."""
    pairs = _paired(old.measures, new.measures)
    taken = set(pairs.values())
    found = [_change(old, new, before, new.measures[pairs[i]] if i in pairs else None)
             for i, before in enumerate(old.measures)]
    found += [Change("new", m.title, "", _plain(m.text), ("", _owners(new, m)), ("", m.id))
              for i, m in enumerate(new.measures) if i not in taken]
    return [*found, *_headers(old.document.header, new.document.header), *_others(old, new)]


def _change(old: Statements, new: Statements, a: Measure, b: Measure | None) -> Change:
    if b is None:
        return Change("dropped", a.title, _plain(a.text), "", (_owners(old, a), ""), (a.id, ""))
    owners = _owners(old, a), _owners(new, b)
    kind = _kind(_plain(a.text), _plain(b.text), owners[0] != owners[1])
    return Change(kind, a.title, _plain(a.text), _plain(b.text), owners, (a.id, b.id))


def _kind(before: str, after: str, others: bool) -> str:
    """What changed most: owners and numbers count more than words."""
    if _NUMBER.findall(before) != _NUMBER.findall(after):
        return "both" if others else "number"
    if others:
        return "owner"
    return "kept" if before == after else "reworded"


def _plain(text: str) -> str:
    return "".join(text.split())


def _owners(statements: Statements, measure: Measure) -> str:
    """Who answers for it: ``甲局 lead、乙局 support``."""
    return "、".join(sorted({f"{d.agent} {d.role}" for d in statements.responsibilities if d.of_id == measure.id}))


def _headers(old: Header, new: Header) -> Iterator[Change]:
    for name in _HEADER:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield Change("header", name, before, after)


def _others(old: Statements, new: Statements) -> Iterator[Change]:
    """Sentences outside of measures that only one side has, side by side where one takes the other's place."""
    from difflib import SequenceMatcher

    before, after = _outside(old), _outside(new)
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Change("text", "", "".join(before[i:j]), "".join(after[k:m]))


def _outside(statements: Statements) -> list[str]:
    """The sentences of the text that no measure covers."""
    raw, spans = statements.document.raw, [e for m in statements.measures for e in m.evidence]
    for _, _, quote in sorted(spans, key=lambda e: -len(e.quote)):
        raw = raw.replace(quote, "\n", 1)
    return [said for said in map(_plain, _SENTENCE.findall(raw)) if said]


class Run(NamedTuple):
    """A stretch of one side, and whether the other side lacks it."""

    text: str
    changed: bool


def marked(before: str, after: str) -> tuple[list[Run], list[Run]]:
    """Both texts in runs, with what one has and the other has not.

    >>> marked("达到10000件", "达到12000件")[1]
    [Run(text='达到', changed=False), Run(text='12000', changed=True), Run(text='件', changed=False)]
    """
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, _words(before), _words(after), autojunk=False).get_opcodes()
    sides: tuple[list[Run], list[Run]] = ([], [])
    for tag, i, j, k, m in blocks:
        for side, text in zip(sides, (_words(before)[i:j], _words(after)[k:m]), strict=True):
            if text:
                side.append(Run("".join(text), tag != "equal"))
    return sides


def _words(text: str) -> list[str]:
    """Numbers whole, all else by character."""
    return re.findall(r"\d+(?:\.\d+)?|.", text, re.DOTALL)


def _paired(old: Sequence[Measure], new: Sequence[Measure]) -> dict[int, int]:
    """Index of an old measure → index of the new one that continues it."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(_alike(old, new), key=lambda each: (-each[0], each[1], each[2])):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _alike(old: Sequence[Measure], new: Sequence[Measure]) -> Iterator[tuple[float, int, int]]:
    from rapidfuzz import fuzz

    for i, a in enumerate(old):
        for j, b in enumerate(new):
            score = max(fuzz.ratio(a.text, b.text), fuzz.ratio(a.title, b.title) - 10 if a.title and b.title else 0)
            if score >= ALIKE:
                yield score, i, j
