"""``path``: how two things of a store hang together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graph.ask.links import short_chain
from graph.ask.match import THINGS, resolve
from graph.ask.places import Places, Witness, quoted, worded
from graph.listing import Column, Listing, Note
from graph.store.names import fullest
from graph.store.terms import doc_iri
from graph.store.view import View

if TYPE_CHECKING:
    from graph.network import Network, Step

__all__ = ["path_between"]

_PATH = (Column("step"), Column("from"), Column("relation", "relation"), Column("to"), Column("basis", "basis"),
         Column("quote"), Column("place"))
#: A network's bases as the store's codes.
_BASIS = {"issuer": "byIssuer", "remit": "byRemit", "inherited": "byInheritance", "analyst": "byAnalyst"}


class _Step(NamedTuple):
    """A row before its words are read."""

    start: str
    relation: str
    end: str
    basis: str
    witness: Witness | None


def path_between(view: View, a: str, b: str) -> Listing:
    """A chain of relations from one thing to another, each with the words that say so.

    A link between them, or two through a thing that few others share, is looked for in the whole store
    (:func:`graph.ask.links.short_chain`).  A longer chain is the cheapest that the newest documents tell which name
    both (:meth:`graph.network.Reader.path`), and not always the cheapest of the whole store.
    """
    ends = [resolve(view, name, THINGS).entry for name in (a, b)]
    start, end = (entry.iri for entry in ends)
    if start == end:
        return Listing(_PATH, (), Note("one_thing", {"a": a, "b": b, "label": ends[0].label}))
    steps = _short(view, start, end) or _long(view, start, end)
    if not steps:
        return Listing(_PATH, (), Note("no_path", {"a": ends[0].label, "b": ends[1].label}))
    seen = worded(view, (step.witness for step in steps))
    places = Places(view, {witness.doc for witness in seen if witness})
    rows = tuple((number, *step[:-1], quoted(witness), places.cite(witness))
                 for number, (step, witness) in enumerate(zip(steps, seen, strict=True), 1))
    return Listing(_PATH, rows, Note("found", {"all": len(rows)}))


def _short(view: View, a: str, b: str) -> list[_Step]:
    chain = short_chain(view, a, b)
    facts = view.facts({iri for link in chain for iri in (link.start, link.end)}, ("skos:prefLabel", "dct:title"))
    names = {iri: fullest(said.all("skos:prefLabel")) or said.one("dct:title") for iri, said in facts.items()}
    return [_Step(names[link.start], link.relation, names[link.end], link.basis, link.witness) for link in chain]


def _long(view: View, a: str, b: str) -> list[_Step]:
    from graph.network import Reader, node_id

    network, steps = Reader(view).path(node_id(a), node_id(b))
    return [_step(step, network) for step in steps]


def _step(step: Step, network: Network) -> _Step:
    from graph.network import thing_of

    link = step.link
    start, end = (thing_of(network, node).label for node in ((link.s, link.o) if step.forward else (link.o, link.s)))
    return _Step(start, link.p if step.forward else f"{link.p}Of", end, _BASIS.get(link.basis, link.basis),
                 next((Witness(doc_iri(place.doc), place.start, place.end) for place in link.evidence), None))
