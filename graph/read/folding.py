"""One form for characters that are written in several, without moving a single offset.

NFKC changes lengths (㎡ → m2, … → ...), and a witness whose offsets moved is no witness.  So the fold
replaces one character by one character: full-width ASCII, brackets of 文号, dashes, middle dots, blanks,
the circle used for zero, the radicals that PDF fonts leave behind.  Straight quotation marks become “ and ”
by turns within a paragraph, so that patterns need to know one kind; a square bracket around kinds of areas is a
round one.  A letter O between a digit and a digit or a
Chinese character is a zero, an l or I in a number or year a one, as is a dash where a label has its number.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["RADICALS", "fold"]

_SAME = {
    "[": "〔［【〖﹝", "]": "〕］】〗﹞", "(": "﹙", ")": "﹚", "《": "«", "》": "»",
    "“": "「『〝", "”": "」』〞〟", '"': "＂", "-": "—–―‐‑‒−─━－﹣", "~": "∼〜", "·": "･•‧∙・●", "〇": "○◯",
    " ": "\u3000\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\t\x0b\x0c",
}


def _single(code: int) -> str | None:
    form = unicodedata.normalize("NFKC", chr(code))
    return form if len(form) == 1 and form != chr(code) else None


RADICALS: dict[int, str] = {code: form for code in (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00))
                            if (form := _single(code))}
"""The radicals and doubled ideographs of PDF fonts, and the characters that they stand for (Unicode, chapter 18)."""
_TABLE: dict[int, str] = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | RADICALS
_TABLE |= {ord(old): new for new, olds in _SAME.items() for old in olds}
_ZERO = re.compile(r"(?<=\d)[Oo〇](?=[\dOo〇]*(?:[\u4e00-\u9fff%]|\d))")  # 10O0万元, as scanning reads a zero
_YEAR = re.compile(r"[一二][〇零0Oo一二三四五六七八九]{3}(?=年)")  # 二O一一年
_LETTERED = re.compile(r"[A-Za-z]\d+[OolI]")
_CIRCLE = str.maketrans("0Oo", "〇〇〇")
_SPACE = re.compile("&(?:nbsp|e[mn]sp);")  # as a page's source writes a blank
_ONE = re.compile(r"(?m)(?<=\()-(?=\))|(?:^ *|(?<=[十百]))-(?=、)|(?<=[第十百])-(?=[章节条])")  # —、 for 一、
_STROKE = re.compile(r"(?<=\d)[lI](?=[\d年月日万亿%.])|(?<![A-Za-z])[lI](?=\d{3}年)")  # 20l8年
_LEVELS = re.compile(r"\[([市县区旗州镇乡、]{1,7})\]")  # 各县〔市、区〕, as brackets in brackets are written
_PAIR = re.compile(r'"([^"\n]*)"')


def fold(text: str) -> str:
    """The text in one form; ``len(fold(text)) == len(text)``.

    >>> fold('慈科建〔２０２５〕１号（"三同"企业）')
    '慈科建[2025]1号(“三同”企业)'
    >>> fold("20l8年投资2l亿元")
    '2018年投资21亿元'
    >>> fold("—、总则\\n（—）目的\\n第十—条")
    '一、总则\\n(一)目的\\n第十一条'
    >>> fold("奖励10O0万元，5月2O日，二O一一年，OPPO")
    '奖励1000万元,5月20日,二〇一一年,OPPO'
    >>> fold("（各县〔市、区〕负责）")
    '(各县(市、区)负责)'
    """
    folded = text.translate(_TABLE)
    if "[" in folded:
        folded = _LEVELS.sub(r"(\1)", folded)
    if "&" in folded:
        folded = _SPACE.sub(lambda entity: " " * len(entity[0]), folded)
    if ("O" in folded or "o" in folded or "〇" in folded) and not _LETTERED.search(folded):
        folded = _ZERO.sub("0", folded)
    if ("l" in folded or "I" in folded) and not _LETTERED.search(folded):
        folded = _STROKE.sub("1", folded)
    if "-" in folded:
        folded = _ONE.sub(lambda dash: dash[0][:-1] + "一", folded)
    folded = _YEAR.sub(lambda year: year[0].translate(_CIRCLE), folded)
    return _PAIR.sub(r"“\1”", folded) if '"' in folded else folded
