"""Entities ⇄ quads, with the names people type for them and the places they lie in.

``skos:hiddenLabel`` holds pinyin and initials of every name, so that a lookup needs no pinyin library.
The chain of places (慈溪市 ⊂ 宁波市 ⊂ 浙江省) is common knowledge, not the document's: it is inferred.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from graph.iri import pinyin_keys
from graph.lexicon import Area, load
from graph.model import Entity, Statements
from graph.rdf.codes import CLASS, STATE, SUBCLASS, SUPERCLASS
from graph.rdf.facts import Facts
from graph.rdf.page import Lines, Page, describe
from graph.rdf.spelling import RDF, SKOS, ZT, Spelled, decimal, moment, plain, spelled, thing, whole, zh

__all__ = ["read_entities", "write_entities", "write_places"]


def write_entities(page: Page) -> Iterator[Lines]:
    for entity in page.statements.entities:
        yield from _write_entity(page, entity)


def _write_entity(page: Page, entity: Entity) -> Iterator[Lines]:
    node, graph = thing(entity.id), page.graph(entity.evidence)
    first, last = entity.period or ("", "")
    yield describe(graph, page.doc, {ZT.mentions: node})
    yield describe(graph, node, {
        RDF.type: _classes(entity), SKOS.prefLabel: zh(entity.name), SKOS.altLabel: map(zh, entity.aliases),
        SKOS.hiddenLabel: map(plain, name_keys(entity.name, *entity.aliases, person=entity.type == "person")),
        ZT.subtype: plain(entity.subtype),
        ZT.area: thing("place", entity.area) if entity.area else None,
        ZT.areaCode: plain(entity.area) if entity.type == "place" else None,
        ZT.start: moment(first), ZT.end: moment(last), ZT.state: STATE.spelled(entity.state),
        ZT.declaredCount: whole(entity.declared), ZT.rule: plain(entity.rule),
        ZT.confidence: decimal(entity.confidence) if entity.confidence < 1 else None,
        ZT.evidence: page.places(entity.evidence)})


def _classes(entity: Entity) -> list[Spelled | None]:
    """The class with its superclasses: a query needs no reasoner."""
    own = CLASS.spelled(entity.type)
    return [own, SUBCLASS.get(entity.subtype), SUPERCLASS.get(own) if own else None]


def name_keys(*names: str, person: bool = False) -> list[str]:
    """What a hurried reader types for these names: pinyin and initials, sorted."""
    return sorted({key for name in names for key in pinyin_keys(name, person=person) if key})


def write_places(page: Page) -> Iterator[Lines]:
    """The places that are referred to, each within the next wider one, up to the province.

    What the document itself says of a place is not said again.
    """
    for area in sorted(_areas(page.statements)):
        node, wider = thing("place", area.code), thing("place", area.parent) if area.parent else None
        yield describe(page.inferred, node, {RDF.type: ZT.Place, ZT.areaCode: plain(area.code), ZT.within: wider})
        if f"place/{area.code}" not in page.names:
            yield describe(page.inferred, node, {
                SKOS.prefLabel: zh(area.name), SKOS.altLabel: zh(area.short),
                SKOS.hiddenLabel: map(plain, name_keys(area.name, area.short))})


def _areas(statements: Statements) -> set[Area]:
    """The known areas among those referred to, and all that they lie in."""
    lexicon = load()
    codes = {statements.home, *(e.area for e in statements.entities), *(i.area for i in statements.indicators)}
    found = {area for code in codes if (area := lexicon.area(code))}
    return found.union(*(lexicon.ancestors(area.code) for area in found))


def read_entities(facts: Facts) -> tuple[Entity, ...]:
    """All entities the document mentions, by first place in the text, then id."""
    entities = (_read_entity(facts, node) for node in facts.nodes(facts.doc, ZT.mentions))
    return tuple(sorted(entities, key=lambda e: (e.evidence[:1], e.id)))


def _read_entity(facts: Facts, node: NamedNode) -> Entity:
    first, last = facts.text(node, ZT.start), facts.text(node, ZT.end)
    return Entity(
        facts.id(node), _read_type(facts, node), facts.text(node, SKOS.prefLabel), facts.texts(node, SKOS.altLabel),
        facts.evidence(node), facts.text(node, ZT.subtype), facts.area(node, ZT.area),
        (first, last) if first or last else None, facts.code(node, ZT.state, STATE),
        facts.whole(node, ZT.declaredCount), facts.text(node, ZT.rule), facts.confidence(node))


def _read_type(facts: Facts, node: NamedNode) -> str:
    wider = {*SUBCLASS.values(), *SUPERCLASS.values()}
    return next((CLASS.word(cls) for cls in facts.nodes(node, RDF.type) if spelled(cls) not in wider), "")
