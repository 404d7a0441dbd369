"""One-to-one matching of gold and answer, and the counts that follow from it.

A :class:`Matching` says which answer met which gold item; every table (scores, rules, errors) is a
view of it.  Optional gold items take what is left after the required ones: found, they count
neither for nor against.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from graph.evaluate.folding import Item

__all__ = ["Matching", "Tally", "pair"]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one part: ``hit`` of ``gold`` found, ``predicted`` given; what was missed, what was too much.

    >>> Tally(hit=3, predicted=4, gold=6) + Tally(hit=1, predicted=1, gold=2)
    Tally(hit=4, predicted=5, gold=8, missed=(), spurious=())
    """

    hit: int = 0
    predicted: int = 0
    gold: int = 0
    missed: tuple[str, ...] = ()
    spurious: tuple[str, ...] = ()

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.hit + other.hit, self.predicted + other.predicted, self.gold + other.gold,
            self.missed + other.missed, self.spurious + other.spurious,
        )

    @property
    def precision(self) -> float | None:
        return self.hit / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        return self.hit / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean, 0 to 1; nothing where there is nothing to find and nothing was given.

        >>> Tally(hit=3, predicted=4, gold=6).f1, Tally().f1
        (0.6, None)
        """
        whole = self.predicted + self.gold
        return 2 * self.hit / whole if whole else None


@dataclass(frozen=True, slots=True)
class Matching:
    """``pairs`` of (gold, answer), the answers to ``optional`` gold, gold ``missed`` and answers ``spurious``."""

    pairs: tuple[tuple[Item, Item], ...]
    optional: tuple[tuple[Item, Item], ...]
    missed: tuple[Item, ...]
    spurious: tuple[Item, ...]

    def tally(self, show_gold: Callable[[Item], str], show_answer: Callable[[Item], str]) -> Tally:
        """The counts, with the failures in words."""
        hit = len(self.pairs)
        return Tally(
            hit, hit + len(self.spurious), hit + len(self.missed),
            tuple(map(show_gold, self.missed)), tuple(map(show_answer, self.spurious)),
        )


def pair(gold: Sequence[Item], answers: Sequence[Item], same: Callable[[Item, Item], bool]) -> Matching:
    """Match greedily, in order: required gold first, each taking the first free answer that is the same.

    A second answer for what is already matched stays spurious.

    >>> by_name = lambda g, a: g["name"] == a["name"]
    >>> met = pair([{"name": "甲"}, {"name": "乙"}], [{"name": "甲"}, {"name": "甲"}], by_name)
    >>> len(met.pairs), met.missed, met.spurious
    (1, ({'name': '乙'},), ({'name': '甲'},))
    """
    free = list(answers)
    pairs, missed = _take((g for g in gold if not g.get("optional")), free, same)
    optional, _ = _take((g for g in gold if g.get("optional")), free, same)
    return Matching(pairs, optional, missed, tuple(free))


def _take(
    gold: Iterable[Item], free: list[Item], same: Callable[[Item, Item], bool]
) -> tuple[tuple[tuple[Item, Item], ...], tuple[Item, ...]]:
    """Pairs and misses; the answers used are removed from ``free``."""
    pairs, missed = [], []
    for item in gold:
        place = next((i for i, answer in enumerate(free) if same(item, answer)), None)
        if place is None:
            missed.append(item)
        else:
            pairs.append((item, free.pop(place)))
    return tuple(pairs), tuple(missed)
