"""Verbs of change: 比上年增长11.4%, 提高到70%, 分别增长5.1%和下降8%.

A change right before a number makes it a rate or a difference; a change *to* (提高到) gives a level, which is a value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.lexicon import load
from graph.relate.indicators.cues import alternatives, cue, trim

__all__ = ["Change", "change_before", "joint", "level"]

_UNCLOSED = re.compile(r"^.*[(（](?=[^()（）]*$)", re.DOTALL)  # 1.2亿元(|同比增长8%


@cache
def _words() -> dict[str, list[str]]:
    return dict(load().toml("indicators")["change"])


@dataclass(frozen=True, slots=True)
class Change:
    """A verb of change right before a number: its ``sign``, and the words before it that name something (``rest``)."""

    sign: int
    rest: str
    verb: str
    based: bool


@cache
def _change() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = _words()
    verbs = alternatives([*data["up"], *data["down"]])
    nouns = alternatives([*data["nouns_up"], *data["nouns_down"]])
    end = rf"(?:(?P<noun>{nouns})(?:达到?|为|是|约)?|(?P<verb>{verbs})(?:了|约|近|超)?|(?P<bare>[同环]比))\s?$"
    base = re.compile(r"(?:(?<![占同环对之配])比(?!重|例|率)|较|与|高于|低于)[^,，;；。]{1,18}$|(?:同比|环比)$")
    filler = "|".join([*data["filler"], r"[,，、\s]", r"[(（][^()（）]*[)）]"])
    return re.compile(end), base, re.compile(rf"^(?:{filler})+|(?:{filler})+$")


@cache
def joint() -> re.Pattern[str]:
    """What may stand between two numbers of one list: 5.1%和下降8%."""
    data = _words()
    return re.compile(rf"\s*[、,，和与及以]*\s*(?:同比|比上年)?(?:{alternatives([*data['up'], *data['down']])})?\s*")


@cache
def level() -> re.Pattern[str]:
    """A change to a level: 提高到."""
    data = _words()
    return re.compile(rf"\s*[,，]?(?:{alternatives([*data['up'], *data['down'], '调整'])})(?:到|至|为)\s*")


def change_before(gap: str) -> Change | None:
    """The change that ``gap`` announces for the number after it, if any.

    >>> change_before(",按可比价格计算,比上年增长"), change_before("固定资产投资同比下降").rest
    (Change(sign=1, rest='', verb='增长', based=True), '固定资产投资')
    >>> change_before("利用率提高到")
    """
    end, base, filler = _change()
    if ahead_of := cue("ahead_of").search(gap):
        return Change(-1 if ahead_of["less"] else 1, trim(gap[:ahead_of.start()].strip(",， ")).core, ahead_of[0], True)
    found = end.search(gap)
    if not found:
        return None
    verb = found["verb"] or found["noun"] or ""
    ahead = _UNCLOSED.sub("", gap[:found.start()])
    met = base.search(ahead)
    if len(verb) == 1 and not met:
        return None
    clause = re.split("[,，:：;；]", (ahead[:met.start()] if met else ahead).rstrip(",， "))[-1]
    data = _words()
    sign = -1 if verb in data["down"] or verb in data["nouns_down"] else 1
    return Change(sign, trim(filler.sub("", clause)).core, verb, bool(met or found["bare"]))
