"""From mentions to entities: full names, one candidate or none."""

from __future__ import annotations

import pytest

from graph.build import extract
from graph.lexicon import load
from graph.link.canonical import canonical, plain
from graph.link.home import home_area, leading_area, nearest
from graph.model import Entity, Header, Mention
from graph.read import read_text

BANNER = "慈溪市科学技术局文件\n\n慈科建〔2025〕9号\n\n关于创新工作的通知\n\n各镇人民政府：\n\n"


def entities(text: str, type: str) -> dict[str, Entity]:
    return {entity.name: entity for entity in extract(read_text(BANNER + text)).entities if entity.type == type}


@pytest.mark.parametrize(("issuer", "code"), [
    ("慈溪市科学技术局", "330282"), ("广州市海珠区教育局", "440105"), ("国务院办公厅", ""), ("浙江省财政厅", "330000"),
    ("中共宁波市委办公厅", "330200"),
])
def test_home_comes_from_the_issuer(issuer: str, code: str) -> None:
    assert home_area(Header(issuer=issuer), load()) == code


def test_home_is_not_counted_from_the_text() -> None:
    said = extract(read_text(BANNER + "一是对接宁波市、杭州市。宁波市支持，杭州市支持，宁波市服务。"))
    assert said.home == "330282"


@pytest.mark.parametrize(("form", "full"), [
    ("市经信局", "慈溪市经济和信息化局"), ("省发展改革委", "浙江省发展和改革委员会"),
    ("市市场监管局", "慈溪市市场监督管理局"), ("国家发改委", "国家发展和改革委员会"),
])
def test_short_forms_are_read_by_the_home_area(form: str, full: str) -> None:
    assert canonical(Mention(0, len(form), "agency", form, "x"), "330282", load()).name == full


def test_the_same_body_under_two_names_is_one_entity_with_both() -> None:
    found = entities("一是健全机制。市科技局会同慈溪市经济和信息化局印发方案。市经信局负责推进。", "agency")
    assert "市经信局" in found["慈溪市经济和信息化局"].aliases


def test_the_home_area_in_front_makes_no_second_thing() -> None:
    found = entities("一是建设平台。慈溪市海洋装备服务综合体通过验收，海洋装备服务综合体运行良好。", "platform")
    assert list(found) == ["慈溪市海洋装备服务综合体"]


def test_an_area_of_several_candidates_stays_open() -> None:
    said = extract(read_text("关于社区建设的通知\n一是走访鼓楼区，了解情况。"))
    assert any(case.kind == "unresolved" and case.text == "鼓楼区" and len(case.candidates) > 1 for case in said.open)


def test_the_nearest_of_several_areas_is_meant() -> None:
    areas = load().area_by_name("鼓楼区")
    assert nearest(areas, "350100") is not None
    assert nearest(areas, "440100") is None


def test_home_comes_from_the_congress_that_is_answered() -> None:
    assert home_area(Header(issuer="交通局", title="对慈溪市第九届人民代表大会第31号建议的答复"), load()) == "330282"


def test_a_place_right_behind_another_lies_within_it() -> None:
    found = extract(read_text("支持青海海南、北京朝阳建设新能源基地。"))
    places = [e.name for e in found.entities if e.type == "place"]
    assert "海南藏族自治州" in places
    assert "海南省" not in places


def test_a_chain_of_areas_is_followed_to_its_end() -> None:
    assert leading_area("浙江省宁波市慈溪市教育局", load()).code == "330282"


def test_a_subsidy_goes_by_the_policy_that_grants_it() -> None:
    text = "一是落实玉米良种补贴政策。发放玉米良种补贴。"
    assert [e.name for e in extract(read_text(BANNER + text)).entities if "补贴" in e.name] == ["玉米良种补贴政策"]


def test_quotation_marks_and_width_make_no_difference() -> None:
    assert plain("“浙江制造”行动方案（2023－2025）") == plain("浙江制造行动方案(2023-2025)")


def test_a_policy_has_its_period_and_a_whole_its_count() -> None:
    found = entities("一是完善政策。印发《慈溪市海洋经济发展规划（2023—2027年）》。", "policy")
    assert next(e.period for name, e in found.items() if "海洋经济" in name) == ("2023", "2027")
    programmes = entities("一是实施“甲能力提升、乙梯队培育、丙渠道拓展”等三大工程。", "programme")
    assert programmes["三大工程"].declared == 3


def test_ids_are_stable_and_ascii() -> None:
    text = BANNER + "一是健全机制。市经信局印发《慈溪市海洋经济发展规划》。"
    first, second = (extract(read_text(text)).entities for _ in range(2))
    assert [e.id for e in first] == [e.id for e in second]
    assert all(e.id.isascii() for e in first)


def test_an_issuer_known_by_its_sign_alone_is_called_by_it_too() -> None:
    text = "穗工信函〔2020〕155号\n李青代表：\n您提出的关于建设园区的建议收悉。我局已安排资金，推进建设。\n"
    [issuer] = [e for e in extract(read_text(text)).entities if e.type == "agency"]
    assert (issuer.name, issuer.aliases) == ("广州市工业和信息化局", ("穗工信",))
    assert "穗工信" in issuer.evidence[0].quote


def test_a_body_without_its_level_is_the_one_that_has_it() -> None:
    said = extract(read_text("我局水务中心开展走访。市水务中心将跟踪进度。"))
    assert [entity.name for entity in said.entities if entity.name.endswith("水务中心")] == ["市水务中心"]


def test_a_plan_cited_by_its_last_word_is_the_one_before() -> None:
    text = "根据《青溪市旅游发展规划》（青政办发〔2016〕76号），现将《规划》提出的任务予以分解。"
    found = entities(text, "policy")
    assert (found["青溪市旅游发展规划"].aliases, "规划" in found) == (("规划",), False)
