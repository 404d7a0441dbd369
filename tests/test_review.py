"""Decisions go out as a listing and come back; they survive rebuilds, can be taken back, and touch no evidence."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from samples import GROUP, at, sample
from stores import write

from cli import main
from graph.ask import find, owns, show, who
from graph.ask.cases import review
from graph.errors import InputError, NoMatch
from graph.model import Entity, Statements
from graph.rdf import to_quads
from graph.store import memory_view, open_store
from graph.tasks.deciding import Said, read_decisions, record


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
    record(str(store), read_decisions(str(file)))


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
        assert [row["basis"] for row in who(view.decided(), "一体化").records()] == ["open"]
        assert [row["kind"] for row in review(view).records()] == ["caseUnresolved"]
        assert {row["decision"] for row in review(view, decided=True).records()} == {"", "rejected"}
        assert set(to_quads(doubtful())) <= set(view.quads())
    decide(store, file, 责任存疑="")
    with open_store(store) as view:
        assert [row["basis"] for row in who(view.decided(), "一体化").records()] == ["byIssuer"]


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
        record(str(store), read_decisions(str(tmp_path / "x.csv")))
    with pytest.raises(InputError, match="读不了"):
        record(str(store), read_decisions(str(tmp_path / "none.csv")))


GUEST = Entity("enterprise/gongniudianqi", "enterprise", "公牛电器", ("公牛集团",), at("公牛集团"))


def merged(store: Path) -> Path:
    """A store with a second firm that leads a project, said to be the first one."""
    duty = replace(sample().responsibilities[1], agent="公牛电器", agent_id=GUEST.id, of="样板间", of_id="", rule="x")
    write(store, replace(sample(), entities=(*sample().entities, GUEST),
                         responsibilities=(*sample().responsibilities, duty)))
    assert run(store, "--decide", GUEST.id, "=公牛集团").exit_code == 0
    return store


def owned(store: Path, name: str) -> set[object]:
    with open_store(store) as view:
        return {row["what"] for row in owns(view.decided(), name).records()}


def test_a_body_that_goes_by_the_name_of_another_is_put_up_for_merging() -> None:
    rows = review(memory_view(to_quads(replace(sample(), entities=(*sample().entities, GUEST))))).records()
    assert [(row["what"], row["candidates"]) for row in rows if row["kind"] == "caseSame"] == [
        ("公牛电器", "公牛集团")] or rows[-1]["kind"] == "caseSame"


def test_merged_bodies_answer_as_one_and_apart_again(tmp_path: Path) -> None:
    store = merged(tmp_path / "s")
    both = {"智能家电技术创新中心", "样板间"}
    assert owned(store, "公牛集团") == owned(store, "公牛电器") == owned(store, GUEST.id) == both
    with open_store(store) as view:
        assert {row["owner"] for row in who(view.decided(), "样板间").records()} == {"公牛集团"}
        facts = {(row["fact"], row["text"]) for row in show(view.decided(), "公牛").records()}
        assert ("merged", GUEST.id) in facts
        assert [row["name"] for row in find(view.decided(), "公牛").records()].count("公牛集团") == 1
    assert run(store, "--decide", "公牛电器", "撤销").exit_code == 0
    assert owned(store, "公牛电器") == {"样板间"}
    assert owned(store, "enterprise/gongniujituan") == {"智能家电技术创新中心"}


def test_a_merger_touches_no_statement_and_survives_a_rebuild(tmp_path: Path) -> None:
    store = merged(tmp_path / "s")
    with open_store(store) as view:
        before = {quad for quad in view.quads() if "curation" not in str(quad.graph_name)}
    merged(store)
    with open_store(store) as view:
        assert {quad for quad in view.quads() if "curation" not in str(quad.graph_name)} == before
    assert len(owned(store, "公牛电器")) == 2


def test_two_bodies_cannot_each_be_the_other(tmp_path: Path) -> None:
    store = merged(tmp_path / "s")
    result = run(store, "--decide", "enterprise/gongniujituan", f"={GUEST.id}")
    assert (result.exit_code, "已是同一个" in result.stderr) == (1, True)


def test_what_a_settled_name_holds_belongs_to_the_body(tmp_path: Path) -> None:
    loose = replace(sample().responsibilities[1], agent="两平台", agent_id="", of="样板间", of_id="", rule="x")
    store = write(tmp_path / "s", replace(sample(), responsibilities=(*sample().responsibilities, loose)))
    decide(store, tmp_path / "cases.csv", 名称未定="=公牛集团")
    assert owned(store, "两平台") == owned(store, "公牛集团") == {"智能家电技术创新中心", "样板间"}


def test_a_doubtful_duty_that_was_accepted_is_an_analysts(tmp_path: Path) -> None:
    store = write(tmp_path / "s", doubtful())
    decide(store, tmp_path / "cases.csv", 责任存疑="接受")
    with open_store(store) as view:
        assert [row["basis"] for row in who(view.decided(), "一体化").records()] == ["byAnalyst"]


def test_decisions_go_out_and_come_back_in_a_workbook(tmp_path: Path) -> None:
    store, file = write(tmp_path / "s", doubtful()), tmp_path / "cases.xlsx"
    assert "2 行" in run(store, "-o", file).stderr
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    assert (sheet.freeze_panes, [cell.value for cell in sheet[1]][4]) == ("A2", "决定")
    for row in sheet.iter_rows(min_row=2):
        row[4].value = "驳回" if row[0].value == "责任存疑" else "=公牛集团"
        row[4].data_type = "s"
    book.save(file)
    assert "记下 2 项决定" in run(store, "--take", file).stderr
    assert run(store, "--format", "json").stdout == "[]\n"
    assert "撤销 0 项，现有 2 项" in run(store, "--take", file).stderr


def test_cases_are_decided_one_by_one_at_the_terminal(tmp_path: Path) -> None:
    store = write(tmp_path / "s", doubtful())
    result = CliRunner().invoke(main, ["review", "--walk", "--store", str(store)], input="也许\n=公牛集团\nq\n")
    assert "“也许”不是这一项的决定" in result.stderr
    assert "记下 1 项决定" in result.stderr
    assert "两平台" not in run(store).stdout


def test_nothing_to_review_is_an_empty_list() -> None:
    assert review(memory_view([])).rows == ()
    with pytest.raises(NoMatch):
        who(memory_view([]), "x")


def test_a_body_that_may_be_several_is_one_case_with_its_candidates(tmp_path: Path) -> None:
    cities = [Entity(f"agency/{code}/caizhengju", "agency", f"{city}财政局", ("市财政局",), at(GROUP))
              for code, city in (("330281", "余姚市"), ("330282", "慈溪市"))]
    loose = Entity("agency/shicaizhengju", "agency", "市财政局", (), at(GROUP))
    store = write(tmp_path / "s", replace(sample(), entities=(*sample().entities, loose, *cities)))
    with open_store(store) as view:
        case = next(row for row in review(view).records() if row["kind"] == "caseSame")
    assert (case["what"], case["candidates"]) == ("市财政局", "余姚市财政局、慈溪市财政局")
    with pytest.raises(InputError, match="不是这一项的决定"):
        record(str(store), [Said(loose.id, "接受", str(case["candidates"]))])
    record(str(store), [Said(loose.id, "=余姚市财政局", str(case["candidates"]))])
