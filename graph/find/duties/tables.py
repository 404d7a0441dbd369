"""Duties in tables: a column headed 责任单位 or 牵头单位.

A table reaches plain text as lines of cells (tabs, bars, runs of spaces) or as one cell a line.  The view may
have dropped the blanks between cells, so rows are read from the raw text and their cells looked up in the view.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from typing import NamedTuple

from graph.find.duties.bodies import holders
from graph.find.duties.coordination import split
from graph.find.duties.cues import load_cues
from graph.find.duties.nouns import Duty
from graph.find.duties.precedence import Precedence
from graph.model import Document, Span

__all__ = ["find_tables"]

_WIDE = re.compile(r"[\t|]+| {2,}|\u3000+")
_NARROW = re.compile(r"[\s|]+")
_HEADING = re.compile(r"[\u4e00-\u9fff（）()/、]{1,10}")
_GAP = 2


class _Cell(NamedTuple):
    start: int
    end: int
    text: str


def find_tables(document: Document, precedence: Precedence) -> Iterator[Duty]:
    """One duty for each row of each table that has a column of duties."""
    lines = list(_lines(document.raw)) if _is_worth_it(document.raw) else []
    for number, cells in enumerate(lines):
        columns = _columns(cells)
        if columns and len(cells) > 1:
            yield from _rows(document, lines[number + 1:], columns, len(cells), precedence)
        elif columns:
            yield from _stacked(document, lines, number, precedence)


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    return {cue: role for cue, role in load_cues().words["label"].items() if role != "none" and len(cue) > 2}


def _is_worth_it(raw: str) -> bool:
    cues = "|".join(_labels())
    return bool(re.search(rf"(?:^|[\s|])(?:{cues})(?:[（(][^）)\n]*[）)])?\s*(?:[\s|]|$)", raw))


def _lines(raw: str) -> Iterator[list[_Cell]]:
    for line in re.finditer(r"[^\n]+", raw):
        wide = _cells(line.group(), line.start(), _WIDE)
        narrow = _cells(line.group(), line.start(), _NARROW)
        yield narrow if len(wide) < 3 <= len(narrow) <= 8 else wide


def _cells(line: str, base: int, between: re.Pattern[str]) -> list[_Cell]:
    edges = [0, *(edge for gap in between.finditer(line) for edge in gap.span()), len(line)]
    found = zip(edges[::2], edges[1::2], strict=True)
    return [_Cell(base + a, base + b, line[a:b]) for a, b in found if line[a:b].strip(" \r-:")]


def _columns(cells: list[_Cell]) -> dict[int, str]:
    """Column number → role, if the cells are the headings of a table."""
    if not all(_HEADING.fullmatch(cell.text.strip()) for cell in cells):
        return {}
    bare = [re.sub(r"[（(].*", "", cell.text.strip()) for cell in cells]
    return {number: _labels()[text] for number, text in enumerate(bare) if text in _labels()}


def _rows(
    document: Document, lines: list[list[_Cell]], columns: dict[int, str], width: int, precedence: Precedence,
) -> Iterator[Duty]:
    missed = 0
    for cells in lines:
        missed = 0 if len(cells) == width else missed + 1
        if missed > _GAP or _columns(cells):
            return
        if not missed:
            yield from _row(document, [(role, cells[number]) for number, role in columns.items()], precedence)


def _stacked(document: Document, lines: list[list[_Cell]], number: int, precedence: Precedence) -> Iterator[Duty]:
    """A table with one cell a line: 序号 / 任务 / 责任单位 / 1 / … ; rows are told by their running number."""
    first, last = _block(lines, number)
    headings = [line[0] for line in lines[first:last]]
    if len(headings) < 3 or headings[0].text.strip() != "序号" or number != first + min(_columns(headings)):
        return
    columns, width = _columns(headings), last - first
    begin = lines[last][0].text.strip() if last < len(lines) else ""
    for row in count(0):
        cells = [line[0] for line in lines[last + row * width:last + (row + 1) * width] if len(line) == 1]
        if len(cells) < width or not begin.isdecimal() or cells[0].text.strip() != str(int(begin) + row):
            return
        yield from _row(document, [(role, cells[column]) for column, role in columns.items()], precedence)


def _block(lines: list[list[_Cell]], number: int) -> tuple[int, int]:
    """The run of short one-cell lines around a heading."""
    first, last = number, number + 1
    while first and lines[first][0].text.strip() != "序号" and _is_heading(lines[first - 1]):
        first -= 1
    while last < len(lines) and _is_heading(lines[last]):
        last += 1
    return first, last


def _is_heading(cells: list[_Cell]) -> bool:
    return len(cells) == 1 and bool(_HEADING.fullmatch(cells[0].text.strip()))


def _row(document: Document, cells: list[tuple[str, _Cell]], precedence: Precedence) -> Iterator[Duty]:
    lists = [holders(document, split(document.folded, *_to_view(document, cell)), role) for role, cell in cells]
    items = precedence.settle(lists)
    if items:
        span = Span(items[0].span.start, items[-1].span.end)
        yield Duty(span, span, items, "table")


def _to_view(document: Document, cell: _Cell) -> Span:
    """The view span of raw characters; empty where the view left them out."""
    pieces = document.pieces
    starts = [piece.raw for piece in pieces]

    def view(raw: int) -> int:
        piece = pieces[max(0, bisect_right(starts, raw) - 1)]
        return piece.view + min(max(0, raw - piece.raw), piece.size)

    return Span(view(cell.start), view(cell.end))
