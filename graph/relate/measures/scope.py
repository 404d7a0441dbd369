"""Which parts of the outline are measures.

The walk goes down the outline: a heading that only frames (总体要求, 存在问题, 附则) ends it; a section whose items are
actions is left to them; a section whose enumeration lists problems, requests or conditions is one unit itself.  Paragraphs
count where nothing is numbered; a paragraph in which department after department speaks is one unit per department.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from graph.model import Document, Section, Span
from graph.read.knowledge import pattern

__all__ = ["Unit", "find_units"]

_SENTENCE = re.compile(r"(?:“[^”\n]*”|《[^》\n]*》|[^。\n])+。?")
_SHORT = 8


class Unit(NamedTuple):
    """A stretch of the view that is one measure; ``path`` are the titles of the headings above."""

    number: str
    title: str
    span: Span
    path: tuple[str, ...]


class _Tree(NamedTuple):
    document: Document
    children: dict[str, list[Section]]


def find_units(document: Document) -> Iterator[Unit]:
    """The document's units of action, in text order."""
    if document.header.genre == "bulletin":
        return
    children: dict[str, list[Section]] = defaultdict(list)
    for section in document.sections:
        children[section.parent].append(section)
    yield from _below(_Tree(document, children), children[""], ())


def _below(tree: _Tree, kids: list[Section], path: tuple[str, ...]) -> Iterator[Unit]:
    """The units among sections that stand side by side; unnumbered text between numbered sections only leads in."""
    numbered = any(kid.kind != "paragraph" for kid in kids)
    for kid in kids:
        if not numbered or kid.kind != "paragraph" or tree.children.get(kid.number):
            yield from _at(tree, kid, path)


def _at(tree: _Tree, section: Section, path: tuple[str, ...]) -> Iterator[Unit]:
    title = section.title.replace("，", ",")
    if section.kind != "paragraph" and pattern("measures", "frame_heading").match(title):
        return
    kids = _actions(tree, section)
    if kids and not _is_whole(section, kids):
        yield from _below(tree, kids, (*path, section.title) if section.kind != "paragraph" else path)
    elif _is_action(tree.document, section):
        yield from _split_by_department(tree.document, section, path)


def _is_whole(section: Section, kids: list[Section]) -> bool:
    """An item of a lower level, or an article, is one unit with the unnumbered paragraphs below it."""
    if any(kid.kind != "paragraph" for kid in kids):
        return False
    top = section.level == 0 or section.label.endswith("、")
    return section.kind == "article" or not top


def _actions(tree: _Tree, section: Section) -> list[Section]:
    """The sections below, without enumerations of problems, requests or conditions."""
    kids = tree.children.get(section.number, [])
    groups = (list(group) for _, group in groupby(kids, key=_series))
    return [kid for group in groups if _introduces_actions(tree, section, group[0]) for kid in group]


def _series(section: Section) -> str:
    """Sections of one series bear labels of one form."""
    return re.sub(r"[\d一二三四五六七八九十百①-⑳]+", "", section.label)


def _introduces_actions(tree: _Tree, section: Section, first: Section) -> bool:
    """Whether the words just before an enumeration lead over to actions; only a colon, or the same line, introduces one."""
    lead = tree.document.folded[section.span.start:first.span.start]
    same_line = bool(lead) and not lead.endswith("\n")
    lead = lead.rstrip()
    if first.kind in ("heading", "article", "paragraph") or not (lead.endswith(":") or same_line):
        return True
    sentence = re.split("[。\n]", lead.rstrip("。"))[-1]
    if pattern("measures", "action_list").search(sentence.rpartition(",")[2]):
        return True
    return not pattern("measures", "no_action_list").search(sentence)


def _is_action(document: Document, section: Section) -> bool:
    """Whether a section without items of its own does something; numbered items do unless they only frame."""
    text = document.folded[section.span.start:section.span.end]
    bare = text[len(section.label):].lstrip(" 、.:")
    if section.kind in ("article", "paragraph") and pattern("measures", "frame_article").match(bare):
        return False
    return section.kind != "paragraph" or _is_action_paragraph(bare)


def _is_action_paragraph(text: str) -> bool:
    first = text.partition("。")[0]
    if len(text) < _SHORT or pattern("measures", "courtesy").search(text[:60]) or pattern("measures", "courtesy").search(text[-24:]):
        return False
    if pattern("measures", "problem").match(first) or text.endswith(":"):
        return False
    return bool(pattern("measures", "action").search(text))


def _split_by_department(document: Document, section: Section, path: tuple[str, ...]) -> Iterator[Unit]:
    """One unit per body where every sentence after the lead has a body of its own; else the section."""
    start = section.head.end if section.kind != "paragraph" else section.span.start
    folded = document.folded
    while start < section.span.end and folded[start] in "。:\n ":
        start += 1
    spans = [Span(*hit.span()) for hit in _SENTENCE.finditer(folded, start, section.span.end)]
    bodies = [hit["body"] for span in spans if (hit := pattern("measures", "department").match(folded[span.start:span.end]))]
    if len(set(bodies)) < 2 or len(bodies) != len(spans):
        yield Unit(section.number, section.title, section.span, path)
        return
    for k, span in enumerate(spans, 1):
        title = re.split("[,。;]", folded[span.start:span.end])[0]
        yield Unit(f"{section.number}.d{k}", document.text[span.start:span.start + len(title)], span, (*path, section.title))
