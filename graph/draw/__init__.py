"""A network → one HTML file that opens anywhere, keeps the witness of every line, and needs no network."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from graph.errors import InputError
from graph.network import Network, neighbourhood, rank

__all__ = ["About", "Limits", "view_html", "write_view"]


class Limits(NamedTuple):
    """Numbers of things: up to ``lanes`` one picture of lanes, up to ``whole`` a map, above an overview."""

    lanes: int = 300
    whole: int = 5000
    everything: int = 30000


class About(NamedTuple):
    """What the page tells of itself: the SPARQL behind it, its scope in words, the store's time, documents read of all.

    ``home`` is the node that the picture is drawn around, where the network is its neighbourhood already.
    """

    query: str = ""
    scope: str = ""
    store_time: str = ""
    read: tuple[int, int] = (0, 0)
    home: str = ""


_DEFAULT = Limits()
_NOTHING = About()


def write_view(network: Network, path: str | Path, *, title: str = "政图", lang: str = "zh", focus: str | None = None,
               depth: int = 1, view: str = "", about: About = _NOTHING, limits: Limits = _DEFAULT) -> Path:
    """Write the view to ``path`` and return it; equal arguments give equal bytes.

    ``focus`` is a node id: only its neighbourhood of ``depth`` links is drawn.  ``view`` opens a picture other
    than the one that fits the size: lanes, map, matrix, timeline, tree, charts, table.
    Raises NoMatch for an unknown focus, InputError for a name that is no page's or a file that cannot be written.
    """
    from graph.draw.page import write_text

    target = Path(path)
    if target.suffix.lower() not in (".html", ".htm"):
        raise InputError("网络图是一个网页", where=str(path), hint="文件名要以 .html 结尾")
    write_text(target, view_html(network, title=title, lang=lang, focus=focus, depth=depth, view=view, about=about,
                                 limits=limits))
    return target


def view_html(network: Network, *, title: str = "政图", lang: str = "zh", focus: str | None = None, depth: int = 1,
              view: str = "", about: About = _NOTHING, limits: Limits = _DEFAULT) -> str:
    """The view as text; arguments as for :func:`write_view`."""
    from graph.draw.layout import lay_out
    from graph.draw.page import Page
    from graph.draw.payload import fill_page

    part, home = (neighbourhood(network, focus, depth), focus) if focus else (network, about.home)
    shown = _cut(part, limits.everything, home)
    page = Page({"title": title, "lang": lang, "focus": home, "query": about.query, "scope": about.scope,
                 "storeTime": about.store_time, "read": list(about.read), "view": view, "limits": list(limits),
                 "total": len(part)} | _version())
    fill_page(page, shown, lay_out(shown, limits.lanes))
    return page.generate_html()


def _cut(network: Network, most: int, focus: str) -> Network:
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
