"""Units and comparators of ``data/lexicon`` as frozen values, read once.

What counts as a unit is knowledge an analyst may extend: a row in ``units.csv``, with its example, is all it takes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

from graph.errors import LexiconError
from graph.lexicon import load

__all__ = ["Unit", "blocked", "comparators", "units"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit without scale word: one ``unit`` is ``factor`` times ``base``.

    ``kind`` is money, count, share, point, multiple, area, length, mass, volume, power, energy, temperature,
    concentration, score, data, day, duration or age.  ``not_before`` are patterns of continuations that make it another
    word, ``only_before`` is one of the words that must follow (5.6万贫困人口 has no measure word).
    """

    unit: str
    base: str
    factor: Decimal
    kind: str
    not_before: str = ""
    only_before: str = ""


@cache
def units() -> dict[str, Unit]:
    """Every unit by its written form.

    Raises :class:`~graph.errors.LexiconError` for a row whose factor is no number.

    >>> units()["公顷"].kind, units()["兆瓦"].factor
    ('area', Decimal('1000'))
    """
    return {row["unit"]: _unit(row) for row in load().rows("units")}


def _unit(row: dict[str, str]) -> Unit:
    try:
        factor = Decimal(row["factor"])
    except InvalidOperation as error:
        raise LexiconError(f"单位“{row['unit']}”的换算系数不是数：{row['factor']}", where="units.csv",
                           hint="factor 写一个单位等于多少 base，例如 10000") from error
    not_before, only_before = _pattern(row, "not_before"), _pattern(row, "only_before")
    return Unit(row["unit"], row["base"], factor, row["kind"], not_before, only_before)


def _pattern(row: dict[str, str], column: str) -> str:
    try:
        re.compile(row[column])
    except re.error as error:
        raise LexiconError(f"单位“{row['unit']}”的{column}不是正则表达式：{row[column]}", where="units.csv",
                           hint="几个词用“|”隔开，例外写成“词(?!后面的字)”") from error
    return row[column]


@cache
def comparators(side: str) -> dict[str, str]:
    """Comparator words of one ``side`` (before, before-scale, before-far, after, after-time) and their signs.

    >>> comparators("before")["不超过"], comparators("after")["左右"]
    ('<=', '~')
    """
    return {row["word"]: row["sign"] for row in load().rows("comparators") if row["side"] == side}


@cache
def blocked(side: str) -> dict[str, str]:
    """Characters, joined by ``|``, after which a comparator word is part of another: 签约136万人, 侦破120起.

    >>> "签" in blocked("before")["约"]
    True
    """
    return {row["word"]: row.get("not_after", "") for row in load().rows("comparators") if row["side"] == side}
