"""Duties in tables: a column headed 责任单位 or 牵头单位; and the persons in a column headed 分管领导."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from graph.find.duties.cells import Row, is_whole
from graph.find.duties.clauses import Part, clauses
from graph.find.duties.grids import read_rows
from graph.find.duties.lists import holders_of, looks_listed
from graph.find.duties.nouns import Duty
from graph.find.duties.precedence import Precedence
from graph.find.duties.wording import label_role, label_source
from graph.model import Document, Span

__all__ = ["find_person_cells", "find_tables", "to_view"]


def find_tables(document: Document, precedence: Precedence) -> Iterator[Duty]:
    """One duty for each row of each table that has a column of duties."""
    for row in read_rows(document.raw):
        lists = [holders_of(document, part) for role, span in _duty_cells(document, row)
                 for part in _parts(document.folded, span, role)]
        items = precedence.settle(lists)
        if items:
            span = Span(min(item.span.start for item in items), max(item.span.end for item in items))
            yield Duty(span, span, items, "table", within=to_view(document, row.cells[0].start, row.cells[-1].end))


def find_person_cells(document: Document) -> Iterator[Span]:
    """The view spans of the cells below 分管领导, 责任人 and their like."""
    for row in read_rows(document.raw):
        for heading, cell in row.under():
            if label_role(heading) == "none" and not (row.loose or row.aligned):
                yield to_view(document, cell.start, cell.end)


def _duty_cells(document: Document, row: Row) -> list[tuple[str, Span]]:
    """The cells with bodies, in the order of the columns; of a row that lacks cells, and below a bare verb (落实),
    only what is a list of bodies."""
    found = [(role, to_view(document, cell.start, cell.end), row.loose or not is_whole(heading))
             for heading, cell in row.under() if (role := _role(heading)) and cell.text]
    return [(role, span) for role, span, doubtful in reversed(found)
            if not doubtful or looks_listed(document.folded, span)]


def _parts(folded: str, span: Span, role: str) -> Iterator[Part]:
    """The lists of a cell that holds labels (牵头：A 配合：B、C) or verbs (A牵头，B配合) of its own."""
    labels = list(_label().finditer(folded, *span))
    starts = [span.start, *(label.end() for label in labels)]
    ends = [*(label.start() for label in labels), span.end]
    roles = [role, *(label_role(label[1]) or role for label in labels)]
    for start, end, own in zip(starts, ends, roles, strict=True):
        yield from clauses(folded, Span(start, end), own) if start < end else ()


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?<![\u4e00-\u9fff])({label_source()}):\s*")


def _role(heading: str) -> str:
    role = label_role(heading)
    return role if role != "none" else ""


def to_view(document: Document, start: int, end: int) -> Span:
    """The view span of raw characters; empty where the view left them out."""
    pieces = document.pieces

    def view(raw: int) -> int:
        piece = pieces[max(0, bisect_right(pieces, raw, key=lambda piece: piece.raw) - 1)]
        return piece.view + min(max(0, raw - piece.raw), piece.size)

    return Span(view(start), view(end))
