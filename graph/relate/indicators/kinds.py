"""Whether a number is a fact, a promise, an offer or a condition.

The rules are asked in one order: a threshold is never a statistic, an offer never a target, a promise never a fact.
"""

from __future__ import annotations

import re

from graph.find.numbers import Amount
from graph.relate.indicators.case import Case
from graph.relate.indicators.cues import cue
from graph.relate.indicators.offers import is_condition, is_support
from graph.relate.indicators.promises import is_target

__all__ = ["counts", "kind_of", "worth_stating"]

CELL = re.compile(r"\s*\|")


def kind_of(case: Case) -> str:
    """The kind in FORMAT's sense: condition, support, target, growth, share, cumulative or actual."""
    for kind, holds in RULES:
        if holds(case):
            return kind
    return "actual"


def worth_stating(case: Case) -> bool:
    """False for numbers that only bound or name something.

    10个工作日内, 每1个, and in a bulletin 年收入2000万元以上的企业.
    """
    amount, before = case.found.amount, case.left[-14:] + case.bounds
    if amount.kind in ("duration", "day"):
        return bool(cue("term").search(before)) and not cue("bound_in_time").match(case.rest)
    if amount.kind == "age" and case.genre == "bulletin":
        return bool(cue("age_told").search(before))
    if amount.kind == "age":
        return bool(cue("age").search(before)) or (amount.comparator in ("<=", ">=") and is_condition(case))
    if case.genre == "bulletin" and is_condition(case):
        return False
    return not (amount.value == "1" and amount.kind != "money" and cue("per_one").search(case.left[-10:]))


def counts(text: str, amount: Amount) -> bool:
    """False for a number that only names what is counted: 3岁以下婴幼儿, 30万吨甲醇项目, 0-17岁 in a table."""
    after = text[amount.tail:amount.tail + 30]
    if amount.kind == "age":
        return not (cue("age_group").match(after) or CELL.match(after))
    return not (amount.kind in ("mass", "power", "energy", "volume") and cue("part_of_name").match(after))


def _growth(case: Case) -> bool:
    if case.found.amount.unit == "%" and case.found.amount.number < 0 and not cue("rate_name").search(case.found.name):
        return True  # 综合能耗-3.3%
    points = case.found.amount.kind == "point" and (case.found.grouped or cue("compared").search(case.left[-12:]))
    return case.found.role == "growth" or bool(points)


def _share(case: Case) -> bool:
    return case.found.amount.kind == "share"


def _cumulative(case: Case) -> bool:
    return bool(cue("cumulative").search(case.lead))


RULES = (("condition", is_condition), ("support", is_support), ("target", is_target), ("growth", _growth),
         ("share", _share), ("cumulative", _cumulative))
