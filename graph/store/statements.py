"""Documents of a store as statements again, for what works on the model: pictures, comparison, coverage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.model import Statements
from graph.rdf import from_quads
from graph.store.terms import doc_iri
from graph.store.view import View

__all__ = ["statements_of"]


def statements_of(view: View, keys: Iterable[str] | None = None) -> Iterator[Statements]:
    """The current documents by key, or those that ``keys`` name; one at a time is read."""
    for key in view.keys() if keys is None else keys:
        quads = [quad for graph in (doc_iri(key), doc_iri(key) + "/inferred") for quad in view.graph(graph)]
        if quads:
            yield from_quads(quads)
