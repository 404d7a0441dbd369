"""A view prepared for finding names: where a name may begin, and what must not be cut.

Chinese has no spaces, so a name found by its last word (…中心, …工程) still lacks its first one.  This module
settles that question once for a whole text.  A *barrier* is a place where a name may begin: after punctuation, after
a particle, after a verb that takes names as objects, after a counted number.  A noun-verb (培育, 管理) is a
barrier only where a clause begins, since inside a name it is part of it (人才培养计划).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from graph.find.vocabulary import PUNCTUATION, Vocabulary, Word
from graph.lexicon.patterns import Patterns

__all__ = ["Ground", "ground"]

REACH = 48  # code points: no name in GB/T 9704 practice is longer without punctuation
_LIST = 24  # code points back to the 各 that opens a list of classes
_SESSION = 8  # code points of 政协第十三届
_PAIRS = {"”": "“", "’": "‘", "》": "《", "〉": "〈", ")": "("}
_MARK = re.compile(f"[{re.escape(PUNCTUATION)}]")
_BOUND = re.compile(f"[{re.escape(''.join((*_PAIRS.keys(), *_PAIRS.values())))}\n]")


@dataclass(frozen=True, slots=True)
class Ground:
    """``barriers`` is sorted; ``reasons[i]`` says what made barrier ``i``: a mark, the word before it, ``#`` for
    a count (3个) and ``@`` for a date.

    ``before[i]`` is where that mark or word begins.  ``opens`` maps the place after a closing mark to its opening mark.
    ``keeps`` are the words of two characters and more, ``noun_verbs`` those that stand inside a clause.
    """

    text: str
    folded: str
    barriers: list[int]
    reasons: list[str]
    before: list[int]
    opens: dict[int, int]
    keeps: list[tuple[int, int]]
    noun_verbs: list[tuple[int, int]]
    names: Patterns
    single: frozenset[str]

    def edge(self, position: int) -> int:
        """The index of the last barrier at or before ``position``."""
        return bisect_right(self.barriers, position) - 1

    def clause(self, position: int) -> int:
        """Where the clause of ``position`` begins: after the last punctuation mark."""
        i = self.edge(position)
        while i > 0 and self.reasons[i] not in PUNCTUATION:
            i -= 1
        return self.barriers[i]

    def barriers_for(self, name: str) -> Iterator[int]:
        """The barriers on the lines that hold what a pattern needs."""
        for start, end in self.names.lines(name, self.folded):
            yield from self.barriers[bisect_left(self.barriers, start):bisect_right(self.barriers, end)]

    def breaks(self, position: int) -> bool:
        """Whether a mark, a word that bounds names, or the end of the text is at ``position``."""
        if position >= len(self.folded) or self.folded[position] in PUNCTUATION:
            return True
        i = bisect_left(self.keeps, (position, 0))
        word = i < len(self.keeps) and self.keeps[i][0] == position
        return word or self.folded[position] in self.single

    def begins_word(self, position: int) -> bool:
        """Whether a barrier or the end of a known word is at ``position``."""
        i = bisect_left(self.keeps, (position, 0)) - 1
        return self.barriers[self.edge(position)] == position or (i >= 0 and self.keeps[i][1] == position)

    def in_class_list(self, position: int) -> bool:
        """Whether the item at ``position`` belongs to a list that 各 opens: 各省、自治区、直辖市人民政府."""
        return self.names["class_list"].search(self.folded, max(0, position - _LIST), position) is not None

    def after_session(self, position: int) -> bool:
        """Whether the committee at ``position`` is that of a political conference: 政协第十四届|全国委员会."""
        return self.names["session_before"].search(self.folded, max(0, position - _SESSION), position) is not None

    def ends_word(self, start: int, end: int) -> bool:
        """Whether exactly ``[start, end)`` is a word that is kept whole."""
        i = bisect_left(self.keeps, (start, end))
        return i < len(self.keeps) and self.keeps[i] == (start, end)

    def inside_word(self, position: int) -> bool:
        """Whether ``position`` stands strictly inside a word that is kept whole."""
        i = bisect_left(self.keeps, (position, 0)) - 1
        return i >= 0 and self.keeps[i][0] < position < self.keeps[i][1]


def ground(text: str, folded: str, vocabulary: Vocabulary) -> Ground:
    """Find the barriers of a text, left to right.

    >>> from graph.find.vocabulary import vocabulary
    >>> g = ground("组建概念验证中心", "组建概念验证中心", vocabulary())
    >>> g.barriers, g.reasons
    ([0, 2], ['', '组建'])
    """
    marks: dict[int, tuple[str, int]] = {0: ("", 0)}
    for mark in _MARK.finditer(folded):
        if not _inside_number(folded, mark.start()):
            marks[mark.end()] = (mark[0], mark.start())
    for pattern, sign in (("counted", "#"), ("dated", "@"), ("article", "\n")):
        for found in vocabulary.names[pattern].finditer(folded):
            marks.setdefault(found.end(), (sign, found.start()))
    words = list(vocabulary.words_in(folded))
    noun_verbs = [word for word in words if not _weigh(word, folded, marks, vocabulary)]
    order = sorted(marks)
    keeps = [(w.start, w.end) for w in words if w.end - w.start > 1 and w.cut == w.end]
    return Ground(
        text, folded, order, [marks[i][0] for i in order], [marks[i][1] for i in order], _openings(folded),
        keeps, [(w.start, w.end) for w in noun_verbs], vocabulary.names, vocabulary.single,
    )


def _weigh(word: Word, folded: str, marks: dict[int, tuple[str, int]], vocabulary: Vocabulary) -> bool:
    """Mark the barrier that a word makes; ``False`` for a noun-verb that makes none.

    Such a one stands inside a clause, behind a quotation, or is what 实施 and 成立 govern (实施扩大投资行动).
    """
    before = marks.get(word.start, ("”", 0))[0]
    if before in vocabulary.governing and folded[word.start:word.end] in vocabulary.names.words("adverb_inside"):
        return True
    if word.kind == "noun_verb" and (before in ("”", "’", "》") or before in vocabulary.governing):
        return False
    if word.kind != "keep":
        marks.setdefault(word.cut, (folded[word.start:word.cut], word.start))
    return True


def _inside_number(folded: str, i: int) -> bool:
    return folded[i] in ".,:" and folded[i - 1:i].isdigit() and folded[i + 1:i + 2].isdigit()


def _openings(folded: str) -> dict[int, int]:
    opens: dict[int, int] = {}
    stack: list[tuple[str, int]] = []
    for mark in _BOUND.finditer(folded):
        if mark[0] in _PAIRS:
            while stack and stack[-1][0] != _PAIRS[mark[0]]:
                stack.pop()
            if stack:
                opens[mark.end()] = stack.pop()[1]
        elif mark[0] == "\n":
            stack.clear()
        else:
            stack.append((mark[0], mark.start()))
    return opens
