"""Names found by their last word: agencies no list knows, companies, institutes, platforms, programmes, instruments.

Numbered, since the order matters:

1. a last word (suffixes.csv), not inside a longer word;
2. the first word: back to the last barrier, through quotations and brackets (:mod:`graph.find.modifiers`);
3. the test that tells a name from a class of things, by the suffix's rule;
4. a coordination that belongs to the name (瞪羚企业、独角兽企业评价委员会; 设备更新和…标准提升行动).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from graph.find.ground import Ground
from graph.find.modifiers import Reach, reach
from graph.find.vocabulary import Suffix, Vocabulary
from graph.model import Mention

__all__ = ["suffixed_names"]

LEVELS = "国家|全国|中央|中共|中国|国务院|省|市|区|县|州|自治区|旗|镇"
_LEVEL = re.compile(rf"(?:{LEVELS})(?:级)?(?!场|民|域|别)")
_GENERIC_LEAD = re.compile(r"^(?:国家级|省级|市级|县级|区级|国家|省|市|县|区|国内|国际|全国)?")
_CLASS_NOUN = re.compile(r"(企业|人才|产业|项目|产品|中心|园区|家电|农业|工业)$")

Test = Callable[[str, Reach, Suffix, "Areas", Vocabulary, Ground], bool]
Areas = dict[int, int]


def suffixed_names(ground: Ground, vocabulary: Vocabulary, areas: Areas) -> Iterator[Mention]:
    """Every name that ends in a known last word; ``areas`` maps the start of each place name to its end."""
    for start, end, suffix in vocabulary.suffixes_in(ground.folded):
        if suffix.rule == "never" or ground.inside_word(end):
            continue
        left = reach(ground, start)
        first = _first(ground, left, start, suffix, areas)
        if first is None:
            continue
        name = ground.text[first:end]
        if _TESTS[suffix.rule](ground.folded[first:start], left, suffix, areas, vocabulary, ground):
            first = _coordinated(ground, vocabulary, first, left, suffix)
            name = ground.text[first:end]
            weight = 0.9 if first in areas or suffix.rule == "level" else 0.75
            yield Mention(first, end, suffix.type, name, f"suffix-{suffix.rule}", weight, suffix.subtype)


def _first(ground: Ground, left: Reach, position: int, suffix: Suffix, areas: Areas) -> int | None:
    """Where the name begins: an agency begins with its area or level, whatever stands before."""
    if suffix.type != "agency" or suffix.rule not in ("level", "area"):
        return left.start if left.start < position or left.quoted >= 0 else None
    for start in range(left.start, position):
        if start in areas and areas[start] <= position or _LEVEL.match(ground.folded, start, position):
            return start
    return None


def _named(modifier: str, left: Reach, suffix: Suffix, areas: Areas, vocabulary: Vocabulary, ground: Ground) -> bool:
    """More than class words: a place, a quotation, or words of its own."""
    if left.quoted >= 0:
        return True
    if left.start in areas and areas[left.start] - left.start >= 2:
        return bool(modifier[areas[left.start] - left.start:]) or suffix.type in ("platform", "enterprise", "institute")
    own = modifier[_GENERIC_LEAD.match(modifier).end():]  # type: ignore[union-attr]
    return len(own) >= 2 and not vocabulary.is_generic(own)


def _level(modifier: str, left: Reach, suffix: Suffix, areas: Areas, vocabulary: Vocabulary, ground: Ground) -> bool:
    return len(modifier) >= (3 if len(suffix.word) == 1 else 1) and not re.search("[、各]", modifier)


def _area(modifier: str, left: Reach, suffix: Suffix, areas: Areas, vocabulary: Vocabulary, ground: Ground) -> bool:
    return True


def _place(modifier: str, left: Reach, suffix: Suffix, areas: Areas, vocabulary: Vocabulary, ground: Ground) -> bool:
    return len(modifier) >= 2 and _named(modifier, left, suffix, areas, vocabulary, ground)


def _cited(modifier: str, left: Reach, suffix: Suffix, areas: Areas, vocabulary: Vocabulary, ground: Ground) -> bool:
    return left.reason in vocabulary.cite and _named(modifier, left, suffix, areas, vocabulary, ground)


def _quoted(modifier: str, left: Reach, suffix: Suffix, areas: Areas, vocabulary: Vocabulary, ground: Ground) -> bool:
    return left.quoted >= 0


_TESTS: dict[str, Test] = {"named": _named, "level": _level, "area": _area, "place": _place, "cited": _cited, "quoted": _quoted}


def _coordinated(ground: Ground, vocabulary: Vocabulary, first: int, left: Reach, suffix: Suffix) -> int:
    """The start of a name that holds a coordination, or ``first``."""
    if left.reason not in ("、", "和", "与", "及") or first != left.start:
        return first
    before = ground.edge(left.reason_start)
    begin, reason = ground.barriers[before], ground.reasons[before]
    item = ground.folded[begin:left.reason_start]
    if left.reason == "、":
        noun = _CLASS_NOUN.search(item)
        parallel = noun and re.match(rf"[^、]{{2,8}}{noun[1]}", ground.folded[first:first + 12])
        return begin if parallel and suffix.type in ("agency", "association", "programme", "platform") else first
    governed = reason in vocabulary.intro and suffix.type in ("programme", "policy")
    ends_name = any(end == len(item) for _, end, _ in vocabulary.suffixes_in(item))
    return begin if governed and item and not ends_name else first
