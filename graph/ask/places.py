"""Where a text says so: document, section and characters, as a briefing cites them.

An answer is chosen and put in order by where its witnesses stand, which their IRIs tell; the words are read
last, and only of what is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from graph.listing import Place, Quote
from graph.store.facts import Facts
from graph.store.terms import place_of
from graph.store.view import View

__all__ = ["ORIGIN", "Places", "Witness", "home", "latest", "quoted", "standing", "widest", "witnesses", "worded"]


class Witness(NamedTuple):
    """Where something stands: IRI of the document, raw offsets in code points.

    Once read (:func:`worded`) also the words, and the labels of the outline around them: ``二、（二）一是``.
    """

    doc: str
    start: int
    end: int
    quote: str = ""
    section: str = ""

    @property
    def iri(self) -> str:
        return f"{self.doc}#char={self.start},{self.end}"


def quoted(witness: Witness | None, about: str = "") -> Quote:
    """The words of a witness for a cell; ``about`` are those to look for."""
    return Quote(witness.quote if witness else "", about)


@cache
def latest(date: str) -> tuple[int, ...]:
    """A key that sorts later years first, undated last.

    >>> sorted(["2023", "", "2025-01", "2025"], key=latest)
    ['2025', '2025-01', '2023', '']
    """
    return tuple(-ord(char) for char in date) or (1,)


def home(evidence: str) -> Witness | None:
    """The place of an evidence; nothing for ""."""
    return Witness(*place_of(evidence)) if evidence else None


def standing(facts: Facts) -> list[Witness]:
    """The places that state a thing, in the order of the text, not yet read."""
    return sorted(Witness(*place_of(iri)) for iri in facts.all("zt:evidence"))


def worded(view: View, places: Iterable[Witness | None]) -> list[Witness | None]:
    """The same places with their words, all read at once."""
    places = list(places)
    found = view.facts(dict.fromkeys(place.iri for place in places if place), _WORDS)
    return [_read(place, found[place.iri]) if place else None for place in places]


def witnesses(view: View, things: Iterable[Facts]) -> list[list[Witness]]:
    """For each thing the places that state it, in the order of the text, with their words."""
    stood = [standing(facts) for facts in things]
    read = iter(worded(view, (place for places in stood for place in places)))
    return [[place for place, _ in zip(read, places, strict=False) if place] for places in stood]


def widest(places: Iterable[Witness]) -> Witness | None:
    """The longest quote, then the first: a number may cite its year apart."""
    return min(places, key=lambda place: (place.start - place.end, place), default=None)


_WORDS = ("nif:anchorOf", "zt:labelPath")  # a place's IRI says where it is


def _read(place: Witness, facts: Facts) -> Witness:
    return place._replace(quote=facts.one("nif:anchorOf"), section=facts.one("zt:labelPath"))


ORIGIN = ("dct:issued", "zt:year", "zt:area")
_CITED = ("zt:number", "dct:title", *ORIGIN)


class Places:
    """Citations for the documents that occur in one answer; each document is looked up once.

    ``read`` is what is looked up: :data:`ORIGIN` where nothing is cited but much is chosen by date and area.
    """

    def __init__(self, view: View, docs: Iterable[str], read: tuple[str, ...] = _CITED) -> None:
        self._view = view
        self._documents = view.facts(sorted({doc for doc in docs if doc}), read)
        self._named: dict[str, str] = {}  # a place is named in every document, so it is read once

    def name(self, doc: str) -> str:
        """The 文号, else the title."""
        facts = self._documents[doc]
        return facts.one("zt:number") or facts.one("dct:title") or doc.rpartition("/")[2]

    def date(self, doc: str) -> str:
        """ISO date of issue, or the year, or ""."""
        facts = self._documents.get(doc, Facts())
        return facts.one("dct:issued") or facts.one("zt:year")

    def area(self, doc: str) -> str:
        """The GB/T 2260 code of the area that a document comes from, or ""."""
        return self._area(doc).rpartition("/")[2]

    def area_name(self, doc: str) -> str:
        """The name of that area, or ""."""
        place = self._area(doc)
        if place and place not in self._named:
            self._named[place] = self._view.facts([place], ("skos:prefLabel",))[place].one("skos:prefLabel")
        return self._named.get(place, "")

    def _area(self, doc: str) -> str:
        return self._documents.get(doc, Facts()).one("zt:area")

    def cite(self, witness: Witness | None, doc: str = "") -> Place:
        """Document, section and characters; without a witness the document alone."""
        if witness is None:
            return Place(self.name(doc) if doc else "")
        return Place(self.name(witness.doc), witness.section, witness.start, witness.end)
