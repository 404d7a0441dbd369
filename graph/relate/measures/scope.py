"""Which parts of the outline are measures.

The walk goes down the outline: a heading that only frames (总体要求, 存在问题, 附则) ends it; a section whose items are
actions is left to them; a section whose enumeration lists problems, requests or conditions is one unit itself.  Paragraphs
count where nothing is numbered; a paragraph in which department after department speaks is one unit per department.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from graph.model import Document, Section, Span
from graph.read.knowledge import pattern

__all__ = ["Unit", "find_units"]

_SENTENCE = re.compile(r"(?:“[^”\n]*”|《[^》\n]*》|[^。\n])+。?")
_REPORTING = ("reply", "letter", "report", "other")
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
    yield from _below(_Tree(document, children), "", ())


def _below(tree: _Tree, number: str, path: tuple[str, ...]) -> Iterator[Unit]:
    """The units among the children of a section ("" for the document)."""
    kids = tree.children.get(number, [])
    numbered = any(kid.kind != "paragraph" or tree.children.get(kid.number) for kid in kids)
    for kid in kids:
        if kid.kind == "paragraph" and numbered and not _stands_alone(tree, kid, number):
            continue
        yield from _at(tree, kid, path)


def _stands_alone(tree: _Tree, kid: Section, number: str) -> bool:
    """A paragraph beside numbered ones counts if it enumerates, or if the text around it is paragraphs too."""
    if tree.children.get(kid.number):
        return True
    siblings = tree.children.get(number, [])
    return not number and all(sibling.kind == "paragraph" for sibling in siblings)


def _at(tree: _Tree, section: Section, path: tuple[str, ...]) -> Iterator[Unit]:
    if section.kind != "paragraph" and pattern("measures", "frame_heading").match(_folded_title(tree, section)):
        return
    kids = tree.children.get(section.number, [])
    if kids and _are_actions(tree, section, kids) and not _is_whole(section, kids):
        yield from _below(tree, section.number, (*path, section.title) if section.kind != "paragraph" else path)
    elif _is_action(tree.document, section, bool(kids)):
        yield from _split_by_department(tree.document, section, path)


def _folded_title(tree: _Tree, section: Section) -> str:
    return section.title.replace("，", ",")


def _is_whole(section: Section, kids: list[Section]) -> bool:
    """An item of a lower level whose children are mere paragraphs is one unit with them."""
    paragraphs = all(kid.kind == "paragraph" for kid in kids)
    top = section.level == 0 or section.label.endswith("、") or section.label.startswith("第")
    return paragraphs and (len(kids) == 1 and section.level > 0 or not top or section.kind == "article")


def _are_actions(tree: _Tree, section: Section, kids: list[Section]) -> bool:
    """Whether the items below are actions, by the words that introduce them."""
    first = kids[0]
    folded = tree.document.folded
    lead = folded[section.span.start:first.span.start].rstrip()
    sentence = re.split("[。\n]", lead)[-1] or lead
    if pattern("measures", "action_list").search(sentence.rpartition(",")[2]):
        return True
    if any(kid.kind in ("heading", "article") for kid in kids):
        return True
    later = [kid for kid in kids if kid.label[-1:] != first.label[-1:]]
    return bool(later) or not pattern("measures", "no_action_list").search(sentence)


def _is_action(document: Document, section: Section, has_items: bool) -> bool:
    text = document.folded[section.span.start:section.span.end]
    label = len(section.label)
    bare = text[label:].lstrip(" 、.:")
    if len(bare) < _SHORT and section.kind == "paragraph":
        return False
    if section.kind == "article" or section.kind == "paragraph":
        if pattern("measures", "frame_article").match(bare):
            return False
    if section.kind == "paragraph":
        return _is_action_paragraph(bare)
    return True


def _is_action_paragraph(text: str) -> bool:
    first = text.partition("。")[0]
    if pattern("measures", "courtesy").search(text[:60]) or pattern("measures", "courtesy").search(text[-24:]):
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
