"""Amounts: a number with its unit, wherever it stands, and what bounds it.

Two expressions read Arabic and Chinese numerals with scale word and unit; :mod:`graph.find.numbers.sieve`
then drops what only looks like an amount (ordinals, years, names in quotation marks).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from graph.find.numbers.grammar import after, arabic, before, chinese_grammar, far
from graph.find.numbers.numerals import chinese, plain, scale_of
from graph.find.numbers.sieve import is_amount, masked
from graph.find.numbers.tables import Unit, comparators, units
from graph.lexicon import load

__all__ = ["Amount", "find_amounts"]

LISTED = re.compile("[、,和与及]+")
BARE = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with a unit at ``[start, end)``; ``outer`` to ``tail`` also holds the comparator words.

    ``value`` is plain decimal digits, ``unit`` as written with its scale word (亿元), ``base_value`` counts
    ``base_unit`` (元).  ``comparator`` is one of ``> >= < <= ~`` or empty.
    """

    start: int
    end: int
    value: str
    unit: str
    base_value: str
    base_unit: str
    kind: str
    comparator: str = ""
    outer: int = 0
    tail: int = 0
    spelt: bool = False

    @property
    def number(self) -> Decimal:
        return Decimal(self.value)


def find_amounts(text: str) -> tuple[Amount, ...]:
    """Every amount of ``text`` (folded), in order; a range gives its two ends.

    >>> [(a.value, a.unit, a.comparator) for a in find_amounts("营收949亿元,参训超1500人次,有效高企破千家")]
    [('949', '亿元', ''), ('1500', '人次', '>'), ('1000', '家', '>')]
    >>> [(a.value, a.unit, a.comparator) for a in find_amounts("免收2-4个月租金")]
    [('2', '个月', '>='), ('4', '个月', '<=')]
    >>> [(a.value, a.unit) for a in find_amounts("分别为12.5和13.6亿元")]
    [('12.5', '亿元'), ('13.6', '亿元')]
    >>> find_amounts("第3家、2024年、“双11”、十四届三次会议")
    ()
    """
    hidden = masked(text)
    arabics = (one for match in arabic().finditer(text) for one in _from_arabic(text, match))
    spelt = (_from_chinese(text, match) for match in chinese_grammar().finditer(text))
    kept = [amount for amount in (*arabics, *spelt) if is_amount(text, amount, hidden)]
    kept += _waiting(text, kept)
    kept.sort(key=lambda amount: (amount.start, amount.end))
    for index in range(len(kept) - 2, -1, -1):
        kept[index] = _as_point(text, kept[index], kept[index + 1])
    return tuple(kept)


def _waiting(text: str, known: list[Amount]) -> list[Amount]:
    """The bare numbers of 分别为12.5、13.6和20亿元, with the unit of the one that ends their list."""
    if "分别" not in text:
        return []
    ends = {amount.start: amount for amount in known}
    return [_amount(text, bare.span(), bare[0], ends[listed.end()].unit)
            for listed in load().patterns("amounts")["shared_unit"].finditer(text) if listed.end() in ends
            for bare in BARE.finditer(text, *listed.span("bare"))]


def _as_point(text: str, amount: Amount, after: Amount) -> Amount:
    """12.4个和3.1个百分点: what is listed before percentage points is in percentage points."""
    listed = amount.unit == "个" and after.kind == "point" and LISTED.fullmatch(text, amount.tail, after.outer)
    unit = after.unit
    return replace(amount, unit=unit, kind="point", base_unit=unit, base_value=amount.value) if listed else amount


def _amount(text: str, span: tuple[int, int], value: str, unit: str, sign: str = "", spelt: bool = False) -> Amount:
    stem, factor = _stem(unit)
    number = Decimal(value.replace(",", ""))
    outer, tail, bound = _bounds(text, *span, stem.kind)
    return Amount(*span, plain(number), unit, plain(number * factor), stem.base, stem.kind, bound or sign, outer, tail,
                  spelt)


@cache
def _stem(unit: str) -> tuple[Unit, Decimal]:
    """The unit without its scale word, and what one of it with the scale word is in base units."""
    stem = unit if unit in units() else next(unit[i:] for i in range(1, len(unit)) if unit[i:] in units())
    return units()[stem], scale_of(unit.removesuffix(stem)) * units()[stem].factor


def _from_arabic(text: str, match: re.Match[str]) -> tuple[Amount, ...]:
    """One amount, or the two ends of a range."""
    minus = "-" if match["sign"] else ""
    span = match.start("arabic") - len(minus), match.end()
    unit = (match["scale"] or "") + match["unit"]
    high = _amount(text, span, minus + match["arabic"], unit, _more(match) or (">" if match["plus"] else ""))
    if not match["low"]:
        return (high,)
    low = _amount(text, match.span(), match["low"], unit)
    return replace(low, comparator=">="), replace(high, comparator="<=")


def _from_chinese(text: str, match: re.Match[str]) -> Amount:
    if match["parts"]:
        rate, unit = match["rate"], "%" if match["parts"] == "百" else "‰"
        return _amount(text, match.span(), rate if rate.isascii() else plain(chinese(rate)), unit, spelt=True)
    numeral, unit = _move_scale(match["chinese"], (match["scale"] or "") + match["unit"])
    return _amount(text, match.span(), plain(chinese(numeral)), unit, _more(match), spelt=True)


def _more(match: re.Match[str]) -> str:
    """二十多个, 3400余万元."""
    return ">" if match["more"] or match["late"] else ""


def _move_scale(numeral: str, unit: str) -> tuple[str, str]:
    """二百万 + 元 is 二百 + 万元, as one would write it in digits; bare 万 + 家 stays a number."""
    for scale in ("万亿", "亿", "万"):
        rest = numeral.removesuffix(scale)
        if rest != numeral and (rest or unit == "元"):
            return rest or "一", scale + unit
    return numeral, unit


def _bounds(text: str, start: int, end: int, kind: str) -> tuple[int, int, str]:
    """Where the comparator words around ``text[start:end]`` begin and end, and the sign they give."""
    ahead, behind = before().search(text, max(0, start - 10), start), after().match(text, end)
    tail = behind.end() if behind and behind["word"] else end
    if ahead and (ahead["word"] or text[start] in "百千万亿"):
        sign = comparators("before").get(ahead["word"]) or comparators("before-scale")[ahead["bare"]]
        return ahead.start(), tail, sign
    if behind and (behind["word"] or kind == "duration"):
        return start, tail, comparators("after").get(behind["word"]) or comparators("after-time")[behind["time"]]
    return start, tail, _far_sign(text, start, kind)


def _far_sign(text: str, start: int, kind: str) -> str:
    """不超过核定投资的50% bounds the rate; 最多申报5人 bounds a number a verb away; points have none."""
    if kind == "point":
        return ""
    ahead = far().search(text, max(0, start - 24), start)
    near = ahead is not None and (kind == "share" or len(ahead["between"]) <= 4)
    return comparators("before-far")[ahead["word"]] if ahead and near else ""
