"""Views whose quads lie in this process: the published snapshot of a directory, or memory."""

from __future__ import annotations

import os
from abc import abstractmethod
from collections.abc import Iterable, Iterator
from functools import cached_property

from pyoxigraph import NamedNode, Quad, Store

from graph.errors import StoreError
from graph.store.dated import Dated, read_dated
from graph.store.edition import check_edition
from graph.store.facts import Facts, column_of, facts_of, is_decided_on, subjects_of
from graph.store.failures import not_opened
from graph.store.kept import Kept
from graph.store.layout import Layout
from graph.store.names import Entry, Names
from graph.store.sparql import Results, run
from graph.store.terms import CURATION
from graph.store.view import View

__all__ = ["EmbeddedView", "LocalView"]


class LocalView(View):
    """A view whose quads lie in this process."""

    @property
    @abstractmethod
    def store(self) -> Store:
        """The database."""

    def query(self, sparql: str) -> Results:
        return run(self.store, sparql)

    def facts(self, iris: Iterable[str], only: Iterable[str] = ()) -> dict[str, Facts]:
        return facts_of(self.store, iris, only)

    def subjects(self, name: str, iris: Iterable[str]) -> list[str]:
        return subjects_of(self.store, name, iris)

    def column(self, name: str, graph: str) -> dict[str, str]:
        return column_of(self.store, name, graph)

    def quads(self) -> Iterator[Quad]:
        return iter(self.store)

    def graph(self, name: str) -> Iterator[Quad]:
        return self.store.quads_for_pattern(None, None, None, NamedNode(name))

    def decided(self) -> View:
        if not is_decided_on(self.store):
            return self
        from graph.store.decided import decide
        from graph.store.memory import DecidedView

        copy = Store()
        copy.bulk_extend(self.store)
        decide(copy)
        return DecidedView(copy, self.location)


class SnapshotView(LocalView):
    """A published database and the files beside it."""

    def __init__(self, folder: str, location: str) -> None:
        self.folder, self.location = folder, location
        try:
            self.names = Names(os.path.join(folder, "names.tsv"))
            self.kept = Kept(os.path.join(folder, "facts.tsv"))
        except OSError as error:
            raise not_opened(error, location) from error

    @cached_property
    def store(self) -> Store:
        """The database, opened when first asked: most lookups are answered from the files."""
        try:
            return Store.read_only(os.path.join(self.folder, "db"))
        except (OSError, RuntimeError) as error:
            raise not_opened(error, self.location) from error

    def decided(self) -> View:
        return self

    def facts(self, iris: Iterable[str], only: Iterable[str] = ()) -> dict[str, Facts]:
        """From the facts file as far as it goes."""
        wanted = frozenset(only)
        reads = bool(wanted) and self.kept.covers(wanted)
        found = {iri: self.kept.facts(iri, wanted) if reads else None for iri in iris}
        unknown = [iri for iri, facts in found.items() if facts is None]
        rest = super().facts(unknown, wanted) if unknown else {}
        return {iri: rest[iri] if facts is None else facts for iri, facts in found.items()}

    def subjects(self, name: str, iris: Iterable[str]) -> list[str]:
        if not self.kept.inverts(name):
            return super().subjects(name, iris)
        return list(dict.fromkeys(subject for iri in iris for subject in self.kept.subjects(name, iri)))

    def search(self, text: str, kinds: Iterable[str] = ()) -> Iterator[Entry]:
        return self.names.search(text, kinds)

    def entries(self) -> Iterator[Entry]:
        return iter(self.names)

    def dated(self) -> list[Dated]:
        return read_dated(os.path.join(self.folder, "dates.tsv"))

    def versions(self) -> dict[str, list[str]]:
        return {}

    def version(self, key: str, text_hash: str) -> Iterable[Quad]:
        return ()


class EmbeddedView(SnapshotView):
    """The published snapshot of a store directory."""

    def __init__(self, path: str) -> None:
        self.layout = Layout(path)
        self.layout.check()
        folder, self._lock = self.layout.acquire()
        try:
            check_edition(folder, path)
            super().__init__(folder, path)
        except StoreError:
            self.close()
            raise

    def decided(self) -> View:
        """The copy beside the snapshot's database, where people decided something."""
        return SnapshotView(self._copy, self.location) if os.path.isdir(self._copy) else self

    def column(self, name: str, graph: str) -> dict[str, str]:
        """Without a copy as decided nothing was decided, and the database need not be asked."""
        return super().column(name, graph) if graph != CURATION or os.path.isdir(self._copy) else {}

    @property
    def _copy(self) -> str:
        return os.path.join(self.folder, "decided")

    def versions(self) -> dict[str, list[str]]:
        from graph.store.versions import listed

        return listed(self.layout.versions)

    def version(self, key: str, text_hash: str) -> Iterable[Quad]:
        from graph.store.versions import read_version

        return read_version(self.layout.versions, key, text_hash)

    def close(self) -> None:
        if self._lock is not None:
            self._lock.close()
