"""The neutral form of a network: things, links, and the places in documents that witness them.

Pictures, paths and exports should not care whether a network came out of a store by SPARQL or straight from
one document's statements.  Both make the values below, and :func:`make_network` puts them into a plain
``networkx.MultiDiGraph`` that any networkx algorithm accepts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    import networkx as nx

#: networkx is imported by those who call, so the alias is a string until a type checker reads it.
Network: TypeAlias = "nx.MultiDiGraph[str]"

__all__ = ["CONTAINMENT", "Link", "Network", "Source", "Thing", "Witness", "contains", "link_of", "make_network",
           "sources_of", "thing_of"]

#: Predicates that only say where something stands or what it lies in.  Nearly everything hangs together
#: through them, so paths and neighbourhoods that used them would explain nothing.
CONTAINMENT = frozenset({"statedIn", "within", "refArea", "ofArea"})


class Source(NamedTuple):
    """A document as a citation needs it; ``key`` is the tail of its IRI, ``date`` is ISO or empty."""

    key: str
    title: str
    number: str = ""
    date: str = ""


class Witness(NamedTuple):
    """Words of a document: raw offsets ``[start, end)`` in code points, ``section`` by its outline number.

    ``before`` and ``after`` are the rest of the sentence, for those who read; only the quote is evidence.
    """

    doc: str
    start: int
    end: int
    quote: str
    section: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """A node.  ``facts`` are (key, text) pairs for its card: ``status``, ``due``, ``value``, ``unit`` …

    ``type`` is an entity type of the model (agency, platform …) or ``document``, ``measure``, ``indicator``.
    ``year`` is what the year filter goes by; ``None`` where nothing dates the thing.
    """

    id: str
    type: str
    label: str
    aliases: tuple[str, ...] = ()
    subtype: str = ""
    area: str = ""
    docs: tuple[str, ...] = ()
    year: int | None = None
    period: tuple[str, str] | None = None
    facts: tuple[tuple[str, str], ...] = ()
    evidence: tuple[Witness, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """An edge ``s p o``.  ``basis`` is ``stated``, or names what ``rule`` concludes by (``issuer``, ``remit`` …)."""

    s: str
    p: str
    o: str
    role: str = ""
    basis: str = "stated"
    rule: str = ""
    confidence: float = 1.0
    evidence: tuple[Witness, ...] = ()

    @property
    def key(self) -> str:
        """What tells parallel links apart."""
        return f"{self.p}|{self.basis}"


def make_network(things: Iterable[Thing], links: Iterable[Link], sources: Iterable[Source] = ()) -> Network:
    """A directed multigraph; nodes and edges in sorted order, links to unknown things left out.

    A node carries ``thing``, ``type`` and ``label``; an edge ``link`` and ``p``; the graph ``sources`` by key.

    >>> network = make_network([Thing("a", "agency", "慈溪市科学技术局"), Thing("m", "measure", "加大投入")],
    ...                        [Link("a", "leads", "m"), Link("a", "leads", "gone")])
    >>> sorted(network.edges(keys=True))
    [('a', 'm', 'leads|stated')]
    """
    import networkx as nx

    network: Network = nx.MultiDiGraph(sources={source.key: source for source in sorted(sources)})
    for thing in sorted(things, key=lambda thing: thing.id):
        network.add_node(thing.id, thing=thing, type=thing.type, label=thing.label)
    for link in sorted(links, key=lambda link: (link.s, link.p, link.o, link.basis, link.rule)):
        if link.s in network and link.o in network:
            _add(network, link)
    return network


def _add(network: Network, link: Link) -> None:
    """Add ``link``; where the same statement was met before, join the witnesses."""
    known = network.get_edge_data(link.s, link.o, link.key)
    if known:
        link = _joined(known["link"], link)
    network.add_edge(link.s, link.o, key=link.key, link=link, p=link.p)


def _joined(a: Link, b: Link) -> Link:
    evidence = tuple(dict.fromkeys(a.evidence + b.evidence))
    return Link(a.s, a.p, a.o, a.role or b.role, a.basis, a.rule or b.rule, max(a.confidence, b.confidence), evidence)


def thing_of(network: Network, node: str) -> Thing:
    thing: Thing = network.nodes[node]["thing"]
    return thing


def link_of(network: Network, s: str, o: str, key: str) -> Link:
    link: Link = network.edges[s, o, key]["link"]
    return link


def contains(network: Network, link: Link) -> bool:
    """Does the link only say where something lies?  What a document mentions says no more than that."""
    return link.p in CONTAINMENT or (link.p == "mentions" and thing_of(network, link.s).type == "document")


def sources_of(network: Network) -> dict[str, Source]:
    sources: dict[str, Source] = network.graph.get("sources", {})
    return sources
