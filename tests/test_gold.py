"""The project's own gold set: it keeps to its texts, and no score on it falls below its floor."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path

import pytest

from graph.evaluate import Report, Tally, evaluate_path
from graph.evaluate.folding import fold_words
from graph.evaluate.gold import faults, gold_paths, read_gold, text_path
from graph.evaluate.names import score_names

GOLD = Path(__file__).parents[1] / "data" / "gold"
FLOOR = tomllib.loads((GOLD / "floor.toml").read_text(encoding="utf-8"))
PATHS = gold_paths(GOLD)
GENRES = {"reply", "letter", "plan", "measures", "rules", "notice", "report", "bulletin"}


@pytest.fixture(scope="module")
def report() -> Report:
    return evaluate_path(GOLD)


@pytest.fixture(scope="module")
def names() -> dict[str, Tally]:
    return score_names(GOLD / "names.csv")


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


@pytest.mark.parametrize(("kind", "floor"), FLOOR["names"].items())
def test_names_that_no_lexicon_holds_are_found(names: dict[str, Tally], kind: str, floor: float) -> None:
    assert names[kind].hit / names[kind].gold >= floor - FLOOR["tolerance"], names[kind].missed


def test_every_name_stands_in_its_sentence() -> None:
    with (GOLD / "names.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert [row["name"] for row in rows if fold_words(row["name"]) not in fold_words(row["sentence"])] == []


def test_all_evidence_holds(report: Report) -> None:
    assert report.totals()["evidence"].missed == ()
