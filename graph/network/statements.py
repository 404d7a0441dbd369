"""Statements of documents → a network, without a store in between.

Besides what is stated as a relation, two kinds of link make a picture readable: a measure *mentions* what is
named inside its text, and things *are stated in* their document.  Both follow from offsets alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from graph.model import Evidence, Indicator, Measure, Responsibility, Statements
from graph.network.home import Home
from graph.network.parts import Link, Network, make_network
from graph.network.things import merge, things_of
from graph.store.terms import SHORTCUT

__all__ = ["from_statements"]

def from_statements(statements: Iterable[Statements]) -> Network:
    """The network of some documents; the same entity met in two of them is one node.

    >>> from_statements([]).number_of_nodes()
    0
    """
    homes = [Home(each) for each in sorted(statements, key=lambda each: each.key)]
    things = merge(chain.from_iterable(map(things_of, homes)))
    return make_network(things, chain.from_iterable(map(_links, homes)), [home.source for home in homes])


def _links(home: Home) -> Iterator[Link]:
    yield from (_duty(duty, home) for duty in home.statements.responsibilities)
    for relation in (each for each in home.statements.relations if each.p != "issued_on"):  # a date is no thing
        yield Link(home.node(relation.s_id), camel(relation.p), home.node(relation.o_id), rule=relation.rule,
                   confidence=relation.confidence, evidence=home.witnesses(relation.evidence))
    yield from chain.from_iterable(_about(item, home) for item in home.statements.indicators)
    yield from _header(home)
    yield from _stated_in(home)
    yield from _mentions(home)
    yield from _areas(home)


def _duty(duty: Responsibility, home: Home) -> Link:
    return Link(duty.agent_id, SHORTCUT.get(duty.role, duty.role), home.node(duty.of_id), duty.role, duty.basis,
                duty.rule, duty.confidence, home.witnesses(duty.evidence))


def _about(item: Indicator, home: Home) -> Iterator[Link]:
    measure = home.node(item.measure) if item.measure else _holder(item.evidence, home)
    about = home.node(item.about) if item.about else home.doc
    for p, target in (("about", about), ("reportedBy", measure)):
        if target != home.doc:
            yield Link(home.node(item.id), p, target, rule=item.rule, confidence=item.confidence,
                       evidence=home.witnesses(item.evidence))


def _header(home: Home) -> Iterator[Link]:
    header = home.header
    roles = (("issuer", "issuer", header.issuers or (header.issuer,)), ("signer", "signer", (header.signer,)),
             ("addressee", "addressees", header.addressees), ("copiedTo", "cc", header.cc))
    for p, field, names in roles:
        seen = home.witnesses(header.witness.get(field, ()))
        for entity in home.statements.entities:
            if {entity.name, *entity.aliases} & set(names):
                yield Link(home.doc, p, entity.id, evidence=seen)


def _stated_in(home: Home) -> Iterator[Link]:
    loose = [item for item in home.statements.indicators
             if not item.measure and _holder(item.evidence, home) == home.doc]
    items: list[Measure | Indicator] = [*home.statements.measures, *loose]
    for item in items:
        yield Link(home.node(item.id), "statedIn", home.doc, evidence=home.witnesses(item.evidence))


def _mentions(home: Home) -> Iterator[Link]:
    """What each place of a name lies in: the smallest measure around it, else the document."""
    for entity in home.statements.entities:
        places: dict[str, list[Evidence]] = {}
        for place in entity.evidence:
            places.setdefault(_around(place, home), []).append(place)
        for node, evidence in places.items():
            yield Link(node, "mentions", entity.id, evidence=home.witnesses(evidence))


def _holder(evidence: tuple[Evidence, ...], home: Home) -> str:
    return _around(evidence[0], home) if evidence else home.doc


def _around(place: Evidence, home: Home) -> str:
    def inside(measure: Measure) -> list[int]:
        return [seen.end - seen.start for seen in measure.evidence
                if seen.start <= place.start and place.end <= seen.end]

    sizes = [(min(inside(measure)), measure.id) for measure in home.statements.measures if inside(measure)]
    return home.node(min(sizes, default=(0, ""))[1])


def _areas(home: Home) -> Iterator[Link]:
    """Bodies hang on their area; no words say so, the area code does."""
    places = {entity.area: entity.id for entity in home.statements.entities if entity.type == "place" and entity.area}
    for entity in home.statements.entities:
        if entity.type != "place" and entity.area in places:
            yield Link(entity.id, "ofArea", places[entity.area], basis="areaCode", rule="area-code")


def camel(name: str) -> str:
    """
    >>> camel("part_of")
    'partOf'
    """
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)
