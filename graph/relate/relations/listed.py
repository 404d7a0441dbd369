"""What stands on a list: the names below 青溪市示范园区名单, one a line."""

from __future__ import annotations

from collections.abc import Iterator

from graph.find.rolls import Roll, find_rolls
from graph.model import Entity, Relation
from graph.relate.relations.admitted import recognised
from graph.relate.relations.page import Page

__all__ = ["listed"]


def listed(page: Page) -> Iterator[Relation]:
    """``listed_in`` for each name of a list; one that is only called 名单 is of what the document recognises."""
    for roll in find_rolls(page.document):
        into = _list(page, roll)
        if into is None:
            continue
        for item in roll.items:
            for met in [m for m in page.met if m.start == item.start and m.end == item.end][:1]:
                yield page.relation(met.entity, "listed_in", into, "on-list", item.start, item.end, 0.9)


def _list(page: Page, roll: Roll) -> Entity | None:
    """The list itself, or what those on it are recognised as."""
    if roll.title.end - roll.title.start <= len("名单"):
        given = next(recognised(page), None)
        return next((e for e in page.linked.entities if given and e.id == given.o_id), None)
    return next((m.entity for m in page.met if m.start == roll.title.start and m.end == roll.title.end), None)
