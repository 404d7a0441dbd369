"""What shapes cannot say well: periods, counts and growth rates that make no sense."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from graph.check.finding import Finding, Sheet
from graph.rdf.terms import SKOS, ZT

__all__ = ["check_counts", "check_growth", "check_periods"]


def check_periods(sheet: Sheet) -> Iterator[Finding]:
    """No period ends before it begins; ISO dates of unequal precision are compared as far as both go."""
    for node in sheet.facts.nodes(sheet.facts.doc, ZT.mentions):
        start, end = sheet.facts.text(node, ZT.start), sheet.facts.text(node, ZT.end)
        shared = min(len(start), len(end))
        if shared and end[:shared] < start[:shared]:
            yield sheet.finding("period-reversed", node, f"时期止于 {end}，早于起始 {start}。",
                                f"The period ends in {end}, before it begins in {start}.")


def check_counts(sheet: Sheet) -> Iterator[Finding]:
    """A whole that declares its number of parts has as many."""
    for node in sheet.facts.nodes(sheet.facts.doc, ZT.mentions):
        declared = sheet.facts.whole(node, ZT.declaredCount)
        if declared is None:
            continue
        parts, name = len(_parts(sheet, node)), sheet.facts.text(node, SKOS.prefLabel)
        if parts != declared:
            yield sheet.finding("count-differs", node, f"“{name}”声明 {declared} 项，实列 {parts} 项。",
                                f"“{name}” declares {declared} parts and lists {parts}.",
                                severity="error" if parts else "warning")


def _parts(sheet: Sheet, whole: NamedNode) -> set[object]:
    return {quad.subject for quad in sheet.quads if quad.predicate == ZT.partOf and quad.object == whole}


def check_growth(sheet: Sheet) -> Iterator[Finding]:
    """A rate of growth says for which period it holds: the period before is its base."""
    for node in sheet.facts.instances(ZT.Observation):
        if sheet.facts.node(node, ZT.kind) == ZT.growth and not sheet.facts.text(node, ZT.refPeriod):
            name = sheet.facts.text(node, ZT.indicator)
            yield sheet.finding("growth-undated", node, f"“{name}”的增速没有写明时期。",
                                f"The growth of “{name}” says no period.", severity="warning")
