"""What a check reports, and the page of one document that checks look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from graph.model import Evidence
from graph.rdf.facts import Facts
from graph.rdf.terms import ID, ZT
from graph.store.update import document_graphs
from graph.store.view import View

__all__ = ["Finding", "Sheet", "sheets", "sheets_of"]


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """Something that does not hold.

    ``severity`` is ``error`` (the graph is wrong) or ``warning`` (someone should look).  ``focus`` is the IRI it is
    about, ``document`` a document's key, ``place`` the characters of its raw text, as ``120-134``.
    """

    document: str
    severity: str
    rule: str
    focus: str
    zh: str
    en: str
    place: str = ""


@dataclass(frozen=True)
class Sheet:
    """The quads of one document, with the lookups that checks need."""

    quads: tuple[Quad, ...]
    facts: Facts

    @property
    def key(self) -> str:
        return self.facts.key

    def finding(self, rule: str, focus: NamedNode, zh: str, en: str, *, severity: str = "error") -> Finding:
        return Finding(self.key, severity, rule, focus.value, zh, en, self.place(focus))

    def place(self, focus: NamedNode) -> str:
        """Where in the text the focus is witnessed first."""
        cited = self.facts.evidence(focus) or self._itself(focus)
        return f"{cited[0].start}-{cited[0].end}" if cited else ""

    def _itself(self, focus: NamedNode) -> tuple[Evidence, ...]:
        return (self.facts.place(focus),) if "#char=" in focus.value else ()


def sheets(quads: Iterable[Quad]) -> Iterator[Sheet]:
    """One sheet for each document, by key; quads of other graphs (runs, curation) belong to none."""
    graphs: defaultdict[str, list[Quad]] = defaultdict(list)
    for quad in quads:
        if isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.startswith(ID + "doc/"):
            graphs[quad.graph_name.value.removesuffix("/inferred")].append(quad)
    for name in sorted(graphs):
        found = tuple(graphs[name])
        if any(quad.object == ZT.Document for quad in found):
            yield Sheet(found, Facts(found))


def sheets_of(view: View) -> Iterator[Sheet]:
    """The sheets of a store's documents, one read at a time."""
    for key in view.keys():  # noqa: SIM118 - no mapping
        found = tuple(quad for graph in document_graphs(key) for quad in view.graph(graph.value))
        yield Sheet(found, Facts(found))
