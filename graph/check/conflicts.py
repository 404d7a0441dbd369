"""Contradictions: places in one document or several that cannot all be right.

The documents may well contradict each other, so most of this is for a reader to weigh: a warning, no error.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from pyoxigraph import NamedNode

from graph.check.finding import Finding, Sheet
from graph.rdf.terms import SKOS, ZT

__all__ = ["Conflicts"]

class Side(NamedTuple):
    """What remains of one side of a contradiction when its document is let go."""

    document: str
    focus: str
    place: str

    @classmethod
    def of(cls, sheet: Sheet, node: NamedNode) -> Side:
        return cls(sheet.key, node.value, sheet.place(node))


Sides = defaultdict[tuple[str, ...], defaultdict[str, list[Side]]]


class Conflicts:
    """What only several statements together show: taken in document by document, told when all have been seen."""

    def __init__(self) -> None:
        self._leaders, self._values, self._names = (Sides(lambda: defaultdict(list)) for _ in range(3))

    def add(self, sheet: Sheet) -> None:
        facts = sheet.facts
        for node in facts.instances(ZT.Responsibility):
            if facts.node(node, ZT.basis) == ZT.stated and facts.node(node, ZT.role) == ZT.lead:
                of, holder = (facts.text(node, name) for name in (ZT.responsibleForName, ZT.holderName))
                self._leaders[of,][holder].append(Side.of(sheet, node))
        for node in facts.instances(ZT.Observation):
            value = facts.text(node, ZT.value)
            if value and facts.text(node, ZT.refPeriod) and facts.node(node, ZT.kind) not in (ZT.offered, ZT.condition):
                self._values[_counted(sheet, node)][value].append(Side.of(sheet, node))
        for node in facts.nodes(facts.doc, ZT.mentions):
            for name in facts.texts(node, SKOS.prefLabel):
                self._names[node.value,][name].append(Side.of(sheet, node))

    def findings(self) -> Iterator[Finding]:
        """Each side of a contradiction is reported."""
        yield from chain(self._two_leads(), self._two_values(), self._shared())

    def _two_leads(self) -> Iterator[Finding]:
        """One thing, two documents, two different bodies stated to lead it."""
        for (name,), by_holder in self._leaders.items():
            keys = [{side.document for side in sides} for sides in by_holder.values()]
            if len(keys) > 1 and len(set().union(*keys)) > 1 and not set.intersection(*keys):
                who = "、".join(sorted(by_holder))
                yield from _each(by_holder.values(), "two-leads", f"“{name}”的牵头单位各公文说法不一：{who}。",
                                 f"Documents disagree on who leads “{name}”: {who}.")

    def _two_values(self) -> Iterator[Finding]:
        """One indicator, period and area with two values; offers and conditions come in steps and may differ."""
        for (name, *_), by_value in self._values.items():
            if len(by_value) > 1:
                values = "、".join(sorted(by_value))
                yield from _each(by_value.values(), "two-values", f"“{name}”同一时期有不同数值：{values}。",
                                 f"“{name}” has different values for one period: {values}.")

    def _shared(self) -> Iterator[Finding]:
        """Two full names under one identifier: two things that sound alike were taken for one."""
        for by_name in self._names.values():
            if len(by_name) > 1:
                names = "、".join(sorted(by_name))
                yield from _each(by_name.values(), "id-shared", f"一个标识用于不同名称：{names}。",
                                 f"One identifier is used for different names: {names}.")


def _counted(sheet: Sheet, node: NamedNode) -> tuple[str, ...]:
    """What is counted, of whom, when, where: two numbers that agree in all of it should agree.

    Without an area of its own a number holds for its document's; where that has none, for nothing that another knows.
    """
    literals = (ZT.indicator, ZT.population, ZT.refPeriod, ZT.unit, ZT.aboutName, ZT.refAreaName)
    links = (ZT.kind, ZT.countedAs, ZT.bound, ZT.about)
    area = sheet.facts.area(node, ZT.refArea) or sheet.facts.area(sheet.facts.doc, ZT.area) or sheet.key
    return (*(sheet.facts.text(node, p) for p in literals), *(sheet.facts.ref(node, p) for p in links), area)


def _each(sides: Iterable[list[Side]], rule: str, zh: str, en: str) -> Iterator[Finding]:
    for side in chain.from_iterable(sides):
        yield Finding(side.document, "warning", rule, side.focus, zh, en, side.place)
