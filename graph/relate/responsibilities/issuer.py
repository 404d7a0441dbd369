"""The one inference made by default: what nobody is named for is the issuer's own."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Document, Measure, Responsibility
from graph.relate.responsibilities.agents import Names
from graph.witness.confidence import duty_confidence

__all__ = ["by_issuer"]


_BESIDE = frozenset({"allying", "joining", "together", "consulting"})


def by_issuer(
    document: Document, names: Names, measures: tuple[Measure, ...], said: list[Responsibility],
) -> Iterator[Responsibility]:
    """One responsibility per measure that no body leads or shares, held by the document's (first) issuer.

    会同 or 联合 a partner says that somebody else leads; if no one is named, that is the issuer.  Where the issuer
    says that it helps another body, it does not lead.
    """
    issuer = document.header.issuer
    owned = {r.of_id for r in said
             if r.role == "lead" or (r.role == "joint" and r.rule not in _BESIDE) or r.rule == "helping"}
    if not issuer:
        return
    entity = names.by_name(issuer)
    for measure in measures:
        if measure.id not in owned:
            yield Responsibility(
                of=measure.title, of_id=measure.id, of_text=measure.text,
                agent=entity.name if entity else issuer, agent_id=entity.id if entity else "",
                agent_names=(entity.name, *entity.aliases) if entity else (issuer,),
                role="lead", basis="issuer", rule="by-issuer", confidence=duty_confidence("by-issuer"),
                evidence=(*measure.evidence, *document.header.witness.get("issuer", ())[:1]),
            )
