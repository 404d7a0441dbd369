"""The same network in other libraries, as their manuals draw it: one function each, from network to page.

A function writes the page and returns a script expression that is true once the picture stands.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from graph.draw.layout import lay_out
from graph.network import Network
from graph.network.parts import contains

__all__ = ["PEERS"]

PAGE = """<!DOCTYPE html><meta charset="utf-8"><style>html,body,#box{{height:100%;margin:0}}</style><div id="box"></div>
{scripts}<script>const data = {data};
const painted = () => requestAnimationFrame(() => setTimeout(() => {{ window.__painted = true; }}));
{code}</script>"""
PAINTED = "window.__painted"


def links(network: Network) -> Iterator[tuple[str, str]]:
    for s, o, data in network.edges(data=True):
        if not contains(network, data["link"]):
            yield s, o


def stock_pyvis(network: Network, path: Path, modules: Path) -> str:
    from pyvis.network import Network as Stock  # type: ignore[import-untyped]

    stock = Stock(directed=True, cdn_resources="in_line", height="750px")
    for node, label in network.nodes(data="label"):
        stock.add_node(node, label=label)
    for s, o in links(network):
        stock.add_edge(s, o)
    path.write_text(stock.generate_html(), "utf-8")
    return ("typeof network !== 'undefined' && (!document.getElementById('loadingBar') "
            "|| getComputedStyle(document.getElementById('loadingBar')).display === 'none')")


def placed(network: Network) -> dict[str, object]:
    layout = lay_out(network)
    nodes = [{"id": node, "label": label, "x": layout.place(node)[0], "y": layout.place(node)[1]}
             for node, label in network.nodes(data="label")]
    return {"nodes": nodes, "edges": list(links(network))}


def page(network: Network, path: Path, scripts: list[Path], code: str) -> str:
    inline = "".join(f"<script>{script.read_text('utf-8')}</script>\n" for script in scripts)
    data = json.dumps(placed(network), ensure_ascii=False).replace("<", "\\u003c")
    path.write_text(PAGE.format(scripts=inline, data=data, code=code), "utf-8")
    return PAINTED


def sigma(network: Network, path: Path, modules: Path) -> str:
    scripts = [modules / "graphology/dist/graphology.umd.min.js", modules / "sigma/dist/sigma.min.js"]
    return page(network, path, scripts, """
const graph = new graphology.MultiGraph();
for (const {id, label, x, y} of data.nodes) graph.addNode(id, {label, x, y: -y, size: 4, color: '#1a5ca8'});
for (const [s, o] of data.edges) graph.addEdge(s, o, {size: 0.5, color: '#c3cbd6'});
new Sigma(graph, document.getElementById('box'), {hideEdgesOnMove: true});
painted();""")


def echarts(network: Network, path: Path, modules: Path) -> str:
    return page(network, path, [modules / "echarts/dist/echarts.min.js"], """
const chart = echarts.init(document.getElementById('box'));
chart.on('finished', painted);
chart.setOption({animation: false, series: [{type: 'graph', layout: 'none', roam: true, symbolSize: 8,
  data: data.nodes.map(({id, label, x, y}) => ({id, name: id, value: label, x, y})),
  links: data.edges.map(([source, target]) => ({source, target}))}]});""")


PEERS: dict[str, Callable[[Network, Path, Path], str]] = {
    "stock pyvis": stock_pyvis, "sigma.js": sigma, "ECharts": echarts,
}
