"""What every writer of one document shares: its IRIs, its two graphs, and one way to say something.

The stated graph carries the document's own IRI, the inferred one the same with ``/inferred``.  A statement
that no place in the text bears is not stated, whoever made it: it goes to the inferred graph.

Statements are written as lines of N-Quads and become quads all at once (:func:`quads_of`): lines are sorted and
compared faster than quads, and to parse one takes half of the time that it takes to make a quad around a literal.
Lines are kept by subject, which stands once for all of them until the end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from graph.model import Evidence, Statements
from graph.rdf.terms import Spelled, spelled, thing

__all__ = ["Block", "Page", "Values", "describe", "quads_of"]

Term = NamedNode | Literal | Spelled
Values = Term | None | Iterable[Term | None]


class Block(NamedTuple):
    """What is said of a subject: the lines of N-Quads without it."""

    subject: Spelled
    lines: list[str]


def describe(graph: NamedNode, subject: NamedNode | Spelled, said: Mapping[NamedNode, Values]) -> Block:
    """One line for each value that is there; ``None`` stays unsaid."""
    lines: list[str] = []
    end = f"{spelled(graph)} .\n"
    for predicate, values in said.items():
        if isinstance(values, str):
            lines.append(f"{spelled(predicate)} {values} {end}")
        elif isinstance(values, (NamedNode, Literal)):
            lines.append(f"{spelled(predicate)} {spelled(values)} {end}")
        elif values:
            start = spelled(predicate)
            lines += [f"{start} {_spelled(value)} {end}" for value in values if value]
    return Block(_spelled(subject), lines)


def _spelled(term: Term) -> Spelled:
    return term if isinstance(term, str) else spelled(term)


def quads_of(blocks: Iterable[Block]) -> Iterator[Quad]:
    """The quads that were written, each once, in the order of their lines; their terms were checked when made."""
    found: defaultdict[Spelled, list[str]] = defaultdict(list)
    for subject, lines in blocks:
        if lines:
            found[subject] += lines
    # no IRI begins with another and its closing bracket, so lines sorted by subject first are sorted
    written = (f"{subject} {f'{subject} '.join(sorted(set(found[subject])))}" for subject in sorted(found))
    return parse("".join(written), format=RdfFormat.N_QUADS, lenient=True)


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

    def place(self, begin: int, end: int) -> Spelled:
        """RFC 5147: characters ``[begin, end)`` of the raw text."""
        return Spelled(f"<{self.doc.value}#char={begin},{end}>")

    def places(self, evidence: tuple[Evidence, ...]) -> list[Spelled]:
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
