"""Answers × gold → scores.

Gold is a folder of ``NAME.gold.yaml`` beside ``NAME.txt``.  An answer is what
:func:`graph.answer.to_answer` gives, or any program's JSON in the same form, so that other
recognisers can be compared on the same gold.  The counts are those of the published scorer, number for number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from graph.answer import to_answer
from graph.build import extract_file
from graph.evaluate.folding import Item
from graph.evaluate.gold import gold_paths, read_gold, text_path
from graph.evaluate.matching import Tally
from graph.evaluate.report import VIEWS, Report
from graph.evaluate.scoring import score_document
from graph.model import Statements

__all__ = ["VIEWS", "Report", "Tally", "answer_with_rules", "evaluate", "evaluate_path"]


def evaluate(golds: Mapping[str, Item], answers: Mapping[str, Item]) -> Report:
    """Score ``answers`` against ``golds``, both by document name; a missing answer counts as empty.

    >>> report = evaluate({"d": {"document": {"year": 2025}}}, {"d": {"document": {"year": 2025}}})
    >>> report.rows("type")[0]["f1"]
    1.0
    """
    return Report(tuple(score_document(name, gold, answers.get(name, {})) for name, gold in sorted(golds.items())))


def evaluate_path(path: str | Path) -> Report:
    """Extract each text beside its gold (a file or a folder) and score the answers.

    Raises InputError for gold that cannot be read or has no text beside it.
    """
    paths = gold_paths(Path(path))
    golds = {p.name.removesuffix(".gold.yaml"): read_gold(p) for p in paths}
    answers = (answer_with_rules(extract_file(text_path(p))) for p in paths)
    return evaluate(golds, dict(zip(golds, answers, strict=True)))


def answer_with_rules(statements: Statements) -> dict[str, Any]:
    """The answer, with the ``rule`` that made each entity, indicator and relation."""
    answer = to_answer(statements)
    _add_rules(answer["entities"], statements.entities)
    _add_rules(answer["indicators"], statements.indicators)
    _add_rules(answer["relations"], statements.relations)
    return answer


def _add_rules(items: Iterable[dict[str, Any]], sources: Iterable[Any]) -> None:
    for item, source in zip(items, sources, strict=True):
        item["rule"] = source.rule
