"""The documents of a store as they stand on a shelf: which there are, which name a thing, and each by its key."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyoxigraph import Store

    from graph.model import Statements
    from graph.store import View

__all__ = ["Shelf"]


class Shelf:
    """The documents of a view as decided; a view over an endpoint is copied into memory first."""

    def __init__(self, view: View) -> None:
        from graph.store import memory_view

        view = view.decided()
        self.view: View = view if hasattr(view, "store") else memory_view(view.quads())
        self.store: Store = self.view.store  # type: ignore[attr-defined]

    @cached_property
    def keys(self) -> list[str]:
        """Those of all documents."""
        return self.view.keys()

    def newest(self, keys: Iterable[str]) -> list[str]:
        """By date, the newest first, undated ones last."""
        from graph.store.terms import DOC

        facts = self.view.facts([DOC + key for key in sorted(keys)], ["dct:issued"])
        dated = [(each.one("dct:issued"), iri.removeprefix(DOC)) for iri, each in facts.items()]
        return [key for _, key in sorted(dated, key=lambda pair: pair[0], reverse=True)]

    def naming(self, nodes: Iterable[str]) -> set[str]:
        """The keys of the documents in whose graphs any of these things stands."""
        from graph.rdf.terms import thing
        from graph.store.terms import key_of

        found: set[str] = set()
        for iri in map(thing, nodes):
            quads = chain(self.store.quads_for_pattern(iri, None, None), self.store.quads_for_pattern(None, None, iri))
            found |= {key_of(str(getattr(quad.graph_name, "value", ""))) for quad in quads}
        return found - {""}

    def statements(self, key: str) -> Statements:
        from pyoxigraph import NamedNode

        from graph.rdf import from_quads
        from graph.store.terms import DOC

        graphs = (NamedNode(f"{DOC}{key}{part}") for part in ("", "/inferred"))
        stored = chain.from_iterable(self.store.quads_for_pattern(None, None, None, name) for name in graphs)
        return from_quads(stored)
