"""Which parts of the outline are measures.

The walk goes down the outline: a heading that only frames (总体要求, 存在问题, 附则) ends it; a section whose items
are actions is left to them; a section whose enumeration lists problems, requests or conditions is one unit itself.
Paragraphs count where nothing is numbered; a paragraph in which department after department speaks is one unit per
department.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from graph.find.rolls import find_rolls
from graph.model import Document, Section, Span
from graph.read.knowledge import pattern
from graph.read.phrases import lead_phrase
from graph.relate.measures.actions import decided_in, is_action
from graph.relate.measures.rows import Rows
from graph.relate.measures.speakers import Unit, speakers

__all__ = ["Unit", "find_units"]

_LEAD = 200
_LINE = 60  # code points of a line that is a paragraph


class _Tree(NamedTuple):
    """The sections below each section, the words that introduce each enumerated one, and the rows of tables."""

    document: Document
    children: dict[str, list[Section]]
    leads: dict[str, str]
    rows: Rows
    named: frozenset[int]  # where the items of lists of names begin


def find_units(document: Document) -> Iterator[Unit]:
    """The document's units of action, in text order."""
    if document.header.genre == "bulletin":
        return
    named = frozenset(item.start for roll in find_rolls(document) for item in roll.items)
    tree = _Tree(document, defaultdict(list), {}, Rows(document), named)
    for section in document.sections:
        tree.children[section.parent].append(section)
    for _, sections in groupby(_actions(tree, None), key=lambda section: section.instrument):
        for unit in _below(tree, list(sections), ()):
            yield from tree.rows.units(unit)


def _below(tree: _Tree, kids: list[Section], path: tuple[str, ...]) -> Iterator[Unit]:
    """The units among sections that stand side by side; unnumbered text between numbered sections only leads in."""
    numbered = any(kid.kind != "paragraph" for kid in kids)
    filled = any(tree.children.get(kid.number) for kid in kids)
    for kid in kids:
        if filled and _is_empty_heading(tree, kid):
            continue
        if not numbered or kid.kind != "paragraph" or tree.children.get(kid.number) or _acts_alone(tree, kid):
            yield from _at(tree, kid, path)


def _acts_alone(tree: _Tree, paragraph: Section) -> bool:
    """Whether a paragraph among numbered sections does more than lead in: it requires, encourages, or is a task."""
    text = tree.document.folded[paragraph.span.start:paragraph.span.end]
    acts = any(pattern("measures", rule).match(text) for rule in ("resolves", "grants", "tasked", "answers_alone"))
    reported = tree.document.header.genre == "report" and len(text) > _LINE and pattern("measures", "led").match(text)
    return acts or bool(reported) or tree.rows.names_task(paragraph.span)


def _is_empty_heading(tree: _Tree, section: Section) -> bool:
    """一、 or 第一章 with a title and nothing below, among headings that hold something."""
    if section.kind not in ("heading", "item") or tree.children.get(section.number):
        return False
    text = tree.document.folded[section.span.start:section.span.end]
    return bool(pattern("measures", "bare_heading").match(text))


def _at(tree: _Tree, section: Section, path: tuple[str, ...]) -> Iterator[Unit]:
    """The units in one section: those of its items, or itself."""
    kids = _actions(tree, section)
    if any(start in tree.named for start in range(section.span.start, section.head.end)):
        return
    if section.kind == "paragraph":
        if kids:
            yield from _below(tree, kids, path)
        elif tree.rows.names_task(section.span):
            yield Unit(section.number, section.title, section.span, path)
        elif is_action(tree.document, decided := decided_in(tree.document, section)):
            yield from speakers(tree.document, decided, path, tree.leads.get(section.number, ""))
    elif any(_is_assigned(tree, kid) for kid in kids) or not _only_frames(section, kids):
        yield from _in_labelled(tree, section, kids, path)


def _only_frames(section: Section, kids: list[Section]) -> bool:
    """Headings for principles and aims frame all that is below; headings for facts do not frame what is enumerated."""
    title = "".join(section.title.replace("，", ",").split())
    if pattern("measures", "frame_heading").match(title):
        return True
    return bool(pattern("measures", "fact_heading").match(title)) and all(kid.kind == "paragraph" for kid in kids)


def _is_assigned(tree: _Tree, section: Section) -> bool:
    """Whether an item has a label of its own for who answers (责任单位：…): a target given to a body is a measure."""
    if section.kind == "paragraph":
        return False
    return bool(pattern("measures", "assigned").search(tree.document.folded, *section.span))


def _in_labelled(tree: _Tree, section: Section, kids: list[Section], path: tuple[str, ...]) -> Iterator[Unit]:
    led = [] if kids else _led_lines(tree, section)
    if led:
        yield from _in_lines(tree, section, led, path)
    elif not kids:
        if is_action(tree.document, section):
            yield from speakers(tree.document, section, path, tree.leads.get(section.number, ""))
    elif not _is_whole(tree, section, kids):
        yield from _own_task(tree, section, kids, path)
        yield from _with_heading(section, kids[0], _below(tree, kids, (*path, section.title)))
    elif (section.label[:1].isdigit() or _is_sentence(tree, section)
          or any(is_action(tree.document, kid) or _rules(tree, kid) for kid in kids)):
        yield from speakers(tree.document, section, path, section.title)


def _own_task(tree: _Tree, section: Section, kids: list[Section], path: tuple[str, ...]) -> Iterator[Unit]:
    """What an item says before its items, if it names who answers for that, and each of those names its own:
    （一）完善机制。（财政部负责）具体措施：1.…（税务总局负责）2.…（海关总署负责）."""
    own = Span(section.span.start, kids[0].span.start)
    answered = pattern("measures", "answered")
    each = all(kid.kind == "item" and answered.search(tree.document.folded, *kid.span) for kid in kids)
    if each and answered.search(tree.document.folded, *own):
        yield Unit(section.number, section.title, own, path)


def _is_sentence(tree: _Tree, section: Section) -> bool:
    """Whether an item says a whole sentence before the paragraph that follows it: （五）罚款50万元以上的，按3%奖励。"""
    line = tree.document.folded[section.span.start:section.span.end].partition("\n")[0].rstrip()
    return section.level > 0 and section.kind != "article" and "," in line and line.endswith("。")


def _led_lines(tree: _Tree, section: Section) -> list[Span]:
    """The paragraphs below an item that has text on its own line, if each opens with a phrase of its own."""
    edge = tree.document.folded.find("\n", *section.span)
    below = [Span(*line.span()) for line in re.compile("[^\n]+").finditer(tree.document.folded, max(edge, 0),
                                                                        section.span.end)] if edge >= 0 else []
    led = pattern("measures", "led")
    each = all(end - start > _LINE and led.match(tree.document.folded, start, end) for start, end in below)
    return below if len(below) > 1 and each else []


def _in_lines(tree: _Tree, section: Section, lines: list[Span], path: tuple[str, ...]) -> Iterator[Unit]:
    """The item's own line, if it says more than its title, then one unit a paragraph."""
    first = Span(section.span.start, lines[0].start)
    if first.end - section.head.end > _LINE:
        yield Unit(section.number, section.title, Span(first.start, tree.document.text.rindex("\n", *first)), path)
    for k, line in enumerate(lines, 1):
        title = tree.document.text[line.start:lead_phrase(tree.document.folded, *line)].strip()
        yield Unit(f"{section.number}.p{k}", title, line, (*path, section.title))


def _rules(tree: _Tree, paragraph: Section) -> bool:
    """Whether a paragraph of an article sets a rule: 第八条 贷款期限 and below it 最长期限为30年。"""
    text = tree.document.folded[paragraph.span.start:paragraph.span.end]
    rules = tree.document.header.genre == "rules" and text.endswith("。")
    return rules and not pattern("measures", "frame_article").match(text)


def _with_heading(section: Section, first: Section, units: Iterator[Unit]) -> Iterator[Unit]:
    """The first paragraph below a heading bears its words too: it is what the heading names."""
    for unit in units:
        begins = first.kind == "paragraph" and unit.number == first.number
        yield unit._replace(span=Span(section.span.start, unit.span.end)) if begins else unit


def _is_whole(tree: _Tree, section: Section, kids: list[Section]) -> bool:
    """A section is one unit with a single unnumbered paragraph; an article or a lower item with several, too, unless
    more than one of these opens with a phrase of its own (强化城市管理。…) or with the body whose task it is."""
    if any(kid.kind != "paragraph" or tree.children.get(kid.number) for kid in kids):
        return False
    led = [kid for kid in kids if any(pattern("measures", rule).match(tree.document.folded[slice(*kid.span)])
                                      for rule in ("led", "tasked"))]
    bracketed = section.label.startswith(("（", "("))
    top = (section.level == 0 and not bracketed) or section.label.endswith("、") or len(led) > 1
    return section.kind == "article" or not top or len(kids) == 1


def _actions(tree: _Tree, section: Section | None) -> list[Section]:
    """The sections below (None: of the document), without enumerations of problems, requests or conditions."""
    kids: list[Section] = []
    for _, group in groupby(tree.children.get(section.number if section else "", []), key=_series):
        series = list(group)
        lead = _lead(tree, series[0])
        tree.leads.update((kid.number, lead) for kid in series)
        if _introduces_actions(series[0], lead):
            kids += series
    return kids


def _series(section: Section) -> tuple[bool, str]:
    """Sections of one series bear labels of one form."""
    return section.kind == "paragraph", re.sub(r"[\d一二三四五六七八九十百①-⑳]+", "", section.label)


def _introduces_actions(first: Section, lead: str) -> bool:
    """Whether the words just before an enumeration lead over to actions."""
    if first.kind in ("heading", "article", "paragraph") or not lead:
        return True
    if pattern("measures", "action_list").search(lead.rpartition(",")[2]):
        return True
    return not pattern("measures", "no_action_list").search(lead)


def _lead(tree: _Tree, first: Section) -> str:
    """The folded sentence that introduces the first item of an enumeration: before a colon, or on the same line."""
    before = tree.document.folded[max(0, first.span.start - _LEAD):first.span.start]
    lead = before.rstrip()
    if not lead.endswith(":") and (not lead or before.endswith("\n")):
        line = lead.rpartition("\n")[2]
        return line if pattern("measures", "ahead").match(line) else ""
    return re.split("[。\n]", lead.rstrip("。"))[-1]
