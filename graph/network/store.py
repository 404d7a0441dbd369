"""A store → a network: each current document is read back to statements, and those are projected.

One projection serves both ways in: what a store gives back is what the pipeline made.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import unquote

from graph.network.parts import Link, Network, Thing, make_network, sources_of, thing_of
from graph.network.statements import from_statements

if TYPE_CHECKING:
    from graph.store import View

__all__ = ["from_store", "node_id", "only"]

Triple = tuple[str, str, str]


def from_store(view: View, documents: Iterable[str] = ()) -> Network:
    """The network of a store, or of the ``documents`` named by key (``330282/cikejian-2025-1``)."""
    from graph.store.statements import statements_of

    wanted = set(documents)
    return from_statements(each for each in statements_of(view) if not wanted or each.key in wanted)


def only(network: Network, triples: Iterable[Triple]) -> Network:
    """The part of a network that a query named: ``triples`` of IRIs, from a CONSTRUCT or a table of s p o.

    A triple that is no link of the network becomes one without words of a document; what no document names
    becomes a thing of type ``other`` under the tail of its IRI.
    """
    rows = [(node_id(s), local_name(p), node_id(o)) for s, p, o in triples]
    kept = {end for s, _, o in rows for end in (s, o)}
    things = [thing_of(network, id) if id in network else Thing(id, "other", id.rsplit("/", 1)[-1]) for id in kept]
    links = [link for row in rows for link in _links(network, row)]
    return make_network(things, links, sources_of(network).values())


def _links(network: Network, row: Triple) -> list[Link]:
    s, p, o = row
    known = network[s][o].values() if network.has_edge(s, o) else ()
    found = [data["link"] for data in known if data["p"] == p]
    return found or [Link(s, p, o, basis="query", rule="query")]


def node_id(iri: str) -> str:
    """A thing's node: the tail of its IRI.

    >>> node_id("https://w3id.org/zhengtu/id/place/330282"), node_id("place/330282")
    ('place/330282', 'place/330282')
    """
    return unquote(iri.removeprefix("https://w3id.org/zhengtu/id/"))


def local_name(iri: str) -> str:
    """
    >>> local_name("https://w3id.org/zhengtu/def#partOf"), local_name("http://purl.org/dc/terms/issued")
    ('partOf', 'issued')
    """
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
