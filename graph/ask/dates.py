"""``timeline``: everything dated, in order: documents issued, plans and policies in force, promises due."""

from __future__ import annotations

from collections.abc import Iterable

from graph.ask.filters import ANYTHING, Filter, wanted, widening
from graph.ask.letterhead import dated
from graph.ask.match import meant
from graph.ask.places import Places, Witness, home, quoted, worded
from graph.errors import NoMatch
from graph.listing import Column, Listing, Note, first
from graph.store.dated import Dated
from graph.store.facts import Facts
from graph.store.view import View

__all__ = ["timeline"]

_TIMELINE = (Column("date"), Column("event", "event"), Column("what"), Column("quote"), Column("place"))
_KINDS = ("Document", "Policy", "Programme", "Project", "Platform", "Measure", "Observation")
_READ = ("skos:prefLabel", "dct:title", "zt:population", "zt:indicator", "zt:verbatim")


def timeline(view: View, text: str = "", keep: Filter = ANYTHING, limit: int = 0) -> Listing:
    """The dated things that match ``text``, or all of them, the earliest first.

    ``keep`` says from which documents, ``limit`` how many at most (0 gives all).  Raises NoMatch if there are none.
    """
    keep = keep.settled(view)
    about = meant(view, text, _KINDS) if text else None
    told = view.dated()
    events = [event for event in told if event.date and (about is None or event.iri in about)]
    events = _once(wanted(view, events, keep, told))
    if not events:
        raise NoMatch(f"与“{text}”相符的内容都没有日期" if text else "库里没有带日期的内容", hint=widening(keep))
    shown, more = first(events, limit)
    facts = view.facts((event.iri for event in shown), _READ)
    places = Places(view, {event.doc for event in shown})
    rows = tuple((event.date, event.what, _label(event, facts[event.iri]), quoted(witness), places.cite(witness))
                 for event, witness in zip(shown, _witnesses(view, shown), strict=True))
    return Listing(_TIMELINE, rows, Note("found", {"all": len(events)}), more=more)


def _once(events: Iterable[Dated]) -> list[Dated]:
    """Each event once, as the first document tells it: many cite the number of one instrument."""
    seen: dict[tuple[str, str, str], Dated] = {}
    for event in events:
        seen.setdefault((event.date, event.what, event.iri), event)
    return sorted(seen.values(), key=lambda event: (event.date, event.what))


def _witnesses(view: View, events: Iterable[Dated]) -> list[Witness | None]:
    """The words that date a thing: those that state it; for a document, which no place states, those of its head."""
    events = list(events)
    heads = dated(view, (event.iri for event in events if not event.home))
    return worded(view, (home(event.home) or heads.get(event.iri) for event in events))


def _label(event: Dated, facts: Facts) -> str:
    if event.what == "aim":
        return f"{facts.one('zt:population')}{facts.one('zt:indicator')} {facts.one('zt:verbatim')}"
    return facts.one("skos:prefLabel") or facts.one("dct:title")
