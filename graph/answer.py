"""Statements as the plain answer of one document: what ``zhengtu extract --format json`` prints.

The keys are fixed; they are the form in which answers are compared with hand-made gold.
"""

from __future__ import annotations

from typing import Any

from graph.lexicon.departments import LEVEL
from graph.model import Entity, Evidence, Header, Indicator, Measure, Relation, Responsibility, Statements

__all__ = ["to_answer"]


def to_answer(statements: Statements) -> dict[str, Any]:
    """One JSON-ready object: text, document, entities, measures, indicators, responsibilities, relations."""
    names = {e.id: [e.name, *e.aliases] for e in statements.entities}
    return {
        "text": statements.document.raw,
        "document": _header(statements.document.header, _issuer(statements)),
        "entities": [_entity(entity) for entity in statements.entities],
        "measures": [_measure(measure) for measure in statements.measures],
        "indicators": [_indicator(indicator) for indicator in statements.indicators],
        "responsibilities": [_responsibility(duty, names) for duty in statements.responsibilities],
        "relations": [_relation(relation, names) for relation in statements.relations],
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {"id": entity.id, "type": entity.type, "name": entity.name, "aliases": list(entity.aliases),
            "evidence": _places(entity.evidence)}


def _measure(measure: Measure) -> dict[str, Any]:
    return {"id": measure.id, "title": measure.title, "text": measure.text, "section": list(measure.section),
            "status": measure.status, "evidence": _places(measure.evidence)}


def _indicator(indicator: Indicator) -> dict[str, Any]:
    i = indicator
    return _filled({
        "id": i.id, "name": i.name, "population": i.population, "value": _number(i.value), "unit": i.unit,
        "time": i.time, "change": _number(i.change), "comparator": i.comparator, "kind": i.kind,
        "evidence": _places(i.evidence)})


def _responsibility(duty: Responsibility, names: dict[str, list[str]]) -> dict[str, Any]:
    return {"of": duty.of, "of_text": duty.of_text, "of_id": duty.of_id, "agent": duty.agent,
            "agent_names": list(duty.agent_names) or names.get(duty.agent_id, []), "agent_id": duty.agent_id,
            "role": duty.role, "basis": duty.basis, "rule": duty.rule, "confidence": duty.confidence,
            "evidence": _places(duty.evidence)}


def _relation(relation: Relation, names: dict[str, list[str]]) -> dict[str, Any]:
    return {"s": relation.s, "s_names": names.get(relation.s_id, []), "p": relation.p, "o": relation.o,
            "o_names": names.get(relation.o_id, []), "evidence": _places(relation.evidence)}


def _issuer(statements: Statements) -> str:
    """As it signed; a body that named no more than its level (市政府办公室) by its full name."""
    written = statements.document.header.issuer
    full = next((e.name for e in statements.entities if e.type == "agency" and written in e.aliases), written)
    return full if LEVEL.match(written) and full.endswith(written) else written


def _header(header: Header, issuer: str) -> dict[str, Any]:
    return _filled({
        "genre": header.genre, "title": header.title, "number": header.number, "year": header.year,
        "date": header.date, "issuer": issuer, "signer": header.signer, "category": header.category,
        "addressees": list(header.addressees), "subject": header.subject,
        "proposal": header.proposal._asdict() if header.proposal else None,
        "cc": list(header.cc), "contact": header.contact._asdict() if header.contact else None,
    })


def _filled(item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if value not in (None, "", [])}


def _number(written: str) -> int | float | None:
    if not written:
        return None
    value = float(written.replace(",", ""))
    return int(value) if value.is_integer() else value


def _places(evidence: tuple[Evidence, ...]) -> list[dict[str, Any]]:
    return [e._asdict() for e in evidence]
