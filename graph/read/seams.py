"""Lines → paragraphs: where a line break is only the paper's, the sentence is put together again.

Two kinds of break occur.  A *hard break* ends a line because the page was full: its line is as wide as its
neighbours.  A *page seam* is a blank line in the middle of a sentence; scanning also repeats a run of
characters there, or loses some.  Text is only ever left out, never invented: a loss is marked and goes to review.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from graph.model import Repair, Span
from graph.read.knowledge import pattern, words
from graph.read.lines import Line, width

__all__ = ["Mended", "mend"]

_END = tuple("。！？!?;:…)”》]")
_OPEN = re.compile(r"《[^》]*$|“[^”]*$|\([^()]*$")
_CLOSER = {"《": "》", "“": "”", "(": ")"}
_HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(slots=True)
class Mended:
    """Paragraphs as lists of raw ranges, and what was done to the seams between the lines."""

    paragraphs: list[list[Span]] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Layout:
    """How wide a full line is (0: the text is not hard-wrapped), whether paragraphs are indented, whether tables occur."""

    full: int
    indented: bool
    table: bool


def mend(lines: list[Line], folded: str) -> Mended:
    """Join the lines that belong together; ``folded`` is the whole raw text, folded."""
    layout, mended = _layout(lines), Mended()
    previous: Line | None = None
    in_head = True
    for line in lines:
        in_head = in_head and not _starts_text(previous, line)
        kind = _join(previous, line, layout, in_head) if previous else ""
        if previous and kind:
            start, repairs = _seam(previous, line, kind, folded)
            mended.repairs += repairs
            if start < line.end:
                mended.paragraphs[-1].append(Span(start, line.end))
        else:
            mended.paragraphs.append([Span(line.start, line.end)])
        previous = line
    return mended


def _starts_text(last: Line | None, line: Line) -> bool:
    """Whether the header ends here: a sentence, a numbered heading, the words that open a text, a line below the 主送."""
    if "。" in line.text or (last and last.text.endswith(":")):
        return True
    return bool(pattern("outline", "label").match(line.text) or pattern("header", "lead_in").match(line.text))


def _layout(lines: list[Line]) -> _Layout:
    """Hard-wrapped means: many lines end at one right margin, and most of those in mid-sentence."""
    widths = [width(line.text) + line.indent for line in lines]
    counts = Counter(value // 2 for value in widths if value >= 30)
    table = any(head in line.text for line in lines for head in words("outline", "table_heads"))
    if len(lines) < 8 or not counts:
        return _Layout(0, False, table)
    full = max(counts, key=lambda value: (sum(counts[value + step] for step in (-2, -1, 0)), value)) * 2
    at_margin = [line for line, value in zip(lines, widths, strict=True) if full - 6 <= value <= full + 3]
    open_ended = [line for line in at_margin if not line.text.endswith(_END)]
    wrapped = full <= 130 and len(at_margin) >= 0.35 * len(lines) and len(open_ended) >= 0.6 * len(at_margin)
    indented = sum(line.indent >= 2 for line in lines) >= 0.05 * len(lines)
    return _Layout(full if wrapped else 0, indented, table)


def _join(last: Line, line: Line, layout: _Layout, in_head: bool) -> str:
    """The kind of break between two lines, or "" where a paragraph ends."""
    if last.whole or line.whole:
        return ""
    kind = "split-word" if line.gap else "hard-break"
    if _closes(last.text, line.text):
        return kind
    if line.marked or last.marked or _starts_anew(line.text):
        return ""
    if in_head:
        joins = not line.gap and _lists_on(last, line)
    elif pattern("outline", "list_line").search(last.text):
        joins = bool(layout.full) and _runs_on(last, line, layout)
    else:
        joins = _runs_on(last, line, layout) if layout.full else _breaks_off(last, line, layout)
    return kind if joins else ""


def _lists_on(last: Line, line: Line) -> bool:
    """In the header lines are short for themselves; only a list of bodies runs on, up to its colon."""
    return last.text.endswith((",", "、")) or (bool(re.search("[,、]", last.text)) and line.text.endswith(":"))


def _runs_on(last: Line, line: Line, layout: _Layout) -> bool:
    """In hard-wrapped text: the last line is full, and the next is not set in as a new paragraph."""
    if layout.indented and line.indent >= 2:
        return False
    if last.text.endswith("。") and pattern("header", "org_line").match(line.text):  # a signature
        return False
    full = width(last.text) + last.indent >= layout.full - 10
    return full and (layout.indented or not last.text.endswith(_END[:6]))


def _breaks_off(last: Line, line: Line, layout: _Layout) -> bool:
    """In text that is not hard-wrapped: running text that stops in mid-sentence, before a blank line or a long way on."""
    if last.text.endswith(_END) or not re.search("[,。;、]", last.text) or pattern("header", "note").match(last.text):
        return False
    least = 20 if line.gap else 40 if last.text[-1] not in ",、" else 8
    return len(last.text) >= least and not (layout.table and not line.gap)


def _closes(last: str, text: str) -> bool:
    """A bracket or quotation mark opened near the end of one line is closed near the start of the next."""
    opened = _OPEN.search(last[-60:])
    if not opened:
        return False
    head, closer = text[:40], _CLOSER[opened[0][0]]
    end = head.find(closer)
    return end >= 0 and opened[0][0] not in head[:end]


def _starts_anew(text: str) -> bool:
    return any(pattern(*name).match(text) for name in (
        ("outline", "label"), ("outline", "attachment"), ("header", "note"), ("header", "date_line"), ("header", "number_line")))


def _seam(last: Line, line: Line, kind: str, folded: str) -> tuple[int, list[Repair]]:
    """Where the next line's own text begins, and the repairs to record."""
    if not line.gap:
        return line.start, [Repair(kind, last.end, line.start)]
    repeated = _repeated(last.text, line.text)
    if repeated:
        start = line.start + repeated
        return start, [Repair("repeated-run", line.start, start)]
    lost = _lost(last.text, line.text, folded)
    if lost:
        return line.start, [Repair("lost-text", last.end - 1, line.start + 1, True, f"疑缺“{lost}”")]
    return line.start, [Repair(kind, last.end, line.start)]


def _repeated(last: str, text: str) -> int:
    """Length of the run at the start of ``text`` that already ends ``last``.

    >>> _repeated("印发《奖励政策》，支持企业", "奖励政策》，支持企业组建机构")
    10
    """
    tail, probe = last[-400:], text[:6]
    at = tail.find(probe) if len(probe) == 6 else -1
    while at >= 0:
        if text.startswith(tail[at:]):
            return len(tail) - at
        at = tail.find(probe, at + 1)
    return 0


def _lost(last: str, text: str, folded: str) -> str:
    """Characters that the same words have between them elsewhere in the text, and that are missing here.

    >>> _lost("持续推进高", "术企业培育", "深入实施高新技术企业提质行动")
    '新技'
    """
    left, right = last[-1:], text[:3]
    if not (_HAN.match(left) and len(right) == 3 and all(map(_HAN.match, right))) or left + right[:2] in folded:
        return ""
    hit = re.search(f"{left}([\u4e00-\u9fff]{{1,4}}){right}", folded)
    return hit[1] if hit else ""
