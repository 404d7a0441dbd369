"""The expressions of the number grammar, compiled once from the data tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from graph.find.numbers.tables import Unit, blocked, comparators, units

__all__ = ["after", "arabic", "before", "chinese_grammar", "far"]

DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
SCALE = "[十百千]?万亿|[十百千]?亿|[十百千]?万|[百千]"
NUMERAL = "一二两三四五六七八九十百千万亿零〇半"
RANGE = r"(?:--?|—|–|~|至|到)"
LOW_UNIT = (r"(?:[万亿](?=\s?[-—–~至到])|[十百千万亿]{0,2}"
            "(?:%|‰|元|年|个月|个工作日|个百分点|家|个|人|名|项|件|吨|亩|天|次|公顷|平方米))?")


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, _longest_first(words)))


def _unit(unit: Unit) -> str:
    stops = [unit.not_before] if unit.not_before else []
    if re.search("[A-Za-z]$", unit.unit):
        stops.append("[A-Za-z]")
    only = f"(?={unit.only_before})" if unit.only_before else ""
    return re.escape(unit.unit) + (f"(?!{'|'.join(stops)})" if stops else "") + only


@cache
def _units() -> str:
    return "|".join(_unit(units()[word]) for word in _longest_first(units()))


@cache
def arabic() -> re.Pattern[str]:
    """``[low unit -] number [多] scale [多] [(不含)] unit``; the scale is lazy so that 千瓦 is a unit, not a
    thousand 瓦."""
    low = rf"(?:(?P<low>{DIGITS})\s?{LOW_UNIT}\s?{RANGE}\s?)?"
    number = rf"(?P<sign>(?<![\dA-Za-z%年月日号元个家万亿])[-−])?(?P<arabic>{DIGITS})"
    scale = rf"\s?(?P<plus>\+)?(?P<more>多|余)?\s?(?P<scale>{SCALE})??(?P<late>多|余)?"
    tail = rf"{scale}\s?(?:\(不?含\)\s?)?(?P<unit>{_units()})"
    apart = "(?:(?<![\\d.A-Za-z])|(?<=[A-Z]{3}))"  # OPC100家, but not PM10, A4
    return re.compile(rf"(?=[\d−-]){apart}{low}{number}{tail}")


@cache
def chinese_grammar() -> re.Pattern[str]:
    """The same in Chinese numerals, and 百分之….  Both look at the first character before they try anything."""
    rate = r"(?P<parts>[百千])分之(?P<rate>\d+(?:\.\d+)?|[一二两三四五六七八九十百零]+)"
    number = f"(?P<chinese>[{NUMERAL}]+)"
    tail = rf"(?P<more>多|余|几)?(?P<scale>[万亿])??(?P<late>多|余)?(?P<unit>{_units()})"
    return re.compile(rf"(?=[{NUMERAL}])(?:{rate}|(?<![{NUMERAL}\d.]){number}{tail})")


@cache
def before() -> re.Pattern[str]:
    """A comparator that ends where the number begins; ``bare`` ones need a number that is a scale word.

    Looks at the first character before it tries anything.
    """
    stops = blocked("before")
    words = "|".join((f"(?<!{stops[word]})" if stops[word] else "") + re.escape(word)
                     for word in _longest_first(comparators("before")))
    bare = _any_of(comparators("before-scale"))
    first = re.escape("".join(sorted({word[0] for word in (*comparators("before"), *comparators("before-scale"))})))
    return re.compile(rf"(?=[{first}])(?:(?P<word>{words})|(?P<bare>{bare}))(?:了|达到|达|为)?\s?\Z")


@cache
def far() -> re.Pattern[str]:
    """A comparator some words ahead of the number, not within a quoted name: 不超过核定投资的50%, 最多申报5人."""
    between = r"(?P<between>(?:[^,，。;；、:：\d“”]|“[^“”]*”){1,20})"
    return re.compile(rf"(?P<word>{_any_of(comparators('before-far'))}){between}\Z")


@cache
def after() -> re.Pattern[str]:
    """A comparator that begins where the unit ends, or behind its symbol: 兆比特/秒(Mbps)|以上."""
    words, time = _any_of(comparators("after")), _any_of(comparators("after-time"))
    return re.compile(rf"\s?(?:\([A-Za-z]{{1,6}}\))?(?:(?P<word>{words})|(?P<time>{time}))")
