"""Two documents, or two texts of one, measure by measure: kept, reworded, other numbers, other owners, dropped, new.

Measures are paired by their words, the most alike first, since numbers and order change between versions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.model import Measure, Statements

__all__ = ["Change", "changes"]

ALIKE = 60.0  # rapidfuzz ratio from which two measures may be the same one; below, half of the words differ
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


class Change(NamedTuple):
    """``kind`` is one of kept, reworded, number, owner, dropped, new; a side is ``None`` where there is none."""

    kind: str
    before: Measure | None
    after: Measure | None


def changes(old: Statements, new: Statements) -> list[Change]:
    """What became of each measure of ``old``, in its order, then what is new in ``new``."""
    pairs = _paired(old.measures, new.measures)
    taken = set(pairs.values())
    found = [_change(old, new, i, pairs.get(i)) for i in range(len(old.measures))]
    return found + [Change("new", None, m) for i, m in enumerate(new.measures) if i not in taken]


def _change(old: Statements, new: Statements, before: int, after: int | None) -> Change:
    a = old.measures[before]
    if after is None:
        return Change("dropped", a, None)
    b = new.measures[after]
    return Change(_kind(a, b, _owners(old, a), _owners(new, b)), a, b)


def _kind(a: Measure, b: Measure, before: set[str], after: set[str]) -> str:
    if before != after:
        return "owner"
    if _NUMBER.findall(a.text) != _NUMBER.findall(b.text):
        return "number"
    return "kept" if _plain(a.text) == _plain(b.text) else "reworded"


def _plain(text: str) -> str:
    return "".join(text.split())


def _owners(statements: Statements, measure: Measure) -> set[str]:
    return {f"{duty.agent} {duty.role}" for duty in statements.responsibilities if duty.of_id == measure.id}


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
