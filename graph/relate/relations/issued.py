"""Who issued which instrument: the document's own issuers, the subject of a verb of issuing, the body a title begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Entity, Relation, Span
from graph.relate.relations.page import Met, Page

__all__ = ["issued"]

_TOWARDS = re.compile("[向经报由对以]$")
_SELF = re.compile("我(?:局|委|厅|办|部|院|会|行|市|省|县|区|州|旗|中心)|本(?:局|委|厅|办|部)")
_REACH = 24  # code points from the verb back over adjectives to its first word


def issued(page: Page) -> Iterator[Relation]:
    """The bodies behind the instruments of a document."""
    yield from _own(page)
    for span, met in page.sentences():
        for policy in (m for m in met if m.entity.type == "policy"):
            yield from _by_title(page, policy)
            for body in _subjects(page, span, met, policy):
                first = min(policy.start, span.start)
                yield page.relation(body, "issued", policy.entity, "issued-by-subject", first, policy.end, 0.85)


def _own(page: Page) -> Iterator[Relation]:
    if page.own is None:
        return
    for body in page.issuers:
        places = page.document.header.witness.get("issuer") or body.evidence[:1]
        yield page.header_relation(body, "issued", page.own, "issued-by-header", places or page.own.evidence[:1])


def _by_title(page: Page, policy: Met) -> Iterator[Relation]:
    """《国务院关于…的决定》 says itself who issued it."""
    for entity in page.linked.entities:
        if entity.type == "agency" and any(
                len(form) > 2 and policy.entity.name.startswith((f"{form}关于", f"{form}印发")) for form in (entity.name, *entity.aliases)):
            yield page.relation(entity, "issued", policy.entity, "issued-by-title", policy.start, policy.end, 0.95)


def _subjects(page: Page, span: Span, met: tuple[Met, ...], policy: Met) -> list[Entity]:
    verb = page.pattern("issue").search(page.folded, max(span.start, _list_start(met, policy) - _REACH), _list_start(met, policy))
    if verb is None:
        return []
    before = [m for m in met if m.entity.type == "agency" and m.end <= verb.start()
              and not _TOWARDS.search(page.folded, span.start, m.start)]
    if before:
        return [m.entity for m in before]
    if _SELF.search(page.folded, span.start, verb.start()):
        return list(page.issuers[:1])
    return page.linked.addressed(page.folded[span.start:verb.start()])


def _list_start(met: tuple[Met, ...], policy: Met) -> int:
    """Where the list of instruments begins that the policy is an item of: 出台《甲》和《乙》."""
    start = policy.start
    for other in reversed(met):
        if other.entity.type == "policy" and 0 <= start - other.end <= 1:
            start = other.start
    return start
