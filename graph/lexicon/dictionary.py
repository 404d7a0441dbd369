"""Thousands of strings looked for in one pass over a text (Aho and Corasick 1975), each with what it means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

__all__ = ["Dictionary"]

T = TypeVar("T")

_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character, as broken UTF-16 leaves it: in no word


class Dictionary(Generic[T]):
    """Strings and what each of them means; of two entries for one string the later holds.

    :param longest: find no two that overlap, but the leftmost, and of these the longest; otherwise all

    >>> levels = [("市", 1), ("县级市", 2)]
    >>> list(Dictionary(levels).finditer("两个县级市")), list(Dictionary(levels, longest=True).finditer("两个县级市"))
    ([(2, 5, 2), (4, 5, 1)], [(2, 5, 2)])
    """

    def __init__(self, entries: Iterable[tuple[str, T]], *, longest: bool = False) -> None:
        meant = {word: meaning for word, meaning in entries if word}
        self._meanings = tuple(meant.values())
        self._overlapping = not longest
        kind = MatchKind.LeftmostLongest if longest else MatchKind.Standard
        self._automaton = AhoCorasick(meant, kind, store_patterns=False, implementation=Implementation.ContiguousNFA)

    def finditer(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Where each string stands and what it means, by the end, of one end the longest first."""
        try:
            found = self._automaton.find_matches_as_indexes(text, self._overlapping)
        except UnicodeEncodeError:
            found = self._automaton.find_matches_as_indexes(_SURROGATE.sub("\ufffd", text), self._overlapping)
        meanings = self._meanings
        return ((start, end, meanings[word]) for word, start, end in found)
