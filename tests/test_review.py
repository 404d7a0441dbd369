"""Decisions go out as a listing and come back; they survive rebuilds, can be taken back, and touch no evidence."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from samples import sample
from stores import write

from cli import main
from graph.ask import who
from graph.ask.cases import review
from graph.errors import InputError, NoMatch
from graph.model import Statements
from graph.rdf import to_quads
from graph.store import memory_view, open_store
from graph.tasks.deciding import take_decisions


def doubtful() -> Statements:
    """The sample with one responsibility that the rule itself hardly believes."""
    duties = sample().responsibilities
    return replace(sample(), responsibilities=(replace(duties[0], confidence=0.3), duties[1]))


def run(store: Path, *words: object) -> Result:
    return CliRunner().invoke(main, ["review", *map(str, words), "--store", str(store)])


def decide(store: Path, file: Path, **said: str) -> None:
    """Fill the column 决定 of the cases of these kinds, and take the file back."""
    rows = list(csv.DictReader(io.StringIO(run(store, "--all", "--format", "csv").stdout)))
    for row in rows:
        row["决定"] = said.get(row["类别"], row["决定"])
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    take_decisions(str(store), str(file))


def test_open_and_doubtful_cases_are_listed_with_their_words() -> None:
    rows = review(memory_view(to_quads(doubtful()))).records()
    assert [(row["kind"], row["what"]) for row in rows] == [
        ("caseUnresolved", "两平台"), ("caseDuty", "产业创新平台一体化布局")]
    assert rows[0]["candidates"] == "乙、甲"
    assert all(row["quote"] and row["start"] for row in rows)


def test_a_rejected_duty_is_gone_until_the_decision_is_taken_back(tmp_path: Path) -> None:
    store, file = write(tmp_path / "s", doubtful()), tmp_path / "cases.csv"
    decide(store, file, 责任存疑="驳回")
    write(store, doubtful())  # a rebuild changes nothing about it
    with open_store(store) as view:
        assert [row["basis"] for row in who(view, "一体化").records()] == ["open"]
        assert [row["kind"] for row in review(view).records()] == ["caseUnresolved"]
        assert {row["decision"] for row in review(view, decided=True).records()} == {"", "rejected"}
        assert set(to_quads(doubtful())) <= set(view.quads())
    decide(store, file, 责任存疑="")
    with open_store(store) as view:
        assert [row["basis"] for row in who(view, "一体化").records()] == ["byIssuer"]


def test_an_unresolved_name_is_resolved_by_any_form_of_a_name(tmp_path: Path) -> None:
    store, file = write(tmp_path / "s", doubtful()), tmp_path / "cases.csv"
    decide(store, file, 名称未定="=gongniu")
    assert "=公牛集团" in run(store, "--all", "--format", "csv").stdout
    assert "两平台" not in run(store).stdout


@pytest.mark.parametrize("said", ["也许", "=没有这个名称"])
def test_a_decision_that_is_none_takes_nothing(tmp_path: Path, said: str) -> None:
    store = write(tmp_path / "s", doubtful())
    with pytest.raises(InputError, match="第 2 行"):
        decide(store, tmp_path / "cases.csv", 名称未定=said)
    with open_store(store) as view:
        assert {row["decision"] for row in review(view, decided=True).records()} == {""}


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    store = write(tmp_path / "s", doubtful())
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(InputError, match="没有标识"):
        take_decisions(str(store), str(tmp_path / "x.csv"))
    with pytest.raises(InputError, match="读不了"):
        take_decisions(str(store), str(tmp_path / "none.csv"))


def test_nothing_to_review_is_an_empty_list() -> None:
    assert review(memory_view([])).rows == ()
    with pytest.raises(NoMatch):
        who(memory_view([]), "x")
