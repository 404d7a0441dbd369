"""Tables with one cell a line: 序号 / 任务 / 责任单位 / 时限 / 1 / 修路 / 市交通局 / 市水利局 / 年底前 / 2 / …

Rows are told by their running number.  A row that has not one line for each column is read by what its lines look
like: bodies fill the columns of duties, dates those of deadlines, and all else is the task.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from graph.find.duties.cells import Cell, Row, bare_words, has_duties, headings_of, is_numbering
from graph.find.duties.coordination import split
from graph.find.duties.cues import load_cues
from graph.find.duties.shapes import is_shaped
from graph.find.duties.wording import label_role
from graph.read.folding import fold
from graph.read.knowledge import pattern

__all__ = ["aligned", "is_column", "is_duty", "stacked"]

_MISSED, _LONGEST_ROW = 2, 24
_LONGEST_BODY = 12  # characters of a body in a list of which not all are told by their shape
_NUMBERED_TASK = re.compile(r"\d{1,3}[.、](?!\d)")


def stacked(cells: Sequence[Cell | None]) -> Iterator[Row]:
    """The rows of a table whose first heading is the first of ``cells`` (``None``: a line with several cells)."""
    numbered = is_numbering(bare_words(cells[0]))
    heads = list(takewhile(lambda cell: headings_of([cell]) and (numbered or is_column(cell)), cells))
    width, headings = len(heads), _rejoined([bare_words(cell) for cell in heads])
    if len(headings) < 3 or not has_duties(headings):
        return
    if not numbered:
        pairs = list(_paired(cells[width:], headings))
        yield from pairs if len(pairs) > 1 else _chunks(cells[width:], headings)
        return
    at = next((at for at in range(width, width + _MISSED + 1) if _number(cells, at) is not None), len(cells))
    while (number := _number(cells, at)) is not None:
        end = _row_end(cells, at, number, headings)
        row = tuple(cell for cell in cells[at:end] if cell)
        if len(row) == end - at > 1:
            yield Row(headings, row) if len(row) == len(headings) and _fits(headings, row) else aligned(headings, row)
        at = end


def _rejoined(words: Sequence[str]) -> tuple[str, ...]:
    """The headings where some were broken over two lines.

    >>> _rejoined(["序号", "项目", "牵头", "部门", "完成", "时间"])
    ('序号', '项目', '牵头部门', '完成时间')
    """
    breaks, found = load_cues().pattern["broken-heading"], list[str]()
    for word in words:
        if found and breaks.fullmatch(found[-1] + word):
            found[-1] += word
        else:
            found.append(word)
    return tuple(found)


def is_column(cell: Cell | None) -> bool:
    """Whether a line is the heading of a column."""
    return bool(cell and pattern("outline", "column").match(fold(cell.text)))


def _chunks(cells: Sequence[Cell | None], headings: Sequence[str]) -> Iterator[Row]:
    """The rows of a table without numbers: as many lines as there are columns, as long as bodies stand below theirs."""
    width = len(headings)
    for at in range(0, len(cells) - width + 1, width):
        row = tuple(cell for cell in cells[at:at + width] if cell)
        bodies = [_kind_of(cell) for heading, cell in zip(headings, row, strict=False) if _column(heading) == "duty"]
        if len(row) < width or not _fits(headings, row) or "duty" not in bodies:
            return
        yield Row(tuple(headings), row)


def _paired(cells: Sequence[Cell | None], headings: Sequence[str]) -> Iterator[Row]:
    """Rows of a numbered task and, on the line below it, its bodies, where the other cells are empty."""
    task, duty = (next((head for head in headings if _column(head) == kind), "") for kind in ("text", "duty"))
    for above, below in pairwise(cells):
        if above and below and _NUMBERED_TASK.match(fold(above.text)) and _names_bodies(fold(below.text)):
            yield Row((task, duty), (above, below))


def _names_bodies(folded: str) -> bool:
    """Whether a line is a list of which most are bodies by their shape."""
    items = [folded[a:b].removesuffix("等") for a, b in split(folded, 0, len(folded))]
    shaped = sum(is_shaped(item) for item in items)
    return "。" not in folded and bool(shaped) and 2 * shaped >= len(items)


def _row_end(cells: Sequence[Cell | None], at: int, number: int, headings: Sequence[str]) -> int:
    """Where the next row begins: at the next number, else after all cells, or where the headings are repeated."""
    near = range(at + 2, min(at + _LONGEST_ROW, len(cells) + 1))
    again = next((end for end in near if end < len(cells) and bare_words(cells[end]) == headings[0]), len(cells))
    following = next((end for end in near if end <= again and _number(cells, end) == number + 1), None)
    return following or min(again, _last_end(cells, at, headings))


def _last_end(cells: Sequence[Cell | None], at: int, headings: Sequence[str]) -> int:
    """Where the last row ends: bodies and dates go on where cells are lacking, bodies below a last column of duties.

    A body with a whole date below it is the signature of the document.
    """
    end = min(at + len(headings), len(cells))
    row = [cell for cell in cells[at:end] if cell]
    lacking = len(row) == len(headings) and not _fits(headings, row)
    kinds = ("duty", "date") if lacking else ("duty",) if _column(headings[-1]) == "duty" else ()
    while end < len(cells) and (cell := cells[end]) and _kind_of(cell) in kinds and not _signs(cells, end):
        end += 1
    return end


def _signs(cells: Sequence[Cell | None], at: int) -> bool:
    date = cells[at + 1] if at + 1 < len(cells) else None
    return bool(date and pattern("header", "date_line").match(fold(date.text)))


def _number(cells: Sequence[Cell | None], at: int) -> int | None:
    cell = cells[at] if at < len(cells) else None
    return int(cell.text) if cell and cell.text.isdecimal() else None


def _fits(headings: Sequence[str], row: Sequence[Cell]) -> bool:
    """Whether no line under a column of deadlines or duties looks like one of the other, and no date lies elsewhere."""
    kinds = [(_column(heading), _kind_of(cell)) for heading, cell in zip(headings, row, strict=True)]
    if ("duty", "date") in kinds or ("date", "duty") in kinds:
        return False
    dated = any(column == "date" for column, _ in kinds)
    return not dated or ("date", "date") in kinds or ("text", "date") not in kinds


def aligned(headings: Sequence[str], row: Sequence[Cell]) -> Row:
    """The row with each cell under the column that it looks like; several may stand under one heading.

    >>> cells = [Cell(0, 0, text) for text in ("3", "修建步道", "县住建局", "县水利局", "年底前")]
    >>> aligned(("序号", "任务", "责任单位", "时限"), cells).headings
    ('序号', '任务', '责任单位', '责任单位', '时限')
    """
    columns = [_column(heading) for heading in headings]
    names, last = [headings[0]], 0
    for cell in row[1:]:
        last = _place(columns, _kind_of(cell), last)
        names.append(headings[last])
    return Row(tuple(names), tuple(row), aligned=True)


def _place(columns: Sequence[str], kind: str, last: int) -> int:
    """The column of a line behind one under column ``last``: the next that takes its kind, else the same again."""
    after = next((i for i in range(last + 1, len(columns)) if columns[i] == kind), None)
    again = columns[last] == kind
    return after if after is not None else last if again else columns.index(kind) if kind in columns else last


def is_duty(heading: str, cell: Cell) -> bool:
    """Whether a cell below a column of duties is a list of bodies."""
    return _column(heading) == "duty" and _kind_of(cell) == "duty"


def _column(heading: str) -> str:
    """What the lines below a heading look like: ``duty``, ``date`` or ``text``."""
    role = label_role(heading)
    if role not in ("", "none"):
        return "duty"
    return "date" if load_cues().pattern["deadline-column"].search(heading) else "text"


def _kind_of(cell: Cell) -> str:
    """What a line looks like: a list of bodies (``duty``), a ``date``, or ``text``."""
    folded = fold(cell.text)
    items = [folded[a:b] for a, b in split(folded, 0, len(folded))]
    cues = load_cues().pattern
    shaped = sum(is_shaped(item) or bool(cues["township"].fullmatch(item)) for item in items)
    short = max(map(len, items), default=0) <= _LONGEST_BODY and "。" not in folded
    listed = short and len(items) > 1 and 2 * shaped >= len(items)
    if items and not cues["works"].match(folded) and (listed or shaped == len(items)):
        return "duty"
    dated = len(folded) <= 14 and cues["deadline"].search(folded)
    return "date" if dated else "text"
