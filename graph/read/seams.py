"""Lines → paragraphs: sentences that the paper broke are put together again.

At a page seam scanning also repeats a run of characters, or loses some.  Text is only ever left out, never invented:
a loss is marked as guessed and goes to review.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.model import Repair, Span
from graph.read.breaks import joint, layout_of, starts_text
from graph.read.lines import Line
from graph.read.links import mark_broken

__all__ = ["Mended", "mend"]

_LOOK = 100_000  # letters of the text in which the missing ones are looked for
_HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(slots=True)
class Mended:
    """Paragraphs as lists of raw ranges, and what was done to the seams between the lines."""

    paragraphs: list[list[Span]] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)


def mend(lines: list[Line], folded: str) -> Mended:
    """Join the lines that belong together; ``folded`` is the whole raw text, folded."""
    lines = mark_broken(lines)
    layout, mended = layout_of(lines), Mended()
    previous: Line | None = None
    in_head = True
    for line in lines:
        in_head = in_head and not starts_text(previous, line)
        within = bool(mended.paragraphs) and len(mended.paragraphs[-1]) > 1
        kind = joint(previous, line, layout, in_head=in_head, within=within) if previous else ""
        if previous and kind:
            start, repairs = _seam(previous, line, kind, folded)
            mended.repairs += repairs
            if start < line.end:
                mended.paragraphs[-1].append(Span(start, line.end))
        else:
            mended.paragraphs.append([Span(line.start, line.end)])
        previous = line
    return mended


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
    inside_word = _HAN.match(left) and len(right) == 3 and all(map(_HAN.match, right))
    if not inside_word or folded.find(left + right[:2], 0, _LOOK) >= 0:
        return ""
    hit = re.compile(f"{left}([\u4e00-\u9fff]{{1,4}}){right}").search(folded, 0, _LOOK)
    return hit[1] if hit else ""
