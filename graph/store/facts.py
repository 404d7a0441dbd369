"""What is said of one thing, by property: how lookups read a store.

A lookup needs a few things and all their properties.  SPARQL's OPTIONAL is a slow way to ask that: Oxigraph evaluates
what stands inside over the whole store and joins (5 ms on one document, seconds on a thousand), while reading the
triples of a subject takes some 20 µs.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from graph.store.terms import CURATION, PREFIXES

__all__ = ["Facts", "column_of", "curie", "expand", "facts_of", "is_decided_on", "subjects_of"]

Term = NamedNode | Literal | BlankNode | Triple


class Facts(dict[str, list[str]]):
    """Property (``zt:holder``) → its values as plain strings, sorted."""

    def one(self, name: str) -> str:
        """The first value, or ""."""
        values = self.get(name)
        return values[0] if values else ""

    def all(self, name: str) -> list[str]:
        return self.get(name, [])


def expand(curie: str) -> str:
    """
    >>> expand("skos:prefLabel")
    'http://www.w3.org/2004/02/skos/core#prefLabel'
    """
    prefix, _, name = curie.partition(":")
    return PREFIXES[prefix] + name


def curie(iri: str) -> str:
    """
    >>> curie("http://www.w3.org/2004/02/skos/core#prefLabel"), curie("http://example.org/x")
    ('skos:prefLabel', 'http://example.org/x')
    """
    return next((f"{prefix}:{iri[len(base):]}" for prefix, base in PREFIXES.items() if iri.startswith(base)), iri)


def facts_of(store: Store, iris: Iterable[str], only: Iterable[str] = ()) -> dict[str, Facts]:
    """The facts of each thing, whatever graph they stand in; ``only`` names the properties that are wanted.

    Each quad that is read costs some 10 µs, so a document with a hundred mentions is better not read whole.
    """
    names = {expand(name): name for name in only}
    wanted: list[NamedNode | None] = [NamedNode(iri) for iri in names]
    wanted = wanted or [None]
    return {iri: _facts(store, NamedNode(iri), wanted, names) for iri in iris}


def _facts(store: Store, node: NamedNode, wanted: list[NamedNode | None], known: dict[str, str]) -> Facts:
    facts = Facts()
    for quad in chain.from_iterable(store.quads_for_pattern(node, each, None, None) for each in wanted):
        predicate, value = quad.predicate.value, quad.object
        name = known.get(predicate) or known.setdefault(predicate, curie(predicate))
        facts.setdefault(name, []).append(str(value.value) if not isinstance(value, Triple) else str(value))
    for name, values in facts.items():
        if len(values) > 1:
            facts[name] = sorted(set(values))
    return facts


def subjects_of(store: Store, name: str, iris: Iterable[str]) -> list[str]:
    """The things whose property points to one of ``iris``, each once."""
    predicate = NamedNode(expand(name))
    return list(dict.fromkeys(
        str(quad.subject.value) for iri in iris if iri
        for quad in store.quads_for_pattern(None, predicate, NamedNode(iri), None)
        if isinstance(quad.subject, NamedNode)))


def column_of(store: Store, name: str, graph: str) -> dict[str, str]:
    """Every thing in one graph with its value of a property, by IRI; the least value where there are several."""
    pairs = [(str(quad.subject.value), quad.object.value) for quad in
             store.quads_for_pattern(None, NamedNode(expand(name)), None, NamedNode(graph))
             if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal)]
    return dict(sorted(pairs, reverse=True))


def is_decided_on(store: Store) -> bool:
    """Whether people decided anything."""
    return next(store.quads_for_pattern(None, None, None, NamedNode(CURATION)), None) is not None
