"""The project's own gold set: it keeps to its texts, and no score on it falls below its floor."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from graph.evaluate import Report, evaluate_path
from graph.evaluate.gold import faults, gold_paths, read_gold, text_path

GOLD = Path(__file__).parents[1] / "data" / "gold"
FLOOR = tomllib.loads((GOLD / "floor.toml").read_text(encoding="utf-8"))
PATHS = gold_paths(GOLD)
GENRES = {"reply", "letter", "plan", "measures", "rules", "notice", "report", "bulletin"}


@pytest.fixture(scope="module")
def report() -> Report:
    return evaluate_path(GOLD)


@pytest.mark.parametrize("path", PATHS, ids=[path.name for path in PATHS])
def test_gold_says_only_what_its_text_says(path: Path) -> None:
    assert list(faults(read_gold(path), text_path(path).read_text(encoding="utf-8"))) == []


def test_the_gold_set_covers_every_genre() -> None:
    assert {read_gold(path)["document"]["genre"] for path in PATHS} >= GENRES
    assert len(PATHS) >= 12


@pytest.mark.parametrize(("part", "floor"), FLOOR["f1"].items())
def test_no_score_falls_below_its_floor(report: Report, part: str, floor: float) -> None:
    f1 = report.totals()[part].f1
    assert f1 is not None
    assert f1 >= floor - FLOOR["tolerance"], [row for row in report.errors() if row["part"] == part]


def test_all_evidence_holds(report: Report) -> None:
    assert report.totals()["evidence"].missed == ()
