"""``view`` and ``path``: the store as a network, drawn or walked."""

from __future__ import annotations

from graph.ask.match import THINGS, resolve
from graph.console import note
from graph.listing import Column, Listing, Note, Place, Quote
from graph.network import Network, Step, Witness, find_path, sources_of, thing_of
from graph.store import open_store
from graph.store.statements import statements_of
from graph.store.terms import ID
from graph.store.view import View

__all__ = ["draw_store", "network_of", "path_between"]

_PATH = (Column("step"), Column("from"), Column("relation", "relation"), Column("to"), Column("basis", "basis"),
         Column("quote"), Column("place"))
#: A network's bases as the store's codes.
_BASIS = {"issuer": "byIssuer", "remit": "byRemit", "inherited": "byInheritance", "analyst": "byAnalyst"}


def network_of(view: View) -> Network:
    """Everything the store holds, as a network."""
    from graph.network import from_statements

    return from_statements(statements_of(view))


def draw_store(store: str | None, name: str, depth: int, output: str, lang: str) -> None:
    """Write the network view, whole or around one thing, to ``output``.

    Raises NoMatch if the name is unknown or ambiguous, InputError if the file cannot be written.
    """
    from graph.draw import write_view

    with open_store(store) as view:
        network = network_of(view)
        match = resolve(view, name, THINGS) if name else None
        focus = node_of(match.entry.iri) if match else None
        title = match.entry.label if match else "政图"
        note(f"已写 {write_view(network, output, title=title, lang=lang, focus=focus, depth=depth)}")


def node_of(iri: str) -> str:
    """A thing's node in the network: the tail of its IRI, a measure's without the ``m/``.

    >>> node_of(ID + "doc/330282/cikejian-2025-1/m/3.1")
    'doc/330282/cikejian-2025-1/3.1'
    """
    return iri.removeprefix(ID).replace("/m/", "/", 1) if "/doc/" in iri else iri.removeprefix(ID)


def path_between(view: View, a: str, b: str) -> Listing:
    """The cheapest chain of relations from one thing to another, each with the words that say so."""
    ends = [resolve(view, name, THINGS).entry for name in (a, b)]
    network = network_of(view)
    steps = find_path(network, *(node_of(entry.iri) for entry in ends))
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
