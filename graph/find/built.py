"""What is built beside works that are known by their last word: 海东大道西段、白沙水厂二期工程|全面完工."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.find.candidate import Scene
from graph.find.enumerations import parts_of
from graph.model import Mention

__all__ = ["built_beside"]

_SHORTEST, _LONGEST = 5, 16  # code points of an item of the list


def built_beside(scene: Scene, known: Iterable[Mention]) -> Iterator[Mention]:
    """The items of a list before words of building, one of which is known for works.

    >>> from graph.find import find_mentions
    >>> from graph.read import read_text
    >>> [m.name for m in find_mentions(read_text("海东大道西段、白沙老城区排水整治工程全面完工。"))]
    ['海东大道西段', '白沙老城区排水整治工程']
    """
    ground, works = scene.ground, {m.end for m in known if m.type in ("project", "platform")}
    for found in scene.names.finditer("built", ground.folded):
        start = max(ground.folded.rfind(mark, 0, found.start()) for mark in ",。;:\n") + 1
        if "、" not in ground.folded[start:found.start()]:
            continue
        parts = list(parts_of(ground.text, (start, found.start()), "project", "built-beside", _SHORTEST))
        if any(part.end in works for part in parts):
            yield from (part for part in parts if part.end not in works and _is_thing(part, scene))


def _is_thing(part: Mention, scene: Scene) -> bool:
    """Whether an item of a list may be called by these words: no class, no area, no clause."""
    ground = scene.ground
    whole = ground.barriers[ground.edge(part.end - 1)] <= part.start and len(part.name) <= _LONGEST
    return whole and not scene.vocabulary.is_generic(part.name) and scene.area_at(part.start) != part.end
