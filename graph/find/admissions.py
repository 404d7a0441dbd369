"""Lists that something is admitted to, named only by what stands behind the verb: 入选|全省养老服务创新案例."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.find.arbiter import FALLBACK
from graph.find.candidate import Scene
from graph.find.enumerations import parts_of
from graph.lexicon import Lexicon
from graph.lexicon.patterns import Patterns
from graph.model import Mention

__all__ = ["admissions"]

_KINDS = ("platform", "institute", "project", "association")  # what the last word of a subject may tell
_TITLE = 0.3  # weight of a title: no fallback, but less than any other reading of the same words
_NEAR = 48  # code points before the verb in which the thing stands


def admissions(scene: Scene, lexicon: Lexicon) -> Iterator[Mention]:
    """The lists behind verbs of admission and of recognising (认定…为), quotation marks and all.

    Only a list that an area, a body or a quotation sets apart: 政府采购名单 is a class of lists.
    """
    patterns = lexicon.patterns("relations")
    verbs = list(patterns.finditer("admit", scene.ground.folded))
    starts = [found.end() for found in verbs]
    honouring = {found.end() for found in verbs if patterns["honouring"].search(found[0])}
    recognised = list(patterns.finditer("admit_as", scene.ground.folded))
    starts += [found.start("as") for found in recognised]
    for start in dict.fromkeys(starts):
        into = patterns["list"].match(scene.ground.folded, start)
        led = into and (scene.area_at(into.start()) > into.start() or patterns["apart"].search(into[0]))
        if into and led and len(into[0]) >= 6:
            type = "programme" if scene.names["pilot_end"].search(into[0]) else "list"
            yield Mention(*into.span(), type, scene.ground.text[into.start():into.end()], "admitted", 0.5, "list")
        inner = start + scene.ground.folded.startswith("“", start)
        honour = patterns["honour_led"].match(scene.ground.folded, inner) if start in honouring else None
        name = scene.ground.text[slice(*honour.span())] if honour else ""
        if honour and name.count("“") == name.count("”"):
            yield Mention(*honour.span(), "programme", name, "title", _TITLE, "list")
    for found in patterns.finditer("list_published", scene.ground.folded):
        span = found.span("list")
        yield Mention(*span, "list", scene.ground.text[slice(*span)], "published", 0.5, "list")
    yield from _things(scene, patterns, verbs)
    for found in recognised:
        start, end = found.span("as")
        if patterns["title_as"].match(found["as"]):
            yield Mention(start, end, "programme", scene.ground.text[start:end], "title", 0.4, "list")


def _things(scene: Scene, patterns: Patterns, verbs: Iterable[re.Match[str]]) -> Iterator[Mention]:
    """What stands before such a verb and is no body, hub or works: “青薯8号”|列入, 某某制作技艺、某某石雕|入选."""
    folded, text = scene.ground.folded, scene.ground.text
    for verb in verbs:
        thing = patterns["thing_admitted"].search(folded, max(0, verb.start() - _NEAR), verb.start())
        if thing is None:
            yield from _subjects(scene, patterns, verb.start())
            continue
        start, end = thing.span(thing.lastgroup or 0)
        yield Mention(start, end, "thing", text[start:end], "admitted-thing", FALLBACK)
        if thing["craft"] and folded[end:end + 1] == "、":
            also = patterns["thing_beside"].match(folded, end + 1)
            if also:
                yield Mention(*also.span(), "thing", also[0], "admitted-thing", FALLBACK)


def _subjects(scene: Scene, patterns: Patterns, verb: int) -> Iterator[Mention]:
    """The whole subject of a clause, where it is a noun or a row of them: 乡野书屋、白沙驿站|成为."""
    ground = scene.ground
    clause = patterns["subject_admitted"].search(ground.folded, max(0, verb - _NEAR), verb)
    for item in parts_of(ground.text, clause.span("items"), "thing", "admitted-thing") if clause else ():
        whole = ground.barriers[ground.edge(item.end - 1)] <= item.start
        beyond = ground.folded[scene.area_at(item.start):item.end]  # nothing behind the area, or a count of areas
        area = not beyond or beyond in patterns.words("counted_areas")
        if whole and not area and not scene.vocabulary.is_generic(item.name):
            kind, subtype = _kind(item.name, scene)
            yield replace(item, type=kind, weight=FALLBACK, subtype=subtype)


def _kind(name: str, scene: Scene) -> tuple[str, str]:
    """Type and subtype by the last word: a company's, or that of a hub, a body or works; else a thing."""
    firm = scene.names["firm_like"].search(name)
    if firm and firm.end() == len(name):
        return "enterprise", ""
    last = [suffix for _, end, suffix in scene.vocabulary.suffixes_in(name) if end == len(name)]
    return (last[-1].type, last[-1].subtype) if last and last[-1].type in _KINDS else ("thing", "")
