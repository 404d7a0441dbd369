"""The nodes of one document: itself, its entities, measures and indicators, each with the facts of its card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from graph.model import Entity, Indicator, Measure
from graph.network.home import Home
from graph.network.parts import Thing

__all__ = ["indicator_label", "merge", "things_of"]


def things_of(home: Home) -> Iterator[Thing]:
    yield _document(home)
    yield from (_entity(entity, home) for entity in home.statements.entities)
    yield from (_measure(measure, home) for measure in home.statements.measures)
    yield from (_indicator(indicator, home) for indicator in home.statements.indicators)


def _document(home: Home) -> Thing:
    header = home.header
    facts = _facts(genre=header.genre, number=header.number, date=header.date, issuer=header.issuer,
                   signer=header.signer, subject=header.subject, cc="、".join(header.cc))
    evidence = chain.from_iterable(header.witness.get(name, ()) for name in ("title", "number"))
    return Thing(home.doc, "document", home.source.title, (header.number,) if header.number else (), header.genre,
                 home.area, (home.key,), header.year, None, facts, home.witnesses(evidence))


def _entity(entity: Entity, home: Home) -> Thing:
    issued = home.issued.get(entity.id, "")
    facts = _facts(subtype=entity.subtype, state=entity.state, area=entity.area, period="–".join(entity.period or ()),
                   issuedOn=issued, declared="" if entity.declared is None else str(entity.declared))
    year = _year(entity.period[0] if entity.period else issued)
    return Thing(entity.id, entity.type, entity.name, entity.aliases, entity.subtype, entity.area, (home.key,),
                 year or home.header.year, entity.period, facts, home.witnesses(entity.evidence))


def _measure(measure: Measure, home: Home) -> Thing:
    facts = _facts(section=measure.id, status=measure.status, due=measure.due, commitment=measure.commitment,
                   text=measure.text)
    return Thing(home.node(measure.id), "measure", measure.title, (), measure.status, home.area, (home.key,),
                 _year(measure.due) or home.header.year, None, facts, home.witnesses(measure.evidence))


def _indicator(item: Indicator, home: Home) -> Thing:
    facts = _facts(indicator=item.name, population=item.population, value=item.value, unit=item.unit, time=item.time,
                   change=item.change, comparator=item.comparator, kind=item.kind)
    return Thing(home.node(item.id), "indicator", indicator_label(item), (), item.kind, item.area or home.area,
                 (home.key,), _year(item.time) or home.header.year, None, facts, home.witnesses(item.evidence))


def indicator_label(item: Indicator) -> str:
    """What is counted, and how much.

    >>> indicator_label(Indicator("n1", "营业收入", "949", "亿元", (), population="规上家电企业"))
    '规上家电企业 营业收入 949 亿元'
    """
    what = item.name if item.population in item.name else f"{item.population} {item.name}"
    return f"{what} {item.value} {item.unit}".replace(" %", "%").strip()


def _facts(**facts: str) -> tuple[tuple[str, str], ...]:
    return tuple((key, value) for key, value in facts.items() if value)


def _year(when: str) -> int | None:
    return int(when[:4]) if len(when) >= 4 and when[:4].isascii() and when[:4].isdigit() else None


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
