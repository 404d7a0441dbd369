"""Numbers listed one after another share what bounds the first and what follows the last, those in a row its label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from graph.relate.indicators.cues import cue
from graph.relate.indicators.found import Found

__all__ = ["row_label", "share_bounds"]

LISTED = re.compile(r"\s*[、和或及与至]?\s*")


def share_bounds(found: Sequence[Found], text: str) -> None:
    """Numbers listed one after another share what follows the last, and sums the bound before the first (突破1亿元、
    5亿元的企业) or behind the last (300万美元、500万美元以上)."""
    for one, after in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        between = text[one.amount.tail:after.amount.outer]
        if LISTED.fullmatch(between) and one.amount.base_unit == after.amount.base_unit:
            after.onward = after.onward or after.amount.tail
            one.onward = after.onward
            behind = after.amount.comparator == ">=" and after.amount.outer == after.amount.start
            if behind and one.amount.kind == "money" and not one.amount.comparator and "、" in between:
                one.amount = replace(one.amount, comparator=">=")
    sign = ""
    for one, after in pairwise(found):
        if one.onward < after.amount.tail or one.amount.kind != "money":
            sign = ""
        elif one.amount.outer < one.amount.start:
            sign = one.amount.comparator or sign
        if sign and not after.amount.comparator:
            after.amount = replace(after.amount, comparator=sign)


def row_label(text: str, start: int, end: int, at: int) -> str:
    """The label over a number in a sentence that has several such labels, or "".

    >>> text = "损耗定额为：原粮：储存6个月以内不超过0.1%；油料：储存6个月以内不超过0.15%。"
    >>> [row_label(text, 0, len(text), text.index(number)) for number in ("0.1%", "0.15%")]
    ['原粮', '油料']
    """
    labels = list(cue("row_label").finditer(text, start, end))
    before = [met["label"] for met in labels if met.end() <= at]
    return before[-1] if before and len({met["label"] for met in labels}) > 1 else ""
