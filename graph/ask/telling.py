"""Responsibilities in the order a reader expects, each with the words to show for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from graph.ask.duties import Duty, rank, told
from graph.ask.places import Places, Witness, latest, standing, worded
from graph.store.facts import Facts
from graph.store.view import View

__all__ = ["Told", "as_told", "with_words"]

_THING = ("zt:evidence", "skos:prefLabel", "zt:status", "zt:due")


class Told(NamedTuple):
    """A duty, what the store says of the thing it is about, and the place to show (see :func:`with_words`)."""

    duty: Duty
    thing: Facts
    witness: Witness | None

    @property
    def label(self) -> str:
        return self.thing.one("skos:prefLabel") or self.duty.of_name


def as_told(view: View, duties: Iterable[Duty], places: Places | None = None) -> list[Told]:
    """Stated first, then by role, the later document, and the place of what is owned.

    ``places`` are those of the duties' documents, where they have been read before.
    """
    duties = list(duties)
    places = places or Places(view, {duty.doc for duty in duties})
    things = view.facts({duty.of for duty in duties if duty.of}, _THING)
    homes = {iri: where[0] for iri, facts in things.items() if (where := standing(facts))}
    found = [Told(duty, things.get(duty.of, Facts()), told(duty, homes.get(duty.of))) for duty in duties]
    return sorted(found, key=lambda each: (not each.duty.is_stated, rank(each.duty.role),
                                           latest(places.date(each.duty.doc)), each.witness or (), each.duty.iri))


def with_words(view: View, shown: Iterable[Told]) -> list[Told]:
    """The same with the words of their witnesses."""
    shown = list(shown)
    return [each._replace(witness=witness)
            for each, witness in zip(shown, worded(view, (each.witness for each in shown)), strict=True)]
