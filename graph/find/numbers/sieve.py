"""What looks like an amount and is none.

Each rule is one function; :func:`is_amount` asks them in order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.find.numbers.amounts import Amount

__all__ = ["is_amount", "masked"]

NAMES = re.compile(r"《[^》\n]{0,120}》|“[^”\n]{1,25}”|‘[^’\n]{1,25}’|「[^」\n]{1,25}」"
                   r"|[(（〔\[][^)）〕\]\n]{0,40}号[)）〕\]]")
ORDINAL = re.compile(r"(?:第|每|每隔|成千|共印|一式)\s?$")
VAGUE = re.compile(r"(?:数|几|(?<!以)上|好)$")
RANK = re.compile(r"(?:列|居|排名|名列)\s?$")
PERIOD = re.compile(r"(?:近|未来|最近|过去|今后|连续|前|后|头|这|首|十|第|每)\s?$")
WINDOW = re.compile("(?:滑动)?平均|制|热线|值[守班]|在线|服务")  # 日最大8小时平均浓度, 24小时值守
MEETINGS = ("会议", "常务会", "全体会", "全会", "党组会", "主席会", "主任会")
EXCHANGE = re.compile(r"\s?(?:兑|=|合人民币|生产安全事故|交通事故死亡)")
END = 1 << 60


def masked(text: str) -> list[tuple[int, int]]:
    """The spans of titles, short quotations and document numbers, in order: their numbers are parts of names.

    >>> masked("印发《行动方案(2023-2025)》聚焦“30+6”")
    [(2, 19), (21, 27)]
    """
    return [match.span() for match in NAMES.finditer(text)]


def is_amount(text: str, amount: Amount, hidden: list[tuple[int, int]]) -> bool:
    """Whether the words at ``amount`` really count something."""
    ahead = text[max(0, amount.outer - 4):amount.outer]
    return not (_inside(amount.start, hidden) or _is_ordinal(ahead, amount) or _is_clock(ahead, amount)
                or EXCHANGE.match(text, amount.end) or _is_meeting(text, amount)
                or _is_year(text, amount) or _is_period(ahead, text, amount) or _is_idiom(text, amount))


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    index = bisect_right(spans, (position, END)) - 1
    return index >= 0 and position < spans[index][1]


def _is_clock(ahead: str, amount: Amount) -> bool:
    """1时30分 is a time, K15+300处 a place."""
    return (amount.kind == "score" and ahead.endswith(("时", "点"))) or (amount.kind == "count" and ahead.endswith("+"))


def _is_meeting(text: str, amount: Amount) -> bool:
    """四届九十六次常务会议 numbers a meeting."""
    return amount.unit == "次" and text.startswith(MEETINGS, amount.end)


def _is_ordinal(ahead: str, amount: Amount) -> bool:
    if ORDINAL.search(ahead):
        return True
    return bool(VAGUE.search(ahead)) if amount.spelt else amount.unit == "位" and bool(RANK.search(ahead))


def _is_year(text: str, amount: Amount) -> bool:
    return amount.unit == "年" and len(amount.value) == 4 and amount.value.isdigit() and not amount.spelt


def _is_period(ahead: str, text: str, amount: Amount) -> bool:
    """近5年, 未来3年, 5年来, 8小时平均: when, not how much."""
    if amount.kind not in ("duration", "age"):
        return False
    if amount.base_unit == "小时" and WINDOW.match(text, amount.tail):
        return True
    return bool(PERIOD.search(text[:amount.start][-3:])) or text[amount.end:amount.end + 1] in ("来", "间", "前", "后")


def _is_idiom(text: str, amount: Amount) -> bool:
    """A spelt number counts only where it is exact beyond doubt: 二十多个, 破千家, 两万元; not 三类, 十条, 百家."""
    if not amount.spelt or text[amount.start:amount.start + 3] in ("百分之", "千分之"):
        return False
    written = text[amount.start:amount.end]
    if amount.kind == "score":
        return True
    if amount.comparator:
        return written[0] in "百千万亿" and amount.outer == amount.start and amount.tail > amount.end
    numeral = re.match("[一二两三四五六七八九十百千万亿零〇半]+", written)
    digits = numeral[0] if numeral else ""
    if len(digits) == 1:
        scaled = amount.kind == "money" and amount.unit != "元"
        return digits in "十百千万亿半" or not (scaled or amount.unit in ("倍", "成", "公里", "公顷"))
    return digits[0] in "百千万亿" or amount.kind == "duration"
