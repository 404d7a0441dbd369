"""The result of an evaluation, and the tables that can be made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from graph.errors import QueryError
from graph.evaluate.confusion import FATES, fates
from graph.evaluate.matching import Tally
from graph.evaluate.scoring import PARTS, DocumentScore

__all__ = ["VIEWS", "Report", "Row"]

#: One line of a table: column → text, count, share (0 to 1), or nothing.
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Report:
    """The scores of every document, in the order of their names."""

    documents: tuple[DocumentScore, ...]

    def totals(self) -> dict[str, Tally]:
        """Counts per part, summed over the documents (micro-average), in the order of the table.

        >>> from graph.evaluate.scoring import score_document
        >>> one = score_document("d", {"document": {"year": 2025}}, {"document": {"year": 2025}})
        >>> Report((one, one)).totals()["header"]
        Tally(hit=2, predicted=2, gold=2, missed=(), spurious=())
        """
        total: dict[str, Tally] = {}
        for document in self.documents:
            for part, tally in document.tallies.items():
                total[part] = total.get(part, Tally()) + tally
        return {part: total[part] for part in PARTS if part in total}

    def rows(self, by: str = "type") -> list[Row]:
        """A table by ``type`` (parts and entity types), ``document``, or ``rule``.

        Raises QueryError for any other view.
        """
        if by not in VIEWS:
            raise QueryError(f"没有“{by}”这种表", hint=f"可选：{'、'.join(VIEWS)}")
        return VIEWS[by](self)

    def errors(self) -> list[Row]:
        """What was missed and what was too much, document by document."""
        return [
            {"document": document.name, "part": part, "error": error, "what": what}
            for document in self.documents
            for part, tally in document.tallies.items()
            for error, items in (("missed", tally.missed), ("spurious", tally.spurious))
            for what in items
        ]


def _scores(tally: Tally) -> Row:
    return {
        "precision": tally.precision, "recall": tally.recall, "f1": tally.f1,
        "hit": tally.hit, "predicted": tally.predicted, "gold": tally.gold,
    }


def _by_type(report: Report) -> list[Row]:
    return [{"part": part, **_scores(tally)} for part, tally in report.totals().items()]


def _by_document(report: Report) -> list[Row]:
    return [
        {"document": document.name, "part": part, **_scores(tally)}
        for document in report.documents
        for part, tally in document.tallies.items()
    ]


def _by_rule(report: Report) -> list[Row]:
    return [
        {"part": part, "rule": rule, "predicted": sum(count.values()), **{fate: count[fate] for fate in FATES},
         "precision": _precision(count)}
        for (part, rule), count in fates(report.documents).items()
    ]


def _precision(count: dict[str, int]) -> float | None:
    """Optional finds count neither for nor against."""
    counted = sum(count.values()) - count["optional"]
    return count["hit"] / counted if counted else None


VIEWS: dict[str, Callable[[Report], list[Row]]] = {"type": _by_type, "document": _by_document, "rule": _by_rule}
