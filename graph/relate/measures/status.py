"""Reported or promised, how firmly, and until when.

The nearest heading that says it (主要工作开展, 下步工作计划) decides; plans, rules and notices only require, except
in the part of a plan that looks back (发展基础); elsewhere the words of the passage decide, and a passage that reports
and promises is a promise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from graph.lexicon import Lexicon, load
from graph.model import Header
from graph.read.knowledge import pattern
from graph.relate.measures.scope import Unit

__all__ = ["commitment_of", "due_of", "said_status", "status_of", "tells_of_past", "turns_to_plan"]

_ESTIMATED = re.compile("(?:初步)?预计(?=[^,。;]{0,24}\\d)")  # 预计完成总产值390亿元: of the year that ends
_TITLE = re.compile("《[^《》]*》")
_STATUSES = ("planned", "done")
_REQUIRING = ("plan", "measures", "rules", "notice")
_STRENGTH = ("确保", "将", "计划", "争取", "探索")


@cache
def _compiled(lexicon: Lexicon, where: str, status: str) -> re.Pattern[str]:
    return _union(row["cue"] for row in lexicon.rows("status") if row["where"] == where and row["status"] == status)


def _cue(where: str, status: str) -> re.Pattern[str]:
    return _compiled(load(), where, status)


@cache
def _strengths(lexicon: Lexicon) -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = {name: [row["cue"] for row in lexicon.rows("status") if row["commitment"] == name] for name in _STRENGTH}
    return tuple((name, _union(cues)) for name, cues in found.items() if cues)


def _union(cues: Iterable[str]) -> re.Pattern[str]:
    """One pattern for folded text; the table writes punctuation as documents do."""
    return re.compile("|".join(cue.replace("，", ",") for cue in cues))


def status_of(folded: str, unit: Unit, header: Header) -> str:
    """``done`` or ``planned`` for the folded text of a unit.

    >>> from graph.model import Span
    >>> unit = Unit("1", "", Span(0, 9), ())
    >>> [status_of(text, unit, Header(genre="reply")) for text in ("水利部拟安排试点项目。", "我局已印发方案。")]
    ['planned', 'done']
    """
    return said_status(folded, unit, header) or _usual(folded, header)


def said_status(folded: str, unit: Unit, header: Header) -> str:
    """The same, ``""`` where neither a heading nor the passage says it."""
    if header.genre in _REQUIRING:
        past = any(_cue("past", "done").search(title) for title in (*unit.path, unit.title))
        report = replace(header, genre="report")
        return (_by_words(folded, unit.lead, report) or _usual(folded, report)) if past else "planned"
    for title in reversed(unit.path):
        found = _by_heading(title, header)
        if found:
            return found
    return _by_words(folded, unit.lead, header)


def _usual(folded: str, header: Header) -> str:
    """What a passage is that does not say it: a report reports, a reply too unless it asks for something."""
    reports = header.genre in ("report", "reply") and not _cue("ask", "planned").search(folded)
    return "done" if reports else "planned"


def _by_heading(title: str, header: Header) -> str:
    """What a heading says, by its last cue (重点任务完成情况 is done), or in a report by its year."""
    ends = {status: [hit.end() for hit in _cue("heading", status).finditer(title)] for status in _STATUSES}
    if any(ends.values()):
        return max(_STATUSES, key=lambda status: max(ends[status], default=0))
    years = re.findall(r"20\d\d(?=年)", title)
    if header.genre == "report" and years and header.year:
        return "done" if int(years[-1]) < header.year else "planned"
    return ""


def _by_words(folded: str, lead: str, header: Header) -> str:
    """A firm promise makes a promise of the passage; 争取, 探索 and 要 do not where the sentence reports work.

    What others say (《规划》明确将…) and what stands in titles is first left out.
    """
    folded = _cue("quoted", "").sub("", _TITLE.sub("《》", folded))
    if header.genre == "report":
        folded = _ESTIMATED.sub("", folded)
    done, (firm, weak, must) = _cue("text", "done"), (_cue(where, "planned") for where in ("text", "weak", "must"))
    for part in (lead, *re.split("[。;]", folded)):
        urged = (weak.search(part) and not done.search(part)) or (must.search(part) and not _reports(part))
        if firm.search(part) or urged:
            return "planned"
    horizon = pattern("measures", "due_year").search(folded) or pattern("measures", "begins_in_year").search(folded)
    if horizon and header.year and int(horizon["year"]) > header.year:
        return "planned"
    if pattern("measures", "assigned").search(folded):
        return "done" if done.search(folded) else "planned"
    sure = done if header.genre == "report" else None  # 建成 is what a plan says, too
    return "done" if (sure.search(folded) if sure else _reports(folded)) else ""


def _reports(folded: str) -> bool:
    return any(_cue(where, "done").search(folded) for where in ("text", "hint"))


def tells_of_past(folded: str) -> bool:
    """Whether anything in a text is told as done in so many words, or by results.

    >>> tells_of_past("启动城西农贸市场建设。建设公厕8所。"), tells_of_past("建成了公厕8所。")
    (False, True)
    """
    said = _TITLE.sub("《》", folded)
    return bool(_cue("text", "done").search(said) or pattern("measures", "told").search(said))


def turns_to_plan(folded: str) -> list[int]:
    """Where words end that turn to what is to be done.

    >>> turns_to_plan("着力做好以下十一个方面工作:"), turns_to_plan("一年来,主要做了以下工作。")
    ([14], [])
    """
    return [turn.end() for turn in pattern("measures", "turn").finditer(folded)]


def commitment_of(folded: str) -> str:
    """The strength of a promise: 确保 > 将 > 计划 > 争取 > 探索, or "".

    >>> commitment_of("争取2026年年底前达到500件")
    '争取'
    """
    return next((name for name, cue in _strengths(load()) if cue.search(folded)), "")


def due_of(folded: str, year: int | None) -> str:
    """The deadline of a passage as ISO year, month or date; ``year`` is the document's, for 今年, 年底前, 5月底.

    >>> [due_of(text, 2025) for text in ("争取2026年年底前达到500件", "网站将于5月底制作完成", "2024年新增4项")]
    ['2026', '2025-05', '']
    """
    for hit in pattern("measures", "due").finditer(folded):
        found = _deadline(hit, year)
        if found:
            return found
    horizon = pattern("measures", "due_year").search(folded)
    return horizon["year"] if horizon else ""


def _deadline(hit: re.Match[str], year: int | None) -> str:
    if not (hit["end"] or hit["by"]):
        return ""
    base = int(hit["year"]) if hit["year"] else year
    if base is None or (hit["end"] in ("前", "内") and not (hit["year"] or hit["relative"])):
        return ""
    base += hit["relative"] == "明年" and not hit["year"]
    if not hit["month"]:
        return str(base)
    return f"{base}-{int(hit['month']):02}" + (f"-{int(hit['day']):02}" if hit["day"] else "")
