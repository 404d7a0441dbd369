"""What is part of what.

The items of an enumeration and their whole, the kinds of a counted class, a part quoted in its whole, a unit in
its body.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from graph.model import Relation, Section
from graph.read import fold
from graph.relate.relations.page import Met, Page, outermost

__all__ = ["belongings", "included", "members", "parts", "sections_below", "units"]

_BODIES = ("agency", "enterprise", "institute", "association", "platform")
_ALIKE = 3  # items of a plan that end in one word
_INCLUDING = ("programme", "platform", "project", "institute")
_AFTER = {"enumerated-part": "enumerated-whole"}
_BEFORE = {
    "included-part": "", "kind-part": "kind-whole",
    "bracketed-part": "bracketed-whole", "section-part": "counted-whole",
}


def parts(page: Page) -> Iterator[Relation]:
    """``part_of`` for every enumeration of the text."""
    for i, met in enumerate(page.met):
        rule = met.mention.rule
        whole = None
        if rule in _AFTER:
            whole = next((m for m in page.met[i:] if m.mention.rule == _AFTER[rule]), None)
        elif rule == "groups-below":
            whole = _task_force_before(page, i)
        elif rule == "branch-below":
            whole = _body_before(page, met)
        elif rule in _BEFORE:
            whole = _whole_before(page, i, _BEFORE[rule])
        elif rule.startswith("suffix") and met.entity.type == "platform" and "“" in met.mention.name[1:]:
            whole = _holder(page, i)
        if whole is not None:
            start, end = min(met.start, whole.start), max(met.end, whole.end)
            yield page.relation(met.entity, "part_of", whole.entity, rule, start, end)


def _body_before(page: Page, part: Met) -> Met | None:
    """The body or hub of which a sentence speaks before what it has set up: 茶产业研究院…,下设|玉岩、新兴2个工作站."""
    start = max(page.folded.rfind(mark, 0, part.start) for mark in "。\n") + 1
    bodies = outermost(m for m in page.within(start, part.start) if m.entity.type in _BODIES)
    led = page.words("led_body")  # 依托江南大学设立|甲中心,下设…
    bodies = [m for m in bodies if m.mention.rule != part.mention.rule]
    return next((m for m in bodies if not page.folded.endswith(led, start, m.start)), None)


def _task_force_before(page: Page, i: int) -> Met | None:
    """The task force that a paragraph has named before the groups beneath it."""
    line = page.folded.rfind("\n", 0, page.met[i].start)
    before = (m for m in reversed(page.met[:i]) if m.start > line and m.mention.rule != "groups-below")
    return next((m for m in before if m.mention.subtype == "taskforce"), None)


def sections_below(page: Page) -> Iterator[Relation]:
    """``part_of`` for the items that a plan's heading has under it, each a name that ends like the others:
    人才行动计划 over 1.培育项目 and 2.引进项目."""
    sections = page.document.sections
    titled = {s.number: met for s in sections if s.kind != "paragraph" and (met := _named_by_title(page, s))}
    below: dict[str, list[Met]] = {}
    for section in sections:
        if section.number in titled and section.parent in titled:
            below.setdefault(section.parent, []).append(titled[section.number])
    for number, items in below.items():
        whole, alike = titled[number], Counter(m.mention.name[-2:] for m in items).most_common(1)[0]
        for part in items if whole.entity.type == "programme" and alike[1] >= _ALIKE else ():
            if part.mention.name.endswith(alike[0]):
                place = (part.start, part.end)
                yield page.relation(part.entity, "part_of", whole.entity, "section-below", *place, 0.85)


def _named_by_title(page: Page, section: Section) -> Met | None:
    """The programme or project that a title ends in: the name alone, or led by a verb."""
    heads = page.within(section.head.start, section.head.end)
    title = fold(section.title).replace("“", "").replace("”", "")
    named = (m for m in heads if m.entity.type in ("programme", "project"))
    return next((m for m in named if title.endswith(fold(m.mention.name).replace("“", "").replace("”", ""))), None)


def units(page: Page) -> Iterator[Relation]:
    """``part_of`` for a unit that is called by a body of the document: 青溪市教育局|基础教育科."""
    bodies = {entity.name: entity for entity in page.linked.entities if entity.type == "agency"}
    for met in page.met:
        unit = page.pattern("unit_of").fullmatch(met.entity.name) if met.entity.name in bodies else None
        head = bodies.get(met.entity.name.removesuffix("办公室"))
        if head and head.subtype == "taskforce" and head is not met.entity:
            yield page.relation(met.entity, "part_of", head, "office-of-task-force", met.start, met.end)
        if unit and unit["body"] in bodies:
            yield page.relation(met.entity, "part_of", bodies[unit["body"]], "unit-of-body", met.start, met.end)


def belongings(page: Page) -> Iterator[Relation]:
    """``part_of`` for a body behind the one that it belongs to: 海关总署|所属|青溪海关, 研究院,|下设|研发中心."""
    for _, inside in page.sentences():
        for whole, part in pairwise(outermost(inside)):
            bodies = whole.entity.type in _BODIES and part.entity.type in _BODIES \
                and part.mention.rule != "branch-below"
            if bodies and page.folded[whole.end:part.start].lstrip(",") in page.words("belonging"):
                yield page.relation(part.entity, "part_of", whole.entity, "belonging", whole.start, part.end)
            yield from _part_is(page, whole, part)
            if bodies and page.pattern("belongs_to").fullmatch(page.folded, whole.end, part.start):
                yield page.relation(whole.entity, "part_of", part.entity, "belonging", whole.start, part.end)


def _part_is(page: Page, first: Met, last: Met) -> Iterator[Relation]:
    """甲平台为|乙平台|的子平台; 作为甲走廊的重要节点,|乙科学城."""
    behind = page.pattern("whole_of").match(page.folded, last.end)
    if behind and page.pattern("part_is").fullmatch(page.folded, first.end, last.start):
        yield page.relation(first.entity, "part_of", last.entity, "part-is", first.start, last.end)
    ahead = page.pattern("whole_of").match(page.folded, first.end)
    as_part = ahead and page.folded.endswith("作为", 0, first.start)
    if ahead and as_part and page.folded[ahead.end():last.start] in (",", "，"):
        yield page.relation(last.entity, "part_of", first.entity, "part-is", first.start, last.end)


def included(page: Page) -> Iterator[Relation]:
    """``part_of`` for the parts that follow their whole: “双创”行动包括甲工程、乙工程; two or more of its type."""
    for _, inside in page.sentences():
        for i, whole in enumerate(inside):
            kinds = [m for m in inside[i + 1:] if m.entity.type == whole.entity.type and m.start >= whole.end]
            if whole.entity.type not in _INCLUDING:
                continue
            lead = kinds and page.pattern("includes").fullmatch(page.folded, whole.end, kinds[0].start)
            row = page.row(kinds) if lead else []
            for part in row if len(row) > 1 else ():
                yield page.relation(part.entity, "part_of", whole.entity, "included", whole.start, part.end, 0.85)
            yield from _set_within(page, whole, [m for m in inside[i + 1:] if m.start >= whole.end])
            before = [m for m in reversed(inside[:i]) if m.entity.type == whole.entity.type and m.end <= whole.start]
            if before and page.pattern("make_up").fullmatch(page.folded, before[0].end, whole.start):
                for part in page.row(before):
                    yield page.relation(part.entity, "part_of", whole.entity, "make-up", part.start, whole.end, 0.85)


def _set_within(page: Page, whole: Met, after: list[Met]) -> Iterator[Relation]:
    """在某研究项目中设立“甲研究”“乙研究”."""
    projects = [m for m in after if m.entity.type in ("project", "programme")]
    led = page.folded[whole.start - 1:whole.start] == "在" and projects
    if led and page.pattern("set_within").fullmatch(page.folded, whole.end, projects[0].start):
        for part in page.row(projects):
            yield page.relation(part.entity, "part_of", whole.entity, "set-within", whole.start, part.end, 0.85)


def members(page: Page) -> Iterator[Relation]:
    """``part_of`` for those that a body is made up of: 联合体由甲、乙等17家单位组成."""
    for span, inside in page.sentences():
        for found in page.finditer("made_up_of", span):
            start, end = found.start("members"), found.start("others")
            within = [m for m in inside if start <= m.start and m.end <= end]
            ones = [m for m in within if m.entity.type in _BODIES and not _inside_another(m, within)]
            for whole in [m for m in inside if m.end == found.start() and m.entity.type in _BODIES][:1]:
                for one in ones:
                    place = (whole.start, found.end())
                    yield page.relation(one.entity, "part_of", whole.entity, "made-up-of", *place, 0.85)


def _inside_another(met: Met, others: list[Met]) -> bool:
    return any(o is not met and o.start <= met.start and met.end <= o.end and o.end - o.start > met.end - met.start
               for o in others)


def _whole_before(page: Page, i: int, rule: str) -> Met | None:
    part = page.met[i]
    for other in reversed(page.met[:i]):
        if rule and other.mention.rule == rule:
            return other
        if not rule and other.mention.rule != part.mention.rule and other.entity.type == part.entity.type:
            return other
    return None


def _holder(page: Page, i: int) -> Met | None:
    """东海技术交易中心“专利”专板: the body whose name stands directly before the quotation."""
    part = page.met[i]
    beside = (m for m in page.met[max(0, i - 3):i] if m.end == part.start)
    return next((m for m in beside if m.entity.name in part.entity.name), None)
