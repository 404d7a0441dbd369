"""Where a text says so: document, section and characters, as a briefing cites them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from graph.listing import Place, Quote
from graph.store.facts import Facts
from graph.store.view import View

__all__ = ["Places", "Witness", "firsts", "latest", "quoted", "widest", "witnesses"]


class Witness(NamedTuple):
    """A quote and where it stands: IRI of the document, raw offsets in code points."""

    doc: str
    start: int
    end: int
    quote: str


class _Section(NamedTuple):
    start: int
    end: int
    label: str


def quoted(witness: Witness | None, about: str = "") -> Quote:
    """The words of a witness for a cell; ``about`` are those to look for."""
    return Quote(witness.quote if witness else "", about)


def latest(date: str) -> tuple[int, ...]:
    """A key that sorts later years first, undated last.

    >>> sorted(["2023", "", "2025-01", "2025"], key=latest)
    ['2025', '2025-01', '2023', '']
    """
    return tuple(-ord(char) for char in date) or (1,)


def witnesses(view: View, things: Iterable[Facts]) -> list[list[Witness]]:
    """For each thing the places that state it, in the order of the text."""
    things = list(things)
    found = view.facts({iri for facts in things for iri in facts.all("zt:evidence")}, _WITNESS)
    return [sorted(_witness(found[iri]) for iri in facts.all("zt:evidence")) for facts in things]


def firsts(view: View, things: Iterable[Facts]) -> list[Witness | None]:
    """For each thing the first place that states it: its other places, thousands perhaps, are not read."""
    chosen = [min(facts.all("zt:evidence"), key=_position, default="") for facts in things]
    found = view.facts({iri for iri in chosen if iri}, _WITNESS)
    return [_witness(found[iri]) if iri else None for iri in chosen]


def _position(evidence: str) -> tuple[str, int]:
    """Document and first character, from the IRI ``DOC#char=START,END``."""
    doc, _, place = evidence.partition("#char=")
    start = place.partition(",")[0]
    return doc, int(start) if start.isdigit() else 0


def widest(places: Iterable[Witness]) -> Witness | None:
    """The longest quote, then the first: a number may cite its year apart."""
    return min(places, key=lambda place: (-len(place.quote), place), default=None)


_WITNESS = ("nif:beginIndex", "nif:endIndex", "nif:anchorOf", "prov:wasQuotedFrom")


def _witness(facts: Facts) -> Witness:
    begin, end = int(facts.one("nif:beginIndex") or 0), int(facts.one("nif:endIndex") or 0)
    return Witness(facts.one("prov:wasQuotedFrom"), begin, end, facts.one("nif:anchorOf"))


_CITED = ("zt:number", "dct:title", "dct:issued", "zt:year", "zt:area")
_RANGE = ("nif:beginIndex", "nif:endIndex")


class Places:
    """Citations for the documents that occur in one answer; each document is looked up once."""

    def __init__(self, view: View, docs: Iterable[str]) -> None:
        self._view = view
        self._documents = view.facts(sorted({doc for doc in docs if doc}), _CITED)
        self._areas: dict[str, str] = {}  # a place is named in every document, so it is read once
        self._sections: dict[str, list[_Section]] = {}

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
        return self._documents.get(doc, Facts()).one("zt:area").rpartition("/")[2]

    def area_name(self, doc: str) -> str:
        """The name of that area, or ""."""
        place = self._documents.get(doc, Facts()).one("zt:area")
        if place and place not in self._areas:
            self._areas[place] = self._view.facts([place], ("skos:prefLabel",))[place].one("skos:prefLabel")
        return self._areas.get(place, "")

    def section(self, doc: str, start: int) -> str:
        """The labels of the outline around a place: ``二、（二）一是``."""
        if doc not in self._sections:
            self._sections[doc] = _outline(self._view, doc)
        return "".join(s.label for s in self._sections[doc] if s.start <= start < s.end)

    def cite(self, witness: Witness | None, doc: str = "") -> Place:
        """Document, section and characters; without a witness the document alone."""
        if witness is None:
            return Place(self.name(doc) if doc else "")
        return Place(self.name(witness.doc), self.section(witness.doc, witness.start), witness.start, witness.end)


def _outline(view: View, doc: str) -> list[_Section]:
    """The labelled sections of a document, outer ones first."""
    labels = view.column("zt:label", doc)
    sections = [_Section(int(facts.one("nif:beginIndex") or 0), int(facts.one("nif:endIndex") or 0), labels[iri])
                for iri, facts in view.facts(labels, _RANGE).items()]
    return sorted(sections, key=lambda section: (section.start, -section.end))
