"""An analyst adds a row, sees its examples tried, and sees the answer change."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli import main
from graph.lexicon import load
from graph.tasks.wordlists import checked, meant

HERE = Path(__file__).parent.parent
HEAD = "suffix,type,subtype,rule,examples,counter\n"
GOOD = HEAD + "梦谷,platform,,named,滨海梦谷,\n"


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["lexicon", *map(str, words)], prog_name="zhengtu")


def own(tmp_path: Path, text: str, name: str = "suffixes.csv") -> Path:
    folder = tmp_path / "own"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder


def test_the_packaged_files_are_tried_by_name() -> None:
    result = run("test", "units.csv")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "不符 0 个" in result.stderr


def test_an_example_that_fails_is_told_with_file_and_line(tmp_path: Path) -> None:
    folder = own(tmp_path, HEAD + "梦谷,platform,,named,滨海梦谷|滨海幻谷,\n")
    result = run("test", folder / "suffixes.csv", "--format", "json")
    assert result.exit_code == 1
    (row,) = json.loads(result.stdout)
    assert (row["file"], row["row"], row["example"]) == (f"{folder / 'suffixes.csv'}，第 2 行", "梦谷", "滨海幻谷")


@pytest.mark.parametrize(("name", "text", "said"), [
    ("suffixes.csv", "suffix,type\n梦谷,platform\n", "表头应为"), ("suffixes.csv", HEAD + "梦谷,a,b\n", "第 2 行"),
    ("sufixes.csv", GOOD, "是不是 suffixes.csv"), ("duties.toml", "[[pattern]\n", "不是合法的 TOML"),
])
def test_a_file_that_is_badly_written_is_told_with_its_place(tmp_path: Path, name: str, text: str, said: str) -> None:
    result = run("check", own(tmp_path, text, name), "--format", "csv")
    assert result.exit_code == 1
    assert said in result.stdout
    assert name in result.stdout


def test_a_good_row_passes_both(tmp_path: Path) -> None:
    folder = own(tmp_path, GOOD)
    assert checked(load(folder), "suffixes.csv").rows == ()
    assert run("test", folder / "suffixes.csv").exit_code == 0


def test_what_is_no_file_of_the_lexicon_is_told() -> None:
    result = run("check", "nosuch.csv")
    assert result.exit_code == 1
    assert "没有这个词表文件或文件夹" in result.stderr
    assert "没有这个词表文件" in run("check", __file__).stderr
    assert run("tset").exit_code == 2


def test_a_packaged_file_is_not_laid_over_itself() -> None:
    assert meant(str(HERE / "data" / "lexicon" / "units.csv")) == ("", "units.csv")


@pytest.mark.parametrize("command", ["extract", "explain"])
def test_a_row_of_ones_own_changes_the_answer(tmp_path: Path, command: str) -> None:
    text = tmp_path / "a.txt"
    text.write_text("我市建成了滨海梦谷，引进企业 20 家。", "utf-8")

    def said(*options: str) -> str:
        code = "from cli import main; main(prog_name='zhengtu')"
        return subprocess.run([sys.executable, "-c", code, command, str(text), *options], cwd=HERE, check=True,
                              capture_output=True, text=True).stdout

    assert said() != said("--lexicon", str(own(tmp_path, GOOD)))


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["extract", "x.txt", "--lexicon", str(tmp_path / "none")])
    assert result.exit_code == 1
    assert "词表文件夹不存在" in result.stderr
