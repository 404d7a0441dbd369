"""Relations and open cases ⇄ quads.

A relation is said twice: directly (``A zt:issued B``) for queries and pictures, and as a ``zt:Claim`` with subject,
predicate and object, which carries the rule and the witness.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from graph.iri import digest
from graph.model import Open, Relation
from graph.rdf.codes import CASE, PREDICATE
from graph.rdf.facts import Facts
from graph.rdf.page import Lines, Page, describe
from graph.rdf.spelling import DCT, RDF, ZT, decimal, moment, plain, thing

__all__ = ["read_open", "read_relations", "write_open", "write_relations"]


def write_relations(page: Page) -> Iterator[Lines]:
    for relation in page.statements.relations:
        yield from _write_relation(page, relation)


def _write_relation(page: Page, relation: Relation) -> Iterator[Lines]:
    graph, predicate = page.graph(relation.evidence), PREDICATE.spelled(relation.p)
    subject = thing(relation.s_id) if relation.s_id else page.doc
    value = thing(relation.o_id) if relation.o_id else None
    yield describe(graph, page.part("c", digest(*_key(relation))), {
        RDF.type: ZT.Claim, ZT.statedIn: page.doc, ZT.subject: subject, ZT.predicate: predicate, ZT.object: value,
        ZT.subjectName: plain(relation.s), ZT.objectName: plain(relation.o), ZT.rule: plain(relation.rule),
        ZT.confidence: decimal(relation.confidence) if relation.confidence < 1 else None,
        ZT.evidence: page.places(relation.evidence)})
    if predicate and value:
        yield describe(graph, subject, {predicate: value})
    if predicate == ZT.issuedOn:
        yield describe(graph, subject, {predicate: moment(relation.o), DCT.issued: moment(relation.o)})


def _key(relation: Relation) -> tuple[str, ...]:
    return relation.s_id or relation.s, relation.p, relation.o_id or relation.o, relation.rule


def read_relations(facts: Facts) -> tuple[Relation, ...]:
    relations = (_read_relation(facts, node) for node in facts.instances(ZT.Claim))
    return tuple(sorted(relations, key=lambda r: (r.evidence[:1], r.s_id, r.s, r.p, r.o_id, r.o, r.rule)))


def _read_relation(facts: Facts, node: NamedNode) -> Relation:
    return Relation(
        facts.text(node, ZT.subjectName), facts.ref(node, ZT.subject),
        facts.code(node, ZT.predicate, PREDICATE), facts.text(node, ZT.objectName),
        facts.ref(node, ZT.object), facts.text(node, ZT.rule), facts.evidence(node), facts.confidence(node))


def write_open(page: Page) -> Iterator[Lines]:
    """Cases for review; what is not settled is no statement of the document, so they lie in the inferred graph."""
    for case in page.statements.open:
        places = [f"{e.start},{e.end}" for e in case.evidence]
        yield describe(page.inferred, page.part("o", digest(case.kind, case.text, case.why, *places)), {
            RDF.type: ZT.OpenCase, ZT.statedIn: page.doc, ZT.caseKind: CASE.spelled(case.kind),
            ZT.text: plain(case.text), ZT.why: plain(case.why), ZT.candidate: map(plain, case.candidates),
            ZT.evidence: page.places(case.evidence)})


def read_open(facts: Facts) -> tuple[Open, ...]:
    cases = (
        Open(facts.code(node, ZT.caseKind, CASE), facts.text(node, ZT.text), facts.text(node, ZT.why),
             facts.evidence(node), facts.texts(node, ZT.candidate))
        for node in facts.instances(ZT.OpenCase))
    return tuple(sorted(cases, key=lambda c: (c.evidence[:1], c.kind, c.text, c.why)))
