"""Whether two lines belong together: where a line break is only the paper's, and where a paragraph ends.

A *hard break* ends a line because the page was full: its line is as wide as its neighbours.  A *page seam* is a blank
line in the middle of a sentence.  In the header every line stands for itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from graph.read.knowledge import pattern, words
from graph.read.lines import Line, width

__all__ = ["Layout", "joint", "layout_of", "starts_text"]

_FEW_LINES = 8
_END = tuple("。！？!?;:…)”》]")
_CELLS = re.compile(r"\S {2,}\S.* {2,}\S")  # a row of a table
_OPEN = re.compile(r"《[^》]*$|“[^”]*$|\([^()]*$")
_CLOSER = {"《": "》", "“": "”", "(": ")"}
_OPENERS = (("outline", "label"), ("outline", "attachment"), ("header", "note"), ("header", "date_line"),
            ("header", "number_line"))


@dataclass(frozen=True, slots=True)
class Layout:
    """How long a full line is by ``measure`` (0: not hard-wrapped); whether paragraphs are set in or spaced out by
    blank lines, and whether tables occur."""

    full: int
    indented: bool
    spaced: bool
    table: bool
    measure: Callable[[str], int] = width

    def fills(self, line: Line) -> bool:
        """Whether the line reaches the right margin."""
        return self.measure(line.text) + line.indent >= self.full - 10


def layout_of(lines: list[Line]) -> Layout:
    """The layout by the columns that lines take on paper, or by their letters (some text layers count those)."""
    indented = sum(line.indent >= 2 for line in lines) >= 0.05 * len(lines)
    spaced = sum(line.gap for line in lines) >= 0.5 * len(lines)
    table = any(_heads_table(line.text) for line in lines)
    margins = [(*_margin(lines, measure), measure) for measure in (width, _letters)] if len(lines) >= _FEW_LINES else []
    count, full, measure = max(margins, key=lambda margin: margin[0], default=(0, 0, width))
    return Layout(full, indented, spaced, table, measure) if count else Layout(0, indented, spaced, table)


def _heads_table(text: str) -> bool:
    return any(head in text for head in words("outline", "table_heads")) or (
        bool(pattern("outline", "columns").match(text)))


def _letters(text: str) -> int:
    return 2 * len(text)


def _margin(lines: list[Line], measure: Callable[[str], int]) -> tuple[int, int]:
    """How many lines end at the right margin of a hard-wrapped text, and that; 0 where there is none.

    Hard-wrapped means that many lines end at the margin, most of them in mid-sentence, and hardly any beyond it.
    """
    lengths = [measure(line.text) + line.indent for line in lines]
    counts = Counter(length // 2 for length in lengths if 30 <= length <= 130)
    if not counts:
        return 0, 0
    full = max(counts, key=lambda value: (sum(counts[value + step] for step in (-2, -1, 0)), value)) * 2
    at_margin = [line for line, length in zip(lines, lengths, strict=True) if full - 6 <= length <= full + 3]
    open_ended = sum(not line.text.endswith(_END) for line in at_margin)
    beyond = sum(length > full + 3 for length in lengths)
    wrapped = len(at_margin) >= max(4, 0.15 * len(lines)) and open_ended >= 0.6 * len(at_margin)
    return (len(at_margin), full) if wrapped and beyond <= 0.03 * len(lines) else (0, 0)


def joint(last: Line, line: Line, layout: Layout, *, in_head: bool, within: bool) -> str:
    """The kind of break between two lines, or "" where a paragraph ends; ``within`` tells that the last line itself
    goes on from one above it."""
    if last.whole or line.whole or (layout.table and (_CELLS.search(last.text) or _CELLS.search(line.text))):
        return ""
    kind = "split-word" if line.gap else "hard-break"
    if last.torn or _closes(last.text, line.text):
        return kind
    if line.marked or last.marked or _starts_anew(line.text) or _is_labelled_list(line.text):
        return ""
    if in_head:
        joins = not line.gap and _lists_on(last, line)
    elif pattern("outline", "list_line").search(last.text):
        joins = bool(layout.full) and _runs_on(last, line, layout, within)
    else:
        joins = _runs_on(last, line, layout, within) if layout.full else _breaks_off(last, line, layout)
    return kind if joins else ""


def _is_labelled_list(text: str) -> bool:
    """责任单位：… goes on from no line above it, whether that ends in a full stop or not."""
    return not text.startswith("(") and bool(pattern("outline", "list_line").match(text))


def _lists_on(last: Line, line: Line) -> bool:
    """In the header lines are short for themselves; only a list of bodies runs on, up to its colon."""
    return last.text.endswith((",", "、")) or (bool(re.search("[,、]", last.text)) and line.text.endswith(":"))


def _runs_on(last: Line, line: Line, layout: Layout, within: bool) -> bool:
    """In hard-wrapped text: the last line is full, and the next is not set in as a new paragraph."""
    if layout.indented and line.indent >= 2:
        return False
    if last.text.endswith(":"):
        return False
    if last.text.endswith(("。", ")")) and pattern("header", "org_line").match(line.text):  # a signature
        return False
    if layout.fills(last):
        return layout.indented or not last.text.endswith(tuple("。！？!?"))
    return _stops_short(last, within)


def _stops_short(last: Line, within: bool) -> bool:
    """Whether a short line of hard-wrapped text stops in mid-sentence, as where a text layer broke in pieces."""
    if last.text.endswith(_END) or not (within or re.search("[,。;、]", last.text)):
        return False
    return not (pattern("outline", "label").match(last.text) and "。" not in last.text)


def _breaks_off(last: Line, line: Line, layout: Layout) -> bool:
    """In text that is not hard-wrapped: running text that stops in mid-sentence, at a blank line or a long way on."""
    if last.text.endswith(_END) or not re.search("[,。;、]", last.text) or pattern("header", "note").match(last.text):
        return False
    if pattern("header", "received_person").match(last.text) and pattern("header", "received").match(line.text):
        return False  # a salutation without its colon
    if pattern("outline", "offer_end").search(last.text) and pattern("outline", "offer").match(line.text):
        return False  # …给予50万元奖励⏎对新认定的企业，…
    heads = "。" not in last.text and pattern("outline", "label").match(last.text)
    seam = line.gap and not (layout.spaced and heads)
    least = 20 if seam else 40 if last.text[-1] not in ",、" else 8
    return len(last.text) >= least and not (layout.table and not seam)


def _closes(last: str, text: str) -> bool:
    """A bracket or quotation mark opened near the end of one line is closed near the start of the next."""
    opened = _OPEN.search(last[-60:])
    if not opened:
        return False
    head, closer = text[:40], _CLOSER[opened[0][0]]
    end = head.find(closer)
    return end >= 0 and opened[0][0] not in head[:end]


def _starts_anew(text: str) -> bool:
    return any(pattern(*opener).match(text) for opener in _OPENERS)


def starts_text(last: Line | None, line: Line) -> bool:
    """Whether the header ends here: a sentence, a numbered heading, words that open a text, a line below the 主送."""
    if "。" in line.text or (last and last.text.endswith(":")):
        return True
    if pattern("header", "occasion").match(line.text):
        return False
    return bool(pattern("outline", "label").match(line.text) or pattern("header", "lead_in").match(line.text))
