"""RDF: TriG, N-Quads and JSON-LD keep the graphs; Turtle is their union."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from textwrap import indent
from typing import Any, BinaryIO

from pyoxigraph import Quad, RdfFormat, Triple, parse, serialize

from graph.export.sorting import in_order
from graph.store.facts import curie
from graph.store.terms import PREFIXES, RUNS
from graph.store.view import View

__all__ = ["quads_of", "trig", "write_jsonld", "write_nq", "write_trig", "write_ttl"]


BATCH = 10_000  # lines that are parsed and written at a time


def quads_of(view: View) -> Iterator[Quad]:
    """All quads but provenance, the older versions' too, in no order."""
    yield from (quad for quad in view.quads() if getattr(quad.graph_name, "value", "") != RUNS)
    for key, hashes in view.versions().items():
        for text_hash in hashes:
            yield from view.version(key, text_hash)


def write_nq(view: View, file: BinaryIO) -> None:
    file.writelines(in_order(f"{quad} .\n".encode() for quad in quads_of(view)))


def write_trig(view: View, file: BinaryIO) -> None:
    """Grouped by graph, then subject, so that a difference between two files is easy to read."""
    lines = in_order(f"{quad.graph_name}\t{quad} .\n".encode() for quad in quads_of(view))
    graphs = groupby((line.partition(b"\t") for line in lines), key=itemgetter(0))
    for number, (_, found) in enumerate(graphs):
        head, body = _parts(parse(b"".join(line for *_, line in found), format=RdfFormat.N_QUADS), RdfFormat.TRIG)
        file.write(body if number else head + body)


def trig(quads: Iterable[Quad]) -> bytes:
    return _text(sorted(quads, key=lambda quad: (str(quad.graph_name), str(quad))), RdfFormat.TRIG)


def write_ttl(view: View, file: BinaryIO) -> None:
    """The union of the current documents: Turtle knows no graphs."""
    stated = (quad for quad in view.quads() if getattr(quad.graph_name, "value", "") != RUNS)
    lines = in_order(f"{quad.triple} .\n".encode() for quad in stated)
    subjects = (found for _, found in groupby(lines, key=lambda line: line.split(b" ", 1)[0]))
    for number, found in enumerate(_together(subjects)):
        head, body = _parts(parse(b"".join(found), format=RdfFormat.N_TRIPLES), RdfFormat.TURTLE)
        file.write(body if number else head + body)


def _together(groups: Iterable[Iterable[bytes]]) -> Iterator[list[bytes]]:
    """Several groups of lines at a time, none of them parted."""
    held: list[bytes] = []
    for group in groups:
        held += group
        if len(held) >= BATCH:
            yield held
            held = []
    if held:
        yield held


def write_jsonld(view: View, file: BinaryIO) -> None:
    """With a context, so that keys read ``zt:holder`` and not as whole IRIs."""
    import json

    lines = in_order(f"{quad.graph_name}\t{quad} .\n".encode() for quad in quads_of(view))
    graphs = groupby((line.partition(b"\t") for line in lines), key=itemgetter(0))
    context = json.dumps({"@context": PREFIXES}, ensure_ascii=False, indent=1)
    file.write(context.removesuffix("\n}").encode() + b',\n "@graph": [')
    between = "\n"
    for _, found in graphs:
        quads = parse(b"".join(line for *_, line in found), format=RdfFormat.N_QUADS)
        for each in _compact(json.loads(serialize(quads, format=RdfFormat.JSON_LD) or b"[]")):
            file.write((between + indent(json.dumps(each, ensure_ascii=False, indent=1), "  ")).encode())
            between = ",\n"
    file.write(b"\n ]\n}\n")


def _compact(said: Any) -> Any:
    """JSON-LD with its IRIs shortened by the prefixes; literals stay as they are.

    >>> _compact([{"@id": "https://w3id.org/zhengtu/id/a", "http://purl.org/dc/terms/title": [{"@value": "甲"}]}])
    [{'@id': 'id:a', 'dct:title': [{'@value': '甲'}]}]
    """
    if isinstance(said, list):
        return [_compact(each) for each in said]
    if not isinstance(said, dict) or "@value" in said:
        return said if not isinstance(said, dict) else {
            key: curie(value) if key == "@type" else value for key, value in said.items()}
    return {curie(key): curie(value) if key == "@id" else _compact(value) for key, value in said.items()}


def _text(quads: Iterable[Quad] | Iterable[Triple], form: RdfFormat) -> bytes:
    return b"".join(_parts(quads, form))


def _parts(quads: Iterable[Quad] | Iterable[Triple], form: RdfFormat) -> tuple[bytes, bytes]:
    """Serialised with the prefixes in order: pyoxigraph writes them in another order each time."""
    prefixes = {name: iri for name, iri in PREFIXES.items() if name != "id"}  # ids hold slashes, which would be escaped
    lines = (serialize(quads, format=form, prefixes=prefixes) or b"").splitlines(keepends=True)
    head = [line for line in lines[:len(prefixes)] if line.startswith(b"@prefix")]
    return b"".join(sorted(head)), b"".join(lines[len(head):])
