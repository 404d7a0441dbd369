"""Works on something named, and roads that share a word: 白沙机场|航站楼改扩建工程, 杭温、杭衢高铁.

A building, a body or a line that has a name of its own names the works on it as well.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.find.candidate import Scene
from graph.find.enumerations import parts_of
from graph.model import Mention

__all__ = ["shared_roads", "shared_sites", "shared_works", "such_roads", "works_in_row", "works_on"]

_CLAUSE = re.compile(r"[^，。；：,;:\n、“”《》()]+(?:、[^，。；：,;:\n、“”《》()]+)+")  # one that is a row
_TWO = re.compile("[和与]|及(?!其)")
_FELLOWS = 2  # works known in a row that make the others works
_SHARED = 0.96  # more than a school's or a hospital's own name
_SHORTEST, _LONGEST = 3, 20  # letters of such an item
_BRANCHES = {"institute": "branch_tail", "enterprise": "bank_branch"}
_BUILT = ("project", "institute", "platform", "agency")


def works_on(scene: Scene, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Each name that words for works follow, with them; a branch of a hospital, school or bank keeps its type.

    >>> from graph.find import find_mentions
    >>> from graph.read import read_text
    >>> [m.name for m in find_mentions(read_text("开工建设白沙机场航站楼改扩建工程。"))]
    ['白沙机场航站楼改扩建工程']
    """
    text, folded = scene.ground.text, scene.ground.folded
    for mention in mentions:
        works = scene.names["works_tail"].match(folded, mention.end) if mention.type in _BUILT else None
        branch = scene.names[_BRANCHES[mention.type]].match(folded, mention.end) if mention.type in _BRANCHES else None
        if mention.type == "enterprise" and not mention.name.endswith("行"):
            continue
        if works and works.end() > mention.end:
            name = mention.name + text[mention.end:works.end()]
            yield Mention(mention.start, works.end(), "project", name, "works", 0.85)
        elif branch:
            name = mention.name + text[mention.end:branch.end()]
            yield Mention(mention.start, branch.end(), mention.type, name, "branch", 0.85)


def shared_roads(scene: Scene) -> Iterator[Mention]:
    """Roads and railways whose last word stands once, behind the last of them; each is named with it."""
    text = scene.ground.text
    for found in scene.names["shared_road"].finditer(scene.ground.folded):
        roads = list(_roads_before(scene, found.start()))
        if found["among"] and roads:
            roads.append(found.span("last"))
        for start, end in roads:
            yield Mention(start, end, "project", text[start:end] + found["kind"], "shared-road", 0.85)


def shared_sites(scene: Scene) -> Iterator[Mention]:
    """Three works, schools or markets and more whose last word stands once; two may be anything (城区、农村小学)."""
    text = scene.ground.text
    for found in scene.names.finditer("shared_site", scene.ground.folded):
        sites = list(_roads_before(scene, found.start()))
        area = scene.places.starts.get(found.start()) if found["kind"] == "机场" else None
        if area is not None:  # 府谷、定边机场
            sites = [(area, found.start())]
        for start, end in sites if area is not None or len(sites) > 1 else ():
            type = next((s.type for *_, s in scene.vocabulary.suffixes_in(found["kind"])), "project")
            weight = 0.85 if area is None else 0.93  # more than the area's own
            yield Mention(start, end, type, text[start:end] + found["kind"], "shared-site", weight)


def shared_works(scene: Scene) -> Iterator[Mention]:
    """Rivers, roads or schools that share the words for what is done to them: 青溪河、东湖等综合治理工程.

    >>> from graph.find import find_mentions
    >>> from graph.read import read_text
    >>> [m.name for m in find_mentions(read_text("完成白沙小学、青溪中学迁建项目。"))]
    ['白沙小学迁建项目', '青溪中学迁建项目']
    """
    text, names = scene.ground.text, scene.names
    forms = (("shared_works", "project"), ("shared_campaign", "programme"))
    every = ((found, type) for name, type in forms for found in names.finditer(name, scene.ground.folded))
    for found, type in every:
        start, end = found.span("parts")
        head = re.split("[、和]", found["parts"])[0]
        first = scene.ground.barriers[scene.ground.edge(start + len(head) - 1)]
        parts = list(parts_of(text, (max(first, start), end), type, "shared-works"))
        if any(scene.vocabulary.is_generic(p.name) or names["class_road"].match(p.name) for p in parts):
            continue
        for part in parts:
            end = part.end if part is not parts[-1] else found.end()
            yield replace(part, end=end, name=part.name + found["kind"], weight=_SHARED)


def such_roads(scene: Scene) -> Iterator[Mention]:
    """The roads before the number that they stand for: 龙溪路、文昌路等8条道路."""
    ground = scene.ground
    for found in scene.names.finditer("such_roads", ground.folded):
        start, end = found.span("parts")
        first = ground.barriers[ground.edge(start + found["parts"].index("、") - 1)]
        for part in parts_of(ground.text, (max(first, start), end), "project", "such-roads", _SHORTEST):
            if not scene.names["class_road"].match(part.name):
                yield part


def works_in_row(scene: Scene, known: Iterable[Mention]) -> Iterator[Mention]:
    """The other items of a row some of which are known for works: 加快科技馆、白沙公园、228国道青溪段建设.

    >>> from graph.find import find_mentions
    >>> from graph.read import read_text
    >>> [m.name for m in find_mentions(read_text("加快推进科技馆、白沙公园、东湖公园、青象大道建设。"))]
    ['科技馆', '白沙公园', '东湖公园', '青象大道']
    """
    ground, names, ways = scene.ground, scene.names, scene.names.words("way")
    works = {mention.end for mention in known if mention.type in ("project", "platform", "institute")}
    ends = sorted(works)
    for clause in _CLAUSE.finditer(ground.folded):
        inside = bisect_right(ends, clause.end()) - bisect_right(ends, clause.start())
        if inside < _FELLOWS and not any(word in clause[0] for word in ways):
            continue
        row = list(_row(clause, scene))
        led = names["works_lead"].match(clause[0])
        roads = led and len(row) > 1 and all(names["road_like"].search(ground.folded, *item) for item in row)
        if not roads and (len(row) <= _FELLOWS or sum(end in works for _, end in row) < _FELLOWS):
            continue
        for start, end in row:
            like = names["works_like"].search(ground.folded, start, end)
            item = ground.folded[start:end]
            kind = names["class_built"].match(item) or scene.vocabulary.is_generic(item) or _TWO.search(item)
            if end not in works and like and not kind and _SHORTEST <= end - start <= _LONGEST:
                last = [suffix.type for _, at, suffix in scene.vocabulary.suffixes_in(item) if at == len(item)]
                type = "institute" if last[-1:] == ["institute"] else "project"
                yield Mention(start, end, type, ground.text[start:end], "works-in-row", 0.7)


def _row(clause: re.Match[str], scene: Scene) -> Iterator[tuple[int, int]]:
    """The items of a row, the first without its verb, the last without what closes the row."""
    items = [(clause.start() + item.start(), clause.start() + item.end()) for item in re.finditer("[^、]+", clause[0])]
    for start, end in items:
        lead = scene.names["works_lead"].match(scene.ground.folded, start, end) if start == clause.start() else None
        close = scene.names["works_close"].search(scene.ground.folded, start, end) if end == clause.end() else None
        close = close or scene.names["works_stage"].search(scene.ground.folded, start, end)
        first, last = lead.end() if lead else start, close.start() if close else end
        if last - first >= _SHORTEST:
            yield first, last


def _roads_before(scene: Scene, position: int) -> Iterator[tuple[int, int]]:
    """The lines joined by 、 that end at ``position``, the last first; an area or class of things ends the list."""
    ground, end = scene.ground, position
    while True:
        start = ground.barriers[ground.edge(end - 1)]
        if ground.folded[start - 1:start] == "至":
            start = ground.barriers[ground.edge(start - 2)]
        item = ground.folded[start:end]
        known = scene.area_at(start) == end or scene.vocabulary.is_generic(item) \
            or any(last == len(item) for _, last, _ in scene.vocabulary.suffixes_in(item))  # 佳同铁路、鹤岗机场
        if known or not scene.names["road"].fullmatch(ground.folded, start, end):
            return
        yield start, end
        if ground.folded[start - 1:start] != "、":
            return
        end = start - 1
