"""What a web page or printer put around a document, and sometimes in its middle.

Lines that no document contains (当前位置, ICP备, 字体大小 …) are anchors.  Between two anchors that no line of
running text separates, everything is page frame, except lines that look like parts of a document.  A title
that stands inside a frame in the middle of the text is handed on separately: the view keeps its order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.model import Repair, Span
from graph.read.knowledge import pattern
from graph.read.lines import Line
from graph.read.pagenumbers import page_numbers

__all__ = ["Frame", "strip_furniture"]

_PARTS = (("furniture", "keep"), ("furniture", "title"), ("header", "date_line"), ("header", "note"),
          ("header", "printed"), ("header", "org_line"), ("header", "banner"), ("header", "occasion"),
          ("header", "head_of"), ("header", "office_signer"))
_OFTEN, _HEAD_LENGTH = 3, 30
_BARE = ("日期", "时间")  # labels that are words of the text elsewhere
_LABEL = 6  # letters of the longest label of the index table
_LONGEST = 300  # letters of an anchor
_REACH = 40  # lines of navigation that may stand between two anchors


@dataclass(frozen=True, slots=True)
class Frame:
    """The lines that remain, what was removed, titles (raw ranges) and index lines (文号：…) found inside the frame."""

    lines: list[Line]
    repairs: list[Repair]
    titles: list[tuple[Span, ...]]
    index: list[Line]


def strip_furniture(lines: list[Line]) -> Frame:
    """Sort the lines into document and page frame; a text that is all frame is left as it is."""
    numbers = page_numbers(lines)
    dropped = _running_heads(lines, numbers)
    zones = _zones(lines)
    body = [i for i, line in enumerate(lines) if _is_body(line)]
    titles: list[tuple[Span, ...]] = []
    for first, last in zones:
        inside = [i for i in range(first, last + 1) if i not in numbers]
        middle = bool(body) and body[0] < first
        kept = [i for i in inside if not _strong(lines[i]) and _is_part(lines, i, inside)]
        if middle:
            titles += [tuple(Span(lines[i].start, lines[i].end) for i in kept)] if kept else []
            kept = [i for i in kept if pattern("furniture", "keep").search(lines[i].text)]
        dropped |= set(inside) - set(kept)
    return _frame(lines, numbers, dropped, titles)


def _frame(lines: list[Line], numbers: set[int], dropped: set[int], titles: list[tuple[Span, ...]]) -> Frame:
    kept = [line for i, line in enumerate(lines) if i not in numbers and i not in dropped]
    if not kept:
        return Frame(lines, [], [], [])
    repairs = [Repair("page-number" if i in numbers else "furniture", lines[i].start, lines[i].end)
               for i in sorted(numbers | dropped)]
    return Frame(kept, repairs, titles, list(_index(lines, dropped)))


def _index(lines: list[Line], dropped: set[int]) -> Iterator[Line]:
    """The cells of the site's index table; a label alone on its line with the value on the next one is one cell."""
    for i in sorted(dropped):
        label = lines[i]
        cell = label.text in _BARE or pattern("furniture", "metadata").match(label.text)
        if cell and len(label.text.rstrip(": ")) <= _LABEL and i + 1 < len(lines):
            value = lines[i + 1]
            text = label.text + " " * (value.start - label.end) + value.text
            yield Line(label.start, value.end, text)
        elif cell or ":" in label.text or (label.frame and "|" in label.text):
            yield label


def _strong(line: Line) -> bool:
    text = line.text
    return line.frame or (len(text) <= _LONGEST and "。" not in text and _is_anchor(text))


@lru_cache(maxsize=512)  # each line is asked about from several sides
def _is_anchor(text: str) -> bool:
    if _opens_numbered(text):
        return False
    return bool(pattern("furniture", "strong").search(text) or pattern("furniture", "metadata").match(text))


def _is_body(line: Line) -> bool:
    """Running text or a numbered heading, which no page frame contains."""
    text = line.text
    if _strong(line):
        return False
    return (len(text) >= 12 and "。" in text) or (len(text) >= 25 and text[-1] in ",;:") or _opens_numbered(text)


def _opens_numbered(text: str) -> bool:
    hit = pattern("outline", "label").match(text)
    return hit is not None and len(text) > hit.end() and not text[:1].isdigit()


def _running_heads(lines: list[Line], numbers: set[int]) -> set[int]:
    """Short lines that stand beside page numbers again and again: the running head of a print."""
    beside = {j for i in numbers for j in (i - 1, i + 1) if 0 <= j < len(lines)} - numbers
    seen = Counter(line.text for line in lines if len(line.text) <= _HEAD_LENGTH)
    return {j for j in beside if seen[lines[j].text] >= _OFTEN and not _is_body(lines[j])}


def _is_part(lines: list[Line], i: int, inside: list[int]) -> bool:
    """A title (perhaps over two lines), the occasion of a report, 文号 or another element between two anchors."""
    text = lines[i].text
    if pattern("furniture", "keep").search(text) or any(
            pattern(file, rule).match(text) for file, rule in (("furniture", "title"), ("header", "occasion"))):
        return True
    follows = i + 1 in inside and not _strong(lines[i + 1])
    return len(text) >= 12 and follows and bool(pattern("furniture", "title").match(text + lines[i + 1].text))


def _zones(lines: list[Line]) -> list[tuple[int, int]]:
    """Runs of lines from one anchor to the last one reachable without crossing running text."""
    anchors = [i for i, line in enumerate(lines) if _strong(line)]
    zones: list[list[int]] = []
    for i in anchors:
        near = zones and i - zones[-1][1] <= _REACH and not any(_is_body(lines[j]) for j in range(zones[-1][1] + 1, i))
        if near:
            zones[-1][1] = i
        else:
            zones.append([i, i])
    return [_widened(lines, first, last) for first, last in zones]


def _widened(lines: list[Line], first: int, last: int) -> tuple[int, int]:
    """The frame's own short lines just outside its outermost anchors."""
    while first > 0 and _is_chaff(lines, first - 1):
        first -= 1
    while last + 1 < len(lines) and not lines[last + 1].gap and _is_chaff(lines, last + 1):
        last += 1
    at_end = not any(_is_body(line) for line in lines[last + 1:])
    return (first, len(lines) - 1) if at_end and last - first >= 2 and _only_frame(lines[last + 1:]) else (first, last)


def _only_frame(rest: list[Line]) -> bool:
    return not any(pattern("furniture", "keep").search(line.text) for line in rest)


def _is_chaff(lines: list[Line], i: int) -> bool:
    text = lines[i].text
    if _is_body(lines[i]) or len(text) > 30 or any(mark in text for mark in (*"。,;、:", "关于")):
        return False
    return not any(pattern(*part).search(text) for part in _PARTS)
