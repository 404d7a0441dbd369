"""How much of a text the statements use: what nothing uses is where misses hide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.model import Document, Evidence, Span, Statements

__all__ = ["Coverage", "coverage"]

NOTHING, STRUCTURE, STATEMENT = 0, 1, 2
_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Shares of the characters that are no white space, from 0 to 1, and the sentences no statement touches.

    ``by_kind`` says which share each kind of statement uses; kinds overlap.
    """

    characters: int
    statements: float
    structure: float
    nothing: float
    by_kind: dict[str, float]
    unused: tuple[Evidence, ...]


def coverage(statements: Statements) -> Coverage:
    """What the statements of a document use of its raw text.

    Structure is what frames the text: header elements, headings and labels, and the furniture that was cleared away.
    """
    document = statements.document
    kinds = {name: _places(getattr(statements, name))
             for name in ("entities", "measures", "indicators", "responsibilities", "relations")}
    marks = _painted(len(document.raw), _structure(document), STRUCTURE)
    for places in kinds.values():
        _paint(marks, places, STATEMENT)
    solid = [i for i, character in enumerate(document.raw) if not character.isspace()]
    used, framed, rest = (_share(solid, marks, level) for level in (STATEMENT, STRUCTURE, NOTHING))
    by_kind = {name: _share(solid, _painted(len(marks), found, STATEMENT), STATEMENT) for name, found in kinds.items()}
    return Coverage(len(solid), used, framed, rest, by_kind, tuple(_unused(document, marks)))


def _places(items: Iterable[object]) -> list[tuple[int, int]]:
    return [(place.start, place.end) for item in items for place in item.evidence]  # type: ignore[attr-defined]


def _structure(document: Document) -> Iterator[tuple[int, int]]:
    for places in document.header.witness.values():
        yield from ((place.start, place.end) for place in places)
    for section in document.sections:
        if section.head.end > section.head.start:
            yield document.evidence(*section.head)[:2]
    yield from ((repair.start, repair.end) for repair in document.repairs)


def _painted(length: int, places: Iterable[tuple[int, int]], level: int) -> bytearray:
    marks = bytearray(length)
    _paint(marks, places, level)
    return marks


def _paint(marks: bytearray, places: Iterable[tuple[int, int]], level: int) -> None:
    for start, end in places:
        marks[start:end] = bytes([level]) * (end - start)


def _share(solid: list[int], marks: bytearray, level: int) -> float:
    return sum(marks[i] == level for i in solid) / len(solid) if solid else 0.0


def _unused(document: Document, marks: bytearray) -> Iterator[Evidence]:
    """Sentences that hold words and no character of a statement or of the frame."""
    for start, end in _sentences(document):
        if not any(marks[start:end]) and re.search(r"\w", document.raw[start:end]):
            yield Evidence(start, end, document.raw[start:end])


def _sentences(document: Document) -> Iterator[tuple[int, int]]:
    """Raw ranges of the sentences; a document read back from a store has none, so its text is cut at the marks."""
    if document.sentences:
        yield from (document.evidence(*span)[:2] for span in document.sentences if _holds(span))
    else:
        yield from (match.span() for match in _SENTENCE.finditer(document.raw))


def _holds(span: Span) -> bool:
    return span.end > span.start
