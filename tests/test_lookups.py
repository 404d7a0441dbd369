"""Lookups over many documents: choices instead of guesses, summaries of what is shown, numbers by place and time."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from samples import AGENCY, BUREAU, CENTRE, at, sample
from stores import by_hand, founding

from cli import main
from graph.ask import Filter, find, numbers, owns, show, targets, timeline, tree, who
from graph.ask.match import resolve
from graph.build import extract
from graph.errors import Ambiguous, NoMatch, QueryError
from graph.listing import Listing, render
from graph.model import Entity, Indicator, Responsibility, Statements
from graph.rdf import to_quads
from graph.read import read_text
from graph.store import View, memory_view, open_store, write_store
from graph.tasks.path import path_between


def of(*documents: Statements) -> View:
    return memory_view(quad for statements in documents for quad in to_quads(statements))


def another(**changes: object) -> Statements:
    """The sample as a document of another city."""
    header = replace(sample().document.header, number="余科建〔2023〕9号", year=2023)
    document = replace(sample().document, header=header, sha256="f" * 64)
    return replace(sample(), document=document, key="330281/yukejian-2023-9", home="330281", **changes)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def founding_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = str(tmp_path_factory.mktemp("lookups") / "s")
    assert CliRunner().invoke(main, ["build", "--quiet", "--store", place]).exit_code == 0
    return place


def notes(listing: Listing, lang: str = "zh") -> list[str]:
    return [note.say(lang) for note in listing.notes]


# ---- names ---------------------------------------------------------------------------------------------------

FINANCE = (Entity("agency/360700/caizhengju", "agency", "赣州市财政局", ("财政局",), at("慈溪")),
           Entity("agency/330800/caizhengju", "agency", "衢州市财政局", ("市财政局",), at("慈溪")))


def test_an_alias_that_others_names_end_in_is_no_ones_alone() -> None:
    view = of(replace(sample(), entities=FINANCE))
    with pytest.raises(Ambiguous) as caught:
        resolve(view, "财政局")
    assert caught.value.ids == ("agency/360700/caizhengju", "agency/330800/caizhengju")
    assert resolve(view, "衢州市财政局").entry.iri.endswith("330800/caizhengju")


def test_the_choices_stand_one_a_line_and_an_id_decides(tmp_path: object) -> None:
    from stores import write

    store = write(tmp_path / "s", replace(sample(), entities=FINANCE))  # type: ignore[operator]
    result = CliRunner().invoke(main, ["owns", "财政局", "--store", str(store)])
    assert result.stderr.splitlines() == [
        "错误：“财政局”可指 2 个（写全名，或写括号里的标识）",
        "　赣州市财政局（机构，agency/360700/caizhengju）", "　衢州市财政局（机构，agency/330800/caizhengju）"]
    assert "赣州市财政局 没有责任事项" in CliRunner().invoke(
        main, ["owns", "agency/360700/caizhengju", "--store", str(store)]).stderr


@pytest.mark.parametrize("words", [("find", "未来产业", "家电"), ("who", "创新", "平台"), ("numbers", "规上", "家电")])
def test_several_words_need_no_quotation_marks(words: tuple[str, ...], founding_store: str) -> None:
    together: Result = CliRunner().invoke(main, [words[0], " ".join(words[1:]), "--store", founding_store])
    apart = CliRunner().invoke(main, [*words, "--store", founding_store])
    assert (apart.exit_code, apart.stdout) == (0, together.stdout)


# ---- who -----------------------------------------------------------------------------------------------------

def test_the_summary_counts_what_is_shown() -> None:
    answer = who(by_hand(), "创新", Filter(stated=True))
    assert answer.summary
    assert answer.summary.say() == "共 1 项：明示 1，推断 0，未定 0"


def test_later_documents_come_first_and_the_area_can_be_a_name() -> None:
    view = of(sample(), another())
    rows = [row["document"] for row in who(view, CENTRE).records() if row["basis"] == "stated"]
    assert rows == ["慈科建〔2025〕1号", "余科建〔2023〕9号"]
    for area in ("慈溪市", "慈溪", "330282", "3302"):
        assert "慈科建〔2025〕1号" in {row["document"] for row in who(view, CENTRE, Filter(area=area)).records()}
    assert {row["document"] for row in who(view, CENTRE, Filter(area="330281")).records()} == {"余科建〔2023〕9号"}


def test_a_short_list_counts_and_warns_as_the_whole_list_does(tmp_path: Path) -> None:
    parts = (sample(), another(responsibilities=leads((BUREAU, AGENCY))))
    with write_store(tmp_path / "s") as writer:
        for each in parts:
            writer.replace(each.key, to_quads(each))
    with open_store(tmp_path / "s") as view:
        for words in ("创新", CENTRE):
            whole = who(view, words)
            for limit in range(1, len(whole.rows) + 1):
                short = who(view, words, limit=limit)
                assert (short.rows, short.more) == (whole.rows[:limit], len(whole.rows) - limit)
                assert (short.summary, short.notes) == (whole.summary, whole.notes)


def test_a_document_that_is_not_there_is_told_apart_from_nothing_kept() -> None:
    with pytest.raises(NoMatch, match="“别的文件”"):
        who(by_hand(), "创新", Filter(document="别的文件"))
    assert who(by_hand(), "创新", Filter(document="第17号建议的答复")).rows


@pytest.mark.parametrize("since", ["2025", "2025年", "2025-01"])
def test_dates_as_people_type_them(since: str) -> None:
    keep = Filter(since=since)
    if since == "2025-01":
        with pytest.raises(NoMatch, match="符合条件"):  # only the year is known of it
            who(by_hand(), "创新", keep)
    else:
        assert who(by_hand(), "创新", keep).rows
    with pytest.raises(QueryError, match="不是日期"):
        who(by_hand(), "创新", Filter(since="去年"))


def test_rows_by_body_keep_each_body_together() -> None:
    owners = [str(row[0]) for row in who(of(sample(), another()), "创新", by="body").rows]
    assert owners == sorted(owners)


def test_a_short_list_by_body_holds_the_foremost_rows() -> None:
    view = of(sample(), another())
    by_measure, by_body = (who(view, "创新", by=by, limit=2) for by in ("measure", "body"))
    assert (set(by_body.rows), by_body.more) == (set(by_measure.rows), by_measure.more)


def leads(*agents: tuple[str, str]) -> tuple[Responsibility, ...]:
    return tuple(replace(sample().responsibilities[1], agent=name, agent_id=iri) for name, iri in agents)


def test_two_who_lead_side_by_side_are_no_conflict() -> None:
    both = leads(("公牛集团", "enterprise/gongniujituan"), (BUREAU, AGENCY))
    assert notes(who(of(replace(sample(), responsibilities=both)), CENTRE)) == []


def test_two_documents_that_name_different_leaders_are_one() -> None:
    view = of(sample(), another(responsibilities=leads((BUREAU, AGENCY))))
    assert notes(who(view, CENTRE)) == ["说法不一：智能家电技术创新中心 的牵头方有 公牛集团、慈溪市科学技术局"]
    assert notes(who(view, CENTRE), "en")[0].startswith("conflict: ")


# ---- numbers -------------------------------------------------------------------------------------------------

def revenue(value: str, change: str = "", time: str = "2024", area: str = "") -> Indicator:
    base = str(int(float(value) * 10**8))
    return Indicator(f"n/{value}", "营收", value, "亿元", at("营收"), "规上家电企业", time, change, base_value=base,
                     base_unit="元", area=area)


def test_the_year_before_is_worked_out_and_marked() -> None:
    rows = numbers(of(replace(sample(), indicators=(revenue("949", "11.4"),))), "营收").records()
    assert [(row["time"], row["bound"], row["value"], row["number_kind"]) for row in rows] == [
        ("2023", "approximately", "851.9", "derived"), ("2024", "", "949", "actual")]


def test_what_a_document_says_itself_is_not_worked_out() -> None:
    rows = numbers(of(replace(sample(), indicators=(revenue("949", "11.4"), revenue("850", time="2023")))), "营收")
    assert [row["value"] for row in rows.records()] == ["850", "949"]


def test_documents_that_differ_about_one_place_and_year_are_pointed_out() -> None:
    two = replace(sample(), indicators=(revenue("949", area="330282"),))
    view = of(two, another(indicators=(revenue("950", area="330282"),)))
    assert notes(numbers(view, "营收")) == [
        "说法不一：慈溪市 规上家电企业 营收 2024：950亿元（余科建〔2023〕9号）；949亿元（慈科建〔2025〕1号）"]


def test_two_cities_may_differ() -> None:
    view = of(replace(sample(), indicators=(revenue("949"),)), another(indicators=(revenue("950"),)))
    answer = numbers(view, "营收")
    assert notes(answer) == []
    assert [row["area"] for row in answer.records()] == ["（余姚市）", "（慈溪市）"]


def test_stocks_and_flows_stand_apart_and_do_not_contradict_each_other() -> None:
    def told(value: str, counted: str) -> Indicator:
        return replace(revenue(value, area="330282"), counted=counted)

    view = of(replace(sample(), indicators=(told("949", "flow"),)), another(indicators=(told("3200", "stock"),)))
    answer = numbers(view, "营收")
    assert [(row["value"], row["counted"]) for row in answer.records()] == [("949", "flow"), ("3200", "stock")]
    assert notes(answer) == []
    untold = of(replace(sample(), indicators=(told("949", "flow"),)), another(indicators=(told("950", ""),)))
    assert [note.split("：")[0] for note in notes(numbers(untold, "营收"))] == ["说法不一"]


def test_numbers_and_dates_of_some_documents_only() -> None:
    two = (replace(revenue("949"), kind="target"),)
    view = of(replace(sample(), indicators=two), another(indicators=two))
    for ask in (partial(numbers, view, "营收"), partial(targets, view), partial(timeline, view)):
        for keep in (Filter(area="余姚市"), Filter(document="余科建〔2023〕9号")):
            assert {row["document"] for row in ask(keep=keep).records()} == {"余科建〔2023〕9号"}
        assert {row["document"] for row in ask(keep=Filter(since="2025")).records()} == {"慈科建〔2025〕1号"}
        with pytest.raises(NoMatch, match="去掉 --area 等条件"):
            ask(keep=Filter(since="2031"))


# ---- limits --------------------------------------------------------------------------------------------------

LISTINGS = (("who", "平台"), ("owns", "科技局"), ("find", "平台"), ("numbers", "家"), ("targets",), ("timeline",),
            ("tree", "八大工程"))


@pytest.mark.parametrize("words", LISTINGS)
def test_a_long_answer_says_how_much_it_leaves_out_and_how_to_see_it(words: tuple[str, ...],
                                                                     founding_store: str) -> None:
    cut, whole = (CliRunner().invoke(main, [*words, "--limit", limit, "--format", "json", "--store", founding_store])
                  for limit in ("2", "0"))
    shown, rows = json.loads(cut.stdout), json.loads(whole.stdout)
    assert shown == rows[:len(shown)]
    assert cut.stderr.splitlines()[-1] == f"还有 {len(rows) - len(shown)} 条没有列出：--limit 0 列出全部"
    assert "没有列出" not in whole.stderr


def test_a_card_shows_the_first_lines_of_every_sort() -> None:
    cut, whole = (show(founding(), "科技局", limit).records() for limit in (2, 0))
    assert list(dict.fromkeys(row["fact"] for row in cut)) == list(dict.fromkeys(row["fact"] for row in whole))
    assert [row["text"] for row in cut if row["fact"] == "lead"] == [
        row["text"] for row in whole if row["fact"] == "lead"][:2]
    assert show(founding(), "科技局", 2).more == len(whole) - len(cut)


# ---- tree and misuse -----------------------------------------------------------------------------------------

def test_a_tree_without_branches_says_so() -> None:
    with pytest.raises(NoMatch, match="之下没有内容"):
        tree(of(replace(sample(), responsibilities=(), relations=())), CENTRE)


def test_a_body_under_a_filter_says_what_it_did_not_find() -> None:
    with pytest.raises(NoMatch, match="没有符合条件的责任事项"):
        owns(by_hand(), "公牛集团", Filter(since="2030"))


@pytest.mark.parametrize(("words", "said"), [
    (("owns", "甲", "乙"), "多出来的词：乙"), (("targets", "--due"), "--due 之后要写值")])
def test_what_was_typed_too_much_or_too_little(words: tuple[str, ...], said: str) -> None:
    result = CliRunner().invoke(main, list(words))
    assert (result.exit_code, said in result.stderr) == (2, True)


def test_english_readers_meet_no_chinese_of_ours(founding_store: str) -> None:
    for words in (["targets"], ["who", "创新"], ["show", "公牛集团"], ["timeline"], ["numbers", "家电"], ["review"]):
        told = CliRunner().invoke(main, [*words, "--lang", "en", "--format", "csv", "--store", founding_store])
        assert told.exit_code == 0, told.stderr
        assert [word for word in ("字符", "（推断", "（配合", "共 ", "明示") if word in told.output] == [], words


def test_when_instruments_came_out_is_in_the_timeline_with_the_words_that_say_so() -> None:
    text = ("慈溪市科学技术局文件\n\n慈科建〔2025〕9号\n\n关于创新工作的通知\n\n市经信局：\n\n一、工作情况\n\n"
            "一是贯彻《国务院关于深化改革的决定》（国发〔2020〕5号）。二是2024年3月出台《慈溪市创新券办法》。")
    view = memory_view(to_quads(extract(read_text(text))))
    rows = {row["what"]: row for row in timeline(view).records() if row["event"] == "issuedOn"}
    assert (rows["国务院关于深化改革的决定"]["date"], rows["慈溪市创新券办法"]["date"]) == ("2020", "2024-03")
    assert "2024年3月出台" in str(rows["慈溪市创新券办法"]["quote"])
    facts = [(row["fact"], row["text"]) for row in show(view, "慈溪市创新券办法").records()]
    assert ("issuedOn", "2024-03") in facts


def test_each_step_of_a_path_is_cited_with_its_section() -> None:
    rows = path_between(founding(), "公牛集团", "慈溪市科学技术局").records()
    assert [row["section"] for row in rows] == ["二、（二）一是", ""]
    assert all(row["quote"] and row["document"] for row in rows)


def test_what_two_bodies_share_joins_them_in_whatever_document_it_stands() -> None:
    both = leads(("公牛集团", "enterprise/gongniujituan"), (BUREAU, AGENCY))
    shared = tuple(replace(duty, role=role) for duty, role in zip(both, ("lead", "support"), strict=True))
    rows = path_between(of(replace(sample(), responsibilities=shared)), "公牛集团", BUREAU).records()
    assert [(row["from"], row["relation"], row["to"]) for row in rows] == [
        ("公牛集团", "leads", CENTRE), (CENTRE, "supportsOf", BUREAU)]
    back = path_between(of(replace(sample(), responsibilities=shared)), BUREAU, "公牛集团").records()
    assert [(row["from"], row["relation"], row["to"]) for row in back] == [
        (BUREAU, "supports", CENTRE), (CENTRE, "leadsOf", "公牛集团")]


def test_of_chains_alike_in_all_else_the_first_name_is_taken() -> None:
    parts = tuple(Entity(f"platform/{id}", "platform", f"{id}平台", (), at(CENTRE)) for id in "fbdace")
    duties = tuple(replace(duty, of=part.name, of_id=part.id)
                   for part in parts for duty in leads(("公牛集团", "enterprise/gongniujituan"), (BUREAU, AGENCY)))
    view = of(replace(sample(), entities=(*sample().entities, *parts), responsibilities=duties))
    assert [row["to"] for row in path_between(view, "公牛集团", BUREAU).records()] == ["a平台", BUREAU]


def test_what_a_body_answers_for_is_one_step_away() -> None:
    rows = path_between(by_hand(), CENTRE, "公牛集团").records()
    assert [(row["relation"], row["basis"], row["quote"] != "") for row in rows] == [("leadsOf", "stated", True)]


def bodies(*named: tuple[str, str, tuple[str, ...]]) -> View:
    """A store that mentions these agencies: id, name, other names."""
    entities = tuple(Entity(f"agency/{id}", "agency", name, names, at(BUREAU)) for id, name, names in named)
    return of(replace(sample(), entities=(*sample().entities, *entities)))


def test_a_body_is_not_taken_for_its_office() -> None:
    view = bodies(("330281/bangongshi", "余姚市人民政府办公室", ()))
    with pytest.raises(NoMatch) as caught:
        resolve(view, "余姚市人民政府")
    assert caught.value.near == ("余姚市人民政府办公室",)
    assert resolve(view, "余姚市人民政府办公").entry.label == "余姚市人民政府办公室"


def test_a_name_without_an_area_is_nobodys_alone() -> None:
    view = bodies(("shicaizhengju", "市财政局", ()), ("330281/caizhengju", "余姚市财政局", ("市财政局",)))
    with pytest.raises(Ambiguous) as caught:
        resolve(view, "市财政局")
    assert set(caught.value.ids) == {"agency/shicaizhengju", "agency/330281/caizhengju"}


def test_a_part_of_one_name_may_shorten_another() -> None:
    view = bodies(("330281/kexuejishuju", "余姚市科学技术局", ("余姚市科技局",)))
    with pytest.raises(Ambiguous) as caught:
        resolve(view, "科技局")
    assert len(caught.value.ids) == 2


def test_what_is_looked_for_is_told_shortly_and_with_the_option_it_was_given_to() -> None:
    for said, words in (("  ", "没有写要找什么"), ("长" * 500, "…”")):
        with pytest.raises(NoMatch, match=words) as caught:
            resolve(by_hand(), said)
        assert len(str(caught.value)) < 100
    with pytest.raises(NoMatch, match="火星") as caught:
        who(by_hand(), "创新", Filter(area="火星"))
    assert str(caught.value).startswith("--area：")


def test_who_a_body_is_leads_to_what_it_owns() -> None:
    with pytest.raises(NoMatch) as caught:
        who(by_hand(), "kexuejishuju")
    assert "zhengtu owns" in caught.value.hint


def test_data_has_quotes_as_they_stand_and_a_table_marks_what_was_sought() -> None:
    listing = find(founding(), "飞地")
    assert "【飞地】" in render(listing)
    for row in listing.records():
        assert "【" not in str(row["quote"])
        assert row["end"] - row["start"] == len(str(row["quote"]))  # type: ignore[operator]
