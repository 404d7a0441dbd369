"""The written lines of a file: where each starts and ends, how far it is set in, how many blank lines stand above."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Line", "split_lines", "width"]

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_MARK = re.compile(r"(?:#{1,6}(?=[^#])|>)\s*|[*+-]\s+(?=\S)(?!\d{1,4}\s*[-–—－]+$)|\*\*(?=\S)")
_BLANK = " \r\ufeff\u200b"  # in folded text
_INDENT = {"\u3000": 2, "\u2003": 2, "\t": 4}
_ENTITY = re.compile(r"&(?:nbsp|e[mn]sp);")


@dataclass(frozen=True, slots=True)
class Line:
    """``start`` and ``end`` are raw offsets without surrounding blanks and Markdown marks; ``text`` is folded.

    ``indent`` counts half-width columns, ``gap`` the blank lines above; ``marked`` stood behind a ``#``.
    ``whole`` lines were found by splitting a longer one and are never joined again, ``torn`` ones go on in the next;
    ``frame`` lines are furniture.
    """

    start: int
    end: int
    text: str
    indent: int = 0
    gap: int = 0
    marked: bool = False
    whole: bool = False
    torn: bool = False
    frame: bool = False


def split_lines(raw: str, folded: str) -> list[Line]:
    """The non-blank lines of ``raw``, trimmed.

    >>> [(line.text, line.gap) for line in split_lines("## 一、总则\\n\\n　　正文", "## 一、总则\\n\\n  正文")]
    [('一、总则', 0), ('正文', 1)]
    """
    lines, last = [], 0
    for hit in _LINE.finditer(raw):
        lines.append(_line(raw, folded, hit.start(), hit.end(), max(0, raw.count("\n", last, hit.start()) - 1)))
        last = hit.end()
    return [line for line in lines if line.end > line.start]


def _line(raw: str, folded: str, start: int, end: int, gap: int) -> Line:
    body = folded[start:end]
    blank = len(body) - len(body.lstrip(_BLANK))
    indent = sum(_INDENT.get(char, 1) for char in _ENTITY.sub(" ", raw[start:start + blank]))
    start += blank
    end -= len(body) - len(body.rstrip())
    mark = _MARK.match(raw, start, end)
    marked = bool(mark) and raw[start] == "#"
    if mark:
        start = mark.end()
        end -= 2 if raw[start:end].endswith("**") else 0
    return Line(start, end, folded[start:end], indent, gap, marked)


def width(text: str) -> int:
    """Half-width columns a text takes on paper.

    >>> width("到2027年")
    8
    """
    return len(text.encode("gbk", "replace"))
