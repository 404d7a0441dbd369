"""What every writer of one document shares: its IRIs, its two graphs, and one way to say something.

The stated graph carries the document's own IRI, the inferred one the same with ``/inferred``.  A statement
that no place in the text bears is not stated, whoever made it: it goes to the inferred graph.

Statements are written as lines of N-Quads: to spell a line takes a quarter of the time that it takes to make a quad,
and a store takes the line (:meth:`graph.store.writer.Writer.replace`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import Quad, RdfFormat, parse

from graph.model import Evidence, Statements
from graph.rdf.spelling import Spelled, thing

__all__ = ["Lines", "Page", "Values", "describe", "quads_of"]

Values = Spelled | None | Iterable[Spelled | None]
Lines = list[str]
"""Quads as N-Quads has them, without the full stop: what ``str(quad)`` gives."""


def describe(graph: Spelled, subject: Spelled, said: Mapping[Spelled, Values]) -> Lines:
    """One line for each value that is there; ``None`` stays unsaid."""
    lines: Lines = []
    for predicate, values in said.items():
        if isinstance(values, str):
            lines.append(f"{subject} {predicate} {values} {graph}")
        elif values is not None:
            lines += [f"{subject} {predicate} {value} {graph}" for value in values if value]
    return lines


def quads_of(lines: Iterable[str]) -> Iterator[Quad]:
    """The quads that were written, each once, in the order of their lines; their terms were checked when made."""
    return parse(" .\n".join([*sorted(set(lines)), ""]), format=RdfFormat.N_QUADS, lenient=True)


@dataclass(frozen=True)
class Page:
    """One document's statements with the IRIs they are written under."""

    statements: Statements
    doc: Spelled
    inferred: Spelled
    names: dict[str, str] = field(default_factory=dict)
    measures: frozenset[str] = frozenset()

    @classmethod
    def of(cls, statements: Statements) -> Page:
        doc = thing("doc", statements.key)
        names = {e.id: e.name for e in statements.entities}
        return cls(statements, doc, thing("doc", statements.key, "inferred"), names,
                   frozenset(m.id for m in statements.measures))

    def part(self, kind: str, id: str) -> Spelled:
        """The IRI of a part of the document: ``m`` measure, ``s`` section, ``n`` number, ``r`` responsibility …"""
        return thing("doc", self.statements.key, kind, id)

    def place(self, begin: int, end: int) -> Spelled:
        """RFC 5147: characters ``[begin, end)`` of the raw text."""
        return Spelled(f"{self.doc[:-1]}#char={begin},{end}>")

    def places(self, evidence: tuple[Evidence, ...]) -> list[Spelled]:
        return [self.place(e.start, e.end) for e in evidence]

    def graph(self, evidence: tuple[Evidence, ...], *, stated: bool = True) -> Spelled:
        return self.doc if stated and evidence else self.inferred

    def is_area(self, area: str) -> bool:
        """Whether this is the code of a place; 全市 is none until someone says which city."""
        return area[:6].isdigit() or f"place/{area}" in self.names

    def target(self, id: str) -> Spelled | None:
        """The measure or entity with this id."""
        if id in self.measures:
            return self.part("m", id)
        return thing(id) if id else None
