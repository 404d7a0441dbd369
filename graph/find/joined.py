"""Coordinations that belong to a name, and names that share another's last word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.find.candidate import Candidate, Scene
from graph.find.ground import Ground
from graph.find.modifiers import Reach
from graph.model import Mention

__all__ = ["behind_joint", "of_one_family", "with_coordination"]

_JOINTS = "与和及"
_SHORT = 4  # code points of works without a place: 改造与|提升工程
_LONGEST_PLACE = 6  # code points of a place before 至
_LONGEST_FIELD = 10  # code points of the first of two fields
_SHORT_BODY = 3  # code points of 教育部
_ROW = re.compile("[\u4e00-\u9fff]{4,12}")  # an item of a row that one verb governs
_KINDS, _ALSO_VERBS = ("行动", "工程", "计划"), ("振兴", "倍增", "增收")
_NEXT = 20  # code points in which the next item of a list ends


def with_coordination(candidate: Candidate) -> Candidate:
    """The candidate with a coordination that belongs to its name, if there is one.

    领航企业、成长企业评价委员会 and 川口至官亭公路 are one name each, and so is what 实施 governs (设备更新和…行动).
    """
    left, ground = candidate.left, candidate.scene.ground
    joint = behind_joint(candidate.scene, left)
    if joint:
        left = left._replace(reason="与", reason_start=left.reason_start - 1)
    elif left.reason not in ("、", "和", "与", "及", "至"):
        return candidate
    before = ground.edge(left.reason_start)
    if candidate.suffix.type == "project" or candidate.suffix.subtype == "pilot":
        before = _over_verbs(ground, before, left.reason_start)
    begin = ground.barriers[before]
    item = ground.folded[begin:left.reason_start]
    rule = _nothing if joint else _JOINED.get(left.reason, _governed)
    ways = (rule, _led_item, _in_row, _field_of_lab, _in_college)
    if not any(way(candidate, before, item) for way in ways):
        return candidate
    return replace(candidate, first=begin, left=Reach(begin, -1, ground.reasons[before], ground.before[before]))


def _over_verbs(ground: Ground, before: int, position: int) -> int:
    """The barrier before the noun to which verbs belong that are nouns here: 实施|东片灌区续建配套与节水改造项目."""
    while before > 0 and ground.barriers[before] == position and position - ground.before[before] > 1:
        position, before = ground.before[before], before - 1
    return before


def _classes(candidate: Candidate, before: int, item: str) -> bool:
    """Class nouns joined by 、 that end alike: 领航企业、成长企业|评价委员会."""
    noun = candidate.scene.names["class_noun"].search(item)
    return noun is not None and candidate.suffix.type not in ("policy", "platform") \
        and re.match(rf"[^、]{{2,8}}{noun[1]}", candidate.modifier) is not None


def _stretch(candidate: Candidate, before: int, item: str) -> bool:
    """From one place to another: 川口至官亭|公路."""
    return candidate.suffix.type == "project" and 2 <= len(item) <= _LONGEST_PLACE


def _governed(candidate: Candidate, before: int, item: str) -> bool:
    """Two nouns that one verb governs, or one item of a list whose items end alike."""
    ground, vocabulary = candidate.scene.ground, candidate.scene.vocabulary
    listed = ground.reasons[before] == "、" and _ends_alike(ground, ground.barriers[before], candidate.suffix.word)
    governed = listed or ground.reasons[before] in vocabulary.intro
    ends_name = any(end == len(item) for _, end, _ in vocabulary.suffixes_in(item))
    works = candidate.suffix.type == "project" and len(item) > _SHORT \
        and item.endswith(tuple(vocabulary.noun_verbs)) and not vocabulary.is_generic(item)
    return (works or candidate.suffix.type in ("programme", "policy")) and governed and bool(item) and not ends_name


def behind_joint(scene: Scene, left: Reach) -> bool:
    """Whether the name begins with a noun that is a verb elsewhere, right behind 与: 研究与|保护重点实验室."""
    return left.reason in scene.vocabulary.noun_verbs and scene.ground.folded[left.reason_start - 1] in _JOINTS


def _in_row(candidate: Candidate, before: int, item: str) -> bool:
    """与 inside an item of a list that 、 parts: 环保与|健康产业基地、航天食品产业基地."""
    ground, word = candidate.scene.ground, candidate.suffix.word
    kind = candidate.left.reason == "与" and candidate.suffix.type in ("platform", "institute")
    if not kind or not 2 <= len(item) <= _LONGEST_PLACE:
        return False
    row = ground.reasons[before] == "、" and _ends_alike(ground, ground.barriers[before], word)
    later = ground.folded[candidate.end:candidate.end + _NEXT].partition("、")
    first = candidate.after.startswith("、") and word in later[2]
    return (row or first) and not any(end == len(item) for _, end, _ in candidate.scene.vocabulary.suffixes_in(item))


def _nothing(candidate: Candidate, before: int, item: str) -> bool:
    return False


def _field_of_lab(candidate: Candidate, before: int, item: str) -> bool:
    """The two fields of a laboratory, with which a clause begins: 半导体与集成技术|全国重点实验室."""
    scene, ground = candidate.scene, candidate.scene.ground
    if candidate.left.reason not in ("与", "及") or candidate.suffix.word not in scene.names.words("field_first"):
        return False
    opens = ground.reasons[before] in ("", "\n", "。", ",", ";", ":", "“", *scene.vocabulary.intro)
    ends_name = any(end == len(item) for _, end, _ in scene.vocabulary.suffixes_in(item))
    return opens and 2 <= len(item) <= _LONGEST_FIELD and not ends_name


def _in_college(candidate: Candidate, before: int, item: str) -> bool:
    """The fields of a university's school: 青溪农业大学食品科学与|工程学院."""
    joint = candidate.left.reason in ("与", "和", "及") and candidate.suffix.word == "学院"
    ends_name = any(end == len(item) for _, end, _ in candidate.scene.vocabulary.suffixes_in(item))
    own = "大学" not in candidate.modifier and not ends_name
    return joint and own and re.search("大学[^大学]{2,8}$", item) is not None


def _led_item(candidate: Candidate, before: int, item: str) -> bool:
    """Two nouns behind a level or an area that a body is called by (国际激光与光电|企业孵化器), or behind the ministry
    whose laboratory it is (教育部智能制造与装备|重点实验室)."""
    scene, begin = candidate.scene, candidate.scene.ground.barriers[before]
    if candidate.suffix.type not in ("platform", "institute", "association") or not (
            candidate.left.reason in "与和" or behind_joint(scene, candidate.left)):
        return False
    level = scene.names["body_lead"].match(item)
    if scene.area_at(candidate.first) > candidate.first:
        return False  # 市中心医院新院和|宁波体育学校
    lab = candidate.suffix.word in scene.names.words("field_first")
    body = max((k for k in range(_SHORT_BODY, len(item)) if lab and begin + k in scene.known_ends), default=0)
    own = len(item) - max(level.end() if level else 0, scene.area_at(begin) - begin, body)
    ends_name = any(end == len(item) for _, end, _ in scene.vocabulary.suffixes_in(item))
    return 2 <= own < len(item) and not ends_name


def _ends_alike(ground: Ground, begin: int, word: str) -> bool:
    """Whether the item of the list before ``begin`` ends in the same word."""
    return ground.folded.endswith(word, 0, begin - 1)


def _governed_row(candidate: Candidate, type: str) -> Iterator[Mention]:
    """实施|种业振兴、耕地质量提升、粮食增产行动: what the verb governs, each with the last word of all."""
    ground, vocabulary, end = candidate.scene.ground, candidate.scene.vocabulary, candidate.left.reason_start
    kind = next((word for word in _KINDS if candidate.suffix.word.endswith(word)), "")
    ends = (*vocabulary.noun_verbs, *_ALSO_VERBS)
    items = []
    while ground.folded[end:end + 1] == "、":
        before = ground.edge(end - 1)
        items.append((ground.barriers[before], end))
        reason, end = ground.reasons[before], ground.barriers[before] - 1
        if reason in vocabulary.intro:
            names = [ground.text[a:b] for a, b in items]
            if kind and all(_ROW.fullmatch(name) and name.endswith(ends) for name in names):
                for (a, b), name in zip(items, names, strict=True):
                    yield Mention(a, b, type, name + kind, "governed-row", 0.7)
            return


_JOINED = {"、": _classes, "至": _stretch}


def of_one_family(candidate: Candidate, type: str) -> Iterator[Mention]:
    """What shares the last word without saying it: 领雁学者、领雁工匠培养计划; 关于湿地保护和退田还湖工程."""
    left, ground = candidate.left, candidate.scene.ground
    if left.reason not in ("、", "和") or type != "programme" or candidate.first != left.start:
        return
    before = ground.edge(left.reason_start)
    begin = ground.barriers[before]
    item = ground.text[begin:left.reason_start]
    if left.reason == "、":
        yield from _governed_row(candidate, type)
    if left.reason == "和":
        if ground.reasons[before] == "关于" and len(item) >= 4:
            yield Mention(begin, left.reason_start, type, item + candidate.suffix.word, "family", 0.7)
        return
    if len(item) >= 4 and item[:2] == candidate.name[:2] and not candidate.scene.vocabulary.is_generic(item[:2]):
        yield Mention(begin, left.reason_start, type, item, "family", 0.7)
