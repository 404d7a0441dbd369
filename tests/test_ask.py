"""What an analyst asks, and what stands in the reply: stated before inferred, every line with its witness."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest
import wcwidth
from hypothesis import example, given
from hypothesis import strategies as st
from samples import RAW, at, sample
from stores import by_hand, founding

from graph.ask import Filter, find, numbers, owns, show, targets, timeline, tree, who
from graph.ask.guard import Limits, refuse_service, run_guarded
from graph.ask.match import near_misses, resolve
from graph.ask.places import Places, Witness
from graph.ask.questions import understand
from graph.errors import NoMatch, QueryError
from graph.listing import FORMS, Column, Listing, Note, Quote, render, safe_cell
from graph.listing.table import cut, width
from graph.model import Entity, Responsibility
from graph.rdf import to_quads
from graph.store import View, memory_view
from graph.store.statements import statements_of
from graph.words import CODES, COLUMNS


def column(listing: Listing, key: str) -> list[object]:
    return [record[key] for record in listing.records()]


# ---- the founding document -----------------------------------------------------------------------------------

def test_the_owner_the_text_names_is_stated() -> None:
    first = who(founding(), "智能家电技术创新中心").records()[0]
    assert (first["owner"], first["role"], first["basis"]) == ("公牛集团", "lead", "stated")
    assert "公牛集团" in str(first["quote"])


def test_what_a_body_owns_stands_in_the_order_of_the_text_with_the_words_of_the_measure() -> None:
    card = [row for row in show(founding(), "科技局").records() if row["fact"] == "lead"]
    assert [row["text"] for row in card][:2] == ["实施八大工程和五张清单", "标准化与产业化深度融合"]
    assert str(card[0]["quote"]).startswith("一是实施八大工程")
    branches = tree(founding(), "科技局").records()[1:]
    assert [str(row["name"]).removeprefix("└ ") for row in branches] == [row["text"] for row in card]


def test_the_head_of_a_document_has_its_witnesses_and_the_order_of_the_text() -> None:
    card = show(founding(), "慈科建〔2025〕1号").records()
    copied = [row for row in card if row["fact"] == "copiedTo"]
    assert [row["text"] for row in copied] == ["市人大代表工委", "市政府办公室", "市经信局", "市商务局", "市市场监管局"]
    assert all(str(row["text"]) in str(row["quote"]) for row in copied)
    told = {row["fact"]: row for row in card}
    assert told["answers"]["text"] == "市人大十八届四次会议 第17号 关于推动传统家电产业转型升级的建议"
    assert told["contact"]["text"] == "魏佳锦 89591370"
    assert all(row["quote"] for row in timeline(founding()).records())


def test_a_title_names_its_document_and_a_number_no_other_one() -> None:
    title = "对市人大十八届四次会议第17号建议的答复"
    assert resolve(founding(), title, ("Policy", "Document")).entry.kind == "Document"
    with pytest.raises(NoMatch):
        resolve(founding(), "慈科建〔2025〕11号", ("Document",))
    with pytest.raises(NoMatch):
        resolve(founding(), "科建〔25〕1号", ("Document",))


def test_owners_of_a_word_in_titles_and_texts() -> None:
    answer = who(founding(), "综合体")
    assert "加快智能家电产业创新服务综合体建设" in column(answer, "what")
    assert all(row["basis"] != "stated" for row in answer.records() if row["owner"] == "慈溪市科学技术局")
    assert answer.summary
    assert set(answer.summary.values) == {"all", "stated", "inferred", "open"}


def test_what_a_firm_owns() -> None:
    assert column(owns(founding(), "公牛集团"), "what") == ["智能家电技术创新中心"]


def test_a_short_form_made_by_omission_is_taken_and_said() -> None:
    answer = owns(founding(), "科技局")
    assert [note.values["label"] for note in answer.notes] == ["慈溪市科学技术局"]
    assert len(answer.rows) > 10


def test_a_hub_shows_its_city() -> None:
    facts = {(record["fact"], record["text"]) for record in show(founding(), "深圳飞地").records()}
    assert ("locatedIn", "深圳市") in facts


@pytest.mark.parametrize(("typed", "meant"), [("gongniu", "公牛集团"), ("kxjsj", "慈溪市科学技术局")])
def test_pinyin_and_initials_find(typed: str, meant: str) -> None:
    assert column(find(founding(), typed), "name")[0] == meant


def test_mixed_words_all_have_to_occur() -> None:
    hits = set(column(find(founding(), "未来产业 家电"), "name"))
    measures = next(iter(statements_of(founding()))).measures
    assert hits == {m.title for m in measures if "未来产业" in m.text and "家电" in m.text}


def test_every_quote_stands_where_it_says() -> None:
    """The place in a row leads back to the words of the document."""
    for record in owns(founding(), "科技局").records():
        begin, end = record["start"], record["end"]
        assert isinstance(begin, int)
        assert isinstance(end, int)
        assert RAW[begin:end] == record["quote"]
        assert record["document"] == "慈科建〔2025〕1号"


def test_promises_come_by_deadline_with_owner() -> None:
    rows = targets(founding(), "2027").records()
    assert [row["due"] for row in rows] == sorted(str(row["due"]) for row in rows)
    assert any("发明专利" in str(row["what"]) and "慈溪市科学技术局" in str(row["owners"]) for row in rows)


def test_numbers_keep_value_unit_and_time() -> None:
    rows = numbers(founding(), "规上家电企业").records()
    assert any(row["value"] == "497" and row["unit"] == "家" and row["time"] == "2024" for row in rows)


def test_a_whole_shows_its_parts() -> None:
    names = [str(name).strip("　└ ") for name in column(tree(founding(), "八大工程"), "name")]
    assert names[0] == "八大工程"
    assert len(names) == 9
    assert "品牌质量提升" in names


def test_a_timeline_runs_forward() -> None:
    answer = timeline(founding())
    assert column(answer, "date") == sorted(map(str, column(answer, "date")))
    assert {"starts", "ends", "due", "aim", "issuedOn"} == set(column(answer, "event"))
    assert "2027" in column(timeline(founding(), "专利"), "date")


@pytest.mark.parametrize(("question", "run"), [
    ("请问谁牵头智能家电技术创新中心？", "@who-leads --set what=智能家电技术创新中心"),
    ("八大工程包括什么", "@parts --set whole=八大工程"), ("哪些措施没有责任单位？", "@without-owner"),
    ("2027年前要完成什么", "@due-by --set due=2027"), ("2027年底前要完成哪些任务？", "@due-by --set due=2027"),
    ("加快项目建设由谁负责？", "@who-leads --set what=加快项目建设"),
    ("谁来负责养老服务？", "@who-leads --set what=养老服务"), ("低空经济归谁管", "@who-leads --set what=低空经济"),
    ("哪些单位配合建设数字文旅底座？", "@who-leads --set what=建设数字文旅底座"),
    ("公牛集团牵头了哪些项目？", "@owned-by --set body=公牛集团"),
    ("哪些事情由市财政局负责？", "@owned-by --set body=市财政局"),
    ("烟台市财政局管哪些事？", "@owned-by --set body=烟台市财政局"),
    ("想问一下，全市地区生产总值是多少？", "@indicator-over-time --set indicator=地区生产总值"),
    ("什么时候完成普查？", "@deadline --set what=普查"), ("八大工程包括哪些任务？", "@parts --set whole=八大工程"),
    ("出台了哪些文件？", "@policies"), ("洛阳市教育局印发了哪些文件？", "@documents --set body=洛阳市教育局"),
    ("哪些企业入选了名单？", "@admissions"), ("市经信局的全称是什么？", "@aliases --set name=市经信局"),
    ("公牛集团和技术创新中心有什么关系？", "@between --set a=公牛集团 --set b=技术创新中心"),
])
def test_a_question_runs_the_query_whose_phrasing_fits(question: str, run: str) -> None:
    assert str(understand(question)) == run


def test_a_question_nobody_foresaw_is_not_guessed() -> None:
    with pytest.raises(NoMatch) as caught:
        understand("今天天气怎么样")
    assert caught.value.near


# ---- rules of an answer --------------------------------------------------------------------------------------

def _with(*duties: Responsibility, entities: tuple[Entity, ...] = ()) -> View:
    base = sample()
    return memory_view(to_quads(replace(base, entities=base.entities + entities,
                                        responsibilities=base.responsibilities + duties)))


def test_stated_stands_before_inferred_and_inferred_names_its_rule() -> None:
    rows = who(by_hand(), "创新").records()
    assert [row["basis"] for row in rows][:1] == ["stated"]
    assert all(row["rule"] for row in rows if row["basis"] not in ("stated", "open"))


def test_only_stated() -> None:
    assert column(who(by_hand(), "创新", Filter(stated=True)), "basis") == ["stated"]


def test_role_date_area_and_document_narrow_an_answer() -> None:
    assert who(by_hand(), "创新", Filter(role="lead", since="2025", area="3302", document="慈科建〔2025〕1号")).rows
    for keep in (Filter(role="support"), Filter(since="2026"), Filter(area="11")):
        with pytest.raises(NoMatch, match="符合条件"):
            who(by_hand(), "创新", keep)


def test_a_conflict_is_shown_not_settled() -> None:
    duty = sample().responsibilities[1]
    view = _with(replace(duty, agent="慈溪市科学技术局", agent_id="agency/330282/kexuejishuju", rule="other"))
    answer = who(view, "智能家电技术创新中心")
    stated = [row for row in answer.records() if row["basis"] == "stated"]
    assert [note.say() for note in answer.notes] == [
        "说法不一：智能家电技术创新中心 的牵头方有 公牛集团、慈溪市科学技术局"]
    assert {row["owner"] for row in stated} == {"公牛集团", "慈溪市科学技术局"}


def test_what_nobody_owns_is_listed_as_open() -> None:
    view = memory_view(to_quads(replace(sample(), responsibilities=())))
    rows = who(view, "智能家电技术创新中心").records()
    assert {row["basis"] for row in rows} == {"open"}


def test_a_duty_for_something_unresolved_is_found_by_its_words() -> None:
    view = _with(replace(sample().responsibilities[1], of="待建的联合体", of_id=""))
    assert "待建的联合体" in column(who(view, "联合体"), "what")


def test_several_candidates_are_offered_not_chosen() -> None:
    twin = Entity("agency/330281/kexuejishuju", "agency", "余姚市科学技术局", ("市科技局",), at("科技"), area="330281")
    ours = Entity("agency/330282/kexuejishuju", "agency", "慈溪市科学技术局", ("市科技局",), at("科技"), area="330282")
    view = memory_view(to_quads(replace(sample(), entities=(twin, ours))))
    with pytest.raises(NoMatch, match="可指 2 个") as caught:
        resolve(view, "市科技局")
    assert any("余姚市" in near for near in caught.value.near)
    assert resolve(view, "agency/330281/kexuejishuju").entry.label == "余姚市科学技术局"


def test_a_short_form_means_the_body_that_goes_by_it() -> None:
    other = Entity("agency/440105/kejigongyehexinxihuaju", "agency", "广州市海珠区科技工业和信息化局", (), at("科技"),
                   area="440105")
    view = memory_view(to_quads(replace(sample(), entities=(*sample().entities, other))))
    assert resolve(view, "科技局").entry.label == "慈溪市科学技术局"


def test_near_misses_help_after_a_slip() -> None:
    with pytest.raises(NoMatch) as caught:
        owns(by_hand(), "公午集团")
    assert "公牛集团" in caught.value.near
    assert near_misses(by_hand(), "公牛集因") == caught.value.near[:1]


def test_a_body_without_duties_says_so() -> None:
    view = memory_view(to_quads(replace(sample(), responsibilities=())))
    with pytest.raises(NoMatch, match="没有责任事项"):
        owns(view, "公牛集团")


@pytest.mark.parametrize("ask", [who, owns, show, find, numbers])
@pytest.mark.parametrize("text", ["", " ", "“”", "\x00", "🙂" * 50, '" } DROP ALL #', "a/b"])
def test_odd_words_match_nothing_and_break_nothing(ask: object, text: str) -> None:
    with pytest.raises(NoMatch):
        ask(by_hand(), text)  # type: ignore[operator]


def test_an_empty_store_answers_that_nothing_matches() -> None:
    with pytest.raises(NoMatch):
        who(memory_view([]), "综合体")
    with pytest.raises(NoMatch):
        targets(memory_view([]))


def test_places_cite_number_section_and_characters() -> None:
    view = by_hand()
    doc = next(entry.iri for entry in view.entries() if entry.kind == "Document")
    start = RAW.index("一是产业创新平台一体化布局")
    cited = Places(view, {doc}).cite(Witness(doc, start + 3, start + 5, section="（二）一是"))
    assert cited == f"慈科建〔2025〕1号 （二）一是 字符{start + 3}–{start + 5}"


@given(st.text(max_size=200), st.text(max_size=10))
def test_a_shortened_quote_is_one_line_of_the_quote(quote: str, about: str) -> None:
    line = "".join(quote.split())
    assert Quote(quote, about).brief().strip("…") in line or "…" in line


# ---- printing ------------------------------------------------------------------------------------------------

SAMPLE = Listing((Column("owner"), Column("role", "role")), (("公牛集团", "lead"), ("A局", "support")))


def test_columns_stand_straight_under_full_width_characters() -> None:
    rows = [line for line in render(SAMPLE).splitlines() if "配合" in line or "牵头" in line]
    assert [wcwidth.wcswidth(row[:row.rindex(" ") + 1]) for row in rows] == [10, 10]


def test_forms_agree_on_the_rows() -> None:
    assert render(SAMPLE, "csv", "en").splitlines() == ["who,role", "公牛集团,lead", "A局,support"]
    assert '"role": "lead"' in render(SAMPLE, "json")
    assert "牵头" in render(SAMPLE, "csv")
    assert set(FORMS) == {"table", "csv", "json"}


@pytest.mark.parametrize("formula", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "＝1"])
def test_cells_cannot_run_as_formulas(formula: str) -> None:
    assert safe_cell(formula).startswith("'")


def test_negative_numbers_stay_numbers() -> None:
    assert safe_cell("-3.5") == "-3.5"


def test_control_characters_never_reach_a_terminal() -> None:
    assert "\x1b" not in render(Listing((Column("owner"),), (("\x1b[31m红",),)))


@example("\ud7b0")
@example("\U0001d360")
@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=30))
def test_width_is_that_of_wcwidth(text: str) -> None:
    assert width(text) == max(0, wcwidth.wcswidth(text))


@given(st.text("政图a“”…，", max_size=20), st.integers(2, 20))
def test_a_cut_text_fits(text: str, cells: int) -> None:
    assert width(cut(text, cells)) <= cells


def test_every_word_of_the_interface_has_both_languages() -> None:
    for pairs in (COLUMNS, *CODES.values()):
        assert all(zh and en for zh, en in pairs.values())
    assert Note("found", {"all": 3}).say("en") == "3 found"


# ---- strangers' queries --------------------------------------------------------------------------------------

@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    from stores import write

    return str(write(tmp_path_factory.mktemp("guard") / "s", sample()))


def test_a_query_that_runs_too_long_is_killed(place: str) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    with pytest.raises(QueryError, match="超过 1 秒"):
        run_guarded(place, endless, limits=Limits(seconds=1))


def test_a_query_that_takes_too_much_memory_is_stopped(place: str) -> None:
    greedy = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c"
    with pytest.raises(QueryError, match=r"内存上限|超过"):
        run_guarded(place, greedy, limits=Limits(seconds=20, megabytes=400))


@pytest.mark.parametrize("query", [
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "select * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
    r"SELECT * { \u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { FILTER(?a<?b)SERVICE<http://127.0.0.1:9/>{?s ?p ?o} }",
])
def test_no_query_reaches_another_server(place: str, query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        run_guarded(place, query)


def test_a_query_that_slips_past_the_words_still_has_no_network(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.ask.guard.refuse_service", lambda sparql: None)
    with pytest.raises(QueryError, match="查询失败"):
        run_guarded(place, "SELECT * { SERVICE <http://127.0.0.1:9999/> { ?s ?p ?o } }")


@pytest.mark.parametrize("harmless", [
    'SELECT ?service { ?service ?p "SERVICE" }', "ASK { <x:SERVICE> ex:service '''SERVICE''' }", "ASK { } # SERVICE",
])
def test_the_word_alone_is_harmless(harmless: str) -> None:
    refuse_service(harmless)


@pytest.mark.parametrize("update", ["LOAD <http://127.0.0.1:9/>", "DELETE WHERE { ?s ?p ?o }", "DROP ALL",
                                    "INSERT DATA { <x:a> <x:b> <x:c> }"])
def test_updates_are_no_queries(place: str, update: str) -> None:
    with pytest.raises(QueryError, match="更新"):
        run_guarded(place, update)


def test_a_file_is_not_read_through_from(place: str) -> None:
    assert b'"0"' in run_guarded(place, "SELECT (COUNT(*) AS ?n) FROM <file:///etc/passwd> { ?s ?p ?o }")


def test_a_terminal_too_narrow_for_the_columns_gets_a_line_a_column(monkeypatch: pytest.MonkeyPatch) -> None:
    from graph.listing import table

    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(table, "_room", lambda: 48)
    said = table.draw(who(by_hand(), "技术创新中心"))
    assert max(map(table.width, said.splitlines())) <= 48
    lines = said.split("\n\n")[0].splitlines()
    assert lines[:2] == ["谁    公牛集团", "角色  牵头"]
    assert "公牛集团牵头申报的智能家电技术创新中心" in "".join(line.strip() for line in lines)
    monkeypatch.setattr(table, "_room", lambda: 200)
    assert table.draw(who(by_hand(), "技术创新中心")).splitlines()[1].startswith("───")
