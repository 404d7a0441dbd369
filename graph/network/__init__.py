"""Statements as a network: projection to networkx, neighbourhoods, paths, groups, centrality."""

from graph.network.groups import Group, centrality, groups_of, rank
from graph.network.parts import (
           CONTAINMENT,
           Link,
           Network,
           Source,
           Thing,
           Witness,
           link_of,
           make_network,
           sources_of,
           thing_of,
)
from graph.network.reading import MOST, Reader, Reading
from graph.network.statements import from_statements
from graph.network.store import from_store, node_id, only
from graph.network.walk import Step, find_path, narrow, neighbourhood, select

__all__ = ["CONTAINMENT", "MOST", "Group", "Link", "Network", "Reader", "Reading", "Source", "Step", "Thing", "Witness",
           "centrality", "find_path", "from_statements", "from_store", "groups_of", "link_of", "make_network", "narrow",
           "neighbourhood", "node_id", "only", "rank", "select", "sources_of", "thing_of"]
