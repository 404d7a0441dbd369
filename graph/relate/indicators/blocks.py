"""The blocks of a text, each with the headings over it: from the outline, and from numbered lines it missed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Document, Section, Span

__all__ = ["Block", "blocks"]

ENUMERATED = re.compile("[一二三四五六七八九十]{1,2}是|其[一二三四五六七八九十]|[首其]次|再次|最后|此外")
ITEM = re.compile(rf"{ENUMERATED.pattern}|[①-⑳]|\d{{1,2}}[.、．)]|[(（][一二三四五六七八九十\d]+[)）]|--|·")
MARK = re.compile(r"#*\s*(?:([一二三四五六七八九十]+、)|([(（][一二三四五六七八九十]+[)）])|(\d{1,2}[.、．](?!\d)))")
SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]*[”’」]?")
UNTIL = re.compile(r"\s*到(?:19|20)\d\d年")
LONGEST = 40  # characters of a line that may be its heading


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


def blocks(document: Document) -> Iterator[Block]:
    """The paragraphs and items of the body, in order."""
    body = document.body if document.body.end else Span(0, len(document.text))
    starts = {body.start, *(m.end() for m in re.finditer("\n", document.text))}
    starts |= {section.span.start for section in document.sections}
    edges = sorted(edge for edge in starts if body.start <= edge < body.end)
    stack, carry, lead, goal = _Stack(document), body.start, _Lead(), _Goal(document)
    for start, end in zip(edges, [*edges[1:], body.end], strict=True):
        line = document.folded[start:end].strip()
        carry = carry if ENUMERATED.match(line) else start
        over = stack.over(start, end)
        yield Block(start, end, (*lead.over(line, stack.item), *goal.over(start, end, over), *over), carry)
        if line.endswith((":", "：")):
            lead.say(document.folded, start, end)
        elif not line.startswith("--") and document.folded.startswith("--", end):
            lead.open(document.folded, start, end)


class _Lead:
    """The line that announced the items below it, with a colon or as the paragraph above lines that begin with a
    dash, until something else than its items comes."""

    def __init__(self) -> None:
        self.span: Span | None = None

    def say(self, text: str, start: int, end: int) -> None:
        """Only the last sentence announces: the whole of a long line would bring words of anything."""
        *_, last = (match.span() for match in SENTENCE.finditer(text, start, end))
        self.span = Span(*last)

    def open(self, text: str, start: int, end: int) -> None:
        """The first sentence tells the time of dashed lines: 到2025年,…显著提升。"""
        first = next(SENTENCE.finditer(text, start, end), None)
        self.span = Span(*first.span()) if first else None

    def over(self, line: str, item: int) -> tuple[Span, ...]:
        """``item`` is where the item of the outline begins that holds the line."""
        if self.span and line and not (ITEM.match(line) or item > self.span.start):
            self.span = None
        return (self.span,) if self.span else ()


class _Goal:
    """The first sentence below a heading of goals, where it says by when (到2025年,…): it holds for the paragraphs
    after it."""

    def __init__(self, document: Document) -> None:
        self.text, self.head, self.span = document.folded, Span(0, 0), Span(0, 0)

    def over(self, start: int, end: int, headings: tuple[Span, ...]) -> tuple[Span, ...]:
        """``headings`` are those over ``[start, end)``, innermost first."""
        head = next((span for span in headings if "目标" in self.text[slice(*span)]), None)
        if head and head == self.head:
            return (self.span,)
        first = next(SENTENCE.finditer(self.text, start, end), None) if head else None
        if head and first and UNTIL.match(self.text, first.start()):
            self.head, self.span = head, Span(*first.span())
        return ()


class _Stack:
    """The headings open at a position."""

    def __init__(self, document: Document) -> None:
        self.document, self.open, self.guessed, self.next = document, list[Section](), list[tuple[int, Span]](), 0

    @property
    def item(self) -> int:
        """Where the innermost item of the outline begins, -1 outside of all."""
        return max((section.span.start for section in self.open if section.kind == "item"), default=-1)

    def over(self, start: int, end: int) -> tuple[Span, ...]:
        """The headings over ``[start, end)``, innermost first; a line numbered 二、 that the outline takes for a
        paragraph (二、2025年主要工作 2025年是…) stands over what follows, as all numbered lines do without outline."""
        self._enter(start)
        self._guess(start, end)
        outlined = any(section.kind == "heading" for section in self.open)
        spans = {section.head for section in self.open} | {span for _, span in self.guessed if not outlined}
        return tuple(sorted(spans, key=lambda span: -span.start))

    def _enter(self, start: int) -> None:
        sections = self.document.sections
        self.open = [section for section in self.open if section.span.end > start]
        while self.next < len(sections) and sections[self.next].span.start <= start:
            if sections[self.next].span.end > start:
                self.open.append(sections[self.next])
            self.next += 1

    def _guess(self, start: int, end: int) -> None:
        line = self.document.folded[start:end]
        level = mark.lastindex if (mark := MARK.match(line)) else None
        if level == 1 or (level and not self.document.sections):
            self.guessed = [entry for entry in self.guessed if entry[0] < level]
            stop = line.find("。")
            size = stop if 0 < stop < LONGEST else min(len(line), LONGEST)
            self.guessed.append((level, Span(start, start + size)))
