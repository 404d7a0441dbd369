"""Sentences that the links of a web page broke up: 根据⏎《某办法》⏎,制定本细则.

A page that is copied with its links has a break at either end of each.  What stands between the marks of one title,
and a line that begins with a mark that none can begin with, go on from the line above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.read.lines import Line

__all__ = ["mark_broken"]

_ENDED = tuple("。;:!?")
_GOES_ON = re.compile(r"[,。;、》)](?!$)")  # a mark with words behind it
_OPENED = re.compile(r"《[^《》]*$")
_CLOSES = re.compile(r"[^《》。]*》")
_LINK = re.compile(r"《[^《》]+》")
_REACH = 3  # lines on which one title may stand


def mark_broken(lines: list[Line]) -> list[Line]:
    """The lines, each ``torn`` that goes on in the next.

    >>> texts = ["根据", "《某省节水条例》", ",制定本细则。", "二、总则"]
    >>> [line.torn for line in mark_broken([Line(0, len(text), text) for text in texts])]
    [True, True, False, False]
    """
    broken = {i for start in range(len(lines)) for i in _broken_from(lines, start)}
    return [replace(line, torn=True) if i in broken else line for i, line in enumerate(lines)]


def _broken_from(lines: list[Line], i: int) -> Iterator[int]:
    """The lines from ``i`` on that a break after this one shows to go on."""
    below = lines[i + 1:i + 1 + _REACH]
    if not below or lines[i].frame or below[0].frame:
        return
    if _GOES_ON.match(below[0].text):
        yield i
        if i and _LINK.fullmatch(lines[i].text) and not lines[i - 1].text.endswith(_ENDED):
            yield i - 1
    if _OPENED.search(lines[i].text):
        closing = next((k for k, line in enumerate(below) if _CLOSES.match(line.text)), -1)
        between = below[:max(closing, 0)]
        if closing >= 0 and not any(mark in line.text for line in between for mark in "《》。"):
            yield from range(i, i + closing + 1)
