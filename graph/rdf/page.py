"""What every writer of one document shares: its IRIs, its two graphs, and one way to say something.

The stated graph carries the document's own IRI, the inferred one the same with ``/inferred``.  A statement
that no place in the text bears is not stated, whoever made it: it goes to the inferred graph.

Statements are written as lines of N-Quads and become quads all at once (:func:`quads_of`): lines are sorted and
compared faster than quads, and to parse one takes half of the time that it takes to make a quad around a literal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from graph.model import Evidence, Statements
from graph.rdf.terms import thing

__all__ = ["Line", "Page", "describe", "quads_of"]

Term = NamedNode | Literal
Values = Term | str | None | Iterable[Term | str | None]
Line = str


def describe(graph: NamedNode, subject: NamedNode, said: Mapping[NamedNode, Values]) -> Iterator[Line]:
    """One line for each value that is there; ``None`` and ``""`` stay unsaid, a string is a plain literal."""
    start, end = str(subject), f"{graph} .\n"
    for predicate, values in said.items():
        if not values:
            continue
        for value in (values,) if isinstance(values, (str, NamedNode, Literal)) else values:
            if value:
                yield f"{start} {predicate} {Literal(value) if isinstance(value, str) else value} {end}"


def quads_of(lines: Iterable[Line]) -> Iterator[Quad]:
    """The quads that were written, in order; their terms were checked when they were made."""
    return parse("".join(lines), format=RdfFormat.N_QUADS, lenient=True)


@dataclass(frozen=True)
class Page:
    """One document's statements with the IRIs they are written under."""

    statements: Statements
    doc: NamedNode
    inferred: NamedNode
    names: dict[str, str] = field(default_factory=dict)
    measures: frozenset[str] = frozenset()

    @classmethod
    def of(cls, statements: Statements) -> Page:
        doc = thing("doc", statements.key)
        names = {e.id: e.name for e in statements.entities}
        return cls(statements, doc, thing("doc", statements.key, "inferred"), names,
                   frozenset(m.id for m in statements.measures))

    def part(self, kind: str, id: str) -> NamedNode:
        """The IRI of a part of the document: ``m`` measure, ``s`` section, ``n`` number, ``r`` responsibility …"""
        return thing("doc", self.statements.key, kind, id)

    def place(self, begin: int, end: int) -> NamedNode:
        """RFC 5147: characters ``[begin, end)`` of the raw text."""
        return NamedNode(f"{self.doc.value}#char={begin},{end}")

    def places(self, evidence: tuple[Evidence, ...]) -> list[NamedNode]:
        return [self.place(e.start, e.end) for e in evidence]

    def graph(self, evidence: tuple[Evidence, ...], *, stated: bool = True) -> NamedNode:
        return self.doc if stated and evidence else self.inferred

    def is_area(self, area: str) -> bool:
        """Whether this is the code of a place; 全市 is none until someone says which city."""
        return area[:6].isdigit() or f"place/{area}" in self.names

    def target(self, id: str) -> NamedNode | None:
        """The measure or entity with this id."""
        if id in self.measures:
            return self.part("m", id)
        return thing(id) if id else None
