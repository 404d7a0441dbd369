"""One line of a table: how it parts into cells, and whether these are headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.find.duties.wording import label_role
from graph.read.knowledge import pattern

__all__ = ["Cell", "Row", "bare_words", "has_duties", "headings_of", "is_numbering", "is_whole", "only_cell", "splits"]

_GAPS = tuple(re.compile(gap) for gap in (r"\t", r"[\t|]+| {2,}|\u3000+", r"[\s|]+"))
_NUMBERED = "[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节条]"  # 第二章 职责分工
_HEADING = re.compile(rf"(?!{_NUMBERED})[\u4e00-\u9fff（）()/、]{{1,14}}")
_MOST_NARROW = 8


class Cell(NamedTuple):
    """A cell with the raw offsets of its words."""

    start: int
    end: int
    text: str


class Row(NamedTuple):
    """The ``cells`` of a row under the headings of its table.

    ``loose`` rows lack a merged cell, or have one broken; in ``aligned`` ones several cells may stand under a heading.
    """

    headings: tuple[str, ...]
    cells: tuple[Cell, ...]
    loose: bool = False
    aligned: bool = False

    def under(self) -> Iterator[tuple[str, Cell]]:
        """Each heading with the cell below it."""
        return zip(reversed(self.headings), reversed(self.cells), strict=False)


def splits(line: re.Match[str]) -> Iterator[tuple[Cell, ...]]:
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


def only_cell(line: re.Match[str]) -> Cell | None:
    """The one cell of a line; ``None`` if it has several."""
    cells = next(splits(line))
    return cells[0] if len(cells) == 1 and cells[0].text else None


def bare_words(cell: Cell | None) -> str:
    """A heading without blanks and brackets: 责 任 单 位（部门）."""
    return re.sub(r"\s|[（(].*", "", cell.text) if cell else ""


def headings_of(cells: Sequence[Cell | None]) -> tuple[str, ...]:
    """The bare words of all cells, if all look like headings."""
    bare = tuple(re.sub(r"\s", "", cell.text) if cell else "" for cell in cells)
    return tuple(bare_words(cell) for cell in cells) if all(_HEADING.fullmatch(words) for words in bare) else ()


def is_numbering(heading: str) -> bool:
    """Whether a heading is that of the column of running numbers.

    >>> is_numbering("序号"), is_numbering("文号")
    (True, False)
    """
    return pattern("duties", "row_number").match(heading) is not None


def has_duties(headings: Sequence[str]) -> bool:
    """Whether a heading is the label of a duty; a bare verb (牵头) is one beside a column of running numbers.

    >>> has_duties(("任务", "牵头单位")), has_duties(("序号", "任务", "牵头", "配合")), has_duties(("任务", "配合"))
    (True, True, False)
    """
    labels = [words for words in headings if label_role(words) not in ("", "none")]
    return any(map(is_whole, labels)) or (bool(labels) and is_numbering(headings[0]))


def is_whole(label: str) -> bool:
    """Whether a label says of whom it is (牵头单位), and is no bare verb (牵头)."""
    return len(label) > 2
