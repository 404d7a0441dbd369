"""Coordinations that stand for several names: 杭州、上海飞地 is two, 江苏省、安徽省发展改革委 is two.

The words behind the last area belong to every area of the list.  Anything else before a shared last word
(领航企业、成长企业评价委员会) is one name, which :mod:`graph.find.joined` reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.find.candidate import Scene
from graph.find.ground import Ground
from graph.find.places import Places
from graph.lexicon import load
from graph.model import Mention

__all__ = ["branches", "counted_areas", "shared_levels", "with_areas_before"]

_DIGITS = "零一二三四五六七八九"
_LEVELS = "省市县区州旗盟"
_LED_BY_AREAS = ("agency", "platform", "institute", "association", "enterprise")


def with_areas_before(scene: Scene, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The names that the areas listed before a name share its words with; the name itself comes last.

    >>> from graph.find.ground import ground
    >>> from graph.find.places import places
    >>> from graph.find.vocabulary import vocabulary
    >>> from graph.lexicon import load
    >>> text = "随着杭州、上海飞地成熟"
    >>> g = ground(text, text, vocabulary())
    >>> scene = Scene.of(g, vocabulary(), places(g, load()), ())
    >>> [m.name for m in with_areas_before(scene, [Mention(5, 9, "platform", "上海飞地", "x")])]
    ['杭州飞地', '上海飞地']
    """
    for mention in mentions:
        if mention.type in _LED_BY_AREAS and mention.start in scene.places.ends:
            areas = _list_before(scene.ground, mention.start, scene.places)
            tail = scene.ground.text[scene.area_at(mention.start):mention.end]
            named = any(area.endswith(tail) for area in areas.values())  # 潮州古城、肇庆古城
            if areas and tail and not named:  # a zone that is an area itself shares no words
                for name in (*(area + tail for area in areas.values()), mention.name):
                    yield replace(mention, start=min(areas), name=name, rule="coordinated-areas")


def counted_areas(scene: Scene) -> Iterator[Mention]:
    """What each of the areas listed before a count has one of: 宁波、绍兴等4个|国家级粮食储运基地."""
    ground = scene.ground
    for found in scene.names.finditer("counted_areas", ground.folded):
        last = scene.places.starts.get(found.start())
        if last is None:
            continue
        areas = {**_list_before(ground, last, scene.places), last: ground.text[last:found.start()]}
        own = ground.text[slice(*found.span("own"))]
        for name in (area + own for area in areas.values()) if len(areas) > 1 else ():
            yield Mention(min(areas), found.end("own"), "platform", name, "coordinated-areas", 0.8)


def branches(scene: Scene) -> Iterator[Mention]:
    """One of a kind for each name listed, as many as it says: 下设青溪、白沙、海东3个|工作站."""
    ground = scene.ground
    for found in scene.names.finditer("branches_set", ground.folded):
        parts = list(re.finditer("[^、]+", found["areas"]))
        count = found["count"].replace("两", "二")
        if len(parts) != (int(count) if count.isdecimal() else _DIGITS.find(count)):
            continue
        rule = "branch-below" if found[0].startswith("下设") else "branch-set"
        for part in parts:
            start, end = (found.start("areas") + place for place in part.span())
            yield Mention(start, end, "platform", ground.text[start:end] + found["own"], rule, 0.95)


def shared_levels(ground: Ground) -> Iterator[Mention]:
    """One programme at two levels: 国家及省重点研发计划."""
    for levels in ground.names["shared_levels"].finditer(ground.folded):
        for level in ("a", "b"):
            yield Mention(*levels.span(), "programme", levels[level] + levels["tail"], "coordinated-levels", 0.85)


def _list_before(ground: Ground, position: int, found: Places) -> dict[int, str]:
    """The areas joined by 、 or 和 that end before ``position``, each with its level, by where they begin."""
    areas: dict[int, str] = {}
    last = found.ends[position]
    level = ground.folded[last - 1] if _in_full(ground, position, last) else ""
    while position and ground.folded[position - 1] in "、和与及" and position - 1 in found.starts:
        end = position - 1
        first = found.starts[end]
        if _in_full(ground, first, end) != bool(level) and not (level and _is_area(ground.folded[first:end] + level)):
            break  # 长沙县、长沙经开区: a county, and a zone called by its city
        position = first
        while position in found.starts:
            position = found.starts[position]
        areas[position] = ground.text[position:end] + ("" if _in_full(ground, first, end) else level)
    return dict(sorted(areas.items()))


def _is_area(name: str) -> bool:
    """Whether an area is called so in full: 甘肃, where 陕西省 follows."""
    return any(area.name == name for area in load().area_by_name(name))


def _in_full(ground: Ground, start: int, end: int) -> bool:
    return end - start > 2 and ground.folded[end - 1] in _LEVELS
