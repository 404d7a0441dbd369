"""When an instrument came out: the year of its number, or the date with the verb that issued it.

What is still pending has no such date, and the document at hand has that of its own head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.find.numbers.periods import find_periods
from graph.model import Relation, Span
from graph.relate.relations.issued import list_start
from graph.relate.relations.page import Met, Page

__all__ = ["dated"]

_REACH = 60  # code points from the verb back to its date
_VERB = 24
_UNTIL = re.compile("(?:截至|截止|截止到|[到至自从前])$")
_AT = str.maketrans("于", ",")  # 于2021年印发: before a number the word compares, here it says when
_ONE_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")


def dated(page: Page) -> Iterator[Relation]:
    """``issued_on`` of the instruments a document names, to the year, month or day."""
    for span, met in page.sentences():
        for policy in met:
            if policy.entity.type == "policy" and policy.entity not in page.own and policy.entity.state != "pending":
                yield from _by_verb(page, span, met, policy)
                yield from _by_number(page, span, policy)


def _by_number(page: Page, span: Span, policy: Met) -> Iterator[Relation]:
    behind = page.folded[policy.end:span.end]
    for name, rule in (("number_behind", "year-of-number"), ("date_behind", "issued-behind")):
        found = page.pattern(name).match(behind)
        if found:
            date = found["date"] or found["later"] if rule == "issued-behind" else found["date"]
            yield from _said(page, policy, date, rule, policy.start, policy.end + found.end())
    ahead = page.pattern("number_ahead").search(page.folded, span.start, policy.start)
    if ahead:
        yield from _said(page, policy, ahead["date"], "year-of-number", ahead.start(), policy.end)


def _by_verb(page: Page, span: Span, met: tuple[Met, ...], policy: Met) -> Iterator[Relation]:
    """2021年3月，市政府印发了《…》: nothing but its subjects stands between the date and the verb."""
    first = list_start(met, policy)
    verb = page.pattern("publish").search(page.folded, max(span.start, first - _VERB), first)
    if not verb or page.pattern("put_off").search(page.folded, max(span.start, verb.start() - 12), verb.start() + 1):
        return
    begin = max(span.start, verb.start() - _REACH)
    periods = find_periods(page.folded[begin:verb.start()].translate(_AT), page.document.header.year)
    for period in periods[-1:]:
        start, end = begin + period.start, begin + period.end
        if page.pattern("since_date").match(_without_bodies(page, met, end - 1, verb.start())) and not _UNTIL.search(
                page.folded[max(span.start, start - 3):start]):
            yield from _said(page, policy, period.iso, "date-of-verb", start, policy.end)


def _without_bodies(page: Page, met: tuple[Met, ...], start: int, end: int) -> str:
    """The words of a stretch but for the bodies named there."""
    kept, reached = "", start
    for body in (m for m in met if m.entity.type == "agency" and start <= m.start and m.end <= end):
        kept, reached = kept + page.folded[reached:body.start], body.end
    return kept + page.folded[reached:end]


def _said(page: Page, policy: Met, date: str, rule: str, start: int, end: int) -> Iterator[Relation]:
    """A date that is one, and none after the document's own year."""
    iso = date if _ONE_DATE.fullmatch(date) else next((period.iso for period in find_periods(date)), "")
    if _ONE_DATE.fullmatch(iso) and int(iso[:4]) <= (page.document.header.year or 9999):
        yield Relation(policy.entity.name, policy.entity.id, "issued_on", iso, "", rule,
                       (page.document.evidence(start, end),), 0.9)
