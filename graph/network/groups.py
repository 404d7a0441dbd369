"""Who belongs together and who matters: groups for big pictures, ranks for cutting them to size."""

from __future__ import annotations

from collections import Counter, defaultdict
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

    What has no area of its own belongs to that of the document that names it first, and the things of a national
    document stay together under its title.  Every thing is in exactly one group; groups are sorted by size, then label.
    """
    ranks, homes = rank(network), {node: _home(network, node) for node in network}
    by_home: dict[str, list[str]] = defaultdict(list)
    for node, home in homes.items():
        by_home[home].append(node)
    told = _telling(by_home, len(network))
    parts = by_home if told else {"": list(network)}
    pieces = [piece for _, members in sorted(parts.items()) for piece in _split(network, members)]
    groups = [_group(network, members, ranks, homes if told else {}) for members in _with_strays(pieces)]
    return sorted(_told_apart(network, groups), key=lambda group: (-len(group.members), group.label, group.members))


def _told_apart(network: Network, groups: list[Group]) -> list[Group]:
    """Pieces of one home are named by their first document, else by their best linked thing."""
    known = Counter(group.label for group in groups)
    return [group if known[group.label] == 1 else group._replace(label=_own_name(network, group)) for group in groups]


def _own_name(network: Network, group: Group) -> str:
    things = [thing_of(network, node) for node in group.members]
    best = min(things, key=lambda thing: (thing.type != "document", thing.type == "place"))
    return best.label


def _home(network: Network, node: str) -> str:
    """The node of the place, or of the document, that a thing is drawn with; empty if neither is known."""
    thing = thing_of(network, node)
    first = f"doc/{thing.docs[0]}" if thing.docs else ""
    area = thing.area or (thing_of(network, first).area if first in network else "")
    place = f"place/{area}"
    return place if place in network else first


def _telling(parts: Mapping[str, list[str]], total: int) -> bool:
    """Homes are a good map if there are several and none, nor the lack of one, holds nearly everything."""
    return len(parts) > 2 and max(map(len, parts.values())) < 0.6 * total


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


def _group(network: Network, members: list[str], ranks: Mapping[str, int], homes: Mapping[str, str]) -> Group:
    """Members best first, under the name of their common home, else of the best linked."""
    best = sorted(members, key=lambda node: (-ranks[node], node))
    home = homes.get(best[0], "")
    alike = home in network and all(homes[node] == home for node in members)
    return Group(thing_of(network, home if alike else best[0]).label, tuple(best))
