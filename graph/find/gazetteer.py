"""Bodies that lists know: national ones, departments of local government, companies, institutes.

A list says what a string *may* be; the text around it decides: a department (经信局) is taken only with the area or
level before it, or where a name may begin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from graph.find.ground import Ground
from graph.find.places import LEVELS, Places
from graph.find.vocabulary import Vocabulary
from graph.lexicon import Lexicon, values
from graph.lexicon.dictionary import Dictionary
from graph.model import Mention
from graph.read import fold

__all__ = ["bodies", "listed_bodies"]

_WITHIN = {"national": "office", "institute": "academy_institute"}  # what a body may hold, by the rule that found it
_LONGER = ("部门", "社区", "国家", "行业")
_SECOND = 3  # letters of a department's short form
_CLASS = 20  # code points of the kinds of areas that 各 opens
_TABLES = (("institutes", "institute"), ("enterprises", "enterprise"), ("programmes", "programme"),
           ("platforms", "platform"))


def bodies(ground: Ground, vocabulary: Vocabulary, lexicon: Lexicon, found: Places) -> Iterator[Mention]:
    """National bodies, companies and institutes by name; departments with the area or level before them."""
    for start, end, (type, rule) in _named(lexicon).finditer(ground.folded):
        form = ground.folded[start:end]
        short = len(form) < 3 and not (ground.begins_word(start) and ground.breaks(end))
        if form[-1] + ground.folded[end:end + 1] in _LONGER:
            continue  # 住房城乡建设部门, 新华社区, 联合国家开发银行, 中国银行业
        if rule == "national" and ground.names["class_led"].search(ground.folded, max(0, start - _CLASS), start):
            continue  # 各县(市、区)发展改革委
        if rule == "national" and len(form) <= _SECOND and _is_second(ground.folded, start, end):
            continue  # 各省教育厅(教委)
        if not short and not ground.inside_word(end) and not ground.inside_word(start):
            within = ground.names[_WITHIN[rule]].match(ground.folded, end) if rule in _WITHIN else None
            end = within.end() if within else end
            start = _of_level(ground, start, form) if rule == "national" else start
            yield Mention(start, end, type, ground.text[start:end], f"gazetteer-{rule}", 0.95)
    for start, end, heads in _departments(lexicon).finditer(ground.folded):
        first = _with_area(ground, start, found, heads)
        of_number = ground.names["of_number"].match(ground.folded, end)
        if first < start and not (ground.inside_word(end) or of_number or ground.after_session(first)):
            unit = ground.names["unit"].match(ground.folded, end)
            end = unit.end() if unit else end
            name = ground.text[first:end]
            yield Mention(first, end, vocabulary.type_of_body(name), name, "area-department", 0.97)


def _is_second(folded: str, start: int, end: int) -> bool:
    """Whether a short form alone in a bracket is what the department before it is called elsewhere."""
    return folded[start - 2:start] in ("厅(", "局(", "委(") and folded[end:end + 1] == ")"


def _of_level(ground: Ground, start: int, form: str) -> int:
    """Where a task force begins that a level has under the same name: 市|推进职能转变协调小组."""
    force = form.endswith(ground.names.words("task_force"))
    level = force and start > 0 and ground.folded[start - 1] in LEVELS and ground.begins_word(start - 1)
    return start - 1 if level else start


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
        first, town = start - len(level), level in ground.names.words("town_level")
        zone = level and ground.names["zone_end"].search(ground.folded, max(0, first - 4), start)
        headed = any(ground.folded.endswith(h, 0, first) and ground.begins_word(first - len(h)) for h in heads if h)
        if not level or town or zone or not (headed or ground.begins_word(first)) or ground.in_class_list(first):
            return start
    head = next((h for h in heads if ground.folded.endswith(h, 0, first)), "")
    return first - len(head) if head or "" in heads else start


@cache
def _named(lexicon: Lexicon) -> Dictionary[tuple[str, str]]:
    return Dictionary((fold(form), meaning) for form, meaning in _names(lexicon))


def _names(lexicon: Lexicon) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each name with its type and the list that knows it."""
    for table, type in _TABLES:
        for row in lexicon.rows(table):
            risky = values(row["risky"])
            for form in (row["name"], *values(row["shorts"])):
                if len(form) > 1 and form not in risky:
                    yield form, (type, type)
    for form in lexicon.national_forms:
        yield form, ("agency", "national")


@cache
def _departments(lexicon: Lexicon) -> Dictionary[tuple[str, ...]]:
    heads: dict[str, set[str]] = defaultdict(set)
    for template in lexicon.departments.bodies:
        head, _, tail = fold(template).partition("#")
        if tail:
            heads[tail].add(head)
    return Dictionary((tail, tuple(sorted(found, key=len, reverse=True))) for tail, found in heads.items())
