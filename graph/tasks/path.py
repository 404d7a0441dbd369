"""``path``: how two things of a store hang together."""

from __future__ import annotations

from graph.ask.match import THINGS, resolve
from graph.listing import Column, Listing, Note, Place, Quote
from graph.network import Network, Reader, Step, Witness, node_id, sources_of, thing_of
from graph.store.view import View

__all__ = ["path_between"]

_PATH = (Column("step"), Column("from"), Column("relation", "relation"), Column("to"), Column("basis", "basis"),
         Column("quote"), Column("place"))
#: A network's bases as the store's codes.
_BASIS = {"issuer": "byIssuer", "remit": "byRemit", "inherited": "byInheritance", "analyst": "byAnalyst"}


def path_between(view: View, a: str, b: str) -> Listing:
    """The cheapest chain of relations from one thing to another, each with the words that say so."""
    ends = [resolve(view, name, THINGS).entry for name in (a, b)]
    start, end = (node_id(entry.iri) for entry in ends)
    if start == end:
        return Listing(_PATH, (), Note("one_thing", {"a": a, "b": b, "label": ends[0].label}))
    network, steps = Reader(view).path(start, end)
    if not steps:
        return Listing(_PATH, (), Note("no_path", {"a": ends[0].label, "b": ends[1].label}))
    rows = tuple(_row(number, step, network) for number, step in enumerate(steps, 1))
    return Listing(_PATH, rows, Note("found", {"all": len(rows)}))


def _row(number: int, step: Step, network: Network) -> tuple[str | int, ...]:
    link = step.link
    ends = (link.s, link.o) if step.forward else (link.o, link.s)
    names = [thing_of(network, node).label for node in ends]
    witness = link.evidence[0] if link.evidence else None
    place = _cite(witness, network) if witness else Place("")
    return (number, names[0], link.p if step.forward else f"{link.p}Of", names[1], _BASIS.get(link.basis, link.basis),
            Quote(witness.quote if witness else ""), place)


def _cite(witness: Witness, network: Network) -> Place:
    source = sources_of(network).get(witness.doc)
    name = (source.number or source.title) if source else witness.doc
    return Place(name, "", witness.start, witness.end)
