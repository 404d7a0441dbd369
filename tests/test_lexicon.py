"""The lexicon: what it knows, how a second folder lies over it, and that every example of every file holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import graph.build  # noqa: F401  # registers the testers of all tables
from graph.errors import LexiconError
from graph.lexicon import load, use
from graph.lexicon.checks import check_lexicon
from graph.lexicon.dictionary import Dictionary
from graph.lexicon.examples import test_lexicon as try_examples
from graph.lexicon.tables import overlay

LEXICON = load()
AREAS = st.sampled_from(sorted(LEXICON.areas.by_code.values()))
COUNTIES = st.sampled_from([a for a in sorted(LEXICON.areas.by_code.values()) if a.level == "county" and not a.until])
ROWS = st.sampled_from(LEXICON.rows("departments"))
TABLES = st.dictionaries(st.sampled_from("abc"), st.integers() | st.lists(st.integers(), max_size=3), max_size=3)


@pytest.mark.parametrize("name", LEXICON.names())
def test_every_example_holds(name: str) -> None:
    failed = [trial for trial in try_examples(LEXICON, name) if not trial.passed]
    assert failed == []


PATTERNS = [name.removesuffix(".toml") for name in LEXICON.names() if name.endswith(".toml")]
NEEDY = [(file, name) for file in PATTERNS for name in LEXICON.patterns(file).needs]
SAID = sorted({
    text for file in PATTERNS for entry in LEXICON.toml(file).get("pattern", ())
    if entry["name"] in {name for _, name in NEEDY} for key in ("examples", "counter") for text in entry.get(key, ())})


@settings(deadline=None)
@given(st.sampled_from(NEEDY), st.lists(st.sampled_from(SAID), max_size=12), st.sampled_from(["\n", "。\n", "、", ""]))
def test_what_a_pattern_needs_hides_none_of_its_matches(needy: tuple[str, str], said: list[str], mark: str) -> None:
    patterns, name, text = LEXICON.patterns(needy[0]), needy[1], mark.join(said)
    found = [hit.span() for hit in patterns[name].finditer(text)]
    assert [hit.span() for hit in patterns.finditer(name, text)] == found
    assert patterns.possible(name, text) or not found


def test_the_files_are_well_formed() -> None:
    assert check_lexicon(LEXICON) == ()


# areas


def test_the_list_of_areas_is_complete() -> None:
    existing = [a for a in LEXICON.areas.by_code.values() if not a.until and a.level != "zone"]
    count = {level: sum(a.level == level for a in existing) for level in ("province", "prefecture", "county")}
    assert count["province"] == 34
    assert count["prefecture"] == 333
    assert 2840 <= count["county"] <= 2860


@given(AREAS)
def test_an_area_lies_in_larger_ones_up_to_a_province(area) -> None:  # type: ignore[no-untyped-def]
    above = LEXICON.ancestors(area.code)
    assert area not in above
    assert not above or above[-1].level == "province"
    assert all(LEXICON.areas.within(area, a.code) for a in (*above, area))


@given(AREAS)
def test_an_area_answers_to_each_of_its_forms(area) -> None:  # type: ignore[no-untyped-def]
    for form in area.forms:
        assert area.code in [found.code for found in LEXICON.area_by_name(form, within=area.parent)]


@pytest.mark.parametrize(("name", "code"), [
    ("慈溪", "330282"), ("慈溪市", "330282"), ("黔南州", "522700"), ("前郭县", "220721"), ("雄安新区", "133100"),
    ("鄂温克旗", "150724"), ("东乡县", "622926"), ("内蒙古", "150000"), ("香港", "810000"),
])
def test_areas_are_known_by_every_form(name: str, code: str) -> None:
    assert LEXICON.area_by_name(name)[0].code == code


def test_a_former_area_says_when_it_ended_and_what_followed() -> None:
    xiaoshan = LEXICON.area_by_name("萧山市")[0]
    assert (xiaoshan.until, xiaoshan.successor) == ("2001", "330109")


def test_an_existing_area_comes_before_a_former_one() -> None:
    assert [a.until for a in LEXICON.area_by_name("巢湖市")] == ["", "2011"]


def test_one_name_of_several_areas_gives_them_all_and_within_tells_them_apart() -> None:
    assert len(LEXICON.area_by_name("鼓楼区")) == 4
    assert [a.code for a in LEXICON.area_by_name("鼓楼区", within="320100")] == ["320106"]


def test_a_form_that_is_also_a_word_is_marked() -> None:
    heping = LEXICON.area("120101")
    assert heping
    assert [form for form in heping.forms if heping.is_risky(form)] == ["和平"]
    ningbo = LEXICON.area("330200")
    assert ningbo
    assert not any(map(ningbo.is_risky, ningbo.forms))


# bodies


@given(ROWS, COUNTIES)
def test_a_full_name_is_its_own_expansion(row, county) -> None:  # type: ignore[no-untyped-def]
    full = LEXICON.areas.official(county.code) + row["stem"] + row["suffixes"].split("|")[0]
    assert full in LEXICON.expand_departments(full, county.code)


@given(ROWS, COUNTIES)
def test_level_word_and_name_of_the_area_say_the_same(row, county) -> None:  # type: ignore[no-untyped-def]
    rest = row["stem"] + row["suffixes"].split("|")[0]
    by_level = LEXICON.expand_departments(county.name[-1] + rest, county.code)
    assert set(by_level) <= set(LEXICON.expand_departments(county.name + rest, county.code)) | set(by_level[1:])


@pytest.mark.parametrize(("short", "home", "full"), [
    ("市经信局", "330282", "慈溪市经济和信息化局"),
    ("宁波市经信局", "330282", "宁波市经济和信息化局"),
    ("宁波海关", "330282", "中华人民共和国宁波海关"),
    ("省发展改革委", "330282", "浙江省发展和改革委员会"),
    ("自治区发展改革委", "450100", "广西壮族自治区发展和改革委员会"),
    ("区发改局", "440105", "广州市海珠区发展和改革局"),
    ("县发展和改革局", "330522", "长兴县发展和改革局"),
    ("团市委", "330282", "共青团慈溪市委"),
    ("市府办", "330282", "慈溪市人民政府办公室"),
    ("市委办", "330282", "中共慈溪市委办公室"),
    ("鼓楼区教育局", "320100", "南京市鼓楼区教育局"),
    ("农工党济南市委会", "", "农工党济南市委员会"),
    ("州林业和草原局", "522701", "黔南布依族苗族自治州林业和草原局"),
])
def test_short_names_are_expanded(short: str, home: str, full: str) -> None:
    assert LEXICON.expand_department(short, home) == full


@pytest.mark.parametrize(("short", "home"), [
    ("区发改局", "330282"), ("鼓楼区教育局", ""), ("市发展局", "330282"), ("发展改革委", ""), ("有关部门", "330282"),
])
def test_what_is_not_settled_is_not_expanded(short: str, home: str) -> None:
    assert LEXICON.expand_department(short, home) is None


@pytest.mark.parametrize(("short", "full"), [
    ("国家发改委", "国家发展和改革委员会"), ("环保总局", "国家环境保护总局"),
    ("中华人民共和国科学技术部", "科学技术部"),
    ("银保监会", "中国银行保险监督管理委员会"), ("振兴东北办", "国务院振兴东北地区等老工业基地领导小组办公室"),
    ("中组部", "中共中央组织部"), ("全国妇联", "中华全国妇女联合会"), ("国务院扶贫办", "国务院扶贫开发领导小组办公室"),
])
def test_national_bodies_are_known_by_every_form(short: str, full: str) -> None:
    assert LEXICON.national(short) == full


def test_a_former_body_names_its_successor() -> None:
    former = {agency.name: agency for agency in LEXICON.agencies}["国家环境保护总局"]
    assert (former.since, former.until, former.successor) == ("1998", "2008", "环境保护部")


# a folder of one's own


def _folder(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        (tmp_path / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_row_of_ones_own_is_added_and_changes_the_answer(tmp_path: Path) -> None:
    own = _folder(tmp_path, departments_csv="stem,shorts,suffixes,levels,examples,counter\n梦想发展,梦发,局,,,\n")
    assert load(own).expand_department("市梦发局", "330282") == "慈溪市梦想发展局"
    assert load(own).expand_department("市经信局", "330282") == "慈溪市经济和信息化局"
    assert load().expand_department("市梦发局", "330282") is None


def test_a_row_with_the_same_key_replaces_the_packaged_one(tmp_path: Path) -> None:
    row = "科学技术部,中国科技部,ministry,1998,,"
    own = _folder(tmp_path, agencies_csv=f"name,shorts,kind,from,until,successor\n{row}\n")
    assert load(own).national("中国科技部") == "科学技术部"
    assert load(own).national("科技部") is None


def test_the_hash_changes_with_any_file(tmp_path: Path) -> None:
    own = _folder(tmp_path, titles_csv="title,level,kind,examples,counter\n管家,,post,,\n")
    before = type(LEXICON)((own,)).hash
    (own / "titles.csv").write_text("title,level,kind,examples,counter\n管事,,post,,\n", encoding="utf-8")
    assert type(LEXICON)((own,)).hash != before
    assert load().hash == type(LEXICON)(LEXICON.folders).hash


def test_a_folder_can_be_used_by_the_whole_process(tmp_path: Path) -> None:
    try:
        use(tmp_path)
        assert load().folders[-1] == tmp_path.resolve()
    finally:
        use(None)
    assert load() is LEXICON


def test_a_folder_that_is_not_there_is_said_so() -> None:
    with pytest.raises(LexiconError, match="不存在"):
        load("没有这个文件夹")


@pytest.mark.parametrize(("file", "text", "says"), [
    ("titles_csv", "title,level,kind,examples,counter\n局长,,post\n", "第 2 行：有 3 列，表头是 5 列"),
    ("titles_csv", "title,level\n局长,\n", "表头应为 title,level,kind,examples,counter"),
    ("titles_csv", "title,level,kind,examples,counter\n局长 ,,post,,\n", "首尾有空格"),
    ("departments_csv", "stem,shorts,suffixes,levels,examples,counter\n梦想,,局,city,,\n", "没有“city”这一级"),
    ("header_toml", "[[pattern]]\nname = 'x'\n", r"\[\[pattern\]\] 缺 regex、examples"),
    ("header_toml", "[[pattern]]\nname = 'x'\nregex = '('\nexamples = ['a']\n", "不是正则表达式"),
    ("header_toml", "[[pattern]\n", "不是合法的 TOML"),
    ("header_toml", "[[pattern]]\nname = 'x'\nregex = 'a.'\nneeds = 'b'\nexamples = ['ac']\n", "不含 needs"),
    ("agencies_csv", "name,shorts\n梦想部,\n", "表头应为 name,shorts,kind,from,until,successor"),
    ("areas_csv", "code,name,short,aliases,parent,level,until,successor,abbr,risky\n999901,梦市,,,,city,,,,\n",
     "级别“city”不认识"),
    ("duties_toml", "[[pattern]]\nname = 'a'\nregex = '{a}'\nexamples = ['a']\n", "不是正则表达式"),
    ("tilles_csv", "title\n局长\n", "是不是 titles.csv"),
    ("areas_csv", "code,name,short,aliases,parent,level,until,successor,abbr,risky\n999901,梦市,,,999900,county,,,,\n",
     "指向不存在的代码 999900"),
])
def test_what_is_wrong_with_a_file_is_said_with_its_place(tmp_path: Path, file: str, text: str, says: str) -> None:
    problems = [str(problem) for problem in check_lexicon(load(_folder(tmp_path, **{file: text})))]
    assert any(re.search(says, problem) for problem in problems), problems


def test_a_table_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "titles.csv").write_bytes("title,level,kind,examples,counter\n局长,,post,,\n".encode("gb18030"))
    with pytest.raises(LexiconError, match="UTF-8"):
        load(tmp_path).rows("titles")


@given(TABLES)
def test_laying_nothing_over_a_table_changes_nothing(table: dict[str, object]) -> None:
    assert overlay(table, {}) == table
    assert overlay({}, table) == table


@given(TABLES, TABLES)
def test_laying_over_keeps_every_key(below: dict[str, object], above: dict[str, object]) -> None:
    assert set(overlay(below, above)) == {*below, *above}


def test_the_manual_of_the_data_names_every_file() -> None:
    manual = (LEXICON.folders[0] / "README.md").read_text(encoding="utf-8")
    assert [name for name in LEXICON.names() if f"`{name}`" not in manual] == []


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(LEXICON.names()), text=st.text(max_size=60) | st.text("a,|\"'=[]\n", max_size=60))
def test_whatever_stands_in_a_file_is_reported_not_raised(tmp_path: Path, name: str, text: str) -> None:
    for old in tmp_path.iterdir():
        old.unlink()
    (tmp_path / name).write_text(text, encoding="utf-8", errors="ignore")
    check_lexicon(type(LEXICON)((*LEXICON.folders, tmp_path)))


def test_half_a_character_hides_no_word_beside_it() -> None:
    names = Dictionary([("东海县", "place"), ("", "nothing")])
    assert list(names.finditer("\ud83d东海县")) == [(1, 4, "place")]
