"""Companies by short names: in a row before 等…企业, in line with one that is known, or before a verb of admission."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.find.candidate import Scene
from graph.find.enumerations import parts_of
from graph.model import Mention

__all__ = ["firms", "firms_admitted", "firms_in_line"]

_SHORTEST = 3  # letters of a company in a list that only its last item tells
_GROUP, _LONGEST = 4, 6  # letters: 能源发展|集团 in a row is one; a short name
_PAIR = 2
_ROW = 3  # names after which a first one that runs into the words before it is left out


def firms(scene: Scene) -> Iterator[Mention]:
    """Companies by their short names, joined before 等…企业; a list of trades (钢铁、化工等企业) names none.

    Before a verb of admission, where schools and towns stand as well, one of them must sound like a company.
    """
    trades, like = set(scene.names.words("trade")), scene.names["firm_like"]
    for pattern in ("firms", "firms_admitted"):
        for found in scene.names.finditer(pattern, scene.ground.folded):
            parts = list(_row(found, scene))
            parts[:1] = (_cut(part, "firm_led", scene) for part in parts[:1])
            sure = pattern == "firms" or any(like.search(part.name) for part in parts) or _counts(found, len(parts))
            if len(parts) > _ROW and scene.names["in_zone"].match(parts[0].name) \
                    and not _is_firm(parts[0], trades, scene):
                del parts[0]  # 生物城内|甲、乙、丙等企业
            if sure and all(_is_firm(part, trades, scene) for part in parts):
                yield from parts
    yield from _described(scene, trades)
    for found in scene.names.finditer("firm_of_many", scene.ground.folded):
        yield Mention(*found.span("name"), "enterprise", scene.ground.text[slice(*found.span("name"))], "firms", 0.8)


def _counts(found: re.Match[str], size: int) -> bool:
    """云杉、北辰两家企业: as many names as are said to be companies."""
    return found.groupdict().get("count") == ("两" if size == _PAIR else str(size))


def _described(scene: Scene, trades: set[str]) -> Iterator[Mention]:
    """世界500强企业东海集团、领军企业北辰科技等12户企业: the names without what is said of them."""
    names, like = scene.names, scene.names["firm_like"]
    for found in names.finditer("firms_described", scene.ground.folded):
        parts = [_cut(part, "firm_descriptor", scene) for part in _row(found, scene)]
        if any(like.search(part.name) for part in parts) and all(_is_firm(part, trades, scene) for part in parts):
            yield from parts


def _row(found: re.Match[str], scene: Scene) -> Iterator[Mention]:
    """The items of a row, the first from the last barrier before it."""
    start, end = found.span("parts")
    first = scene.ground.barriers[scene.ground.edge(start + found["parts"].index("、"))]
    return parts_of(scene.ground.text, (max(first, start), end), "enterprise", "firms")


def _cut(part: Mention, ahead: str, scene: Scene) -> Mention:
    """The item without what the pattern ``ahead`` finds before its name."""
    found = scene.names[ahead].match(scene.ground.folded, part.start, part.end)
    start = found.end() if found else part.start
    return replace(part, start=start, name=scene.ground.text[start:part.end])


def firms_admitted(scene: Scene) -> Iterator[Mention]:
    """Short names that sound like a company, if only before a verb of admission; any before an honour for companies."""
    ground, trades = scene.ground, set(scene.names.words("trade"))
    for pattern in ("firm_admitted", "firm_honoured", "firm_sounding"):
        for start in ground.barriers_for(pattern):
            admitted = scene.names[pattern].match(ground.folded, start)
            name = admitted and scene.names["short_name"].match(ground.folded, start)
            if name:
                part = Mention(*name.span(), "enterprise", ground.text[slice(*name.span())], "firm-admitted", 0.6)
                sounds = _sounds(part, scene)
                honoured = sounds is None and pattern == "firm_honoured" and _may_be_listed(part, scene, trades)
                if honoured or (sounds and _is_firm(part, trades, scene)):
                    yield part


def _sounds(part: Mention, scene: Scene) -> bool | None:
    """Whether a company's last word (北辰|精工) ends the item behind a name; None: it ends in no such word."""
    found = scene.names["firm_like"].search(part.name)
    return None if found is None else not scene.vocabulary.is_generic(part.name[:found.start()])


def firms_in_line(scene: Scene, companies: Iterable[Mention]) -> Iterator[Mention]:
    """What stands in a list whose first or last item is a company: 支持|白沙啤酒、海东奥斯、北辰集团|建设工厂."""
    trades = set(scene.names.words("trade"))
    companies = [company for company in companies if company.type == "enterprise"]
    known = frozenset(company.start for company in companies)
    for company in companies:
        if scene.ground.folded[company.end:company.end + 1] == "、":
            yield from _line_after(company.end, scene, trades, known)
        elif scene.names["firm_ends"].match(scene.ground.folded, company.end):
            yield from _line_before(company.start, scene, trades)


def _line_before(start: int, scene: Scene, trades: set[str]) -> Iterator[Mention]:
    ground, end = scene.ground, start - 1
    while ground.folded[end:end + 1] == "、":
        start = ground.barriers[ground.edge(end - 1)]
        part = Mention(start, end, "enterprise", ground.text[start:end], "firm-in-line", 0.6)
        counted = ground.reasons[ground.edge(end - 1)] in ("的", "#")
        if counted or not _may_be_listed(part, scene, trades):
            return
        yield part
        end = start - 1


def _line_after(end: int, scene: Scene, trades: set[str], known: frozenset[int]) -> Iterator[Mention]:
    ground = scene.ground
    while ground.folded[end:end + 1] == "、":
        found = scene.names["short_name"].match(ground.folded, end + 1)
        if found is None or end + 1 in known:
            return
        part = Mention(*found.span(), "enterprise", ground.text[slice(*found.span())], "firm-in-line", 0.6)
        if not _may_be_listed(part, scene, trades):
            return
        yield part
        end = part.end


def _may_be_listed(part: Mention, scene: Scene, trades: set[str]) -> bool:
    """Whether an item beside a company may be another: a name, and of no other kind by its last word."""
    return part.end - part.start >= _SHORTEST and part.end not in scene.known_ends \
        and _sounds(part, scene) is not False \
        and not _ends_name(scene, part.start, part.end) and _is_firm(part, trades, scene)


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
