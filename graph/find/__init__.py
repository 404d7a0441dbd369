"""Document × lexicon → typed mentions with spans."""

from __future__ import annotations

from graph.model import Document, Mention

__all__ = ["find_mentions"]


def find_mentions(document: Document) -> tuple[Mention, ...]:
    return ()
