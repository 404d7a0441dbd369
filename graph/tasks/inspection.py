"""``check``: what does not hold in a store, and what no statement used."""

from __future__ import annotations

from collections.abc import Iterator

from graph.check import Finding, check_view, coverage
from graph.console.telling import print_listing
from graph.listing import Cell, Column, Listing, Note
from graph.store import open_store
from graph.store.statements import statements_of
from graph.store.terms import ID
from graph.store.view import View

__all__ = ["check_store", "coverage_of", "findings_of"]

_FINDINGS = (Column("severity", "severity"), Column("rule"), Column("document"), Column("place"), Column("message"),
             Column("iri"))
_UNUSED = (Column("document"), Column("place"), Column("text"))


def check_store(store: str | None, unused: bool, form: str, lang: str) -> bool:
    """Print the findings, or the unused sentences; whether the store holds no error."""
    with open_store(store) as view:
        listing = coverage_of(view) if unused else findings_of(view, lang)
    print_listing(listing, form, lang)
    return unused or not any(row[0] == "error" for row in listing.rows)


def findings_of(view: View, lang: str = "zh") -> Listing:
    found = check_view(view)
    errors = sum(finding.severity == "error" for finding in found)
    rows = tuple(_row(finding, lang) for finding in found)
    return Listing(_FINDINGS, rows, Note("checked", {"errors": errors, "warnings": len(found) - errors}))


def _row(finding: Finding, lang: str) -> tuple[Cell, ...]:
    return (finding.severity, finding.rule, finding.document, finding.place,
            finding.en if lang == "en" else finding.zh, finding.focus.removeprefix(ID))


def coverage_of(view: View) -> Listing:
    """The sentences that no statement touches."""
    rows = tuple(_unused(view))
    return Listing(_UNUSED, rows, Note("found", {"all": len(rows)}))


def _unused(view: View) -> Iterator[tuple[Cell, ...]]:
    for statements in statements_of(view):
        for place in coverage(statements).unused:
            yield statements.key, f"{place.start}–{place.end}", place.quote.strip()
