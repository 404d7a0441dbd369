"""What the pictures call and colour things: small tables beside the page, in Chinese and English.

Every class has a one-character glyph, so a picture can be read in black and white.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

__all__ = ["STATIC", "Row", "classes", "lanes", "relations", "strings"]

STATIC = Path(__file__).parent / "static"
Row = dict[str, str]


@cache
def _rows(name: str) -> tuple[Row, ...]:
    with (STATIC / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def classes() -> tuple[Row, ...]:
    """Classes in legend order: ``type lane glyph zh en light dark`` (colours for light and dark pages).

    >>> [row["glyph"] for row in classes() if row["type"] in ("agency", "measure")]
    ['机', '措']
    """
    return _rows("classes.csv")


def lanes() -> tuple[Row, ...]:
    """Swim-lanes from left to right: ``lane zh en``."""
    return _rows("lanes.csv")


def relations() -> tuple[Row, ...]:
    """Relations in legend order: ``p zh en zh_inverse en_inverse quiet``; quiet ones are drawn on demand only.

    >>> next(row["zh"] for row in relations() if row["p"] == "leads")
    '牵头'
    """
    return _rows("relations.csv")


def strings() -> dict[str, list[str]]:
    """What the page says: key → [zh, en]."""
    return {row["key"]: [row["zh"], row["en"]] for row in _rows("strings.csv")}
