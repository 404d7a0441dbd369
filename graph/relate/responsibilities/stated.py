"""What the text itself says about who answers for what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.find.duties import Duty, Holder
from graph.model import Document, Entity, Evidence, Responsibility, Span
from graph.relate.responsibilities.agents import Agent, Names
from graph.relate.responsibilities.attach import Target, Targets
from graph.witness.confidence import duty_confidence

__all__ = ["stated"]

_LISTS = frozenset({"label", "bracket", "bare-bracket", "table", "body-heading"})
_SUBJECTS = frozenset({"subject", "research", "doing"})
_OF_WHAT_IS_PLANNED = frozenset({"doing", "partnering"})
_OBJECTS = frozenset({"object", "carried", "office"})
_NOTHING_ELSE = frozenset({"carried", "office"})


@dataclass(frozen=True, slots=True)
class _Claim:
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


def stated(document: Document, names: Names, targets: Targets, duties: tuple[Duty, ...]) -> list[Responsibility]:
    """The responsibilities of all duties: lists first, then what verbs say, then grammatical subjects.

    Within one measure a body keeps its strongest role; being the subject of a sentence adds nothing to a list.
    """
    claims = sorted(_claims(names, targets, duties), key=lambda c: (_rank(c.duty), c.duty.span, c.holder.span))
    kept: dict[str, list[_Claim]] = {}
    for claim in claims:
        if _repeats(claim, kept):
            continue
        others = kept.setdefault(claim.of_id, [])
        settled = _settle(claim, others)
        if settled:
            others.append(settled)
    return [_responsibility(document, claim) for claims in kept.values() for claim in claims]


def _claims(names: Names, targets: Targets, duties: Iterable[Duty]) -> Iterator[_Claim]:
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
                    yield from (_Claim(duty, item, agent, target, owned) for target in governed)


def _owned(duty: Duty, names: Names) -> Entity | None:
    """The thing named where the duty points to: the last task force before its office, else what comes next."""
    if duty.object is None:
        return None
    return names.task_force(duty.object) if duty.rule == "office" else names.owned(duty.object)


def _governed(duty: Duty, targets: Targets) -> list[Target]:
    """What a duty is about; plain verbs (县审计局加强监管) and partners make an owner only of what is planned."""
    found = targets.of(duty)
    return [target for target in found if duty.rule not in _OF_WHAT_IS_PLANNED or target.measure.status == "planned"]


def _rank(duty: Duty) -> int:
    """Lists first, then what verbs say, then subjects; an item that begins with 配合 is nothing but support."""
    return 0 if duty.rule in _LISTS or duty.rule == "helping" else 2 if duty.rule in {*_SUBJECTS, "office"} else 1


def _repeats(claim: _Claim, kept: dict[str, list[_Claim]]) -> bool:
    """Whether the host of an office answers by a list for the whole measure that founds it."""
    measure = claim.target.measure.id if claim.target and claim.duty.rule == "office" else ""
    return any(other.who == claim.who for other in kept.get(measure, ()))


def _settle(claim: _Claim, others: list[_Claim]) -> _Claim | None:
    """The claim as it stands beside those already kept; ``None`` if it says nothing new."""
    mine = [other for other in others if other.who == claim.who]
    if claim.duty.rule in _SUBJECTS and (mine or any(other.duty.rule in _LISTS for other in others)):
        return None
    if any(other.holder.role == claim.holder.role or not _adds(claim, other) for other in mine):
        return None
    if claim.duty.rule in _SUBJECTS and any(_leads_before(other, claim) for other in others):
        return _Claim(claim.duty, claim.holder._replace(role="joint"), claim.agent, claim.target, claim.object)
    return claim


def _leads_before(other: _Claim, claim: _Claim) -> bool:
    """Whether another body was said to lead earlier in the text; what follows is then a part of its task."""
    return other.holder.role == "lead" and other.duty.rule not in _SUBJECTS and other.duty.span < claim.duty.span


def _adds(claim: _Claim, other: _Claim) -> bool:
    """A body that shares may also be said to support a part; any other second role is a repetition."""
    return claim.holder.role == "support" and other.holder.role == "joint" and claim.duty.rule == "verb"


def _responsibility(document: Document, claim: _Claim) -> Responsibility:
    inherited = claim.target is not None and claim.target.inherited
    measure = claim.target.measure if claim.target else None
    rule = f"inherited:{claim.duty.rule}" if inherited else claim.duty.rule
    return Responsibility(
        of=claim.of,
        of_id=claim.of_id,
        of_text=measure.text if measure else "",
        agent=claim.agent.name, agent_id=claim.agent.id, agent_names=claim.agent.names,
        role=claim.holder.role,
        basis="inherited" if inherited else "stated",
        rule=rule,
        confidence=duty_confidence("inherited" if inherited else claim.duty.rule),
        evidence=(document.evidence(*_witness(claim)), *_who_we_are(document, claim)),
    )


def _who_we_are(document: Document, claim: _Claim) -> tuple[Evidence, ...]:
    """我局 needs a second witness: the place that names the issuer."""
    return document.header.witness.get("issuer", ())[:1] if claim.holder.kind == "self" else ()


def _witness(claim: _Claim) -> Span:
    """The words from the name to the cue, whichever comes first."""
    cue, name = claim.holder.cue or claim.duty.cue, claim.agent.span
    return Span(min(cue.start, name.start), max(cue.end, name.end))
