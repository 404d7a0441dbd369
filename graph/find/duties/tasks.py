"""What the rows of a table are about: the cell that names the task beside the bodies that answer for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graph.find.duties.cells import Cell, Row
from graph.find.duties.cues import load_cues
from graph.find.duties.grids import read_rows
from graph.find.duties.tables import to_view
from graph.model import Document, Span
from graph.read.folding import fold

__all__ = ["Task", "find_tasks"]

_SHORTEST = 4  # letters of a task


class Task(NamedTuple):
    """A ``row`` of a table and the cells of it that name tasks, as view spans; several where rows were merged."""

    row: Span
    cells: tuple[Span, ...]


def find_tasks(document: Document) -> Iterator[Task]:
    """The tasks of all rows that name one.

    >>> from graph.read import read_text
    >>> document = read_text("类别|任务|责任单位\\n城建|修滨河路|县住建局\\n")
    >>> [document.text[start:end] for task in find_tasks(document) for start, end in task.cells]
    ['修滨河路']
    """
    for row in read_rows(document.raw):
        cells = [cell for cell in (_first(row), *_merged(row)) if cell]
        spans = tuple(to_view(document, cell.start, cell.end) for cell in cells)
        if spans:
            yield Task(to_view(document, row.cells[0].start, row.cells[-1].end), spans)


def _first(row: Row) -> Cell | None:
    """The first cell below the heading of a task."""
    column = load_cues().pattern["task-column"]
    below = [(heading, cell) for heading, cell in row.under() if len(cell.text) >= _SHORTEST]
    return next((cell for heading, cell in reversed(below) if column.search(heading)), None)


def _merged(row: Row) -> Iterator[Cell]:
    """Further tasks of a row with one cell a line, behind the bodies and dates of the first."""
    bodies = False
    for heading, cell in zip(row.headings, row.cells, strict=False) if row.aligned else ():
        if bodies and fold(cell.text).endswith("。") and load_cues().pattern["works"].match(fold(cell.text)):
            yield cell
        bodies = bodies or load_cues().pattern["bodies-column"].search(heading) is not None
