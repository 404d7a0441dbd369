"""Entities and structure → measures, indicators, responsibilities, relations, each with its witness."""

from __future__ import annotations

from graph.link import Linked
from graph.model import Document, Statements

__all__ = ["relate"]


def relate(document: Document, linked: Linked) -> Statements:
    return Statements(document, linked.key, linked.home, linked.entities, open=linked.open)
