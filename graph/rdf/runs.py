"""Provenance of a build: the only quads that know the time of day, kept apart in the graph of runs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pyoxigraph import Literal, NamedNode, Quad

from graph.iri import digest
from graph.rdf.page import describe, quads_of
from graph.rdf.spelling import PROV, RDF, ZT, Spelled, plain, spelled, thing
from graph.rdf.terms import ID, XSD

__all__ = ["RUNS", "run_quads"]

RUNS = NamedNode(ID + "graph/runs")


def run_quads(
    key: str, *, version: str, lexicon_hash: str, when: datetime, source: str, text_hash: str = "",
) -> Iterator[Quad]:
    """Which program and lexicon made the document's graphs, when, and from which file.

    :param when: with a time zone, so that two machines agree.

    >>> from datetime import UTC
    >>> when = datetime(2025, 1, 2, tzinfo=UTC)
    >>> quads = run_quads("text/0", version="0.1.0", lexicon_hash="ab", when=when, source="a.txt")
    >>> {str(quad.graph_name) for quad in quads}
    {'<https://w3id.org/zhengtu/id/graph/runs>'}
    """
    moment = when.isoformat(timespec="seconds")
    run = thing("run", digest(key, version, lexicon_hash, moment, source))
    graph = spelled(RUNS)
    about = describe(graph, run, {
        RDF.type: ZT.Run, PROV.endedAtTime: Spelled(str(Literal(moment, datatype=XSD.dateTime))),
        ZT.softwareVersion: plain(version), ZT.lexiconHash: plain(lexicon_hash), ZT.sourceFile: plain(source),
        ZT.textHash: plain(text_hash)})
    return quads_of([*about, *describe(graph, thing("doc", key), {PROV.wasGeneratedBy: run})])
