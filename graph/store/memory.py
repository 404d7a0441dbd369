"""Views over a database that has no names file: in memory, for one document or for tests, or as people decided it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad, Store

from graph.store.dated import Dated
from graph.store.entries import dated_in, entries_of
from graph.store.local import LocalView
from graph.store.names import Entry, fold
from graph.store.view import View

__all__ = ["DecidedView", "MemoryView", "StoreView"]


class StoreView(LocalView):
    """Everything an embedded view offers, over an open database."""

    def __init__(self, store: Store, location: str = "") -> None:
        self._store, self.location = store, location
        self._entries: list[Entry] | None = None

    @property
    def store(self) -> Store:
        return self._store

    def entries(self) -> Iterator[Entry]:
        if self._entries is None:
            self._entries = list(entries_of(self.store))
        return iter(self._entries)

    def search(self, text: str, kinds: Iterable[str] = ()) -> Iterator[Entry]:
        words, wanted = [word for word in map(fold, text.split()) if word], frozenset(kinds)
        for entry in (entry for entry in self.entries() if not wanted or entry.kind in wanted):
            held = "\x1f".join((entry.words, entry.iri, *entry.keys))
            if words and all(word in held for word in words):
                yield entry

    def dated(self) -> list[Dated]:
        return sorted(set(dated_in(self.store)), key=lambda event: event.order)

    def versions(self) -> dict[str, list[str]]:
        return {}

    def version(self, key: str, text_hash: str) -> Iterable[Quad]:
        return ()


class MemoryView(StoreView):
    """Over quads that need not lie on disk."""

    def __init__(self, quads: Iterable[Quad], location: str = "") -> None:
        super().__init__(Store(), location)
        self.store.bulk_extend(quads)


class DecidedView(StoreView):
    """Over a database in which the decisions are carried out."""

    def decided(self) -> View:
        return self
