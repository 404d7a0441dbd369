"""The lead phrase of a section: what one would call it in a table of contents."""

from __future__ import annotations

import re

from graph.read.knowledge import pattern

__all__ = ["is_bare", "lead_phrase", "past_openers"]

_WHOLE = re.compile(r"(?:《[^》\n]{0,150}》|“[^”\n]{0,300}”|\([^()\n]{0,300}\)|[^。;:!?\n|])*")
_CLAUSE = re.compile(r"(?:《[^》\n]{0,150}》|“[^”\n]{0,300}”|\([^()\n]{0,300}\)|[^。;:!?,\n|])*")
_DUTY = re.compile(r"\([^()]{0,200}(?:责任|牵头|负责|配合)[^()]{0,200}\)$")
_MORE = re.compile("[。;!?](?=.)")
_LONG_TITLE, _TITLE_LINE, _TITLE_SENTENCE = 40, 60, 35


def lead_phrase(folded: str, start: int, end: int) -> int:
    """Where the lead phrase ends: after the first sentence, or its first clause if that is long; 下一步， is none.

    >>> text = "完善就业服务。组织企业举办招聘会"
    >>> text[:lead_phrase(text, 0, len(text))]
    '完善就业服务'
    """
    stop = _end(_WHOLE, folded, start, end)
    if stop - start > _LONG_TITLE:
        stop = _end(_CLAUSE, folded, past_openers(folded, start, end), end)
    duty = _DUTY.search(folded, start, stop)
    return duty.start() if duty and duty.start() > start else stop


def past_openers(folded: str, start: int, end: int) -> int:
    """Where the words begin that say what is done: behind dates, courtesy and what leads over.

    >>> text = "2023年,根据您的建议,我局新建公办园5所"
    >>> text[past_openers(text, 0, len(text)):]
    '我局新建公办园5所'
    """
    while opener := pattern("outline", "opener").match(folded, start, end):
        start = opener.end()
    return start


def _end(phrase: re.Pattern[str], folded: str, start: int, end: int) -> int:
    hit = phrase.match(folded, start, end)
    return hit.end() if hit and hit.end() > start else end


def is_bare(line: str) -> bool:
    """Whether a labelled line holds a title and nothing else, so that the text begins below it.

    >>> is_bare("二、工作目标"), is_bare("（一）强化保障。市经信局统筹推进培育工作。")
    (True, False)
    """
    return len(line) <= _TITLE_LINE and not _MORE.search(line) and (len(line) <= _TITLE_SENTENCE or line[-1] != "。")
