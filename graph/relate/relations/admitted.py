"""What was admitted to a list, programme or plan: X 成功入选 Y, 将 X 纳入 Y."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Entity, Relation
from graph.relate.relations.page import Met, Page

__all__ = ["admitted"]

_LISTS = ("list", "programme", "policy", "project")
_WISH = re.compile("请求|希望|建议|恳请|申请|争取|要求")
_GAP = 14  # code points between the verb and what stands beside it


def admitted(page: Page) -> Iterator[Relation]:
    """``listed_in`` for each verb of admission with a name on both sides."""
    for span, inside in page.sentences():
        for verb in page.pattern("admit").finditer(page.folded, span.start, span.end):
            into = next((m for m in inside if m.start >= verb.end() and m.entity.type in _LISTS
                         and _near(page, verb.end(), m.start)), None)
            if into is None or _WISH.search(page.folded, span.start, verb.start()):
                continue
            subject = _subject(page, inside, verb.start(), into)
            if subject:
                yield page.relation(subject, "listed_in", into.entity, "admitted", span.start, into.end, 0.85)


def _near(page: Page, start: int, end: int) -> bool:
    gap = page.folded[start:end]
    return len(gap) <= _GAP and not any(mark in gap for mark in ",，。;；")


def _subject(page: Page, inside: tuple[Met, ...], position: int, into: Met) -> Entity | None:
    """What stands before the verb: 你省 beside it, else the last thing named that is no body acting on others."""
    addressed = page.linked.addressed(page.folded[max(0, position - 6):position])
    if addressed:
        return addressed[0]
    before = [m for m in inside if m.end <= position and _near(page, m.end, position) and m.entity is not into.entity]
    return max(before, key=lambda m: (m.end, m.start - m.end)).entity if before else None
