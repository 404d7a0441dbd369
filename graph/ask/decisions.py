"""What people decided: kept in the graph of decisions, apart from what documents state and rules conclude.

A case is named by its IRI, which comes from its content, so a decision survives every rebuild; taking it back
leaves no trace.  No decision touches evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad

from graph.store.terms import CURATION, ID, PREFIXES, ZT
from graph.store.view import View

__all__ = ["VERDICTS", "Decision", "decision_quads", "decisions"]

VERDICTS = ("accepted", "rejected", "resolved")


class Decision(NamedTuple):
    """``case`` is the IRI of an open case or a responsibility; ``chosen`` that of an entity, for ``resolved``."""

    case: str
    verdict: str
    chosen: str = ""


def decisions(view: View) -> dict[str, Decision]:
    """All decisions by case."""
    cases = view.column("zt:case", CURATION)
    facts = view.facts(cases)
    return {case: Decision(case, facts[node].one("zt:verdict"), facts[node].one("zt:chosen"))
            for node, case in sorted(cases.items(), key=lambda item: item[1])}


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
