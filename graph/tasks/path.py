"""``path``: how two things of a store hang together."""

from __future__ import annotations

from graph.ask.match import THINGS, resolve
from graph.ask.places import Places, Witness, quoted, worded
from graph.listing import Column, Listing, Note
from graph.network import Link, Network, Reader, Step, node_id, thing_of
from graph.store.terms import doc_iri
from graph.store.view import View

__all__ = ["path_between"]

_PATH = (Column("step"), Column("from"), Column("relation", "relation"), Column("to"), Column("basis", "basis"),
         Column("quote"), Column("place"))
#: A network's bases as the store's codes.
_BASIS = {"issuer": "byIssuer", "remit": "byRemit", "inherited": "byInheritance", "analyst": "byAnalyst"}


def path_between(view: View, a: str, b: str) -> Listing:
    """A chain of relations from one thing to another, each with the words that say so.

    It is the cheapest that the newest documents tell which name both (see :meth:`graph.network.Reader.path`), and not
    always the cheapest of the whole store.
    """
    ends = [resolve(view, name, THINGS).entry for name in (a, b)]
    start, end = (node_id(entry.iri) for entry in ends)
    if start == end:
        return Listing(_PATH, (), Note("one_thing", {"a": a, "b": b, "label": ends[0].label}))
    network, steps = Reader(view).path(start, end)
    if not steps:
        return Listing(_PATH, (), Note("no_path", {"a": ends[0].label, "b": ends[1].label}))
    seen = worded(view, (_place(step.link) for step in steps))
    places = Places(view, {witness.doc for witness in seen if witness})
    rows = tuple((number, *_step(step, network), quoted(witness), places.cite(witness))
                 for number, (step, witness) in enumerate(zip(steps, seen, strict=True), 1))
    return Listing(_PATH, rows, Note("found", {"all": len(rows)}))


def _step(step: Step, network: Network) -> tuple[str, str, str, str]:
    link = step.link
    start, end = (thing_of(network, node).label
                  for node in ((link.s, link.o) if step.forward else (link.o, link.s)))
    return start, link.p if step.forward else f"{link.p}Of", end, _BASIS.get(link.basis, link.basis)


def _place(link: Link) -> Witness | None:
    """Where the words stand that say so, not yet read."""
    return next((Witness(doc_iri(place.doc), place.start, place.end) for place in link.evidence), None)
