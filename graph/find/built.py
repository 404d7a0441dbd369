"""What is built: 海东大道西段、白沙水厂二期工程|全面完工, and works on a road or river, 青溪河航道整治."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.find.candidate import Scene
from graph.find.enumerations import parts_of
from graph.model import Mention

__all__ = ["built", "streets", "works_named"]

_SHORTEST, _LONGEST = 4, 16  # code points of an item of the list
_STREET = 3  # those of a road


def built(scene: Scene, known: Iterable[Mention]) -> Iterator[Mention]:
    """The items of a list before words of building, one of which is known for works or sounds like them.

    >>> from graph.find import find_mentions
    >>> from graph.read import read_text
    >>> [m.name for m in find_mentions(read_text("海东大道西段、白沙老城区排水整治工程全面完工。"))]
    ['海东大道西段', '白沙老城区排水整治工程']
    """
    ground, sounds = scene.ground, scene.names["built_thing"]
    works = {m.end for m in known if m.type in ("project", "platform")}
    for found in scene.names.finditer("built", ground.folded):
        start = max(ground.folded.rfind(mark, 0, found.start()) for mark in ",。;:\n") + 1
        end = found.start() - ground.folded.endswith("等", start, found.start())
        items = parts_of(ground.text, (start, end), "project", "built", _STREET)
        parts = [_as_built(item, scene) for item in items if len(item.name) >= _SHORTEST
                 or scene.names["street"].fullmatch(item.name)]
        listed = len(parts) > 1 and any(part.end in works for part in parts)
        if listed or any((sounds.search(part.name) or scene.names["street"].fullmatch(part.name))
                         and _is_thing(part, scene) for part in parts):
            yield from (part for part in parts if part.end not in works and _is_thing(part, scene))


def _as_built(part: Mention, scene: Scene) -> Mention:
    """The item as what it is: 青溪四院新院区 is a hospital's; of 青东高铁及|白沙港二期 the one behind 及."""
    ground, i = scene.ground, scene.ground.edge(part.end - 1)
    start = ground.barriers[i] if ground.reasons[i] in ("及", "以及", "与") else part.start
    stage = scene.names["works_stage"].search(part.name)
    end = part.end - (len(part.name) - stage.start() if stage else 0)
    name = ground.text[max(start, part.start):end]
    type = "institute" if scene.names["site_of_body"].search(name) else part.type
    return replace(part, start=end - len(name), end=end, name=name, type=type)


def streets(scene: Scene) -> Iterator[Mention]:
    """Roads by their own names behind a verb of building: 完成向阳路、建新大街北段翻新改造.

    >>> from graph.find import find_mentions
    >>> from graph.read import read_text
    >>> [m.name for m in find_mentions(read_text("完成了向阳路、建新大街北段翻新改造。"))]
    ['向阳路', '建新大街北段']
    """
    text = scene.ground.text
    for found in scene.names.finditer("streets_built", scene.ground.folded):
        for part in re.finditer(r"[^、和及()]+(?:\([^()]*\))?", found["parts"]):
            start = found.start("parts") + part.start()
            end = start + len(part[0].partition("(")[0])
            if scene.names["street"].fullmatch(scene.ground.folded, start, end):
                yield Mention(start, end, "project", text[start:end], "street", 0.7)


def works_named(scene: Scene) -> Iterator[Mention]:
    """Roads, rivers and lines by their own names, with what is done to them.

    >>> from graph.find import find_mentions
    >>> from graph.read import read_text
    >>> [m.name for m in find_mentions(read_text("推进青溪河航道整治、海东西路西延。"))]
    ['青溪河航道整治', '海东西路西延']
    """
    ground = scene.ground
    for start in ground.barriers_for("works_named"):
        found = scene.names["works_named"].match(ground.folded, start)
        if found:
            part = Mention(start, found.end(), "project", ground.text[slice(*found.span())], "works-named", 0.8)
            if _is_thing(part, scene):
                yield part


def _is_thing(part: Mention, scene: Scene) -> bool:
    """Whether an item of a list may be called by these words: no class, no area, no clause."""
    ground = scene.ground
    whole = ground.barriers[ground.edge(part.end - 1)] <= part.start and len(part.name) <= _LONGEST
    kind = scene.names["class_road"].match(part.name) or scene.names["class_built"].match(part.name)
    return whole and not scene.vocabulary.is_generic(part.name) and scene.area_at(part.start) != part.end \
        and not kind
