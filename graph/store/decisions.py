"""What people decided: kept in the graph of decisions, apart from what documents state and rules conclude.

A case is named by its IRI, which comes from its content, so a decision survives every rebuild; taking it back
leaves no trace.  No decision touches evidence: what people ask is answered from a copy in which the decisions are
carried out (:mod:`graph.store.decided`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

from pyoxigraph import Literal, NamedNode, Quad

from graph.store.terms import CURATION, ID, PREFIXES, ZT
from graph.store.view import View

__all__ = ["VERDICTS", "Curation", "Decision", "curation", "decision_quads"]

VERDICTS = ("accepted", "rejected", "resolved", "merged")


class Decision(NamedTuple):
    """``case`` is the IRI of an open case, a responsibility or an entity.

    ``chosen`` is the entity that an open case's name stands for (``resolved``), or that this entity is (``merged``).
    """

    case: str
    verdict: str
    chosen: str = ""


class Curation:
    """The decisions of a store by case, and what is one thing after them."""

    def __init__(self, made: dict[str, Decision]) -> None:
        self.made = made
        self._merged = {case: decision.chosen for case, decision in made.items() if decision.verdict == "merged"}

    def verdict(self, case: str) -> str:
        return self.made[case].verdict if case in self.made else ""

    def one(self, iri: str) -> str:
        """What a thing counts as: itself, or what it was merged into.

        >>> twice = {"a": Decision("a", "merged", "b"), "b": Decision("b", "merged", "c")}
        >>> Curation(twice).one("a"), Curation(twice).same("c")
        ('c', ['c', 'a', 'b'])
        """
        passed = set()
        while iri in self._merged and iri not in passed:
            passed.add(iri)
            iri = self._merged[iri]
        return iri

    def same(self, iri: str) -> list[str]:
        """The thing, then all that were merged into it."""
        return [iri, *sorted(each for each in self._merged if each != iri and self.one(each) == iri)]


_READ: WeakKeyDictionary[View, Curation] = WeakKeyDictionary()  # a view is one state: it is read once


def curation(view: View) -> Curation:
    """The decisions of the view."""
    if view not in _READ:
        _READ[view] = _read(view)
    return _READ[view]


def _read(view: View) -> Curation:
    cases = view.column("zt:case", CURATION)
    facts = view.facts(cases)
    return Curation({
        case: Decision(case, facts[node].one("zt:verdict").removeprefix(ZT), facts[node].one("zt:chosen"))
        for node, case in sorted(cases.items(), key=lambda item: item[1])})


def decision_quads(made: Iterable[Decision]) -> Iterator[Quad]:
    """The graph of decisions.

    >>> sorted(str(q.predicate).rpartition("#")[2] for q in decision_quads([Decision(ID + "doc/a/o/1", "accepted")]))
    ['case>', 'type>', 'verdict>']
    """
    import hashlib  # lookups read decisions but make none

    graph = NamedNode(CURATION)
    for case, verdict, chosen in made:
        node = NamedNode(f"{ID}decision/{hashlib.sha256(case.encode()).hexdigest()[:16]}")
        yield Quad(node, NamedNode(PREFIXES["rdf"] + "type"), NamedNode(ZT + "Decision"), graph)
        yield Quad(node, NamedNode(ZT + "case"), NamedNode(case), graph)
        yield Quad(node, NamedNode(ZT + "verdict"), Literal(verdict), graph)
        if chosen:
            yield Quad(node, NamedNode(ZT + "chosen"), NamedNode(chosen), graph)
