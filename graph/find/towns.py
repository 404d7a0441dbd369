"""Towns and streets, which GB/T 2260 does not list: 白沙县|青松镇, and 青松镇 wherever it is named again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.find.candidate import Scene
from graph.model import Mention

__all__ = ["towns"]


def towns(scene: Scene) -> Iterator[Mention]:
    """Towns directly behind their county or alone in a clause, wherever they are named again."""
    ground, named = scene.ground, set()
    for end in scene.places.starts:
        found = scene.names["town_after"].match(ground.folded, end)
        if found and not ground.names["bare_level"].match(found[0]):
            named.add(found[0])
    for start in ground.barriers:
        alone = scene.names["town_alone"].match(ground.folded, start)
        whole = alone is not None and ground.barriers[ground.edge(alone.end() - 1)] == start
        if alone and whole and ground.breaks(alone.end()) and not scene.vocabulary.is_generic(alone[0][:-1]):
            named.add(alone[0])
    for name in sorted(named):
        for again in re.finditer(re.escape(name), ground.folded):
            yield Mention(*again.span(), "place", ground.text[slice(*again.span())], "town", 0.7)
