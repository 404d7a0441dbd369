"""What a document says: mentions as they were found, and the statements made of them."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.document import Document, Evidence, Span

__all__ = ["Entity", "Indicator", "Measure", "Mention", "Open", "Relation", "Responsibility", "Statements"]


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

    As written (``value``, ``unit``) and normalised (``base_value``, ``base_unit``).  ``counted`` is ``stock`` (what
    there is at a time), ``flow`` (what came in a period) or "" where no word tells.
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
    counted: str = ""


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
