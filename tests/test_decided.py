"""A query sees the documents as people decided them, over every backend; the documents themselves stay as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from endpoints import endpoint
from samples import AGENCY, CENTRE, FIRM, GROUP, at, sample

import graph
from graph.ask.binding import bind
from graph.ask.saved import load_queries
from graph.export import export
from graph.model import Entity, Relation, Statements
from graph.rdf import to_quads
from graph.store import memory_view, open_store, write_store
from graph.store.terms import CURATION, ID
from graph.tasks.deciding import Said, record
from graph.tasks.query import run_query

GUEST = Entity("enterprise/gongniudianqi", "enterprise", "公牛电器", ("公牛",), at(GROUP))
CASE = "两平台"


def twice() -> Statements:
    """The sample with a second firm that leads the same centre, and a duty of a name that nobody could place."""
    lead = sample().responsibilities[1]
    same = replace(lead, agent=GUEST.name, agent_id=GUEST.id, agent_names=(GUEST.name,))
    loose = replace(lead, agent=CASE, agent_id="", of="样板间", of_id="", rule="x")
    issued = Relation(GUEST.name, GUEST.id, "partner", "慈溪市科学技术局", AGENCY, "x", at(GROUP))
    return replace(sample(), entities=(*sample().entities, GUEST), relations=(*sample().relations, issued),
                   responsibilities=(*sample().responsibilities, same, loose))


def build(store: str) -> None:
    with write_store(store) as writer:
        writer.replace(twice().key, to_quads(twice()), text_hash=twice().document.sha256)


@pytest.fixture(params=["directory", "endpoint"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "directory":
        build(str(tmp_path / "s"))
        yield str(tmp_path / "s")
    else:
        with endpoint() as url:
            build(url)
            yield url


def leaders(store: str) -> list[str]:
    """Who leads the centre, by the saved query."""
    found = run_query("@who-leads", ["what=技术创新中心"], "csv", store=store)
    return [line.split(",")[1] for line in found.splitlines() if line.startswith(CENTRE)]


def rows(store: str, sparql: str) -> list[dict[str, str]]:
    with graph.open_store(store) as opened:
        return opened.query(sparql)


def case_of(store: str, sparql: str) -> str:
    with open_store(store) as view:
        return view.select(sparql)[0]["x"].removeprefix(ID)


def decide(store: str, case: str, verdict: str) -> None:
    record(store, [Said(case, verdict)])


def test_merged_bodies_are_one_in_a_query_until_the_decision_is_taken_back(store: str) -> None:
    assert leaders(store) == [GUEST.name, GROUP]
    decide(store, GUEST.id, f"={GROUP}")
    assert leaders(store) == [GROUP]
    build(store)
    assert leaders(store) == [GROUP]
    decide(store, GUEST.id, "撤销")
    assert leaders(store) == [GUEST.name, GROUP]


def test_a_free_query_finds_the_one_thing_with_all_its_names(store: str) -> None:
    decide(store, GUEST.id, f"={GROUP}")
    assert rows(store, "SELECT ?x ?n { ?x a zt:Enterprise ; skos:prefLabel ?n }") == [
        {"x": ID + FIRM, "n": GROUP}]
    assert rows(store, f"SELECT ?n {{ <{ID}{FIRM}> skos:altLabel ?n }} ORDER BY ?n") == [
        {"n": "公牛"}, {"n": "公牛电器"}]
    assert rows(store, "SELECT ?s ?o { ?c zt:predicate zt:partner ; zt:subject ?s ; zt:subjectName ?o }") == [
        {"s": ID + FIRM, "o": GROUP}]


def test_no_document_is_touched(store: str) -> None:
    with open_store(store) as view:
        before = set(view.quads())
    decide(store, GUEST.id, f"={GROUP}")
    with open_store(store) as view:
        assert {quad for quad in view.quads() if CURATION not in str(quad.graph_name)} == before
        assert set(view.quads()) > before


def test_a_rejected_duty_and_its_shortcut_are_gone(store: str) -> None:
    ask = "SELECT ?x { ?x zt:basis zt:byIssuer }"
    decide(store, case_of(store, ask), "rejected")
    assert rows(store, ask) == []
    assert rows(store, f"SELECT ?x {{ <{ID}{AGENCY}> zt:leads ?x }}") == []
    assert len(rows(store, f"SELECT ?x {{ <{ID}{FIRM}> zt:leads ?x }}")) == 1


def test_an_accepted_duty_is_the_analysts(store: str) -> None:
    decide(store, case_of(store, "SELECT ?x { ?x zt:basis zt:byIssuer }"), "accepted")
    assert [row["n"] for row in rows(store, "SELECT ?n { ?x zt:basis zt:byAnalyst ; zt:holderName ?n }")] == [
        "慈溪市科学技术局"]


def test_a_settled_name_holds_what_the_body_holds_and_is_open_no_more(store: str) -> None:
    decide(store, case_of(store, "SELECT ?x { ?x a zt:OpenCase ; zt:text '两平台' }"), f"={GROUP}")
    held = f"SELECT ?of {{ ?r zt:holder <{ID}{FIRM}> ; zt:holderName '{GROUP}' ; zt:responsibleForName ?of }}"
    assert {row["of"] for row in rows(store, held)} == {"智能家电技术创新中心", "样板间"}
    assert [row["词语"] for row in rows(store, bind(load_queries()["open-cases"], {}))] == []
    decide(store, case_of(store, "SELECT ?x { ?x a zt:OpenCase ; zt:text '两平台' }"), "撤销")
    assert [row["of"] for row in rows(store, held)] == ["智能家电技术创新中心"]


def test_tables_follow_the_decisions_and_rdf_keeps_them_apart(tmp_path: Path) -> None:
    store = str(tmp_path / "s")
    build(store)
    with open_store(store) as view:
        export(view, str(tmp_path / "a.ttl"))
    decide(store, GUEST.id, f"={GROUP}")
    with open_store(store) as view:
        for name in ("b.csv", "b.graphml", "b.ttl"):
            export(view, str(tmp_path / name))
    assert GUEST.name not in (tmp_path / "b.csv").read_text("utf-8")
    assert GUEST.id not in (tmp_path / "b.graphml").read_text("utf-8")
    assert set((tmp_path / "a.ttl").read_text().splitlines()) <= set((tmp_path / "b.ttl").read_text().splitlines())


def test_without_decisions_nothing_is_copied(tmp_path: Path) -> None:
    build(str(tmp_path / "s"))
    with open_store(tmp_path / "s") as view:
        assert view.decided() is view
    assert not list((tmp_path / "s").glob("snapshots/*/decided"))


def test_the_same_decisions_give_the_same_statements(tmp_path: Path) -> None:
    store = str(tmp_path / "s")
    build(store)
    decide(store, GUEST.id, f"={GROUP}")
    with open_store(store) as view:
        for backwards in (False, True):
            again = memory_view(sorted(view.quads(), key=str, reverse=backwards)).decided()
            assert set(view.decided().quads()) == set(again.quads())
