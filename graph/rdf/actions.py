"""Measures and numbers ⇄ quads."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from graph.model import Indicator, Measure
from graph.rdf.codes import BOUND, COMMITMENT, COUNTED, KIND, STATUS
from graph.rdf.facts import Facts
from graph.rdf.page import Lines, Page, Values, describe
from graph.rdf.source import raw_range, read_span
from graph.rdf.spelling import NIF, RDF, SKOS, ZT, Spelled, decimal, moment, plain, thing, whole, zh

__all__ = ["read_indicators", "read_measures", "write_indicators", "write_measures"]


def write_measures(page: Page) -> Iterator[Lines]:
    sections = {section.number for section in page.statements.document.sections}
    for measure in page.statements.measures:
        begin, end = raw_range(page, measure.span)
        yield describe(page.graph(measure.evidence), page.part("m", measure.id), {
            RDF.type: ZT.Measure, ZT.statedIn: page.doc, ZT.inSection: _section(page, measure, sections),
            ZT.sectionPath: plain("\n".join(measure.section)), SKOS.prefLabel: zh(measure.title),
            ZT.text: plain(measure.text),
            ZT.status: STATUS.spelled(measure.status), ZT.due: moment(measure.due),
            ZT.commitment: COMMITMENT.spelled(measure.commitment),
            NIF.beginIndex: whole(begin), NIF.endIndex: whole(end), ZT.evidence: page.places(measure.evidence)})


def _section(page: Page, measure: Measure, sections: set[str]) -> Spelled | None:
    """The node of the outline that the measure is, or the one around it where it is part of a paragraph (3.d1)."""
    number = measure.id
    while number and number not in sections:
        number = number.rpartition(".")[0]
    return page.part("s", number) if number else None


def read_measures(facts: Facts) -> tuple[Measure, ...]:
    measures = (
        Measure(facts.id(node), facts.text(node, SKOS.prefLabel), facts.text(node, ZT.text),
                tuple(filter(None, facts.text(node, ZT.sectionPath).split("\n"))), facts.code(node, ZT.status, STATUS),
                facts.evidence(node), facts.text(node, ZT.due), facts.code(node, ZT.commitment, COMMITMENT),
                read_span(facts, node))
        for node in facts.instances(ZT.Measure))
    return tuple(sorted(measures, key=lambda m: (m.evidence[:1], m.id)))


def write_indicators(page: Page) -> Iterator[Lines]:
    for indicator in page.statements.indicators:
        graph = page.graph(indicator.evidence)
        yield describe(graph, page.part("n", indicator.id.removeprefix("n/")), {
            RDF.type: (ZT.Observation, ZT.Target if indicator.kind == "target" else None), ZT.statedIn: page.doc,
            **_number(indicator), **_scope(page, indicator), ZT.rule: plain(indicator.rule),
            ZT.confidence: decimal(indicator.confidence) if indicator.confidence < 1 else None,
            ZT.evidence: page.places(indicator.evidence)})


def _number(indicator: Indicator) -> dict[Spelled, Values]:
    """What is counted and how much: the value in its base unit, and the words as written."""
    return {
        ZT.indicator: plain(indicator.name), ZT.population: plain(indicator.population),
        ZT.value: decimal(indicator.base_value or indicator.value),
        ZT.unit: plain(indicator.base_unit or indicator.unit),
        ZT.verbatim: plain(indicator.value + indicator.unit), ZT.writtenUnit: plain(indicator.unit),
        ZT.kind: KIND.spelled(indicator.kind), ZT.countedAs: COUNTED.spelled(indicator.counted),
        ZT.bound: BOUND.spelled(indicator.comparator), ZT.changePercent: decimal(indicator.change),
    }


def _scope(page: Page, indicator: Indicator) -> dict[Spelled, Values]:
    known = indicator.about in page.names or indicator.about in page.measures
    settled = page.is_area(indicator.area)
    return {
        ZT.refPeriod: moment(indicator.time), ZT.refArea: thing("place", indicator.area) if settled else None,
        ZT.refAreaName: None if settled else plain(indicator.area),
        ZT.about: page.target(indicator.about) if known else None,
        ZT.aboutName: None if known else plain(indicator.about),
        ZT.inMeasure: page.part("m", indicator.measure) if indicator.measure else None,
    }


def read_indicators(facts: Facts) -> tuple[Indicator, ...]:
    """Ids come back as paths in the document (``n/…``), values in canonical decimal form.

    The base value is there also where only the written one was given.
    """
    indicators = (_read_indicator(facts, node) for node in facts.instances(ZT.Observation))
    return tuple(sorted(indicators, key=lambda i: (i.evidence[:1], i.id)))


def _read_indicator(facts: Facts, node: NamedNode) -> Indicator:
    unit = facts.text(node, ZT.writtenUnit)
    about = facts.node(node, ZT.about)
    return Indicator(
        facts.id(node).removeprefix(f"doc/{facts.key}/"), facts.text(node, ZT.indicator),
        facts.text(node, ZT.verbatim).removesuffix(unit), unit, facts.evidence(node),
        population=facts.text(node, ZT.population), time=facts.text(node, ZT.refPeriod),
        change=facts.text(node, ZT.changePercent), comparator=facts.code(node, ZT.bound, BOUND),
        kind=facts.code(node, ZT.kind, KIND), base_value=facts.text(node, ZT.value),
        base_unit=facts.text(node, ZT.unit), area=facts.area(node, ZT.refArea) or facts.text(node, ZT.refAreaName),
        about=facts.id(about) if about else facts.text(node, ZT.aboutName),
        measure=facts.ref(node, ZT.inMeasure), rule=facts.text(node, ZT.rule),
        confidence=facts.confidence(node), counted=facts.code(node, ZT.countedAs, COUNTED))
