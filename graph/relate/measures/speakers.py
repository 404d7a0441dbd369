"""Units of action, and the paragraph in which department after department says what it will do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.model import Document, Section, Span
from graph.read.knowledge import pattern

__all__ = ["Unit", "speakers"]

_SENTENCE = re.compile(r"(?:“[^”\n]{0,300}”|《[^》\n]{0,150}》|[^。\n])+。?")


class Unit(NamedTuple):
    """A stretch of the view that is one measure.

    ``path`` are the titles of the headings above, ``lead`` the folded words that introduce its enumeration.
    """

    number: str
    title: str
    span: Span
    path: tuple[str, ...]
    lead: str = ""


def speakers(document: Document, section: Section, path: tuple[str, ...], lead: str) -> Iterator[Unit]:
    """One unit per body where every sentence after the lead has a body of its own; else the section."""
    start = section.head.end if section.kind != "paragraph" else section.span.start
    folded = document.folded
    while start < section.span.end and folded[start] in "。:\n ":
        start += 1
    spans = [Span(*hit.span()) for hit in _SENTENCE.finditer(folded, start, section.span.end)]
    hits = (pattern("measures", "department").match(folded[span.start:span.end]) for span in spans)
    bodies = [hit["body"] for hit in hits if hit]
    spoken = section.label.endswith("是")  # 四是强化融资保障. is one action, whoever shares in it
    if spoken or len(set(bodies)) < 2 or len(bodies) != len(spans):
        yield Unit(section.number, section.title, section.span, path, lead)
        return
    for k, span in enumerate(spans, 1):
        length = len(re.split("[,。;]", folded[span.start:span.end])[0])
        title = document.text[span.start:span.start + length]
        yield Unit(f"{section.number}.d{k}", title, span, (*path, section.title))
