"""The scores of one document, part by part: what is matched one to one, what is compared field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from graph.evaluate.fields import score_details, score_header, score_status
from graph.evaluate.folding import Item
from graph.evaluate.matching import Matching, Tally, pair
from graph.evaluate.same import same_entity, same_indicator, same_measure, same_relation, same_responsibility
from graph.evaluate.witness import score_evidence

__all__ = ["ENTITY_TYPES", "PARTS", "DocumentScore", "score_document"]

ENTITY_TYPES = (
    "agency", "enterprise", "institute", "association", "platform", "programme", "policy", "project", "place", "person",
)

#: Every part that is scored, in the order of the table; the entity types and the two lists of details are sub-scores.
PARTS = (
    "header", "entities", *ENTITY_TYPES, "indicators", "indicator details", "measures", "measure status",
    "responsibilities (stated)", "relations", "evidence",
)


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """One document: ``tallies`` by part, and the ``matchings`` they were counted from."""

    name: str
    tallies: dict[str, Tally]
    matchings: dict[str, Matching] = field(default_factory=dict)


def score_document(name: str, gold: Item, answer: Item) -> DocumentScore:
    """Compare one answer with its gold.  ``parts`` in the gold limits what is scored.

    >>> gold = {"document": {"year": 2025}, "measures": [{"anchor": "编印指南", "status": "planned"}]}
    >>> answer = {"document": {"year": 2025}, "measures": [{"title": "编印指南。", "status": "done"}]}
    >>> {part: (t.hit, t.gold) for part, t in score_document("d", gold, answer).tallies.items() if t.gold}
    {'header': (1, 1), 'measures': (1, 1), 'measure status': (0, 1)}
    """
    matchings = _matchings(gold, answer)
    tallies = {part: tally for part, tally in _tallies(gold, answer, matchings) if _wanted(part, gold)}
    if answer.get("text") is not None:
        tallies["evidence"] = score_evidence(answer)
    return DocumentScore(name, tallies, {part: m for part, m in matchings.items() if _wanted(part, gold)})


def _wanted(part: str, gold: Item) -> bool:
    return "parts" not in gold or any(part.startswith(wanted[:-1]) for wanted in gold["parts"])


def _matchings(gold: Item, answer: Item) -> dict[str, Matching]:
    entities = gold.get("entities", [])
    kinds = {g["p"] for g in gold.get("relations", []) if not g.get("optional")}
    return {
        "entities": pair(entities, _scored_entities(answer), same_entity),
        "indicators": pair(gold.get("indicators", []), answer.get("indicators", []), same_indicator),
        "measures": pair(gold.get("measures", []), answer.get("measures", []), same_measure),
        "responsibilities (stated)": pair(
            _stated(gold), _stated(answer), same_responsibility(entities)),
        "relations": pair(
            gold.get("relations", []), [r for r in answer.get("relations", []) if r.get("p") in kinds],
            same_relation(entities)),
    }


def _scored_entities(answer: Item) -> list[Item]:
    return [e for e in answer.get("entities", []) if e.get("type") in ENTITY_TYPES]


def _stated(side: Item) -> list[Item]:
    return [r for r in side.get("responsibilities", []) if r.get("basis") == "stated"]


def _tallies(gold: Item, answer: Item, met: dict[str, Matching]) -> Iterator[tuple[str, Tally]]:
    """Every part with its counts, in the order of the table."""
    yield "header", score_header(gold.get("document", {}), answer.get("document", {}))
    yield "entities", met["entities"].tally(*_SHOWN["entities"])
    yield from _by_type(gold.get("entities", []), _scored_entities(answer))
    yield "indicators", met["indicators"].tally(*_SHOWN["indicators"])
    yield "indicator details", score_details(gold, answer)
    yield "measures", met["measures"].tally(*_SHOWN["measures"])
    yield "measure status", score_status(gold, answer)
    for part in ("responsibilities (stated)", "relations"):
        yield part, met[part].tally(*_SHOWN[part])


_SHOWN: dict[str, tuple[Callable[[Item], str], Callable[[Item], str]]] = {
    "entities": (lambda g: f"{g['type']} {g['names'][0]}", lambda a: f"{a.get('type')} {a.get('name')}"),
    "indicators": (
        lambda g: f"{'/'.join(g.get('keys', []))} {g['value']}{g.get('unit', '')}",
        lambda a: f"{a.get('name')} {a.get('value')}{a.get('unit', '')}"),
    "measures": (lambda g: str(g["anchor"]), lambda a: str(a.get("title", ""))[:30]),
    "responsibilities (stated)": (
        lambda g: f"{g['agent']} {g['role']} {g['of']}", lambda a: f"{a.get('agent')} {a.get('role')} {a.get('of')}"),
    "relations": (lambda g: f"{g['s']} {g['p']} {g['o']}", lambda a: f"{a.get('s')} {a.get('p')} {a.get('o')}"),
}


def _by_type(gold: list[Item], answers: list[Item]) -> Iterator[tuple[str, Tally]]:
    """Recall by the gold's type; precision by the answer's type, against all of the gold."""
    for kind in ENTITY_TYPES:
        found = pair([g for g in gold if g["type"] == kind], answers, same_entity)
        given = pair(gold, [a for a in answers if a.get("type") == kind], same_entity)
        hit = len(found.pairs)
        tally = Tally(hit, len(given.spurious) + hit, hit + len(found.missed))
        if tally.gold or tally.predicted:
            yield kind, tally
