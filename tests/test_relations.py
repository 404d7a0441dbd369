"""Who issued what, what is part of what, where it lies, what it was admitted to, on what it rests."""

from __future__ import annotations

import pytest

from graph.build import extract
from graph.lexicon import load
from graph.read import read_text

HEAD = "慈溪市科学技术局文件\n\n慈科建〔2025〕9号\n\n关于创新工作的通知\n\n市经信局：\n\n一、工作情况\n\n"


def triples(text: str, p: str, head: str = HEAD) -> list[tuple[str, str]]:
    return [(r.s, r.o) for r in extract(read_text(head + text)).relations if r.p == p]


def test_subject_of_issuing() -> None:
    found = triples("一是完善政策。市教育局联合市财政局印发了《慈溪市课后服务办法》。", "issued")
    assert ("慈溪市教育局", "慈溪市课后服务办法") in found
    assert ("慈溪市财政局", "慈溪市课后服务办法") in found


def test_we_is_the_issuer() -> None:
    found = triples("一是完善政策。我局会同市财政局编制了《慈溪市科创规划》。", "issued")
    assert ("慈溪市科学技术局", "慈溪市科创规划") in found


def test_a_title_says_who_issued_it() -> None:
    found = triples("一是贯彻《国务院关于深化改革的决定》精神。国务院已部署。", "issued")
    assert ("中华人民共和国国务院", "国务院关于深化改革的决定") in found


def test_the_order_in_the_bracket_behind_a_title_says_whose_it_is() -> None:
    found = triples("一是规范转让。严格执行《产权转让管理办法》（国务院国资委、财政部令第3号）。", "issued")
    assert {s for s, o in found if o == "产权转让管理办法"} == {"国务院国有资产监督管理委员会", "财政部"}


def test_a_title_may_join_those_who_issued_it() -> None:
    found = triples("一是贯彻《财政部、水利部关于加强湿地保护的意见》。财政部、水利部已部署。", "issued")
    assert [s for s, _ in found][-2:] == ["财政部", "水利部"]


def test_a_title_may_count_those_who_issued_it() -> None:
    found = triples("一是贯彻《财政部等五部门关于加强湿地保护的意见》。财政部已部署。", "issued")
    assert ("财政部", "财政部等五部门关于加强湿地保护的意见") in found


def test_one_led_by_towards_is_no_subject() -> None:
    found = triples("一是完善政策。市教育局向市政府上报了《慈溪市课后服务报告》。", "issued")
    assert [s for s, o in found if o == "慈溪市课后服务报告"] == ["慈溪市教育局"]


def test_the_issuer_acts_where_a_clause_begins_with_joining_others() -> None:
    found = triples("2024年，会同市财政局印发了《慈溪市课后服务办法》。", "issued")
    assert ("慈溪市科学技术局", "慈溪市课后服务办法") in found
    assert ("慈溪市财政局", "慈溪市课后服务办法") in found
    found = triples("我局重视课后服务，会同市财政局印发了《慈溪市课后服务办法》。", "issued")
    assert ("慈溪市科学技术局", "慈溪市课后服务办法") in found


def test_bodies_right_before_an_instrument_issued_it_together() -> None:
    found = triples("一是贯彻市教育局、市财政局《慈溪市课后服务办法》。", "issued")
    assert {s for s, o in found if o == "慈溪市课后服务办法"} == {"慈溪市教育局", "慈溪市财政局"}


def test_what_is_still_planned_is_not_issued() -> None:
    text = "一是加快改造。下一步，由市经信局牵头，市财政局配合，制定《慈溪市改造方案》。"
    assert [s for s, o in triples(text, "issued") if o == "慈溪市改造方案"] == []


def test_parts_of_an_enumeration() -> None:
    found = triples("一是实施工程。实施“品质提升、渠道拓展”等两大工程。", "part_of")
    assert found == [("品质提升", "两大工程"), ("渠道拓展", "两大工程")]


def test_a_unit_is_part_of_the_body_it_is_called_by() -> None:
    found = triples("一是畅通渠道。市教育局负责受理，意见以书面形式向市教育局基础教育科反映。", "part_of")
    assert found == [("慈溪市教育局基础教育科", "慈溪市教育局")]


def test_kinds_of_a_counted_class() -> None:
    found = triples("一是推进三类创新平台。综合体依托协会运行；联合体依托企业攻关；创新中心依托集群转化。", "part_of")
    assert [s for s, _ in found] == ["综合体", "联合体", "创新中心"]


def test_hubs_lie_in_their_cities_and_things_where_they_are_set_up() -> None:
    assert triples("一是布局飞地。新建深圳飞地。", "located_in") == [("深圳飞地", "深圳市")]
    found = triples("一是拓展渠道。在澳门设立海东青年创业服务中心。", "located_in")
    assert found == [("海东青年创业服务中心", "澳门特别行政区")]
    found = triples("海东科技企业孵化器已入驻北辰光电、云杉科技等9家企业。", "located_in")
    assert found == [("北辰光电", "海东科技企业孵化器"), ("云杉科技", "海东科技企业孵化器")]
    assert triples("海东软件园位于杭州市余杭区。", "located_in") == [("海东软件园", "杭州市余杭区")]
    assert triples("海东师范学院落户余姚市。", "located_in") == [("海东师范学院", "余姚市")]


@pytest.mark.parametrize(("text", "expected"), [
    ("海东技术创新中心成功入选浙江首批技术创新中心名单。", [("海东技术创新中心", "浙江首批技术创新中心名单")]),
    ("海东电子有限公司、海西电子有限公司分别入选全国数字典型案例和“领跑者”名单。",
     [("海东电子有限公司", "全国数字典型案例"), ("海西电子有限公司", "“领跑者”名单")]),
    ("希望将海东技术创新中心列入省级重点项目名单。", []),
    ("授予海东电子有限公司2023年度宁波市市长质量奖。", [("海东电子有限公司", "宁波市市长质量奖")]),
    ("海东路步行街被省人民政府公布为第四批省级历史文化街区。", [("海东路步行街", "第四批省级历史文化街区")]),
    ("慈溪市、余姚市获评国家生态旅游示范区，入选第三批国家湿地城市试点、全国花卉重点城市名单。",
     [(area, list) for list in ("国家生态旅游示范区", "第三批国家湿地城市试点", "全国花卉重点城市名单")
      for area in ("余姚市", "慈溪市")]),
    ("海东软件园二期列入2023年省重点建设项目。", [("海东软件园二期", "2023年省重点建设项目")]),
    ("海东电子有限公司获批国家级工业设计中心。", [("海东电子有限公司", "国家级工业设计中心")]),
    ("桃花村、杏花村获评全国乡村旅游重点村。", [("桃花村", "全国乡村旅游重点村"), ("杏花村", "全国乡村旅游重点村")]),
    ("认定柳州市机器人产业集群等2个集群为2023年省级特色产业集群，现予公布。",
     [("柳州市机器人产业集群", "2023年省级特色产业集群")]),
])
def test_admissions(text: str, expected: list[tuple[str, str]]) -> None:
    assert triples(f"一是争取支持。{text}", "listed_in") == expected


def test_names_below_the_title_of_a_list_are_on_it_and_are_no_measures() -> None:
    text = "现予公布。\n\n2024年青溪市示范园区名单\n1.白沙科创园\n2.海东智谷\n3.云帆软件园（二期）\n"
    said = extract(read_text(HEAD + text))
    assert [(r.s, r.o) for r in said.relations if r.p == "listed_in"] == [
        (name, "2024年青溪市示范园区名单") for name in ("白沙科创园", "海东智谷", "云帆软件园")]
    assert not [m for m in said.measures if "海东智谷" in m.title]


def test_names_that_follow_one_another_behind_a_list_are_on_it() -> None:
    names = "慈溪市白沙镇（杨梅） 余姚市青松镇（茶） 宁海县海东镇桃花村（枇杷）"
    found = triples(f"公布第三批全国“一县一景”示范村镇，宁波3个是：{names}", "listed_in")
    assert [s for s, o in found if "一县一景" in o] == ["白沙镇", "青松镇", "宁海县海东镇桃花村"]


def test_a_list_without_a_name_is_of_what_the_document_recognises() -> None:
    text = "决定认定白沙科创园等3家园区为2024年全国智造示范基地。\n\n名单\n1.白沙科创园\n2.海东物流园\n3.云帆软件园\n"
    found = triples(text, "listed_in")
    assert ("海东物流园", "2024年全国智造示范基地") in found or ("海东物流园", "全国智造示范基地") in found


def test_the_subject_of_a_sentence_lies_where_a_later_clause_says() -> None:
    found = triples("一是建设园区。云帆科创园是科技产业综合体，位于白沙工业园区。", "located_in")
    assert ("云帆科创园", "白沙工业园区") in found


def test_titles_given_one_after_the_other() -> None:
    found = triples("认定余姚市等23个县为第五批全国桃源示范县、推介慈溪市等9个市为2024年全国果乡名市。", "listed_in")
    assert ("慈溪市", "2024年全国果乡名市") in found


def test_a_ladder_has_its_rungs_in_order() -> None:
    found = triples("一是培育梯队。构建“小微企业—成长企业—领航企业”梯队体系。", "next_tier")
    assert found == [("小微企业", "成长企业"), ("成长企业", "领航企业")]


def test_a_chain_of_steps_is_no_ladder() -> None:
    assert triples("一是培育梯队。健全“精准识别—分类培育—生态赋能”的服务体系。", "next_tier") == []


def test_the_ground_of_a_document() -> None:
    head = "慈溪市数据管理办法\n\n第一章 总则\n\n"
    text = "第一条 为规范管理，根据《浙江省公共数据条例》，结合本市实际，制定本办法。\n第二条 市数据局负责实施。"
    assert [o for _, o in triples(text, "based_on", head)] == ["浙江省公共数据条例"]


def test_grounds_that_others_made_and_grounds_behind_long_names() -> None:
    head = "慈溪市政府采购办法\n\n"
    text = ("第一条 根据《政府采购法》和财政部制定的《采购甲办法》、《采购乙办法》，"
            "结合《慈溪市采购意见》（慈政〔2020〕9号），制定本办法。")
    grounds = ("政府采购法", "采购甲办法", "采购乙办法", "慈溪市采购意见")
    assert set(triples(text, "based_on", head)) == {("慈溪市政府采购办法", ground) for ground in grounds}
    text = "第一条 根据中共浙江省委办公厅浙江省人民政府办公厅印发的《浙江省采购方案》精神，结合实际，制定本办法。"
    assert triples(text, "based_on", head) == [("慈溪市政府采购办法", "浙江省采购方案")]


def test_every_relation_quotes_words_of_the_text() -> None:
    said = extract(read_text(HEAD + "一是实施工程。实施“品质提升、渠道拓展”等两大工程。"))
    for relation in said.relations:
        assert all(said.document.raw[e.start:e.end] == e.quote for e in relation.evidence)


def test_the_patterns_find_their_examples() -> None:
    patterns = load().patterns("relations")
    for row in load().toml("relations")["pattern"]:
        pattern = patterns[row["name"]]
        found = pattern.fullmatch if row.get("whole") else pattern.search
        assert all(map(found, row["examples"]))
        assert not any(map(found, row["counter"]))


@pytest.mark.parametrize(("text", "state"), [
    ("一是完善政策。2024年印发《慈溪市科创规划》。", "issued"),
    ("一是完善政策。我局将制定《慈溪市科创规划》。", "pending"),
    ("一是完善政策。按照《慈溪市科创规划》推进。", "cited"),
])
def test_an_instrument_is_issued_pending_or_cited(text: str, state: str) -> None:
    found = {e.name: e.state for e in extract(read_text(HEAD + text)).entities if e.type == "policy"}
    assert found["慈溪市科创规划"] == state


def test_one_verb_issues_all_instruments_of_its_list() -> None:
    text = "一是完善政策。2024年出台《慈溪市甲办法》和《慈溪市乙方案》，落实《慈溪市丙规定》。"
    said = extract(read_text(HEAD + text))
    states = {e.name: e.state for e in said.entities if e.type == "policy"}
    assert [states[f"慈溪市{name}"] for name in ("甲办法", "乙方案", "丙规定")] == ["issued", "issued", "cited"]


@pytest.mark.parametrize(("text", "name", "date"), [
    ("贯彻《国务院关于深化改革的决定》（国发〔2020〕5号）。", "国务院关于深化改革的决定", "2020"),
    ("根据慈政发〔2019〕7号《慈溪市科技奖励办法》评审。", "慈溪市科技奖励办法", "2019"),
    ("2022年3月，市政府办会同市财政局印发《慈溪市奖补办法》（慈政办发〔2022〕12号）。", "慈溪市奖补办法", "2022-03"),
    ("市财政局于2023年印发了《慈溪市专项资金办法》。", "慈溪市专项资金办法", "2023"),
    ("2021年先后出台《慈溪市创新券办法》和《慈溪市科技计划办法》。", "慈溪市科技计划办法", "2021"),
    ("《慈溪市人才公寓办法》已于2022年6月正式出台。", "慈溪市人才公寓办法", "2022-06"),
    ("《慈溪市专利资助办法》（2018年修订）继续执行。", "慈溪市专利资助办法", "2018"),
    ("今年5月已出台《慈溪市名所引进办法》。", "慈溪市名所引进办法", "2025-05"),
])
def test_when_an_instrument_came_out(text: str, name: str, date: str) -> None:
    found = extract(read_text(HEAD + "一是完善政策。" + text)).relations
    said = [relation for relation in found if (relation.s, relation.p) == (name, "issued_on")]
    assert [relation.o for relation in said] == [date]
    assert date[:4] in said[0].evidence[0].quote or "今年" in said[0].evidence[0].quote


@pytest.mark.parametrize("text", [
    "去年成立工作专班，出台《慈溪市成果转化办法》。", "拟于2025年底出台《慈溪市科技金融办法》。",
    "2021年上报《慈溪市科技报告办法》。", "2021年新增企业30家，印发《慈溪市招商办法》。",
    "2027年印发《慈溪市远景办法》。", "落实《慈溪市科创规划》（2021—2025年）。",
    "截至2024年末，出台《慈溪市扶持办法》。",
])
def test_no_date_of_issue_where_none_is_said(text: str) -> None:
    assert triples("一是完善政策。" + text, "issued_on") == []


def test_the_body_with_which_a_sentence_begins_issues_what_it_names_late() -> None:
    text = "青溪县水利局在今年的水利建设中，统筹部署了灌区改造和河道治理的前期工作，"
    said = extract(read_text(text + "开展了全县普查，制定印发了《青溪县灌区改造方案》。"))
    assert ("青溪县水利局", "issued", "青溪县灌区改造方案") in {(r.s, r.p, r.o) for r in said.relations}


def test_what_a_proposal_wants_is_not_yet_listed() -> None:
    text = "您提出的关于将白沙湖治理工程列入青溪县生态修复工程的建议收悉。拟将白沙湖治理工程列入青溪县生态修复工程。"
    assert not [r for r in extract(read_text(text)).relations if r.p == "listed_in"]


@pytest.mark.parametrize(("text", "expected"), [
    ("在杭州、上海分别设立海东（杭州）科创园、海东（上海）科创园。",
     [("海东（杭州）科创园", "杭州市"), ("海东（上海）科创园", "上海市")]),
    ("位于油竹街道的海东智谷科创园建成投用。", [("海东智谷科创园", "油竹街道")]),
    ("海东智谷科创园（位于余姚市）建成投用。", [("海东智谷科创园", "余姚市")]),
])
def test_places_before_what_lies_there(text: str, expected: list[tuple[str, str]]) -> None:
    assert triples(text, "located_in") == expected


def test_what_a_body_has_beneath_it_is_part_of_it() -> None:
    found = triples("依托海东大学建设慈溪研究院，下设石雕文化研究中心。", "part_of")
    assert found == [("石雕文化研究中心", "慈溪研究院")]


def test_parts_before_their_number_are_parts_of_it() -> None:
    found = triples("包括平台提升、企业培育、人才引育三大行动。", "part_of")
    assert found == [(part, "三大行动") for part in ("平台提升", "企业培育", "人才引育")]


def test_an_instrument_made_in_the_sentence_is_no_ground() -> None:
    found = triples("根据《浙江省科技创新条例》，制定《海东科技创新行动计划》。", "based_on")
    assert found == [("海东科技创新行动计划", "浙江省科技创新条例")]


def test_a_quoted_research_and_an_honour() -> None:
    found = triples("“高性能阀门技术研究”入选浙江省研发攻关计划项目。海东科创园被认定为省级众创空间。", "listed_in")
    assert found == [("高性能阀门技术研究", "浙江省研发攻关计划项目"), ("海东科创园", "省级众创空间")]


def test_a_body_is_made_up_of_those_that_form_it() -> None:
    found = triples("海东汽车产业联盟由北辰大学、慈溪市检验检测中心等17家单位组成。", "part_of")
    assert ("北辰大学", "海东汽车产业联盟") in found


def test_groups_beneath_a_task_force_are_part_of_it() -> None:
    found = triples("成立慈溪市产业链工作专班，由市长任组长，下设综合协调组、要素保障组。", "part_of")
    assert [s for s, _ in found] == ["综合协调组", "要素保障组"]


def test_who_acts_on_a_report_issues() -> None:
    found = triples("我局起草并报市政府印发了《慈溪市汽车产业行动方案》。", "issued")
    assert [s for s, o in found if o == "慈溪市汽车产业行动方案"] == ["慈溪市人民政府"]


def test_what_the_sentence_speaks_of_is_admitted() -> None:
    found = triples("海东中试基地落户余姚市，由北辰公司负责运营，并纳入浙江省中试平台培育库。", "listed_in")
    assert found == [("海东中试基地", "浙江省中试平台培育库")]
    found = triples("发布《慈溪市服务商目录》，北辰科技、云杉软件等18家服务商入选。", "listed_in")
    assert found == [("北辰科技", "慈溪市服务商目录"), ("云杉软件", "慈溪市服务商目录")]
