"""Whether a number is a fact, a promise, an offer or a condition.

The rules are asked in one order: a threshold is never a statistic, an offer never a target, a promise never a fact.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.find.numbers import Amount
from graph.relate.indicators.cues import cue, genres
from graph.relate.indicators.found import Found, aside

__all__ = ["Case", "beneficiary", "counts", "kind_of", "last_year", "worth_stating"]

OFFERED = frozenset({"duration", "money", "share", "multiple"})
NEAR = 40
SEMICOLON = re.compile("[;；]")
CELL = re.compile(r"\s*\|")
CLOSED = re.compile(r"\([^()]*\)")
COMPLETED = re.compile("年?满|未满")
PER_ONE = re.compile("每[^,，]{0,8}$")
PAID_OUT, PAID_IN_ALL = re.compile("已(?:发放|兑现|拨付|下达)"), re.compile("已(?:发放|兑现|拨付|下达)|累计|共计")


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules look at.

    ``left`` is the sentence before the number and ``rest`` after it (``onward``: after all the numbers listed with it),
    ``lead`` the words that belong to the number alone, ``clause`` those since the last comma and up to the next,
    ``bounds`` the number with its comparators.  ``ends`` is the year in which its period ends, ``dated`` that the
    sentence itself names it, ``year`` the document's own.
    """

    found: Found
    left: str
    lead: str
    clause: str
    bounds: str
    rest: str
    onward: str
    headings: tuple[str, ...]
    genre: str
    ends: int | None
    dated: bool
    year: int | None


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
        return bool(cue("term").search(before)) and not re.match("[内前]", case.rest)
    if amount.kind == "age":
        return bool(re.search("寿命|年龄|满", before)) or (amount.comparator in ("<=", ">=") and _condition(case))
    if case.genre == "bulletin" and _condition(case):
        return False
    return not (amount.value == "1" and PER_ONE.search(case.left[-10:]))


def counts(text: str, amount: Amount) -> bool:
    """False for a number that only names what is counted: 3岁以下婴幼儿, 30万吨甲醇项目, 0-17岁 in a table."""
    after = text[amount.tail:amount.tail + 30]
    if amount.kind == "age":
        return not (cue("age_group").match(after) or CELL.match(after))
    return not (amount.kind in ("mass", "power", "energy", "volume") and cue("part_of_name").match(after))


def _condition(case: Case) -> bool:
    amount = case.found.amount
    if COMPLETED.match(case.bounds) or (amount.kind == "age" and amount.comparator):
        return True
    if amount.comparator in ("", "~") or cue("ceiling").match(case.bounds):
        return False
    if any(cue("condition_heading").search(heading) for heading in case.headings[:2]):
        return True
    if aside(case.left):
        return amount.comparator != "<="
    return _limits_whom(case)


def _limits_whom(case: Case) -> bool:
    """超过200万元的,… or 30%以上的团队; without 的 (1亿元以上项目) only where nothing is promised."""
    after = cue("condition_after").match(case.onward)
    promised = cue("target").search(case.clause)
    return case.clause.endswith("的") or (after is not None and (after[0].startswith("的") or not promised))


def _support(case: Case) -> bool:
    found, offer = case.found, case.genre in genres("offer")
    if found.amount.kind not in OFFERED or case.genre in genres("report") or found.role == "difference":
        return False
    paid = case.clause if cue("promised").search(case.clause) else case.left[-NEAR:]
    if not offer and (found.amount.kind == "duration" or cue("paid").search(paid)):
        return False
    if (PAID_OUT if offer else PAID_IN_ALL).search(case.clause):
        return False
    narrow = found.amount.kind != "money" or found.role == "growth"
    capped = offer and not narrow and cue("ceiling").match(case.bounds) and cue("support").search(case.left)
    return bool(capped or cue("support").search(case.clause if narrow else case.left[-NEAR:] + case.clause))


def beneficiary(case: Case) -> str:
    """Whom an offer is for: the nearest clause before it that begins with 对 or ends with 的."""
    for clause in reversed(re.split("[,，;；:：]", case.left)):
        if (met := cue("beneficiary").search(clause.strip())) and (who := met[1] or met[2]):
            return who.strip()
    return ""


def _target(case: Case) -> bool:
    if _past(case) and (case.dated or any(cue("done_heading").search(heading) for heading in case.headings)):
        return False
    said = _said(case)
    if _later(case) or cue("target").search(said):
        return True
    if case.genre not in genres("report") and cue("hope").search(said):
        return True
    if cue("done").search(case.clause):
        return False
    return not _compared(case) and _under_target(case)


def _said(case: Case) -> str:
    """The words since the last semicolon that reach the number: none of a bracket that has closed, and for a number in
    an open bracket those before it only if they spoke of a number (力争新增100家(其中…), not 预计较好(按71个村看…))."""
    said = CLOSED.sub("", SEMICOLON.split(case.left)[-1])
    outer, bracket, inner = said.rpartition("(")
    return (inner if bracket and not re.search(r"\d", outer) else said) + case.bounds


def _compared(case: Case) -> bool:
    """同比下降5% tells what was, unless it stands among goals or with a bound."""
    growth = case.found.role == "growth" and "同比" in case.lead
    told = growth or (bool(case.found.change) and re.match("[,，]?同比", case.rest))
    return bool(told) and not case.found.amount.comparator and not any(
        cue("goal_heading").search(heading) for heading in case.headings)


def _under_target(case: Case) -> bool:
    """The nearest heading that speaks of goals or of results decides, then the genre."""
    for heading in case.headings:
        if cue("target_heading").search(heading):
            return True
        if cue("done_heading").search(heading):
            return False
    return case.genre in genres("plan") and not _past(case)


def _later(case: Case) -> bool:
    return case.ends is not None and case.year is not None and case.ends > case.year


def _past(case: Case) -> bool:
    return case.ends is not None and case.year is not None and case.ends < case.year


def last_year(time: str) -> int | None:
    """The year in which a period ends.

    >>> last_year("2024-06"), last_year("2021/2025"), last_year("")
    (2024, 2025, None)
    """
    year = time.rsplit("/", 1)[-1][:4]
    return int(year) if year.isdigit() else None


def _growth(case: Case) -> bool:
    points = case.found.amount.kind == "point" and (case.found.grouped or re.search("比|较", case.left[-12:]))
    return case.found.role == "growth" or bool(points)


def _share(case: Case) -> bool:
    return case.found.amount.kind == "share"


def _cumulative(case: Case) -> bool:
    return bool(cue("cumulative").search(case.lead))


RULES = (("condition", _condition), ("support", _support), ("target", _target), ("growth", _growth), ("share", _share),
         ("cumulative", _cumulative))
