"""``remove``: take a document out of a store."""

from __future__ import annotations

from graph.ask.match import resolve_document
from graph.console.telling import note
from graph.store import open_store, write_store
from graph.store.terms import key_of

__all__ = ["remove_document"]


def remove_document(store: str | None, name: str) -> str:
    """Drop a document named by its 文号, title or key; returns the key.

    Raises NoMatch if the name is unknown or ambiguous, StoreLocked if another process writes.
    """
    with open_store(store) as view:
        match = resolve_document(view, name)
    if match.level not in ("name", "alias"):
        note(f"“{name}” → {match.entry.label}")
    key = key_of(match.entry.iri)
    with write_store(store) as writer:
        writer.remove(key)
    note(f"已去掉 {key}（{match.entry.label}）")
    return key
