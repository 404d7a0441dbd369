"""Relations between entities."""

from __future__ import annotations

from graph.link import Linked
from graph.model import Document, Relation


def find_relations(document: Document, linked: Linked) -> tuple[Relation, ...]:
    return ()
