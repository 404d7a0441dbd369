"""The outline: sections by Chinese numbering, and the paragraphs that no number covers.

Marks like ``#`` are ignored; a section's place comes from its label's series (see :mod:`graph.read.labels`).  A label
with nothing but a title on its line is bare: the paragraphs below it are sections of their own.  A label with text on
its line takes the unlabelled paragraphs below as its continuation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from graph.model import Section, Span
from graph.read.header.page import Page
from graph.read.knowledge import pattern, words
from graph.read.labels import Label, Node, find_labels, grow

__all__ = ["lead_phrase", "read_outline"]

_WHOLE = re.compile(r"(?:《[^》\n]*》|“[^”\n]*”|\([^()\n]*\)|[^。;:!?\n])*")
_CLAUSE = re.compile(r"(?:《[^》\n]*》|“[^”\n]*”|\([^()\n]*\)|[^。;:!?,\n])*")
_DUTY = re.compile(r"\([^()]*(?:责任|牵头|负责|配合)[^()]*\)$")
_LONG_TITLE, _BARE_LINE = 40, 60


@dataclass(slots=True)
class _Entry:
    """A section in the making: a labelled one, or a paragraph (label is None)."""

    start: int
    end: int
    label: Label | None
    parent: int
    level: int
    instrument: int = 0
    children: int = 0
    used: set[str] = field(default_factory=set)


def lead_phrase(folded: str, start: int, end: int) -> int:
    """Where the lead phrase of a section ends: its first sentence, or its first clause if that is long.

    >>> text = "完善信贷服务。组织金融机构加强对接"
    >>> text[:lead_phrase(text, 0, len(text))]
    '完善信贷服务'
    """
    whole = _WHOLE.match(folded, start, end)
    stop = whole.end() if whole else end
    if stop - start > _LONG_TITLE:
        clause = _CLAUSE.match(folded, start, end)
        stop = clause.end() if clause and clause.end() > start else stop
    duty = _DUTY.search(folded, start, stop)
    return duty.start() if duty and duty.start() > start else stop


def read_outline(page: Page) -> tuple[Section, ...]:
    """All sections of the text between header and tail, in text order."""
    entries: list[_Entry] = []
    for instrument, (first, last) in enumerate(_instruments(page)):
        _add_instrument(page, entries, first, last, instrument)
    return _sections(page, entries)


def _instruments(page: Page) -> list[tuple[int, int]]:
    """Paragraph ranges of the instruments in the file: a wrapped one, annexes, plans one after another."""
    borders = [page.head]
    if page.structural:
        borders.append(max(page.structural) + 1)
    for i in range(page.head + 1, page.tail):
        text = page.text(i)
        if len(text) < 60 and "。" not in text and (pattern("outline", "attachment").match(text) or _opens_next(page, i, borders[-1])):
            borders.append(i)
    borders = sorted({border for border in borders if border < page.tail})
    return list(zip(borders, [*borders[1:], page.tail], strict=True))


def _opens_next(page: Page, index: int, since: int) -> bool:
    """A title line after numbered text, below which the numbering starts again at one."""
    if not pattern("furniture", "title").match(page.text(index)) or pattern("outline", "label").match(page.text(index)):
        return False
    before = any(_first_label(page, i) > 1 for i in range(since, index))
    after = next((place for i in range(index + 1, min(index + 8, page.tail)) if (place := _first_label(page, i))), 0)
    return before and after == 1


def _first_label(page: Page, index: int) -> int:
    """The ordinal of a top-level label that leads a paragraph, 0 where there is none."""
    hit = pattern("outline", "label").match(page.text(index))
    if not hit or hit.lastgroup not in words("outline", "ranked"):
        return 0
    return find_labels(page.text(index), 0, hit.end())[0].ordinal


def _add_instrument(page: Page, entries: list[_Entry], first: int, last: int, instrument: int) -> None:
    closing = _closing(page, first, last)
    start, end = page.spans[first].start, page.spans[closing - 1].end if closing > first else page.spans[first].start
    nodes = grow(find_labels(page.document.folded, start, end))
    structural = [page.spans[i] for i in page.structural if first <= i < closing]
    nodes = [node for node in nodes if not any(s <= node.label.start < e for s, e in structural)]
    offset = _Places(len(entries), {})
    starts = [node.label.start for node in nodes]
    for i in range(first, last):
        span = page.spans[i]
        mine = range(bisect_left(starts, span.start), bisect_left(starts, span.end)) if i < closing else range(0)
        if i not in page.structural:
            _add_paragraph(page, entries, nodes, mine, span, offset, instrument, i >= closing)
        for k in mine:
            _add_node(page, entries, nodes, k, end, offset, instrument)


@dataclass(slots=True)
class _Places:
    """From a node's index to its entry's index; ``base`` is the first entry of the instrument."""

    base: int
    of: dict[int, int]
    holder: dict[int, int] = field(default_factory=dict)


def _closing(page: Page, first: int, last: int) -> int:
    """One past the last paragraph that belongs to the outline; thanks and formulas follow."""
    closing = last
    while closing > first and closing > last - 3 and pattern("outline", "closing").match(page.text(closing - 1)):
        closing -= 1
    return closing


def _add_paragraph(page: Page, entries: list[_Entry], nodes: list[Node], mine: range, span: Span, places: _Places,
                   instrument: int, is_closing: bool) -> None:
    """An unlabelled paragraph becomes a section unless it continues the item above."""
    if mine and nodes[mine[0]].label.start == span.start:
        return
    owner = -1 if is_closing else _open_above(nodes, mine, places, entries)
    if owner >= 0 and (mine or not _is_bare(page, entries[owner])):
        return
    level = entries[owner].level + 1 if owner >= 0 else 0
    entries.append(_Entry(span.start, span.end, None, owner, level, instrument))
    for k in mine:
        places.holder[k] = len(entries) - 1


def _open_above(nodes: list[Node], mine: range, places: _Places, entries: list[_Entry]) -> int:
    """The entry of the block section that is open before a paragraph, -1 at the top."""
    last = max((k for k in places.of if not mine or k < mine[0]), default=-1)
    while last >= 0 and nodes[last].label.kind in words("outline", "inline"):
        last = nodes[last].parent
    return places.of.get(last, -1)


def _is_bare(page: Page, entry: _Entry) -> bool:
    """Only a title stands on the label's line."""
    line_end = page.document.folded.find("\n", entry.start)
    line = page.document.folded[entry.start:line_end if line_end >= 0 else None]
    return len(line) <= _BARE_LINE and not re.search("[。;!?](?=.)", line) and (len(line) <= 35 or not line.endswith("。"))


def _add_node(page: Page, entries: list[_Entry], nodes: list[Node], k: int, end: int, places: _Places, instrument: int) -> None:
    node = nodes[k]
    parent = places.of[node.parent] if node.parent >= 0 else places.holder.get(k, -1)
    stop = next((later.label.start for later in nodes[k + 1:] if later.level <= node.level), end)
    if node.label.kind in words("outline", "inline"):
        line_end = page.document.folded.find("\n", node.label.start)
        stop = min(stop, line_end if line_end >= 0 else stop)
    level = entries[parent].level + 1 if parent >= 0 else 0
    entries.append(_Entry(node.label.start, stop, node.label, parent, level, instrument))
    places.of[k] = len(entries) - 1


def _sections(page: Page, entries: list[_Entry]) -> tuple[Section, ...]:
    numbers: list[str] = []
    used: dict[str, int] = {}
    parents = {entry.parent for entry in entries}
    sections = []
    for i, entry in enumerate(entries):
        number = _number(entry, entries, numbers, used)
        numbers.append(number)
        sections.append(_section(page, entry, number, numbers[entry.parent] if entry.parent >= 0 else "", i in parents))
    return tuple(sections)


def _number(entry: _Entry, entries: list[_Entry], numbers: list[str], used: dict[str, int]) -> str:
    """The path of ordinals; a path met before gets a suffix."""
    prefix = numbers[entry.parent] + "." if entry.parent >= 0 else ""
    if entry.label is None or entry.label.kind in ("dash", "first"):
        mark = "p" if entry.label is None else ""
        key = f"{prefix}{mark}#"
        used[key] = used.get(key, 0) + 1
        number = f"{prefix}{mark}{used[key]}"
    else:
        number = f"{prefix}{entry.label.ordinal}"
    used[number] = used.get(number, 0) + 1
    return number if used[number] == 1 else f"{number}-{used[number]}"


def _section(page: Page, entry: _Entry, number: str, parent: str, has_children: bool) -> Section:
    folded, text = page.document.folded, page.document.text
    end = entry.start + len(folded[entry.start:entry.end].rstrip())
    begin = entry.label.end if entry.label else entry.start
    while begin < end and folded[begin] in " 、.,:":
        begin += 1
    stop = lead_phrase(folded, begin, end)
    label = text[entry.start:entry.label.end].strip() if entry.label else ""
    return Section(number, label, _kind(entry, has_children), entry.level, text[begin:stop].strip(),
                   Span(entry.start, max(end, entry.start + 1)), Span(entry.start, max(stop, entry.start + 1)), parent, entry.instrument)


def _kind(entry: _Entry, has_children: bool) -> str:
    if entry.label is None:
        return "paragraph"
    if entry.label.kind == "article":
        return "article"
    return "heading" if has_children or entry.label.kind in ("part", "chapter", "section") else "item"
