"""``owns``: what one body leads, shares in and supports."""

from __future__ import annotations

from graph.ask.duties import ANYTHING, ROLES, Duty, Filter, duties_of, held_by, keeps, rank, told
from graph.ask.match import BODIES, resolve, taken_for
from graph.ask.places import Places, latest, quoted, witnesses
from graph.errors import NoMatch
from graph.listing import Column, Listing, Note
from graph.store.facts import Facts
from graph.store.terms import ZT
from graph.store.view import View

__all__ = ["owns"]

_OWNS = (Column("role", "role"), Column("basis", "basis"), Column("rule"), Column("what"), Column("status", "status"),
         Column("due"), Column("quote"), Column("place"))


_TOLD = ("zt:evidence", "skos:prefLabel", "zt:status", "zt:due")


def owns(view: View, name: str, keep: Filter = ANYTHING) -> Listing:
    """What a body leads, shares in and supports; stated first.

    Raises NoMatch if the name is unknown or ambiguous, or if the body owns nothing.
    """
    keep = keep.settled(view)
    match = resolve(view, name, BODIES)
    duties = duties_of(view, held_by(view, match.entry.iri))
    places = Places(view, {duty.doc for duty in duties})
    mine = [duty for duty in duties if keeps(duty, keep, places)]
    if not mine:
        label, which = match.entry.label, "符合条件的" if duties else ""
        raise NoMatch(f"{label} 没有{which}责任事项", hint=f"zhengtu show {label}")
    return Listing(_OWNS, _rows(view, mine, places), _roles(match.entry.label, mine), taken_for(name, match))


def _rows(view: View, duties: list[Duty], places: Places) -> tuple[tuple[str, ...], ...]:
    """Stated first, then by role, the later document, and the place of what is owned."""
    things = view.facts({duty.of for duty in duties if duty.of}, _TOLD)
    homes = {iri: where[0] for iri, where in zip(things, witnesses(view, things.values()), strict=True) if where}
    shown = [(duty, told(duty, homes.get(duty.of))) for duty in duties]
    shown.sort(key=lambda each: (not each[0].is_stated, rank(each[0].role), latest(places.date(each[0].doc)),
                                 each[1] or (), each[0].iri))
    return tuple((d.role, d.basis, d.rule, *_thing(d, things.get(d.of, Facts())), quoted(witness),
                  places.cite(witness, d.doc)) for d, witness in shown)


def _thing(duty: Duty, facts: Facts) -> tuple[str, str, str]:
    return (facts.one("skos:prefLabel") or duty.of_name, facts.one("zt:status").removeprefix(ZT), facts.one("zt:due"))


def _roles(label: str, duties: list[Duty]) -> Note:
    """How many of each role, and how many of those are stated."""
    counts: dict[str, object] = {"body": label}
    for role in ROLES:
        mine = [duty for duty in duties if duty.role == role]
        counts |= {role: len(mine), f"{role}_stated": sum(duty.is_stated for duty in mine)}
    return Note("owns", counts)
