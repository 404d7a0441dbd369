"""A network as the page reads it: short keys, empty fields left out, repeated strings once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.draw.labels import pinyin, short_labels
from graph.draw.layout import Layout
from graph.draw.page import Page
from graph.draw.vocabulary import classes, lanes, relations, strings
from graph.network import Link, Network, Witness, link_of, sources_of, thing_of

__all__ = ["fill_page"]


def fill_page(page: Page, network: Network, layout: Layout) -> None:
    """Put every thing, link, document and label of ``network`` on the page, positions from ``layout``."""
    page.meta |= vocabulary()
    quotes = Table()
    docs = {key: index for index, key in enumerate(sources_of(network))}
    page.meta["docs"] = [source._asdict() for source in sources_of(network).values()]
    _add_things(page, network, layout, docs, quotes)
    index = {id: number for number, id in enumerate(page.node_ids)}
    for s, o, key in network.edges(keys=True):
        page.add_edge(s, o, **_edge(link_of(network, s, o, key), docs, quotes))
    for edge in page.edges:
        edge["s"], edge["o"] = index[edge["s"]], index[edge["o"]]
    page.meta["quotes"] = list(quotes.index)
    page.meta["groups"] = [group.as_row() for group in layout.groups]


def vocabulary() -> dict[str, Any]:
    return {"classes": classes(), "lanes": lanes(), "relations": relations(), "strings": strings()}


class Table:
    """Strings by number, in the order they were first met."""

    def __init__(self) -> None:
        self.index: dict[str, int] = {}

    def number(self, text: str) -> int:
        return self.index.setdefault(text, len(self.index))


def _add_things(page: Page, network: Network, layout: Layout, docs: Mapping[str, int], quotes: Table) -> None:
    things = [thing_of(network, id) for id in network]
    areas = [thing.label for thing in things if thing.type == "place"]
    short = short_labels({thing.id: thing.label for thing in things}, areas)
    for thing in things:
        x, y, group = layout.place(thing.id)
        page.add_node(thing.id, thing.label, **_filled({
            "t": thing.type, "l": short[thing.id], "a": thing.aliases, "py": pinyin(thing.label), "ar": thing.area,
            "d": [docs[doc] for doc in thing.docs if doc in docs], "y": thing.year, "pe": thing.period,
            "f": dict(thing.facts), "ev": _places(thing.evidence, docs, quotes), "x": x, "yy": y, "g": group}))


def _edge(link: Link, docs: Mapping[str, int], quotes: Table) -> dict[str, Any]:
    return _filled({"p": link.p, "r": link.role, "b": "" if link.basis == "stated" else link.basis, "u": link.rule,
                    "c": None if link.confidence == 1 else round(link.confidence, 3),
                    "ev": _places(link.evidence, docs, quotes)})


def _places(evidence: tuple[Witness, ...], docs: Mapping[str, int], quotes: Table) -> list[list[Any]]:
    """Witnesses as rows: quote, document, start, end, section, and the rest of the sentence if there is any."""
    rows = [[quotes.number(w.quote), docs.get(w.doc, -1), w.start, w.end, w.section] for w in evidence]
    for row, witness in zip(rows, evidence, strict=True):
        if witness.before or witness.after:
            row += [quotes.number(witness.before), quotes.number(witness.after)]
    return rows


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value not in (None, "", [], (), {})}


