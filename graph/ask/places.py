"""Where a text says so: document, section and characters, as a briefing cites them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from graph.listing import Place, Quote
from graph.store.facts import Facts
from graph.store.terms import place_of
from graph.store.view import View

__all__ = ["Places", "Witness", "homes", "latest", "quoted", "widest", "witnesses"]


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
    found = view.facts({iri for facts in things for iri in facts.all("zt:evidence")}, _WORDS)
    return [sorted(_witness(iri, found[iri]) for iri in facts.all("zt:evidence")) for facts in things]


def homes(view: View, evidence: Iterable[str]) -> list[Witness | None]:
    """The words at each place of evidence; nothing for ""."""
    evidence = list(evidence)
    found = view.facts({iri for iri in evidence if iri}, _WORDS)
    return [_witness(iri, found[iri]) if iri else None for iri in evidence]


def widest(places: Iterable[Witness]) -> Witness | None:
    """The longest quote, then the first: a number may cite its year apart."""
    return min(places, key=lambda place: (-len(place.quote), place), default=None)


_WORDS = ("nif:anchorOf",)  # a place's IRI says where it is


def _witness(evidence: str, facts: Facts) -> Witness:
    return Witness(*place_of(evidence), facts.one("nif:anchorOf"))


_CITED = ("zt:number", "dct:issued")
_OTHERWISE = ("dct:title", "zt:year")  # read of a document only where it lacks a number or a date
_RANGE = ("nif:beginIndex", "nif:endIndex")


class Places:
    """Citations for the documents that occur in one answer; each document is looked up once."""

    def __init__(self, view: View, docs: Iterable[str]) -> None:
        self._view = view
        self._documents = view.facts(sorted({doc for doc in docs if doc}), _CITED)
        poor = [doc for doc, facts in self._documents.items() if len(facts) < len(_CITED)]
        for doc, facts in view.facts(poor, _OTHERWISE).items():
            self._documents[doc].update(facts)
        self._areas: dict[str, str] = {}  # of the documents for which it was asked
        self._named: dict[str, str] = {}  # a place is named in every document, so it is read once
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
        return self._area(doc).rpartition("/")[2]

    def area_name(self, doc: str) -> str:
        """The name of that area, or ""."""
        place = self._area(doc)
        if place and place not in self._named:
            self._named[place] = self._view.facts([place], ("skos:prefLabel",))[place].one("skos:prefLabel")
        return self._named.get(place, "")

    def _area(self, doc: str) -> str:
        if doc not in self._areas:
            self._areas[doc] = self._view.facts([doc], ("zt:area",))[doc].one("zt:area") if doc else ""
        return self._areas[doc]

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
