"""Responsibilities ⇄ quads: the n-ary node, and the shortcut computed from it.

``zt:leads``, ``zt:sharesIn`` and ``zt:supports`` stand in the graph of their responsibility, so that what only a rule
concludes is never met among what the document states.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from graph.iri import digest
from graph.model import Responsibility
from graph.rdf.codes import BASIS, ROLE, SHORTCUT
from graph.rdf.facts import Facts
from graph.rdf.page import Lines, Page, describe
from graph.rdf.spelling import RDF, ZT, decimal, plain, spelled, thing

__all__ = ["read_responsibilities", "write_responsibilities"]


def write_responsibilities(page: Page) -> Iterator[Lines]:
    for duty in page.statements.responsibilities:
        yield from _write_responsibility(page, duty)


def _write_responsibility(page: Page, duty: Responsibility) -> Iterator[Lines]:
    graph = page.graph(duty.evidence, stated=duty.basis == "stated")
    target, holder = page.target(duty.of_id), thing(duty.agent_id) if duty.agent_id else None
    yield describe(graph, page.part("r", _key(duty)), {
        RDF.type: ZT.Responsibility, ZT.statedIn: page.doc, ZT.responsibleFor: target, ZT.holder: holder,
        ZT.role: ROLE.spelled(duty.role), ZT.basis: BASIS.spelled(duty.basis), ZT.rule: plain(duty.rule),
        ZT.confidence: decimal(duty.confidence), ZT.responsibleForName: plain(duty.of), ZT.text: plain(duty.of_text),
        ZT.holderName: plain(duty.agent), ZT.holderLabel: map(plain, duty.agent_names),
        ZT.evidence: page.places(duty.evidence)})
    if target and holder and duty.role in SHORTCUT:
        yield describe(graph, holder, {spelled(SHORTCUT[duty.role]): target})


def _key(duty: Responsibility) -> str:
    """What makes two responsibilities the same: all but the places and the confidence."""
    return digest(duty.of_id or duty.of, duty.agent_id or duty.agent, duty.role, duty.basis, duty.rule)


def read_responsibilities(facts: Facts) -> tuple[Responsibility, ...]:
    duties = (_read_responsibility(facts, node) for node in facts.instances(ZT.Responsibility))
    return tuple(sorted(duties, key=lambda d: (
        d.evidence[:1], d.of_id, d.of, d.agent_id, d.agent, d.role, d.basis, d.rule)))


def _read_responsibility(facts: Facts, node: NamedNode) -> Responsibility:
    return Responsibility(
        facts.text(node, ZT.responsibleForName), facts.ref(node, ZT.responsibleFor), facts.text(node, ZT.text),
        facts.text(node, ZT.holderName), facts.ref(node, ZT.holder), facts.code(node, ZT.role, ROLE),
        facts.code(node, ZT.basis, BASIS), facts.text(node, ZT.rule), facts.confidence(node),
        facts.evidence(node), facts.texts(node, ZT.holderLabel))
