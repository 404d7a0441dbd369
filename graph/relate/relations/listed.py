"""What stands on a list: the names below 青溪市示范园区名单, one a line, or behind 名单如下：."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from graph.find.rolls import Roll, find_rolls
from graph.model import Entity, Relation
from graph.relate.relations.admitted import recognised
from graph.relate.relations.page import Met, Page

__all__ = ["listed"]

_FEWEST = 3
_NEAR = 80  # code points from the list to the words behind which its names follow


def listed(page: Page) -> Iterator[Relation]:
    """``listed_in`` for each name of a list; one that is only called 名单 is of what the document recognises."""
    for roll in find_rolls(page.document):
        into = _list(page, roll)
        if into is None:
            continue
        for item in roll.items:
            for met in [m for m in page.met if m.start == item.start and m.end == item.end][:1]:
                yield page.relation(met.entity, "listed_in", into, "on-list", item.start, item.end, 0.9)
    for found in page.lexicon.patterns("relations").finditer("names_follow", page.folded):
        near = (m for m in page.met if 0 <= found.start() - m.end <= _NEAR)
        lists = [m.entity for m in near if m.entity.type == "list" or m.entity.subtype == "list"]
        named = _named_from(page, found.end()) if lists else []
        for met in named if len(named) >= _FEWEST else ():
            yield page.relation(met.entity, "listed_in", lists[-1], "on-list", met.start, met.end, 0.8)


def _list(page: Page, roll: Roll) -> Entity | None:
    """The list itself, or what those on it are recognised as."""
    if roll.title.end - roll.title.start <= len("名单"):
        given = next(recognised(page), None)
        return next((e for e in page.linked.entities if given and e.id == given.o_id), None)
    return next((m.entity for m in page.met if m.start == roll.title.start and m.end == roll.title.end), None)


def _named_from(page: Page, position: int) -> list[Met]:
    """The names that follow one another from ``position`` on; of a chain (青溪市|白沙县) the last is meant."""
    row: list[Met] = []
    for met in (m for m in page.met if m.start >= position):
        if row and met.start < position:
            continue  # inside the one before
        if met.start > position and not page.pattern("between_names").fullmatch(page.folded, position, met.start):
            break
        row.append(met)
        position = met.end
    return [met for met, after in pairwise([*row, None]) if met and (after is None or met.end != after.start)]
