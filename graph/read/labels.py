"""Numbering labels (一、（二）3. 第五条 一是 …): everything in a text that may number an item.

Which of them do is for :mod:`graph.read.series` to say.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from graph.lexicon import Lexicon, load
from graph.read.knowledge import pattern, words
from graph.read.numerals import ordinal

__all__ = ["Label", "find_labels"]


class Label(NamedTuple):
    """A candidate: where it starts and ends in the view, its kind, its place in the series."""

    start: int
    end: int
    kind: str
    ordinal: int
    leads_line: bool


def find_labels(folded: str, start: int, end: int) -> list[Label]:
    """All candidates in a stretch of the folded view.

    >>> [(label.kind, label.ordinal) for label in find_labels("一、目标\\n一是增加。二是减少。", 0, 15)]
    [('han', 1), ('spoken', 1), ('spoken', 2)]
    """
    found = []
    kinds = _same_kinds(load())
    heads = (folded.find(head, start, end) for head in words("outline", "table_heads"))
    table = min((place for place in heads if place >= 0), default=-1)
    for hit in pattern("outline", "label").finditer(folded, start, end):
        written = hit.lastgroup or ""
        kind = kinds.get(written, written)
        leads = hit.start() == start or folded[hit.start() - 1] == "\n"
        place = _place(kind, hit[written])
        if kind == "row" and not (0 <= table < hit.start() or hit[0].startswith("|")):
            continue
        if place and (leads or kind not in ("row", "dash", "part", "chapter", "section")):
            found.append(Label(hit.start(), hit.end(), kind, place, leads))
    return _serial(found)


@cache
def _same_kinds(lexicon: Lexicon) -> dict[str, str]:
    """The kind that each other spelling of it stands for."""
    return dict(pair.split() for pair in lexicon.patterns("outline").words("same_kind"))


def _place(kind: str, written: str) -> int:
    if kind == "first":
        return min(words("outline", "firsts").index(written) + 1, 3) if written != "最后" else 99
    return 1 if kind == "dash" else ordinal(written)


def _serial(found: list[Label]) -> list[Label]:
    """Drop a first item inside a line (and a 首先 anywhere) that no second item of its kind follows."""
    later: dict[str, int] = {}
    kept = []
    for label in reversed(found):
        needs_second = not label.leads_line or label.kind in ("first", "ordinal")
        if label.ordinal == 1 and needs_second and later.get(label.kind, 0) != 2:
            continue
        kept.append(label)
        later[label.kind] = label.ordinal
    return kept[::-1]
