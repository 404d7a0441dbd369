"""The nouns: what the stages hand to each other.

Every stage is a plain function from these values to these values, so this module is the contract
of the whole package: a :class:`Document` comes out of ``read``, mentions out of ``find``, and
:class:`Statements` out of ``relate``.  All values are frozen; all collections are tuples in a
stated order, so that equal input gives equal output byte for byte.

Two coordinate systems exist, and the types keep them apart:

* *raw* offsets count Unicode code points of the decoded file with LF line ends.  :class:`Evidence`
  is always raw: ``document.raw[start:end] == quote``.  This is what a reader can check.
* *view* offsets count code points of :attr:`Document.text`, the cleaned text in which furniture is
  gone, page seams are mended and hard line breaks are joined.  :class:`Span` and
  everything inside the pipeline is view.  :meth:`Document.evidence` is the one bridge.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = [
    "Contact", "Document", "Entity", "Evidence", "Header", "Indicator", "Measure", "Mention", "Open", "Piece",
    "Proposal", "Relation", "Repair", "Responsibility", "Section", "Span", "Statements",
]


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
        piece = self.pieces[max(0, bisect_right(self.pieces, (position, len(self.raw) + 1, 0)) - 1)]
        return piece.raw + min(position - piece.view, piece.size)

    def evidence(self, start: int, end: int) -> Evidence:
        """The raw place that holds the view range ``[start, end)``; ``end > start``.

        >>> document = Document("d", "研\\n\\n发费用", "研发费用", "研发费用", (Piece(0, 0, 1), Piece(1, 3, 3)))
        >>> document.evidence(0, 2)
        Evidence(start=0, end=4, quote='研\\n\\n发')
        """
        first, last = self.to_raw(start), self.to_raw(end - 1) + 1
        return Evidence(first, last, self.raw[first:last])


@dataclass(frozen=True, slots=True)
class Mention:
    """A typed span of the view, proposed by one rule.

    ``name`` is what the mention calls the thing, when that differs from the words covered
    (杭州、上海飞地 → 杭州飞地).  ``weight`` is how heavy the rule weighs before the arbiter, 0 to 1.  ``agreed`` names
    the independent rules or witnesses that proposed the same.
    """

    start: int
    end: int
    type: str
    name: str
    rule: str
    weight: float = 1.0
    subtype: str = ""
    agreed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """Something named.  ``id`` is the tail of its IRI: ``agency/330282/kexuejishuju``.

    ``type`` is one of FORMAT's entity types (agency, enterprise, institute, association, platform,
    programme, policy, project, place, person) or ``class`` (zt:ActorClass), ``list``, ``tier``.
    ``subtype`` refines it (``hub`` for 飞地, ``taskforce``, ``fund``, ``law`` …).  ``area`` is the GB/T 2260 code it
    belongs to.  ``period`` is (first, last) year or date from the name of a policy.  ``state`` of a policy is
    ``issued``, ``pending`` or ``cited``.  ``declared`` is the count a whole declares (八大工程 → 8).
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    subtype: str = ""
    area: str = ""
    period: tuple[str, str] | None = None
    state: str = ""
    declared: int | None = None
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Measure:
    """An action the document reports (``done``) or promises (``planned``).

    ``id`` is its section number (``3.1.3``).  ``commitment`` is the strength of a promise, one of
    ``确保 将 计划 争取 探索`` or empty.
    ``due`` is an ISO year, month or date.
    """

    id: str
    title: str
    text: str
    section: tuple[str, ...]
    status: str
    evidence: tuple[Evidence, ...]
    due: str = ""
    commitment: str = ""
    span: Span = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Indicator:
    """A number with its unit and what it counts.

    As written (``value``, ``unit``) and normalised (``base_value``, ``base_unit``).
    """

    id: str
    name: str
    value: str
    unit: str
    evidence: tuple[Evidence, ...]
    population: str = ""
    time: str = ""
    change: str = ""
    comparator: str = ""
    kind: str = "actual"
    base_value: str = ""
    base_unit: str = ""
    area: str = ""
    about: str = ""
    measure: str = ""
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Who answers for what.  ``of_id`` is a measure's or an entity's id, ``agent_id`` an entity's.

    ``role`` is lead, joint or support; ``basis`` is ``stated`` or names the inference (``issuer``, ``remit``,
    ``inherited`` …).
    """

    of: str
    of_id: str
    of_text: str
    agent: str
    agent_id: str
    role: str
    basis: str
    rule: str
    confidence: float
    evidence: tuple[Evidence, ...]
    agent_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """``s p o`` between entities (or from the document, ``s_id == ""``), by ids, with the names met."""

    s: str
    s_id: str
    p: str
    o: str
    o_id: str
    rule: str
    evidence: tuple[Evidence, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Open:
    """What was seen and not settled: listed for review, never guessed.

    ``kind``: ``unresolved`` (a name without exactly one candidate), ``repair`` (a guessed mend), ``conflict``,
    ``count``.
    """

    kind: str
    text: str
    why: str
    evidence: tuple[Evidence, ...]
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statements:
    """Everything one document says, each item with its witness, sorted by place in the text.

    ``home`` is the GB/T 2260 code of the issuer's area ("" for a national body), ``key`` the tail of the
    document's IRI: ``330282/cikejian-2025-1``.
    """

    document: Document
    key: str
    home: str
    entities: tuple[Entity, ...] = ()
    measures: tuple[Measure, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    relations: tuple[Relation, ...] = ()
    open: tuple[Open, ...] = ()
