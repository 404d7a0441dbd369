"""A view over quads in memory: for one document without a store, for tests, for an imported file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad, Store

from graph.store.entries import entries_of
from graph.store.local import LocalView
from graph.store.names import Entry, fold

__all__ = ["MemoryView"]


class MemoryView(LocalView):
    """Everything an embedded view offers, over quads that need not lie on disk."""

    def __init__(self, quads: Iterable[Quad], location: str = "") -> None:
        self.location = location
        self.store = Store()
        self.store.bulk_extend(quads)
        self._entries: list[Entry] | None = None

    def entries(self) -> Iterator[Entry]:
        if self._entries is None:
            self._entries = list(entries_of(self.store))
        return iter(self._entries)

    def search(self, text: str, kinds: Iterable[str] = ()) -> Iterator[Entry]:
        words, wanted = [word for word in map(fold, text.split()) if word], frozenset(kinds)
        for entry in (entry for entry in self.entries() if not wanted or entry.kind in wanted):
            held = "\x1f".join((fold("\x1f".join((entry.label, *entry.names, entry.text))), entry.iri, *entry.keys))
            if words and all(word in held for word in words):
                yield entry

    def versions(self) -> dict[str, list[str]]:
        return {}

    def version(self, key: str, text_hash: str) -> Iterable[Quad]:
        return ()

