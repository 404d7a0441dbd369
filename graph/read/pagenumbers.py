"""Page numbers that printing left between the lines of a text."""

from __future__ import annotations

from graph.read.knowledge import pattern, words
from graph.read.lines import Line

__all__ = ["page_numbers"]


def page_numbers(lines: list[Line]) -> set[int]:
    """The indices of the lines that are page numbers; in a table a bare number may open a row.

    >>> texts = ("加强管理。", "- 2 -", "3")
    >>> page_numbers([Line(0, len(text), text) for text in texts])
    {1, 2}
    """
    numbers = {i for i in range(len(lines)) if _is_page_number(lines, i)}
    if any(head in line.text for line in lines for head in words("outline", "table_heads")):
        return {i for i in numbers if not lines[i].text.isdigit()}
    return numbers


def _is_page_number(lines: list[Line], i: int) -> bool:
    """A bare number is a page number only where a blank line or the file's end is its neighbour."""
    line = lines[i]
    if len(line.text) > 20 or not pattern("furniture", "page_number").match(line.text):
        return False
    lonely = line.gap > 0 or i == 0 or i + 1 == len(lines) or lines[i + 1].gap > 0
    return lonely or not line.text.isdigit() or _in_bracket(lines, i)


def _in_bracket(lines: list[Line], i: int) -> bool:
    """Whether a bracket opened on the lines above is closed on the line below: a number there is the page's."""
    above, below = "".join(line.text for line in lines[max(0, i - 3):i]), lines[i + 1].text
    closes = below.find(")")
    return above.rfind("(") > above.rfind(")") and closes >= 0 and "(" not in below[:closes]
