"""The IRIs a store has to know by itself, as plain strings.

``graph.rdf`` says everything about the vocabulary, but importing it brings the model and all its dataclasses;
a lookup must answer within a blink, so it names the few terms it needs here.  A test compares the two.
"""

from __future__ import annotations

__all__ = ["CURATION", "DECIDED", "DOC", "ID", "PREFIXES", "RUNS", "SHORTCUT", "ZT", "doc_iri", "is_decided",
           "is_version", "key_of", "place_of"]

ZT = "https://w3id.org/zhengtu/def#"
ID = "https://w3id.org/zhengtu/id/"
DOC = ID + "doc/"
RUNS = ID + "graph/runs"
CURATION = ID + "graph/curation"
DECIDED = "/decided"  # ends the name of a graph that holds another one as people decided it

#: Role → what links the holder of a responsibility to what it is for.
SHORTCUT = {"lead": "leads", "joint": "sharesIn", "support": "supports"}

#: Prefixes every query may use without declaring them.
PREFIXES = {
    "zt": ZT, "id": ID,
    "dct": "http://purl.org/dc/terms/",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def doc_iri(key: str) -> str:
    """The IRI of a document, which is also that of its stated graph.

    >>> doc_iri("330282/cikejian-2025-1")
    'https://w3id.org/zhengtu/id/doc/330282/cikejian-2025-1'
    """
    return key if key.startswith(DOC) else DOC + key


def key_of(graph: str) -> str:
    """The document's key from one of its graphs; empty for a graph of no document.

    >>> key_of(DOC + "330282/cikejian-2025-1/inferred"), key_of(RUNS)
    ('330282/cikejian-2025-1', '')
    """
    return graph.removeprefix(DOC).removesuffix("/inferred").split("/v/")[0] if graph.startswith(DOC) else ""


def is_version(graph: str) -> bool:
    """Whether the graph holds a text that a later one under the same 文号 has replaced.

    >>> is_version(DOC + "330282/cikejian-2025-1/v/0123456789abcdef")
    True
    """
    return graph.startswith(DOC) and "/v/" in graph


def is_decided(graph: str) -> bool:
    """Whether the graph stands in for one of a document that a decision changes; only endpoints hold such graphs.

    >>> is_decided(DOC + "330282/cikejian-2025-1/inferred/decided")
    True
    """
    return graph.startswith(DOC) and graph.endswith(DECIDED)


def place_of(evidence: str) -> tuple[str, int, int]:
    """Document, first character and end of a place, from its IRI (RFC 5147).

    >>> place_of(DOC + "a-2025-1#char=12,20")
    ('https://w3id.org/zhengtu/id/doc/a-2025-1', 12, 20)
    """
    doc, _, place = evidence.partition("#char=")
    start, _, end = place.partition(",")
    return (doc, int(start), int(end)) if start.isdigit() and end.isdigit() else (doc, 0, 0)
