"""Amounts: a number with its unit, wherever it stands, and what bounds it.

Two expressions read Arabic and Chinese numerals with scale word and unit; :mod:`graph.find.numbers.sieve`
then drops what only looks like an amount (ordinals, years, names in quotation marks).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from graph.find.numbers.grammar import after, arabic, before, chinese_grammar, far
from graph.find.numbers.numerals import chinese, plain, scale_of
from graph.find.numbers.sieve import is_amount, masked
from graph.find.numbers.tables import comparators, units

__all__ = ["Amount", "find_amounts"]


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
    >>> [(a.value, a.unit, a.comparator) for a in find_amounts("减半征收1-3个月房租")]
    [('1', '个月', '>='), ('3', '个月', '<=')]
    >>> find_amounts("第3家、2024年、“双11”、十四届三次会议")
    ()
    """
    hidden = masked(text)
    found = [*_scan(arabic(), text, _from_arabic), *_scan(chinese_grammar(), text, _from_chinese)]
    kept = (amount for amount in found if is_amount(text, amount, hidden))
    return tuple(sorted(kept, key=lambda a: (a.start, a.end)))


def _scan(pattern: re.Pattern[str], text: str, read: Callable[[re.Match[str]], Amount]) -> Iterator[Amount]:
    for match in pattern.finditer(text):
        amount = _bounded(text, read(match))
        low = match.groupdict().get("low")
        if low:
            start = match.start("low")
            yield replace(_amount(start, match.end(), low, amount.unit), comparator=">=", outer=start, tail=match.end())
            yield replace(amount, comparator="<=")
        else:
            yield amount


def _amount(start: int, end: int, value: str, unit: str, sign: str = "") -> Amount:
    stem = unit if unit in units() else next(unit[i:] for i in range(1, len(unit)) if unit[i:] in units())
    known, number = units()[stem], Decimal(value.replace(",", ""))
    base = number * scale_of(unit.removesuffix(stem)) * known.factor
    return Amount(start, end, plain(number), unit, plain(base), known.base, known.kind, sign, start, end)


def _from_arabic(match: re.Match[str]) -> Amount:
    sign = "-" if match["sign"] else ""
    more = ">" if match["more"] or match["late"] or match["plus"] else ""
    return _amount(match.start("arabic") - len(sign), match.end(), sign + match["arabic"],
                   (match["scale"] or "") + match["unit"], more)


def _from_chinese(match: re.Match[str]) -> Amount:
    if match["parts"]:
        number = Decimal(match["rate"]) if match["rate"].isascii() else chinese(match["rate"])
        unit = "%" if match["parts"] == "百" else "‰"
        return replace(_amount(match.start(), match.end(), plain(number), unit), spelt=True)
    numeral, unit = _move_scale(match["chinese"], (match["scale"] or "") + match["unit"])
    more = ">" if match["more"] or match["late"] else ""
    return replace(_amount(match.start(), match.end(), plain(chinese(numeral)), unit, more), spelt=True)


def _move_scale(numeral: str, unit: str) -> tuple[str, str]:
    """二百万 + 元 is 二百 + 万元, as one would write it in digits; bare 万 + 家 stays a number."""
    for scale in ("万亿", "亿", "万"):
        rest = numeral.removesuffix(scale)
        if rest != numeral and (rest or unit == "元"):
            return rest or "一", scale + unit
    return numeral, unit


def _bounded(text: str, amount: Amount) -> Amount:
    """The amount with the comparator words that stand around it."""
    outer, tail, sign = amount.start, amount.end, amount.comparator
    if (ahead := before().search(text, max(0, outer - 10), outer)) and _fits(text, amount, ahead):
        word = ahead["word"] or ahead["bare"]
        outer, sign = ahead.start(), {**comparators("before"), **comparators("before-scale")}[word]
    elif (behind := after().match(text, tail)) and (behind["word"] or amount.kind == "duration"):
        word = behind["word"] or behind["time"]
        sign = {**comparators("after"), **comparators("after-time")}[word]
    elif not sign:
        sign = _far_sign(text, amount)
    if behind := after().match(text, tail):
        tail = behind.end() if behind["word"] else tail
    return replace(amount, comparator=sign, outer=outer, tail=tail)


def _far_sign(text: str, amount: Amount) -> str:
    """不超过核定投资的50% bounds the rate; 最多申报5人 bounds a number a verb away."""
    ahead = far().search(text, max(0, amount.start - 24), amount.start)
    near = ahead is not None and (amount.kind == "share" or len(ahead["between"]) <= 4)
    return comparators("before-far")[ahead["word"]] if ahead and near else ""


def _fits(text: str, amount: Amount, ahead: re.Match[str]) -> bool:
    return bool(ahead["word"]) or text[amount.start] in "百千万亿"

