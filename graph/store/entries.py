"""From the database to the entries of the names file: one for everything that can be looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Store

from graph.store.facts import Facts, facts_of, subjects_of
from graph.store.names import Entry, fullest
from graph.store.terms import ZT, place_of

__all__ = ["KINDS", "entries_for", "entries_of", "subjects_in"]

#: Classes that can be looked up; the first one a thing belongs to is its kind.
KINDS = ("Agency", "Enterprise", "Institute", "Association", "Platform", "Programme", "Project", "Policy", "Place",
         "Person", "ActorClass", "NamedList", "Tier", "Document", "Measure", "Observation", "Responsibility")
_LABEL = {"Document": "dct:title", "Observation": "zt:indicator", "Responsibility": "zt:responsibleForName"}
_NAMES = ("skos:prefLabel", "skos:altLabel", "zt:number", "zt:population", "zt:verbatim", "zt:holderName")


def entries_of(store: Store) -> Iterator[Entry]:
    """The entries of a whole store, by kind and IRI."""
    iris = {iri for kind in KINDS for iri in subjects_of(store, "rdf:type", [ZT + kind])}
    return entries_for(store, iris)


def entries_for(store: Store, iris: Iterable[str]) -> Iterator[Entry]:
    """The entries of those among these things that can be looked up, by kind and IRI."""
    entries = (_entry(iri, facts_of(store, [iri])[iri]) for iri in iris)
    yield from sorted((entry for entry in entries if entry), key=lambda entry: (entry.kind, entry.iri))


def _entry(iri: str, facts: Facts) -> Entry | None:
    """Nothing for a thing without a name, or for a responsibility whose object is a thing of its own."""
    kind = next((kind for kind in KINDS if ZT + kind in facts.all("rdf:type")), "")
    label = fullest(facts.all(_LABEL.get(kind, "skos:prefLabel")))
    if not kind or not label or (kind == "Responsibility" and facts.one("zt:responsibleFor")):
        return None
    names = dict.fromkeys(name for property in _NAMES for name in facts.all(property))
    names.pop(label, None)
    return Entry(iri, kind, label, tuple(names), tuple(facts.all("skos:hiddenLabel")), facts.one("zt:statedIn"),
                 fullest(facts.all("zt:text")), _home(facts.all("zt:evidence"), kind))


def _home(evidence: list[str], kind: str) -> str:
    """The place to show: the first; of a number, which may cite its year apart, the widest."""
    places = sorted(evidence, key=place_of)
    return max(places, key=_size) if places and kind == "Observation" else next(iter(places), "")


def _size(evidence: str) -> int:
    _, start, end = place_of(evidence)
    return end - start


def subjects_in(store: Store, graph: NamedNode) -> set[str]:
    """Everything that a graph says something of."""
    return {str(quad.subject.value) for quad in store.quads_for_pattern(None, None, None, graph)
            if isinstance(quad.subject, NamedNode)}
