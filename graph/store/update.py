"""SPARQL 1.1 updates as text: what both backends send.  One text is one transaction."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from graph.store.terms import DECIDED, PREFIXES, RUNS, doc_iri

__all__ = ["delete_data", "document_graphs", "drop_graphs", "forget_runs", "insert_data", "move_version", "stand_in"]


def document_graphs(key: str) -> tuple[NamedNode, NamedNode]:
    """The graph of what a document states and that of what rules conclude from it."""
    return NamedNode(doc_iri(key)), NamedNode(doc_iri(key) + "/inferred")


def drop_graphs(key: str) -> list[str]:
    """With what stands in for them, lest it outlive them."""
    names = [graph.value + suffix for graph in document_graphs(key) for suffix in ("", DECIDED)]
    return [f"DROP SILENT GRAPH {NamedNode(name)} ;" for name in names]


def stand_in(graph: NamedNode, gone: Iterable[Quad], said: Iterable[Quad]) -> list[str]:
    """A copy of a graph beside it, changed by decisions."""
    name = NamedNode(graph.value + DECIDED)
    moved = [[Quad(quad.subject, quad.predicate, quad.object, name) for quad in quads] for quads in (gone, said)]
    return [f"COPY SILENT GRAPH {graph} TO GRAPH {name} ;", delete_data(moved[0]), ";", insert_data(moved[1]), ";"]


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


def delete_data(quads: Iterable[Quad]) -> str:
    return f"DELETE DATA {{\n{_by_graph(quads)}\n}}"


def insert_data(quads: Iterable[Quad | str]) -> str:
    """INSERT DATA with the triples of each graph together; a quad may be given as ``str(quad)`` spells it.

    >>> insert_data([Quad(NamedNode("x:s"), NamedNode("x:p"), NamedNode("x:o"), NamedNode("x:g"))]).split("\\n")[2]
    '<x:s> <x:p> <x:o> .'
    """
    return f"INSERT DATA {{\n{_by_graph(quads)}\n}}"


def _by_graph(quads: Iterable[Quad | str]) -> str:
    graphs: dict[str, list[str]] = {}
    for quad in quads:
        triple, _, graph = str(quad).rpartition(" ")
        graphs.setdefault(graph, []).append(triple)
    return "\n".join(f"GRAPH {graph} {{\n" + " .\n".join(triples) + " .\n}" for graph, triples in graphs.items())
