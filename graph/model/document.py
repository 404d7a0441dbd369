"""A document as it was read: its text in two coordinate systems, its header, its outline, what was repaired."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["Contact", "Document", "Evidence", "Header", "Piece", "Proposal", "Repair", "Section", "Span"]


class Evidence(NamedTuple):
    """A place in the raw text and the words that stand there (RFC 5147 ``char=start,end``)."""

    start: int
    end: int
    quote: str


class Span(NamedTuple):
    """A half-open range of the view, in code points."""

    start: int
    end: int


class Piece(NamedTuple):
    """A run of the view copied from the raw text: ``text[view:view+size] == raw[raw:raw+size]``."""

    view: int
    raw: int
    size: int


@dataclass(frozen=True, slots=True)
class Repair:
    """Something the reader changed between raw text and view.

    ``kind`` is one of ``furniture``, ``page-number``, ``hard-break``, ``split-word``, ``repeated-run``,
    ``lost-text``; ``guessed`` marks a repair that is not certain and goes to review.
    """

    kind: str
    start: int
    end: int
    guessed: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One node of the outline, in text order; its number is its path, e.g. ``3.1.2``.

    ``kind`` is ``heading`` (has a title of its own and items or text below), ``item`` (a numbered or
    enumerated item: 一是, 1., （三）, ①), ``article`` (第五条) or ``paragraph``.
    ``span`` covers the section with its children, ``head`` the label and lead phrase.
    """

    number: str
    label: str
    kind: str
    level: int
    title: str
    span: Span
    head: Span
    parent: str = ""
    instrument: int = 0


class Proposal(NamedTuple):
    """The 建议 or 提案 that a reply answers; a number with letters (A005) is kept as written."""

    session: str
    number: int | str


class Contact(NamedTuple):
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Header:
    """The elements of GB/T 9704 that were found; empty where the text does not say.

    ``witness`` maps a field's name to the places it was read from.  ``issuers`` holds all joint
    issuers (``issuer`` is the first).  ``inferred`` names the fields that no sentence states.
    """

    genre: str = "other"
    title: str = ""
    number: str = ""
    year: int | None = None
    date: str = ""
    issuer: str = ""
    issuers: tuple[str, ...] = ()
    signer: str = ""
    category: str = ""
    addressees: tuple[str, ...] = ()
    subject: str = ""
    proposal: Proposal | None = None
    cc: tuple[str, ...] = ()
    contact: Contact | None = None
    witness: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)
    inferred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A text ready to be searched: the raw witness, the cleaned view, and its structure.

    ``folded`` has the length of ``text``: digits, letters, brackets, quotes and dashes in one
    form (see :func:`graph.read.fold`), so that patterns are written once; names are cut from ``text``.
    ``body`` is the part of the view between header and tail.  ``sentences`` cover the body in order.
    """

    name: str
    raw: str
    text: str
    folded: str
    pieces: tuple[Piece, ...]
    header: Header = Header()
    sections: tuple[Section, ...] = ()
    sentences: tuple[Span, ...] = ()
    body: Span = Span(0, 0)
    repairs: tuple[Repair, ...] = ()
    sha256: str = ""

    def to_raw(self, position: int) -> int:
        """The raw offset of the view character at ``position``."""
        piece = self._piece(position)
        return piece.raw + min(position - piece.view, piece.size)

    def evidence(self, start: int, end: int) -> Evidence:
        """The raw place that holds the view range ``[start, end)``; ``end > start``.

        >>> document = Document("d", "研\\n\\n发费用", "研发费用", "研发费用", (Piece(0, 0, 1), Piece(1, 3, 3)))
        >>> document.evidence(0, 2)
        Evidence(start=0, end=4, quote='研\\n\\n发')
        """
        piece = self._piece(start)
        first = piece.raw + min(start - piece.view, piece.size)
        whole = end <= piece.view + piece.size  # nearly all places lie in one piece
        last = first + end - start if whole else self.to_raw(end - 1) + 1
        return Evidence(first, last, self.raw[first:last])

    def _piece(self, position: int) -> Piece:
        """The last piece that begins at or before ``position``."""
        return self.pieces[max(0, bisect_right(self.pieces, (position, len(self.raw) + 1, 0)) - 1)]
