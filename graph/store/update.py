"""SPARQL 1.1 updates as text: what both backends send.  One text is one transaction."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from graph.store.terms import PREFIXES, RUNS, doc_iri

__all__ = ["document_graphs", "drop_graphs", "forget_runs", "insert_data", "move_version"]


def document_graphs(key: str) -> tuple[NamedNode, NamedNode]:
    """The graph of what a document states and that of what rules conclude from it."""
    return NamedNode(doc_iri(key)), NamedNode(doc_iri(key) + "/inferred")


def drop_graphs(key: str) -> list[str]:
    return [f"DROP SILENT GRAPH {graph} ;" for graph in document_graphs(key)]


def move_version(key: str, text_hash: str) -> list[str]:
    """Keep the two graphs under the names of an older version."""
    old = document_graphs(f"{key}/v/{text_hash}")
    return [f"MOVE SILENT GRAPH {graph} TO GRAPH {kept} ;"
            for graph, kept in zip(document_graphs(key), old, strict=True)]


def forget_runs(key: str) -> list[str]:
    """Drop what the graph of runs says of a document."""
    doc, made = NamedNode(doc_iri(key)), f"<{PREFIXES['prov']}wasGeneratedBy>"
    return [f"DELETE {{ GRAPH <{RUNS}> {{ {doc} {made} ?run . ?run ?p ?o }} }} "
            f"WHERE {{ GRAPH <{RUNS}> {{ {doc} {made} ?run . ?run ?p ?o }} }} ;"]


def insert_data(quads: Iterable[Quad | str]) -> str:
    """INSERT DATA with the triples of each graph together; a quad may be given as ``str(quad)`` spells it.

    >>> insert_data([Quad(NamedNode("x:s"), NamedNode("x:p"), NamedNode("x:o"), NamedNode("x:g"))]).split("\\n")[2]
    '<x:s> <x:p> <x:o> .'
    """
    graphs: dict[str, list[str]] = {}
    for quad in quads:
        triple, _, graph = str(quad).rpartition(" ")
        graphs.setdefault(graph, []).append(triple)
    body = "\n".join(f"GRAPH {graph} {{\n" + " .\n".join(triples) + " .\n}" for graph, triples in graphs.items())
    return f"INSERT DATA {{\n{body}\n}}"
