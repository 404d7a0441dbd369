"""Companies by short names: in a row before 等…企业, beside one that is known, or before a verb of admission."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.find.candidate import Scene
from graph.find.enumerations import parts_of
from graph.model import Mention

__all__ = ["firms", "firms_beside", "firms_in_line"]

_SHORTEST = 3  # letters of a company in a list that only its last item tells
_GROUP, _LONGEST = 4, 6  # letters: 能源发展|集团 in a row is one; a short name
_ROW = 3  # names after which a first one that runs into the words before it is left out


def firms(scene: Scene) -> Iterator[Mention]:
    """Companies by their short names, joined before 等…企业; a list of trades (钢铁、化工等企业) names none.

    Before a verb of admission, where schools and towns stand as well, one of them must sound like a company.
    """
    trades, like = set(scene.names.words("trade")), scene.names["firm_like"]
    for pattern in ("firms", "firms_admitted"):
        for found in scene.names.finditer(pattern, scene.ground.folded):
            parts = list(_row(found, scene))
            sure = pattern == "firms" or any(like.search(part.name) for part in parts)
            if len(parts) > _ROW and scene.names["in_zone"].match(parts[0].name) \
                    and not _is_firm(parts[0], trades, scene):
                del parts[0]  # 生物城内|甲、乙、丙等企业
            if sure and all(_is_firm(part, trades, scene) for part in parts):
                yield from parts
    yield from _described(scene, trades)


def _described(scene: Scene, trades: set[str]) -> Iterator[Mention]:
    """世界500强企业东海集团、领军企业北辰科技等12户企业: the names without what is said of them."""
    names, like = scene.names, scene.names["firm_like"]
    for found in names.finditer("firms_described", scene.ground.folded):
        parts = [_undescribed(part, scene) for part in _row(found, scene)]
        if any(like.search(part.name) for part in parts) and all(_is_firm(part, trades, scene) for part in parts):
            yield from parts


def _row(found: re.Match[str], scene: Scene) -> Iterator[Mention]:
    """The items of a row, the first from the last barrier before it."""
    start, end = found.span("parts")
    first = scene.ground.barriers[scene.ground.edge(start + found["parts"].index("、"))]
    return parts_of(scene.ground.text, (max(first, start), end), "enterprise", "firms")


def _undescribed(part: Mention, scene: Scene) -> Mention:
    kind = scene.names["firm_descriptor"].match(scene.ground.folded, part.start, part.end)
    start = kind.end() if kind else part.start
    return replace(part, start=start, name=scene.ground.text[start:part.end])


def firms_beside(scene: Scene, known: Iterable[Mention]) -> Iterator[Mention]:
    """Short names that sound like a company: beside a company known by name, or before a verb of admission."""
    ground, like, trades = scene.ground, scene.names["firm_like"], set(scene.names.words("trade"))
    rows = {m.end + 1 for m in known if m.type == "enterprise" and ground.folded[m.end:m.end + 1] == "、"}
    admitted = {i for i in ground.barriers_for("firm_admitted") if scene.names["firm_admitted"].match(ground.folded, i)}
    starts = [i for i in ground.barriers if i in rows or i in admitted]
    for found in filter(None, (scene.names["short_name"].match(ground.folded, start) for start in starts)):
        part = Mention(*found.span(), "enterprise", ground.text[slice(*found.span())], "firm-beside", 0.6)
        sounds = like.search(part.name)
        named = sounds is not None and not scene.vocabulary.is_generic(part.name[:sounds.start()])
        if named and _is_firm(part, trades, scene):
            yield part


def firms_in_line(scene: Scene, companies: Iterable[Mention]) -> Iterator[Mention]:
    """What stands in a list whose last item is a company: 支持|白沙啤酒、海东奥斯、北辰集团|建设工厂."""
    ground, trades = scene.ground, set(scene.names.words("trade"))
    for last in companies:
        end = last.start - 1
        is_last = last.type == "enterprise" and ground.folded[last.end:last.end + 1] != "、"
        while is_last and ground.folded[end:end + 1] == "、":
            start = ground.barriers[ground.edge(end - 1)]
            part = Mention(start, end, "enterprise", ground.text[start:end], "firm-in-line", 0.6)
            counted = ground.reasons[ground.edge(end - 1)] in ("的", "#")
            if counted or end - start < _SHORTEST or end in scene.known_ends or _ends_name(scene, start, end) \
                    or not _is_firm(part, trades, scene):
                break
            yield part
            end = start - 1


def _ends_name(scene: Scene, start: int, end: int) -> bool:
    """Whether the item is a name of some other kind by its last word."""
    return any(last == end - start for _, last, _ in scene.vocabulary.suffixes_in(scene.ground.folded[start:end]))


def _is_firm(part: Mention, trades: set[str], scene: Scene) -> bool:
    """Whether an item may be a company's short name: no trade, no class, no place, no clause."""
    ground = scene.ground
    group = part.name.endswith("集团") and len(part.name) > _GROUP
    single = (group or ground.barriers[ground.edge(part.end - 1)] <= part.start) and len(part.name) <= _LONGEST
    named = group or not scene.vocabulary.is_generic(part.name)
    return single and named and part.name not in trades \
        and scene.area_at(part.start) != part.end
