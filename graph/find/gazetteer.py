"""Names that lists know: areas (GB/T 2260), national bodies, departments of local government, companies, institutes.

A list says what a string *may* be; the text around it decides.  A short form of an area is taken only where it is no
common word; a department (经信局) only with the area or level before it, or where a name may begin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import ahocorasick

from graph.find.ground import Ground
from graph.find.vocabulary import Vocabulary
from graph.lexicon import Area, Lexicon
from graph.model import Mention
from graph.read import fold

__all__ = ["Places", "bodies", "listed_bodies", "places"]

LEVELS = "省市区县州旗盟"
_WITHIN = {"national": "office", "institute": "academy_institute"}  # what a body may hold, by the rule that found it
_TASK_FORCE = ("领导小组", "协调小组", "指挥部", "联席会议")
_SESSION = 8  # code points of 政协第十三届
_BEFORE_PLACES = ("中共", "中国", "原", "驻", "赴", "来", "在", "到", "自", "至", "由", "我", "入", "离", "返", "援")


@dataclass(frozen=True, slots=True)
class Places:
    """Place names of a text: ``ends[start]`` and ``starts[end]``, and the mentions."""

    ends: dict[int, int]
    starts: dict[int, int]
    mentions: tuple[Mention, ...]


def places(ground: Ground, lexicon: Lexicon) -> Places:
    """The areas named in the text, longest first; a chain (浙江省宁波市) is several mentions.

    >>> from graph.lexicon import load
    >>> from graph.find.ground import ground
    >>> from graph.find.vocabulary import vocabulary
    >>> text = "在宁波市和杭州设立"
    >>> [m.name for m in places(ground(text, text, vocabulary()), load()).mentions]
    ['宁波市', '杭州']
    """
    mentions: list[Mention] = []
    doubtful: list[Mention] = []
    in_full: dict[str, bool] = {}
    for last, (form, risky, levels) in _areas(lexicon).iter_long(ground.folded):
        start, end = last + 1 - len(form), last + 1
        follows = bool(mentions) and mentions[-1].end == start
        if form not in in_full:
            in_full[form] = not levels or any(form + level in ground.folded for level in levels)
        common = len(form) < 3 or ground.names["common_end"].search(form)  # 范县, but 示范县; 运城市, but 亚运城市
        bounded = not common or follows or ground.begins_word(start) or _led(ground, start)
        if bounded and form[-1] not in LEVELS:
            bounded = not ground.names["place_part"].match(ground.folded, end)  # 福建园街道, 南京路
        if bounded and not ground.inside_word(start) and not ground.inside_word(end):
            mention = Mention(start, end, "place", ground.text[start:end], "gazetteer-area", 0.9)
            (mentions if in_full[form] and not risky else doubtful).append(mention)
    mentions = sorted([*mentions, *_in_lists(ground, mentions, doubtful)], key=lambda m: (m.start, m.end))
    return Places({m.start: m.end for m in mentions}, {m.end: m.start for m in mentions}, tuple(mentions))


def _led(ground: Ground, start: int) -> bool:
    """Whether words stand before a place that are said before places only: 中共|宁波市委, 驻|宁波."""
    return ground.folded[max(0, start - 2):start] in _BEFORE_PLACES or ground.folded[start - 1:start] in _BEFORE_PLACES


def _in_lists(ground: Ground, sure: list[Mention], doubtful: list[Mention]) -> Iterator[Mention]:
    """Forms that are also common words, where a list of places holds them: 汉中、安康、商洛."""
    starts, ends = {m.start for m in sure}, {m.end for m in sure}
    for mention in doubtful:
        joined = ground.folded[mention.start - 1:mention.start] == "、" and mention.start - 1 in ends
        if joined or (ground.folded[mention.end:mention.end + 1] == "、" and mention.end + 1 in starts):
            yield mention


def bodies(ground: Ground, vocabulary: Vocabulary, lexicon: Lexicon, found: Places) -> Iterator[Mention]:
    """National bodies, companies and institutes by name; departments with the area or level before them."""
    for last, (form, type, rule) in _named(lexicon).iter(ground.folded):
        start, end = last + 1 - len(form), last + 1
        short = len(form) < 3 and not (ground.begins_word(start) and ground.breaks(end))
        if form[-1] == "部" and ground.folded[end:end + 1] == "门":
            continue  # 住房城乡建设部门
        if not short and not ground.inside_word(end) and not ground.inside_word(start):
            within = ground.names[_WITHIN[rule]].match(ground.folded, end) if rule in _WITHIN else None
            end = within.end() if within else end
            start = _of_level(ground, start, form) if rule == "national" else start
            yield Mention(start, end, type, ground.text[start:end], f"gazetteer-{rule}", 0.95)
    for last, (form, heads) in _departments(lexicon).iter(ground.folded):
        start, end = last + 1 - len(form), last + 1
        first = _with_area(ground, start, found, heads)
        if first < start and not ground.inside_word(end) and not _of_session(ground, first):
            unit = ground.names["unit"].match(ground.folded, end)
            end = unit.end() if unit else end
            name = ground.text[first:end]
            yield Mention(first, end, vocabulary.type_of_body(name), name, "area-department", 0.97)


def _of_level(ground: Ground, start: int, form: str) -> int:
    """Where a task force begins that a level has under the same name: 市|推进职能转变协调小组."""
    level = form.endswith(_TASK_FORCE) and ground.folded[start - 1:start] in LEVELS and ground.begins_word(start - 1)
    return start - 1 if level and start else start


def _of_session(ground: Ground, first: int) -> bool:
    """Whether the committee at ``first`` is that of a political conference, which its session parts from it."""
    return ground.names["session_before"].search(ground.folded, max(0, first - _SESSION), first) is not None


def listed_bodies(ground: Ground, known: Iterable[Mention]) -> Iterator[Mention]:
    """The bodies that a list names without their level, after one that has it: 市发改委、农委、人保局."""
    walked: set[int] = set()  # what an earlier body of the same list has led to
    for opening in known:
        if opening.rule == "area-department":
            end = opening.end
            while end not in walked and (found := ground.names["body_in_list"].match(ground.folded, end)):
                walked.add(end)
                start, end = found.span("name")
                if not ground.inside_word(end - 1) and not ground.names["bare_level"].match(found["name"]):
                    yield Mention(start, end, "agency", ground.text[start:end], "listed-body", 0.8)


def _with_area(ground: Ground, start: int, found: Places, heads: tuple[str, ...]) -> int:
    """Where a body begins whose department starts at ``start``; ``start`` if no area or level stands before it."""
    first = start
    while first in found.starts:
        first = found.starts[first]
    if first == start:
        level = next((w for w in ground.names.words("level_word") if ground.folded.endswith(w, 0, start)), "")
        first = start - len(level)
        if not level or level in ("镇", "乡", "街道") or not ground.begins_word(first) or ground.in_class_list(first):
            return start
    head = next((h for h in heads if ground.folded.endswith(h, 0, first)), "")
    return first - len(head) if head or "" in heads else start


@cache
def _areas(lexicon: Lexicon) -> Any:
    automaton = ahocorasick.Automaton()
    for form, areas in lexicon.areas.by_form.items():
        if len(form) > 1:
            risky = all(area.is_risky(form) for area in areas)
            automaton.add_word(fold(form), (fold(form), risky, _levels_needed(form, areas)))
    automaton.make_automaton()
    return automaton


def _levels_needed(form: str, areas: Iterable[Area]) -> str:
    """The level words one of which must follow the form somewhere: a county's short name may be any two characters."""
    if any(area.level in ("province", "prefecture") or form != area.short for area in areas):
        return ""
    return "市县区旗"


_TABLES = (("institutes", "institute"), ("enterprises", "enterprise"), ("programmes", "programme"),
           ("platforms", "platform"))


@cache
def _named(lexicon: Lexicon) -> Any:
    automaton = ahocorasick.Automaton()
    for table, type in _TABLES:
        for row in lexicon.rows(table):
            risky = row["risky"].split("|")
            for form in (row["name"], *row["shorts"].split("|")):
                if len(form) > 1 and form not in risky:
                    automaton.add_word(fold(form), (fold(form), type, type))
    for form in lexicon.national_forms:
        automaton.add_word(fold(form), (fold(form), "agency", "national"))
    automaton.make_automaton()
    return automaton


@cache
def _departments(lexicon: Lexicon) -> Any:
    heads: dict[str, set[str]] = defaultdict(set)
    for template in lexicon.departments.bodies:
        head, _, tail = fold(template).partition("#")
        if tail:
            heads[tail].add(head)
    automaton = ahocorasick.Automaton()
    for tail, found in heads.items():
        automaton.add_word(tail, (tail, tuple(sorted(found, key=len, reverse=True))))
    automaton.make_automaton()
    return automaton
