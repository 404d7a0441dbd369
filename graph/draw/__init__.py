"""A network → one HTML file that opens anywhere, keeps the witness of every line, and needs no network."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from graph.network import Network, neighbourhood, rank

__all__ = ["Limits", "view_html", "write_view"]


class Limits(NamedTuple):
    """Numbers of things: up to ``lanes`` one picture of lanes, up to ``whole`` a map, above an overview."""

    lanes: int = 300
    whole: int = 5000
    everything: int = 30000


_DEFAULT = Limits()


def write_view(network: Network, path: str | Path, *, title: str = "政图", lang: str = "zh", focus: str | None = None,
               depth: int = 1, query: str = "", store_time: str = "", view: str = "",
               limits: Limits = _DEFAULT) -> Path:
    """Write the view to ``path`` and return it; equal arguments give equal bytes.

    ``focus`` is a node id: only its neighbourhood of ``depth`` links is drawn.  ``view`` opens a picture other
    than the one that fits the size: lanes, map, matrix, timeline, tree, charts, table.  ``query`` and
    ``store_time`` are printed on the page.  Raises NoMatch for an unknown focus, InputError if it cannot be written.
    """
    from graph.draw.page import write_text

    target = Path(path)
    write_text(target, view_html(network, title=title, lang=lang, focus=focus, depth=depth, query=query,
                                 store_time=store_time, view=view, limits=limits))
    return target


def view_html(network: Network, *, title: str = "政图", lang: str = "zh", focus: str | None = None, depth: int = 1,
              query: str = "", store_time: str = "", view: str = "", limits: Limits = _DEFAULT) -> str:
    """The view as text; arguments as for :func:`write_view`."""
    from graph.draw.layout import lay_out
    from graph.draw.page import Page
    from graph.draw.payload import fill_page

    part = neighbourhood(network, focus, depth) if focus else network
    shown = _cut(part, limits.everything, focus)
    page = Page({"title": title, "lang": lang, "focus": focus or "", "depth": depth, "query": query,
                 "storeTime": store_time, "view": view, "limits": list(limits), "total": len(part)} | _version())
    fill_page(page, shown, lay_out(shown, limits.lanes))
    return page.generate_html()


def _cut(network: Network, most: int, focus: str | None) -> Network:
    """At most ``most`` things, the best linked; the page says how many were left out."""
    if len(network) <= most:
        return network
    ranks = rank(network)
    kept = sorted(network, key=lambda node: (node != focus, -ranks[node], node))[:most]
    return network.subgraph(kept).copy()


def _version() -> dict[str, Any]:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return {"version": version("zhengtu")}
    except PackageNotFoundError:
        return {"version": ""}
