"""``targets``: what was promised, by when, how firmly, and by whom."""

from __future__ import annotations

from graph.ask.duties import duties_of
from graph.ask.places import Places, one_each, short, values, witness_of
from graph.errors import NoMatch
from graph.listing import Column, Listing, Note
from graph.store.terms import ZT
from graph.store.view import View

__all__ = ["targets"]

_TARGETS = (Column("due"), Column("commitment", "commitment"), Column("what"), Column("value"), Column("owners"),
            Column("quote"), Column("place"))
_STRENGTH = ("ensures", "will", "plans", "strives", "explores", "")
_LAST = "9"  # sorts what has no deadline last

_PROMISES = """
SELECT ?x ?m ?due ?c ?what ?w ?d ?b ?e ?q WHERE {
  { ?x a zt:Measure ; zt:due ?due ; skos:prefLabel ?what . BIND(?x AS ?m) OPTIONAL { ?x zt:commitment ?c } }
  UNION { ?x a zt:Target ; zt:indicator ?i ; zt:verbatim ?w OPTIONAL { ?x zt:population ?p }
          BIND(CONCAT(COALESCE(?p, ""), ?i) AS ?what)
          OPTIONAL { ?x zt:refPeriod ?due } OPTIONAL { ?x zt:inMeasure ?m OPTIONAL { ?m zt:commitment ?c } } }
  ?x zt:statedIn ?d OPTIONAL { ?x zt:evidence ?v . ?v nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?q }
}"""


def targets(view: View, due: str = "") -> Listing:
    """Measures with a deadline and numbers aimed at, the earliest first, the firmer promise first.

    ``due`` (an ISO year, month or day) keeps what falls due by then.  Raises NoMatch where nothing was promised.
    """
    rows = [row for row in one_each(view.select(_PROMISES), "x") if _within(row["due"], due)]
    if not rows:
        raise NoMatch(f"没有{due + '及以前' if due else ''}到期的承诺")
    rows.sort(key=lambda row: (row["due"] or _LAST, _strength(row)))
    _find_measures(view, rows)
    owners = _owners(view, {row["m"] for row in rows if row["m"]})
    places = Places(view, {row["d"] for row in rows})
    cells = tuple(_cells(row, owners, places) for row in rows)
    return Listing(_TARGETS, cells, Note("found", {"all": len(cells)}))


def _within(written: str, due: str) -> bool:
    return not due or (bool(written) and written[:len(due)] <= due)


def _strength(row: dict[str, str]) -> int:
    word = row["c"].removeprefix(ZT)
    return _STRENGTH.index(word) if word in _STRENGTH else len(_STRENGTH)


def _find_measures(view: View, rows: list[dict[str, str]]) -> None:
    """Put each number into the measure whose words hold its own, so that it has an owner and a firmness."""
    measures = view.select(f"""SELECT ?m ?d ?b ?e ?c WHERE {{ VALUES ?d {{ {values({row["d"] for row in rows})} }}
        ?m a zt:Measure ; zt:statedIn ?d ; nif:beginIndex ?b ; nif:endIndex ?e OPTIONAL {{ ?m zt:commitment ?c }} }}""")
    for row in rows:
        around = [m for m in measures if not row["m"] and row["b"] and m["d"] == row["d"]
                  and int(m["b"]) <= int(row["b"]) and int(row["e"]) <= int(m["e"])]
        if around:
            best = min(around, key=lambda m: int(m["e"]) - int(m["b"]))
            row |= {"m": best["m"], "c": row["c"] or best["c"]}


def _owners(view: View, measures: set[str]) -> dict[str, str]:
    """Who answers for each measure, an inferred one marked as such."""
    owners: dict[str, str] = {}
    for duty in duties_of(view, f"VALUES ?of {{ {values(measures)} }} ?r zt:responsibleFor ?of ."):
        said = duty.holder_name + ("" if duty.is_stated else "（推断）")
        owners[duty.of] = "、".join(filter(None, (owners.get(duty.of, ""), said)))
    return owners


def _cells(row: dict[str, str], owners: dict[str, str], places: Places) -> tuple[str, ...]:
    return (row["due"], row["c"].removeprefix(ZT), row["what"], row["w"], owners.get(row["m"], ""), short(row["q"]),
            places.cite(witness_of(row), row["d"]))
