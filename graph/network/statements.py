"""Statements of documents → a network, without a store in between.

Besides what is stated as a relation, two kinds of link make a picture readable: a measure *mentions* what is
named inside its text, and things *are stated in* their document.  Both follow from offsets alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from graph.model import Document, Entity, Evidence, Indicator, Measure, Responsibility, Statements
from graph.network.parts import Link, Network, Source, Thing, Witness, make_network

__all__ = ["from_statements"]

_SHORTCUT = {"lead": "leads", "joint": "sharesIn", "support": "supports"}
Witnesses = Callable[[Iterable[Evidence]], tuple[Witness, ...]]


def from_statements(statements: Iterable[Statements]) -> Network:
    """The network of some documents; the same entity met in two of them is one node.

    >>> from_statements([]).number_of_nodes()
    0
    """
    every = sorted(statements, key=lambda each: each.key)
    things = merge(chain.from_iterable(map(_things, every)))
    links = chain.from_iterable(map(_links, every))
    return make_network(things, links, map(_source, every))


def merge(things: Iterable[Thing]) -> list[Thing]:
    """One thing per id: names, documents and witnesses joined, the first label kept."""
    known: dict[str, Thing] = {}
    for thing in things:
        known[thing.id] = _merged(known[thing.id], thing) if thing.id in known else thing
    return list(known.values())


def _merged(a: Thing, b: Thing) -> Thing:
    names = dict.fromkeys((*a.aliases, b.label, *b.aliases))
    names.pop(a.label, None)
    years = [year for year in (a.year, b.year) if year]
    return Thing(a.id, a.type, a.label, tuple(names), a.subtype or b.subtype, a.area or b.area,
                 tuple(dict.fromkeys(a.docs + b.docs)), min(years, default=None), a.period or b.period,
                 tuple(dict.fromkeys(a.facts + b.facts)), tuple(dict.fromkeys(a.evidence + b.evidence)))


def _source(statements: Statements) -> Source:
    header = statements.document.header
    return Source(statements.key, header.title or statements.document.name, header.number, header.date)


def _doc_id(statements: Statements) -> str:
    return f"doc/{statements.key}"


def _node(statements: Statements, id: str) -> str:
    """The node of a model id: measures and indicators live under their document, entities are shared."""
    local = {item.id for item in (*statements.measures, *statements.indicators)}
    return f"{_doc_id(statements)}/{id}" if id in local else id or _doc_id(statements)


# ---- nodes ---------------------------------------------------------------------------------------------------

def _things(statements: Statements) -> Iterator[Thing]:
    witnesses = witness_maker(statements)
    yield _document(statements)
    for entity in statements.entities:
        yield _entity(entity, statements, witnesses)
    for measure in statements.measures:
        yield _measure(measure, statements, witnesses)
    for indicator in statements.indicators:
        yield _indicator(indicator, statements, witnesses)


def _document(statements: Statements) -> Thing:
    header = statements.document.header
    facts = _facts(genre=header.genre, number=header.number, date=header.date, issuer=header.issuer,
                   signer=header.signer, subject=header.subject, cc="、".join(header.cc))
    evidence = chain.from_iterable(header.witness.get(name, ()) for name in ("title", "number"))
    return Thing(_doc_id(statements), "document", header.title or statements.document.name,
                 (header.number,) if header.number else (), header.genre, statements.home, (statements.key,),
                 header.year, None, facts, witness_maker(statements)(evidence))


def _entity(entity: Entity, statements: Statements, witnesses: Witnesses) -> Thing:
    facts = _facts(subtype=entity.subtype, state=entity.state, area=entity.area,
                   declared="" if entity.declared is None else str(entity.declared),
                   period="–".join(entity.period or ()))
    year = _year(entity.period[0]) if entity.period else statements.document.header.year
    return Thing(entity.id, entity.type, entity.name, entity.aliases, entity.subtype, entity.area,
                 (statements.key,), year, entity.period, facts, witnesses(entity.evidence))


def _measure(measure: Measure, statements: Statements, witnesses: Witnesses) -> Thing:
    facts = _facts(section=measure.id, status=measure.status, due=measure.due, commitment=measure.commitment,
                   text=measure.text)
    year = _year(measure.due) or statements.document.header.year
    return Thing(_node(statements, measure.id), "measure", measure.title, (), measure.status, statements.home,
                 (statements.key,), year, None, facts, witnesses(measure.evidence))


def _indicator(item: Indicator, statements: Statements, witnesses: Witnesses) -> Thing:
    facts = _facts(indicator=item.name, population=item.population, value=item.value, unit=item.unit, time=item.time,
                   change=item.change, comparator=item.comparator, kind=item.kind)
    year = _year(item.time) or statements.document.header.year
    return Thing(_node(statements, item.id), "indicator", indicator_label(item.name, item.value, item.unit), (),
                 item.kind, item.area or statements.home, (statements.key,), year, None, facts,
                 witnesses(item.evidence))


def indicator_label(name: str, value: str, unit: str) -> str:
    """
    >>> indicator_label("营收", "949", "亿元")
    '营收 949 亿元'
    """
    return f"{name} {value} {unit}".replace(" %", "%").strip()


def _facts(**facts: str) -> tuple[tuple[str, str], ...]:
    return tuple((key, value) for key, value in facts.items() if value)


def _year(when: str) -> int | None:
    return int(when[:4]) if when[:4].isdigit() and len(when) >= 4 else None


# ---- links ---------------------------------------------------------------------------------------------------

def _links(statements: Statements) -> Iterator[Link]:
    witnesses = witness_maker(statements)
    for duty in statements.responsibilities:
        yield _duty(duty, statements, witnesses)
    for relation in statements.relations:
        yield Link(_node(statements, relation.s_id), camel(relation.p), _node(statements, relation.o_id),
                   rule=relation.rule, confidence=relation.confidence, evidence=witnesses(relation.evidence))
    for item in statements.indicators:
        yield from _about(item, statements, witnesses)
    yield from _header_links(statements, witnesses)
    yield from _stated_in(statements, witnesses)
    yield from _mentions(statements, witnesses)
    yield from _places(statements)


def _duty(duty: Responsibility, statements: Statements, witnesses: Witnesses) -> Link:
    return Link(duty.agent_id, _SHORTCUT.get(duty.role, duty.role), _node(statements, duty.of_id), duty.role,
                duty.basis, duty.rule, duty.confidence, witnesses(duty.evidence))


def _about(item: Indicator, statements: Statements, witnesses: Witnesses) -> Iterator[Link]:
    targets = [("about", item.about), ("reportedBy", item.measure)]
    for p, target in targets:
        if target:
            yield Link(_node(statements, item.id), p, _node(statements, target), rule=item.rule,
                       confidence=item.confidence, evidence=witnesses(item.evidence))


def _header_links(statements: Statements, witnesses: Witnesses) -> Iterator[Link]:
    header = statements.document.header
    roles = [("issuer", header.issuers or (header.issuer,)), ("signer", (header.signer,)),
             ("addressee", header.addressees), ("copiedTo", header.cc)]
    for p, names in roles:
        fields = {"issuer": "issuer", "signer": "signer", "addressee": "addressees", "copiedTo": "cc"}
        seen = witnesses(header.witness.get(fields[p], ()))
        for entity in statements.entities:
            if {entity.name, *entity.aliases} & set(names):
                yield Link(_doc_id(statements), p, entity.id, evidence=seen)


def _stated_in(statements: Statements, witnesses: Witnesses) -> Iterator[Link]:
    for measure in statements.measures:
        yield Link(_node(statements, measure.id), "statedIn", _doc_id(statements),
                   evidence=witnesses(measure.evidence))
    for item in statements.indicators:
        if not item.measure:
            yield Link(_node(statements, item.id), "statedIn", _doc_id(statements), evidence=witnesses(item.evidence))


def _mentions(statements: Statements, witnesses: Witnesses) -> Iterator[Link]:
    """What each place of a name lies in: the smallest measure around it, else the document."""
    for entity in statements.entities:
        holders: dict[str, list[Evidence]] = {}
        for place in entity.evidence:
            holder = _around(place, statements.measures)
            holders.setdefault(_node(statements, holder.id) if holder else _doc_id(statements), []).append(place)
        for node, places in holders.items():
            yield Link(node, "mentions", entity.id, evidence=witnesses(places))


def _around(place: Evidence, measures: Iterable[Measure]) -> Measure | None:
    holders = [(seen.end - seen.start, measure.id, measure) for measure in measures for seen in measure.evidence
               if seen.start <= place.start and place.end <= seen.end]
    return min(holders, default=(0, "", None))[2]


def _places(statements: Statements) -> Iterator[Link]:
    """Bodies hang on their area; no words say so, the area code does."""
    places = {entity.area: entity.id for entity in statements.entities if entity.type == "place" and entity.area}
    for entity in statements.entities:
        place = places.get(entity.area)
        if place and entity.type != "place":
            yield Link(entity.id, "ofArea", place, basis="areaCode", rule="area-code")


def camel(name: str) -> str:
    """
    >>> camel("part_of")
    'partOf'
    """
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


# ---- witnesses -----------------------------------------------------------------------------------------------

def witness_maker(statements: Statements) -> Witnesses:
    """A function from evidence to witnesses that know their document and section."""
    section_at = section_finder(statements.document)

    def witnesses(evidence: Iterable[Evidence]) -> tuple[Witness, ...]:
        return tuple(Witness(statements.key, e.start, e.end, e.quote, section_at(e.start)) for e in evidence)

    return witnesses


def section_finder(document: Document) -> Callable[[int], str]:
    """A function from a raw offset to the number of the deepest section there ("" before the first)."""
    starts = [(document.to_raw(section.span.start), section.number) for section in document.sections]
    starts.sort(key=lambda start: start[0])

    def section_at(offset: int) -> str:
        index = bisect_right([start for start, _ in starts], offset)
        return starts[index - 1][1] if index else ""

    return section_at
