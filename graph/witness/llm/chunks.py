"""A document in pieces that a model can answer in one go: whole sections where they fit, else whole sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from graph.model import Document, Span

__all__ = ["chunks", "halves"]

SIZE = 1500  # code points: an answer to more than that is often cut off


def chunks(document: Document, size: int = SIZE) -> Iterator[Span]:
    """Ranges of the view that cover it in order, none longer than ``size``.

    >>> from graph.read import read_text
    >>> document = read_text("某市行动方案\\n一、建设园区。建成两个。\\n二、培育企业。支持创新。")
    >>> [document.text[a:b] for a, b in chunks(document, 22)]
    ['某市行动方案\\n一、建设园区。建成两个。\\n', '二、培育企业。支持创新。']
    """
    sections = sorted({section.span.start for section in document.sections})
    sentences = sorted({sentence.start for sentence in document.sentences})
    start = 0
    while start < len(document.text):
        end = _cut(start, size, len(document.text), sections, sentences)
        yield Span(start, end)
        start = end


def halves(document: Document, span: Span) -> Iterator[Span]:
    """The range in two, cut between sentences where that is possible."""
    sentences = sorted({sentence.start for sentence in document.sentences})
    middle = _cut(span.start, (span.end - span.start + 1) // 2, len(document.text), [], sentences)
    yield Span(span.start, middle)
    yield Span(middle, span.end)


def _cut(start: int, size: int, stop: int, *orders: list[int]) -> int:
    """Where the piece from ``start`` on ends: at the last place, in the first order, that leaves half of it full."""
    if stop - start <= size:
        return stop
    for places in orders:
        last = bisect_right(places, start + size) - 1
        if last >= 0 and places[last] > start + size // 2:
            return places[last]
    return start + size
