"""Texts whose line breaks became blanks: 规范科普 基地建设 — on one line, and most blanks stand inside words.

Where the paragraphs of a text were put on one line, a blank ends a paragraph; where its written lines were, a blank
ends a line, and lines are of one length.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from statistics import median

from graph.read.knowledge import pattern
from graph.read.lines import Line

__all__ = ["split_wrapped"]

_BREAK = re.compile(r"(?<=[\u4e00-\u9fff》)”。;:!?]) +(?=[\u4e00-\u9fff《“(])")
_CLOSED = ("。", ";", ":", "!", "?")
_LONG, _FEW, _NARROW, _NEAR = 120, 5, 20, 5


def split_wrapped(line: Line) -> list[Line]:
    """The written lines of a text that stands on one line, each ``torn`` that goes on in the next; or nothing."""
    if len(line.text) < _LONG:
        return []
    edges = [0, *(edge for hit in _BREAK.finditer(line.text) for edge in hit.span()), len(line.text)]
    parts = [Line(line.start + start, line.start + end, line.text[start:end])
             for start, end in zip(edges[::2], edges[1::2], strict=True)]
    open_ended = [len(part.text) for part in parts[:-1] if not part.text.endswith(_CLOSED)]
    full = median(open_ended) if len(open_ended) >= _FEW else 0
    near = sum(abs(length - full) <= _NEAR for length in open_ended)
    if full < _NARROW or near < 0.7 * len(open_ended):
        return []
    return [*(replace(part, torn=_goes_on(part, following, full)) for part, following in pairwise(parts)), parts[-1]]


def _goes_on(part: Line, following: Line, full: float) -> bool:
    fills = len(part.text) >= full - _NEAR and not part.text.endswith(_CLOSED)
    return fills and not pattern("outline", "label").match(following.text)
