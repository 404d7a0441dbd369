"""Names found by their last word: agencies no list knows, companies, institutes, platforms, programmes, instruments.

Numbered, since the order matters:

1. a last word (suffixes.csv), not inside a longer word;
2. the first word: back to the last barrier, through quotations and brackets (:mod:`graph.find.modifiers`);
3. the test that tells a name from a class of things, by the suffix's rule (:mod:`graph.find.judge`);
4. a coordination that belongs to the name (领航企业、成长企业评价委员会; 设备更新和…标准提升行动).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from graph.find.candidate import Candidate, Scene
from graph.find.judge import is_name, type_of
from graph.find.modifiers import Reach, reach
from graph.find.vocabulary import Suffix
from graph.model import Mention

__all__ = ["suffixed_names"]

_MARKS = "，。；：、,;:\n"
_SHORTEST_CLAUSE = 5  # code points of a clause that names an instrument


def suffixed_names(scene: Scene) -> Iterator[Mention]:
    """Every name that ends in a known last word."""
    ground = scene.ground
    for start, end, suffix in scene.vocabulary.suffixes_in(ground.folded):
        single = len(suffix.word) == 1
        if suffix.rule == "never" or ground.inside_word(end) or (single and ground.inside_word(start)):
            continue
        candidate = _candidate(scene, start, end, suffix)
        if candidate is None or not is_name(candidate):
            continue
        type, subtype = type_of(candidate)
        weight = 0.9 if candidate.area_end > candidate.first or suffix.rule == "level" else 0.75
        first = candidate.first if not _ends_body(candidate) else candidate.left.quoted
        yield Mention(first, end, type, candidate.name, f"suffix-{suffix.rule}", weight, subtype)
        yield from _of_one_family(candidate, type)


def _candidate(scene: Scene, start: int, end: int, suffix: Suffix) -> Candidate | None:
    """Steps 2 and 4: the candidate with its first word settled; ``None`` where nothing stands before the suffix."""
    left = reach(scene.ground, start)
    if left.start == start and left.reason == "的":
        return _after_of(scene, start, end, suffix, left)
    if suffix.type == "agency" and suffix.rule in ("level", "area"):
        first = _area_or_level(scene, left.start, start)
        first = _department_of_two(scene, left, start) if first == start else first
        first = _after_body(scene, _last_body(scene, first, start), start)
        town = scene.names["town"].fullmatch(scene.ground.folded, left.start, start)
        first = left.start if first == start and town else first
    elif suffix.subtype == "taskforce":
        first = _area_or_level(scene, max(scene.ground.clause(start), start - 40), start, at_barrier=True)
        first = (left.reason_start if _leads_name(scene, left) else left.start) if first == start else first
    else:
        first = _after_subject(scene, _full_area_within(scene, left.start, start), start)
        first = _before_adverb(scene, left, _full_area_within(scene, first, start))
        if suffix.subtype == "event" and first == left.start and "届" in scene.ground.folded[left.reason_start:first]:
            first = left.reason_start  # 第四届|…大会
    if first >= start:
        return None
    candidate = Candidate(first, start, end, suffix, left, scene)
    return _with_coordination(candidate) if first == left.start else candidate


def _area_or_level(scene: Scene, first: int, last: int, at_barrier: bool = False) -> int:
    """The first place in ``[first, last)`` where an area begins, or a level word that nothing leads; else ``last``."""
    barriers = set(scene.ground.barriers[scene.ground.edge(first):scene.ground.edge(last) + 1])
    for i in range(first, last):
        if scene.area_at(i) > i and (i in barriers or not at_barrier):
            return i
        if i in barriers and scene.names["level"].match(scene.ground.folded, i, last):
            return i
    return last


def _department_of_two(scene: Scene, left: Reach, last: int) -> int:
    """The start of a department whose remit is a coordination: 区|文体广电和旅游局; else ``last``."""
    if left.reason not in ("和", "与", "及"):
        return last
    first = _area_or_level(scene, scene.ground.barriers[scene.ground.edge(left.reason_start)], left.reason_start)
    item_ends_body = any(end in scene.body_ends for end in range(first, left.reason_start + 1))
    return last if first >= left.reason_start or item_ends_body else first


def _full_area_within(scene: Scene, first: int, last: int) -> int:
    """An area inside the words before a suffix begins the name: 立项|慈溪市重点研发专项, 项目法人|江苏金陵集团."""
    if first in scene.places.ends:
        return first
    for start in range(first + 1, last - 1):
        end = scene.places.ends.get(start, 0)
        full = end - start >= 3 and scene.ground.folded[end - 1:end] in "省市区县"
        if first < end <= last and (full or scene.vocabulary.is_generic(scene.ground.folded[first:start])):
            return start
    return first


def _leads_name(scene: Scene, left: Reach) -> bool:
    """Whether the verb before a task force's name belongs to it: 牵头的|促进中部崛起工作联席会议."""
    return left.reason in scene.vocabulary.noun_verbs and left.reason_start in scene.ground.barriers


def _before_adverb(scene: Scene, left: Reach, first: int) -> int:
    """The area before an adverb that stands inside a name: 辽宁省|全面振兴三年行动."""
    adverb = first == left.start and left.reason in scene.names.words("adverb_inside")
    start = scene.places.starts.get(left.reason_start, first) if adverb else first
    return scene.places.starts.get(start, start) if start != first else first


def _last_body(scene: Scene, first: int, last: int) -> int:
    """The start of the last of several bodies that nothing parts: 县委|县政府."""
    ends = (i for i in range(last - 1, first, -1) if i in scene.known_ends)
    return next((i for i in ends if scene.names["level"].match(scene.ground.folded, i, last)), first)


def _after_body(scene: Scene, first: int, last: int) -> int:
    """The name after a body and its verb: 市教育局联合|市发改委."""
    verbs = scene.ground.noun_verbs
    for start, end in verbs[bisect_left(verbs, (first, 0)):bisect_left(verbs, (last, 0))]:
        if start in scene.body_ends and end < last:
            return end
    return first


def _after_subject(scene: Scene, first: int, last: int) -> int:
    """The name after a subject and its verb: 地区建设|农机安全应急救援中心, 江南大学共建|车路协同联合实验室."""
    ground, vocabulary = scene.ground, scene.vocabulary
    for start, end in ground.noun_verbs[bisect_left(ground.noun_verbs, (first + 2, 0)):]:
        if end > last - 2:
            break
        if start in scene.body_ends:
            return end
        acts = scene.names["acting_class"].search(ground.folded, first, start)
        if acts and not vocabulary.is_generic(ground.folded[end:last]):
            return end
    return first


def _after_of(scene: Scene, start: int, end: int, suffix: Suffix, left: Reach) -> Candidate | None:
    """An instrument or pilot named by a clause, led by a verb of issuing: 制订|加强物业管理的指导意见."""
    if suffix.type != "policy" and suffix.word != "试点":
        return None
    ground, cite = scene.ground, scene.vocabulary.cite
    i = ground.edge(left.reason_start)
    while i > 0 and ground.barriers[i] > start - 40 and not (ground.reasons[i] in cite or ground.reasons[i] in _MARKS):
        i -= 1
    first = ground.barriers[i] + (ground.folded[ground.barriers[i]] in "的了")
    if ground.reasons[i] not in cite or left.reason_start - first < _SHORTEST_CLAUSE:
        return None
    return Candidate(first, start, end, suffix, Reach(first, -1, ground.reasons[i], ground.before[i]), scene)


def _with_coordination(candidate: Candidate) -> Candidate:
    """The candidate with a coordination that belongs to its name, if there is one."""
    left, ground = candidate.left, candidate.scene.ground
    if left.reason not in ("、", "和", "与", "及", "至"):
        return candidate
    before = ground.edge(left.reason_start)
    begin, item = ground.barriers[before], ground.folded[ground.barriers[before]:left.reason_start]
    if left.reason == "、":
        noun = candidate.scene.names["class_noun"].search(item)
        joined = noun is not None and candidate.suffix.type != "policy" and _begins_with(noun[1], candidate.modifier)
    elif left.reason == "至":
        joined = candidate.suffix.type == "project" and 2 <= len(item) <= 6
    else:
        listed = ground.reasons[before] == "、" and ground.folded.endswith(candidate.suffix.word, 0, begin - 1)
        governed = listed or ground.reasons[before] in candidate.scene.vocabulary.intro
        ends_name = any(end == len(item) for _, end, _ in candidate.scene.vocabulary.suffixes_in(item))
        joined = candidate.suffix.type in ("programme", "policy") and governed and bool(item) and not ends_name
    if not joined:
        return candidate
    return replace(candidate, first=begin, left=Reach(begin, -1, ground.reasons[before], ground.before[before]))


def _ends_body(candidate: Candidate) -> bool:
    """Whether a whole name stands before the quotation: 东海技术交易中心|“专利”专板."""
    quoted = candidate.left.quoted
    return quoted > candidate.first and any(
        end == quoted - candidate.first for _, end, _ in candidate.scene.vocabulary.suffixes_in(candidate.modifier))


def _begins_with(noun: str, modifier: str) -> bool:
    """Whether the modifier begins with words that end in the class noun of the item before: 独角兽企业|评价."""
    return re.match(rf"[^、]{{2,8}}{noun}", modifier) is not None


def _of_one_family(candidate: Candidate, type: str) -> Iterator[Mention]:
    """What shares the last word without saying it: 领雁学者、领雁工匠培养计划; 关于湿地保护和退田还湖工程."""
    left, ground = candidate.left, candidate.scene.ground
    if left.reason not in ("、", "和") or type != "programme" or candidate.first != left.start:
        return
    before = ground.edge(left.reason_start)
    begin = ground.barriers[before]
    item = ground.text[begin:left.reason_start]
    if left.reason == "和":
        if ground.reasons[before] == "关于" and len(item) >= 4:
            yield Mention(begin, left.reason_start, type, item + candidate.suffix.word, "family", 0.7)
        return
    if len(item) >= 4 and item[:2] == candidate.name[:2] and not candidate.scene.vocabulary.is_generic(item[:2]):
        yield Mention(begin, left.reason_start, type, item, "family", 0.7)
