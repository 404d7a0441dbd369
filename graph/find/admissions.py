"""Lists that something is admitted to, named only by what stands behind the verb: 入选|全省养老服务创新案例."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.find.candidate import Scene
from graph.lexicon import Lexicon
from graph.model import Mention

__all__ = ["admissions"]


def admissions(scene: Scene, lexicon: Lexicon) -> Iterator[Mention]:
    """The lists behind verbs of admission and of recognising (认定…为), quotation marks and all.

    Only a list that an area, a body or a quotation sets apart: 政府采购名单 is a class of lists.
    """
    verb, name, recognising, apart = _patterns(lexicon)
    starts = [found.end() for found in verb.finditer(scene.ground.folded)]
    starts += [found.start("as") for found in recognising.finditer(scene.ground.folded)]
    for start in dict.fromkeys(starts):
        into = name.match(scene.ground.folded, start)
        if into and len(into[0]) >= 6 and (scene.area_at(into.start()) > into.start() or apart.search(into[0])):
            yield Mention(*into.span(), "list", scene.ground.text[into.start():into.end()], "admitted", 0.5, "list")


@cache
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    rows = {row["name"]: row["regex"] for row in lexicon.toml("relations")["pattern"]}
    return tuple(re.compile(rows[name]) for name in ("admit", "list", "admit_as", "apart"))
