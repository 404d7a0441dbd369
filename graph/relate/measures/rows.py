"""Rows of tables as units of action: called by the cell of their task, and parted where one holds several."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from graph.find.duties.tasks import Task, find_tasks
from graph.model import Document, Span
from graph.relate.measures.speakers import Unit

__all__ = ["Rows"]

_EDGE = 3  # code points of the bars and blanks around a row


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
        """The unit; if it is a row, under the name of its task, and one for each task."""
        task = self._around(unit.span)
        cells = [cell for cell in task.cells if unit.span.start <= cell.start < unit.span.end] if task else []
        edges = [unit.span.start, *(cell.start for cell in cells[1:]), unit.span.end]
        for k, cell in enumerate(cells):
            title = self._document.text[cell.start:cell.end].strip(" 。\n")
            number = unit.number if k == 0 else f"{unit.number}.t{k + 1}"
            yield unit._replace(number=number, title=title, span=self._trimmed(edges[k], edges[k + 1]))
        if not cells:
            yield unit

    def _trimmed(self, start: int, end: int) -> Span:
        return Span(start, start + len(self._document.text[start:end].rstrip()))

    def _around(self, span: Span) -> Task | None:
        at = bisect_right(self._starts, span.start + _EDGE) - 1
        task = self._tasks[at] if at >= 0 else None
        return task if task and task.row.end + _EDGE >= span.end and span.start >= task.row.start - _EDGE else None
