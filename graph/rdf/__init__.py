"""Statements ⇄ quads, pure: nothing here opens a file or a store.

``ontology.ttl`` says what every term means.  One document fills two graphs, ``…/doc/KEY`` with what it
states and ``…/doc/KEY/inferred`` with what rules conclude; ``…/graph/runs`` alone knows the time of day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import Quad

from graph.model import Statements
from graph.rdf import actions, duties, header, links, source, things
from graph.rdf.facts import Facts
from graph.rdf.page import Lines, Page, quads_of
from graph.rdf.runs import run_quads
from graph.rdf.terms import ZT

__all__ = ["from_quads", "run_quads", "to_lines", "to_quads"]

WRITERS: tuple[Callable[[Page], Iterator[Lines]], ...] = (
    source.write_text, header.write_header, source.write_sections, things.write_entities, actions.write_measures,
    actions.write_indicators, duties.write_responsibilities, links.write_relations, source.write_evidence,
    source.write_repairs, things.write_places, links.write_open,
)


def to_lines(statements: Statements) -> Lines:
    """All quads of one document as lines of N-Quads, which a store takes: the same statements give the same lines."""
    page = Page.of(statements)
    return [line for write in WRITERS for lines in write(page) for line in lines]


def to_quads(statements: Statements) -> tuple[Quad, ...]:
    """All quads of one document, each once, sorted as lines of N-Quads."""
    return tuple(quads_of(to_lines(statements)))


def from_quads(quads: Iterable[Quad]) -> Statements:
    """The statements of one document from its two graphs.

    Comes back as written, except: the view is the raw text and spans are raw, the document's name is its key,
    lists are sorted, numbers are in canonical decimal form and every number has a base value.

    :raises InputError: if the quads hold no document or several.
    """
    facts = Facts(quads)
    document = source.read_document(facts, header.read_header(facts))
    home = facts.area(facts.doc, ZT.area)
    return Statements(
        document, facts.key, home, things.read_entities(facts), actions.read_measures(facts),
        actions.read_indicators(facts), duties.read_responsibilities(facts), links.read_relations(facts),
        links.read_open(facts))
