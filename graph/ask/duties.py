"""Responsibilities as stored, and which of them an answer keeps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from graph.ask.filters import Filter, within
from graph.ask.places import Places, Witness, standing
from graph.store.facts import Facts
from graph.store.names import fullest
from graph.store.terms import SHORTCUT, ZT
from graph.store.view import View

__all__ = ["ROLES", "Duty", "duties_of", "keeps", "rank", "told"]

ROLES = tuple(SHORTCUT)


class Duty(NamedTuple):
    """One responsibility as stored; ``basis`` and ``role`` are codes, the words of ``witness`` are not yet read."""

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


def duties_of(view: View, iris: Iterable[str]) -> list[Duty]:
    """The responsibilities with these IRIs, stated first, then by role and place."""
    found = view.facts(iris, _READ)
    holders = view.facts({facts.one("zt:holder") for facts in found.values()} - {""}, ("skos:prefLabel",))
    duties = [_duty(iri, facts, holders.get(facts.one("zt:holder"), Facts())) for iri, facts in found.items()]
    return sorted(duties, key=lambda d: (not d.is_stated, rank(d.role), d.doc, d.witness or (), d.iri))


def _duty(iri: str, facts: Facts, holder: Facts) -> Duty:
    return Duty(iri, facts.one("zt:responsibleFor"), facts.one("zt:responsibleForName"), facts.one("zt:holder"),
                fullest(holder.all("skos:prefLabel")) or facts.one("zt:holderName"),
                facts.one("zt:role").removeprefix(ZT), facts.one("zt:basis").removeprefix(ZT), facts.one("zt:rule"),
                facts.one("zt:statedIn"), next(iter(standing(facts)), None))


def told(duty: Duty, home: Witness | None) -> Witness | None:
    """The words to show for a duty: those that state it; for an inferred one those of the thing it is about."""
    return (duty.witness or home) if duty.is_stated else (home or duty.witness)


def rank(role: str) -> int:
    return ROLES.index(role) if role in ROLES else len(ROLES)


def keeps(duty: Duty, keep: Filter, places: Places) -> bool:
    if (keep.stated and not duty.is_stated) or (keep.role and duty.role != keep.role):
        return False
    return within(duty.doc, keep, places)
