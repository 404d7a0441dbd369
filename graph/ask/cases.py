"""``review``: what is open, guessed or doubtful, with what was decided about it."""

from __future__ import annotations

from collections.abc import Iterator

from graph.ask.decisions import Decision, decisions
from graph.ask.duties import duties_of
from graph.ask.places import Places, Witness, quoted, witnesses
from graph.listing import Cell, Column, Listing, Note
from graph.store.facts import Facts
from graph.store.terms import ID, ZT
from graph.store.view import View

__all__ = ["review"]

_REVIEW = (Column("kind", "case"), Column("what"), Column("why"), Column("candidates"), Column("decision", "verdict"),
           Column("quote"), Column("place"), Column("iri"))
DOUBT = 0.6  # an inferred responsibility below this confidence is put before people


def review(view: View, decided: bool = False) -> Listing:
    """The open cases and doubtful responsibilities; those already decided only if ``decided``."""
    made = decisions(view)
    found = [*_open_cases(view), *_doubtful(view)]
    places = Places(view, {witness.doc for *_, witness in found if witness})
    rows = [_row(iri, cells, witness, made.get(iri), view, places) for iri, cells, witness in found]
    kept = tuple(row for row in rows if decided or not row[4])
    return Listing(_REVIEW, kept, Note("found", {"all": len(kept)}))


_Case = tuple[str, tuple[str, str, str, str], Witness | None]  # IRI, (kind, what, why, candidates), witness


def _open_cases(view: View) -> Iterator[_Case]:
    found = view.facts(_instances(view, "zt:OpenCase"))
    for (iri, facts), where in zip(found.items(), witnesses(view, found.values()), strict=True):
        kind = facts.one("zt:caseKind").removeprefix(ZT)
        said = "".join(facts.one("zt:text").split())
        yield iri, (kind, said, facts.one("zt:why"), "、".join(facts.all("zt:candidate"))), where[0] if where else None


def _doubtful(view: View) -> Iterator[_Case]:
    iris = _instances(view, "zt:Responsibility")
    doubted = {iri for iri, facts in view.facts(iris).items() if _in_doubt(facts)}
    for duty in duties_of(view, sorted(doubted), rejected=True):
        yield duty.iri, ("caseDuty", duty.of_name, duty.rule, duty.holder_name), duty.witness


def _in_doubt(facts: Facts) -> bool:
    return facts.one("zt:basis") != ZT + "stated" and float(facts.one("zt:confidence") or 1) < DOUBT


def _instances(view: View, name: str) -> list[str]:
    return [row["x"] for row in view.select(f"SELECT DISTINCT ?x WHERE {{ ?x a {name} }} ORDER BY ?x")]


def _row(iri: str, cells: tuple[str, str, str, str], witness: Witness | None, made: Decision | None, view: View,
         places: Places) -> tuple[Cell, ...]:
    verdict = made.verdict if made else ""
    if made and made.chosen:
        verdict = "=" + view.facts([made.chosen])[made.chosen].one("skos:prefLabel")
    return (*cells, verdict, quoted(witness), places.cite(witness), iri.removeprefix(ID))
