"""Does the graph keep its promises?  Shapes, witnesses, sense, contradictions, and what no statement used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import Quad

from graph.check.conflicts import check_across
from graph.check.coverage import Coverage, coverage
from graph.check.finding import Finding, Sheet, sheets
from graph.check.sense import check_counts, check_growth, check_periods
from graph.check.shapes import check_shapes
from graph.check.witness import check_graphs, check_holders, check_links, check_quotes, check_terms

__all__ = ["CHECKS", "Coverage", "Finding", "check", "coverage"]

CHECKS: dict[str, Callable[[Sheet], Iterator[Finding]]] = {
    "shapes": check_shapes, "quotes": check_quotes, "holders": check_holders, "graphs": check_graphs,
    "links": check_links, "terms": check_terms, "periods": check_periods, "counts": check_counts,
    "growth": check_growth,
}


def check(quads: Iterable[Quad], only: tuple[str, ...] = ()) -> list[Finding]:
    """Everything that does not hold in the documents among ``quads``, errors before warnings within a document.

    :param quads: the quads of one document or of a whole store (``view.quads()``)
    :param only: names of :data:`CHECKS`; all of them, and contradictions between documents, where none is given

    >>> check([])
    []
    """
    chosen = [CHECKS[name] for name in only] or list(CHECKS.values())
    pages = list(sheets(quads))
    found = {finding for page in pages for run in chosen for finding in run(page)}
    return sorted(found | (set() if only else set(check_across(pages))))
