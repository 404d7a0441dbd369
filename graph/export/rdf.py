"""RDF: TriG, N-Quads and JSON-LD keep the graphs; Turtle is their union."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from graph.store.terms import PREFIXES, RUNS
from graph.store.view import View

__all__ = ["quads_of", "trig", "write_jsonld", "write_nq", "write_trig", "write_ttl"]


def quads_of(view: View) -> list[Quad]:
    """All quads but provenance, the older versions' too, sorted as lines of N-Quads."""
    quads = {quad for quad in view.quads() if getattr(quad.graph_name, "value", "") != RUNS}
    for key, hashes in view.versions().items():
        for text_hash in hashes:
            quads.update(view.version(key, text_hash))
    return sorted(quads, key=str)


def write_nq(view: View, file: BinaryIO) -> None:
    file.writelines(f"{quad} .\n".encode() for quad in quads_of(view))


def write_trig(view: View, file: BinaryIO) -> None:
    """Grouped by graph, then subject, so that a difference between two files is easy to read."""
    file.write(trig(quads_of(view)))


def trig(quads: Iterable[Quad]) -> bytes:
    return _text(sorted(quads, key=lambda quad: (str(quad.graph_name), str(quad))), RdfFormat.TRIG)


def write_ttl(view: View, file: BinaryIO) -> None:
    """The union of the current documents: Turtle knows no graphs."""
    triples = {quad.triple for quad in view.quads() if getattr(quad.graph_name, "value", "") != RUNS}
    file.write(_text(sorted(triples, key=str), RdfFormat.TURTLE))


def write_jsonld(view: View, file: BinaryIO) -> None:
    file.write(serialize(quads_of(view), format=RdfFormat.JSON_LD) or b"")


def _text(quads: Iterable[Quad] | Iterable[Triple], form: RdfFormat) -> bytes:
    """Serialised with the prefixes in order: pyoxigraph writes them in another order each time."""
    prefixes = {name: iri for name, iri in PREFIXES.items() if name != "id"}  # ids hold slashes, which would be escaped
    lines = (serialize(quads, format=form, prefixes=prefixes) or b"").splitlines(keepends=True)
    head = [line for line in lines[:len(prefixes)] if line.startswith(b"@prefix")]
    return b"".join((*sorted(head), *lines[len(head):]))
