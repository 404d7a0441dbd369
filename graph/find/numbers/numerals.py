"""Numerals: Arabic and Chinese digits to exact decimals, and decimals back to plain text.

Binary floats would turn 398.1 亿元 into 39810000000.000004 元; everything here is :class:`decimal.Decimal`.
"""

from __future__ import annotations

from decimal import Decimal

__all__ = ["SCALES", "chinese", "chinese_year", "plain", "scale_of"]

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
          "亿": 10**8, "万亿": 10**12}


def scale_of(word: str) -> Decimal:
    """The factor of a scale word, 1 for none.

    >>> scale_of("万亿"), scale_of("")
    (Decimal('1000000000000'), Decimal('1'))
    """
    return Decimal(SCALES.get(word, 1))


def chinese(numeral: str) -> Decimal:
    """The value of a Chinese numeral; a bare scale word counts once (千 is 1000), a last digit after a scale
    word without 零 is its tenth (一百二 is 120).

    >>> [int(chinese(n)) for n in ("二十", "一百零五", "三千二百万", "千", "两亿", "一百二")]
    [20, 105, 32000000, 1000, 200000000, 120]
    >>> chinese("半")
    Decimal('0.5')
    """
    if numeral == "半":
        return Decimal("0.5")
    total = section = digit = 0
    unit = 0
    for c in numeral:
        if c in DIGITS:
            digit, unit = DIGITS[c], 0 if DIGITS[c] == 0 else unit
        elif c in SMALL:
            section, digit, unit = section + (digit or 1) * SMALL[c], 0, SMALL[c]
        else:
            total, section, digit, unit = (total + section + digit or 1) * LARGE[c], 0, 0, LARGE[c]
    return Decimal(total + section + (digit * unit // 10 if digit and unit > 10 else digit))


def chinese_year(digits: str) -> int:
    """A year spelt digit by digit.

    >>> chinese_year("二〇〇六")
    2006
    """
    return int("".join(str(DIGITS[c]) for c in digits))


def plain(value: Decimal) -> str:
    """Decimal digits without exponent or padding.

    >>> plain(Decimal("398.10") * 10 ** 8), plain(Decimal("0.50"))
    ('39810000000', '0.5')
    """
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
