"""The outline: sections by Chinese numbering, and the paragraphs that no number covers.

Marks like ``#`` are ignored; a section's place comes from its label's series (see :mod:`graph.read.labels`).  A label
with nothing but a title on its line is bare: the paragraphs below it are sections of their own.  A label with text on
its line takes the unlabelled paragraphs below as its continuation.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from graph.model import Section, Span
from graph.read.header.page import Page
from graph.read.instruments import Instrument, find_instruments
from graph.read.knowledge import words
from graph.read.labels import Label, Node, find_labels, grow
from graph.read.phrases import is_bare, lead_phrase

__all__ = ["read_outline"]

_COUNTED = ("dash", "first")  # labels that carry no number of their own
_HEADINGS = ("part", "chapter", "section")
_LABEL_TAIL = " \t、.,:|"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A section in the making: a labelled one, or a paragraph (``label`` is None); ``parent`` is an entry's index or -1."""

    start: int
    end: int
    label: Label | None
    parent: int
    level: int
    instrument: int


def read_outline(page: Page) -> tuple[Section, ...]:
    """All sections of the text between header and tail, in text order."""
    entries: list[_Entry] = []
    for index, instrument in enumerate(find_instruments(page)):
        _add_instrument(page, entries, instrument, index)
    return _sections(page, entries)


def _add_instrument(page: Page, entries: list[_Entry], instrument: Instrument, index: int) -> None:
    """Walk through the paragraphs, and through the labels within each."""
    nodes = _nodes(page, instrument)
    starts = [node.label.start for node in nodes]
    end = page.spans[max(instrument.closing - 1, instrument.first)].end
    places: list[int] = []  # from a node's index to its entry's
    for i in range(instrument.first, instrument.last):
        span = page.spans[i]
        mine = range(bisect_left(starts, span.start), bisect_left(starts, span.end))
        holder = -1
        if i not in page.structural and not (mine and starts[mine[0]] == span.start):
            owner = _owner(nodes, mine.start - 1, places) if i < instrument.closing else -1
            holder = _add_paragraph(page, entries, span, owner, bool(mine), index)
        for k in mine:
            _add_node(page, entries, nodes, k, places, (end, holder, index))


def _nodes(page: Page, instrument: Instrument) -> list[Node]:
    if instrument.closing == instrument.first:
        return []
    start, end = page.spans[instrument.first].start, page.spans[instrument.closing - 1].end
    labels = find_labels(page.document.folded, start, end)
    skipped = [page.spans[i] for i in page.structural]
    return grow([label for label in labels if not any(s <= label.start < e for s, e in skipped)])


def _owner(nodes: list[Node], last: int, places: list[int]) -> int:
    """The entry of the block section that is open after node ``last``; an enumeration in a paragraph ended with it."""
    while last >= 0 and nodes[last].label.kind in words("outline", "inline"):
        last = nodes[last].parent
    return places[last] if last >= 0 else -1


def _add_paragraph(page: Page, entries: list[_Entry], span: Span, owner: int, enumerates: bool, instrument: int) -> int:
    """An unlabelled paragraph is a section unless it continues, or leads over to, items of the section above."""
    above = entries[owner] if owner >= 0 else None
    if above and (enumerates or not _is_bare(page, above)):
        return -1
    entries.append(_Entry(span.start, span.end, None, owner, above.level + 1 if above else 0, instrument))
    return len(entries) - 1


def _is_bare(page: Page, entry: _Entry) -> bool:
    if entry.label and entry.label.kind == "row":
        return False
    return is_bare(page.document.folded[entry.start:_line_end(page, entry.start)])


def _line_end(page: Page, start: int) -> int:
    found = page.document.folded.find("\n", start)
    return found if found >= 0 else len(page.document.folded)


def _add_node(page: Page, entries: list[_Entry], nodes: list[Node], k: int, places: list[int],
              context: tuple[int, int, int]) -> None:
    """A labelled section; ``context``: the instrument's end, the paragraph around it (or -1), the instrument."""
    end, holder, instrument = context
    node = nodes[k]
    parent = places[node.parent] if node.parent >= 0 else holder
    stop = next((later.label.start for later in nodes[k + 1:] if later.level <= node.level), end)
    if node.label.kind in words("outline", "inline"):
        stop = min(stop, _line_end(page, node.label.start))
    level = entries[parent].level + 1 if parent >= 0 else 0
    places.append(len(entries))
    entries.append(_Entry(node.label.start, stop, node.label, parent, level, instrument))


def _sections(page: Page, entries: list[_Entry]) -> tuple[Section, ...]:
    used: Counter[str] = Counter()
    numbers: list[str] = []
    parents = {entry.parent for entry in entries}
    sections = []
    for i, entry in enumerate(entries):
        parent = numbers[entry.parent] if entry.parent >= 0 else ""
        numbers.append(_number(entry, parent, used))
        sections.append(_section(page, entry, numbers[-1], parent, i in parents))
    return tuple(sections)


def _number(entry: _Entry, parent: str, used: Counter[str]) -> str:
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


def _section(page: Page, entry: _Entry, number: str, parent: str, has_children: bool) -> Section:
    folded, text = page.document.folded, page.document.text
    end = entry.start + len(folded[entry.start:entry.end].rstrip())
    begin = entry.label.end if entry.label else entry.start
    begin += len(folded[begin:end]) - len(folded[begin:end].lstrip(_LABEL_TAIL))
    stop = lead_phrase(folded, begin, end)
    return Section(
        number=number, label=text[entry.start:entry.label.end].strip() if entry.label else "",
        kind=_kind(entry, has_children), level=entry.level, title=text[begin:stop].strip(),
        span=Span(entry.start, end), head=Span(entry.start, stop), parent=parent, instrument=entry.instrument,
    )


def _kind(entry: _Entry, has_children: bool) -> str:
    if entry.label is None:
        return "paragraph"
    if entry.label.kind == "article":
        return "article"
    return "heading" if has_children or entry.label.kind in _HEADINGS else "item"
