"""The words that prove an indicator: the clauses with its name and number, then what was inherited from elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left

from graph.model import Document, Evidence
from graph.relate.indicators.found import Found

__all__ = ["CLOSE", "CUT", "evidence"]

WIDEST = 100
CUT = re.compile(r"[，;；]|,(?!\d{3})")
CLOSE = re.compile(r"[,，。;；\n！!？?]")


def evidence(document: Document, start: int, found: Found, when: tuple[int, int] | None) -> tuple[Evidence, ...]:
    """Where ``found`` is said: its clauses within the sentence from ``start`` on.

    Then, where those lie outside, the place its name came from and the place ``when`` that names the time.
    """
    text = document.folded
    stop = CLOSE.search(text, max(found.end, found.amount.tail))
    end = stop.start() if stop else len(text)
    begin = _widen(text, start, min(found.begin, found.amount.outer), end)
    others = dict.fromkeys([*found.sources, *([when] if when else [])])
    spans = [(begin, end), *(span for span in others if not (begin <= span[0] and span[1] <= end))]
    return tuple(document.evidence(_tight(text, *span), span[1]) for span in spans)


def _widen(text: str, start: int, begin: int, end: int) -> int:
    """As many whole clauses as make a quote that can be understood, back to the last semicolon."""
    cuts = [start, *(cut.end() for cut in CUT.finditer(text, start, begin))]
    floor = max(text.rfind(";", start, begin), text.rfind("；", start, begin)) + 1
    earliest = max(start, floor, min(end - WIDEST, begin))
    return min(begin, cuts[min(bisect_left(cuts, earliest), len(cuts) - 1)])


def _tight(text: str, begin: int, end: int) -> int:
    while begin < end - 1 and text[begin] in " \n\t　、,，;；。":
        begin += 1
    return begin
