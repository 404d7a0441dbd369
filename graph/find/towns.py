"""Towns and streets, which GB/T 2260 does not list: 白沙县|青松镇, and 青松镇 wherever it is named again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.find.candidate import Scene
from graph.model import Mention

__all__ = ["counted_towns", "shared_towns", "town_villages", "towns", "towns_of_works", "villages"]


def towns(scene: Scene) -> Iterator[Mention]:
    """Towns directly behind their county (or their government is), or alone in a clause; wherever named again."""
    ground, named = scene.ground, set()
    for end in scene.places.starts:
        for rule in ("town_after", "town_seat"):
            found = scene.names[rule].match(ground.folded, end)
            if found and not ground.names["bare_level"].match(found[0]):
                named.add(found[0])
    for start in ground.barriers_for("town_alone"):
        alone = scene.names["town_alone"].match(ground.folded, start)
        whole = alone is not None and ground.barriers[ground.edge(alone.end() - 1)] == start
        ends = alone and (ground.breaks(alone.end()) or ground.names["town_held"].match(ground.folded, alone.end()))
        if alone and whole and ends and not scene.vocabulary.is_generic(alone[0][:-1]):
            named.add(alone[0])
    named.update(found["name"] or found["held"] for found in scene.names.finditer("town_lying", ground.folded))
    for name in sorted(named):
        for again in re.finditer(re.escape(name), ground.folded):
            yield Mention(*again.span(), "place", ground.text[slice(*again.span())], "town", 0.7)
            yield from _village(scene, *again.span())


def towns_of_works(scene: Scene, works: Iterable[Mention]) -> Iterator[Mention]:
    """The town that works or a hub are named by: 玉龙镇|九龙潭田园综合体."""
    for work in works:
        town = scene.names["town_of_works"].match(scene.ground.folded, work.start, work.end)
        if town and work.type in ("project", "platform") and not scene.vocabulary.is_generic(town[0][:-1]):
            yield Mention(*town.span(), "place", scene.ground.text[slice(*town.span())], "town", 0.7)


def shared_towns(scene: Scene) -> Iterator[Mention]:
    """Towns or streets that share the word behind the last: 到白沙、青松、长河街道."""
    for found in scene.names.finditer("shared_town", scene.ground.folded):
        parts = list(re.finditer(r"[^、和]+", found["parts"]))
        offset = found.start("parts")
        known = (scene.area_at(offset + part.start()) == offset + part.end() for part in parts)
        if any(scene.vocabulary.is_generic(part[0]) for part in parts) or all(known):
            continue
        for part in parts:
            start, end = offset + part.start(), offset + part.end()
            yield Mention(start, end, "place", part[0] + found["kind"], "town", 0.75)


def counted_towns(scene: Scene) -> Iterator[Mention]:
    """Towns or villages whose kind stands behind their number, as many as it says: 青松、白沙、桃源3个乡镇."""
    ground, names = scene.ground, scene.names
    for found in names.finditer("counted_towns", ground.folded):
        parts = list(re.finditer("[^、]+", found["parts"]))
        if _number(found["count"]) != len(parts):
            continue
        for part in parts:
            start, end = (found.start("parts") + place for place in part.span())
            lead = names["town_lead"].match(ground.folded, start, end)
            start = lead.end() if lead else start
            kind = "" if found["kind"] == "乡镇" else found["kind"]
            yield Mention(start, end, "place", ground.text[start:end] + kind, "town", 0.75)


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else "零一二三四五六七八九十".find(written.replace("两", "二"))


def villages(scene: Scene) -> Iterator[Mention]:
    """Villages, neighbourhoods, towns and streets without what they lie in: several in a row, or a village admitted."""
    ground, names = scene.ground, scene.names
    for row in names.finditer("village_row", ground.folded):
        first = ground.barriers[ground.edge(row.start())]
        for part in re.finditer(r"[^、和]+", ground.folded[first:row.end()]):
            end = first + part.end()
            start = max(first + part.start(), ground.barriers[ground.edge(end - 1)])
            seat = names["village_seat"].match(ground.folded, start, end)
            start = seat.end() if seat else start
            found = names["village_name"].fullmatch(ground.folded[start:end])
            if found and not scene.vocabulary.is_generic(re.sub("(?:社区|街道|苏木|嘎查|.)$", "", found[0])):
                yield Mention(start, end, "place", ground.text[start:end], "village", 0.6)
    for seat in names.finditer("seat", ground.folded):
        yield Mention(*seat.span(), "place", ground.text[slice(*seat.span())], "village", 0.6)


def town_villages(scene: Scene) -> Iterator[Mention]:
    """A village behind its town, whatever stands before it: 胡家镇草沟村、白沙镇桃花村|获评…."""
    ground = scene.ground
    for start in ground.barriers_for("town_village"):
        found = scene.names["town_village"].match(ground.folded, start)
        if found and ground.barriers[ground.edge(found.end() - 1)] == start:
            yield Mention(start, found.end(), "place", ground.text[start:found.end()], "village", 0.6)


def _village(scene: Scene, start: int, end: int) -> Iterator[Mention]:
    """The village behind a town, named with the areas before it: 江东县白沙镇|桃花村."""
    found = scene.names["village"].match(scene.ground.folded, end)
    if found:
        first = start
        while first in scene.places.starts:
            first = scene.places.starts[first]
        yield Mention(start, found.end(), "place", scene.ground.text[first:found.end()], "village", 0.7)
