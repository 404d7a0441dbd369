"""``owns``: what one body leads, shares in and supports."""

from __future__ import annotations

from graph.ask.duties import ROLES, Duty, duties_of, keeps
from graph.ask.filters import ANYTHING, Filter, from_document
from graph.ask.match import BODIES, resolve, taken_for
from graph.ask.places import Places, quoted
from graph.ask.telling import Told, as_told, with_words
from graph.errors import NoMatch
from graph.listing import Column, Listing, Note, first
from graph.store.terms import ZT
from graph.store.view import View

__all__ = ["owns"]

_OWNS = (Column("role", "role"), Column("basis", "basis"), Column("rule"), Column("what"), Column("status", "status"),
         Column("due"), Column("quote"), Column("place"))


def owns(view: View, name: str, keep: Filter = ANYTHING, limit: int = 0) -> Listing:
    """What a body leads, shares in and supports; stated first, at most ``limit`` where that is not 0.

    Raises NoMatch if the name is unknown or ambiguous, or if the body owns nothing.
    """
    keep = keep.settled(view)
    match = resolve(view, name, BODIES)
    held = view.subjects("zt:holder", [match.entry.iri])
    duties = duties_of(view, from_document(held, keep))
    places = Places(view, {duty.doc for duty in duties})
    mine = [duty for duty in duties if keeps(duty, keep, places)]
    if not mine:
        label = match.entry.label
        said = f"{label} 没有符合条件的责任事项" if held else f"{label} 没有责任事项"
        raise NoMatch(said, hint=f"zhengtu show {label}")
    shown, more = first(as_told(view, mine, places), limit)
    rows = tuple(_row(each, places) for each in with_words(view, shown))
    return Listing(_OWNS, rows, _roles(match.entry.label, mine), taken_for(name, match), more)


def _row(each: Told, places: Places) -> tuple[str, ...]:
    duty, thing = each.duty, each.thing
    return (duty.role, duty.basis, duty.rule, each.label, thing.one("zt:status").removeprefix(ZT),
            thing.one("zt:due"), quoted(each.witness), places.cite(each.witness, duty.doc))


def _roles(label: str, duties: list[Duty]) -> Note:
    """How many of each role, and how many of those are stated."""
    counts: dict[str, object] = {"body": label}
    for role in ROLES:
        mine = [duty for duty in duties if duty.role == role]
        counts |= {role: len(mine), f"{role}_stated": sum(duty.is_stated for duty in mine)}
    return Note("owns", counts)
