"""Lists that something is admitted to, named only by what stands behind the verb: 入选|全省养老服务创新案例."""

from __future__ import annotations

from collections.abc import Iterator

from graph.find.candidate import Scene
from graph.lexicon import Lexicon
from graph.model import Mention

__all__ = ["admissions"]


def admissions(scene: Scene, lexicon: Lexicon) -> Iterator[Mention]:
    """The lists behind verbs of admission and of recognising (认定…为), quotation marks and all.

    Only a list that an area, a body or a quotation sets apart: 政府采购名单 is a class of lists.
    """
    patterns = lexicon.patterns("relations")
    starts = [found.end() for found in patterns.finditer("admit", scene.ground.folded)]
    starts += [found.start("as") for found in patterns.finditer("admit_as", scene.ground.folded)]
    for start in dict.fromkeys(starts):
        into = patterns["list"].match(scene.ground.folded, start)
        led = into and (scene.area_at(into.start()) > into.start() or patterns["apart"].search(into[0]))
        if into and led and len(into[0]) >= 6:
            type = "programme" if scene.names["pilot_end"].search(into[0]) else "list"
            yield Mention(*into.span(), type, scene.ground.text[into.start():into.end()], "admitted", 0.5, "list")
    for found in patterns.finditer("admit_as", scene.ground.folded):
        start, end = found.span("as")
        if patterns["title_as"].match(found["as"]):
            yield Mention(start, end, "programme", scene.ground.text[start:end], "title", 0.4, "list")
