"""Names of RDF as the store and its readers have them; what is written is spelled (:mod:`graph.rdf.spelling`)."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

from pyoxigraph import NamedNode

__all__ = ["DCT", "ID", "NIF", "PROV", "RDF", "SKOS", "XSD", "ZT", "Namespace", "thing"]


class Namespace:
    """A namespace whose attributes are its terms: ``ZT.Measure``.

    >>> Namespace("https://example.org/#").Measure
    <NamedNode value=https://example.org/#Measure>
    """

    def __init__(self, base: str) -> None:
        self.base = base

    def __getattr__(self, name: str) -> NamedNode:
        """Asked for once, the term is an attribute like any other from then on."""
        node = self[name]
        setattr(self, name, node)
        return node

    def __getitem__(self, name: str) -> NamedNode:
        return NamedNode(self.base + name)


ZT = Namespace("https://w3id.org/zhengtu/def#")
ID = "https://w3id.org/zhengtu/id/"
DCT = Namespace("http://purl.org/dc/terms/")
NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
PROV = Namespace("http://www.w3.org/ns/prov#")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")

_SAFE = "/:@!$&'()*+,;=~"
_PLAIN = re.compile(rf"[\w.{re.escape(_SAFE)}-]*", re.ASCII)  # what needs no quoting: nearly all ids


@lru_cache(maxsize=8192)
def thing(*path: str) -> NamedNode:
    """The IRI of a thing from the parts of its id; anything but ASCII is percent-encoded.

    >>> thing("doc", "330282/cikejian-2025-1", "m", "3.1")
    <NamedNode value=https://w3id.org/zhengtu/id/doc/330282/cikejian-2025-1/m/3.1>
    """
    tail = "/".join(path)
    return NamedNode(ID + (tail if _PLAIN.fullmatch(tail) else quote(tail, safe=_SAFE)))
