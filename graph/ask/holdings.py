"""``owns``: what one body leads, shares in and supports."""

from __future__ import annotations

from graph.ask.duties import ANYTHING, ROLES, Duty, Filter, duties_of, from_document, held_by, keeps
from graph.ask.match import BODIES, resolve, taken_for
from graph.ask.places import Places, quoted
from graph.ask.telling import as_told
from graph.errors import NoMatch
from graph.listing import Column, Listing, Note
from graph.store.terms import ZT
from graph.store.view import View

__all__ = ["owns"]

_OWNS = (Column("role", "role"), Column("basis", "basis"), Column("rule"), Column("what"), Column("status", "status"),
         Column("due"), Column("quote"), Column("place"))


def owns(view: View, name: str, keep: Filter = ANYTHING) -> Listing:
    """What a body leads, shares in and supports; stated first.

    Raises NoMatch if the name is unknown or ambiguous, or if the body owns nothing.
    """
    keep = keep.settled(view)
    match = resolve(view, name, BODIES)
    held = held_by(view, match.entry.iri)
    duties = duties_of(view, from_document(held, keep))
    places = Places(view, {duty.doc for duty in duties})
    mine = [duty for duty in duties if keeps(duty, keep, places)]
    if not mine:
        label = match.entry.label
        said = f"{label} 没有符合条件的责任事项" if held else f"{label} 没有责任事项"
        raise NoMatch(said, hint=f"zhengtu show {label}")
    return Listing(_OWNS, _rows(view, mine, places), _roles(match.entry.label, mine), taken_for(name, match))


def _rows(view: View, duties: list[Duty], places: Places) -> tuple[tuple[str, ...], ...]:
    return tuple((duty.role, duty.basis, duty.rule, each.label, each.thing.one("zt:status").removeprefix(ZT),
                  each.thing.one("zt:due"), quoted(each.witness), places.cite(each.witness, duty.doc))
                 for each in as_told(view, duties, places) for duty in (each.duty,))


def _roles(label: str, duties: list[Duty]) -> Note:
    """How many of each role, and how many of those are stated."""
    counts: dict[str, object] = {"body": label}
    for role in ROLES:
        mine = [duty for duty in duties if duty.role == role]
        counts |= {role: len(mine), f"{role}_stated": sum(duty.is_stated for duty in mine)}
    return Note("owns", counts)
