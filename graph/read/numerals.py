"""Chinese numerals as official documents use them: 十二, 二〇〇六, ③."""

from __future__ import annotations

__all__ = ["ordinal", "year"]

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")}
_DIGITS |= {"零": 0, "O": 0, "o": 0, "О": 0, "两": 2}
_SIGNS = (("①", "⑳"), ("⑴", "⒇"), ("⒈", "⒛"), ("㈠", "㈩"))
_UNITS = {"十": 10, "百": 100, "千": 1000}


def ordinal(written: str) -> int:
    """The number of a label, or 0 where it is none.

    >>> [ordinal(label) for label in ("3", "十", "十二", "二十一", "一百零五", "③", "㈡")]
    [3, 10, 12, 21, 105, 3, 2]
    """
    if written.isdecimal():
        return int(written)
    for first, last in _SIGNS:
        if first <= written <= last:
            return ord(written) - ord(first) + 1
    total = digit = 0
    for char in written:
        if char in _UNITS:
            total += max(digit, 1) * _UNITS[char]
            digit = 0
        elif char in _DIGITS:
            digit = _DIGITS[char]
        else:
            return 0
    return total + digit


def year(written: str) -> int:
    """A year in digits or character by character.

    >>> year("二〇〇六"), year("2025")
    (2006, 2025)
    """
    return int("".join(char if char.isdecimal() else str(_DIGITS[char]) for char in written))
