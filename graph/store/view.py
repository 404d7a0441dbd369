"""Reading a store: what every backend offers, and the embedded one.

The default graph of a query is the union of the current documents' graphs, the provenance and the decisions.
(Without that union a query over named graphs answers nothing, silently.  Naming the graphs one by one is no way
out: over 4,000 graphs a scan that takes 1.2 s ran for minutes.  So texts that a later one has replaced do
not live in the database but in ``versions/``.)
"""

from __future__ import annotations

import os
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from pyoxigraph import Quad, QueryBoolean, QuerySolutions, QueryTriples, Store

from graph.errors import QueryError, StoreCorrupt
from graph.store.keywords import UPDATES, bare_words
from graph.store.layout import Layout
from graph.store.names import Entry, Names
from graph.store.terms import PREFIXES, key_of

if TYPE_CHECKING:
    import rdflib

__all__ = ["EmbeddedView", "View", "plain"]

Results = QuerySolutions | QueryTriples | QueryBoolean
_PROLOGUE = re.compile(r"(?im)^\s*(PREFIX|BASE)\b.*$")


class View(ABC):
    """A store opened for reading: one consistent state, from opening to closing.  Use it in a ``with`` statement."""

    location: str

    @abstractmethod
    def query(self, sparql: str) -> Results:
        """The results of a SPARQL 1.1 query; the usual prefixes (``zt: id: skos: dct: …``) need no declaration.

        :raises QueryError: if it does not parse
        """

    @abstractmethod
    def search(self, text: str) -> Iterator[Entry]:
        """Everything whose names, pinyin or text hold all words of ``text``, unranked."""

    @abstractmethod
    def entries(self) -> Iterator[Entry]:
        """Everything that can be looked up."""

    @abstractmethod
    def quads(self) -> Iterator[Quad]:
        """All quads but those of older versions, in no order."""

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


class EmbeddedView(View):
    """The published snapshot of a store directory."""

    def __init__(self, path: str) -> None:
        self.location = path
        self.layout = Layout(path)
        self.layout.check()
        self.folder, self._lock = self.layout.acquire()
        try:
            self.store = Store.read_only(os.path.join(self.folder, "db"))
            self.names = Names(os.path.join(self.folder, "names.tsv"))
        except (OSError, RuntimeError) as error:
            self.close()
            raise StoreCorrupt(f"库已损坏：{_first_line(error)}", where=path, hint="删除后重新 build") from error

    def query(self, sparql: str) -> Results:
        return run(self.store, sparql)

    def search(self, text: str) -> Iterator[Entry]:
        return self.names.search(text)

    def entries(self) -> Iterator[Entry]:
        return iter(self.names)

    def quads(self) -> Iterator[Quad]:
        return iter(self.store)

    def versions(self) -> dict[str, list[str]]:
        from graph.store.versions import listed

        return listed(self.layout.versions)

    def version(self, key: str, text_hash: str) -> Iterable[Quad]:
        from graph.store.versions import read_version

        return read_version(self.layout.versions, key, text_hash)

    def close(self) -> None:
        if self._lock is not None:
            self._lock.close()


def run(store: Store, sparql: str) -> Results:
    """Query the union of all graphs; only errors of the tree in :mod:`graph.errors` come out."""
    union = not ("from" in sparql.lower() and "FROM" in bare_words(sparql))  # the union would silently win over FROM
    try:
        return store.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=union)
    except SyntaxError as error:
        if next(bare_words(_PROLOGUE.sub("", sparql)), "") in UPDATES:
            raise QueryError("这里只接受查询，不接受更新") from error
        raise QueryError(_syntax(str(error), sparql), hint="zhengtu queries 列出可套用的例子") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"查询失败：{_first_line(error)}") from error


def _syntax(said: str, sparql: str) -> str:
    """Where a query stops making sense, with the words that stand there, without the parser's list of alternatives.

    >>> _syntax("error at 1:12: expected one of …", "SELECT * { SELEKT ?s }")
    'SPARQL 写法有误：第 1 行第 12 列“SELEKT ?s }”处'
    """
    place = re.search(r"error at (\d+):(\d+)", said)
    if not place:
        return f"SPARQL 写法有误：{said.splitlines()[0][:160]}"
    line, column = int(place[1]), int(place[2])
    lines = sparql.splitlines()
    there = lines[line - 1][column - 1:column + 19].strip() if line <= len(lines) else ""
    return f"SPARQL 写法有误：第 {line} 行第 {column} 列" + (f"“{there}”处" if there else "（写到末尾还不完整）")


def _first_line(error: Exception) -> str:
    """A parser's message without its list of everything that might have followed."""
    return str(error).splitlines()[0][:160] if str(error) else type(error).__name__
