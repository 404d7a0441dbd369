"""Parts that a text lists before it names the whole: “甲、乙、丙”等三大工程; 包括甲、乙等研发项目.

The whole says what kind its parts are and, where it counts them, how many there must be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from graph.find.candidate import Scene
from graph.model import Document, Mention
from graph.read import fold

__all__ = ["counted_sections", "enumerated", "kinds", "ladders", "parts_of", "sharing", "titled_alike"]

_ALIKE, _SHORT_TITLE = 3, 5  # titles that end alike; letters of one
_ASIDE = re.compile(r"[（(][^（）()]*[)）]$")  # 超高清视频（共建）
_BY_DASH = r"[^—~→\n-]+"
_BY_WORD = "(?:(?!直?至|再?到)[^、和])+?(?=、|直?至|再?到|和|$)"
_SHORTEST = 3  # letters of a part without quotation marks
_FIELD = range(2, 6)  # letters of the field of a counted whole
_DIGITS = "零一二三四五六七八九十"


def enumerated(scene: Scene) -> Iterator[Mention]:
    """The whole and each part, with the whole's kind as their type.

    The parts' mentions cover the part alone, the whole's its own words.
    """
    folded, text, names = scene.ground.folded, scene.ground.text, scene.names
    for pattern, rule in (("whole", "enumerated"), ("whole_with_bracket", "bracketed")):
        for found in names.finditer(pattern, folded):
            type = _type(found["kind"], scene)
            yield _whole(text, *found.span("whole"), type, f"{rule}-whole", 0.9)
            yield from parts_of(text, found.span("parts"), type, f"{rule}-part")
    for found in (*names.finditer("includes", folded), *names.finditer("counted_colon", folded)):
        yield from parts_of(text, found.span("parts"), _type(found["kind"], scene), "included-part")
    counted: set[int] = set()
    for found in names.finditer("bare_parts", folded):
        end = found.start("parts") + found["parts"].index("、")
        first = scene.ground.barriers[scene.ground.edge(end - _SHORTEST)]
        type = _type(found["kind"], scene)
        parts = list(parts_of(text, (max(first, found.start("parts")), found.end("parts")), type, "enumerated-part"))
        if found["among"] or _DIGITS.find(found["whole"][0]) == len(parts):
            counted.add(found.start("whole"))
            yield _whole(text, *found.span("whole"), type, "enumerated-whole", 0.95)
            yield from parts
    for found in (whole for whole in names["bare_whole"].finditer(folded) if whole.start() not in counted):
        yield _whole(text, _field(scene, found.start()), found.end(), "programme", "counted-whole", 0.7)


def _field(scene: Scene, count: int) -> int:
    """Where a counted whole begins with its field: 扩消费|六大工程; ``count`` itself where nothing is before it."""
    start = scene.ground.barriers[scene.ground.edge(count)]
    field = scene.ground.folded[start:count]
    return start if len(field) in _FIELD and not re.search(r"[^\u4e00-\u9fff]|的", field) else count


def counted_sections(scene: Scene, document: Document) -> Iterator[Mention]:
    """The headings below a heading that counts them: 实施六大行动计划, and six sections that end in 行动计划."""
    for section in document.sections:
        counted = scene.names["bare_whole"].search(document.folded, section.head.start, section.head.end)
        if not counted:
            continue
        below = [s for s in document.sections if s.parent == section.number and s.kind != "paragraph"]
        if len(below) == _DIGITS.find(counted[0][0]):
            kind = counted[0][-2:]
            ends = [(s, document.folded.rfind(kind, s.head.start, s.head.end)) for s in below]
            spans = [(document.folded.find(s.title[:4], s.head.start, s.head.end), end + len(kind)) for s, end in ends]
            for start, end in (span for span in spans if 0 <= span[0] < span[1] - len(kind)):
                yield Mention(start, end, "programme", document.text[start:end], "section-part", 0.85, "part")


def titled_alike(scene: Scene, document: Document) -> Iterator[Mention]:
    """Items side by side whose titles end in one word for programmes: 1.企业家培养项目。 2.技能人才精工项目。"""
    kinds, ground = scene.names.words("programme_kind"), scene.ground
    items = (s for s in document.sections if s.kind != "paragraph" and len(s.title) > _SHORT_TITLE)
    for _, group in groupby(sorted(items, key=lambda s: s.parent), key=lambda s: s.parent):
        titles = [(section, kind) for section in group for kind in (*kinds, "项目") if section.title.endswith(kind)]
        for section, kind in titles if len(titles) >= _ALIKE else ():
            start = ground.folded.find(fold(section.title), section.head.start, section.span.end)
            end = start + len(section.title)
            alike = sum(kind == other for _, other in titles) >= _ALIKE
            if alike and start >= 0 and "的" not in section.title and not _begins_with_verb(scene, start, end):
                works = kind == "工程" and scene.names["works_object"].search(section.title)
                type = "project" if works else "programme"
                yield Mention(start, end, type, ground.text[start:end], "titled-alike", 0.8)


def _begins_with_verb(scene: Scene, start: int, end: int) -> bool:
    """Whether a title says what is done (推进数字化项目) and names nothing; a count before it belongs to the name."""
    ground, first = scene.ground, scene.ground.edge(start) + 1
    inner = range(first, scene.ground.edge(end - 1) + 1)
    return any(ground.before[i] <= start and ground.reasons[i] != "#" for i in inner)


def sharing(scene: Scene) -> Iterator[Mention]:
    """Items that share the kind said behind 等: “甲芯”、核心软件攻关等工程 are two, each named with the kind."""
    text = scene.ground.text
    for found in scene.names["shared_kind"].finditer(scene.ground.folded):
        type = "platform" if found["kind"] in ("创新中心", "实验室") else "programme"
        level = "国家" if found["parts"].startswith("国家") else ""
        for part in parts_of(text, found.span("parts"), type, "shared-kind", shortest=4):
            if not scene.vocabulary.is_generic(part.name.strip("“”")):
                own = _ASIDE.sub("", part.name)
                works = found["kind"] == "工程" and scene.names["works_object"].search(own)
                name = (own if own.startswith(level) else level + own) + found["kind"]
                yield replace(part, name=name, type="project" if works else type)


def ladders(scene: Scene) -> Iterator[Mention]:
    """The rungs of a ladder of tiers: “甲企业—乙企业—丙企业”梯队.

    Rungs share their last word (企业) or the ladder is called one; a chain of steps (识别—培育—赋能) is none.
    """
    folded = scene.ground.folded
    for found in scene.names["ladder"].finditer(folded):
        rungs = _rungs(scene, found, _BY_DASH)
        alike = len({folded[start:end][-2:] for start, end in rungs}) == 1
        if alike or scene.names["ladder_after"].match(folded, found.end() - 1):
            yield from (_rung(scene, *rung) for rung in rungs)
    for pattern, each in (("ladder_bare", _BY_DASH), ("ladder_in_words", _BY_WORD)):
        for found in scene.names.finditer(pattern, folded):
            yield from (_rung(scene, *rung) for rung in _rungs(scene, found, each))


def _rungs(scene: Scene, ladder: re.Match[str], each: str) -> list[tuple[int, int]]:
    """The rungs; the first of a ladder without quotation marks begins where a name may: 健全|甲企业→乙企业."""
    begin = ladder.start(ladder.lastgroup or 0)
    spans = [(begin + rung.start(), begin + rung.end()) for rung in re.finditer(each, ladder[ladder.lastgroup or 0])]
    (first, end), *others = spans
    if ladder.lastgroup == "bare":
        first = max(first, scene.ground.barriers[scene.ground.edge(end - 1)])
    return [(first, end), *others]


def _rung(scene: Scene, start: int, end: int) -> Mention:
    return Mention(start, end, "tier", scene.ground.text[start:end], "ladder", 0.95)


def kinds(scene: Scene) -> Iterator[Mention]:
    """The kinds of a counted class, each the subject of a clause of the next sentence.

    三类平台。甲依托…；乙依托…；丙依托…. has three; where the clauses are fewer than the count, none is taken.
    """
    folded, text = scene.ground.folded, scene.ground.text
    for found in scene.names.finditer("kinds_of", folded):
        subjects = _clause_subjects(scene, found.end())
        count, type = _DIGITS.find(found["count"].replace("两", "二")), _type(found["kind"], scene)
        if len(subjects) >= count > 1:
            yield _whole(text, *found.span("whole"), type, "kind-whole", 0.85)
            for start, end in subjects[:count]:
                yield Mention(start, end, type, text[start:end], "kind-part", 0.8, "part")


def _clause_subjects(scene: Scene, start: int) -> list[tuple[int, int]]:
    """The subjects of the clauses, parted by ；, of the sentence that begins at ``start``."""
    folded = scene.ground.folded
    stop = min(i for i in (folded.find("。", start), folded.find("\n", start), len(folded)) if i >= 0)
    clauses = ((start + clause.start(), start + clause.end()) for clause in re.finditer(r"[^；;]+", folded[start:stop]))
    subjects = (scene.names["clause_subject"].match(folded, first, last) for first, last in clauses)
    return [subject.span(1) for subject in subjects if subject]


def _type(kind: str, scene: Scene) -> str:
    """The entity type of an enumeration's closing word."""
    types = ("programme", "platform", "project")
    return next(type for type in types if kind in scene.names.words(f"{type}_kind"))


def _whole(text: str, start: int, end: int, type: str, rule: str, weight: float) -> Mention:
    return Mention(start, end, type, text[start:end], rule, weight, "whole")


def parts_of(text: str, span: tuple[int, int], type: str, rule: str, shortest: int = 2) -> Iterator[Mention]:
    """The items of a list joined by 、 and 和, each a mention of its own words."""
    for part in re.finditer(r"[^、]+?(?=、|和(?=[^、]{4,}$)|$)", text[slice(*span)]):
        begins = part.start() == 0 or part.string[part.start() - 1] == "、"  # 、和美乡村提质 begins with its own 和
        name = (part[0] if begins else part[0].removeprefix("和")).lstrip(":：了")
        if len(name) >= shortest and name.count("“") == name.count("”"):
            end = span[0] + part.end()
            yield Mention(end - len(name), end, type, name, rule, 0.85, "part")
