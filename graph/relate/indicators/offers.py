"""Offers: what is given (support), to whom, and from which threshold on (condition)."""

from __future__ import annotations

import re

from graph.relate.indicators.case import Case
from graph.relate.indicators.cues import cue, genres
from graph.relate.indicators.found import aside

__all__ = ["beneficiary", "is_condition", "is_support", "reached"]

OFFERED = frozenset({"duration", "money", "share", "multiple"})
NEAR = 40
CLAUSE = re.compile("[,，;；。]")
SEMICOLON = re.compile("[;；]")
JOINED = re.compile("^[^,，。;；]{0,4}[,，](?=[且并或])")  # 1亿元以上,|且增长10%以上的企业
LISTED = re.compile(r"(?:[\d.]+\s?[十百千]?[万亿]?[^\d,，。;；、]{1,3}、)+$")  # 300万美元、500万美元、|1000万美元
GIVEN = ("给予", "予以", "一次性给予")


def is_condition(case: Case) -> bool:
    """A threshold: 满1年, 超过200万元的, 30%以上的团队, and bounds in brackets or under 申报条件."""
    amount = case.found.amount
    if cue("completed").match(case.bounds) or (amount.kind == "age" and amount.comparator) or _tells_whom(case):
        return True
    given = cue("then_given").match(case.onward) and not cue("acts_on").search(CLAUSE.split(case.left)[-1])
    if case.genre in genres("offer") and (given or _before_grant(case)):
        return True  # 投资额|50万美元|奖励10万元
    if amount.comparator in ("", ">", ">=") and case.genre in genres("offer") and reached(case):
        return True
    if not amount.comparator and case.genre in genres("offer") and cue("of_whom").match(case.onward):
        ahead = CLAUSE.split(case.left)[-1]
        return bool(cue("reached").match(ahead)) and not cue("support").search(ahead)
    if amount.comparator in ("", "~") or cue("ceiling").match(case.bounds):
        return False
    labelled = case.genre in genres("offer") and cue("condition_label").match(case.left)
    if labelled or any(cue("condition_heading").search(heading) for heading in case.headings[:2]):
        return True
    if aside(case.left):
        return amount.comparator != "<="
    return _limits_whom(case)


def reached(case: Case) -> bool:
    """亩均税收达到|10万元|的,… and 达|3万元|以上,分别奖励…: who has come to so much."""
    return bool(cue("come_to").search(LISTED.sub("", case.left)) and cue("for_them").match(case.onward))


def _before_grant(case: Case) -> bool:
    """对发展民宿达|20家|以上、总投入在1000万元以上的,给予…奖励: before what is given, in words that say to whom."""
    said = SEMICOLON.split(case.left)[-1]
    bound = case.found.amount.comparator in (">", ">=") and not cue("acts_on").search(CLAUSE.split(said)[-1])
    led = bound or cue("opens_for").match(said)
    return bool(led) and not cue("support").search(said) and cue("granted").match(case.onward) is not None


def _tells_whom(case: Case) -> bool:
    """对产值达到1亿元、投入不低于1000万元的企业…: within the words that say for whom an offer is."""
    ahead, behind = CLAUSE.split(case.left)[-1], CLAUSE.split(JOINED.sub("", case.onward))[0]
    led = case.genre in genres("offer") and cue("for_whom").match(ahead) and not cue("support").search(ahead)
    return bool(led) and cue("whom").search(behind) is not None


def _limits_whom(case: Case) -> bool:
    """超过200万元的,… or 30%以上的团队; without 的 (1亿元以上项目) only where nothing is promised."""
    said = CLAUSE.split(case.left)[-1]
    if cue("acts_on").search(said) and not said.startswith("对"):
        return False
    if case.found.amount.comparator == "<=" and cue("offered_up_to").search(said):
        return False  # 给予最高500万元、|250万元|团队资助
    after = cue("condition_after").match(case.onward)
    promised = cue("target").search(case.clause)
    return case.clause.endswith("的") or (after is not None and (after[0].startswith("的") or not promised))


def is_support(case: Case) -> bool:
    """Money or a rate (or months of one) that is offered and not yet paid."""
    found, offer = case.found, case.genre in genres("offer")
    if found.amount.kind not in OFFERED or found.role == "difference":
        return False
    if case.genre in genres("report") and not cue("offers").search(case.left + case.bounds):
        return False
    own = cue("promised").search(case.clause) or case.clause.startswith(GIVEN)  # 完成落户的,给予10万元
    paid = case.clause if own else case.left[-NEAR:]
    if not offer and (found.amount.kind == "duration" or cue("paid").search(paid)):
        return False
    if cue("paid_out" if offer else "paid_in_all").search(case.clause):
        return False
    narrow = found.amount.kind != "money" or found.role == "growth"
    if offer and cue("fund").match(case.rest) and cue("sets_up").search(case.left):
        return True  # 设立总规模不低于1亿元的引导资金
    each = found.amount.kind == "money" and cue("each_at_most").search(case.left)
    capped = offer and cue("ceiling").match(case.bounds) and (each or cue("support").search(case.left))
    return bool(capped or cue("support").search(case.clause if narrow else case.left[-NEAR:] + case.clause))


def beneficiary(case: Case) -> str:
    """Whom an offer is for: the nearest clause before it that begins with 对 or ends with 的."""
    for clause in reversed(re.split("[,，;；:：]", case.left)):
        if (met := cue("beneficiary").search(clause.strip())) and (who := met[1] or met[2]):
            return cue("gives").split(who)[0].strip()
    return ""
