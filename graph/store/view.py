"""Reading a store: what every backend offers.

The default graph of a query is the union of the current documents' graphs, the provenance and the decisions.
(Without that union a query over named graphs answers nothing, silently.  Naming the graphs one by one is no way
out: over 4,000 graphs a scan that takes 1.2 s ran for minutes.  So texts that a later one has replaced do
not live in the database but in ``versions/``.)
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode, Quad, QuerySolutions

from graph.errors import QueryError
from graph.store.dated import Dated
from graph.store.facts import Facts, curie
from graph.store.names import Entry
from graph.store.sparql import Results
from graph.store.terms import key_of

if TYPE_CHECKING:
    import rdflib

__all__ = ["View", "plain"]



class View(ABC):
    """A store opened for reading: one consistent state, from opening to closing.  Use it in a ``with`` statement."""

    location: str

    @abstractmethod
    def query(self, sparql: str) -> Results:
        """The results of a SPARQL 1.1 query; the usual prefixes (``zt: id: skos: dct: …``) need no declaration.

        :raises QueryError: if it does not parse
        """

    @abstractmethod
    def search(self, text: str, kinds: Iterable[str] = ()) -> Iterator[Entry]:
        """Everything, or all of these kinds, whose names, pinyin or text hold all words of ``text``, unranked."""

    @abstractmethod
    def entries(self) -> Iterator[Entry]:
        """Everything that can be looked up."""

    @abstractmethod
    def dated(self) -> list[Dated]:
        """Everything that happens or falls due at a time, in order."""

    @abstractmethod
    def quads(self) -> Iterator[Quad]:
        """All quads but those of older versions, in no order."""

    @abstractmethod
    def graph(self, name: str) -> Iterator[Quad]:
        """The quads of one graph, in no order."""

    @abstractmethod
    def decided(self) -> View:
        """The documents as people decided them, for queries, pictures and tables: see :mod:`graph.store.decided`.

        It lives no longer than this view.
        """

    @abstractmethod
    def versions(self) -> dict[str, list[str]]:
        """The hashes of replaced texts by document key."""

    @abstractmethod
    def version(self, key: str, text_hash: str) -> Iterable[Quad]:
        """The quads of one replaced text."""

    def select(self, sparql: str) -> list[dict[str, str]]:
        """The rows of a SELECT query with terms as plain strings; what is unbound is "".

        >>> from graph.store import memory_view
        >>> memory_view([]).select("SELECT ?a WHERE { VALUES ?a { 1 UNDEF } }")
        [{'a': '1'}, {'a': ''}]
        """
        results = self.query(sparql)
        if not isinstance(results, QuerySolutions):
            raise QueryError("这里要用 SELECT 查询")
        names = [variable.value for variable in results.variables]
        return [{name: plain(row[name]) for name in names} for row in results]

    def facts(self, iris: Iterable[str], only: Iterable[str] = ()) -> dict[str, Facts]:
        """What is said of each of these things, by property: all of it, or ``only`` these properties.

        >>> from graph.store import memory_view
        >>> memory_view([]).facts(["https://w3id.org/zhengtu/id/place/330282"])
        {'https://w3id.org/zhengtu/id/place/330282': {}}
        """
        found = {iri: Facts() for iri in iris}
        wanted = f"VALUES ?p {{ {' '.join(only)} }}" if only else ""
        rows = self.select(f"SELECT DISTINCT ?s ?p ?o WHERE {{ VALUES ?s {{ {_nodes(found)} }} {wanted} ?s ?p ?o }} "
                           "ORDER BY ?o")
        for row in rows:
            found[row["s"]].setdefault(curie(row["p"]), []).append(row["o"])
        return found

    def subjects(self, name: str, iris: Iterable[str]) -> list[str]:
        """The things whose property ``name`` (``zt:holder``) points to one of ``iris``, each once."""
        rows = self.select(f"SELECT DISTINCT ?s WHERE {{ VALUES ?o {{ {_nodes(iris)} }} ?s {name} ?o }} ORDER BY ?s")
        return [row["s"] for row in rows]

    def column(self, name: str, graph: str) -> dict[str, str]:
        """Every thing in one graph with its value of a property."""
        rows = self.select(f"SELECT ?s ?o WHERE {{ GRAPH {NamedNode(graph)} {{ ?s {name} ?o }} }} ORDER BY ?s DESC(?o)")
        return {row["s"]: row["o"] for row in rows}

    def keys(self) -> list[str]:
        """The keys of the current documents, sorted."""
        rows = self.select("SELECT DISTINCT ?d WHERE { ?d a zt:Document }")
        return sorted(key_of(row["d"]) for row in rows)

    def rdflib(self) -> rdflib.Dataset:
        """The same data for those who program with rdflib; see :mod:`graph.store.bridge`."""
        from graph.store.bridge import dataset

        return dataset(self)

    def close(self) -> None:  # noqa: B027 - a view in memory has nothing to let go of
        """Let go of the store; a view must not be used afterwards."""

    def __enter__(self) -> View:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def plain(term: Any) -> str:
    """A term as people read it: the IRI, or the words of the literal."""
    return "" if term is None else str(term.value) if hasattr(term, "value") else str(term)


def _nodes(iris: Iterable[str]) -> str:
    """For a VALUES block; quoting is the store's own."""
    return " ".join(str(NamedNode(iri)) for iri in iris if iri)
