"""Responsibilities as stored, and which of them an answer keeps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol, TypeVar

from graph.ask.match import resolve
from graph.ask.moments import iso
from graph.ask.places import Places, Witness, standing
from graph.store.decisions import Curation, curation
from graph.store.facts import Facts
from graph.store.names import fold, fullest
from graph.store.terms import DOC, ZT, doc_iri, key_of
from graph.store.view import View

__all__ = ["ANYTHING", "ROLES", "Duty", "Filter", "duties_of", "from_document", "held_by", "keeps", "rank", "told",
           "wanted", "widening", "within"]

ROLES = ("lead", "joint", "support")


class Filter(NamedTuple):
    """What of an answer to keep.

    ``since`` is a date or year, ``area`` a place or (a prefix of) its GB/T 2260 code, ``document`` a 文号, title
    or key.
    """

    stated: bool = False
    role: str = ""
    since: str = ""
    area: str = ""
    document: str = ""

    @classmethod
    def of(cls, options: Mapping[str, object]) -> Filter:
        """From the options of a command, where what was not given is ``None``."""
        return cls(**{name: value for name, value in options.items() if value is not None})  # type: ignore[arg-type]

    def settled(self, view: View) -> Filter:
        """With the date in ISO form, the place as the prefix of its code, the document as its key.

        Raises NoMatch for a place or document the store does not know, QueryError for what is no date.
        """
        area = self.area
        if area and not area.isdigit():
            area = resolve(view, area, ("Place",)).entry.iri.rpartition("/")[2]
        document = self.document and key_of(resolve(view, _tail(self.document), ("Document",)).entry.iri)
        return self._replace(since=iso(self.since), area=re.sub("(00){1,2}$", "", area), document=document)


ANYTHING = Filter()


def _tail(document: str) -> str:
    """A key as the tail of an IRI; a name as it is."""
    return f"doc/{document}" if document.isascii() and "/" in document else document


class Duty(NamedTuple):
    """One responsibility as stored; ``basis`` and ``role`` are codes, the words of ``witness`` are not yet read."""

    iri: str
    of: str
    of_name: str
    holder: str
    holder_name: str
    role: str
    basis: str
    rule: str
    doc: str
    witness: Witness | None

    @property
    def is_stated(self) -> bool:
        return self.basis == "stated"


_READ = ("zt:responsibleFor", "zt:responsibleForName", "zt:holder", "zt:holderName", "zt:role", "zt:basis", "zt:rule",
         "zt:statedIn", "zt:evidence")


def duties_of(view: View, iris: Iterable[str], *, rejected: bool = False) -> list[Duty]:
    """The responsibilities with these IRIs, stated first, then by role and place; those people rejected left out."""
    known = curation(view)
    found = {iri: facts for iri, facts in view.facts(iris, _READ).items()
             if rejected or known.verdict(iri) != "rejected"}
    holders = {iri: _holder(facts, known) for iri, facts in found.items()}
    labels = view.facts(set(holders.values()) - {""}, ("skos:prefLabel",))
    duties = [_duty(iri, facts, holders[iri], labels.get(holders[iri], Facts()), known)
              for iri, facts in found.items()]
    return sorted(duties, key=lambda d: (not d.is_stated, rank(d.role), d.doc, d.witness or (), d.iri))


def _holder(facts: Facts, known: Curation) -> str:
    """Who holds it: the body read in the text, or the one that people said its name stands for."""
    read = facts.one("zt:holder")
    return known.one(read) if read else known.meant(facts.one("zt:holderName"), facts.one("zt:statedIn"))


def _duty(iri: str, facts: Facts, holder: str, label: Facts, known: Curation) -> Duty:
    basis = facts.one("zt:basis").removeprefix(ZT)
    if basis != "stated" and known.verdict(iri) == "accepted":
        basis = "byAnalyst"
    return Duty(iri, known.one(facts.one("zt:responsibleFor")), facts.one("zt:responsibleForName"), holder,
                fullest(label.all("skos:prefLabel")) or facts.one("zt:holderName"),
                facts.one("zt:role").removeprefix(ZT), basis, facts.one("zt:rule"), facts.one("zt:statedIn"),
                next(iter(standing(facts)), None))


def held_by(view: View, iri: str) -> list[str]:
    """The responsibilities of a body, of those merged into it, and under the names said to stand for it."""
    known = curation(view)
    same = known.same(iri)
    found = view.subjects("zt:holder", same)
    for doc, name in known.settled(same):
        held = {each: said for graph in (doc, f"{doc}/inferred") for each, said in
                view.column("zt:holderName", graph).items() if fold(said) == name}
        found += [each for each, facts in view.facts(held, ("zt:holder",)).items() if not facts]
    return list(dict.fromkeys(found))


def told(duty: Duty, home: Witness | None) -> Witness | None:
    """The words to show for a duty: those that state it; for an inferred one those of the thing it is about."""
    return (duty.witness or home) if duty.is_stated else (home or duty.witness)


def rank(role: str) -> int:
    return ROLES.index(role) if role in ROLES else len(ROLES)


def from_document(iris: Iterable[str], keep: Filter) -> list[str]:
    """The responsibilities, or other parts, of the document that is wanted; all of them where any is.

    >>> from_document([f"{DOC}a-2025-1/r/1", f"{DOC}a-2025-10/r/2"], Filter(document="a-2025-1"))
    ['https://w3id.org/zhengtu/id/doc/a-2025-1/r/1']
    """
    within = doc_iri(keep.document) + "/" if keep.document else ""
    return [iri for iri in iris if iri.startswith(within)]


def keeps(duty: Duty, keep: Filter, places: Places) -> bool:
    if (keep.stated and not duty.is_stated) or (keep.role and duty.role != keep.role):
        return False
    return within(duty.doc, keep, places)


def within(doc: str, keep: Filter, places: Places) -> bool:
    """Whether a document lies within ``since``, ``area`` and ``document``."""
    if keep.area and not (places.area(doc) or doc.removeprefix(DOC)).startswith(keep.area):
        return False
    return places.date(doc) >= keep.since and (not keep.document or doc == doc_iri(keep.document))


class OfDocument(Protocol):
    """Anything that knows its document."""

    @property
    def doc(self) -> str: ...


Part = TypeVar("Part", bound=OfDocument)


def wanted(view: View, found: Iterable[Part], keep: Filter) -> list[Part]:
    """What stands in the documents that are wanted."""
    only = doc_iri(keep.document) if keep.document else ""
    parts = [part for part in found if only in ("", part.doc)]
    if not (keep.area or keep.since):
        return parts
    places = Places(view, {part.doc for part in parts})
    return [part for part in parts if within(part.doc, keep, places)]


def widening(keep: Filter) -> str:
    """What to try where nothing stands in the documents that are wanted."""
    return "" if keep == ANYTHING else "去掉 --area 等条件"
