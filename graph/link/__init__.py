"""Mentions → entities: full names, short forms, one candidate or none."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Document, Entity, Mention, Open

__all__ = ["Linked", "link"]


@dataclass(frozen=True, slots=True)
class Linked:
    """``mentions`` pairs each mention with the id of its entity ("" where it stays open)."""

    home: str
    key: str
    entities: tuple[Entity, ...]
    mentions: tuple[tuple[Mention, str], ...]
    open: tuple[Open, ...] = ()


def link(document: Document, mentions: tuple[Mention, ...]) -> Linked:
    return Linked("", document.name, (), ())
