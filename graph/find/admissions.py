"""Lists that something is admitted to, named only by what stands behind the verb: 入选|全省养老服务创新案例."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.find.candidate import Scene
from graph.lexicon import Lexicon
from graph.lexicon.patterns import Patterns
from graph.model import Mention

__all__ = ["admissions"]

_NEAR = 48  # code points before the verb in which the thing stands
_ANOTHER = re.compile("[\u4e00-\u9fff]{2,8}?(?=早在|已|均|双双|同时|成功|先后|也|分别|被|入选|列入)")


def admissions(scene: Scene, lexicon: Lexicon) -> Iterator[Mention]:
    """The lists behind verbs of admission and of recognising (认定…为), quotation marks and all.

    Only a list that an area, a body or a quotation sets apart: 政府采购名单 is a class of lists.
    """
    patterns = lexicon.patterns("relations")
    verbs = list(patterns.finditer("admit", scene.ground.folded))
    starts = [found.end() for found in verbs]
    recognised = list(patterns.finditer("admit_as", scene.ground.folded))
    starts += [found.start("as") for found in recognised]
    for start in dict.fromkeys(starts):
        into = patterns["list"].match(scene.ground.folded, start)
        led = into and (scene.area_at(into.start()) > into.start() or patterns["apart"].search(into[0]))
        if into and led and len(into[0]) >= 6:
            type = "programme" if scene.names["pilot_end"].search(into[0]) else "list"
            yield Mention(*into.span(), type, scene.ground.text[into.start():into.end()], "admitted", 0.5, "list")
    yield from _things(scene, patterns, verbs)
    for found in recognised:
        start, end = found.span("as")
        if patterns["title_as"].match(found["as"]):
            yield Mention(start, end, "programme", scene.ground.text[start:end], "title", 0.4, "list")


def _things(scene: Scene, patterns: Patterns, verbs: Iterable[re.Match[str]]) -> Iterator[Mention]:
    """What stands before such a verb and is no body, hub or works: “定薯6号”|列入, 某某制作技艺、某某石雕|入选."""
    folded, text = scene.ground.folded, scene.ground.text
    for verb in verbs:
        thing = patterns["thing_admitted"].search(folded, max(0, verb.start() - _NEAR), verb.start())
        if thing is None:
            continue
        start, end = thing.span(thing.lastgroup or 0)
        yield Mention(start, end, "thing", text[start:end], "admitted-thing", 0.3)
        if thing["craft"] and folded[end:end + 1] == "、":
            also = _ANOTHER.match(folded, end + 1)
            if also:
                yield Mention(*also.span(), "thing", also[0], "admitted-thing", 0.3)
