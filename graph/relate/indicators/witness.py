"""The words that prove an indicator: the clauses with its name and number, then what was inherited from elsewhere."""

from __future__ import annotations

import re

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
    near = max(start, min(end - WIDEST, begin))
    earliest = max(near, text.rfind(";", near, begin) + 1, text.rfind("；", near, begin) + 1)
    if earliest == start:
        return start
    return min((cut.end() for cut in CUT.finditer(text, earliest - 1, begin)), default=begin)


def _tight(text: str, begin: int, end: int) -> int:
    while begin < end - 1 and text[begin] in " \n\t　、,，;；。":
        begin += 1
    return begin
