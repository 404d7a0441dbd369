"""Tables that reached plain text: where their headings and cells stand.

A table becomes lines of cells (tabs, bars, runs of spaces) or one cell a line.  The view may have dropped the blanks
between cells, so grids are read from the raw text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from graph.find.duties.wording import label_role, label_source

__all__ = ["Cell", "Row", "read_rows"]

_GAPS = tuple(re.compile(gap) for gap in (r"\t", r"[\t|]+| {2,}|\u3000+", r"[\s|]+"))
_HEADING = re.compile(r"(?![一二三四五六七八九十]{1,3}、)[\u4e00-\u9fff（）()/、]{1,14}")
_NUMBERED = ("序号", "编号", "项目序号")
_MISSED, _MOST_NARROW, _EXTRA = 2, 8, 6


class Cell(NamedTuple):
    """A cell with the raw offsets of its words."""

    start: int
    end: int
    text: str


class Row(NamedTuple):
    """The ``cells`` of a row under the headings of its table; ``loose`` rows lack a merged cell, or have one broken."""

    headings: tuple[str, ...]
    cells: tuple[Cell, ...]
    loose: bool = False

    def under(self) -> Iterator[tuple[str, Cell]]:
        """Each heading with the cell below it."""
        return zip(reversed(self.headings), reversed(self.cells), strict=False)


@lru_cache(maxsize=1)
def read_rows(raw: str) -> tuple[Row, ...]:
    """The rows of all tables that have a column of duties.

    >>> [row.cells[1].text for row in read_rows("任务|责任单位|时限\\n修路|市交通局|年底前\\n")]
    ['市交通局']
    """
    return tuple(_rows(list(re.finditer(r"[^\n]*\S[^\n]*", raw)))) if _heads_duties().search(raw) else ()


@lru_cache(maxsize=1)
def _heads_duties() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s|])(?:{label_source()})(?:[（(][^）)\n]*[）)])?\s*(?:[\s|]|$)")


def _rows(lines: list[re.Match[str]]) -> Iterator[Row]:
    single = [_only_cell(line) for line in lines]
    for number, line in enumerate(lines):
        headings = next((bare for cells in _splits(line) if len(cells) > 1 and (bare := _headings(cells))), ())
        if _has_duties(headings):
            yield from _beside(lines[number + 1:], headings)
        elif single[number] and _bare(single[number]) in _NUMBERED:
            yield from _stacked(single[number:])


def _splits(line: re.Match[str]) -> Iterator[tuple[Cell, ...]]:
    """The ways to part a line into cells, the surest first."""
    if "|" in line.group():
        edge = re.compile(r"\s*\|?\s*").match(line.group())
        yield _cells(line, re.compile(r"\|"), edge.end() if edge else 0, keep=True)
    else:
        yield _cells(line, _GAPS[0], keep=True)
    yield _cells(line, _GAPS[1])
    narrow = _cells(line, _GAPS[2])
    if "|" not in line.group() and len(narrow) <= _MOST_NARROW:
        yield narrow


def _cells(line: re.Match[str], gap: re.Pattern[str], begin: int = 0, *, keep: bool = False) -> tuple[Cell, ...]:
    text = line.group()
    end = len(text.rstrip(" \t\r|")) if "|" in text else len(text)
    edges = [begin, *(edge for found in gap.finditer(text, begin, end) for edge in found.span()), end]
    spans = list(zip(edges[::2], edges[1::2], strict=True))
    cells = [Cell(line.start() + a, line.start() + max(a, b), text[a:b].strip()) for a, b in spans]
    return tuple(cell for cell in cells if keep or cell.text.strip("-: "))


def _only_cell(line: re.Match[str]) -> Cell | None:
    cells = next(_splits(line))
    return cells[0] if len(cells) == 1 and cells[0].text else None


def _bare(cell: Cell | None) -> str:
    """A heading without blanks and brackets: 责 任 单 位（部门）."""
    return re.sub(r"\s|[（(].*", "", cell.text) if cell else ""


def _headings(cells: Sequence[Cell | None]) -> tuple[str, ...]:
    bare = tuple(re.sub(r"\s", "", cell.text) if cell else "" for cell in cells)
    return tuple(_bare(cell) for cell in cells) if all(_HEADING.fullmatch(words) for words in bare) else ()


def _has_duties(headings: Sequence[str]) -> bool:
    return any(label_role(words) not in ("", "none") and len(words) > 2 for words in headings)


def _beside(lines: list[re.Match[str]], headings: tuple[str, ...]) -> Iterator[Row]:
    """Rows with all their cells on one line, until other lines follow."""
    missed = 0
    for line in lines:
        ways = list(_splits(line))
        if any(_headings(cells) and _has_duties(_headings(cells)) for cells in ways):
            return
        cells = next((cells for cells in ways if len(cells) == len(headings)), None)
        loose = next((cells for cells in ways[:2] if 1 < len(cells) < len(headings)), None)
        missed = 0 if cells or loose else missed + 1
        if missed > _MISSED:
            return
        if cells or loose:
            yield Row(headings, cells or loose or (), loose=not cells)


def _stacked(cells: list[Cell | None]) -> Iterator[Row]:
    """A table with one cell a line: 序号 / 任务 / 责任单位 / 1 / … ; rows are told by their running number."""
    headings = tuple(_bare(cell) for cell in takewhile(lambda cell: _headings([cell]), cells))
    width = len(headings)
    if width < 3 or not _has_duties(headings):
        return
    at = next((at for at in range(width, width + _MISSED + 1) if _number(cells, at) is not None), len(cells))
    while (number := _number(cells, at)) is not None:
        end = _row_end(cells, at, number, width)
        row = tuple(cell for cell in cells[at:end] if cell)
        if len(row) == end - at > 1:
            yield Row(headings, row, loose=len(row) != width)
        at = end


def _row_end(cells: list[Cell | None], at: int, number: int, width: int) -> int:
    """Where the next row begins: after all cells, else at the next number."""
    if _number(cells, at + width) is not None:
        return at + width
    near = range(at + 2, at + width + _EXTRA)
    return next((end for end in near if _number(cells, end) == number + 1), min(at + width, len(cells)))


def _number(cells: list[Cell | None], at: int) -> int | None:
    cell = cells[at] if at < len(cells) else None
    return int(cell.text) if cell and cell.text.isdecimal() else None
