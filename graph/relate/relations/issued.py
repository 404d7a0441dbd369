"""Who issued which instrument.

The document's own issuers, the subject of a verb of issuing, the body that a title begins with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Entity, Relation, Span
from graph.relate.relations.page import Met, Page

__all__ = ["issued", "list_start"]

_TOWARDS = re.compile("(?:[向经报由对以]|经商|报请|报经)$")
_ON_REPORT = re.compile("(?:报请?|报经|提请)$")  # 我局起草并报|市政府|印发
_BODIES = ("agency", "institute")  # 科技部、中国科学院、国家林草局|印发: one may stand between two that issue
_ORDERS = ("令", "公告")
_CONGRESS = re.compile("人民代表大会|人大")
_FAR = 40  # code points between the last subject and its verb
_FARTHEST = 120  # and of one with which the sentence begins
_OPENING = 30  # code points in which a paragraph names the body that it speaks of
_JOINT = 6  # code points between bodies that act together: 已会同, 联合
_REACH = 24  # code points from the verb back over adjectives to its first word


def issued(page: Page) -> Iterator[Relation]:
    """The bodies behind the instruments of a document."""
    yield from _own(page)
    for span, met in page.sentences():
        for policy in (m for m in met if m.entity.type == "policy"):
            yield from _by_title(page, policy)
            yield from _by_order(page, met, policy)
            yield from _by_agent(page, met, policy)
            yield from _by_addressee(page, policy)
            pending = policy.entity.state == "pending" or page.pattern("own_report").search(policy.entity.name)
            for body in () if pending else _subjects(page, span, met, policy) or _spoken_of(page, span, met, policy):
                first = min(policy.start, span.start)
                yield page.relation(body, "issued", policy.entity, "issued-by-subject", first, policy.end, 0.85)


def _own(page: Page) -> Iterator[Relation]:
    for body in page.issuers:
        for own in page.own:
            places = page.document.header.witness.get("issuer") or body.evidence[:1]
            yield page.header_relation(body, "issued", own, "issued-by-header", places or own.evidence[:1])


def _by_title(page: Page, policy: Met) -> Iterator[Relation]:
    """《国务院关于…的决定》 says itself who issued it, under its full name or as it is cited (省政府关于…)."""
    titles = (policy.entity.name, *policy.entity.aliases)
    for entity in next(filter(None, (_leading(page, title) for title in titles)), ()):
        yield page.relation(entity, "issued", policy.entity, "issued-by-title", policy.start, policy.end, 0.95)


def _by_order(page: Page, met: tuple[Met, ...], policy: Met) -> Iterator[Relation]:
    """《某办法》(国务院国资委、财政部令第3号): whose order or announcement it is, in the bracket behind its title."""
    close = page.folded.find(")", policy.end) if page.folded.startswith("(", policy.end) else -1
    bodies = [m for m in met if m.entity.type == "agency" and policy.end < m.start and m.end < close]
    if bodies and page.folded.startswith(_ORDERS, bodies[-1].end):
        for body in bodies:
            yield page.relation(body.entity, "issued", policy.entity, "issued-by-order", policy.start, close + 1, 0.95)


def _by_agent(page: Page, met: tuple[Met, ...], policy: Met) -> Iterator[Relation]:
    """《某条例》已由市人大常委会审议通过: the bodies behind 由 or 经 that issued it; a congress passes it as well."""
    end = policy.end
    agents: list[Met] = []
    for body in (m for m in met if m.entity.type == "agency" and m.start >= end):
        led = page.pattern("issued_by").fullmatch(page.folded, end, body.start) if not agents else None
        if not led and not (agents and page.folded[end:body.start] in page.words("joint")):
            break
        agents.append(body)
        end = body.end
    congress = bool(agents) and _CONGRESS.search(agents[-1].entity.name) is not None
    verbs = ("issues_it", "passes_it") if congress else ("issues_it",)
    if any(page.pattern(verb).match(page.folded, end) for verb in verbs):
        for agent in agents:
            yield page.relation(agent.entity, "issued", policy.entity, "issued-by-agent", policy.start, end, 0.85)


def _by_addressee(page: Page, policy: Met) -> Iterator[Relation]:
    """你部《关于…的请示》收悉: the one body addressed has issued what it sent."""
    sent = page.pattern("sent_by_you").search(page.folded, max(0, policy.start - 4), policy.start)
    received = page.pattern("received").match(page.folded, policy.end)
    proposal = page.pattern("own_report").search(policy.entity.name)
    names = page.document.header.addressees if sent and received and not proposal else ()
    bodies = [e for e in page.linked.entities if e.type == "agency" and {e.name, *e.aliases} & set(names)]
    if len(names) == len(bodies) == 1:
        yield page.relation(bodies[0], "issued", policy.entity, "issued-by-addressee", policy.start, policy.end, 0.9)


def _leading(page: Page, title: str) -> list[Entity]:
    """The bodies that a title begins with, one after the other, or joined by 、, before (等七部门)关于 or 印发."""
    found: list[Entity] = []
    while not page.pattern("title_verb").match(title):
        forms = [(form, e) for e in page.linked.entities if e.type == "agency" for form in (e.name, *e.aliases)
                 if len(form) > 2 and title.startswith(form)]
        if not forms:
            return []
        form, entity = max(forms, key=lambda f: len(f[0]))
        title = title[len(form):].lstrip(" 、")
        found.append(entity)
    return found


def _subjects(page: Page, span: Span, met: tuple[Met, ...], policy: Met) -> list[Entity]:
    """The nearest list of bodies before the verb.

    An attributive verb (修订的《…》) needs its subject beside it.
    """
    first = list_start(met, policy)
    verb = page.pattern("issue").search(page.folded, max(span.start, first - _REACH), first)
    if verb is None:
        beside = _nearest_list(page, span, met, first)  # 国家发展改革委、财政部等部门《…》
        by_them = beside and page.pattern("and_others").fullmatch(page.folded, beside[-1].end, first)
        return [m.entity for m in beside] if by_them else []
    if page.pattern("put_off").search(page.folded, max(span.start, verb.start() - 12), verb.start() + 1):
        return []
    bodies = _nearest_list(page, span, met, verb.start())
    if verb[0].endswith("的") and not (bodies and bodies[-1].end == verb.start()):
        return []
    silent = bodies and page.pattern("silent_subject").search(page.folded[span.start:bodies[0].start])
    return [*(page.issuers if silent else ()), *(m.entity for m in bodies)]


def _spoken_of(page: Page, span: Span, met: tuple[Met, ...], policy: Met) -> list[Entity]:
    """教育部高度重视体育。…出台《甲办法》: the body that the paragraph begins with, where the sentence names none."""
    first = list_start(met, policy)
    verb = page.pattern("publish").search(page.folded, max(span.start, first - _REACH), first)
    if not verb or any(m.entity.type == "agency" and m.end <= first for m in met):
        return []
    clause = page.folded[span.start:verb.start()].rpartition(",")[2]
    line = page.folded.rfind("\n", 0, span.start) + 1
    opening = page.within(line, min(line + _OPENING, len(page.folded)))
    bodies = [m for m in opening if m.start == line and m.entity.type == "agency"]
    speaks = bodies and page.pattern("speaks_of_body").match(page.folded, bodies[0].end)
    return [bodies[0].entity] if speaks and page.pattern("no_subject").fullmatch(clause) else []


def _nearest_list(page: Page, span: Span, met: tuple[Met, ...], position: int) -> list[Met]:
    """The bodies joined to each other that end last before ``position``; those led by 向 or 经商 are no subjects."""
    found: list[Met] = []
    acts = [acting.end() for acting in page.finditer("area_acts", Span(span.start, position))]
    named_for = page.pattern("in_name_of").search(page.folded, span.start, position)  # 以财政部、科技部名义联合印发
    for body in reversed([m for m in met if m.entity.type in _BODIES and m.end <= position]):
        if acts and body.end <= acts[-1]:
            break  # 省科技厅出台《甲办法》,我市|制定…
        far = _FARTHEST if body.start == span.start else _FAR
        if (found and found[0].start - body.end > _JOINT) or position - body.end > far:
            break
        owner = any(m.start == body.end and m.entity.type == "policy" and m.end <= position for m in met)
        if owner or page.pattern("of_body").match(page.folded, body.end):
            continue  # 根据省科技厅|《甲办法》,我局制定…
        before = page.folded[max(span.start, body.start - 2):body.start]
        if _ON_REPORT.search(before) and body.end == position and not page.folded.startswith(("上报", "报"), position):
            return [body]
        led = _TOWARDS.search(before) and not named_for
        if led and found and page.folded[body.end:found[0].start] not in page.words("joint"):
            break  # 经市政府同意,我局|印发
        found = [] if led else [body, *found]
    return [body for body in found if body.entity.type == "agency"]


def list_start(met: tuple[Met, ...], policy: Met) -> int:
    """Where the list of instruments begins that the policy is an item of: 出台《甲》和《乙》."""
    start = policy.start
    for other in reversed(met):
        if other.entity.type == "policy" and 0 <= start - other.end <= 1:
            start = other.start
    return start
