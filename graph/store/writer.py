"""Writing a store: one writer at a time, one transaction a document, readers see only what is published."""

from __future__ import annotations

import os
from collections.abc import Iterable
from types import TracebackType

from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.errors import StoreCorrupt, StoreError, reason
from graph.store import versions
from graph.store.decided import write_decided
from graph.store.edition import is_of_this_edition, mark_edition
from graph.store.entries import told_by, write_beside
from graph.store.facts import is_decided_on
from graph.store.failures import not_opened
from graph.store.layout import Layout
from graph.store.terms import ZT, doc_iri
from graph.store.update import document_graphs, drop_graphs, forget_runs, insert_data

__all__ = ["Writer"]

SMALL = 32 << 20  # bytes of database up to which compacting costs nothing and opens a quarter faster
HASH_SIZE = 16  # hexadecimal digits of a text's hash that name a version


class Writer:
    """The one process that may change a store directory; creates it where there is none, for good once something is
    written.

    Every :meth:`replace` and :meth:`remove` is a transaction that survives a crash.  Leaving the ``with`` block
    publishes, also when the user interrupts; after an error what was acknowledged stays, and the next writer
    publishes it.

    :raises StoreLocked: if another process writes
    """

    def __init__(self, path: str) -> None:
        self.layout = Layout(path)
        self._unused = not os.path.exists(self.layout.format)
        self.layout.create()
        self.layout.check()
        self._store = _open(self.layout.main)
        self._touched: set[str] | None = None if self.layout.begin() or not self.layout.number() else set()

    def replace(
        self, key: str, quads: Iterable[Quad | str], runs: Iterable[Quad] = (), text_hash: str = "",
    ) -> str:
        """Put a document's two graphs in place of the old ones, in one transaction.

        A stored text with another hash becomes an older version.  Returns that version's hash, or "".

        :param quads: as such, or as ``str(quad)`` spells them (:func:`graph.rdf.to_lines`), which is faster
        """
        quads, self._unused = list(quads), False
        old = self._archive(key, text_hash)
        self._touch(key, quads)
        self._store.update("\n".join((*drop_graphs(key), *forget_runs(key), insert_data([*quads, *runs]))))
        versions.forget_version(self.layout.versions, key, text_hash[:HASH_SIZE])
        return old

    def remove(self, key: str) -> None:
        """Drop a document: its graphs, its provenance, its older versions.  Nothing else changes."""
        self._touch(key)
        self._store.update("\n".join((*drop_graphs(key), *forget_runs(key))))
        versions.forget_versions(self.layout.versions, key)

    def update(self, quads: Iterable[Quad], graph: str) -> None:
        """Replace one graph as a whole, for instance the decisions (``…/graph/curation``)."""
        quads, self._unused = list(quads), False
        if self._touched is not None:
            old = self._store.quads_for_pattern(None, None, None, NamedNode(graph))
            self._touched.update(told_by(old), told_by(quads))
        self._store.update(f"DROP SILENT GRAPH <{graph}> ;\n{insert_data(quads)}")

    def publish(self) -> int:
        """Let readers see everything written so far; returns the snapshot's number."""
        draft = os.path.join(self.layout.snapshots, f"{os.getpid()}.draft")
        try:
            os.makedirs(draft)
            if self.layout.size() < SMALL:
                self._store.optimize()
            self._store.backup(os.path.join(draft, "db"))
            self._write_beside(draft)
            if is_decided_on(self._store):
                folder = os.path.join(draft, "decided")
                os.mkdir(folder)
                write_decided(self._store, folder, draft)
            mark_edition(draft)
            return self.layout.publish(draft)
        except OSError as error:
            said = f"发布失败：{reason(error)}"
            raise StoreError(said, where=self.layout.root, hint="检查磁盘空间和写权限") from error

    def _touch(self, key: str, quads: Iterable[Quad | str] = ()) -> None:
        """Remember what this change says something of: only that is read anew."""
        if self._touched is not None:
            self._touched.update(told_by(self._document(key)), told_by(quads))

    def _write_beside(self, folder: str) -> None:
        """From the last snapshot's files and the change; from the whole store where they are missing or damaged."""
        try:
            old = self.layout.snapshot(self.layout.number())
            if self._touched is None or not is_of_this_edition(old):
                raise LookupError("nothing is known of what changed")
            write_beside(self._store, folder, old, self._touched)
        except (FileNotFoundError, LookupError, StoreCorrupt, UnicodeDecodeError):
            write_beside(self._store, folder)
        self._touched = set()

    def text_hash(self, key: str) -> str:
        """The hash of the stored text of a document, or ""."""
        doc = NamedNode(doc_iri(key))
        found = self._store.quads_for_pattern(doc, NamedNode(ZT + "textHash"), None, doc)
        return next((quad.object.value for quad in found if isinstance(quad.object, Literal)), "")

    def _archive(self, key: str, text_hash: str) -> str:
        """Keep the stored text as an older version if the new one differs."""
        old = self.text_hash(key)[:HASH_SIZE]
        if not old or not text_hash or old == text_hash[:HASH_SIZE]:
            return ""
        versions.write_version(self.layout.versions, key, old, self._document(key))
        return old

    def _document(self, key: str) -> list[Quad]:
        graphs = document_graphs(key)
        return [quad for graph in graphs for quad in self._store.quads_for_pattern(None, None, None, graph)]

    def close(self) -> None:
        self._store.flush()
        del self._store

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        try:
            if not self._unused and (kind is None or issubclass(kind, KeyboardInterrupt)):
                self.publish()
        finally:
            self.close()
            if self._unused:
                self.layout.clear()


def _open(path: str) -> Store:
    try:
        return Store(path)
    except (OSError, RuntimeError) as error:
        raise not_opened(error, os.path.dirname(path)) from error
