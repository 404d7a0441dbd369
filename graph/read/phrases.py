"""The lead phrase of a section: what one would call it in a table of contents."""

from __future__ import annotations

import re

__all__ = ["is_bare", "lead_phrase"]

_WHOLE = re.compile(r"(?:《[^》\n]{0,150}》|“[^”\n]{0,300}”|\([^()\n]{0,300}\)|[^。;:!?\n|])*")
_CLAUSE = re.compile(r"(?:《[^》\n]{0,150}》|“[^”\n]{0,300}”|\([^()\n]{0,300}\)|[^。;:!?,\n|])*")
_OPENER = re.compile(
    r"(?:(?:19|20)\d\d年(?:度|以来)?|近[几两三一二十]?年来?|下一?步|下一?阶段|今后|目前|当前|今年(?:以来)?|去年|同时|此外|近期|截至[^,。]{2,12}),"
)
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
        opener = _OPENER.match(folded, start, end)
        stop = _end(_CLAUSE, folded, opener.end() if opener else start, end)
    duty = _DUTY.search(folded, start, stop)
    return duty.start() if duty and duty.start() > start else stop


def _end(phrase: re.Pattern[str], folded: str, start: int, end: int) -> int:
    hit = phrase.match(folded, start, end)
    return hit.end() if hit and hit.end() > start else end


def is_bare(line: str) -> bool:
    """Whether a labelled line holds a title and nothing else, so that the text begins below it.

    >>> is_bare("二、工作目标"), is_bare("（一）强化保障。市经信局统筹推进培育工作。")
    (True, False)
    """
    return len(line) <= _TITLE_LINE and not _MORE.search(line) and (len(line) <= _TITLE_SENTENCE or line[-1] != "。")
