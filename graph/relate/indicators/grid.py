"""Tables of numbers: what the header says of a column holds for every cell below it.

Only cells that are a bare number are read here, and only where the header, a column of units, the row's label or a line
above the table gives the unit; anything else in a table is a sentence like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from graph.find.numbers import Amount, find_amounts, find_periods
from graph.model import Span
from graph.relate.indicators.cues import cue, parts, trim
from graph.relate.indicators.found import Found

__all__ = ["Cell", "Grid"]

NUMBER = re.compile(r"[-−+]?\d[\d,]*(?:\.\d+)?%?")
CELL = re.compile(r"(?:^|\|)\s*([^|]*?)\s*(?=\||$)")
GAPS = re.compile(r"\t+"), re.compile(r"\u3000+| {2,}"), re.compile(r" +")  # what parts cells, the surest first
JOINED = re.compile(r"([^\d\s]+)([-−+]?\d[\d,.]*)")
LEAST, HEAD = 3, 16  # cells of a header without bars, and characters of one
RULE = re.compile(r"[\s|:-]+")
BRACKET = re.compile(r"[(（]([^()（）]{1,12})[)）]\s*$")


@dataclass(frozen=True, slots=True)
class Column:
    """A header cell: ``unit`` and ``time`` of its numbers, whether they are goals or changes of those before them."""

    name: str
    unit: str
    time: str
    aimed: bool
    change: bool
    place: tuple[int, int]


class Cell(NamedTuple):
    """A number of a table under its column."""

    found: Found
    column: Column


class Grid:
    """Reads a text line by line; the first row after lines without ``|`` is a header.

    ``year`` is the document's: a column of a later year holds goals.

    >>> text = "指标 | 2023年 | 比上年增长(%)\\n常住人口(万人) | 315.2 | 0.4\\n"
    >>> grid, second = Grid(2024), text.index("\\n") + 1
    >>> cells = [cell for span in ((0, second), (second, len(text))) for cell in grid.read(text, *span)]
    >>> [(c.found.name, c.found.amount.value, c.found.amount.unit, c.column.time, c.found.change) for c in cells]
    [('常住人口', '315.2', '万人', '2023', '0.4')]

    A table may also have come down to one cell a line (指标 | ⏎ 2023年 | ⏎ …).
    """

    def __init__(self, year: int | None) -> None:
        self.year, self.unit, self.time, self.label, self.indexed = year, "", "", "", False
        self.columns: tuple[Column, ...] = ()
        self.stack: list[Span] = []  # cells that stand one on a line, since the last whole row of them
        self.stacked = False

    def read(self, text: str, start: int, end: int) -> Iterator[Cell]:
        """The numbers of the line ``[start, end)``, if it is a row under a header."""
        cells = _cells(text, start, end) if "|" in text[start:end] else self._parted(text, start, end)
        if not cells:
            self._above(text[start:end])
        elif len(cells) == 1 and (self.stacked or not self.columns) and text[start:end].rstrip().endswith("|"):
            yield from self._one_on_a_line(text, cells[0])
        elif not self.columns:
            self.columns = tuple(self._column(text, cell) for cell in cells)
        elif len(cells) == len(self.columns):
            yield from _with_changes(self._row(text, cells))

    def _parted(self, text: str, start: int, end: int) -> list[Span]:
        """The cells of a line that blanks part: below a header as many as it has, one of them a number at least; a
        header is short words, one of which tells of units or growth (产品名称　单位　产量　比上年增长(%))."""
        line = text[start:end]
        for gap in GAPS if "。" not in line else ():
            cells = self._reparted(text, [Span(start + a, start + b) for a, b in _between(line, gap)])
            words = [text[cell.start:cell.end] for cell in cells]
            if self._is_row(words) if self.columns else _is_header(words):
                return cells
        return []

    def _reparted(self, text: str, cells: list[Span]) -> list[Span]:
        """The cells of a row in which the unit lost its blank before the number: 电力机车 | 辆352 | 6.3."""
        at = next((k for k, column in enumerate(self.columns) if cue("unit_column").search(column.name)), -1)
        if not 0 <= at < len(cells) or len(cells) != len(self.columns) - 1:
            return cells
        joined = JOINED.fullmatch(text, *cells[at])
        return [*cells[:at], Span(*joined.span(1)), Span(*joined.span(2)), *cells[at + 1:]] if joined else cells

    def _is_row(self, words: Sequence[str]) -> bool:
        numbers = [NUMBER.fullmatch(word) is not None for word in words]
        return len(words) == len(self.columns) and any(numbers) and not numbers[0]

    def _one_on_a_line(self, text: str, cell: Span) -> Iterator[Cell]:
        """Cells one on a line: as many as the header has make a row, whose last is a number and whose first is none."""
        self.stack.append(cell)
        size = len(self.columns) if self.stacked else len(self.stack) // 2
        row = self.stack[-size:]
        bare = [bool(NUMBER.fullmatch(text[start:end])) for start, end in self.stack]
        if self.stacked:
            whole = len(self.stack) == size
        else:
            whole = size > 1 and len(self.stack) == 2 * size and bare[-1] and not any(bare[:size + 1])
        if not whole:
            return
        if not self.stacked:
            self.columns, self.stacked = tuple(self._column(text, head) for head in self.stack[:size]), True
        self.stack = []
        yield from _with_changes(self._row(text, row))

    def _above(self, line: str) -> None:
        """A title or a line of units above a table, or its end."""
        self.stack = []
        if self.columns:
            self.columns, self.unit, self.time, self.indexed, self.stacked = (), "", "", False, False
        if unit := cue("unit_above").search(line):
            self.unit = unit[1]
        elif cue("table_title").match(line):
            self.indexed = "指数" in line  # 101.4 is no rise of 101.4 %, whatever the column is called
            self.time = next((period.iso for period in find_periods(line, self.year)), "")

    def _column(self, text: str, cell: Span) -> Column:
        said = text[cell.start:cell.end]
        unit, name = _unit_of(said)
        named = next((period.iso for period in find_periods(said, self.year) if period.iso), "")
        time = named if not self.time or named in said else self.time  # 年末数 under "表1 2021年末…" is of that year
        aimed = bool(cue("goal_column").search(said)) or bool(time and self.year and int(time[:4]) > self.year)
        changes = bool(cue("change_column").search(said)) and unit in ("", "%")
        if changes and self.indexed:
            unit, changes = "点", False
        return Column("" if cue("plain_column").fullmatch(name) else name, "%" if changes else unit, time,
                      aimed, changes, (cell.start, cell.end))

    def _row(self, text: str, cells: Sequence[Span]) -> Iterator[Cell]:
        words = [text[cell.start:cell.end] for cell in cells]
        at = 1 if cue("serial_column").search(self.columns[0].name) and len(cells) > 2 else 0
        own, label = _unit_of(cue("part_label").sub("", words[at]))
        below = self.label and (label in parts() or cue("class_label").match(label))
        whole, part = (self.label, label) if below else (label, "")
        self.label = "" if not below and label in parts() else whole  # 城镇, 乡村 without a whole stand for themselves
        units = cue("unit_column").search
        given = next((word for word, column in zip(words, self.columns, strict=True) if units(column.name)), "")
        for cell, word, column in zip(cells[at + 1:], words[at + 1:], self.columns[at + 1:], strict=True):
            amount = _amount(word, column.unit or given or own or self.unit, cell)
            if amount and whole:
                name = whole + ("" if column.change else column.name)
                yield Cell(Found(amount, "cell", name, part, cells[at].start, cell.end), column)


def _cells(text: str, start: int, end: int) -> list[Span]:
    """The cells of a line, without empty ones at its edges; none for a rule of a table (|---|)."""
    line = text[start:end].rstrip("\n")
    spans = [Span(start + met.start(1), start + met.end(1)) for met in CELL.finditer(line)]
    filled = [index for index, span in enumerate(spans) if span.end > span.start]
    return spans[filled[0]:filled[-1] + 1] if filled and not RULE.fullmatch(line) else []


def _is_header(words: Sequence[str]) -> bool:
    short = len(words) >= LEAST and all(len(word) <= HEAD and not NUMBER.fullmatch(word) for word in words)
    return short and any(cue(rule).search(word) for rule in ("unit_column", "change_column") for word in words)


def _between(line: str, gap: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """What stands between the gaps of a line, without the blanks around it."""
    edges = [0, *(edge for met in gap.finditer(line) for edge in met.span()), len(line)]
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        word = re.compile(r"\S(?:.*\S)?", re.DOTALL).search(line, first, last)
        if word:
            yield word.span()


def _unit_of(said: str) -> tuple[str, str]:
    """常住人口(万人) is 万人 and 常住人口."""
    met = BRACKET.search(said)
    return (met[1] if met else ""), trim(BRACKET.sub("", said)).core


def _amount(word: str, unit: str, cell: Span) -> Amount | None:
    """The number with a unit said elsewhere, if the grammar reads the two together as one amount."""
    if not NUMBER.fullmatch(word) or not unit or word.endswith("%"):
        return None
    read = find_amounts(f"{word.lstrip('+')}{unit}")
    whole = len(read) == 1 and read[0].unit == unit
    return replace(read[0], start=cell.start, end=cell.end, outer=cell.start, tail=cell.end) if whole else None


def _with_changes(row: Iterable[Cell]) -> Iterator[Cell]:
    """A column of growth speaks of the number before it; alone it holds growths of their own."""
    last: Cell | None = None
    for cell in row:
        found = cell.found
        if cell.column.change and last and not last.found.change:
            last.found.change, last.found.end = found.amount.value, found.end
            continue
        if cell.column.change:
            found.role, found.value = "growth", found.amount.value
        if last:
            yield last
        last = cell
    if last:
        yield last
