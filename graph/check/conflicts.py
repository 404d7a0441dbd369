"""Contradictions: places in one document or several that cannot all be right.

The documents may well contradict each other, so most of this is for a reader to weigh: a warning, no error.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from pyoxigraph import NamedNode

from graph.check.finding import Finding, Sheet
from graph.rdf.terms import SKOS, ZT

__all__ = ["check_across"]

Case = tuple[Sheet, NamedNode]


def check_across(sheets: Iterable[Sheet]) -> Iterator[Finding]:
    """What only several statements together show; each side of a contradiction is reported."""
    pages = list(sheets)
    yield from chain(_leaders(pages), _values(pages), _names(pages))


def _leaders(sheets: list[Sheet]) -> Iterator[Finding]:
    """One thing, two documents, two different bodies stated to lead it."""
    cases: defaultdict[str, defaultdict[str, list[Case]]] = defaultdict(lambda: defaultdict(list))
    for sheet in sheets:
        for node in sheet.facts.instances(ZT.Responsibility):
            facts = sheet.facts
            if facts.node(node, ZT.basis) == ZT.stated and facts.node(node, ZT.role) == ZT.lead:
                cases[facts.text(node, ZT.responsibleForName)][facts.text(node, ZT.holderName)].append((sheet, node))
    for name, by_holder in cases.items():
        keys = [{sheet.key for sheet, _ in found} for found in by_holder.values()]
        if len(keys) > 1 and len(set().union(*keys)) > 1 and not set.intersection(*keys):
            who = "、".join(sorted(by_holder))
            yield from _each(by_holder.values(), "two-leads", f"“{name}”的牵头单位各公文说法不一：{who}。",
                             f"Documents disagree on who leads “{name}”: {who}.")


def _values(sheets: list[Sheet]) -> Iterator[Finding]:
    """One indicator, period and area with two values; offers and conditions come in steps and may differ."""
    cases: defaultdict[tuple[str, ...], defaultdict[str, list[Case]]] = defaultdict(lambda: defaultdict(list))
    for sheet in sheets:
        for node in sheet.facts.instances(ZT.Observation):
            dated = sheet.facts.text(node, ZT.refPeriod) and sheet.facts.text(node, ZT.value)
            if dated and sheet.facts.node(node, ZT.kind) not in (ZT.offered, ZT.condition):
                cases[_counted(sheet, node)][sheet.facts.text(node, ZT.value)].append((sheet, node))
    for (name, *_), by_value in cases.items():
        if len(by_value) > 1:
            values = "、".join(sorted(by_value))
            yield from _each(by_value.values(), "two-values", f"“{name}”同一时期有不同数值：{values}。",
                             f"“{name}” has different values for one period: {values}.")


def _counted(sheet: Sheet, node: NamedNode) -> tuple[str, ...]:
    """What is counted, of whom, when, where: two numbers that agree in all of it should agree.

    Without an area of its own a number holds for its document's; where that has none, for nothing that another knows.
    """
    literals = (ZT.indicator, ZT.population, ZT.refPeriod, ZT.unit, ZT.aboutName, ZT.refAreaName)
    links = (ZT.kind, ZT.bound, ZT.about)
    area = sheet.facts.area(node, ZT.refArea) or sheet.facts.area(sheet.facts.doc, ZT.area) or sheet.key
    return (*(sheet.facts.text(node, p) for p in literals), *(sheet.facts.ref(node, p) for p in links), area)


def _names(sheets: list[Sheet]) -> Iterator[Finding]:
    """Two full names under one identifier: two things that sound alike were taken for one."""
    cases: defaultdict[NamedNode, defaultdict[str, list[Case]]] = defaultdict(lambda: defaultdict(list))
    for sheet in sheets:
        for node in sheet.facts.nodes(sheet.facts.doc, ZT.mentions):
            for name in sheet.facts.texts(node, SKOS.prefLabel):
                cases[node][name].append((sheet, node))
    for by_name in cases.values():
        if len(by_name) > 1:
            names = "、".join(sorted(by_name))
            yield from _each(by_name.values(), "id-shared", f"一个标识用于不同名称：{names}。",
                             f"One identifier is used for different names: {names}.")


def _each(cases: Iterable[list[Case]], rule: str, zh: str, en: str) -> Iterator[Finding]:
    for sheet, node in chain.from_iterable(cases):
        yield sheet.finding(rule, node, zh, en, severity="warning")
