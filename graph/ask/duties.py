"""Responsibilities as stored, and which of them an answer keeps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from graph.ask.filters import Filter, within
from graph.ask.places import Places, Witness, standing
from graph.store.decisions import Curation, curation
from graph.store.facts import Facts
from graph.store.names import fold, fullest
from graph.store.terms import ZT
from graph.store.view import View

__all__ = ["ROLES", "Duty", "duties_of", "held_by", "keeps", "rank", "told"]

ROLES = ("lead", "joint", "support")


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


def duties_of(view: View, iris: Iterable[str], *, rejected: bool = False) -> list[Duty]:
    """The responsibilities with these IRIs, stated first, then by role and place; those people rejected left out."""
    known = curation(view)
    found = {iri: facts for iri, facts in view.facts(iris, _READ).items()
             if rejected or known.verdict(iri) != "rejected"}
    holders = {iri: _holder(facts, known) for iri, facts in found.items()}
    labels = view.facts(set(holders.values()) - {""}, ("skos:prefLabel",))
    duties = [_duty(iri, facts, holders[iri], labels.get(holders[iri], Facts()), known)
              for iri, facts in found.items()]
    return sorted(duties, key=lambda d: (not d.is_stated, rank(d.role), d.doc, d.witness or (), d.iri))


def _holder(facts: Facts, known: Curation) -> str:
    """Who holds it: the body read in the text, or the one that people said its name stands for."""
    read = facts.one("zt:holder")
    return known.one(read) if read else known.meant(facts.one("zt:holderName"), facts.one("zt:statedIn"))


def _duty(iri: str, facts: Facts, holder: str, label: Facts, known: Curation) -> Duty:
    basis = facts.one("zt:basis").removeprefix(ZT)
    if basis != "stated" and known.verdict(iri) == "accepted":
        basis = "byAnalyst"
    return Duty(iri, known.one(facts.one("zt:responsibleFor")), facts.one("zt:responsibleForName"), holder,
                fullest(label.all("skos:prefLabel")) or facts.one("zt:holderName"),
                facts.one("zt:role").removeprefix(ZT), basis, facts.one("zt:rule"), facts.one("zt:statedIn"),
                next(iter(standing(facts)), None))


def held_by(view: View, iri: str) -> list[str]:
    """The responsibilities of a body, of those merged into it, and under the names said to stand for it."""
    known = curation(view)
    same = known.same(iri)
    found = view.subjects("zt:holder", same)
    for doc, name in known.settled(same):
        held = {each: said for graph in (doc, f"{doc}/inferred") for each, said in
                view.column("zt:holderName", graph).items() if fold(said) == name}
        found += [each for each, facts in view.facts(held, ("zt:holder",)).items() if not facts]
    return list(dict.fromkeys(found))


def told(duty: Duty, home: Witness | None) -> Witness | None:
    """The words to show for a duty: those that state it; for an inferred one those of the thing it is about."""
    return (duty.witness or home) if duty.is_stated else (home or duty.witness)


def rank(role: str) -> int:
    return ROLES.index(role) if role in ROLES else len(ROLES)


def keeps(duty: Duty, keep: Filter, places: Places) -> bool:
    if (keep.stated and not duty.is_stated) or (keep.role and duty.role != keep.role):
        return False
    return within(duty.doc, keep, places)
