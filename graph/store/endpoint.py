"""A store behind a SPARQL 1.1 endpoint: the second backend, for a team that runs a server already.

Queries go to the URL, updates to the same URL with ``/query`` replaced by ``/update`` (as Oxigraph and Fuseki name
them), or to the URL itself.  The current documents' graphs are sent as ``default-graph-uri``, since few servers take
their union by themselves; the older versions lie in graphs ``…/v/HASH`` of the same dataset, and what people's
decisions change in a graph in another one, ``…/decided``, that is sent in its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import (
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    parse,
    parse_query_results,
)

from graph.store.dated import Dated
from graph.store.memory import MemoryView
from graph.store.names import Entry
from graph.store.requests import post
from graph.store.sparql import Results
from graph.store.terms import DECIDED, PREFIXES, is_decided, is_version, key_of
from graph.store.view import View

__all__ = ["EndpointView"]

_SELECT, _GRAPH = "application/sparql-results+json", "application/n-triples"


class EndpointView(View):
    """The current documents of a remote dataset, as they are or ``as_decided``."""

    def __init__(self, url: str, *, as_decided: bool = False) -> None:
        self.location, self._as_decided = url, as_decided
        self._graphs: dict[str, str] | None = None
        self._local: MemoryView | None = None

    def query(self, sparql: str) -> Results:
        graphs = [("default-graph-uri", graph) for graph in self.graphs().values()]
        return self._ask(sparql, graphs)

    def graphs(self) -> dict[str, str]:
        """The named graphs of this view, asked for once, and what stands in for them."""
        if self._graphs is None:
            names = self.names()
            known = {name for name in names if self._as_decided and is_decided(name)}
            own = [name for name in names if not (is_version(name) or is_decided(name))]
            self._graphs = {name: name + DECIDED if name + DECIDED in known else name for name in own}
        return self._graphs

    def names(self) -> list[str]:
        """All named graphs of the dataset."""
        found = self._ask("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", [])
        assert isinstance(found, QuerySolutions)
        return sorted(str(row["g"].value) for row in found)

    def decided(self) -> View:
        return EndpointView(self.location, as_decided=True)

    def quads(self) -> Iterator[Quad]:
        for name in self.graphs():
            yield from self.graph(name)

    def entries(self) -> Iterator[Entry]:
        return self._copy().entries()

    def search(self, text: str, kinds: Iterable[str] = ()) -> Iterator[Entry]:
        return self._copy().search(text, kinds)

    def dated(self) -> list[Dated]:
        return self._copy().dated()

    def versions(self) -> dict[str, list[str]]:
        held: dict[str, list[str]] = {}
        for name in self.names():
            if is_version(name) and not name.endswith("/inferred"):
                held.setdefault(key_of(name), []).append(name.rpartition("/")[2])
        return held

    def version(self, key: str, text_hash: str) -> Iterable[Quad]:
        from graph.store.versions import version_graph

        for suffix in ("", "/inferred"):
            yield from self.graph(version_graph(f"{PREFIXES['id']}doc/{key}{suffix}", key, text_hash))

    def _copy(self) -> MemoryView:
        """A copy in memory: Chinese search by the names file's rules is no part of SPARQL."""
        if self._local is None:
            self._local = MemoryView(self.quads(), self.location)
        return self._local

    def graph(self, name: str) -> Iterator[Quad]:
        node, held = NamedNode(name), NamedNode(self.graphs().get(name, name))
        body, _ = post(self.location, [("query", f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {held} {{ ?s ?p ?o }} }}")],
                        _GRAPH)
        for quad in parse(body, format=RdfFormat.N_TRIPLES):
            yield Quad(quad.subject, quad.predicate, quad.object, node)

    def _ask(self, sparql: str, graphs: list[tuple[str, str]]) -> Results:
        declared = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
        body, kind = post(self.location, [("query", declared + sparql), *graphs], f"{_SELECT}, {_GRAPH};q=0.9")
        if kind == _GRAPH:
            return MemoryView(parse(body, format=RdfFormat.N_TRIPLES)).query("CONSTRUCT WHERE { ?s ?p ?o }")
        results = parse_query_results(body, format=QueryResultsFormat.JSON)
        assert isinstance(results, QuerySolutions | QueryBoolean)
        return results
