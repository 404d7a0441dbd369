"""Duties → claims: one body in one role for one thing, before they are compared with each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.find.duties import Duty, Holder
from graph.find.duties.acting import after_opener
from graph.model import Document, Entity, Span
from graph.relate.responsibilities.agents import Agent, Names
from graph.relate.responsibilities.attach import Target, Targets

__all__ = ["SUBJECTS", "Claim", "claims_of"]

SUBJECTS = frozenset({"subject", "research", "doing"})
_OF_WHAT_IS_PLANNED = frozenset({"doing", "partnering"})
_OBJECTS = frozenset({"object", "carried", "office"})
_NOTHING_ELSE = frozenset({"carried", "office"})


@dataclass(frozen=True, slots=True)
class Claim:
    """One body in one role for one thing, not yet compared with the other claims about it."""

    duty: Duty
    holder: Holder
    agent: Agent
    target: Target | None
    object: Entity | None

    @property
    def of_id(self) -> str:
        return self.object.id if self.object else self.target.measure.id if self.target else ""

    @property
    def of(self) -> str:
        office = "办公室" if self.duty.rule == "office" else ""
        return self.object.name + office if self.object else self.target.measure.title if self.target else ""

    @property
    def who(self) -> str:
        return self.agent.id or self.agent.name


def claims_of(document: Document, names: Names, targets: Targets, duties: Iterable[Duty]) -> list[Claim]:
    """All claims of the duties; who leads over to items (我部将会同有关部门：…) has none that begins with another."""
    claims = list(_claims(names, targets, duties))
    subjects = {claim.of_id: claim.who for claim in claims if _begins(document, claim)}
    return [claim for claim in claims
            if claim.duty.scope != "following" or subjects.get(claim.of_id, claim.who) == claim.who]


def _claims(names: Names, targets: Targets, duties: Iterable[Duty]) -> Iterator[Claim]:
    for duty in duties:
        governed: list[Target | None] = list(_governed(duty, targets))
        owned = _owned(duty, names) if duty.rule in _OBJECTS or not governed else None
        if duty.rule in _NOTHING_ELSE and not owned:
            continue
        if owned:
            governed = governed[:1] or [None]
        for item in duty.items:
            for agent in names.agents(item, duty.cue):
                if not owned or agent.id != owned.id:
                    yield from (Claim(duty, item, agent, target, owned) for target in governed)


def _begins(document: Document, claim: Claim) -> bool:
    """Whether the measure begins with the body that leads it."""
    if claim.target is None or claim.duty.scope != "sentence" or claim.holder.role != "lead":
        return False
    before = Span(claim.target.measure.span.start, claim.holder.span.start + 1)
    return before.end > before.start and after_opener(document.folded, before) == claim.holder.span.start


def _owned(duty: Duty, names: Names) -> Entity | None:
    """The thing named where the duty points to: the last task force before its office, else what comes next."""
    if duty.object is None:
        return None
    return names.task_force(duty.object) if duty.rule == "office" else names.owned(duty.object)


def _governed(duty: Duty, targets: Targets) -> list[Target]:
    """What a duty is about; plain verbs (县审计局加强监管) and partners make an owner only of what is planned."""
    found = targets.of(duty)
    return [target for target in found if duty.rule not in _OF_WHAT_IS_PLANNED or target.measure.status == "planned"]
