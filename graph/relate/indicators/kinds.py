"""Whether a number is a fact, a promise, an offer or a condition.

The rules are asked in one order: a threshold is never a statistic, an offer never a target, a promise never a fact.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.relate.indicators.cues import cue, genres
from graph.relate.indicators.found import Found

__all__ = ["Case", "beneficiary", "kind_of", "last_year", "worth_stating"]

FOR_WHOM = re.compile("^(?:对(?:于)?|凡|给(?!予)|向)(.{2,60}?)(?:的|分别|一次性)*(?:给予|予以|按照?|最高|奖励|补贴|补助|发放)?$|^(?!按)(?:第.{1,4}条\\s*)?(.{4,60})的$")
CEILING = re.compile("最高|最长|最多|至多|上限|封顶")
WEAK = {"count", "duration", "area"}
OFFERED = {"money", "share", "duration", "count", "multiple", "area"}
GROUP = re.compile("(?:及?以[上下])?的?(?:婴幼儿|儿童|老年|老人|人口|人群|居民|学生|少年|妇女|女性|男性)")
PART_OF_NAME = re.compile(r"[^,，。;；、]{0,14}?(?:项目|工程|装置|生产线|电站|机组|工厂|码头|锅炉|变电站)")


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules look at: ``left`` is the sentence before the number, ``lead`` the words that belong to
    it alone, ``clause`` those since the last comma and up to the next, ``rest`` the sentence after it (``onward``: after all the numbers listed
    with it); ``dated`` says that the sentence itself names the time."""

    found: Found
    left: str
    lead: str
    clause: str
    rest: str
    bounds: str
    onward: str
    headings: tuple[str, ...]
    genre: str
    time: str
    dated: bool
    year: int | None


def kind_of(case: Case) -> str:
    """The kind in FORMAT's sense: condition, support, target, growth, share, cumulative or actual."""
    for kind, holds in RULES:
        if holds(case):
            return kind
    return "actual"


def worth_stating(case: Case) -> bool:
    """False for numbers that only bound or name something: 10个工作日内, 每1个, 60万吨乙烯项目."""
    amount, before = case.found.amount, case.left[-14:]
    if amount.kind == "duration":
        return bool(cue("term").search(before + case.bounds)) and not re.match("[内前]", case.rest)
    if amount.kind == "age":
        if GROUP.match(case.rest):
            return False
        return bool(re.search("寿命|年龄|满", before + case.bounds)) or amount.comparator in ("<=", ">=") and _condition(case)
    if amount.value == "1" and re.search("每[^,，]{0,8}$", before):
        return False
    return not (amount.kind in ("mass", "power", "energy", "volume") and PART_OF_NAME.match(case.rest))


def _condition(case: Case) -> bool:
    amount = case.found.amount
    if re.match("年?满|未满", case.bounds) or amount.kind == "age" and amount.comparator in ("<", "<=", ">", ">="):
        return True
    if not amount.comparator or case.genre == "bulletin" and not _aside(case.left):
        return False
    if amount.comparator == "~" or CEILING.match(case.bounds):
        return False
    if _aside(case.left) and amount.comparator != "<=":
        return True
    if case.clause.endswith("的"):
        return True
    after = cue("condition_after").match(case.onward)
    return bool(after) and (after[0].startswith("的") or not cue("target").search(case.clause))


def _aside(left: str) -> bool:
    """Inside a bracket that has not closed: 企业(年度研发经费超过200万元,…)."""
    return max(left.rfind("("), left.rfind("（")) > max(left.rfind(")"), left.rfind("）"))


def _support(case: Case) -> bool:
    amount = case.found.amount
    offer = case.genre in genres("offer")
    if amount.kind not in OFFERED or case.genre in genres("report") or case.found.role == "difference":
        return False
    if not offer and (amount.kind in WEAK or cue("paid").search(case.left[-40:])):
        return False
    narrow = amount.kind in WEAK or amount.kind == "share" or case.found.role == "growth"
    near = case.clause if narrow else case.left[-40:] + case.clause
    done = "已(?:发放|兑现|拨付|下达)" if offer else "累计|共计|已(?:发放|兑现|拨付|下达)"
    return bool(cue("support").search(near)) and not re.search(done, case.clause)


def beneficiary(case: Case) -> str:
    """Whom an offer is for: the clause of the sentence that begins with 对 or ends with 的."""
    for clause in reversed(re.split("[,，;；:：]", case.left)):
        if (met := FOR_WHOM.search(clause.strip())) and (who := met[1] or met[2]):
            return who.strip()
    return ""


def _target(case: Case) -> bool:
    if _past(case) and (case.dated or _done_heading(case)):
        return False
    if _later(case) or cue("target").search(re.split("[;；]", case.left)[-1] + case.bounds):
        return True
    if cue("done").search(case.clause):
        return False
    for heading in case.headings:
        if cue("target_heading").search(heading):
            return True
        if cue("done_heading").search(heading):
            return False
    return case.genre in genres("plan") and not _past(case)


def _done_heading(case: Case) -> bool:
    return any(cue("done_heading").search(heading) for heading in case.headings)


def _later(case: Case) -> bool:
    year = last_year(case.time)
    return year is not None and case.year is not None and year > case.year


def _past(case: Case) -> bool:
    year = last_year(case.time)
    return year is not None and case.year is not None and year < case.year


def last_year(time: str) -> int | None:
    """The year in which a period ends: 2024-06 → 2024, 2021/2025 → 2025."""
    year = time.rsplit("/", 1)[-1][:4]
    return int(year) if year.isdigit() else None


def _growth(case: Case) -> bool:
    return case.found.role == "growth" or case.found.amount.kind == "point" and bool(re.search("比|较|同比", case.left[-12:]))


def _share(case: Case) -> bool:
    return case.found.amount.kind == "share"


def _cumulative(case: Case) -> bool:
    return bool(cue("cumulative").search(case.lead))


RULES = (("condition", _condition), ("support", _support), ("target", _target), ("growth", _growth), ("share", _share),
         ("cumulative", _cumulative))
