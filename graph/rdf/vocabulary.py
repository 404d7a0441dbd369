"""The terms of ``ontology.ttl`` with their words in two languages, for views, tables and the manual."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from graph.rdf.terms import RDF, SKOS, ZT, Namespace

__all__ = ["Term", "ontology_text", "read_terms"]

OWL = Namespace("http://www.w3.org/2002/07/owl#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
_KINDS = {
    OWL.Class: "class", OWL.ObjectProperty: "property", OWL.DatatypeProperty: "property", SKOS.ConceptScheme: "scheme",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A class, property, code list (``scheme``) or code, with its words in ``zh`` and ``en``.

    ``wider`` are its superclasses, superproperties or the class of a code; ``notation`` is its word in the JSON answer.
    """

    name: str
    kind: str
    label: dict[str, str]
    comment: dict[str, str]
    notation: str = ""
    wider: tuple[str, ...] = ()
    domain: str = ""
    range: str = ""


def ontology_text() -> str:
    """``ontology.ttl`` as it was packaged."""
    return (files("graph") / "ontology.ttl").read_text("utf-8")


@cache
def read_terms() -> dict[str, Term]:
    """All terms of our own namespace by name, in alphabetical order.

    >>> read_terms()["leads"].label["zh"], read_terms()["lead"].notation
    ('牵头', 'lead')
    """
    found: defaultdict[str, defaultdict[NamedNode, list[object]]] = defaultdict(lambda: defaultdict(list))
    quads, prefixes = _parsed()
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(ZT.base):
            found[quad.subject.value.removeprefix(ZT.base)][quad.predicate].append(quad.object)
    return {name: _term(name, found[name], prefixes) for name in sorted(found)}


def _parsed() -> tuple[list[Quad], dict[str, str]]:
    """The quads of the file, and its namespaces with their prefixes."""
    parser = parse(ontology_text(), format=RdfFormat.TURTLE)
    quads = list(parser)
    return quads, {iri: prefix for prefix, iri in parser.prefixes.items()}


def _term(name: str, said: dict[NamedNode, list[object]], prefixes: dict[str, str]) -> Term:
    def names(predicate: NamedNode) -> tuple[str, ...]:
        return tuple(_short(o.value, prefixes) for o in said.get(predicate, ()) if isinstance(o, NamedNode))

    def words(predicate: NamedNode) -> dict[str, str]:
        return {o.language or "": o.value for o in said.get(predicate, ()) if isinstance(o, Literal)}

    kind = next((_KINDS[t] for t in said[RDF.type] if isinstance(t, NamedNode) and t in _KINDS), "code")
    wider = names(RDF.type) if kind == "code" else names(RDFS.subClassOf) + names(RDFS.subPropertyOf)
    return Term(name, kind, words(RDFS.label), words(RDFS.comment), words(SKOS.notation).get("", ""), wider,
                "".join(names(RDFS.domain)), "".join(names(RDFS.range)))


def _short(iri: str, prefixes: dict[str, str]) -> str:
    base = next((base for base in prefixes if iri.startswith(base)), "")
    return f"{prefixes[base]}:{iri.removeprefix(base)}" if base else iri
