"""GraphML and GEXF for Gephi, yEd, Cytoscape and networkx: things as nodes, relations with their quotes as edges."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from graph.network import from_statements, link_of, thing_of
from graph.store.statements import statements_of
from graph.store.view import View

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["flat_network", "write_gexf", "write_graphml"]


def flat_network(view: View) -> nx.MultiDiGraph[str]:
    """The network with plain text and numbers as attributes, which is all these formats hold."""
    import networkx as nx

    network = from_statements(statements_of(view))
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in network:
        thing = thing_of(network, node)
        flat.add_node(node, label=_clean(thing.label), type=thing.type, area=thing.area)
    for s, o, key in network.edges(keys=True):
        link = link_of(network, s, o, key)
        quote = link.evidence[0].quote if link.evidence else ""
        flat.add_edge(s, o, key=key, label=link.p, role=link.role, basis=link.basis, rule=link.rule,
                      weight=link.confidence, quote=_clean(quote))
    return flat


def _clean(text: str) -> str:
    """Without the control characters that XML forbids."""
    return "".join(char for char in text if char.isprintable() or char in "\n\t")


def write_graphml(view: View, file: BinaryIO) -> None:
    import networkx as nx

    nx.write_graphml(flat_network(view), file, encoding="utf-8", named_key_ids=True)


def write_gexf(view: View, file: BinaryIO) -> None:
    """GEXF 1.2; the date that networkx would write is left out."""
    import networkx as nx

    writer = nx.readwrite.gexf.GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(flat_network(view))
    for meta in [each for each in writer.xml if each.tag.endswith("meta")]:
        meta.attrib.pop("lastmodifieddate", None)
    writer.write(file)
