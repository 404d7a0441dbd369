"""What `view` takes from a store: a thing's surroundings, a document, a query, classes, years; and what it tells."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from samples import AGENCY, FIRM, sample

from cli import main
from graph.model import Statements
from graph.network import Reader, from_statements, neighbourhood
from graph.rdf import run_quads, to_quads
from graph.rdf.terms import thing
from graph.store import memory_view, open_store, write_store
from graph.store.decisions import Decision, decision_quads
from graph.store.terms import ID

DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)


def other(number: int) -> Statements:
    """The sample under another key, of another date, with bodies of its own."""
    statements = sample()
    own = {entity.id: f"{entity.id}x{number}" for entity in statements.entities if entity.type != "place"}
    header = replace(statements.document.header, number=f"慈科建〔2020〕{number}号", date=f"20{10 + number}-01-01")
    return replace(
        statements, key=f"{statements.key}-{number}",
        document=replace(statements.document, header=header, sha256=f"{number:064x}"),
        entities=tuple(replace(e, id=own.get(e.id, e.id)) for e in statements.entities),
        responsibilities=tuple(replace(d, agent_id=own.get(d.agent_id, d.agent_id), of_id=own.get(d.of_id, d.of_id))
                               for d in statements.responsibilities),
        relations=tuple(replace(r, s_id=own.get(r.s_id, r.s_id), o_id=own.get(r.o_id, r.o_id))
                        for r in statements.relations))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from datetime import UTC, datetime

    path = tmp_path_factory.mktemp("view") / "store"
    when = datetime(2025, 6, 1, 8, 30, tzinfo=UTC)
    with write_store(str(path)) as writer:
        for each in (sample(), other(1), other(2)):
            runs = run_quads(each.key, version="0", lexicon_hash="", when=when, source="a.txt")
            writer.replace(each.key, to_quads(each), runs, each.document.sha256)
    return path


def run(store: Path, target: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["view", *words, "-o", str(target), "--store", str(store)])


def drawn(store: Path, target: Path, *words: str) -> dict[str, Any]:
    result = run(store, target, *words)
    assert result.exit_code == 0, result.stderr
    found = DATA.search(target.read_text("utf-8"))
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def types(data: dict[str, Any]) -> set[str]:
    return {node["t"] for node in data["nodes"]}


def test_everything_with_the_time_of_the_store(store: Path, tmp_path: Path) -> None:
    data = drawn(store, tmp_path / "a.html")
    assert len(data["nodes"]) == len(from_statements([sample(), other(1), other(2)]))
    assert (data["storeTime"], data["read"]) == ("2025-06-01 08:30 UTC", [3, 3])


def test_around_a_thing_only_its_documents_are_read(store: Path, tmp_path: Path) -> None:
    data = drawn(store, tmp_path / "a.html", FIRM, "--depth", "2")
    expected = neighbourhood(from_statements([sample()]), FIRM, 2)
    assert {node["id"] for node in data["nodes"]} == set(expected)
    assert (data["focus"], data["read"], data["scope"].split(" · ")[1]) == (FIRM, [1, 3], "2 步")


def test_around_a_measure(store: Path, tmp_path: Path) -> None:
    measure = f"doc/{sample().key}/m/{sample().measures[0].id}"
    data = drawn(store, tmp_path / "a.html", measure)
    assert data["focus"] == measure
    assert "document" in types(data)


def test_of_one_document(store: Path, tmp_path: Path) -> None:
    data = drawn(store, tmp_path / "a.html", "--document", "慈科建〔2020〕2号", "--picture", "timeline")
    assert [node["id"] for node in data["nodes"] if node["t"] == "document"] == [f"doc/{other(2).key}"]
    assert data["view"] == "timeline"


@pytest.mark.parametrize("query", [
    "CONSTRUCT { ?s zt:leads ?o } { ?s zt:leads ?o }", "SELECT * { ?s ?p ?o . ?s zt:leads ?o }"])
def test_of_a_query(store: Path, tmp_path: Path, query: str) -> None:
    data = drawn(store, tmp_path / "a.html", "--query", query)
    assert {edge["p"] for edge in data["edges"]} == {"leads"}
    assert all(edge.get("b") != "query" for edge in data["edges"])
    assert data["query"] == query


def test_of_a_query_in_a_file(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("CONSTRUCT { ?s zt:leads ?o } { ?s zt:leads ?o }", "utf-8")
    assert drawn(store, tmp_path / "a.html", "--query", str(file))["edges"]


def test_of_some_classes_since_a_year_and_stated(store: Path, tmp_path: Path) -> None:
    assert types(drawn(store, tmp_path / "a.html", "--type", "机构", "--type", "measure")) == {"agency", "measure"}
    around = drawn(store, tmp_path / "a.html", AGENCY, "--type", "措施")
    assert types(around) == {"agency", "measure"}
    assert all("b" not in edge for edge in drawn(store, tmp_path / "a.html", "--stated")["edges"])
    years = [node["y"] for node in drawn(store, tmp_path / "a.html")["nodes"] if "y" in node]
    assert min(years) < max(years)
    later = drawn(store, tmp_path / "a.html", "--since", str(max(years)))["nodes"]
    assert {node["y"] for node in later if "y" in node} == {max(years)}


@pytest.mark.parametrize(("words", "code", "said"), [
    (("--type", "飞碟"), 1, "没有类别“飞碟”"), (("--type", "协会联盟"), 1, "没有可画的内容"),
    (("--query", "SELECT ?x { ?x a zt:Agency }"), 1, "CONSTRUCT"), (("--query", "SELECT"), 1, "SPARQL 写法有误"),
    (("--query", "CONSTRUCT { ?s zt:leads 1 } { ?s zt:leads ?o }"), 1, "没有结果可画"),
    (("--document", "无此文号"), 1, "没有与"), (("没有这个东西",), 1, "没有与"), (("--depth", "0"), 2, "--depth"),
    (("--picture", "cube"), 2, "--picture"),
])
def test_what_cannot_be_drawn_is_one_line_and_no_file(
        store: Path, tmp_path: Path, words: tuple[str, ...], code: int, said: str) -> None:
    result = run(store, tmp_path / "a.html", *words)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr.splitlines()[0]
    assert list(tmp_path.iterdir()) == []


def test_the_same_wish_gives_the_same_bytes(store: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert run(store, tmp_path / f"{name}.html").exit_code == 0
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_an_overview_takes_the_newest_until_it_is_full(store: Path) -> None:
    with open_store(str(store)) as view:
        reading = Reader(view, most=1).overview()
    newest = max((sample(), other(1), other(2)), key=lambda each: each.document.header.date)
    assert (reading.read, reading.documents) == (1, 3)
    assert f"doc/{newest.key}" in reading.network


def test_a_path_reads_on_until_there_is_one() -> None:
    view = memory_view([*to_quads(sample()), *to_quads(other(1))])
    _, steps = Reader(view).path(FIRM, AGENCY)
    assert {steps[0].link.s, steps[0].link.o, steps[-1].link.s, steps[-1].link.o} >= {FIRM, AGENCY}
    assert Reader(view).path(FIRM, f"{AGENCY}x1")[1] == []


def test_decisions_are_drawn() -> None:
    merged, duty = f"{FIRM}x1", sample().responsibilities[0]
    rejected = next(str(quad.subject.value) for quad in to_quads(sample())  # type: ignore[union-attr]
                    if "/r/" in str(quad.subject) and quad.object == thing(duty.agent_id))
    made = decision_quads([Decision(ID + merged, "merged", ID + FIRM), Decision(rejected, "rejected")])
    view = memory_view([*to_quads(sample()), *to_quads(other(1)), *made])
    network = Reader(view).overview().network
    assert merged not in network
    assert set(Reader(view).around(FIRM).network) >= {FIRM}
    assert Reader(view).around(FIRM).read == 2
    plain = from_statements([sample(), other(1)])
    assert sum(data["p"] == "leads" for *_, data in network.edges(data=True)) < sum(
        data["p"] == "leads" for *_, data in plain.edges(data=True))
