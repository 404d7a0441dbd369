"""Every saved query answers its competency question on the founding document, whatever is put into it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stores import founding

from graph.ask.binding import Parameter, Saved, bind
from graph.ask.phrasing import pattern_of
from graph.ask.questions import understand
from graph.ask.saved import load_queries, queries, read_query, saved
from graph.errors import NoMatch, QueryError
from graph.tasks.query import sparql_of

QUERIES = load_queries()

#: Query → parameters, and words that some row of its answer must hold together.
ANSWERS = [
    ("who-leads", {"what": "智能家电技术创新中心"}, ["公牛集团", "lead", "stated"]),
    ("owned-by", {}, ["公牛集团", "智能家电技术创新中心"]),
    ("without-owner", {}, ["产学研合作持续深入", "慈溪市科学技术局"]),
    ("without-owner", {}, ["支持智能家电企业加大研发投入", "慈溪市科学技术局"]),
    ("due-by", {"due": "2027"}, ["2027", "发明专利", "10000件"]),
    ("indicator-over-time", {"indicator": "规上家电企业"}, ["2024", "497家"]),
    ("policies", {}, ["慈溪市全球智能家电创新中心核心服务区建设方案", "2025", "2027"]),
    ("enterprises", {}, ["公牛集团", "慈科建〔2025〕1号"]),
    ("platforms", {}, ["深圳飞地", "深圳市"]),
    ("parts", {}, ["八大工程", "8", "品牌质量提升"]),
    ("admissions", {}, ["智能家电技术创新中心", "宁波首批技术创新中心名单"]),
    ("aliases", {"name": "经济和信息化"}, ["慈溪市经济和信息化局", "市经信局"]),
    ("section", {}, ["境外投资", "措施", "涉外商事服务精准直达"]),
    ("open-cases", {}, ["caseRepair"]),
    ("ladder", {}, ["高新技术培育企业", "高新技术企业"]),
    ("documents", {"body": "慈溪市科学技术局"}, ["慈科建〔2025〕1号", "28"]),
    ("deadline", {}, ["2027", "专利"]),
    ("between", {}, ["公牛集团", "lead", "智能家电技术创新中心"]),
]


@pytest.mark.parametrize(("name", "values", "words"), ANSWERS, ids=[name for name, *_ in ANSWERS])
def test_the_question_is_answered(name: str, values: dict[str, str], words: list[str]) -> None:
    rows = founding().select(bind(QUERIES[name], values))
    assert any(all(word in " ".join(row.values()) for word in words) for row in rows), rows


def test_every_query_is_tried() -> None:
    assert {name for name, *_ in ANSWERS} == set(QUERIES)
    assert len(QUERIES) >= 12


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_a_query_has_titles_and_runs_as_it_stands(query: Saved) -> None:
    assert query.zh != query.name != query.en
    assert query.phrasings
    assert query.text.count("PREFIX")  # so that any SPARQL tool runs the file
    founding().select(query.text)


@pytest.mark.parametrize("query", [q for q in QUERIES.values() if q.parameters], ids=lambda query: query.name)
@pytest.mark.parametrize("evil", [
    '" } DROP ALL #', "' } } SELECT * { ?s ?p ?o } #", '\\" }', "\n} UNION { ?s ?p ?o }", "?s", "{ }",
    'VALUES ?what { "x" }', "\\u0022 }", '"""', "$name",
])
def test_a_value_is_a_term_and_never_text(query: Saved, evil: str) -> None:
    for parameter in query.parameters:
        if parameter.kind == "string":
            rows = founding().select(bind(query, {parameter.name: evil}))
            assert rows == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=20), st.text(st.characters(codec="utf-8"), max_size=20))
def test_any_two_values_come_back_as_they_went_in(a: str, b: str) -> None:
    query = Saved("q", "", "", 'SELECT ?a ?b { VALUES ?a { "" } VALUES ?b { "" } }',
                  (Parameter("a", "string", "", ""), Parameter("b", "string", "", "")))
    assert founding().select(bind(query, {"a": a, "b": b})) == [{"a": a, "b": b}]


def test_a_value_that_looks_like_a_parameter_is_left_alone() -> None:
    query = Saved("q", "", "", "SELECT ?a ?b { VALUES ?a { 1 } VALUES ?b { 2 } }",
                  (Parameter("a", "string", "", ""), Parameter("b", "string", "", "")))
    assert founding().select(bind(query, {"a": "VALUES ?b { 1 }", "b": "x"})) == [{"a": "VALUES ?b { 1 }", "b": "x"}]


def test_kinds_are_checked() -> None:
    with pytest.raises(QueryError, match="不是 date"):
        bind(QUERIES["due-by"], {"due": "明年"})
    assert bind(QUERIES["due-by"], {"due": "2027年底"}) == bind(QUERIES["due-by"], {"due": "2027"})
    with pytest.raises(QueryError, match="没有参数"):
        bind(QUERIES["due-by"], {"when": "2027"})
    with pytest.raises(QueryError, match="参数=值"):
        sparql_of("@due-by", ["2027"])


def test_an_unknown_name_has_near_misses() -> None:
    with pytest.raises(NoMatch) as caught:
        saved("who-lead")
    assert "who-leads" in caught.value.near


def test_an_analysts_own_folder_is_added(tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text("# zh: 我的\n# en: mine\nASK { ?s ?p ?o }\n", "utf-8")
    assert saved("mine", (str(tmp_path),)).zh == "我的"
    assert "@mine" in [row[0] for row in queries((str(tmp_path),)).rows]
    with pytest.raises(QueryError, match="不存在"):
        load_queries((str(tmp_path / "none"),))


@pytest.mark.parametrize("header", ["# param x", "# param x colour 颜色", "# param y string 没有对应的 VALUES"])
def test_a_bad_header_names_file_and_remedy(tmp_path: Path, header: str) -> None:
    path = tmp_path / "bad.rq"
    path.write_text(f"{header}\nSELECT * {{ VALUES ?x {{ 1 }} }}", "utf-8")
    with pytest.raises(QueryError, match="写法有误") as caught:
        read_query(str(path))
    assert caught.value.where == str(path)


def test_a_phrasing_with_brackets_that_do_not_match_is_told() -> None:
    with pytest.raises(QueryError, match="写法有误"):
        pattern_of("谁(牵头{what}")


def test_an_analysts_phrasing_is_understood(tmp_path: Path) -> None:
    header = "# zh: 我的\n# en: mine\n# ask: 本周[有](什么|哪些)进展\n"
    (tmp_path / "mine.rq").write_text(f"{header}ASK {{ ?s ?p ?o }}\n", "utf-8")
    assert str(understand("本周哪些进展？", (str(tmp_path),))) == "@mine"
