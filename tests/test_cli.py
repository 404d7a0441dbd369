"""The command line as people and scripts meet it: data on stdout, words on stderr, exit codes, one line an error."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from samples import sample
from stores import FOUNDING, other_text, write

from cli import main
from graph.build import Built, build
from graph.store import open_store
from graph.tasks.manual import manual

HERE = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The founding document, built by the command itself."""
    path = tmp_path_factory.mktemp("cli") / "store"
    result = run("build", "--quiet", "--store", path)
    assert result.exit_code == 0, result.stderr
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], prog_name="zhengtu")


def records(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.stderr
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


# ---- build and extract ---------------------------------------------------------------------------------------

def test_build_without_a_path_builds_what_comes_with_it(tmp_path: Path) -> None:
    result = run("build", "--store", tmp_path / "s", "--format", "json")
    assert [(row["key"], row["measures"]) for row in records(result)] == [("330282/cikejian-2025-1", 28)]
    assert "入库 1 份，失败 0 份" in result.stderr


def test_what_fails_is_listed_and_the_rest_is_built(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_bytes(FOUNDING.read_bytes())
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(b"%PDF-1.7\n\x00\x01")
    result = run("build", folder, tmp_path / "missing.txt", "--store", tmp_path / "s")
    assert result.exit_code == 1
    assert result.stderr.count("未入库：") == 3
    for name in ("empty.txt", "binary.txt", "missing.txt"):
        assert name in result.stderr
    with open_store(tmp_path / "s") as view:
        assert view.keys() == ["330282/cikejian-2025-1"]


def test_an_interrupted_build_keeps_what_is_done(tmp_path: Path) -> None:
    def interrupt(built: Built) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([FOUNDING, FOUNDING.parent], str(tmp_path / "s"), interrupt)
    assert run("who", "综合体", "--store", tmp_path / "s").exit_code == 0


def test_an_empty_folder_is_nothing_to_build(tmp_path: Path) -> None:
    result = run("build", tmp_path, "--store", tmp_path / "s")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "没有可读的公文" in result.stderr
    assert not (tmp_path / "s").exists()


def test_another_text_of_a_document_is_announced(tmp_path: Path) -> None:
    changed = tmp_path / "changed.txt"
    changed.write_text(FOUNDING.read_text("utf-8").replace("497 家", "498 家"), "utf-8")
    assert run("build", "-q", "--store", tmp_path / "s").exit_code == 0
    result = run("build", "-q", changed, "--store", tmp_path / "s")
    assert "旧文本留作版本" in result.stderr
    diff = records(run("diff", "慈科建〔2025〕1号", "--store", tmp_path / "s", "--format", "json"))
    assert {row["change_kind"] for row in diff} <= {"kept", "number", "reworded", "text"}


def test_extract_prints_the_answer_alone(tmp_path: Path) -> None:
    result = run("extract", FOUNDING)
    assert json.loads(result.stdout)["document"]["issuer"] == "慈溪市科学技术局"
    assert "zt:Measure" in run("extract", FOUNDING, "--format", "trig").stdout
    assert "慈科建〔2025〕1号" in run("extract", FOUNDING, "--format", "text").stdout


# ---- lookups -------------------------------------------------------------------------------------------------

def test_who_prints_rows_to_stdout_and_the_tally_to_stderr(store: Path) -> None:
    result = run("who", "智能家电技术创新中心", "--store", store)
    assert result.exit_code == 0
    assert "公牛集团" in result.stdout.splitlines()[2]
    assert "明示 1" in result.stderr
    assert "明示 1" not in result.stdout


@pytest.mark.parametrize("words", [
    ("who", "综合体"), ("who", "智能家电技术创新中心", "--stated", "--role", "lead"), ("owns", "公牛集团"),
    ("owns", "科技局"),
    ("show", "深圳飞地"), ("find", "gongniu"), ("find", "kxjsj"), ("find", "飞地", "--type", "平台"), ("targets",),
    ("targets", "--due", "2027"), ("numbers", "家电"), ("path", "公牛集团", "智能家电技术创新中心"), ("queries",),
    ("timeline",), ("tree", "八大工程"), ("ask", "有哪些文件？"),
    ("query", "@owned-by"), ("query", "SELECT ?s { ?s a zt:Measure } LIMIT 1"),
])
@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_every_listing_comes_in_three_forms(store: Path, words: tuple[str, ...], form: str) -> None:
    where = () if words[0] == "queries" else ("--store", store)
    result = run(*words, *where, "--format", form)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.endswith("\n")
    if form == "json":
        json.loads(result.stdout)


def test_headings_in_english(store: Path) -> None:
    assert run("owns", "公牛集团", "--lang", "en", "--store", store, "--format", "csv").stdout.startswith("role,basis")


def test_nothing_matched_is_one_and_offers_near_misses(store: Path) -> None:
    result = run("owns", "公午集团", "--store", store)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "相近：公牛集团" in result.stderr


def test_the_store_can_come_from_the_environment(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHENGTU_STORE", str(store))
    assert run("find", "公牛").exit_code == 0


# ---- queries -------------------------------------------------------------------------------------------------

def test_a_saved_query_takes_parameters(store: Path) -> None:
    result = run("query", "@who-leads", "--set", "what=技术创新中心", "--store", store)
    assert "公牛集团" in result.stdout
    assert "明示" in result.stdout


@pytest.mark.parametrize(("form", "start"), [("json", '{"head"'), ("xml", "<?xml"), ("csv", "s\n"), ("tsv", "?s\n")])
def test_results_come_in_the_forms_of_sparql(store: Path, form: str, start: str) -> None:
    result = run("query", "SELECT ?s { ?s a zt:Measure } LIMIT 1", "--store", store, "--format", form)
    assert result.stdout_bytes.decode().startswith(start)


def test_a_cell_of_a_query_cannot_run_as_a_formula(store: Path) -> None:
    result = run("query", 'SELECT ?x { VALUES ?x { "=1+1" } }', "--store", store, "--format", "csv")
    assert result.stdout == "x\n'=1+1\n"


def test_construct_and_ask(store: Path) -> None:
    graph = run("query", "CONSTRUCT WHERE { ?s zt:leads ?o }", "--store", store, "--format", "ttl").stdout
    assert graph.startswith("@prefix")
    assert run("query", "ASK { ?s zt:leads ?o }", "--store", store).stdout == "是\n"


def test_a_query_from_a_file(store: Path, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text('# param n string 名称\nSELECT ?n { VALUES ?n { "甲" } }', "utf-8")
    assert "乙" in run("query", tmp_path / "q.rq", "--set", "n=乙", "--store", store).stdout


@pytest.mark.parametrize(("query", "said"), [
    ("SELECT * {", "不完整"), ("DROP ALL", "不接受更新"), ("SELECT * { SERVICE <x:> { } }", "SERVICE"),
    ("@nosuch", "没有名为"), ("nosuch.rq", "读不了"),
])
def test_a_bad_query_is_one_line(store: Path, query: str, said: str) -> None:
    result = run("query", query, "--store", store)
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr.splitlines()[0]


# ---- files ---------------------------------------------------------------------------------------------------

def test_view_writes_one_page(store: Path, tmp_path: Path) -> None:
    for words in ((), ("公牛集团", "--depth", "2")):
        page = tmp_path / "view.html"
        assert run("view", *words, "-o", page, "--store", store).exit_code == 0
        assert "公牛集团" in page.read_text("utf-8")


def test_a_view_is_a_page_and_nothing_else_is_written(store: Path, tmp_path: Path) -> None:
    result = run("view", "-o", tmp_path / "a.pdf", "--store", store)
    assert (result.exit_code, list(tmp_path.iterdir())) == (1, [])
    assert ".html" in result.stderr


@pytest.mark.parametrize("name", ["慈科建〔2025〕1号", "330282/cikejian-2025-1"])
def test_a_picture_of_one_document_takes_its_number_or_key(store: Path, tmp_path: Path, name: str) -> None:
    assert run("view", "--document", name, "-o", tmp_path / "a.html", "--store", store).exit_code == 0


def test_export_goes_by_the_ending(store: Path, tmp_path: Path) -> None:
    assert run("export", "-o", tmp_path / "a.nq", "--store", store).exit_code == 0
    assert (tmp_path / "a.nq").read_text("utf-8").count("\n") > 1000
    assert run("export", "-o", tmp_path / "a.pdf", "--store", store).exit_code == 1


def test_check_passes_on_the_founding_document(store: Path) -> None:
    result = run("check", "--store", store)
    assert result.exit_code == 0, result.stdout
    assert "错误 0" in result.stderr


def test_remove_takes_out_one_document(tmp_path: Path) -> None:
    path = write(tmp_path / "s", sample())
    assert run("remove", "慈科建〔2025〕1号", "--store", path).exit_code == 0
    assert run("find", "公牛", "--store", path).exit_code == 1
    assert run("remove", "慈科建〔2025〕1号", "--store", path).exit_code == 1


def test_diff_of_two_texts_of_one_number(tmp_path: Path) -> None:
    path = write(tmp_path / "s", sample(), other_text())
    rows = records(run("diff", "330282/cikejian-2025-1", "--store", path, "--format", "json"))
    assert rows[0]["change_kind"] == "kept"


# ---- whatever goes wrong -------------------------------------------------------------------------------------

@pytest.mark.parametrize("words", [("who", "x"), ("find", "x"), ("query", "ASK { }"), ("check",), ("remove", "x"),
                                   ("export", "-o", "x.nq"), ("view", "-o", "x.html"), ("targets",)])
def test_no_store_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("错误：zhengtu-store：没有这个库")
    assert len(result.stderr.splitlines()) == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("words", [("who",), ("nosuch",), ("find", "x", "--format", "pdf"), ("export",)])
def test_wrong_usage_is_two(words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


@pytest.mark.parametrize(("words", "said"), [
    (("who",), "缺少 事项"), (("exprt",), "没有命令 exprt，相近：export"),
    (("find", "x", "--fromat", "csv"), "相近：--format"),
    (("find", "x", "--format", "pdf"), "可用：table csv json"), (("--nosuch",), "没有选项 --nosuch"),
    (("find", "x", "--limit", "-3"), "要写不小于 0 的整数"), (("query", "ASK{}", "--timeout", "-1"), "要写大于 0 的数"),
])
def test_misuse_is_told_in_one_chinese_line(words: tuple[str, ...], said: str) -> None:
    result = run(*words)
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_an_unforeseen_fault_is_one_line_too(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.ask.search.find", lambda *_: 1 / 0)
    result = run("find", "x", "--store", store)
    assert result.exit_code == 1
    assert "ZeroDivisionError" in result.stderr
    assert "Traceback" not in result.stderr


def shell(*words: object, **environment: str) -> subprocess.Popen[bytes]:
    code = "from cli import main; main(prog_name='zhengtu')"
    return subprocess.Popen([sys.executable, "-c", code, *map(str, words)], cwd=HERE, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, env=os.environ | environment)


def test_a_pipe_that_closes_early_is_no_error(store: Path) -> None:
    process = shell("query", "SELECT * { ?s ?p ?o . ?a ?b ?c } LIMIT 20000", "--format", "csv", "--store", store)
    assert process.stdout
    process.stdout.read(10)
    process.stdout.close()
    _, errors = process.communicate()
    assert b"Traceback" not in errors


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk"])
def test_any_encoding_of_the_terminal_will_do(encoding: str) -> None:
    out, errors = shell("extract", FOUNDING, PYTHONIOENCODING=encoding).communicate()
    assert errors == b""
    assert json.loads(out.decode("gbk" if encoding == "gbk" else "utf-8"))["document"]["signer"] == "胡志远"


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs a device that is always full")
def test_a_full_disk_is_one_line(store: Path) -> None:
    code = "from cli import main; main(prog_name='zhengtu')"
    with open("/dev/full", "wb") as full:
        done = subprocess.run([sys.executable, "-c", code, "owns", "公牛集团", "--store", store], cwd=HERE, stdout=full,
                              stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr.decode().endswith("错误：读写失败：磁盘已满\n")


def test_no_colour_and_no_bar_when_piped(tmp_path: Path) -> None:
    out, errors = shell("build", "--store", tmp_path / "s").communicate()
    assert b"\x1b" not in out + errors
    assert "█".encode() not in errors


def test_python_cli_py_works_too(store: Path) -> None:
    for words in (["find", "公牛"], ["query", "ASK { ?s zt:leads ?o }"]):
        done = subprocess.run([sys.executable, HERE / "cli.py", *words, "--store", store], capture_output=True,
                              check=False, cwd=store.parent, env=os.environ | {"PYTHONPATH": ""})
        assert done.returncode == 0, done.stderr.decode()


# ---- help ----------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("name", sorted(main.commands))
def test_help_is_chinese_first_with_english_beside(name: str) -> None:
    text = run(name, "--help").output
    assert any("一" <= char <= "鿿" for char in text.splitlines()[2])
    assert "(" in (main.commands[name].help or "")


def test_the_manual_is_current() -> None:
    """``python -m graph.tasks.manual > docs/commands.md`` writes it anew."""
    assert (HERE / "docs" / "commands.md").read_text("utf-8") == manual(main)


def test_the_shell_can_complete() -> None:
    out, _ = shell(_ZHENGTU_COMPLETE="bash_source").communicate()
    assert b"complete -o nosort -F" in out


def test_the_design_is_there() -> None:
    assert set(main.commands) >= {
        "build", "extract", "who", "owns", "show", "find", "targets", "numbers", "query", "queries", "path", "view",
        "export", "check", "diff", "remove", "evaluate", "explain"}


def test_cli_imports_click_the_standard_library_and_graph() -> None:
    tree = ast.parse((HERE / "cli.py").read_text("utf-8"))
    modules = {node.module.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    plain = [name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]
    modules |= {name.split(".")[0] for name in plain}
    assert modules <= {"click", "graph", "__future__", *sys.stdlib_module_names}


def test_a_lookup_loads_nothing_heavy(store: Path) -> None:
    code = ("import sys; from cli import main\n"
            f"main(['who', '综合体', '--store', {str(store)!r}], standalone_mode=False)\n"
            "print(' '.join(sys.modules), file=sys.stderr)")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=HERE)
    loaded = set(done.stderr.decode().split())
    assert loaded.isdisjoint({"rdflib", "networkx", "pypinyin", "openpyxl", "pyvis", "rapidfuzz", "wcwidth", "json",
                              "csv", "subprocess", "graph.model", "graph.rdf", "graph.lexicon", "graph.read"})


def test_commands_stay_thin() -> None:
    tree = ast.parse((HERE / "cli.py").read_text("utf-8"))
    sizes = {node.name: (node.end_lineno or 0) - node.lineno for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert max(sizes.values()) <= 12, sizes


def test_a_build_in_which_all_fails_leaves_no_store(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    place = tmp_path / "store"
    result = CliRunner().invoke(main, ["build", str(tmp_path / "empty.txt"), "--store", str(place)])
    assert result.exit_code == 1
    assert not place.exists()


def test_a_closed_output_is_one_line() -> None:
    done = subprocess.run([sys.executable, "-m", "cli", "queries"], stderr=subprocess.PIPE, text=True, cwd=HERE,
                          check=False, preexec_fn=lambda: os.close(1))
    assert (done.returncode, done.stderr) == (1, "错误：标准输出已关闭（去掉 >&- 再试）\n")


@pytest.mark.parametrize(("words", "said"), [
    (["show", "我市"], "相近：在 慈科建〔2025〕1号 中指 慈溪市"), (["owns", "我局"], "慈溪市科学技术局"),
    (["path", "慈溪市", "place/330282"], "是同一个：慈溪市")])
def test_words_that_point_and_a_thing_and_itself(store: Path, words: list[str], said: str) -> None:
    assert said in run(*words, "--store", store).output
