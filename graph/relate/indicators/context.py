"""Where a number stands: its block, the headings over it, and the periods that reach it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from graph.find.numbers import Period, find_periods
from graph.model import Document
from graph.relate.indicators.blocks import Block, blocks
from graph.relate.indicators.cues import cue, genres

__all__ = ["Scene", "scene"]

YEAR = re.compile(r"〔((?:19|20)\d\d)〕|[(（\[]((?:19|20)\d\d)[)）\]]\s?\d+\s?号")
TITLED = re.compile(r"(?<![\d—–-])((?:19|20)\d\d)年(?!\s?[-—–至到])")
_OPENING = 400  # characters in which a document says of which year it speaks
HEADING = 80  # characters of a heading that are looked at: a paragraph may be its own
LINE = re.compile(r"[^\n]*(?:\n|$)")
YEARS = re.compile("[、,，和与及到]+")


@dataclass(frozen=True, slots=True)
class Scene:
    """A document as the number reader needs it.  ``year`` is the document's own, ``default`` the period that a
    bulletin speaks of throughout, ``aim`` the year that a plan is made for and where its title says so, ``lists`` the
    same of the lists of tasks in its annexes."""

    document: Document
    text: str
    year: int | None
    default: str
    aim: tuple[str, tuple[int, int] | None]
    lists: tuple[tuple[str, tuple[int, int]], ...]
    periods: tuple[Period, ...]
    blocks: tuple[Block, ...]

    def period_before(self, start: int, end: int, near: bool = False) -> Period | None:
        """The last period that begins in ``[start, end)`` and reaches ``end``; ``near`` if both are in one sentence."""
        index = bisect_left(self.periods, end, key=lambda p: p.start) - 1
        while index >= 0 and (period := self.periods[index]).start >= start:
            scope = period.scope
            if scope == "text" or (near and (scope == "sentence" or end - period.end < 4)):
                return period
            index -= 1
        return None

    def time_at(self, block: Block, start: int, at: int, rank: int = 0) -> tuple[str, tuple[int, int] | None]:
        """The period that holds at ``at`` in the sentence from ``start``, and where it is said: in the sentence itself,
        in the paragraph so far, in a heading, or (no place) for the whole document.  ``rank`` picks from several
        years that answer as many numbers (到2025年和2030年,…分别达到)."""
        period = self.period_before(start, at, near=True) or self.period_before(block.carry, start)
        if rank > 1 and period and period.start >= start:
            period = self._listed(period, rank) or period
        for heading in block.headings:
            period = period or self._headed(heading.start, min(heading.end, start))
        return (period.iso, (period.start, period.end)) if period else (self.default, None)

    def deadline(self, at: int) -> tuple[str, tuple[int, int]] | None:
        """The date by which the task of a number is due, where a cell at the end of its row or a label behind it says
        so (完成时限：2025年底)."""
        for end in (match.end() for match in LINE.finditer(self.text, at)):
            due = cue("due_cell").search(self.text, at, end) or cue("due_label").search(self.text, at, end)
            if due:
                period = self.period_before(due.start("date"), due.end("date") + 1)
                return (period.iso, (period.start, period.end)) if period and period.iso else None
            if not cue("label_line").match(self.text, end):
                break
        return None

    def aim_at(self, at: int) -> tuple[str, tuple[int, int] | None]:
        """The year that the plan, or the list of tasks around ``at``, is made for."""
        return next((aim for aim in reversed(self.lists) if aim[1][1] <= at), self.aim)

    def _headed(self, start: int, end: int) -> Period | None:
        """The period of a heading; of a year and the plan that it ends (2025年和“十四五”时期工作回顾) the year."""
        last = self.period_before(start, end)
        before = self.period_before(start, last.start) if last and "/" in last.iso else None
        joined = before and last and YEARS.fullmatch(self.text[before.end:last.start].rstrip("“"))
        return before if joined else last

    def _listed(self, last: Period, rank: int) -> Period | None:
        index = self.periods.index(last) - rank + 1
        run = self.periods[max(index, 0):index + rank]
        joined = all(YEARS.fullmatch(self.text[a.end:b.start]) for a, b in pairwise(run))
        return run[0] if joined and len(run) == rank else None

    def headings(self, block: Block) -> tuple[str, ...]:
        return tuple(self.text[span.start:min(span.end, span.start + HEADING)] for span in block.headings)


def scene(document: Document) -> Scene:
    """Blocks, periods and the year of ``document``."""
    text, year = document.folded, _year(document)
    default = _subject(document)
    spoken = int(default) if default and _is_bulletin(document) else None
    aims = _aim(document), tuple(_lists(document))
    periods = find_periods(text, spoken or year)
    if spoken:  # 目前 in a bulletin is the year that it speaks of
        periods = tuple(period for period in periods if period.iso)
    return Scene(document, text, year, default, *aims, periods, tuple(blocks(document)))


def _is_bulletin(document: Document) -> bool:
    """By its genre, or, where the title was lost, by its way to speak."""
    genre, text = document.header.genre, document.folded
    return genre == "bulletin" or (genre == "other" and "全年" in text and len(cue("year_on_year").findall(text)) > 2)


def _subject(document: Document) -> str:
    """The year a report or bulletin speaks of: from its title, or the only year that a bulletin without title names."""
    found = cue("subject_year").search(document.folded, 0, _OPENING)
    if not found and document.header.genre in genres("report"):
        found = TITLED.search(_title(document))
    if found or not _is_bulletin(document):
        return found[1] if found else ""
    said = {period.iso for period in find_periods(document.folded)} - {document.header.date, ""}
    years = {iso for iso in said if re.fullmatch(r"\d{4}", iso)} or {iso[:4] for iso in said if "/" not in iso}
    return years.pop() if len(years) == 1 else ""


def _aim(document: Document) -> tuple[str, tuple[int, int] | None]:
    """The one year in the title of a plan (2023年重点工作分工方案); a plan of several years has no such year."""
    years = TITLED.findall(_title(document)) if document.header.genre in genres("plan") else []
    if len(years) != 1:
        return "", None
    place = document.folded.find(f"{years[0]}年")
    return years[0], (place, place + 5) if place >= 0 else None


def _lists(document: Document) -> Iterator[tuple[str, tuple[int, int]]]:
    """The lines that call a list of tasks by its year: 2024年重点工作任务清单."""
    planned = document.header.genre in genres("plan")
    for line in cue("list_of_year").finditer(document.folded) if planned else ():
        yield line["year"], (line.start("year"), line.end("year") + 1)


def _title(document: Document) -> str:
    return document.header.title or document.folded.lstrip().split("\n", 1)[0]


def _year(document: Document) -> int | None:
    header = document.header
    if header.date[:4].isdigit():
        return int(header.date[:4])
    found = None if header.year else YEAR.search(document.folded[:400])
    return header.year or (int(found[1] or found[2]) if found else _after_review(document))


def _after_review(document: Document) -> int | None:
    """The year of a report that names none, by its heading: a year is looked back on (2022年工作回顾) in the next."""
    if document.header.genre not in genres("report"):
        return None
    titles = (section.title for section in document.sections if section.kind == "heading")
    reviewed = next(filter(None, map(cue("reviewed_year").search, titles)), None)
    return int(reviewed[1]) + 1 if reviewed else None
