"""Does the graph keep its promises?  Shapes, witnesses, sense, contradictions, and what no statement used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import Quad

from graph.check.conflicts import Conflicts
from graph.check.coverage import Coverage, coverage
from graph.check.finding import Finding, Sheet, sheets, sheets_of
from graph.check.sense import check_counts, check_growth, check_periods
from graph.check.shapes import check_shapes
from graph.check.witness import check_graphs, check_holders, check_links, check_quotes, check_terms
from graph.store.view import View

__all__ = ["CHECKS", "Coverage", "Finding", "check", "check_view", "coverage"]

CHECKS: dict[str, Callable[[Sheet], Iterator[Finding]]] = {
    "shapes": check_shapes, "quotes": check_quotes, "holders": check_holders, "graphs": check_graphs,
    "links": check_links, "terms": check_terms, "periods": check_periods, "counts": check_counts,
    "growth": check_growth,
}


def check(quads: Iterable[Quad], only: tuple[str, ...] = ()) -> list[Finding]:
    """Everything that does not hold in the documents among ``quads``, errors before warnings within a document.

    :param quads: the quads of some documents, which are all held in memory; for a store see :func:`check_view`
    :param only: names of :data:`CHECKS`; all of them, and contradictions between documents, where none is given

    >>> check([])
    []
    """
    return _check(sheets(quads), only)


def check_view(view: View, only: tuple[str, ...] = ()) -> list[Finding]:
    """The same of a whole store, of which one document at a time is held."""
    return _check(sheets_of(view), only)


def _check(pages: Iterable[Sheet], only: tuple[str, ...]) -> list[Finding]:
    chosen = [CHECKS[name] for name in only] or list(CHECKS.values())
    across, found = Conflicts(), set[Finding]()
    for page in pages:
        found.update(finding for run in chosen for finding in run(page))
        if not only:
            across.add(page)
    return sorted(found.union(across.findings()))
