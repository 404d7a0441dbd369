"""Promises: whether a number is a goal, by the words that reach it, by its time, by the heading over it."""

from __future__ import annotations

import re

from graph.relate.indicators.case import Case
from graph.relate.indicators.cues import cue, genres

__all__ = ["is_target"]

SEMICOLON = re.compile("[;；]")
COMPARED = re.compile(r"同比|较(?:上年|去年|20\d\d)|比(?:上年|去年)")
PURPOSE = re.compile(r"(?:^|[,，])\s*为了?[^,，]{2,60}[,，]")  # 为确保安全,
AIMED = re.compile("(?:围绕|按照|对照|聚焦|锚定|紧扣)[^,，。;；]{2,48}目标[,，]")  # 围绕建设“制造之都”目标,
CLOSED = re.compile(r"\([^()]*\)")


def is_target(case: Case) -> bool:
    """A goal said in so many words, due later than the document, or under a heading of goals."""
    if case.past and (case.dated or any(cue("done_heading").search(heading) for heading in case.headings)):
        return False
    said = _said(case)
    if any(cue("done_heading").search(heading) for heading in case.headings[:2]):
        said = cue("won").sub("", said)  # 已开展的工作: 争取中央资金1.5亿元; 工作回顾: 预计全年增长5%
    if case.later or cue("target").search(said) or _beside(case):
        return True
    if cue("done").search(case.clause) or case.clause.endswith("了"):  # 采购了|22台
        return False
    if case.genre not in genres("report") and cue("hope").search(PURPOSE.sub("", said)):
        return True
    return not _compared(case) and _is_under_target(case)


def _said(case: Case) -> str:
    """The words since the last semicolon that reach the number: none of a bracket that has closed, and for a number in
    an open bracket those before it only if they spoke of a number (力争新增100家(其中…), not 预计较好(按71个村看…))."""
    clause = AIMED.sub("", CLOSED.sub("", SEMICOLON.split(case.left)[-1]))
    said = cue("real").split(clause)[-1]  # 计划实施5项,实际完成|6项
    outer, bracket, inner = said.rpartition("(")
    return (inner if bracket and not re.search(r"\d", outer) else said) + case.bounds


def _beside(case: Case) -> bool:
    """任务38座, 8家目标任务: called a goal right before or behind it."""
    return bool(cue("target_before").search(case.left) or cue("target_behind").match(case.rest))


def _compared(case: Case) -> bool:
    """同比下降5%, 较2018年下降5% tell what was, unless it stands among goals or with a bound."""
    growth = case.found.role == "growth" and COMPARED.search(case.left) is not None
    told = growth or (bool(case.found.change) and re.match("[,，]?同比", case.rest))
    return bool(told) and not case.found.amount.comparator and not any(
        cue("goal_heading").search(heading) for heading in case.headings)


def _is_under_target(case: Case) -> bool:
    """The nearest heading that speaks of goals or of results decides, by its last word for either, then the genre;
    goals met are results, and a bulletin reports nothing else."""
    if case.genre == "bulletin" or any(cue("goals_met").search(heading) for heading in case.headings):
        return False
    for heading in case.headings:
        goal, done = cue("target_heading").search(heading), [*cue("done_heading").finditer(heading)]
        if goal or done:
            return goal is not None and (not done or done[-1].end() < goal.end())
    return case.genre in genres("plan") and not case.past
