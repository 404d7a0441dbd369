"""Names found by their last word: agencies no list knows, companies, institutes, platforms, programmes, instruments.

Numbered, since the order matters:

1. a last word (suffixes.csv), not inside a longer word;
2. how far it may reach to the left (:mod:`graph.find.modifiers`) and where it begins (:mod:`graph.find.beginnings`);
3. a coordination that belongs to the name (:mod:`graph.find.joined`);
4. the test that tells a name from a class of things, by the suffix's rule (:mod:`graph.find.judge`).
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.find.beginnings import beginning
from graph.find.candidate import Candidate, Scene
from graph.find.joined import behind_joint, of_one_family, with_coordination
from graph.find.judge import is_name, type_of
from graph.find.modifiers import Reach, reach
from graph.find.vocabulary import Suffix
from graph.model import Mention

__all__ = ["suffixed_names"]

_MARKS = "，。；：、,;:\n"
_TAILS = {"policy": "period_after", "zone": "zone_branch"}
_SHORTEST_CLAUSE = 5  # code points of a clause that names an instrument


def suffixed_names(scene: Scene) -> Iterator[Mention]:
    """Every name that ends in a known last word."""
    ground = scene.ground
    for start, end, suffix in scene.vocabulary.suffixes_in(ground.folded):
        single = len(suffix.word) == 1
        if suffix.rule == "never" or ground.inside_word(end) or (single and ground.inside_word(start)):
            continue
        candidate = _candidate(scene, start, end, suffix)
        if candidate is None or _inside_title(candidate) or not is_name(candidate):
            continue
        type, subtype = type_of(candidate)
        end = _with_tail(candidate, type, subtype)
        weight = 0.9 if candidate.area_end > candidate.first or suffix.rule == "level" else 0.75
        first = candidate.first if not _ends_body(candidate) else candidate.left.quoted
        yield Mention(first, end, type, ground.text[candidate.first:end], f"suffix-{suffix.rule}", weight, subtype)
        yield from of_one_family(candidate, type)


def _candidate(scene: Scene, start: int, end: int, suffix: Suffix) -> Candidate | None:
    """Steps 2 and 3: the candidate with its first word settled; ``None`` where nothing stands before the suffix."""
    left = reach(scene.ground, start)
    if left.start == start and left.reason == "的":
        return _after_of(scene, start, end, suffix, left)
    first = beginning(scene, left, start, suffix)
    if first >= start and behind_joint(scene, left):
        first = left.reason_start
    elif first >= start:
        return None
    candidate = Candidate(first, start, end, suffix, left, scene)
    return with_coordination(candidate) if first in (left.start, left.reason_start) else candidate


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


def _with_tail(candidate: Candidate, type: str, subtype: str) -> int:
    """The end of a name with what belongs to it: the period of an instrument in brackets, 总体规划(2021-2035年), or the
    part of a zone, 自由贸易试验区|青溪片区."""
    scene, rule = candidate.scene, _TAILS.get(subtype if subtype == "zone" else type)
    tail = scene.names[rule].match(scene.ground.folded, candidate.end) if rule else None
    return tail.end() if tail else candidate.end


def _inside_title(candidate: Candidate) -> bool:
    """Whether a title's opening mark is in the words before the suffix: 实施《关于…的|实施意见 is read by its marks."""
    return candidate.modifier.count("《") > candidate.modifier.count("》")


def _ends_body(candidate: Candidate) -> bool:
    """Whether a whole name stands before the quotation: 东海技术交易中心|“专利”专板."""
    quoted = candidate.left.quoted
    return quoted > candidate.first and any(
        end == quoted - candidate.first for _, end, _ in candidate.scene.vocabulary.suffixes_in(candidate.modifier))
