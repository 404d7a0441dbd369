"""``numbers``: what is counted, as a table over time; what documents say differently stands side by side."""

from __future__ import annotations

from graph.ask.match import matches
from graph.ask.places import Places, Witness, quoted, widest, witnesses
from graph.listing import Column, Listing, Note
from graph.store.facts import Facts
from graph.store.terms import ZT
from graph.store.view import View

__all__ = ["numbers"]

_NUMBERS = (Column("indicator"), Column("population"), Column("time"), Column("bound", "bound"), Column("value"),
            Column("unit"), Column("change"), Column("number_kind", "number_kind"), Column("quote"), Column("place"))


def numbers(view: View, text: str) -> Listing:
    """The numbers whose indicator or population holds the words, by indicator, population and time.

    Values are as written, with their unit.  Raises NoMatch with near misses.
    """
    found = view.facts(match.entry.iri for match in matches(view, text, ("Observation",)))
    pairs = zip(found.values(), map(widest, witnesses(view, found.values())), strict=True)
    places = Places(view, {facts.one("zt:statedIn") for facts in found.values()})
    rows = sorted(pairs, key=lambda pair: (*map(pair[0].one, ("zt:indicator", "zt:population", "zt:refPeriod")),
                                           pair[1] or ()))
    return Listing(_NUMBERS, tuple(_cells(*row, places) for row in rows), Note("found", {"all": len(rows)}))


def _cells(facts: Facts, witness: Witness | None, places: Places) -> tuple[str, ...]:
    one = facts.one
    unit, written = one("zt:writtenUnit"), one("zt:verbatim")
    return (one("zt:indicator"), one("zt:population"), one("zt:refPeriod"), one("zt:bound").removeprefix(ZT),
            written.removesuffix(unit), unit, one("zt:changePercent"), one("zt:kind").removeprefix(ZT),
            quoted(witness, written), places.cite(witness, one("zt:statedIn")))
