"""What looks like an amount and is none.

Each rule is one function; :func:`is_amount` asks them in order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from graph.lexicon import load

if TYPE_CHECKING:
    from graph.find.numbers.amounts import Amount

__all__ = ["is_amount", "masked"]

NUMERAL = re.compile("[一二两三四五六七八九十百千万亿零〇半]+")
SCALE = re.compile("[十百千万亿半]")
END = 1 << 60
AHEAD = 10  # characters behind an amount that are looked at


@cache
def _rule(name: str) -> re.Pattern[str]:
    return load().patterns("amounts")[name]


def masked(text: str) -> list[tuple[int, int]]:
    """The spans of titles, short quotations, document numbers and short forms: their numbers are parts of names.

    >>> masked("印发《行动方案(2023-2025)》聚焦“30+6”")
    [(2, 19), (21, 27)]
    >>> masked("印发意见(简称税改20条),按税改20条办理")
    [(7, 12), (15, 20)]
    """
    named = [match.span() for match in _rule("named").finditer(text)]
    forms = {match["form"] for match in _rule("short_form").finditer(text)} if "简称" in text else ()
    short = (match.span() for form in forms for match in re.finditer(re.escape(form), text))
    return sorted([*named, *(span for span in short if not _inside(span[0], named))])


def is_amount(text: str, amount: Amount, hidden: list[tuple[int, int]]) -> bool:
    """Whether the words at ``amount`` really count something."""
    ahead = text[max(0, amount.outer - 4):amount.outer]
    return not (_inside(amount.start, hidden) or _is_ordinal(ahead, amount) or _is_clock(ahead, amount)
                or _rule("exchange").match(text[amount.end:amount.end + AHEAD]) or _is_meeting(text, amount)
                or _is_address(text, amount) or _is_points(ahead, text, amount) or _is_bodies(ahead, text, amount)
                or _is_year(text, amount) or _is_period(ahead, text, amount) or _is_idiom(text, amount))


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    index = bisect_right(spans, (position, END)) - 1
    return index >= 0 and position < spans[index][1]


def _is_clock(ahead: str, amount: Amount) -> bool:
    """1时30分 is a time, K15+300处 a place."""
    return (amount.kind == "score" and ahead.endswith(("时", "点"))) or (amount.kind == "count" and ahead.endswith("+"))


def _is_meeting(text: str, amount: Amount) -> bool:
    """四届九十六次常务会议 numbers a meeting."""
    return amount.unit == "次" and bool(_rule("meeting").match(text[amount.end:amount.end + AHEAD]))


def _is_address(text: str, amount: Amount) -> bool:
    """3幢2单元 is where somebody lives."""
    return amount.unit in ("幢", "栋", "座") and text[amount.end:amount.end + 1].isdigit()


def _is_points(ahead: str, text: str, amount: Amount) -> bool:
    """清理排污口（20分）: what an item of an assessment is worth."""
    return amount.unit == "分" and ahead[-1:] in ("(", "（") and text[amount.end:amount.end + 1] in (")", "）")


def _is_bodies(ahead: str, text: str, amount: Amount) -> bool:
    """教育局、13个街道、镇: some who answer together."""
    listed = amount.unit == "个" and (not ahead.strip() or ahead[-1] in "\n,，、;；:：")
    return listed and bool(_rule("bodies").match(text[amount.end:amount.end + AHEAD]))


def _is_ordinal(ahead: str, amount: Amount) -> bool:
    if _rule("ordinal").search(ahead):
        return True
    if amount.spelt:
        return bool(_rule("vague").search(ahead))
    return amount.unit in ("位", "名", "强") and bool(_rule("rank").search(ahead))


def _is_year(text: str, amount: Amount) -> bool:
    return amount.unit == "年" and len(amount.value) == 4 and amount.value.isdigit() and not amount.spelt


def _is_period(ahead: str, text: str, amount: Amount) -> bool:
    """近5年, 未来3年, 5年来, 8小时平均: when, not how much."""
    if amount.kind not in ("duration", "age"):
        return False
    if amount.base_unit == "小时" and _rule("hours_of").match(text[amount.tail:amount.tail + AHEAD]):
        return True
    return bool(_rule("span_before").search(text[max(0, amount.start - 3):amount.start])
                or _rule("span_after").match(text[amount.end:amount.end + 1]))


def _is_idiom(text: str, amount: Amount) -> bool:
    """A spelt number counts only where it is exact beyond doubt: 二十多个, 破千家, 两万元; not 三类, 十条, 百家."""
    if not amount.spelt or text[amount.start:amount.start + 3] in ("百分之", "千分之"):
        return False
    written = text[amount.start:amount.end]
    if amount.kind == "score":
        return True
    if amount.comparator:
        return written[0] in "百千万亿" and amount.outer == amount.start and amount.tail > amount.end
    numeral = NUMERAL.match(written)
    digits = numeral[0] if numeral else ""
    if len(digits) == 1:
        scaled = amount.kind == "money" and amount.unit != "元"
        return digits in "十百千万亿半" or not (scaled or amount.unit in ("倍", "成", "公里", "公顷"))
    if amount.kind != "duration" and not SCALE.search(digits):
        return True  # 七一路, 三八户
    return digits[0] in "百千万亿" or amount.kind == "duration"
