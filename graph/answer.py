"""Statements as the plain answer of one document: what ``zhengtu extract --format json`` prints.

The keys are fixed; they are the form in which answers are compared with hand-made gold.
"""

from __future__ import annotations

from typing import Any

from graph.model import Evidence, Header, Statements

__all__ = ["to_answer"]


def to_answer(statements: Statements) -> dict[str, Any]:
    """One JSON-ready object: text, document, entities, measures, indicators, responsibilities, relations."""
    names = {e.id: [e.name, *e.aliases] for e in statements.entities}
    return {
        "text": statements.document.raw,
        "document": _header(statements.document.header),
        "entities": [
            {"id": e.id, "type": e.type, "name": e.name, "aliases": list(e.aliases), "evidence": _places(e.evidence)}
            for e in statements.entities
        ],
        "measures": [
            {"id": m.id, "title": m.title, "text": m.text, "section": list(m.section), "status": m.status,
             "evidence": _places(m.evidence)}
            for m in statements.measures
        ],
        "indicators": [
            _filled({"id": i.id, "name": i.name, "population": i.population, "value": _number(i.value), "unit": i.unit,
                     "time": i.time, "change": _number(i.change), "comparator": i.comparator, "kind": i.kind,
                     "evidence": _places(i.evidence)})
            for i in statements.indicators
        ],
        "responsibilities": [
            {"of": r.of, "of_text": r.of_text, "of_id": r.of_id, "agent": r.agent,
             "agent_names": list(r.agent_names) or names.get(r.agent_id, []), "agent_id": r.agent_id, "role": r.role,
             "basis": r.basis, "rule": r.rule, "confidence": r.confidence, "evidence": _places(r.evidence)}
            for r in statements.responsibilities
        ],
        "relations": [
            {"s": r.s, "s_names": names.get(r.s_id, []), "p": r.p, "o": r.o, "o_names": names.get(r.o_id, []),
             "evidence": _places(r.evidence)}
            for r in statements.relations
        ],
    }


def _header(header: Header) -> dict[str, Any]:
    return _filled({
        "genre": header.genre, "title": header.title, "number": header.number, "year": header.year,
        "date": header.date, "issuer": header.issuer, "signer": header.signer, "category": header.category,
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
