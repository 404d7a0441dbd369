"""What a measure is called: its lead phrase without dates and courtesy, or the name that an article has in brackets."""

from __future__ import annotations

import re

from graph.read.folding import fold
from graph.read.knowledge import pattern
from graph.read.phrases import lead_phrase, past_openers

__all__ = ["title_of"]

_LEAST = 4
_BRACKETED = re.compile(r"[（(【〔[]([\u4e00-\u9fff、]{2,20})[）)】〕\]]")


def title_of(phrase: str, text: str = "") -> str:
    """The words of a lead phrase that say what is done; behind the body's name where ``text`` goes 市水利局：负责….

    >>> title_of("2019年，市政府出台行动计划"), title_of("（资金保障）财政局列入预算"), title_of("下一步，推进")
    ('市政府出台行动计划', '资金保障', '下一步，推进')
    >>> title_of("市水利局", "3.市水利局：负责水情监测。")
    '负责水情监测'
    """
    start = max(0, text.find(phrase))
    tasked = pattern("measures", "tasked").match(fold(text[start:]))
    if tasked and tasked.end() == len(phrase) + 1:
        start += tasked.end()
        return text[start:lead_phrase(fold(text), start, len(text))]
    named = _BRACKETED.match(phrase)
    if named:
        return named[1]
    begin = past_openers(fold(phrase), 0, len(phrase))
    return phrase[begin:] if len(phrase) - begin >= _LEAST else phrase
