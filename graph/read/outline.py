"""The outline: sections by Chinese numbering, and the paragraphs that no number covers.

Marks like ``#`` are ignored; a section's place comes from its label's series (see :mod:`graph.read.series`), and its
number from the labels above it, so that an analyst finds （二）4. as ``2.4``.
"""

from __future__ import annotations

import re
from collections import Counter

from graph.model import Section, Span
from graph.read.header.page import Page
from graph.read.instruments import find_instruments
from graph.read.parts import find_parts
from graph.read.phrases import lead_phrase
from graph.read.walk import Entry, Walk

__all__ = ["read_outline"]

_COUNTED = ("dash", "first")  # labels that carry no number of their own
_HEADINGS = ("part", "chapter", "section")
_LABEL_TAIL = " \t\n、.,:|"


def read_outline(page: Page) -> tuple[Section, ...]:
    """All sections of the text between header and tail, in text order."""
    entries: list[Entry] = []
    for index, instrument in enumerate(find_instruments(page)):
        for heading, body in find_parts(page, instrument):
            root = -1
            if heading >= 0:
                start, end = page.spans[heading].start, page.spans[max(heading, body.closing - 1)].end
                entries.append(Entry(start, end, None, -1, 0, index, heads=True))
                root = len(entries) - 1
            Walk(page, entries, body, index, root).run()
    return _sections(page, entries)


def _sections(page: Page, entries: list[Entry]) -> tuple[Section, ...]:
    used: Counter[str] = Counter()
    numbers: list[str] = []
    parents = {entry.parent for entry in entries}
    sections = []
    for i, entry in enumerate(entries):
        parent = numbers[entry.parent] if entry.parent >= 0 else ""
        numbers.append(_number(entry, parent, used))
        sections.append(_section(page, entry, numbers[-1], parent, i in parents))
    return tuple(sections)


def _number(entry: Entry, parent: str, used: Counter[str]) -> str:
    """The path of ordinals, ``3.1.2``; paragraphs are counted (``1.p2``), and a path met before gets a suffix."""
    prefix = f"{parent}." if parent else ""
    if entry.label is None or entry.label.kind in _COUNTED:
        mark = "p" if entry.label is None else ""
        used[f"{prefix}{mark}#"] += 1
        number = f"{prefix}{mark}{used[f'{prefix}{mark}#']}"
    else:
        number = f"{prefix}{entry.label.ordinal}"
    used[number] += 1
    return number if used[number] == 1 else f"{number}-{used[number]}"


def _section(page: Page, entry: Entry, number: str, parent: str, has_children: bool) -> Section:
    folded, text = page.document.folded, page.document.text
    end = entry.start + len(folded[entry.start:entry.end].rstrip())
    begin = entry.label.end if entry.label else entry.start
    begin += len(folded[begin:end]) - len(folded[begin:end].lstrip(_LABEL_TAIL))
    stop = lead_phrase(folded, begin, end)
    row = entry.label is not None and entry.label.kind == "row"
    stop = begin + len(re.split(r"[\t ]" if row else r"\t", text[begin:stop])[0])  # a cell of a table
    return Section(
        number=number, label=text[entry.start:entry.label.end].strip() if entry.label else "",
        kind=_kind(entry, has_children), level=entry.level, title=text[begin:stop].strip(),
        span=Span(entry.start, end), head=Span(entry.start, stop), parent=parent, instrument=entry.instrument,
    )


def _kind(entry: Entry, has_children: bool) -> str:
    if entry.label is None:
        return "heading" if entry.heads else "paragraph"
    if entry.label.kind == "article":
        return "article"
    return "heading" if has_children or entry.label.kind in _HEADINGS else "item"
