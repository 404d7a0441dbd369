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
_BARE_WHOLE = re.compile(r"(?P<whole>[一二三四五六七八九十]{1,2}[大张](?P<kind>工程|行动|清单|计划|专项|战略))")
_SUCH_AS = re.compile(
    r"(?:包括|包含|招引|引进|引育|实施|推进|建设|立项)(?P<parts>[^，。；,;\n“”《》()]{6,60}?)等(?:\d+|[一二三四五六七八九十多数]+)?[个项家]?"
    r"[^，。；,;\n“”]{0,10}?(?P<kind>项目|课题)")
_INCLUDES = re.compile(
    rf"(?P<whole>[^，。；、,;\n“”]{{2,20}}?(?P<kind>{'|'.join(_KINDS)}))(?:主要)?(?:包括|包含|分为|涵盖)"
    r"(?P<parts>(?:[^，。；,;\n、]{2,20}(?P=kind)[、和及与]?)+)")
_LADDER = re.compile(r"“(?P<rungs>[\u4e00-\u9fff]{3,16}(?:[—~-]+[\u4e00-\u9fff]{3,16}){2,})”")
_DIGITS = "零一二三四五六七八九十"
_KINDS_OF = re.compile(r"(?P<whole>(?P<count>[二两三四五六七八九])[类种](?P<words>[^，。；、,;\n“”]{0,8}?)(?P<kind>平台|中心|基地|工程|计划|专项))。")
_SUBJECT = re.compile(r"([\u4e00-\u9fff]{2,10}?)(?=依托|围绕|聚焦|面向|负责|主要|重点|突出|立足)")


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


def ladders(scene: Scene) -> Iterator[Mention]:
    """The rungs of a ladder of tiers: “甲企业—乙企业—丙企业”梯队.

    Rungs share their last word (企业) or the ladder is called one; a chain of steps (识别—培育—赋能) is none.
    """
    for found in _LADDER.finditer(scene.ground.folded):
        rungs = list(re.finditer(r"[^“”—~-]+", found["rungs"]))
        if len({rung[0][-2:] for rung in rungs}) > 1 and not re.match("[^，。]{0,6}(?:梯队|梯次)", scene.ground.folded[found.end():]):
            continue
        for rung in rungs:
            start, end = found.start("rungs") + rung.start(), found.start("rungs") + rung.end()
            yield Mention(start, end, "tier", scene.ground.text[start:end], "ladder", 0.9)


def kinds(scene: Scene) -> Iterator[Mention]:
    """The kinds of a counted class, each the subject of a clause of the next sentence: 三类平台。甲依托…；乙依托…；丙依托…."""
    folded, text = scene.ground.folded, scene.ground.text
    for found in _KINDS_OF.finditer(folded):
        stop = min(i for i in (folded.find("。", found.end()), folded.find("\n", found.end()), len(folded)) if i >= 0)
        subjects = [m for clause in re.finditer(r"[^；;]+", folded[found.end():stop])
                    if (m := _SUBJECT.match(folded, found.end() + clause.start(), found.end() + clause.end()))]
        count = _DIGITS.find(found["count"].replace("两", "二"))
        if len(subjects) >= count > 1:
            yield Mention(found.start("whole"), found.end("whole"), _KINDS[found["kind"]], text[found.start("whole"):found.end("whole")],
                          "kind-whole", 0.85, "whole")
            for subject in subjects[:count]:
                yield Mention(subject.start(1), subject.end(1), _KINDS[found["kind"]], subject[1], "kind-part", 0.8, "part")


def _parts(text: str, start: int, end: int, type: str, rule: str, shortest: int = 2) -> Iterator[Mention]:
    for part in re.finditer(r"[^、]+?(?=、|和(?=[^、]{4,}$)|$)", text[start:end]):
        name = part[0].removeprefix("和")
        if len(name) >= shortest:
            yield Mention(start + part.end() - len(name), start + part.end(), type, name, rule, 0.85, "part")
