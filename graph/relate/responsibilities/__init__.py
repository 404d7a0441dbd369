"""Duties → responsibilities: who answers for which measure, platform, programme or project.

What the text states comes first.  Only a measure for which no body leads or shares by the text's own words
is given to the document's issuer, and says so: ``basis`` is then ``issuer`` and ``rule`` ``by-issuer``.
"""

from __future__ import annotations

from graph.find.duties import Duty
from graph.link import Linked
from graph.model import Document, Measure, Responsibility
from graph.relate.responsibilities.agents import Names
from graph.relate.responsibilities.attach import Targets
from graph.relate.responsibilities.issuer import by_issuer
from graph.relate.responsibilities.stated import stated

__all__ = ["find_responsibilities"]


def find_responsibilities(
    document: Document, linked: Linked, measures: tuple[Measure, ...], duties: tuple[Duty, ...],
) -> tuple[Responsibility, ...]:
    """All responsibilities of a document, by place of their evidence; one per body, role and thing."""
    names = Names(document, linked)
    said = stated(document, names, Targets(document, measures, duties), duties)
    inferred = by_issuer(document, names, measures, said)
    return tuple(sorted([*said, *inferred], key=lambda r: (r.evidence[0], r.of_id, r.agent, r.role)))
