"""Classes of bodies that hold a duty (链主型企业, 各镇人民政府) as entities, so that one can ask what they own."""

from __future__ import annotations

from dataclasses import replace

from graph.find.duties.shapes import is_class
from graph.iri import assign
from graph.model import Entity, Evidence, Responsibility

__all__ = ["with_classes"]

Parts = tuple[tuple[Entity, ...], tuple[Responsibility, ...]]


def with_classes(entities: tuple[Entity, ...], duties: tuple[Responsibility, ...], home: str) -> Parts:
    """The entities with the classes among the holders, and the duties that point to them.

    A class belongs to the area that speaks: 各镇 of two counties are not the same.

    >>> place = (Evidence(0, 7, "各镇负责扩种绿"),)
    >>> duty = Responsibility("扩种", "1", "", "各镇", "", "lead", "stated", "by", 0.9, place)
    >>> entities, [held] = with_classes((), (duty,), "330282")
    >>> entities[0].id == held.agent_id, entities[0].evidence
    (True, (Evidence(start=0, end=2, quote='各镇'),))
    """
    places: dict[str, list[Evidence]] = {}
    for duty in duties:
        if not duty.agent_id and is_class(duty.agent):
            places.setdefault(duty.agent, []).append(_named(duty))
    ids = assign(("class", name, home) for name in places)
    found = {name: Entity(ids["class", name, home], "class", name, evidence=tuple(dict.fromkeys(where)), area=home,
                          rule="class-holder") for name, where in places.items()}
    held = tuple(replace(duty, agent_id=found[duty.agent].id) if duty.agent in found and not duty.agent_id else duty
                 for duty in duties)
    return tuple(sorted((*entities, *found.values()), key=lambda e: (e.evidence[:1], e.id))), held


def _named(duty: Responsibility) -> Evidence:
    """The words that name the class, or the whole quote where a break runs through them."""
    place = duty.evidence[0]
    at = place.quote.find(duty.agent)
    return Evidence(place.start + at, place.start + at + len(duty.agent), duty.agent) if at >= 0 else place
