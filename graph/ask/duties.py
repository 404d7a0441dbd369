"""Responsibilities as stored, and which of them an answer keeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from graph.ask.decisions import decisions
from graph.ask.places import Places, Witness, witnesses
from graph.store.facts import Facts
from graph.store.terms import DOC, ZT, doc_iri
from graph.store.view import View

__all__ = ["ANYTHING", "ROLES", "Duty", "Filter", "duties_of", "keeps", "kept", "rank", "told"]

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


_READ = ("zt:responsibleFor", "zt:responsibleForName", "zt:holder", "zt:holderName", "zt:role", "zt:basis", "zt:rule",
         "zt:statedIn", "zt:evidence")


def duties_of(view: View, iris: Iterable[str], *, rejected: bool = False) -> list[Duty]:
    """The responsibilities with these IRIs, stated first, then by role and place; those people rejected left out."""
    found = view.facts(iris, _READ)
    if not rejected:
        made = decisions(view)
        found = {iri: facts for iri, facts in found.items() if iri not in made or made[iri].verdict != "rejected"}
    holders = view.facts({facts.one("zt:holder") for facts in found.values()} - {""}, ("skos:prefLabel",))
    places = witnesses(view, found.values())
    duties = [_duty(iri, facts, holders.get(facts.one("zt:holder"), Facts()), where)
              for (iri, facts), where in zip(found.items(), places, strict=True)]
    return sorted(duties, key=lambda d: (not d.is_stated, rank(d.role), d.doc, d.witness or (), d.iri))


def _duty(iri: str, facts: Facts, holder: Facts, places: list[Witness]) -> Duty:
    return Duty(iri, facts.one("zt:responsibleFor"), facts.one("zt:responsibleForName"), facts.one("zt:holder"),
                holder.one("skos:prefLabel") or facts.one("zt:holderName"), facts.one("zt:role").removeprefix(ZT),
                facts.one("zt:basis").removeprefix(ZT), facts.one("zt:rule"), facts.one("zt:statedIn"),
                places[0] if places else None)


def told(duty: Duty, home: Witness | None) -> Witness | None:
    """The words to show for a duty: those that state it; for an inferred one those of the thing it is about."""
    return (duty.witness or home) if duty.is_stated else (home or duty.witness)


def rank(role: str) -> int:
    return ROLES.index(role) if role in ROLES else len(ROLES)


def keeps(duty: Duty, keep: Filter, places: Places) -> bool:
    if (keep.stated and not duty.is_stated) or (keep.role and duty.role != keep.role):
        return False
    return kept(duty.doc, keep, places)


def kept(doc: str, keep: Filter, places: Places) -> bool:
    """Whether a document lies within ``since``, ``area`` and ``document``."""
    key = doc.removeprefix(DOC)
    return (places.date(doc) >= keep.since if keep.since else True) and key.startswith(keep.area) and (
        not keep.document or keep.document in (places.name(doc), key) or doc == doc_iri(keep.document))
