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
    verb, name, recognising = _patterns(lexicon)
    starts = [found.end() for found in verb.finditer(scene.ground.folded)]
    starts += [found.start("as") for found in recognising.finditer(scene.ground.folded)]
    for start in dict.fromkeys(starts):
        into = name.match(scene.ground.folded, start)
        if into and len(into[0]) >= 6 and (scene.area_at(into.start()) > into.start() or _APART.search(into[0])):
            yield Mention(*into.span(), "list", scene.ground.text[into.start():into.end()], "admitted", 0.5, "list")


_APART = re.compile("国家|全国|全省|省级|自治区级|部|首批|第[一二三四五六七八九十]批|“")


@cache
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    rows = {row["name"]: row["regex"] for row in lexicon.toml("relations")["pattern"]}
    return re.compile(rows["admit"]), re.compile(rows["list"]), re.compile(rows["admit_as"])
