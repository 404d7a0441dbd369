"""From the published database to the entries of the names file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Store

from graph.store.names import Entry
from graph.store.terms import PREFIXES, ZT

__all__ = ["KINDS", "entries_of"]

#: Classes that can be looked up; the first one a thing belongs to is its kind.
KINDS = ("Agency", "Enterprise", "Institute", "Association", "Platform", "Programme", "Project", "Policy", "Place",
         "Person", "ActorClass", "NamedList", "Tier", "Document", "Measure", "Observation", "Responsibility")
_LABEL = {"Document": ("dct", "title"), "Observation": ("zt", "indicator"),
          "Responsibility": ("zt", "responsibleForName")}
_NAMES = (("skos", "prefLabel"), ("skos", "altLabel"), ("zt", "number"), ("zt", "population"),
          ("zt", "verbatim"), ("zt", "holderName"))


class _Column:
    """All values of one predicate by subject, read in one scan."""

    def __init__(self, store: Store, prefix: str, name: str) -> None:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for subject, _, value, _ in store.quads_for_pattern(None, NamedNode(PREFIXES[prefix] + name), None, None):
            if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
                found[subject.value].add(value.value)
        self.found = found

    def all(self, subject: str) -> list[str]:
        return sorted(self.found.get(subject, ()))

    def one(self, subject: str) -> str:
        """The longest value, then the first: the full name where documents give several."""
        return min(self.found.get(subject, ("",)), key=lambda value: (-len(value), value))


def entries_of(store: Store) -> Iterator[Entry]:
    """One entry for everything named, by kind and IRI; responsibilities only for objects that are no things."""
    labels = {kind: _Column(store, *path) for kind, path in _LABEL.items()}
    usual, keys = _Column(store, "skos", "prefLabel"), _Column(store, "skos", "hiddenLabel")
    names = [_Column(store, *path) for path in _NAMES]
    text, doc = _Column(store, "zt", "text"), _Column(store, "zt", "statedIn")
    resolved = _Column(store, "zt", "responsibleFor").found
    for iri, kind in sorted(_kinds(store).items(), key=lambda item: (item[1], item[0])):
        label = labels.get(kind, usual).one(iri)
        if label and not (kind == "Responsibility" and iri in resolved):
            known = dict.fromkeys(name for column in names for name in column.all(iri))
            known.pop(label, None)
            yield Entry(iri, kind, label, tuple(known), tuple(keys.all(iri)), doc.one(iri), text.one(iri))


def _kinds(store: Store) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for kind in reversed(KINDS):
        for subject, *_ in store.quads_for_pattern(
                None, NamedNode(PREFIXES["rdf"] + "type"), NamedNode(ZT + kind), None):
            kinds[str(subject.value)] = kind
    return kinds
