"""Two copies of a document side by side: nothing that changed stays hidden, in a table, a page or a workbook."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from samples import sample
from stores import other_text, write

from cli import main
from graph.comparison import changes, marked
from graph.errors import InputError
from graph.export.changes import write_page

GOLD = Path(__file__).parents[1] / "data" / "gold" / "plan_duty_lines.txt"
#: What a forger writes over the plan → the kind of change, and what must stand marked in the row.
FORGED = [
    ("每年遴选10家骨干企业", "每年遴选30家骨干企业", "数字变", "【30】"),
    ("配合单位：市大数据局、", "配合单位：市统计局、", "责任变", "【统计】"),
    ("推出夜游航线5条", "推出夜间游览航线5条", "改写", "【间】"),
    ("产业营业收入突破180亿元", "产业营业收入突破280亿元", "其余文字变", "【280】"),
    ("烟政办字〔2023〕26号", "烟政办字〔2023〕62号", "要素变", "【62】"),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "copy.txt"


def diff(*words: object) -> Result:
    result = CliRunner().invoke(main, ["diff", *map(str, words)])
    assert result.exit_code == 0, result.stderr
    return result


@pytest.mark.parametrize(("words", "forged", "kind", "mark"), FORGED)
def test_whatever_a_forger_changed_is_marked(copy: Path, words: str, forged: str, kind: str, mark: str) -> None:
    text = GOLD.read_text("utf-8")
    assert words in text
    copy.write_text(text.replace(words, forged), "utf-8")
    rows = list(csv.DictReader(io.StringIO(diff(GOLD, copy, "--format", "csv").stdout)))
    changed = [row for row in rows if row["变化"] != "未变"]
    assert any(row["变化"] == kind and mark in row["现"] for row in changed), changed


def test_a_copy_is_the_same_and_needs_no_store(copy: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    copy.write_bytes(GOLD.read_bytes())
    result = diff(GOLD, copy, "--format", "csv")
    assert {row["变化"] for row in csv.DictReader(io.StringIO(result.stdout))} == {"未变"}
    assert "要素变 0，其余文字变 0" in result.stderr


def test_the_owners_of_both_sides_stand_with_their_roles(copy: Path) -> None:
    copy.write_text(GOLD.read_text("utf-8").replace("市商务局、", "市教育局、"), "utf-8")
    table = diff(GOLD, copy, "--format", "csv").stdout
    assert "烟台市商务局（牵头）" in table
    assert "烟台市教育局（牵头）" in table
    assert "烟台市教育局 (lead)" in diff(GOLD, copy, "--format", "csv", "--lang", "en").stdout


def test_two_texts_of_one_number_in_a_store(tmp_path: Path) -> None:
    store = write(tmp_path / "s", sample(), other_text())
    rows = list(csv.DictReader(io.StringIO(diff("慈科建〔2025〕1号", "--store", store, "--format", "csv").stdout)))
    assert next(row["变化"] for row in rows) == "未变"


def test_dropped_and_new_measures() -> None:
    without = replace(sample(), measures=())
    assert [change.kind for change in changes(sample(), without)][:1] == ["dropped"]
    assert [change.kind for change in changes(without, sample())][:1] == ["new"]


def test_the_page_is_whole_safe_and_marked(copy: Path, tmp_path: Path) -> None:
    evil = "每年遴选<script>alert(1)</script>30家骨干企业"
    copy.write_text(GOLD.read_text("utf-8").replace("每年遴选10家骨干企业", evil), "utf-8")
    assert "已写" in diff(GOLD, copy, "-o", tmp_path / "d.html").stderr
    page = (tmp_path / "d.html").read_text("utf-8")
    assert "<del>10</del>" in page
    assert "<script" not in page
    assert "default-src 'none'" in page
    assert "http" not in page.replace("http-equiv", "")
    with pytest.raises(InputError):
        write_page([], ("a", "b"), str(tmp_path / "none" / "d.html"))


def test_the_workbook_holds_the_same_rows(copy: Path, tmp_path: Path) -> None:
    copy.write_text(GOLD.read_text("utf-8").replace("10家", "30家"), "utf-8")
    diff(GOLD, copy, "-o", tmp_path / "d.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "d.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[1]] == ["变化", "事项", "原", "现", "责任方", "出处"]
    assert "数字变" in [row[0].value for row in sheet.iter_rows(min_row=2)]
    assert (sheet.freeze_panes, bool(sheet.auto_filter.ref)) == ("A2", True)


@given(st.text("政图12.", max_size=20), st.text("政图12.", max_size=20))
def test_marks_lose_nothing(before: str, after: str) -> None:
    old, new = marked(before, after)
    assert ("".join(run.text for run in old), "".join(run.text for run in new)) == (before, after)
    assert [run.text for run in old if not run.changed] == [run.text for run in new if not run.changed]
