"""Periods: the year, month, date or plan that a passage speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.find.numbers.dating import bases, captions, period, words
from graph.find.numbers.numerals import chinese, chinese_year

__all__ = ["Period", "find_periods"]


@dataclass(frozen=True, slots=True)
class Period:
    """``[start, end)`` of the view and its ISO form: 2024, 2024-06 (a half year by its last month), 2024-06-30,
    2021/2025; empty for "at present".  ``scope`` is how far it holds: ``text`` until the next period,
    ``sentence`` where it names a month without a year (6月底, but 1—6月 is half a year) or is expected
    (预计2027年竣工), ``number`` where it dates one number (由2015年的76%提高到…)."""

    start: int
    end: int
    iso: str
    scope: str = "text"


FROM = frozenset("由从到至")
BRACKETS = frozenset("(（")  # 行动方案(2023-2025年) is a name
EXPECTED = re.compile("(?:(?:预计|预期|有望|可望)[于在到]?|将[于在])$")
HEADED = re.compile(r"[一二三四五六七八九十]{1,2}、(?:19|20)\d\d年(?:[^\d,，。;；]*)$")
HEADING = 24
TO_DATE = re.compile("1月?(?:份)?\\s?[-—–~至到]")


def find_periods(text: str, year: int | None = None) -> tuple[Period, ...]:
    """The periods that say when, in order; bases of comparison (比2020年…), starts (自…起, 2012年以来) and the captions
    of pictures (图1 2019—2023年产值) are none.

    ``year`` is the document's, for 今年 and 去年; without it they are periods of unknown date (empty ``iso``).

    >>> find_periods("截至2024年末,规上企业497家,较2020年增长20%")
    (Period(start=2, end=8, iso='2024', scope='text'),)
    >>> [p.iso for p in find_periods("去年新增30家;今年上半年新增20家", 2025)]
    ['2024', '2025-06']
    """
    found, current, own = [], year, year
    for match in period().finditer(text):
        if not match.lastgroup or _is_base(text, match, year):
            continue
        iso, scope = _iso(match, own, current), _scope(text, match)
        if iso is not None:
            current = int(iso.rpartition("/")[2][:4]) if match["year"] and scope == "text" else current
            if year and match["year"] and _heads(text, match):
                own = max(current or year, year)  # 三、2025年工作计划
            found.append(Period(match.start(), match.end(), iso, scope))
    return tuple(found)


def _heads(text: str, match: re.Match[str]) -> bool:
    """Whether a year opens a heading of its own line that tells of a year's work."""
    start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    line = text[start:end if end >= 0 else len(text)].strip()
    return len(line) <= HEADING and HEADED.match(line) is not None


def _scope(text: str, match: re.Match[str]) -> str:
    if _dates_one_number(text, match):
        return "number"
    month = match["rmonth"] and not (match["relative"] or TO_DATE.match(match[0]))
    expected = EXPECTED.search(text[max(0, match.start() - 3):match.start()])
    return "sentence" if month or expected else "text"


def _dates_one_number(text: str, match: re.Match[str]) -> bool:
    follows = re.match(r"的\s?\d", text[match.end():match.end() + 3])
    return follows is not None and text[match.start() - 1:match.start()] in FROM


def _is_base(text: str, match: re.Match[str], year: int | None) -> bool:
    ahead, behind = bases()
    this_year = match["year"] == str(year) or match["relative"] in ("今年", "本年")
    if captions().match(text, text.rfind("\n", 0, match.start()) + 1):
        return True
    if _dates_one_number(text, match) or (this_year and text.startswith("以来", match.end())) or match["era"]:
        return False
    bracketed = match["from"] and text[match.start() - 1:match.start()] in BRACKETS
    return bool((bracketed and text.startswith((")", "）"), match.end()))
                or ahead.search(text[max(0, match.start() - 2):match.start()]) or behind.match(text, match.end()))


def _iso(match: re.Match[str], year: int | None, current: int | None) -> str | None:
    if match["now"]:
        return ""
    if plan := match["plan"] or match["bare"]:
        first, last = words()["plan"][plan]
        return str(last) if match["last"] or match["end"] else f"{first}/{last}"
    if match["year"]:
        whole = _iso_date(_year(match["year"]), match["month"], match["day"], match["part"])
        return f"{_year(match['from'])}/{whole}" if match["from"] else whole
    offset = words()["relative"].get(match["relative"])
    base = year if offset is not None or (year and current and current > year) else current
    if base is None:
        return "" if match["relative"] else None
    return _iso_date(base + (offset or 0), match["rmonth"], match["rday"], match["rpart"])


def _iso_date(year: int, month: str | None, day: str | None, part: str | None) -> str:
    if part:
        last = words()["part"][part]
        return f"{year}-{last:02d}" if last else str(year)
    if not month:
        return str(year)
    return f"{year}-{_small(month):02d}" + (f"-{_small(day):02d}" if day else "")


def _year(written: str) -> int:
    return int(written) if written.isascii() else chinese_year(written.replace("○", "〇"))


def _small(written: str) -> int:
    return int(written) if written.isascii() else int(chinese(written))
