"""What the text itself says about who answers for what."""

from __future__ import annotations

from graph.find.duties import Duty
from graph.model import Document, Evidence, Responsibility, Span
from graph.relate.responsibilities.agents import Names
from graph.relate.responsibilities.attach import Targets
from graph.relate.responsibilities.claims import SUBJECTS, Claim, claims_of
from graph.witness.confidence import duty_confidence

__all__ = ["stated"]

_LISTS = frozenset({"label", "bracket", "bare-bracket", "table", "body-heading"})
_GIVEN = frozenset({"together", "by", "verb"})
_PARTNERS = frozenset({"joining", "relying", "consulting"})


def stated(document: Document, names: Names, targets: Targets, duties: tuple[Duty, ...]) -> list[Responsibility]:
    """The responsibilities of all duties: lists first, then what verbs say, then grammatical subjects.

    Within one measure a body keeps its strongest role, and what an item says itself goes before what it inherits;
    being the subject of a sentence adds nothing to a list.
    """
    found = claims_of(document, names, targets, duties)
    claims = sorted(found, key=lambda c: (_rank(c.duty), _is_inherited(c), c.duty.span, c.holder.span))
    kept: dict[str, list[Claim]] = {}
    for claim in claims:
        if _repeats(claim, kept):
            continue
        others = kept.setdefault(claim.of_id, [])
        settled = _settle(claim, others)
        if settled:
            others[:] = [*(other for other in others if not _outdone(other, settled)), settled]
    return [_responsibility(document, claim) for claims in kept.values() for claim in claims]


def _is_inherited(claim: Claim) -> bool:
    return claim.target is not None and claim.target.inherited


def _rank(duty: Duty) -> int:
    """Lists first, then what verbs say, then subjects; an item that begins with 配合 is nothing but support."""
    return 0 if duty.rule in _LISTS or duty.rule == "helping" else 2 if duty.rule in {*SUBJECTS, "office"} else 1


def _repeats(claim: Claim, kept: dict[str, list[Claim]]) -> bool:
    """Whether the host of an office answers by a list for the whole measure that founds it."""
    measure = claim.target.measure.id if claim.target and claim.duty.rule == "office" else ""
    return any(other.who == claim.who for other in kept.get(measure, ()))


def _settle(claim: Claim, others: list[Claim]) -> Claim | None:
    """The claim as it stands beside those already kept; ``None`` if it says nothing new."""
    mine = [other for other in others if other.who == claim.who]
    if claim.duty.rule in SUBJECTS and (mine or any(other.duty.rule in _LISTS for other in others)):
        return None
    if any(other.holder.role == claim.holder.role or not _adds(claim, other) for other in mine):
        return None
    if claim.duty.rule in SUBJECTS and any(_leads_before(other, claim) for other in others):
        return Claim(claim.duty, claim.holder._replace(role="joint"), claim.agent, claim.target, claim.object)
    return claim


def _outdone(other: Claim, claim: Claim) -> bool:
    """Whether the partner of a body (我局与市教育局共同…) is said to lead after all (该工作由市教育局牵头)."""
    return other.who == claim.who and other.duty.rule in _PARTNERS and _says_more(claim, other)


def _says_more(claim: Claim, other: Claim) -> bool:
    return claim.holder.role == "lead" and other.holder.role != "lead" and claim.duty.rule in ("by", "verb")


def _leads_before(other: Claim, claim: Claim) -> bool:
    """Whether another body was said to lead earlier in the text; what follows is then a part of its task."""
    return other.holder.role == "lead" and other.duty.rule not in SUBJECTS and other.duty.span < claim.duty.span


def _adds(claim: Claim, other: Claim) -> bool:
    """A body that shares may also be said to support a part, a partner or a helper to lead; any other role is a
    repetition."""
    helps = claim.holder.role == "support" and other.holder.role == "joint" and claim.duty.rule == "verb"
    leads = claim.holder.role == "lead" and other.holder.role == "support" and claim.duty.rule in _GIVEN
    return helps or (leads and claim.duty.span.start > other.duty.span.end) or _outdone(other, claim)


def _responsibility(document: Document, claim: Claim) -> Responsibility:
    inherited = _is_inherited(claim)
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


def _who_we_are(document: Document, claim: Claim) -> tuple[Evidence, ...]:
    """我局 needs a second witness: the place that names the issuer."""
    return document.header.witness.get("issuer", ())[:1] if claim.holder.kind == "self" else ()


def _witness(claim: Claim) -> Span:
    """The words from the name to the cue, whichever comes first."""
    cue, name = claim.holder.cue or claim.duty.cue, claim.agent.span
    return Span(min(cue.start, name.start), max(cue.end, name.end))
