"""``review``: what is open, guessed, doubtful or maybe twice in the store, with what was decided about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graph.ask.duties import duties_of
from graph.ask.places import Places, Witness, home, quoted, standing, worded
from graph.listing import Cell, Code, Column, Listing, Message, Note, first
from graph.store.decisions import Curation, curation
from graph.store.facts import Facts
from graph.store.names import Entry, fold
from graph.store.terms import ID, ZT
from graph.store.view import View

__all__ = ["review"]

_REVIEW = (Column("kind", "case"), Column("what"), Column("why"), Column("candidates"), Column("decision"),
           Column("quote"), Column("place"), Column("iri"))
DOUBT = 0.6  # an inferred responsibility below this confidence is put before people
_TWICE = ("Agency", "Enterprise", "Institute", "Association", "Platform", "Programme", "Project")


class _Case(NamedTuple):
    """``iri`` is that of an open case, of a responsibility, or of an entity that may be another one; the words of
    ``witness`` are not yet read."""

    iri: str
    kind: str
    what: str
    why: str
    candidates: str
    witness: Witness | None


def review(view: View, decided: bool = False, limit: int = 0) -> Listing:
    """The open cases, doubtful responsibilities and bodies that may be one; those already decided if ``decided``.

    ``view`` is the store as the documents have it; ``limit`` is how many at most, 0 gives all.
    """
    known = curation(view)
    found = [*_open_cases(view), *_doubtful(view), *_alike(view)]
    wanted = [case for case in found if decided or not known.verdict(case.iri)]
    shown, more = first(wanted, limit)
    places = Places(view, {case.witness.doc for case in shown if case.witness})
    read = worded(view, (case.witness for case in shown))
    rows = tuple((case.kind, case.what, Message(case.why), case.candidates, _verdict(view, known, case.iri),
                  quoted(witness), places.cite(witness), case.iri.removeprefix(ID))
                 for case, witness in zip(shown, read, strict=True))
    return Listing(_REVIEW, rows, Note("found", {"all": len(wanted)}), more=more)


def _open_cases(view: View) -> Iterator[_Case]:
    found = view.facts(_instances(view, "zt:OpenCase"))
    for iri, facts in found.items():
        kind = facts.one("zt:caseKind").removeprefix(ZT)
        yield _Case(iri, kind, "".join(facts.one("zt:text").split()), facts.one("zt:why"),
                    "、".join(facts.all("zt:candidate")), next(iter(standing(facts)), None))


def _doubtful(view: View) -> Iterator[_Case]:
    iris = _instances(view, "zt:Responsibility")
    doubted = {iri for iri, facts in view.facts(iris, ("zt:basis", "zt:confidence")).items() if _in_doubt(facts)}
    for duty in duties_of(view, sorted(doubted)):
        yield _Case(duty.iri, "caseDuty", duty.of_name, duty.rule, duty.holder_name, duty.witness)


def _in_doubt(facts: Facts) -> bool:
    return facts.one("zt:basis") != ZT + "stated" and float(facts.one("zt:confidence") or 1) < DOUBT


def _alike(view: View) -> Iterator[_Case]:
    """Bodies of which one goes by the other's full name, or both by the same: the shorter named one is the case."""
    alike: dict[str, tuple[Entry, dict[str, None]]] = {}
    for case, other in _pairs(view):
        candidate = other.iri.removeprefix(ID) if case.label == other.label else other.label
        alike.setdefault(case.iri, (case, {}))[1][candidate] = None
    for case, candidates in alike.values():
        yield _Case(case.iri, "caseSame", case.label, "", "、".join(candidates), home(case.home))


def _pairs(view: View) -> Iterator[tuple[Entry, Entry]]:
    """Two that may be one, the one with the shorter name first."""
    named: dict[tuple[str, str], list[Entry]] = {}
    entries = [entry for entry in view.entries() if entry.kind in _TWICE]
    for entry in entries:
        named.setdefault((entry.kind, fold(entry.label)), []).append(entry)
    for entry in entries:
        names = dict.fromkeys(map(fold, (entry.label, *entry.names)))
        for other in (other for name in names for other in named.get((entry.kind, name), ())):
            if other.iri == entry.iri or (entry.label == other.label and entry.iri > other.iri):
                continue
            short, long = sorted((entry, other), key=lambda each: (len(each.label), each.iri))
            yield short, long


def _instances(view: View, name: str) -> list[str]:
    return [row["x"] for row in view.select(f"SELECT DISTINCT ?x WHERE {{ ?x a {name} }} ORDER BY ?x")]


def _verdict(view: View, known: Curation, case: str) -> Cell:
    """What was decided, written as it is to be filled in."""
    made = known.made.get(case)
    if made and made.chosen:
        return "=" + (view.facts([made.chosen])[made.chosen].one("skos:prefLabel") or made.chosen.removeprefix(ID))
    return Code(made.verdict, "verdict") if made else ""
