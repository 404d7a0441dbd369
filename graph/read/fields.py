"""Numbered fields of a task: （一）责任领导：… （二）责任单位：… say of the heading above what a form says.

Such a series is told by its labels of duties; its other members and what is numbered below them are fields as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.read.knowledge import pattern
from graph.read.labels import Label

__all__ = ["find_fields"]

_REACH = 40  # code points that hold the label of a duty and the beginning of its list
_RANKS = ("part", "chapter", "section", "article", "han", "hanparen", "digit", "digitparen", "circled")
_FIELD = re.compile("[^:。;\\n]{2,14}:")


def find_fields(folded: str, labels: Sequence[Label]) -> set[int]:
    """The indices of the labels that number fields, not items.

    >>> from graph.read.labels import find_labels
    >>> text = "一、修建道路\\n(一)责任单位:市交通局\\n(二)资金筹措:市财政\\n二、修建桥梁"
    >>> labels = find_labels(text, 0, len(text))
    >>> sorted(find_fields(text, labels))
    [1, 2]
    """
    fields: set[int] = set()
    for i, label in enumerate(labels):
        if i not in fields and pattern("outline", "list_line").match(folded[label.end:label.end + _REACH]):
            last = _edge(folded, labels, i, 1)
            below = next((k for k in range(last + 1, len(labels)) if _rank(labels[k].kind) <= _rank(label.kind)), None)
            fields.update(range(_edge(folded, labels, i, -1), len(labels) if below is None else below))
    return fields


def _edge(folded: str, labels: Sequence[Label], i: int, step: int) -> int:
    """The last label on one side of ``i`` that belongs to its series, whatever is numbered between."""
    last, kind = i, labels[i].kind
    i += step
    while 0 <= i < len(labels):
        if labels[i].kind == kind:
            if not _FIELD.match(folded, labels[i].end):
                break
            last = i
        elif _rank(labels[i].kind) < _rank(kind):
            break
        i += step
    return last


def _rank(kind: str) -> int:
    return _RANKS.index(kind) if kind in _RANKS else len(_RANKS)
