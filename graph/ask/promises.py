"""``targets``: what was promised, by when, how firmly, and by whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from graph.ask.duties import Duty, duties_of
from graph.ask.moments import iso
from graph.ask.places import Places, Witness, quoted, widest, witnesses
from graph.errors import NoMatch
from graph.listing import Column, Listing, Note, Words
from graph.store.facts import Facts
from graph.store.terms import ZT
from graph.store.view import View
from graph.words import code, noted, sentence

__all__ = ["targets"]

_TARGETS = (Column("due"), Column("commitment", "commitment"), Column("what"), Column("value"), Column("owners"),
            Column("quote"), Column("place"))
_STRENGTH = ("ensures", "will", "plans", "strives", "explores", "")
_LAST = "9"  # sorts what has no deadline last


class _Promise(NamedTuple):
    """A measure with a deadline, or a number aimed at and the measure it stands in."""

    due: str
    facts: Facts
    measure: str
    strength: str
    witness: Witness | None


def targets(view: View, due: str = "") -> Listing:
    """Measures with a deadline and numbers aimed at, the earliest first, the firmer promise first.

    ``due`` (a year, month or day) keeps what falls due by then.  Raises NoMatch where nothing was promised.
    """
    due = iso(due)
    promises = [promise for promise in _promises(view) if _within(promise.due, due)]
    if not promises:
        raise NoMatch(f"没有{due}及以前到期的承诺" if due else "没有到期的承诺")
    promises.sort(key=lambda p: (p.due or _LAST, _STRENGTH.index(p.strength), p.witness or ()))
    owners = _owners(view, {promise.measure for promise in promises})
    places = Places(view, {promise.facts.one("zt:statedIn") for promise in promises})
    rows = tuple(_cells(promise, owners, places) for promise in promises)
    return Listing(_TARGETS, rows, Note("found", {"all": len(rows)}))


def _promises(view: View) -> list[_Promise]:
    numbers = view.facts(_instances(view, "zt:Target"))
    measures = view.facts(_instances(view, "zt:Measure"))
    around = _Measures(measures)
    found = []
    for facts, where in zip(numbers.values(), witnesses(view, numbers.values()), strict=True):
        witness = widest(where)
        measure = facts.one("zt:inMeasure") or (around.find(witness) if witness else "")
        strength = measures[measure].one("zt:commitment") if measure in measures else ""
        found.append(_Promise(facts.one("zt:refPeriod"), facts, measure, _firm(strength), witness))
    due = {iri: facts for iri, facts in measures.items() if facts.one("zt:due")}
    for (iri, facts), where in zip(due.items(), witnesses(view, due.values()), strict=True):
        found.append(_Promise(facts.one("zt:due"), facts, iri, _firm(facts.one("zt:commitment")), widest(where)))
    return found


def _instances(view: View, name: str) -> list[str]:
    return [row["x"] for row in view.select(f"SELECT DISTINCT ?x WHERE {{ ?x a {name} }} ORDER BY ?x")]


def _firm(concept: str) -> str:
    word = concept.removeprefix(ZT)
    return word if word in _STRENGTH else ""


def _within(written: str, due: str) -> bool:
    return not due or (bool(written) and written[:len(due)] <= due)


class _Measures:
    """The measures by place: a number belongs to the smallest one whose words hold its own."""

    def __init__(self, measures: dict[str, Facts]) -> None:
        self._by_doc: dict[str, list[tuple[int, int, str]]] = {}
        for iri, facts in measures.items():
            begin, end = int(facts.one("nif:beginIndex") or 0), int(facts.one("nif:endIndex") or 0)
            self._by_doc.setdefault(facts.one("zt:statedIn"), []).append((begin, end, iri))

    def find(self, place: Witness) -> str:
        """The measure's IRI, or ""."""
        around = [(end - begin, iri) for begin, end, iri in self._by_doc.get(place.doc, ())
                  if begin <= place.start and place.end <= end]
        return min(around)[1] if around else ""


def _owners(view: View, measures: Iterable[str]) -> dict[str, Words]:
    """Who answers for each measure; what is inferred, or only supports, is marked."""
    owners: dict[str, list[Duty]] = {}
    for duty in duties_of(view, view.subjects("zt:responsibleFor", measures)):
        owners.setdefault(duty.of, []).append(duty)
    return {measure: Words(*("、".join(_marked(duty, lang) for duty in duties) for lang in ("zh", "en")))
            for measure, duties in owners.items()}


def _marked(duty: Duty, lang: str) -> str:
    marks = (sentence("inferred", lang) if not duty.is_stated else "",
             code("role", "support", lang) if duty.role == "support" else "")
    return noted(duty.holder_name, marks, lang)


def _cells(promise: _Promise, owners: dict[str, Words], places: Places) -> tuple[str, ...]:
    one = promise.facts.one
    what = one("skos:prefLabel") or one("zt:population") + one("zt:indicator")
    quote = quoted(promise.witness, one("zt:verbatim"))
    return (promise.due, promise.strength, what, one("zt:verbatim"), owners.get(promise.measure, ""), quote,
            places.cite(promise.witness, one("zt:statedIn")))
