"""``targets``: what was promised, by when, how firmly, and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.ask.duties import Duty, duties_of
from graph.ask.filters import ANYTHING, Filter, wanted, widening
from graph.ask.moments import iso
from graph.ask.places import Places, Witness, home, quoted, worded
from graph.errors import NoMatch
from graph.listing import Column, Listing, Note, Words, first
from graph.store.dated import Dated
from graph.store.facts import Facts
from graph.store.terms import ZT
from graph.store.view import View
from graph.words import code, noted, sentence

__all__ = ["targets"]

_TARGETS = (Column("due"), Column("commitment", "commitment"), Column("what"), Column("value"), Column("owners"),
            Column("quote"), Column("place"))
_STRENGTH = ("ensures", "will", "plans", "strives", "explores", "")
_LAST = "9"  # sorts what has no deadline last
_PROMISED = ("due", "aim")
_READ = ("skos:prefLabel", "zt:population", "zt:indicator", "zt:verbatim", "zt:inMeasure")


def targets(view: View, due: str = "", keep: Filter = ANYTHING, limit: int = 0) -> Listing:
    """Measures with a deadline and numbers aimed at, the earliest first, the firmer promise first.

    ``due`` (a year, month or day) keeps what falls due by then, ``keep`` what certain documents promise; ``limit`` is
    how many at most, 0 gives all.  Raises NoMatch where nothing was promised.
    """
    due, keep = iso(due), keep.settled(view)
    events = view.dated()
    promises = [event for event in events if event.what in _PROMISED and _within(event.date, due)]
    promises = wanted(view, promises, keep, events)
    if not promises:
        raise NoMatch(f"没有{due}及以前到期的承诺" if due else "没有到期的承诺", hint=widening(keep))
    promises.sort(key=lambda p: (p.date or _LAST, _STRENGTH.index(_firm(p))))  # and as the documents tell them
    shown, more = first(promises, limit)
    return Listing(_TARGETS, _rows(view, shown), Note("found", {"all": len(promises)}), more=more)


def _firm(promise: Dated) -> str:
    word = promise.strength.removeprefix(ZT)
    return word if word in _STRENGTH else ""


def _within(written: str, due: str) -> bool:
    return not due or (bool(written) and written[:len(due)] <= due)


def _rows(view: View, promises: Sequence[Dated]) -> tuple[tuple[str, ...], ...]:
    places = Places(view, {promise.doc for promise in promises})
    found = view.facts((promise.iri for promise in promises), _READ)
    measures = {iri: facts.one("zt:inMeasure") or iri for iri, facts in found.items()}
    owners = _owners(view, measures.values())
    read = worded(view, (home(promise.home) for promise in promises))
    return tuple(_cells(promise, found[promise.iri], owners.get(measures[promise.iri], ""), witness, places)
                 for promise, witness in zip(promises, read, strict=True))


def _cells(promise: Dated, facts: Facts, owners: str, witness: Witness | None, places: Places) -> tuple[str, ...]:
    written = facts.one("zt:verbatim")
    what = facts.one("skos:prefLabel") or facts.one("zt:population") + facts.one("zt:indicator")
    return promise.date, _firm(promise), what, written, owners, quoted(witness, written), places.cite(witness)


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
