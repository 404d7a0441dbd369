"""Who belongs together and who matters: groups for big pictures, ranks for cutting them to size."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from graph.network.parts import Network, contains, link_of, thing_of

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Group", "centrality", "groups_of", "rank"]

_SEED = 7  # any fixed number: the same network must give the same groups
_BIGGEST = 400  # members; a group that is drawn as one disc must stay readable when opened


class Group(NamedTuple):
    """Some things under one name; ``members`` sorted by rank, best first."""

    label: str
    members: tuple[str, ...]


def rank(network: Network) -> dict[str, int]:
    """How many other things each thing is linked to, containment counting nothing.

    >>> from graph.network.parts import Link, Thing, make_network
    >>> things = [Thing("a", "agency", "甲局"), Thing("m", "measure", "措"), Thing("d", "document", "文")]
    >>> rank(make_network(things, [Link("a", "leads", "m"), Link("m", "statedIn", "d")]))
    {'a': 1, 'd': 0, 'm': 1}
    """
    around: dict[str, set[str]] = {node: set() for node in network}
    for s, o, key in network.edges(keys=True):
        if s != o and not contains(network, link_of(network, s, o, key)):
            around[s].add(o)
            around[o].add(s)
    return {node: len(others) for node, others in around.items()}


def centrality(network: Network, samples: int = 200) -> list[tuple[str, float]]:
    """Things by how many shortest paths run through them (betweenness, 0 to 1), best first; containment left out.

    Above ``samples`` things the paths from as many of them are counted, always the same ones.

    >>> from graph.network.parts import Link, Thing, make_network
    >>> things = [Thing(id, "agency", id) for id in "abc"]
    >>> centrality(make_network(things, [Link("a", "partner", "b"), Link("b", "partner", "c")]))[0]
    ('b', 1.0)
    """
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(network)
    graph.add_edges_from((s, o) for s, o, data in network.edges(data=True) if not contains(network, data["link"]))
    scores = nx.betweenness_centrality(graph, k=min(samples, len(graph)), seed=_SEED) if graph else {}
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


def groups_of(network: Network) -> list[Group]:
    """Groups by area where areas tell things apart, else communities of the links; big ones are split.

    Every thing is in exactly one group; groups are sorted by size, then label.
    """
    ranks = rank(network)
    by_area = _by_area(network)
    parts = by_area if _telling(by_area, len(network)) else {"": list(network)}
    pieces = [piece for _, members in sorted(parts.items()) for piece in _split(network, members)]
    groups = [_group(network, members, ranks, parts is by_area) for members in _with_strays(pieces)]
    return sorted(groups, key=lambda group: (-len(group.members), group.label, group.members))


def _by_area(network: Network) -> dict[str, list[str]]:
    areas: dict[str, list[str]] = defaultdict(list)
    for node in network:
        areas[thing_of(network, node).area].append(node)
    return areas


def _telling(areas: Mapping[str, list[str]], total: int) -> bool:
    """Areas are a good map if there are several and none, nor the lack of one, holds nearly everything."""
    return len(areas) > 2 and max(map(len, areas.values())) < 0.5 * total


def _split(network: Network, members: list[str]) -> list[list[str]]:
    if len(members) <= _BIGGEST:
        return [members]
    import networkx as nx

    found = nx.community.louvain_communities(_simple(network, members), seed=_SEED)
    return [sorted(part) for part in sorted(found, key=lambda part: (-len(part), min(part)))]


def _simple(network: Network, members: Iterable[str]) -> nx.Graph[str]:
    import networkx as nx

    inside = dict.fromkeys(members)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(inside)
    graph.add_edges_from((s, o) for s, o in network.edges() if s in inside and o in inside and s != o)
    return graph


def _with_strays(pieces: list[list[str]]) -> list[list[str]]:
    """Pieces of one or two things share one group: a thousand tiny discs are no map."""
    strays = [node for piece in pieces if len(piece) < 3 for node in piece]
    whole = [piece for piece in pieces if len(piece) >= 3]
    return [*whole, strays] if strays else whole


def _group(network: Network, members: list[str], ranks: Mapping[str, int], by_area: bool) -> Group:
    best = sorted(members, key=lambda node: (-ranks[node], node))
    names = {thing_of(network, node).area: thing_of(network, node).label for node in network
             if thing_of(network, node).type == "place"} if by_area else {}
    area = thing_of(network, best[0]).area
    return Group(names.get(area) or thing_of(network, best[0]).label, tuple(best))
