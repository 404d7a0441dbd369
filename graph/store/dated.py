"""The dates file: everything that happens or falls due at a time, in order, one line an event.

Timelines and promises run over a whole store; from the database that is a reading of every measure (4 s over 8,000
events).  Like the names file it is made from the published database and lies beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from typing import NamedTuple

from graph.errors import StoreCorrupt
from graph.store.facts import Facts
from graph.store.terms import ID, ZT, place_of

__all__ = ["Dated", "dated_of", "issued", "read_dated", "write_dated"]

#: Property that dates a thing → what happens then.
_DATED = (("dct:issued", "issuedOn"), ("zt:year", "issuedOn"), ("zt:start", "starts"), ("zt:end", "ends"),
          ("zt:due", "due"))
#: A date that is told better by another property; when instruments came out is told by claims.
_BETTER = {"zt:year": "dct:issued", "dct:issued": "zt:issuedOn"}
_CLASSES = {ZT + kind for kind in ("Document", "Policy", "Programme", "Project", "Platform", "Measure", "Observation")}


class Dated(NamedTuple):
    """``what`` is issuedOn, starts, ends, due or aim; a number aimed at may have no ``date``.

    ``strength`` is the commitment (``zt:plans``) of the measure, or of the one around the number; ``home`` is the
    place that states the thing.
    """

    date: str
    what: str
    iri: str
    strength: str
    home: str

    @property
    def doc(self) -> str:
        """The document that states it, or that it is."""
        return self.home.partition("#")[0] or self.iri

    @property
    def order(self) -> tuple[str, str, int, int, str, str]:
        """By date, then as the documents tell them."""
        return self.date, *place_of(self.home), self.iri, self.what


def dated_of(iri: str, facts: Facts, home: str, around: Callable[[str], str]) -> Iterator[Dated]:
    """The events of a thing; ``around`` gives the commitment of a measure.

    >>> plan = Facts({"rdf:type": [ZT + "Programme"], "zt:start": ["2023"], "zt:end": ["2025"]})
    >>> [(event.date, event.what) for event in dated_of("x:plan", plan, "", str)]
    [('2023', 'starts'), ('2025', 'ends')]
    """
    if _CLASSES.isdisjoint(facts.all("rdf:type")):
        return
    for name, what in _DATED:
        if facts.one(name) and not facts.one(_BETTER.get(name, "")):
            yield Dated(facts.one(name), what, iri, facts.one("zt:commitment"), home)
    if facts.one("zt:kind") == ZT + "promised":
        yield Dated(facts.one("zt:refPeriod"), "aim", iri, around(facts.one("zt:inMeasure")), home)


def issued(events: Iterable[Dated]) -> dict[str, str]:
    """When each document came out, by IRI.

    >>> issued([Dated("2025", "issuedOn", "x:doc", "", ""), Dated("2025", "due", "x:doc/m/1", "", "x:doc#char=1,2")])
    {'x:doc': '2025'}
    """
    return {event.iri: event.date for event in events if event.what == "issuedOn" and not event.home}


def write_dated(path: str, events: Iterable[Dated], old: str = "", touched: Container[str] = ()) -> None:
    """Write the events, together with those of an ``old`` file whose things were not ``touched``."""
    found = set(events)
    if old:
        found.update(event for event in read_dated(old) if event.iri not in touched)
    ordered = sorted(found, key=lambda event: event.order)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.writelines("\t".join(event).replace(ID, "\x01") + "\n" for event in ordered)


def read_dated(path: str) -> list[Dated]:
    """All events of a file, by date, then as the documents tell them."""
    try:
        with open(path, encoding="utf-8", newline="\n") as file:
            lines = file.read().replace("\x01", ID).split("\n")[:-1]
        return [Dated._make(line.split("\t")) for line in lines]
    except (TypeError, UnicodeDecodeError) as error:
        raise StoreCorrupt("库里的日期表已损坏", hint="重新运行 zhengtu build 即可修复") from error
