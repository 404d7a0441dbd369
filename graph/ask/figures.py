"""``numbers``: what is counted, as a table over time; what documents say differently stands side by side."""

from __future__ import annotations

from graph.ask.match import Match, matches
from graph.ask.places import Places, one_each, short, values, witness_of
from graph.listing import Column, Listing, Note
from graph.store.terms import ZT
from graph.store.view import View

__all__ = ["numbers"]

_NUMBERS = (Column("indicator"), Column("population"), Column("time"), Column("bound", "bound"), Column("value"),
            Column("unit"), Column("change"), Column("number_kind", "number_kind"), Column("quote"), Column("place"))


def numbers(view: View, text: str) -> Listing:
    """The numbers whose indicator or population holds the words, by indicator, population and time.

    Values are as written, with their unit.  Raises NoMatch with near misses.
    """
    found = matches(view, text, ("Observation",))
    rows = _rows(view, found)
    places = Places(view, {row["d"] for row in rows})
    return Listing(_NUMBERS, tuple(_cells(row, places) for row in rows), Note("found", {"all": len(rows)}))


def _rows(view: View, found: list[Match]) -> list[dict[str, str]]:
    rows = view.select(f"""
        SELECT ?o ?i ?p ?t ?w ?c ?k ?m ?u ?d ?b ?e ?q WHERE {{
          VALUES ?o {{ {values({match.entry.iri for match in found})} }}
          ?o zt:indicator ?i ; zt:verbatim ?w ; zt:statedIn ?d
          OPTIONAL {{ ?o zt:population ?p }} OPTIONAL {{ ?o zt:refPeriod ?t }} OPTIONAL {{ ?o zt:bound ?c }}
          OPTIONAL {{ ?o zt:kind ?k }} OPTIONAL {{ ?o zt:changePercent ?m }} OPTIONAL {{ ?o zt:writtenUnit ?u }}
          OPTIONAL {{ ?o zt:evidence ?v . ?v nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?q }}
        }}""")
    return sorted(one_each(rows, "o"), key=lambda row: (row["i"], row["p"], row["t"]))


def _cells(row: dict[str, str], places: Places) -> tuple[str, ...]:
    value, bound, kind = row["w"].removesuffix(row["u"]), row["c"].removeprefix(ZT), row["k"].removeprefix(ZT)
    return (row["i"], row["p"], row["t"], bound, value, row["u"], row["m"], kind, short(row["q"], row["w"]),
            places.cite(witness_of(row), row["d"]))
