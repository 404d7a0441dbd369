"""Walks through a network that explain something.

Everything hangs together through the document that mentions it and the city it lies in.  Such a path is no
answer, so a walk may end in a document or a place but does not pass through one, and paths pay for every hub.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from math import log2
from typing import TYPE_CHECKING, NamedTuple

from graph.errors import NoMatch
from graph.network.parts import Link, Network, Thing, contains, link_of, thing_of

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["PASSIVE", "Step", "find_path", "narrow", "neighbourhood", "select"]

#: Types that a walk ends in: they hold everything together and so say nothing.
PASSIVE = frozenset({"document", "place"})


class Step(NamedTuple):
    """One link of a path; ``forward`` tells whether it is walked from its subject to its object."""

    link: Link
    forward: bool


def neighbourhood(network: Network, start: str, depth: int = 1) -> Network:
    """What is at most ``depth`` links away from ``start``, with every link among it.

    >>> from graph.network.parts import Link, Thing, make_network
    >>> things = [Thing("a", "agency", "甲局"), Thing("d", "document", "文"), Thing("m", "measure", "措")]
    >>> network = make_network(things, [Link("d", "issuer", "a"), Link("m", "statedIn", "d")])
    >>> sorted(neighbourhood(network, "a", depth=2))
    ['a', 'd']
    """
    _known(network, start)
    seen, ring = {start}, {start}
    for _ in range(depth):
        ring = {other for node in ring if node == start or thing_of(network, node).type not in PASSIVE
                for other in _around(network, node)} - seen
        seen |= ring
    return network.subgraph(seen).copy()


def find_path(network: Network, a: str, b: str) -> list[Step]:
    """The cheapest chain of links from ``a`` to ``b``, in either direction of each link; empty if there is none.

    A link costs 1, more if uncertain; passing through a thing costs the logarithm of its number of links;
    containment is left out.  Raises NoMatch for an unknown end.
    """
    import networkx as nx

    _known(network, a)
    _known(network, b)
    graph = _walkable(network, {a, b})
    try:
        nodes = nx.dijkstra_path(graph, a, b, weight="cost")
    except nx.NetworkXNoPath:
        return []
    links: list[Link] = [graph.edges[pair]["link"] for pair in pairwise(nodes)]
    return [Step(link, link.s == node) for link, node in zip(links, nodes, strict=False)]


def _walkable(network: Network, ends: set[str]) -> nx.Graph[str]:
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(ends)
    for s, o, key in network.edges(keys=True):
        link = link_of(network, s, o, key)
        inner = {s, o} - ends
        if contains(network, link) or any(thing_of(network, node).type in PASSIVE for node in inner):
            continue
        cost = _cost(network, link, ends)
        if not graph.has_edge(s, o) or graph.edges[s, o]["cost"] > cost:
            graph.add_edge(s, o, cost=cost, link=link)
    return graph


def _cost(network: Network, link: Link, ends: set[str]) -> float:
    hubs = sum(log2(max(1, network.degree(node))) for node in (link.s, link.o) if node not in ends)
    return (2.0 if link.p == "mentions" else 1.0) + (1.0 - link.confidence) + hubs / 2


def select(network: Network, keep_thing: Callable[[Thing], bool] = lambda thing: True,
           keep_link: Callable[[Link], bool] = lambda link: True) -> Network:
    """The part of ``network`` whose things and links pass; links need both ends."""
    kept = network.subgraph([node for node in network if keep_thing(thing_of(network, node))]).copy()
    gone = [(s, o, key) for s, o, key in kept.edges(keys=True) if not keep_link(kept.edges[s, o, key]["link"])]
    kept.remove_edges_from(gone)
    return kept


def narrow(network: Network, *, types: Iterable[str] = (), since: int | None = None, stated: bool = False) -> Network:
    """The things of some ``types``, of the year ``since`` or later (undated ones stay); only stated links on demand.

    >>> from graph.network.parts import Thing, make_network
    >>> things = [Thing("a", "agency", "甲局", year=2020), Thing("b", "place", "乙市")]
    >>> sorted(narrow(make_network(things, []), since=2021))
    ['b']
    """
    wanted = set(types)
    return select(
        network, lambda thing: (not wanted or thing.type in wanted) and (not since or (thing.year or since) >= since),
        lambda link: not stated or link.basis == "stated")


def _around(network: Network, node: str) -> Iterable[str]:
    yield from network.successors(node)
    yield from network.predecessors(node)


def _known(network: Network, node: str) -> None:
    if node not in network:
        raise NoMatch(f"网络里没有 {node}", hint="用 zhengtu find 查找名称")
