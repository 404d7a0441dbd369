"""Tables that reached plain text: where their headings and cells stand.

A table becomes lines of cells (tabs, bars, runs of spaces) or one cell a line.  The view may have dropped the blanks
between cells, so grids are read from the raw text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.find.duties.cells import Cell, Row, bare_words, has_duties, headings_of, is_numbering, only_cell, splits
from graph.find.duties.stacked import aligned, is_column, is_duty, stacked
from graph.find.duties.wording import label_source

__all__ = ["read_rows"]

_MISSED, _FEW = 2, 3
_LONGEST = 20  # lines of a row
_NUMBER = re.compile("[0-9]{1,3}|[一二三四五六七八九十]{1,3}、?")
_NUMBER_AND_REST = 2  # cells of a row in which only its number stands apart


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
        elif _heads_stack(single, number):
            yield from stacked(single[number:])


def _heads_stack(single: list[Cell | None], number: int) -> bool:
    """Whether a table with one cell a line begins here: at its column of numbers, or at the first of its headings."""
    if is_numbering(bare_words(single[number])):
        return True
    heads = single[number:number + _FEW]
    begins = number == 0 or not is_column(single[number - 1])
    return begins and len(heads) == _FEW and all(map(is_column, heads))


def _beside(lines: list[re.Match[str]], headings: tuple[str, ...]) -> Iterator[Row]:
    """Rows with all their cells on one line, or broken over several, until other lines follow."""
    missed = past = 0
    for number, line in enumerate(lines):
        if number < past:
            continue
        ways = list(splits(line))
        broken, past = _broken(lines, number, headings)
        if broken:
            missed = 0
            yield broken
            continue
        if any(headings_of(cells) and has_duties(headings_of(cells)) for cells in ways):
            return
        cells = next((cells for cells in ways if len(cells) == len(headings)), None)
        loose = next((cells for cells in ways[:2] if 1 < len(cells) < len(headings)), None)
        parted = loose and len(loose) > _NUMBER_AND_REST
        spilled = None if cells or parted else _spilled(ways[-1], headings)
        loose = None if spilled else loose
        missed = 0 if cells or loose or spilled else missed + 1
        if missed > _MISSED:
            return
        if cells or loose:
            yield Row(headings, cells or loose or (), loose=not cells)
        elif spilled:
            yield spilled


def _broken(lines: list[re.Match[str]], number: int, headings: tuple[str, ...]) -> tuple[Row | None, int]:
    """A numbered row whose cells hold line breaks, and the line behind it: its cells go on until all columns are met,
    bodies in the last also below it."""
    cells = list(next(splits(lines[number])))
    if not (1 < len(cells) < len(headings) and is_numbering(headings[0]) and _NUMBER.fullmatch(cells[0].text)):
        return None, 0
    at = number + 1
    while len(cells) < len(headings) and at < min(len(lines), number + _LONGEST):
        more = next(splits(lines[at]))
        if len(more) > 1 and _NUMBER.fullmatch(more[0].text):
            return None, 0
        cells[-1] = _joined(cells[-1], more[0])
        cells += more[1:]
        at += 1
    if len(cells) != len(headings):
        return None, 0
    while at < len(lines) and (cell := only_cell(lines[at])) and is_duty(headings[-1], cell):
        cells[-1] = _joined(cells[-1], cell)
        at += 1
    return Row(headings, tuple(cells)), at


def _joined(cell: Cell, more: Cell) -> Cell:
    return Cell(cell.start, more.end, f"{cell.text} {more.text}")


def _spilled(cells: tuple[Cell, ...], headings: tuple[str, ...]) -> Row | None:
    """A numbered row with more cells than columns, because blanks part the bodies in one of them."""
    numbered = is_numbering(headings[0]) and cells and cells[0].text.isdecimal()
    return aligned(headings, cells) if numbered and len(cells) > len(headings) else None
