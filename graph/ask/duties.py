"""Responsibilities as stored, and which of them an answer keeps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from graph.ask.places import Places, Witness
from graph.store.terms import ID, ZT, doc_iri
from graph.store.view import View

__all__ = ["ANYTHING", "Duty", "Filter", "duties_of", "keeps", "kept", "told"]

ROLES = ("lead", "joint", "support")


class Filter(NamedTuple):
    """What of an answer to keep.  ``since`` is an ISO date or year, ``area`` a prefix of a GB/T 2260 code."""

    stated: bool = False
    role: str = ""
    since: str = ""
    area: str = ""
    document: str = ""

    @classmethod
    def of(cls, options: Mapping[str, object]) -> Filter:
        """From the options of a command, where what was not given is ``None``."""
        return cls(**{name: value for name, value in options.items() if value is not None})  # type: ignore[arg-type]


ANYTHING = Filter()


class Duty(NamedTuple):
    """One responsibility as stored; ``basis`` and ``role`` are codes."""

    iri: str
    of: str
    of_name: str
    holder: str
    holder_name: str
    role: str
    basis: str
    rule: str
    doc: str
    witness: Witness | None

    @property
    def is_stated(self) -> bool:
        return self.basis == "stated"


_DUTIES = """
SELECT ?r ?of ?ofName ?holder ?name ?label ?role ?basis ?rule ?doc ?b ?e ?q WHERE {
  %s
  ?r zt:role ?role ; zt:basis ?basis ; zt:statedIn ?doc
  OPTIONAL { ?r zt:responsibleFor ?of } OPTIONAL { ?r zt:responsibleForName ?ofName } OPTIONAL { ?r zt:rule ?rule }
  OPTIONAL { ?r zt:holder ?holder OPTIONAL { ?holder skos:prefLabel ?label } } OPTIONAL { ?r zt:holderName ?name }
  OPTIONAL { ?r zt:evidence ?v . ?v nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?q }
}"""


def duties_of(view: View, pattern: str) -> list[Duty]:
    """The responsibilities that a graph pattern on ``?r`` selects, stated first, then by role and place."""
    found: dict[str, Duty] = {}
    for row in view.select(_DUTIES % pattern):
        duty = _duty(row)
        known = found.get(duty.iri)
        if known is None or (duty.witness or (0,)) < (known.witness or (0,)):
            found[duty.iri] = duty
    return sorted(found.values(), key=lambda d: (not d.is_stated, _rank(d.role), d.doc, d.witness or (), d.iri))


def told(duty: Duty, home: Witness | None) -> Witness | None:
    """The words to show for a duty: those that state it; for an inferred one those of the thing it is about."""
    return (duty.witness or home) if duty.is_stated else (home or duty.witness)


def _duty(row: dict[str, str]) -> Duty:
    witness = Witness(row["doc"], int(row["b"]), int(row["e"]), row["q"]) if row["b"] else None
    return Duty(row["r"], row["of"], row["ofName"], row["holder"], row["label"] or row["name"],
                row["role"].removeprefix(ZT), row["basis"].removeprefix(ZT), row["rule"], row["doc"], witness)


def _rank(role: str) -> int:
    return ROLES.index(role) if role in ROLES else len(ROLES)


def keeps(duty: Duty, keep: Filter, places: Places) -> bool:
    if (keep.stated and not duty.is_stated) or (keep.role and duty.role != keep.role):
        return False
    return kept(duty.doc, keep, places)


def kept(doc: str, keep: Filter, places: Places) -> bool:
    """Whether a document lies within ``since``, ``area`` and ``document``."""
    key = doc.removeprefix(ID + "doc/")
    return (places.date(doc) >= keep.since if keep.since else True) and key.startswith(keep.area) and (
        not keep.document or keep.document in (places.name(doc), key) or doc == doc_iri(keep.document))
