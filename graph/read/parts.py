"""Headings that bear no number (2022年工作回顾, 下步打算): each opens a part of the text that is numbered alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graph.read.header.page import Page
from graph.read.instruments import Instrument
from graph.read.knowledge import pattern

__all__ = ["Part", "find_parts"]


class Part(NamedTuple):
    """``heading`` is the paragraph that names the part, -1 where none does; ``body`` are the paragraphs below it."""

    heading: int
    body: Instrument


def find_parts(page: Page, instrument: Instrument) -> Iterator[Part]:
    """The parts of an instrument, in order; mostly one without a heading."""
    first, closing, last = instrument
    headings = _headings(page, first, closing)
    edges = [*headings, last]
    if first < edges[0]:
        yield Part(-1, Instrument(first, min(closing, edges[0]), edges[0]))
    for heading, end in zip(headings, edges[1:], strict=True):
        yield Part(heading, Instrument(heading + 1, max(heading + 1, min(closing, end)), end))


def _headings(page: Page, first: int, closing: int) -> list[int]:
    """Below a numbered heading such a line is a heading of lower rank, which nothing tells how far it reaches; but
    附则 ends what is numbered."""
    found: list[int] = []
    numbered = False
    for i in range(first, closing - 1):
        text = page.text(i)
        numbered = numbered or (not found and pattern("outline", "label").match(text) is not None)
        heads = page.is_heading(i) and i not in page.structural
        if (heads and not numbered) or pattern("outline", "final_part").match(text):
            found.append(i)
    return found
