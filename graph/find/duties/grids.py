"""Tables that reached plain text: where their headings and cells stand.

A table becomes lines of cells (tabs, bars, runs of spaces) or one cell a line.  The view may have dropped the blanks
between cells, so grids are read from the raw text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from graph.find.duties.cells import Cell, bare_words, has_duties, headings_of, only_cell, splits
from graph.find.duties.wording import label_source

__all__ = ["Row", "read_rows"]

_NUMBERED = ("序号", "编号", "项目序号")
_MISSED, _EXTRA = 2, 6


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
    single = [only_cell(line) for line in lines]
    for number, line in enumerate(lines):
        headings = next((bare for cells in splits(line) if len(cells) > 1 and (bare := headings_of(cells))), ())
        if has_duties(headings):
            yield from _beside(lines[number + 1:], headings)
        elif single[number] and bare_words(single[number]) in _NUMBERED:
            yield from _stacked(single[number:])


def _beside(lines: list[re.Match[str]], headings: tuple[str, ...]) -> Iterator[Row]:
    """Rows with all their cells on one line, until other lines follow."""
    missed = 0
    for line in lines:
        ways = list(splits(line))
        if any(headings_of(cells) and has_duties(headings_of(cells)) for cells in ways):
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
    headings = tuple(bare_words(cell) for cell in takewhile(lambda cell: headings_of([cell]), cells))
    width = len(headings)
    if width < 3 or not has_duties(headings):
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
