"""Rows of tables as units of action: called by the cell of their task, and parted where one holds several."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from graph.find.duties.tasks import Task, find_tasks
from graph.model import Document, Span
from graph.read.folding import fold
from graph.read.knowledge import pattern
from graph.relate.measures.speakers import Unit

__all__ = ["Rows"]

_EDGE = 3  # code points of the bars and blanks around a row


class _Cell(NamedTuple):
    """The cell of a ``task``, and where the part of the table that is about it begins."""

    start: int
    task: Span


class Rows:
    """The rows of a document's tables, by place."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tasks = sorted(find_tasks(document))
        self._starts = [task.row.start for task in self._tasks]

    def names_task(self, span: Span) -> bool:
        """Whether the cell of a row's task stands in ``span``, and nothing outside the row does."""
        task = self._around(span)
        return task is not None and any(span.start <= cell.start < span.end for cell in task.cells)

    def units(self, unit: Unit) -> Iterator[Unit]:
        """The unit; if it is a row, under the name of its task, and one for each task that has no number of its own."""
        if self._around(Span(unit.span.start, unit.span.start + 1)) is None:
            yield unit
            return
        cells = [cell for cell in self._cells(unit.span) if unit.span.start <= cell.task.start < unit.span.end]
        ends = [*(cell.start for cell in cells[1:]), unit.span.end]
        for k, (cell, end) in enumerate(zip(cells, ends, strict=False)):
            title = self._document.text[cell.task.start:cell.task.end].strip(" 。\n")
            number, start = (f"{unit.number}.t{k + 1}", cell.start) if k else (unit.number, unit.span.start)
            yield unit._replace(number=number, title=title, span=self._trimmed(start, end))
        if not cells:
            yield unit

    def _cells(self, span: Span) -> Iterator[_Cell]:
        """The tasks of the rows that begin in ``span``; the first of a row begins with it."""
        first = bisect_left(self._starts, span.start - _EDGE)
        for task in self._tasks[first:bisect_left(self._starts, span.end)]:
            yield from (_Cell(cell.start if k else task.row.start, cell) for k, cell in enumerate(task.cells))

    def _trimmed(self, start: int, end: int) -> Span:
        """The span without the blanks, bars, and headings repeated by a print at its end."""
        lines = self._document.text[start:end].rstrip().split("\n")
        while len(lines) > 1 and (not lines[-1].strip(" |") or _is_heading(fold(lines[-1]))):
            lines.pop()
        return Span(start, start + len("\n".join(lines).rstrip()))

    def _around(self, span: Span) -> Task | None:
        at = bisect_right(self._starts, span.start + _EDGE) - 1
        task = self._tasks[at] if at >= 0 else None
        return task if task and task.row.end + _EDGE >= span.end and span.start >= task.row.start - _EDGE else None


def _is_heading(line: str) -> bool:
    return any(pattern("outline", rule).match(line) for rule in ("column", "columns"))
