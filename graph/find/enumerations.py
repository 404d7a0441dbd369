"""Parts that a text lists before it names the whole: “甲、乙、丙”等三大工程; 包括甲、乙等研发项目.

The whole says what kind its parts are and, where it counts them, how many there must be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.find.candidate import Scene
from graph.model import Mention

__all__ = ["enumerated"]

_KINDS = {"工程": "programme", "行动": "programme", "计划": "programme", "专项": "programme", "清单": "programme",
          "战略": "programme", "工作": "", "平台": "platform", "中心": "platform", "基地": "platform",
          "场景": "programme", "项目": "project", "课题": "project", "企业": "enterprise", "高校": "institute",
          "院校": "institute", "园区": "platform"}
_NUMBER = "[一二三四五六七八九十百两0-9]+"
_WHOLE = re.compile(
    rf"“(?P<parts>[^“”\n]+、[^“”\n]+)”等?(?P<whole>{_NUMBER}[大张项个类种](?P<words>[^，。；、,;\n“”]{{0,10}}?)(?P<kind>{'|'.join(_KINDS)}))")
_BARE_WHOLE = re.compile(rf"(?P<whole>[一二三四五六七八九十]{{1,2}}[大张](?P<kind>工程|行动|清单|计划|专项|战略))")
_SUCH_AS = re.compile(
    r"(?:包括|包含|招引|引进|引育|实施|推进|建设|立项)(?P<parts>[^，。；,;\n“”《》()]{6,60}?)等(?:\d+|[一二三四五六七八九十多数]+)?[个项家]?"
    r"[^，。；,;\n“”]{0,10}?(?P<kind>项目|课题)")
_INCLUDES = re.compile(
    rf"(?P<whole>[^，。；、,;\n“”]{{2,20}}?(?P<kind>{'|'.join(_KINDS)}))(?:主要)?(?:包括|包含|分为|涵盖)"
    r"(?P<parts>(?:[^，。；,;\n、]{2,20}(?P=kind)[、和及与]?)+)")


def enumerated(scene: Scene) -> Iterator[Mention]:
    """The whole and each part, with the whole's kind as their type.

    The parts' mentions cover the part alone, the whole's its own words.
    """
    folded, text = scene.ground.folded, scene.ground.text
    for found in _WHOLE.finditer(folded):
        kind = _KINDS[found["kind"]]
        if kind:
            yield Mention(found.start("whole"), found.end("whole"), kind, text[found.start("whole"):found.end("whole")],
                          "enumerated-whole", 0.9, "whole")
            yield from _parts(text, found.start("parts"), found.end("parts"), kind, "enumerated-part")
    for found in _INCLUDES.finditer(folded):
        kind = _KINDS[found["kind"]]
        if kind:
            yield from _parts(text, found.start("parts"), found.end("parts"), kind, "included-part")
    for found in _BARE_WHOLE.finditer(folded):
        yield Mention(found.start(), found.end(), "programme", text[found.start():found.end()], "counted-whole", 0.7, "whole")
    for found in _SUCH_AS.finditer(folded):
        yield from _parts(text, found.start("parts"), found.end("parts"), _KINDS[found["kind"]], "such-as", shortest=6)


def _parts(text: str, start: int, end: int, type: str, rule: str, shortest: int = 2) -> Iterator[Mention]:
    for part in re.finditer(r"[^、]+?(?=、|和(?=[^、]{4,}$)|$)", text[start:end]):
        name = part[0].removeprefix("和")
        if len(name) >= shortest:
            yield Mention(start + part.end() - len(name), start + part.end(), type, name, rule, 0.85, "part")
