"""The expressions of periods, compiled once from ``data/lexicon/periods.toml``."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from graph.lexicon import load

__all__ = ["bases", "captions", "period", "words"]

YEAR = r"(?:19|20)\d\d|[一二][〇零○一二三四五六七八九]{3}"
MONTH = r"(?:\d{1,2}|十[一二]?|[一二三四五六七八九])"
DASH = r"\s?(?:-{1,2}|—{1,2}|–|~|至|到)\s?"


@cache
def words() -> dict[str, Any]:
    """The tables of periods.toml: plans, parts of a year, relative years, words for now, what is no time."""
    return load().toml("periods")


@cache
def period() -> re.Pattern[str]:
    """A period, or a title or document number to step over (``lastgroup`` is then None)."""
    data = words()
    part, relative, now = ("|".join(these) for these in (data["part"], data["relative"], data["now"]["words"]))
    plans = "|".join(sorted(data["plan"], key=len, reverse=True))
    starts = _starts([*data["part"], *data["relative"], *data["now"]["words"], *data["plan"]])
    tail = rf"(?:\s?{_months('month', 'day')}|(?P<part>{part})|度|底|末)?"
    first = rf"(?:(?P<from>{YEAR})\s?年?{DASH})?(?P<year>{YEAR})\s?年\s?{tail}"
    era = "(?P<last>(?:规划)?期?末)|规划期间?|时期|期间|以来"
    plan = (rf"[“\"'‘](?P<plan>{plans})[”\"'’](?:(?P<era>{era})|(?!{data['not_when']['named']}))"
            rf"|(?P<bare>{plans})(?:{era.replace('last', 'end')})")
    named = rf"(?<![一二两三四五六七八九十\d])(?P<relative>{relative})|(?<![年\d])(?=\d*月|{part})"
    later = rf"(?:{named})(?:\s?{_months('rmonth', 'rday')}|(?P<rpart>{part}))?"
    return re.compile(rf"(?=[{starts}])(?:《[^》\n]*》|〔[^〕\n]*〕|{first}|{plan}|{later}|(?P<now>{now}))")


def _starts(literal: list[str]) -> str:
    """What a period or the title to skip can begin with: trying nothing else makes the search four times as fast."""
    return "《〔“\"'‘\\d一二三四五六七八九十" + "".join(sorted({re.sub(r"\(\?.*?\)", "", word)[0] for word in literal}))


def _months(month: str, day: str) -> str:
    """``[1-]6月[30日]`` with the last month and the day as groups."""
    days = rf"(?P<{day}>\d{{1,2}}|[一二三]?十?[一二三四五六七八九]?)\s?日"
    return rf"(?:{MONTH}月?(?:份)?{DASH})?(?P<{month}>{MONTH})\s?月(?:份|底|末)?(?:\s?{days})?"


@cache
def bases() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before and after a year that is a base of comparison or a start."""
    rules = words()["not_when"]
    return re.compile(f"(?:{'|'.join(rules['after'])})$"), re.compile("|".join(rules["before"]))


@cache
def captions() -> re.Pattern[str]:
    """The beginning of a line below or above a picture, which dates nothing."""
    return re.compile(words()["not_when"]["caption"])
