"""Spans that lie in each other, asked which of them hold a place: in a long document not all can be looked at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

__all__ = ["Nest"]

T = TypeVar("T")


class Nest(Generic[T]):
    """Things by the half-open range ``(start, end)`` that each covers."""

    def __init__(self, covered: Iterable[tuple[tuple[int, int], T]]) -> None:
        self._covered = sorted(covered, key=lambda pair: pair[0][0])
        self._starts = [start for (start, _), _ in self._covered]
        self._reach = list(accumulate((end for (_, end), _ in self._covered), max))

    def over(self, start: int, end: int) -> list[T]:
        """What covers ``[start, end)``, by start; found by walking back as long as anything before may reach so far.

        >>> Nest([((0, 9), "chapter"), ((2, 5), "item"), ((5, 9), "next")]).over(3, 4)
        ['chapter', 'item']
        """
        found = []
        i = bisect_right(self._starts, start) - 1
        while i >= 0 and self._reach[i] >= end:
            (_, last), thing = self._covered[i]
            if last >= end:
                found.append(thing)
            i -= 1
        return found[::-1]
