"""Files that come out are whole, the same each time, and open where they are meant to."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import networkx as nx
import openpyxl
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from pyoxigraph import RdfFormat, parse
from random_statements import some_statements
from samples import sample
from stores import FOUNDING, by_hand, founding, other_text, write

from cli import main
from graph.errors import InputError
from graph.export import WRITERS, export
from graph.export.document import EXTRACTS
from graph.export.rdf import trig, write_nq, write_trig
from graph.export.standoff import read_quotes, write_documents
from graph.rdf import to_quads
from graph.store import memory_view, open_store


@pytest.mark.parametrize("ending", WRITERS)
def test_twice_the_same_bytes(tmp_path: Path, ending: str) -> None:
    a, b = (export(founding(), str(tmp_path / f"{name}.{ending}")) for name in "ab")
    assert Path(a).read_bytes() == Path(b).read_bytes() != b""


@pytest.mark.parametrize(("ending", "form"), [
    ("nq", RdfFormat.N_QUADS), ("trig", RdfFormat.TRIG), ("jsonld", RdfFormat.JSON_LD)])
def test_out_and_in_and_out_again(tmp_path: Path, ending: str, form: RdfFormat) -> None:
    first = Path(export(founding(), str(tmp_path / f"a.{ending}"))).read_bytes()
    again = memory_view(parse(first, format=form))
    assert set(again.quads()) == set(founding().quads())
    assert Path(export(again, str(tmp_path / f"b.{ending}"))).read_bytes() == first


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(some_statements())
def test_any_statements_go_out_and_in(tmp_path: Path, statements: object) -> None:
    view = memory_view(to_quads(statements))  # type: ignore[arg-type]
    for ending, form in (("nq", RdfFormat.N_QUADS), ("trig", RdfFormat.TRIG)):
        data = Path(export(view, str(tmp_path / f"a.{ending}"))).read_bytes()
        assert set(parse(data, format=form)) == set(view.quads())
    for ending in ("csv", "zip", "xlsx", "graphml", "gexf", "cypher", "ttl", "jsonld"):
        export(view, str(tmp_path / f"a.{ending}"))


def test_two_builds_give_the_same_quads(tmp_path: Path) -> None:
    from graph.build import build

    files = []
    for name in "ab":
        build(store=str(tmp_path / name))
        with open_store(tmp_path / name) as view:
            files.append(Path(export(view, str(tmp_path / f"{name}.nq"))).read_bytes())
    assert files[0] == files[1]
    assert b"graph/runs" not in files[0]


def test_older_versions_go_along(tmp_path: Path) -> None:
    with open_store(write(tmp_path / "s", sample(), other_text())) as view:
        text = Path(export(view, str(tmp_path / "a.nq"))).read_text("utf-8")
    assert f"/v/{sample().document.sha256[:16]}>" in text


def test_the_flat_table_says_who_owns_what(tmp_path: Path) -> None:
    text = Path(export(by_hand(), str(tmp_path / "a.csv"))).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    stated = next(row for row in rows if row["依据"] == "明示")
    assert (stated["事项"], stated["谁"], stated["角色"]) == ("智能家电技术创新中心", "公牛集团", "牵头")
    assert sample().document.raw[int(stated["起"]):int(stated["止"])] == stated["原文"]


def test_cells_of_tables_cannot_run(tmp_path: Path) -> None:
    duty = replace(sample().responsibilities[1], of="=1+1", of_id="", agent="@SUM(A1)", agent_id="")
    view = memory_view(to_quads(replace(sample(), responsibilities=(duty,))))
    rows = list(csv.reader(io.StringIO(Path(export(view, str(tmp_path / "a.csv"))).read_text("utf-8-sig"))))
    assert rows[1][:2] == ["'=1+1", "'@SUM(A1)"]
    cell = openpyxl.load_workbook(export(view, str(tmp_path / "a.xlsx")))["责任"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_workbook_has_a_sheet_a_table_with_filters(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(export(founding(), str(tmp_path / "a.xlsx")))
    assert book.sheetnames == ["责任", "措施", "数字", "实体", "关系", "文件", "全文"]
    assert book["措施"].max_row == 29
    assert all(sheet.freeze_panes == "A2" and sheet.auto_filter.ref for sheet in book)


def test_a_zip_holds_the_same_tables(tmp_path: Path) -> None:
    with zipfile.ZipFile(export(founding(), str(tmp_path / "a.zip"))) as archive:
        assert len(archive.read("措施.csv").decode("utf-8-sig").splitlines()) >= 29


@pytest.mark.parametrize(("ending", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_networks_open_in_networkx(tmp_path: Path, ending: str, read: object) -> None:
    network = read(export(founding(), str(tmp_path / f"a.{ending}")))  # type: ignore[operator]
    assert "公牛集团" in {data["label"] for _, data in network.nodes(data=True)}
    assert any("公牛集团" in data.get("quote", "") for *_, data in network.edges(data=True))


def test_cypher_cannot_be_broken_out_of(tmp_path: Path) -> None:
    entity = replace(sample().entities[1], name="a'}) DETACH DELETE n //\n")
    view = memory_view(to_quads(replace(sample(), entities=(entity, *sample().entities[2:]))))
    lines = Path(export(view, str(tmp_path / "a.cypher"))).read_text("utf-8").splitlines()
    assert all(line.startswith(("MERGE", "MATCH")) and line.endswith(";") for line in lines)
    assert any(r"'a\'}) DETACH DELETE n //\n'" in line for line in lines)


def test_an_unknown_ending_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="不认识的格式"):
        export(by_hand(), str(tmp_path / "a.docx"))
    with pytest.raises(InputError, match="写不了"):
        export(by_hand(), str(tmp_path / "none" / "a.nq"))
    assert not list(tmp_path.iterdir())


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.nq"
    path.write_text("old")
    monkeypatch.setattr("graph.export.rdf.quads_of", lambda view: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        export(by_hand(), str(path))
    assert [file.read_text() for file in tmp_path.iterdir()] == ["old"]


def test_one_document_in_three_forms() -> None:
    assert json.loads(EXTRACTS["json"](sample(), "zh"))["document"]["number"] == "慈科建〔2025〕1号"
    assert set(parse(EXTRACTS["trig"](sample(), "zh").encode(), format=RdfFormat.TRIG)) == set(to_quads(sample()))
    text = EXTRACTS["text"](sample(), "zh")
    assert "慈溪市科学技术局（牵头，推断）" in text
    assert "949亿元" in text


def test_a_click_on_a_quote_leads_to_its_line_in_the_text(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(export(founding(), str(tmp_path / "a.xlsx")))
    linked = [cell for row in book["责任"].iter_rows(min_row=2) for cell in row if cell.hyperlink]
    assert len(linked) == book["责任"].max_row - 1
    for cell in linked:
        place = str(cell.hyperlink and cell.hyperlink.location).partition("!")[2]
        line = book["全文"][place].value
        assert str(cell.value).splitlines()[0].strip() in line


def test_documents_go_out_with_every_quote_in_its_place(tmp_path: Path) -> None:
    path, = write_documents(founding(), str(tmp_path / "texts"))
    quotes = list(read_quotes(path))
    assert len(quotes) > 200
    assert all(quote == there for quote, there in quotes)
    assert Path(path).with_suffix(".txt").read_text("utf-8") == FOUNDING.read_text("utf-8")
    Path(path).write_text(Path(path).read_text("utf-8").replace("公牛集团牵头", "公牛集团 牵头", 1), "utf-8")
    assert any(quote != there for quote, there in read_quotes(path))
    with pytest.raises(InputError, match="不是导出的文件"):
        list(read_quotes(str(tmp_path / "none.json")))


def test_the_command_writes_texts_or_asks_what_to_write(tmp_path: Path) -> None:
    store = str(write(tmp_path / "s", sample()))
    done = CliRunner().invoke(main, ["export", "--documents", str(tmp_path / "d"), "--store", store])
    assert "已写 1 份公文" in done.stderr
    assert len(list((tmp_path / "d").iterdir())) == 2
    assert CliRunner().invoke(main, ["export", "--store", store]).exit_code == 2


def test_jsonld_has_a_context_and_short_keys(tmp_path: Path) -> None:
    page = json.loads(Path(export(by_hand(), str(tmp_path / "a.jsonld"))).read_text("utf-8"))
    assert page["@context"]["zt"] == "https://w3id.org/zhengtu/def#"
    keys = {key for graph in page["@graph"] for thing in graph["@graph"] for key in thing}
    assert "zt:holder" in keys
    assert not [key for key in keys if key.startswith("http")]


@pytest.mark.parametrize("run", [3, 50_000])
def test_what_is_written_in_runs_is_what_is_sorted_at_once(run: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.export.sorting.RUN", run)
    lines, grouped = io.BytesIO(), io.BytesIO()
    write_nq(founding(), lines)
    write_trig(founding(), grouped)
    quads = set(founding().quads())
    assert lines.getvalue().decode().splitlines() == sorted(f"{quad} ." for quad in quads)
    assert grouped.getvalue() == trig(quads)
