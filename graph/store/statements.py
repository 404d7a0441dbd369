"""Documents of a store as statements again, for what works on the model: pictures, comparison, coverage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import Quad

from graph.model import Statements
from graph.rdf import from_quads
from graph.store.terms import key_of
from graph.store.view import View

__all__ = ["statements_of"]


def statements_of(view: View) -> Iterator[Statements]:
    """The current documents by key."""
    pages: defaultdict[str, list[Quad]] = defaultdict(list)
    for quad in view.quads():
        key = key_of(str(getattr(quad.graph_name, "value", "")))
        if key:
            pages[key].append(quad)
    for key in sorted(pages):
        yield from_quads(pages[key])
