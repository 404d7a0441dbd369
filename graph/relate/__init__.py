"""Entities and structure → measures, indicators, responsibilities, relations, each with its witness."""

from __future__ import annotations

from dataclasses import replace

from graph.find.duties import Duty
from graph.link import Linked
from graph.model import Document, Evidence, Open, Statements
from graph.relate.classes import with_classes
from graph.relate.indicators import find_indicators
from graph.relate.measures import find_measures
from graph.relate.placing import placed
from graph.relate.relations import find_relations
from graph.relate.responsibilities import find_responsibilities
from graph.relate.states import with_states

__all__ = ["relate"]


def relate(document: Document, linked: Linked, duties: tuple[Duty, ...]) -> Statements:
    """Everything the document states, in the order of the text.

    >>> from graph.build import extract
    >>> from graph.read import read_text
    >>> said = extract(read_text("慈溪市科技局工作方案\\n一、健全服务。搭建平台。（责任单位：市经信局）"))
    >>> [(r.agent, r.role, r.basis) for r in said.responsibilities]
    [('慈溪市经济和信息化局', 'lead', 'stated')]
    """
    measures = find_measures(document)
    linked = replace(linked, entities=with_states(document, linked, measures))
    held = find_responsibilities(document, linked, measures, duties)
    entities, held = with_classes(linked.entities, held, linked.home)
    return Statements(
        document, linked.key, linked.home, entities, measures,
        placed(find_indicators(document), measures, linked.home, document.header.genre), held,
        find_relations(document, linked), (*linked.open, *_guessed(document)),
    )


def _guessed(document: Document) -> tuple[Open, ...]:
    """The reader's guesses, for review."""
    guesses = (r for r in document.repairs if r.guessed and r.end > r.start)
    places = ((r, Evidence(r.start, r.end, document.raw[r.start:r.end])) for r in guesses)
    return tuple(Open("repair", place.quote, repair.note or repair.kind, (place,)) for repair, place in places)
