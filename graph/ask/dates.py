"""``timeline``: everything dated, in order: documents issued, plans and policies in force, promises due."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graph.ask.letterhead import dated
from graph.ask.match import matches
from graph.ask.places import Places, Witness, quoted, witnesses
from graph.errors import NoMatch
from graph.listing import Column, Listing, Note
from graph.store.facts import Facts
from graph.store.terms import DOC, ZT
from graph.store.view import View

__all__ = ["timeline"]

_TIMELINE = (Column("date"), Column("event", "event"), Column("what"), Column("quote"), Column("place"))
_KINDS = ("Document", "Policy", "Programme", "Project", "Platform", "Measure", "Observation")
#: Property that dates a thing → what happens then, for the classes it applies to.
_DATED = (("dct:issued", "issuedOn"), ("zt:year", "issuedOn"), ("zt:start", "starts"), ("zt:end", "ends"),
          ("zt:due", "due"))


class _Event(NamedTuple):
    date: str
    what: str
    label: str
    witness: Witness | None


def timeline(view: View, text: str = "") -> Listing:
    """The dated things that match ``text``, or all of them, the earliest first.  Raises NoMatch if there are none."""
    things = view.facts(_things(view, text))
    found = zip(things.items(), witnesses(view, things.values()), strict=True)
    events = sorted(event for (iri, facts), where in found
                    for event in _events(facts, where[0] if where else _issued(view, iri)))
    if not events:
        raise NoMatch(f"与“{text}”相符的内容都没有日期" if text else "库里没有带日期的内容")
    places = Places(view, {event.witness.doc for event in events if event.witness})
    rows = tuple((e.date, e.what, e.label, quoted(e.witness), places.cite(e.witness)) for e in events)
    return Listing(_TIMELINE, rows, Note("found", {"all": len(rows)}))


def _things(view: View, text: str) -> list[str]:
    if text:
        return [match.entry.iri for match in matches(view, text, _KINDS)]
    return [entry.iri for entry in view.entries() if entry.kind in _KINDS]


def _issued(view: View, iri: str) -> Witness | None:
    """Where a document says of itself when it was issued; other things have places of their own."""
    return dated(view, iri) if iri.startswith(DOC) else None


def _events(facts: Facts, witness: Witness | None) -> Iterator[_Event]:
    label = facts.one("skos:prefLabel") or facts.one("dct:title")
    for name, what in _DATED:
        if facts.one(name) and not (name == "zt:year" and facts.one("dct:issued")):
            yield _Event(facts.one(name), what, label, witness)
    if facts.one("zt:kind") == ZT + "promised" and facts.one("zt:refPeriod"):
        said = f"{facts.one('zt:population')}{facts.one('zt:indicator')} {facts.one('zt:verbatim')}"
        yield _Event(facts.one("zt:refPeriod"), "aim", said, witness)
