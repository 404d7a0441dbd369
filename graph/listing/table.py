"""A table for the terminal: columns stand straight although a Chinese character is two cells wide.

Cells are cut to fit only when somebody looks at a terminal; into a pipe or file they go whole.  Where a terminal is
too narrow for so many columns, each row is written below the other, a line a column.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from unicodedata import category, east_asian_width

from graph.listing import Listing, Quote

__all__ = ["cut", "draw", "width"]

GAP = "  "
LEAST = 6  # cells a squeezed column keeps
READABLE = 10  # cells below which a squeezed column tells nothing
UNKNOWN = 1 << 32  # more cells than any text has: wcwidth must say, which takes 38 ms to import
_ALONE = "L", "N", "P", "Zs", "Sm", "Sc"  # categories whose width does not hang on what stands beside
_LINES = "\u2500", "\u25ff"  # box drawing and plain shapes
# Parts of a Korean syllable, and signs whose width differs between editions of Unicode (16 widened 𝍠).
_EDITIONS = ("\u1160", "\u11ff"), ("\ud7b0", "\ud7ff"), ("\U0001d000", "\U0001d7ff")


def width(text: str) -> int:
    """Terminal cells, as wcwidth counts them.

    >>> width("政图 “ok”"), width("e\u0301")
    (9, 1)
    """
    if text.isascii():
        return len(text)
    cells = sum(map(_CELLS.__getitem__, text))
    if cells < UNKNOWN:
        return cells
    from wcwidth import wcswidth

    return max(0, int(wcswidth(text)))


class _Cells(dict[str, int]):
    """Cells of each character met, so that text is counted as fast as it is read."""

    def __missing__(self, char: str) -> int:
        alone = category(char).startswith(_ALONE) and not any(first <= char <= last for first, last in _EDITIONS)
        known = alone or _LINES[0] <= char <= _LINES[1]
        self[char] = cells = UNKNOWN if not known else 2 if east_asian_width(char) in "WF" else 1
        return cells


_CELLS = _Cells()


def cut(text: str, cells: int) -> str:
    """The text, shortened to at most ``cells`` with an ellipsis.

    >>> cut("公牛集团牵头", 8), cut("公牛", 8)
    ('公牛集…', '公牛')
    """
    if width(text) <= cells:
        return text
    kept, used = "", 1
    for char in text:
        used += width(char)
        if used > cells:
            break
        kept += char
    return kept + "…"


def draw(listing: Listing, lang: str = "zh") -> str:
    """The table, or nothing at all where there are no rows."""
    if not listing.rows:
        return ""
    rows = [[_one_line(cell) for cell in row] for row in (listing.headings(lang), *listing.words(lang))]
    taken = [list(map(width, row)) for row in rows]
    widths = list(map(max, zip(*taken, strict=True)))
    if sys.stdout.isatty():
        wanted, widths = widths, _squeezed(widths, _room())
        if any(least < min(READABLE, most) for least, most in zip(widths, wanted, strict=True)):
            return _stacked(rows[0], rows[1:], _room())
    lines = [_line(row, cells, widths) for row, cells in zip(rows, taken, strict=True)]
    lines.insert(1, GAP.join("─" * cells for cells in widths))
    return "\n".join(lines) + "\n"


def _room() -> int:
    """Columns of the terminal (shutil's own way to ask costs 4 ms to import)."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns - 1
    except OSError:
        return 79


def _one_line(text: str) -> str:
    """Line ends as a mark, control characters gone: a document's text must not steer a terminal."""
    if isinstance(text, Quote):
        text = text.brief()
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else "⏎" if c == "\n" else " " if c.isspace() else "" for c in text)


def _squeezed(widths: list[int], room: int) -> list[int]:
    """Take from the widest column until all fit."""
    widths = list(widths)
    while sum(widths) + len(GAP) * (len(widths) - 1) > room and max(widths) > LEAST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _stacked(headings: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> str:
    """Each row as lines of heading and value; what is empty is left out."""
    first = max(map(width, headings))
    lines = [[_filled(heading if number == 0 else "", width(heading) if number == 0 else 0, first) + GAP + part
              for heading, cell in zip(headings, row, strict=True) if cell
              for number, part in enumerate(_wrapped(cell, max(LEAST, room - first - len(GAP))))] for row in rows]
    return "\n\n".join(map("\n".join, lines)) + "\n"


def _wrapped(text: str, cells: int) -> list[str]:
    """The text in parts of at most so many cells.

    >>> _wrapped("公牛集团牵头", 8)
    ['公牛集团', '牵头']
    """
    parts, used = [""], 0
    for char in text:
        taken = width(char)
        if used + taken > cells:
            parts, used = [*parts, ""], 0
        parts[-1] += char
        used += taken
    return parts


def _line(row: Sequence[str], taken: Sequence[int], widths: Sequence[int]) -> str:
    return GAP.join(map(_filled, row, taken, widths)).rstrip()


def _filled(text: str, cells: int, most: int) -> str:
    """The text, which takes ``cells``, with blanks up to ``most`` or cut to it."""
    if cells > most:
        text = cut(text, most)
        cells = width(text)
    return text + " " * (most - cells)
