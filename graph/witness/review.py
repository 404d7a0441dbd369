"""Claims of guests × statements of the rules → open cases.

The rules' statements stay as they are.  Where they hold what a guest claims, nothing is added; where not, a person
decides: a duty in another role is a ``conflict``, anything else ``unresolved``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.find.agreement import GUEST
from graph.find.guests import Witness
from graph.model import Evidence, Indicator, Open, Responsibility, Statements
from graph.witness.claims import Claim, Reviewer

__all__ = ["notes_of", "review"]

_ROLES = {"lead": "牵头", "joint": "共同负责", "support": "配合"}


def review(statements: Statements, witnesses: Iterable[Witness] = ()) -> Statements:
    """The statements with an open case for all that only guests say; the same object where there are no guests."""
    witnesses = tuple(witnesses)
    if not witnesses:
        return statements
    found = [*_lone_names(statements), *_cases(statements, witnesses)]
    return replace(statements, open=(*statements.open, *dict.fromkeys(found)))


def notes_of(witnesses: Iterable[Witness]) -> tuple[str, ...]:
    """What went wrong with the witnesses, one line each, for the user's eyes."""
    return tuple(note for witness in witnesses if isinstance(witness, Reviewer) for note in witness.notes)


def _lone_names(statements: Statements) -> Iterator[Open]:
    for entity in statements.entities:
        if entity.rule.startswith(GUEST):
            yield Open("unresolved", entity.name, f"规则没有认出，只有 {entity.rule} 提出", entity.evidence[:1])


def _cases(statements: Statements, witnesses: Iterable[Witness]) -> Iterator[Open]:
    for witness in witnesses:
        if isinstance(witness, Reviewer):
            for claim in sorted(set(witness.claims(statements.document))):
                yield from _CASES[claim.part](statements, claim, f"{GUEST}{witness.name}")


def _duty(statements: Statements, claim: Claim, who: str) -> Iterator[Open]:
    document = statements.document
    name, place = document.text[claim.holder.start:claim.holder.end], document.evidence(*claim.span)
    same = [r for r in statements.responsibilities if _is_said_of(r, name, place)]
    if not same:
        yield Open("unresolved", name, f"{who} 认为由其{_ROLES[claim.role]}，规则没有得出责任", (place,))
    elif all(r.role != claim.role for r in same):
        said = "、".join(dict.fromkeys(_ROLES[r.role] for r in same))
        yield Open("conflict", name, f"规则得出{said}，{who} 认为是{_ROLES[claim.role]}", (place,))


def _is_said_of(duty: Responsibility, name: str, place: Evidence) -> bool:
    """Whether a stated (or inherited) responsibility names the body and rests on words of that place."""
    return (duty.basis in ("stated", "inherited") and name in (duty.agent, *duty.agent_names)
            and any(_meet(place, witness) for witness in duty.evidence))


def _measure(statements: Statements, claim: Claim, who: str) -> Iterator[Open]:
    if not any(min(m.span.end, claim.span.end) > max(m.span.start, claim.span.start) for m in statements.measures):
        place = statements.document.evidence(*claim.span)
        yield Open("unresolved", place.quote, f"{who} 认为这是一项举措，规则没有列入", (place,))


def _number(statements: Statements, claim: Claim, who: str) -> Iterator[Open]:
    place = statements.document.evidence(*claim.span)
    if not any(_is_counted(indicator, claim, place) for indicator in statements.indicators):
        why = f"{who} 认为 {claim.value}{claim.unit} 是一个数据，规则没有列入"
        yield Open("unresolved", place.quote, why, (place,))


def _is_counted(indicator: Indicator, claim: Claim, place: Evidence) -> bool:
    """Whether an indicator gives the same number, as its value or its change, from words of that place."""
    numbers = {(indicator.value.lstrip("-"), indicator.unit), (indicator.change.lstrip("-"), "%")}
    return (claim.value, claim.unit) in numbers and any(_meet(place, witness) for witness in indicator.evidence)


def _meet(one: Evidence, other: Evidence) -> bool:
    return one.start < other.end and other.start < one.end


_CASES = {"duty": _duty, "measure": _measure, "number": _number}
