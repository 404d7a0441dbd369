"""What a guest says beyond names: that here a duty is given, a measure begins, a number counts something.

A claim is no statement.  It is compared with what the rules stated (:mod:`graph.witness.review`); what they did not
state becomes an open case for a person to decide.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from graph.find.guests import Witness
from graph.model import Document, Span

__all__ = ["Claim", "Reviewer"]


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """``span`` is a range of the view.  ``part`` is ``duty`` (``holder`` in ``role``), ``measure`` or ``number``
    (``value`` in ``unit``, as our own grammar reads the quote)."""

    span: Span
    part: str
    holder: Span = Span(0, 0)
    role: str = ""
    value: str = ""
    unit: str = ""


@runtime_checkable
class Reviewer(Witness, Protocol):
    """A witness that also makes claims, and keeps ``notes`` of what went wrong (for a person, one line each)."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What a user must know: answers that did not come or were not usable."""

    def claims(self, document: Document) -> Iterable[Claim]:
        """What the document says, as this witness reads it."""
