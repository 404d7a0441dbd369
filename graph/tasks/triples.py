"""A query's results as triples of IRIs: what a picture of a query is drawn from."""

from __future__ import annotations

import json

from pyoxigraph import NamedNode, RdfFormat, parse

from graph.ask.guard import Limits, run_guarded
from graph.errors import NoMatch, QueryError
from graph.store import location

__all__ = ["read_triples", "triples_of"]

Triple = tuple[str, str, str]
_ENDS = ("s", "p", "o")


def triples_of(sparql: str, store: str | None = None, seconds: float = 30.0) -> list[Triple]:
    """The triples of a CONSTRUCT, or the rows of a SELECT with columns ``s p o``; those with a literal are no links.

    :raises QueryError: as :func:`graph.ask.guard.run_guarded`, or for a query with other columns
    :raises NoMatch: if no triple is left
    """
    found = read_triples(run_guarded(location(store), sparql, "json", Limits(seconds)))
    if not found:
        raise NoMatch("查询没有结果可画", hint="要画的是实体之间的关系：s 和 o 都应是实体")
    return found


def read_triples(results: bytes) -> list[Triple]:
    """From the JSON of a table, or N-Triples.

    >>> read_triples(b'<http://x/a> <http://x/p> <http://x/b> .\\n<http://x/a> <http://x/p> "words" .')
    [('http://x/a', 'http://x/p', 'http://x/b')]
    """
    if not results.lstrip().startswith(b"{"):
        triples = parse(results, format=RdfFormat.N_TRIPLES)
        return [(t.subject.value, t.predicate.value, t.object.value) for t in triples
                if isinstance(t.subject, NamedNode) and isinstance(t.object, NamedNode)]
    table = json.loads(results)
    if not set(_ENDS) <= set(table.get("head", {}).get("vars", ())):
        raise QueryError("画图的查询要用 CONSTRUCT，或 SELECT ?s ?p ?o", hint="s、p、o 是主体、关系、客体")
    rows = table["results"]["bindings"]
    links = (row for row in rows if all(row.get(end, {}).get("type") == "uri" for end in _ENDS))
    return [(row["s"]["value"], row["p"]["value"], row["o"]["value"]) for row in links]
