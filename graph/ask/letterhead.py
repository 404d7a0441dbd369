"""What the head of a document says, each element with the words it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph.ask.places import Witness, standing, witnesses, worded
from graph.store.facts import Facts
from graph.store.view import View

__all__ = ["Element", "dated", "letterhead"]

#: What a card calls it → element of the header, property of the document.
_ELEMENTS = {
    "number": ("number", "zt:number"), "issuerName": ("issuer", "zt:issuerName"), "signer": ("signer", "zt:signer"),
    "addressee": ("addressees", "zt:addressee"), "copiedTo": ("cc", "zt:copiedTo"),
    "category": ("category", "zt:category"),
}


class Element(NamedTuple):
    """``fact`` is a code; there is no witness for what no sentence states."""

    fact: str
    text: str
    witness: Witness | None


def letterhead(view: View, doc: str, facts: Facts) -> Iterator[Element]:
    """The elements of a document's head; the members of a list in the order of the text."""
    if facts.one("dct:issued"):
        yield Element("date", facts.one("dct:issued"), *worded(view, [dated(view, [doc]).get(doc)]))
    for fact, (element, name) in _ELEMENTS.items():
        places = _places(view, doc, element)
        found = [Element(fact, text, _holding(places, text)) for text in facts.all(name)]
        yield from sorted(found, key=_position)
    yield from _answered(view, doc, facts.one("zt:answers"))
    yield from _contact(view, doc, facts.one("zt:contact"))


def dated(view: View, docs: Iterable[str]) -> dict[str, Witness]:
    """Where documents are dated, not yet read: at the date, or at the number that holds the year."""
    heads = {doc: (f"{doc}/h/date", f"{doc}/h/number") for doc in docs}
    facts = view.facts((element for head in heads.values() for element in head), ("zt:evidence",))
    found = {doc: [place for element in head for place in standing(facts[element])] for doc, head in heads.items()}
    return {doc: places[0] for doc, places in found.items() if places}


def _places(view: View, doc: str, element: str) -> list[Witness]:
    return witnesses(view, view.facts([f"{doc}/h/{element}"], ("zt:evidence",)).values())[0]


def _holding(places: list[Witness], text: str) -> Witness | None:
    return next((place for place in places if text in place.quote), places[0] if places else None)


def _position(element: Element) -> tuple[int, int]:
    return (element.witness.start, element.witness.quote.find(element.text)) if element.witness else (0, 0)


def _answered(view: View, doc: str, proposal: str) -> Iterator[Element]:
    said = view.facts([proposal])[proposal] if proposal else Facts()
    number = f"第{said.one('zt:proposalNumber')}号" if said.one("zt:proposalNumber") else ""
    if number or said.one("dct:title"):
        places = [*_places(view, doc, "subject"), *_places(view, doc, "proposal")]
        yield Element("answers", " ".join(filter(None, (said.one("zt:session"), number, said.one("dct:title")))),
                      next(iter(places), None))


def _contact(view: View, doc: str, contact: str) -> Iterator[Element]:
    if contact:
        said = view.facts([contact])[contact]
        name, phone = said.one("skos:prefLabel"), said.one("zt:phone")
        yield Element("contact", " ".join(filter(None, (name, phone))), _holding(_places(view, doc, "contact"), name))
