"""The data files of the number grammar, read once.

What counts as a unit or a comparator is knowledge an analyst may extend, so it stands in
``data/lexicon`` and this module only turns rows into frozen values.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

from graph.errors import LexiconError

__all__ = ["Unit", "comparators", "read_toml", "units"]

LEXICON = Path(__file__).resolve().parents[2] / "data" / "lexicon"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit without scale word: one ``unit`` is ``factor`` times ``base``.

    ``kind`` is money, count, share, point, multiple, area, length, mass, volume, power, energy, temperature,
    concentration, score, data, day, duration or age.  ``not_before`` are continuations that make it another word,
    ``only_before`` is a pattern of the words that must follow (5.6万贫困人口 has no measure word).
    """

    unit: str
    base: str
    factor: Decimal
    kind: str
    not_before: tuple[str, ...] = ()
    only_before: str = ""


def _rows(name: str) -> Iterator[tuple[str, dict[str, str]]]:
    path = LEXICON / name
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            yield f"{path.name} 第 {reader.line_num} 行", row


def _unit(where: str, row: dict[str, str]) -> Unit:
    try:
        blocked = tuple(word for word in row["not_before"].split("|") if word)
        return Unit(row["unit"], row["base"], Decimal(row["factor"]), row["kind"], blocked, row["only_before"])
    except (KeyError, AttributeError, InvalidOperation) as error:
        raise LexiconError(f"单位表的这一行读不懂：{row}", where=where,
                           hint="每行为 unit,base,factor,kind,not_before,only_before,example,counter") from error


@cache
def units() -> dict[str, Unit]:
    """Every unit by its written form.

    >>> units()["公顷"].kind, units()["兆瓦"].factor
    ('area', Decimal('1000'))
    """
    return {row["unit"]: _unit(where, row) for where, row in _rows("units.csv")}


@cache
def comparators(side: str) -> dict[str, str]:
    """Comparator words of one ``side`` (before, before-scale, after, after-time) and their signs.

    >>> comparators("before")["不超过"], comparators("after")["左右"]
    ('<=', '~')
    """
    return {row["word"]: row["sign"] for _, row in _rows("comparators.csv") if row["side"] == side}


@cache
def read_toml(name: str) -> dict[str, Any]:
    """A TOML file of ``data/lexicon``, parsed once.

    Raises :class:`~graph.errors.LexiconError` with the parser's line where it is malformed.
    """
    try:
        return tomllib.loads((LEXICON / name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"词表不是合法的 TOML：{error}", where=name, hint="按报出的行号检查引号和括号") from error
