"""Where a name begins that ends in a known last word: one way for each kind of body.

An agency begins with its area or level, whatever stands before; a task force may hold whole clauses; any other name
begins at the last barrier, at an area within it, or after a subject and its verb.
"""

from __future__ import annotations

from bisect import bisect_left

from graph.find.candidate import Scene
from graph.find.modifiers import Reach
from graph.find.vocabulary import Suffix

__all__ = ["beginning"]

_NEAR = 6  # code points of an area and the character behind it
_JOINTS = ("与", "和", "及")
_ALLIED = "联合"
_PARTY = 3  # code points of 县委、
_LONGEST_TASK = 40  # code points from a task force's area to its last word


def beginning(scene: Scene, left: Reach, last: int, suffix: Suffix) -> int:
    """The first character of the name whose suffix starts at ``last``; ``last`` itself if there is none."""
    if suffix.type == "agency" and suffix.rule in ("level", "area"):
        return _of_agency(scene, left, last)
    if suffix.subtype == "taskforce":
        return _of_task_force(scene, left, last)
    start = _company_start(scene, left) if suffix.word.endswith("公司") else left.start
    apposed = "apposed_firm" if suffix.type == "enterprise" else "apposed"
    kind = scene.names[apposed].match(scene.ground.folded, start, last + len(suffix.word))
    start = kind.end() if kind else start  # 安置房项目|宏图家园, 新央企|北辰集团
    first = _after_subject(scene, _area_within(scene, _after_ally(scene, start, last, suffix), last), last)
    first = _before_adverb(scene, left, _area_within(scene, first, last))
    first = _with_quotation(scene, left, _field(scene, first, last + len(suffix.word)), suffix)
    counted = suffix.subtype in ("event", "award") and first == left.start
    edition = counted and "届" in scene.ground.folded[left.reason_start:first]
    return scene.places.starts.get(left.reason_start, left.reason_start) if edition else first  # 青溪市|第四届|…大会


def _after_ally(scene: Scene, start: int, last: int, suffix: Suffix) -> int:
    """中车研究所联合|中南大学: who joins hands with a body is no part of its name."""
    ally = scene.ground.folded.rfind(_ALLIED, start + 2, last)
    own = scene.ground.folded[ally + len(_ALLIED):last] if ally >= 0 else ""
    allied = suffix.type in ("institute", "enterprise") and len(own) > 1 and not scene.vocabulary.is_generic(own)
    return last - len(own) if allied else start


def _field(scene: Scene, first: int, end: int) -> int:
    """The field that a laboratory has before its area, over 与 and 和: 竹类培育与利用|四川省重点实验室."""
    ground, vocabulary = scene.ground, scene.vocabulary
    area_end = scene.area_at(first)
    if area_end == first or ground.folded[area_end:end] not in scene.names.words("field_first"):
        return first
    i = ground.edge(first)
    while i > 0 and (ground.reasons[i] in _JOINTS or ground.reasons[i] in vocabulary.noun_verbs):
        i -= 1
    field = ground.folded[ground.barriers[i]:first]
    return ground.barriers[i] if len(field) > 2 and not any(mark in field for mark in "“”《》、") else first


def _company_start(scene: Scene, left: Reach) -> int:
    """The area before a character that is a particle elsewhere: 山西北|都建筑有限公司."""
    ground = scene.ground
    before = ground.barriers[ground.edge(left.reason_start)]
    one = left.reason_start - scene.area_at(before) == 1  # 甘肃陇|和淀粉集团有限公司
    letter = left.reason in ground.single and left.reason != "的" and (left.reason not in _JOINTS or one)
    particle = letter and left.reason_start - before <= _NEAR
    return before if particle and scene.area_at(before) > before else left.start


def _of_agency(scene: Scene, left: Reach, last: int) -> int:
    first = _area_or_level(scene, left.start, last)
    if first == last:
        first = _department_of_two(scene, left, last)
    first = _after_body(scene, _last_body(scene, first, last), last)
    town = first == last and scene.names["town"].fullmatch(scene.ground.folded, left.start, last)
    return left.start if town else first


def _of_task_force(scene: Scene, left: Reach, last: int) -> int:
    clause = max(scene.ground.clause(last), last - _LONGEST_TASK)
    headed = scene.names["headed_by"].search(scene.ground.folded, clause, last)
    clause = headed.end() if headed else clause
    first = _area_or_level(scene, clause, last, at_barrier=True)
    if first < last:
        both = scene.names["party_and"].search(scene.ground.folded, max(clause, first - _PARTY), first)
        return both.start() if both and scene.ground.folded.startswith("政府", first + 1) else first
    return left.reason_start if _leads_name(scene, left) else left.start


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


def _area_within(scene: Scene, first: int, last: int) -> int:
    """An area inside the words before a suffix begins the name: 立项|慈溪市重点研发专项, 项目法人|江苏金陵集团."""
    if first in scene.places.ends:
        return first
    for start in range(first + 1, last - 1):
        end = scene.places.ends.get(start, 0)
        if scene.names["bilateral"].fullmatch(scene.ground.folded, first, start):
            return first  # 中以|常州创新园
        full = end - start >= 3 and scene.ground.folded[end - 1:end] in "省市区县" and not _led(scene, first, start)
        if first < end <= last and (full or scene.vocabulary.is_generic(scene.ground.folded[first:start])):
            return start
    return first


def _with_quotation(scene: Scene, left: Reach, first: int, suffix: Suffix) -> int:
    """The quotation that opens a programme's name before its area: “红船杯”|青溪市创业大赛."""
    opens = suffix.type == "programme" and scene.ground.opens.get(first) == left.quoted == left.start
    return left.start if opens else first


def _led(scene: Scene, first: int, area: int) -> bool:
    """Whether the name of a company throughout the country stands before the area of its branch: 国网|浙江省."""
    led = scene.names["company_led"].match(scene.ground.folded, first)
    return led is not None and led.end() == area


def _leads_name(scene: Scene, left: Reach) -> bool:
    """Whether the verb before a task force's name belongs to it: 牵头的|促进中部崛起工作联席会议."""
    return left.reason in scene.vocabulary.noun_verbs and left.reason_start in scene.ground.barriers


def _before_adverb(scene: Scene, left: Reach, first: int) -> int:
    """The area before an adverb that stands inside a name: 辽宁省|全面振兴三年行动."""
    adverb = first == left.start and left.reason in scene.names.words("adverb_inside")
    start = scene.places.starts.get(left.reason_start, first) if adverb else first
    return scene.places.starts.get(start, start) if start != first else first


def _last_body(scene: Scene, first: int, last: int) -> int:
    """The start of the last of several bodies that nothing parts: 县委|县政府, 市人民政府所在地|江北区人民政府."""
    for i in (i for i in range(last - 1, first, -1) if i in scene.known_ends):
        if scene.names["level"].match(scene.ground.folded, i, last):
            return i
        other = scene.names["next_government"].match(scene.ground.folded, i)
        if other and other.end() < last and scene.area_at(other.end()) > other.end():
            return other.end()
    return first


def _after_body(scene: Scene, first: int, last: int) -> int:
    """The name after a body and its verb, also a body that is no name: 市教育局联合|市发改委, 县财政安排|县水务局."""
    verbs = scene.ground.noun_verbs
    for start, end in verbs[bisect_left(verbs, (first, 0)):bisect_left(verbs, (last, 0))]:
        body = scene.names["level"].match(scene.ground.folded, end, last) or scene.area_at(end) > end
        if end < last and (start in scene.body_ends or body):
            return end
    return first


def _after_subject(scene: Scene, first: int, last: int) -> int:
    """The name after a subject and its verb: 地区建设|农机救援服务中心, 江南大学共建|车路协同联合实验室."""
    ground, vocabulary = scene.ground, scene.vocabulary
    for start, end in ground.noun_verbs[bisect_left(ground.noun_verbs, (first + 2, 0)):]:
        if end > last - 2:
            break
        if start in scene.body_ends:
            return end
        acts = scene.names["acting_class"].search(ground.folded, first, start)
        founds = ground.folded[start:end] in scene.names.words("founds") and last - end > 2
        if acts and (founds or not vocabulary.is_generic(ground.folded[end:last])):
            return end
        if founds and scene.names["founded_lead"].match(ground.folded, end, last):
            return end  # 白沙汽车建设|国家级企业技术中心
        area = start in scene.places.starts or scene.names["town"].fullmatch(ground.folded, first, start) \
            or ground.folded.endswith(scene.names.words("zone_last"), first, start)
        if founds and area and not vocabulary.is_generic(ground.folded[end:last]):
            return end  # 青溪市建设|中药材良种繁育基地, 东山乡建设|…, 综合保税区建设|…
    return first
