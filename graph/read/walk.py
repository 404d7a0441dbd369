"""One pass over an instrument: its labels and paragraphs become entries, each below the one it belongs to.

A label with nothing but a title on its line is a heading: the paragraphs below it are entries of their own.  A label
with text on its line takes the unlabelled paragraphs below as its continuation.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from graph.read.fields import find_fields
from graph.read.header.page import Page
from graph.read.instruments import Instrument
from graph.read.knowledge import pattern, words
from graph.read.labels import Label, find_labels
from graph.read.phrases import is_bare
from graph.read.series import Node, grow

__all__ = ["Entry", "Walk"]

_PARAGRAPH = 60  # letters of a line that is a paragraph below a title


@dataclass(frozen=True, slots=True)
class Entry:
    """A section in the making: a labelled one, or a paragraph (``label`` is None) or a heading without a number
    (``heads``); ``parent`` is an index or -1."""

    start: int
    end: int
    label: Label | None
    parent: int
    level: int
    instrument: int
    heads: bool = False


class Walk:
    """Adds the entries of one part of an instrument to those before it, all below the entry ``root`` (-1: on top).

    ``places`` leads from a node's index to its entry's.  ``thread`` is the entry of the last paragraph that took up the
    thread (下一步，我局将：) and the kind of the series that it introduces.
    """

    def __init__(
        self, page: Page, entries: list[Entry], instrument: Instrument, index: int, root: int = -1,
    ) -> None:
        self.page, self.entries, self.instrument, self.index, self.root = page, entries, instrument, index, root
        self.fields: set[int] = set()
        self.resumes = [page.spans[i].start for i in range(instrument.first, instrument.closing) if _resumes(page, i)]
        self.nodes = self._grow() if instrument.closing > instrument.first else []
        self.starts = [node.label.start for node in self.nodes]
        self.places: list[int] = []
        self.thread: tuple[int, str] = (-1, "")

    def _grow(self) -> list[Node]:
        page, (first, closing, _) = self.page, self.instrument
        skipped = [page.spans[i] for i in page.structural if first <= i < closing]
        found = find_labels(page.document.folded, page.spans[first].start, page.spans[closing - 1].end)
        labels = [label for label in found if not any(start <= label.start < end for start, end in skipped)]
        fields = find_fields(page.document.folded, labels)
        self.fields = {labels[i].start for i in fields}
        labels = [label for i, label in enumerate(labels) if i not in fields]
        return grow(labels, self.resumes, {label.start for label in labels if _is_bare(page, label)})

    def run(self) -> None:
        for i in range(self.instrument.first, self.instrument.last):
            start, end = self.page.spans[i]
            mine = range(bisect_left(self.starts, start), bisect_left(self.starts, end))
            leads = bool(mine) and self.starts[mine[0]] == start
            holder = -1 if leads or i in self.page.structural else self._paragraph(i, mine)
            for k in mine:
                self._labelled(k, holder)

    def _paragraph(self, i: int, mine: range) -> int:
        """Add an unlabelled paragraph, unless it continues, or leads over to, items of the section above."""
        owner = self._owner(mine.start - 1) if i < self.instrument.closing else -1
        takes_up = _resumes(self.page, i)
        while takes_up and owner >= 0 and not self._is_heading(owner):
            owner = self.entries[owner].parent
        listed = self.page.spans[i].start in self.fields or pattern("outline", "list_line").match(self.page.text(i))
        if listed and self._completes_title(i):
            return -1
        continues = owner >= 0 and self.entries[owner].label and (mine or listed or not self._is_heading(owner))
        if continues and not takes_up:
            return -1
        span = self.page.spans[i]
        self._add(span.start, span.end, None, owner)
        if takes_up:
            self.thread = (len(self.entries) - 1, "")
        return len(self.entries) - 1

    def _completes_title(self, i: int) -> bool:
        """Whether a list of bodies belongs to the unnumbered title on the line above; it then becomes part of it."""
        last, above = self.entries[-1] if self.entries else None, self.page.spans[i - 1]
        if last is None or last.label or (last.start, last.end) != above or "。" in self.page.text(i - 1):
            return False
        self.entries[-1] = replace(last, end=self.page.spans[i].end)
        return True

    def _labelled(self, k: int, holder: int) -> None:
        node = self.nodes[k]
        parent = self.places[node.parent] if node.parent >= 0 else max(holder, self.root)
        self.places.append(len(self.entries))
        self._add(node.label.start, self._end(k), node.label, self._threaded(node.label.kind, parent))

    def _threaded(self, kind: str, parent: int) -> int:
        """The paragraph that introduces a series holds its items; a series of another kind ends that."""
        thread, series = self.thread
        if thread < 0 or self.entries[thread].parent != parent:
            return parent
        self.thread = (thread, kind) if series in ("", kind) else (-1, "")
        return max(self.thread[0], parent) if self.thread[0] >= 0 else parent

    def _end(self, k: int) -> int:
        """Where the next label of the same or a higher level stands; an enumeration in a paragraph ends with it."""
        node, page = self.nodes[k], self.page
        end = page.spans[self.instrument.closing - 1].end
        end = next((later.label.start for later in self.nodes[k + 1:] if later.level <= node.level), end)
        if node.label.kind in words("outline", "inline") and not self._heads_lines(k):
            return min(end, _line_end(page, node.label.start))
        if not _is_bare(page, node.label):
            after = bisect_left(self.resumes, node.label.start)
            end = min([end, *self.resumes[after:after + 1]])
        return end

    def _heads_lines(self, k: int) -> bool:
        """Whether 三是… stands alone on its line as the title of the paragraphs below it."""
        label = self.nodes[k].label
        end = _line_end(self.page, label.start)
        titled = label.kind == "spoken" and label.leads_line and _is_bare(self.page, label)
        below = self.page.document.folded[end + 1:_line_end(self.page, end + 1)]
        return titled and len(below) > _PARAGRAPH and self._next_starts(k) > end + 1

    def _next_starts(self, k: int) -> int:
        return self.nodes[k + 1].label.start if k + 1 < len(self.nodes) else len(self.page.document.folded)

    def _add(self, start: int, end: int, label: Label | None, parent: int) -> None:
        parent = max(parent, self.root)
        level = self.entries[parent].level + 1 if parent >= 0 else 0
        self.entries.append(Entry(start, end, label, parent, level, self.index))

    def _owner(self, last: int) -> int:
        """The entry of the block section that is open after node ``last``."""
        while last >= 0 and self.nodes[last].label.kind in words("outline", "inline") and not self._heads_lines(last):
            last = self.nodes[last].parent
        return self.places[last] if last >= 0 else -1

    def _is_heading(self, entry: int) -> bool:
        label = self.entries[entry].label
        return label is not None and _is_bare(self.page, label)


def _resumes(page: Page, index: int) -> bool:
    """Whether a paragraph takes up the thread after a list, to introduce the next one."""
    text = page.text(index)
    return any(pattern("outline", rule).match(text) for rule in ("resume", "turn"))


def _is_bare(page: Page, label: Label) -> bool:
    return label.kind != "row" and is_bare(page.document.folded[label.start:_line_end(page, label.start)])


def _line_end(page: Page, start: int) -> int:
    found = page.document.folded.find("\n", start)
    return found if found >= 0 else len(page.document.folded)
