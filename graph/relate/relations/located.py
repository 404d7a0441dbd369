"""Where things lie: the area in a hub's or works' name, and 在…设立…."""

from __future__ import annotations

from collections.abc import Iterator

from graph.link.home import leading_area
from graph.model import Entity, Relation
from graph.relate.relations.page import Met, Page, outermost

__all__ = ["located"]

_TOWNS = ("镇", "乡", "街道", "县", "区")
_TENANTS = ("enterprise", "institute")
_AREAS = ("place", "platform")
_CLAUSE_ENDS = (",", "，", "。", ";", "、", "")
_LED = 8  # code points of 已正式在
_LYING = ("platform", "project", *_TENANTS)


def located(page: Page) -> Iterator[Relation]:
    """``located_in`` for platforms and projects, towards places of the document."""
    places = {entity.area: entity for entity in page.linked.entities if entity.type == "place" and entity.area}
    for met in page.met:
        yield from _by_name(page, met, places)
    yield from _within_it(page)
    for span, inside in page.sentences():
        yield from _tenants(page, inside)
        yield from _of_town(page, inside)
        yield from _by_town(page, inside)
        yield from (_set_up(page, *pair) for pair in _set_up_apart(page, span.start, inside))
        for thing in (m for m in inside if m.entity.type in _LYING):
            built = thing.entity.type not in _TENANTS
            place = (built and _set_up_in(page, span.start, inside, thing)) or _lies_in(page, inside, thing) \
                or _lying_in(page, inside, thing) or _begun_in(page, inside, thing)
            if place:
                yield from (_set_up(page, one, place) for one in _sharing(page, inside, thing))
            elif page.home:
                yield from _come_home(page, page.home, inside, thing)


def _come_home(page: Page, home: Entity, inside: tuple[Met, ...], thing: Met) -> Iterator[Relation]:
    """某研究院落户我市: the document's own area, named by 我市 alone."""
    verb = page.pattern("lies_in").match(page.folded, thing.end)
    own = page.pattern("own_lead").match(page.folded, verb.end()) if verb else None
    if own and page.folded[own.end():own.end() + 1] in _CLAUSE_ENDS:
        for one in _sharing(page, inside, thing):
            yield page.relation(one.entity, "located_in", home, "came-home", one.start, own.end(), 0.8)


def _sharing(page: Page, inside: tuple[Met, ...], thing: Met) -> list[Met]:
    """甲实验室、乙实验室均位于…: the row that ends with the thing; else the thing alone."""
    verb = page.pattern("lies_in").match(page.folded, thing.end)
    before = [m for m in reversed(inside) if m.end <= thing.end and m.entity.type in _LYING]
    return page.row(outermost(before)[::-1]) if verb and verb["all"] else [thing]


def _set_up(page: Page, thing: Met, place: Met) -> Relation:
    first, last = min(place.start, thing.start), max(place.end, thing.end)
    return page.relation(thing.entity, "located_in", place.entity, "set-up-in", first, last)


def _by_name(page: Page, met: Met, places: dict[str, Entity]) -> Iterator[Relation]:
    """The area that a hub or works is named by (深圳飞地), or that its owner's site there is (中电科涞水产业园)."""
    if met.entity.type not in ("platform", "project"):
        return
    if page.pattern("lies_where_named").search(met.entity.name):
        code = leading_area(met.mention.name, page.lexicon, page.linked.home).code
        if code in places and not page.linked.home.startswith(code.rstrip("0")):
            yield page.relation(met.entity, "located_in", places[code], "place-in-name", met.start, met.end)
    for place in places.values():
        for form in (place.name, *place.aliases):
            at = met.entity.name.find(form, 1)
            abroad = at > 0 and place.area != page.linked.home
            if abroad and page.pattern("site_behind").fullmatch(met.entity.name, at + len(form)):
                yield page.relation(met.entity, "located_in", place, "place-in-name", met.start, met.end)


def _by_town(page: Page, inside: tuple[Met, ...]) -> Iterator[Relation]:
    """玉龙镇九龙潭田园综合体 lies in the town that its name begins with."""
    towns = {m.start: m for m in inside if m.entity.type == "place" and m.entity.name.endswith(("镇", "乡"))}
    for met in (m for m in inside if m.entity.type in ("platform", "project")):
        town = towns.get(met.start)
        if town and town.end < met.end:
            yield page.relation(met.entity, "located_in", town.entity, "place-in-name", met.start, met.end, 0.85)


def _set_up_in(page: Page, start: int, inside: tuple[Met, ...], thing: Met) -> Met | None:
    """在香港设立…中心: a place led by 在, a verb of setting up, the thing."""
    verb = page.pattern("set_up_in").search(page.folded, max(start, thing.start - 8), thing.start)
    chains = _chains_before(inside, page, verb.start()) if verb else []
    return chains[0][-1] if len(chains) == 1 and _led_by_in(page, chains[0]) else None


def _begun_in(page: Page, inside: tuple[Met, ...], thing: Met) -> Met | None:
    """…项目已在临港新区开工: the thing, 在, the innermost place or the zone, a verb of beginning."""
    led = page.pattern("and_in").match(page.folded, thing.end, thing.end + _LED)
    chain = _chain_from(inside, led.end(), _AREAS) if led else []
    begun = chain and page.pattern("begins_in").match(page.folded, chain[-1].end)
    return chain[-1] if begun else None


def _set_up_apart(page: Page, start: int, inside: tuple[Met, ...]) -> Iterator[tuple[Met, Met]]:
    """在杭州、上海分别设立甲中心、乙中心: as many things as places, each with its own."""
    things = [m for m in inside if m.entity.type in ("platform", "project")]
    for first in things:
        verb = page.pattern("set_up_in").search(page.folded, max(start, first.start - 8), first.start)
        chains = _chains_before(inside, page, verb.start()) if verb else []
        row = page.row([m for m in things if m.start >= first.start])
        if len(chains) == len(row) > 1 and _led_by_in(page, chains[-1]):
            yield from zip(row, (chain[-1] for chain in reversed(chains)), strict=True)


def _led_by_in(page: Page, chain: list[Met]) -> bool:
    return page.folded[chain[0].start - 1:chain[0].start] == "在"


def _chains_before(inside: tuple[Met, ...], page: Page, end: int) -> list[list[Met]]:
    """The places and zones that end at ``end``, the last first, each as a chain from the outermost (福建省|漳州市)
    inwards."""
    places = {m.end: m for m in inside if m.entity.type == "place" or m.mention.subtype in ("zone", "park")}
    chains: list[list[Met]] = []
    while end in places:
        chain = [places[end]]
        while chain[0].start in places:
            chain.insert(0, places[chain[0].start])
        chains.append(chain)
        joint = page.folded[chain[0].start - 1:chain[0].start] in page.words("joint")
        end = chain[0].start - 1 if joint else -1
    return chains


def _tenants(page: Page, inside: tuple[Met, ...]) -> Iterator[Relation]:
    """孵化器已入驻甲、乙等9家企业, 甲、乙入驻孵化器: who moved into a park lies in it."""
    for park in (m for m in inside if m.entity.type == "platform"):
        after = [m for m in inside if m.start >= park.end and m.entity.type in _TENANTS]
        before = [m for m in inside if m.end <= park.start and m.entity.type in _TENANTS]
        if after and page.pattern("moves_in").fullmatch(page.folded, park.end, after[0].start):
            tenants = page.row(after)
        elif before and page.pattern("moves_in").fullmatch(page.folded, before[-1].end, park.start):
            tenants = page.row(before[::-1])
        else:
            continue
        for one in tenants:
            first, last = min(one.start, park.start), max(one.end, park.end)
            yield page.relation(one.entity, "located_in", park.entity, "moved-in", first, last, 0.85)


def _within_it(page: Page) -> Iterator[Relation]:
    """某产业园入驻企业143家。园内建有甲基地、乙孵化器: what the park of the sentence before holds."""
    park: Met | None = None
    for span, inside in page.sentences():
        things = [m for m in outermost(inside) if m.entity.type in _LYING]
        within = things and page.pattern("within_it").match(page.folded, span.start, things[0].start)
        if within and park:
            for thing in page.row(things):
                yield page.relation(thing.entity, "located_in", park.entity, "within-it", park.start, thing.end, 0.8)
            continue
        parks = (m for m in things if m.entity.type == "platform" and page.pattern("opens").search(
            page.folded, max(0, m.start - 2), m.start))
        park = next(parks, park if page.folded[span.start - 1:span.start] != "\n" else None)


def _of_town(page: Page, inside: tuple[Met, ...]) -> Iterator[Relation]:
    """白沙镇的青松园: a town or county of the document's own area, 的, what lies there."""
    for thing in (m for m in inside if m.entity.type in ("platform", "project")):
        if page.folded[thing.start - 1:thing.start] == "的":
            ends = (m for m in inside if m.end == thing.start - 1 and m.entity.type == "place")
            for place in ends:
                if place.entity.name.endswith(_TOWNS):
                    yield _set_up(page, thing, place)


def _lying_in(page: Page, inside: tuple[Met, ...], thing: Met) -> Met | None:
    """位于洪山区的…中心: a verb of lying, the place, 的, the thing."""
    if page.folded[thing.start - 1:thing.start] != "的":
        return None
    for chain in _chains_before(inside, page, thing.start - 1):
        if page.pattern("lying").search(page.folded, max(0, chain[0].start - 4), chain[0].start):
            return chain[-1]
    return None


def _lies_in(page: Page, inside: tuple[Met, ...], thing: Met) -> Met | None:
    """…中心位于洪山区, …中心是科创综合体,位于洪山区: the thing, a verb of lying, the innermost place or the park."""
    verb = page.pattern("lies_in").match(page.folded, thing.end)
    if verb is None:
        later = page.pattern("then_lies_in")
        first = thing == inside[0]
        verb = (later.search if first else later.match)(page.folded, thing.end, inside[-1].end)
        verb = None if verb and any(m.end == verb.start() for m in inside if m != thing) else verb
    if verb is None:
        return None
    own = page.pattern("own_lead").match(page.folded, verb.end())
    return max(_chain_from(inside, own.end() if own else verb.end(), _AREAS), key=lambda m: m.end, default=None)


def _chain_from(inside: tuple[Met, ...], start: int, kinds: tuple[str, ...]) -> list[Met]:
    """The places and parks that follow one another from ``start`` inwards: 青溪市|白沙县."""
    beside = [m for m in inside if m.entity.type in kinds and m.start >= start]
    chain = [m for m in beside if m.start == start]
    while chain and (inner := [m for m in beside if m.start == chain[-1].end]):
        chain.append(inner[0])
    return chain
