"""Names and literals of RDF, in the one spelling that survives a store.

Oxigraph writes ``2.50`` as ``2.5``, ``nonNegativeInteger`` as ``integer`` and language tags in lower
case.  Only those forms are made here, so that what is written is what is read back.

Literals are made as N-Quads spell them: to spell a term takes a tenth of the time that it takes to make it.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import NewType
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

__all__ = [
    "DCT", "ID", "NIF", "PROV", "RDF", "SKOS", "XSD", "ZT", "Spelled", "decimal", "flag", "moment", "plain", "spelled",
    "thing", "whole", "zh",
]

Spelled = NewType("Spelled", str)
"""A term as a line of N-Quads holds it."""


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
_MOMENTS = (
    (re.compile(r"\d{4}-\d\d-\d\d", re.ASCII), "date"), (re.compile(r"\d{4}-\d\d", re.ASCII), "gYearMonth"),
    (re.compile(r"\d{4}", re.ASCII), "gYear"),
)


@lru_cache(maxsize=8192)
def thing(*path: str) -> NamedNode:
    """The IRI of a thing from the parts of its id; anything but ASCII is percent-encoded.

    >>> thing("doc", "330282/cikejian-2025-1", "m", "3.1")
    <NamedNode value=https://w3id.org/zhengtu/id/doc/330282/cikejian-2025-1/m/3.1>
    """
    tail = "/".join(path)
    return NamedNode(ID + (tail if _PLAIN.fullmatch(tail) else quote(tail, safe=_SAFE)))


@lru_cache(maxsize=8192)
def spelled(term: NamedNode) -> Spelled:
    """The term as a line of N-Quads holds it."""
    return Spelled(str(term))


def plain(text: str) -> Spelled | None:
    """A plain literal, or nothing where there are no words.

    >>> plain("市科技局"), plain("")
    ('"市科技局"', None)
    """
    if text.isprintable() and '"' not in text and "\\" not in text:
        return Spelled(f'"{text}"') if text else None
    return Spelled(str(Literal(text)))


def zh(text: str) -> Spelled | None:
    """A name shown to people, or nothing where there is none."""
    literal = plain(text)
    return Spelled(f"{literal}@zh") if literal else None


def whole(number: int | None) -> Spelled | None:
    return None if number is None else Spelled(f'"{number}"^^<{XSD.base}integer>')


def flag(value: bool) -> Spelled | None:
    """``true``, or nothing: what is not marked is not said."""
    return Spelled(str(Literal(True))) if value else None


@lru_cache(maxsize=8192)
def decimal(written: str | float) -> Spelled | None:
    """``xsd:decimal`` in canonical form, or nothing where no number stands.

    >>> decimal("1,200.50"), decimal("若干")
    ('"1200.5"^^<http://www.w3.org/2001/XMLSchema#decimal>', None)
    """
    try:
        value = Decimal(str(written).replace(",", ""))
    except InvalidOperation:
        return None
    if not value.is_finite():
        return None
    return Spelled(f'"{value.normalize() if value else Decimal(0):f}"^^<{XSD.base}decimal>')


@lru_cache(maxsize=8192)
def moment(written: str) -> Spelled | None:
    """A year, month or day with its XSD type; any other wording (2021/2025) as a plain string.

    >>> moment("2025")
    '"2025"^^<http://www.w3.org/2001/XMLSchema#gYear>'
    """
    if not written:
        return None
    kind = next((name for pattern, name in _MOMENTS if pattern.fullmatch(written)), "string")
    return Spelled(str(Literal(written, datatype=XSD[kind])))
