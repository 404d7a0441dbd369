"""Which paragraphs form one instrument: a notice and what it wraps, annexes, several plans in one file.

Numbering starts afresh in each, so the outline is grown for each by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graph.read.header.page import Page
from graph.read.knowledge import pattern, words
from graph.read.numerals import ordinal

__all__ = ["Instrument", "find_instruments"]

_HEADING_LENGTH = 60
_LOOK_AHEAD = 8  # paragraphs between the title of an instrument and its first number
_CLOSING_LINES = 3


class Instrument(NamedTuple):
    """Paragraphs ``first`` to ``last``; from ``closing`` on they are thanks and formulas."""

    first: int
    closing: int
    last: int


def find_instruments(page: Page) -> Iterator[Instrument]:
    """The instruments between header and tail, in order."""
    if page.head >= page.tail:
        return
    borders = [page.head]
    if page.signature in page.structural:
        borders.append(_after_signature(page))
    for i in range(page.head + 1, page.tail):
        if i not in page.structural and _is_heading(page, i) and _opens(page, i, borders[-1]):
            borders.append(i)
    borders = sorted({border for border in borders if border < page.tail})
    for first, last in zip(borders, [*borders[1:], page.tail], strict=True):
        yield Instrument(first, _closing(page, first, last), last)


def _after_signature(page: Page) -> int:
    """The first paragraph of what a notice wraps: below its signature, notes and the title."""
    border = page.signature
    while border in page.structural:
        border += 1
    return border


def _is_heading(page: Page, index: int) -> bool:
    text = page.text(index)
    return len(text) < _HEADING_LENGTH and "。" not in text


def _opens(page: Page, index: int, since: int) -> bool:
    """An annex's label, or a title after numbered text, below which the numbering starts again at one."""
    text = page.text(index)
    if pattern("outline", "attachment").match(text):
        return True
    if not pattern("furniture", "title").match(text) or pattern("outline", "label").match(text):
        return False
    below = (_top_ordinal(page, i) for i in range(index + 1, min(index + _LOOK_AHEAD, page.tail)))
    return next(filter(None, below), 0) == 1 and any(_top_ordinal(page, i) > 1 for i in range(since, index))


def _top_ordinal(page: Page, index: int) -> int:
    """The ordinal of a chapter, article or 一、 that leads a paragraph; 0 where there is none."""
    hit = pattern("outline", "label").match(page.text(index))
    kind = hit.lastgroup if hit else None
    return ordinal(hit[kind]) if hit and kind in words("outline", "ranked") else 0


def _closing(page: Page, first: int, last: int) -> int:
    closing = last
    while closing > first and closing - 1 in page.structural:
        closing -= 1
    least = max(first, closing - _CLOSING_LINES)
    while closing > least and pattern("outline", "closing").match(page.text(closing - 1)):
        closing -= 1
    return closing
