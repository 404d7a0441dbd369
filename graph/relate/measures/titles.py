"""What a measure is called: its lead phrase, without dates, courtesy and brackets around it."""

from __future__ import annotations

import re

from graph.read.folding import fold
from graph.read.phrases import past_openers

__all__ = ["title_of"]

_LEAST = 4
_BRACKETED = re.compile(r"[（(]([^（）()]{2,20})[）)]")


def title_of(phrase: str) -> str:
    """The words of a lead phrase that say what is done.

    >>> title_of("2019年，市政府出台行动计划"), title_of("（职责分工）"), title_of("下一步，推进")
    ('市政府出台行动计划', '职责分工', '下一步，推进')
    """
    alone = _BRACKETED.fullmatch(phrase)
    if alone:
        return alone[1]
    begin = past_openers(fold(phrase), 0, len(phrase))
    return phrase[begin:] if len(phrase) - begin >= _LEAST else phrase
