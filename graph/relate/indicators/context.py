"""Where a number stands: its block, the headings over it, and the periods that reach it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from graph.find.numbers import Period, find_periods
from graph.model import Document, Span
from graph.relate.indicators.cues import genres

__all__ = ["Block", "Scene", "scene"]

MARK = re.compile(r"#*\s*(?:([一二三四五六七八九十]+、)|([(（][一二三四五六七八九十]+[)）])|(\d{1,2}[.、．](?!\d)))")
YEAR = re.compile(r"〔((?:19|20)\d\d)〕|[(（\[]((?:19|20)\d\d)[)）\]]\s?\d+\s?号")


ENUMERATED = re.compile("[一二三四五六七八九十]{1,2}是|其[一二三四五六七八九十]|[首其]次|再次|最后|此外")
ITEM = re.compile(rf"{ENUMERATED.pattern}|[①-⑳]|\d{{1,2}}[.、．)]|[(（][一二三四五六七八九十\d]+[)）]|—|·")

SUBJECT = re.compile(r"((?:19|20)\d\d)年(?![^\n]{0,6}月[^\n]{0,4}日)[^\n。]{0,40}(?:统计公报|经济运行)")
YEARS = re.compile("[、,，和与及到]+")
SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]*[”’」]?")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or item at ``[start, end)`` with the headings over it, innermost first.

    A period named from ``carry`` on reaches into the block: 一是…二是… share the time of their paragraph.  A line that
    ends with a colon is a heading to the items below it.
    """

    start: int
    end: int
    headings: tuple[Span, ...]
    carry: int

    def sentences(self, text: str) -> Iterator[tuple[int, int]]:
        """The sentences of the block; a full stop, not a semicolon, ends one."""
        for match in SENTENCE.finditer(text, self.start, self.end):
            yield match.span()


@dataclass(frozen=True, slots=True)
class Scene:
    """A document as the number reader needs it.  ``year`` is the document's own, ``default`` the period that a
    bulletin speaks of throughout."""

    document: Document
    text: str
    year: int | None
    default: str
    periods: tuple[Period, ...]
    blocks: tuple[Block, ...]

    def period_before(self, start: int, end: int, near: bool = False) -> Period | None:
        """The last period that begins in ``[start, end)`` and reaches ``end``; ``near`` if both are in one sentence."""
        index = bisect_left(self.periods, end, key=lambda p: p.start) - 1
        while index >= 0 and (period := self.periods[index]).start >= start:
            scope = period.scope
            if scope == "text" or (near and (scope == "sentence" or end - period.end < 4)):
                return period
            index -= 1
        return None

    def time_at(self, block: Block, start: int, at: int, rank: int = 0) -> tuple[str, tuple[int, int] | None]:
        """The period that holds at ``at`` in the sentence from ``start``, and where it is said: in the sentence itself,
        in the paragraph so far, in a heading, or (no place) for the whole document.  ``rank`` picks from several
        years that answer as many numbers (到2025年和2030年,…分别达到)."""
        period = self.period_before(start, at, near=True) or self.period_before(block.carry, start)
        if rank > 1 and period and period.start >= start:
            period = self._listed(period, rank) or period
        for heading in block.headings:
            period = period or self.period_before(heading.start, min(heading.end, start))
        return (period.iso, (period.start, period.end)) if period else (self.default, None)

    def _listed(self, last: Period, rank: int) -> Period | None:
        index = self.periods.index(last) - rank + 1
        run = self.periods[max(index, 0):index + rank]
        joined = all(YEARS.fullmatch(self.text[a.end:b.start]) for a, b in pairwise(run))
        return run[0] if joined and len(run) == rank else None

    def headings(self, block: Block) -> tuple[str, ...]:
        return tuple(self.text[span.start:span.end] for span in block.headings)


def scene(document: Document) -> Scene:
    """Blocks, periods and the year of ``document``."""
    text, genre, year = document.folded, document.header.genre, _year(document)
    titled = re.search(r"((?:19|20)\d\d)年", _title(document)) if genre in genres("report") else None
    subject = SUBJECT.search(text[:400]) or titled
    default = subject[1] if subject else ""
    now = int(default) if default and genre == "bulletin" else year
    return Scene(document, text, year, default, find_periods(text, now), tuple(_blocks(document)))


def _title(document: Document) -> str:
    return document.header.title or document.folded.lstrip().split("\n", 1)[0]


def _year(document: Document) -> int | None:
    header = document.header
    if header.date[:4].isdigit():
        return int(header.date[:4])
    found = None if header.year else YEAR.search(document.folded[:400])
    return header.year or (int(found[1] or found[2]) if found else None)


def _blocks(document: Document) -> Iterator[Block]:
    body = document.body if document.body.end else Span(0, len(document.text))
    starts = {body.start, *(m.end() for m in re.finditer("\n", document.text))}
    starts |= {section.span.start for section in document.sections}
    edges = sorted(edge for edge in starts if body.start <= edge < body.end)
    stack, carry, lead = _Stack(document), body.start, None
    for start, end in zip(edges, [*edges[1:], body.end], strict=True):
        line = document.folded[start:end].strip()
        carry = carry if ENUMERATED.match(line) else start
        lead = lead if lead and ITEM.match(line) else None
        yield Block(start, end, (*([lead] if lead else []), *stack.over(start, end)), carry)
        if line.endswith((":", "：")):
            lead = Span(start, end)


class _Stack:
    """The headings open at a position, from the outline or, without one, from numbered short lines."""

    def __init__(self, document: Document) -> None:
        self.document, self.open, self.next = document, list[tuple[int, int, Span]](), 0

    def over(self, start: int, end: int) -> tuple[Span, ...]:
        if self.document.sections:
            self._enter(start)
        else:
            self._guess(start, end)
        return tuple(span for _, _, span in reversed(self.open))

    def _enter(self, start: int) -> None:
        sections = self.document.sections
        while self.next < len(sections) and sections[self.next].span.start <= start:
            section = sections[self.next]
            self.open.append((section.level, section.span.end, section.head))
            self.next += 1
        self.open = [entry for entry in self.open if entry[1] > start]

    def _guess(self, start: int, end: int) -> None:
        line = self.document.folded[start:end]
        if (mark := MARK.match(line)) and mark.lastindex:
            level = mark.lastindex
            self.open = [entry for entry in self.open if entry[0] < level]
            stop = line.find("。")
            self.open.append((level, 0, Span(start, start + (stop if 0 < stop < 40 else min(len(line), 40)))))
