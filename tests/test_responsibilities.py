"""From duties to responsibilities: of which measure, by which body, on what basis.  All names are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.build import extract, extract_file
from graph.model import Responsibility, Statements
from graph.read import read_text

FOUNDING = Path(__file__).parent.parent / "data" / "documents" / "cixi-2025-1.txt"
HEAD = "安平市人民政府关于促进就业的实施意见\n安政发〔2024〕5号\n各县（市、区）人民政府：\n现提出以下意见。\n"
TASKS = "一、重点任务\n1.扩大岗位。开发岗位。\n"
TAIL = "\n安平市人民政府\n2024年3月1日\n"


def said(body: str) -> Statements:
    return extract(read_text(f"{HEAD}{body}{TAIL}"))


def stated(body: str) -> set[tuple[str, str, str]]:
    """(measure or thing, holder, role) of what the text states."""
    return {(r.of, r.agent, r.role) for r in said(body).responsibilities if r.basis == "stated"}


def by_basis(statements: Statements, basis: str) -> list[Responsibility]:
    return [r for r in statements.responsibilities if r.basis == basis]


def test_a_bracket_belongs_to_the_item_that_it_closes() -> None:
    body = f"{TASKS}（责任单位：区投促中心、农联社）\n2.加强培训。开展培训。（责任单位：区技培中心）\n"
    assert stated(body) == {
        ("扩大岗位", "区投促中心", "joint"), ("扩大岗位", "农联社", "joint"), ("加强培训", "区技培中心", "lead"),
    }


def test_a_line_of_its_own_belongs_to_the_item_above() -> None:
    body = f"{TASKS}责任单位：区投促中心\n2.加强培训。开展培训。\n责任单位：区技培中心\n"
    assert stated(body) == {("扩大岗位", "区投促中心", "lead"), ("加强培训", "区技培中心", "lead")}


def test_a_line_below_the_paragraph_of_a_heading_states_who_answers_for_it() -> None:
    body = ("1. 扩大岗位\n支持企业开发岗位，扩大就业。\n责任单位：区投促中心牵头\n"
            "2. 加强培训\n开展培训，提高技能。\n责任单位：区技培中心\n")
    assert stated(body) == {("扩大岗位", "区投促中心", "lead"), ("加强培训", "区技培中心", "lead")}


def test_a_line_below_the_last_of_several_items_belongs_to_all_of_them() -> None:
    items = "一、重点任务\n1.稳定就业\n（1）扩大岗位。\n（2）加强培训，提高技能。\n"
    body = f"{items}（责任单位：区投促中心）\n2.优化服务\n（1）开放大厅。\n（2）减少材料。\n（责任单位：区技培中心）\n"
    assert stated(body) == {
        ("扩大岗位", "区投促中心", "lead"), ("加强培训，提高技能", "区投促中心", "lead"),
        ("开放大厅", "区技培中心", "lead"), ("减少材料", "区技培中心", "lead"),
    }
    named = body.replace("扩大岗位。", "扩大岗位。（责任单位：区青创中心）")
    assert ("扩大岗位", "区投促中心", "lead") not in stated(named)


def test_the_office_of_a_committee_acts_like_any_body() -> None:
    body = "第一条 市食品安全委员会办公室（下称市食安办）负责食品安全的综合协调工作。\n"
    assert {(agent, role) for _, agent, role in stated(body)} == {("市食品安全委员会办公室", "lead")}


def test_a_duty_for_two_items_above_is_stated_for_both() -> None:
    body = "一、重点任务\n1.扩大岗位。开发岗位。\n2.加强培训。开展培训。\n（以上两项任务由区投促中心牵头）\n"
    assert stated(body) == {("扩大岗位", "区投促中心", "lead"), ("加强培训", "区投促中心", "lead")}


def test_a_headings_duty_is_inherited_by_its_items_and_says_so() -> None:
    body = "一、重点任务\n（一）稳定就业。（责任单位：区投促中心）\n1.扩大岗位。开发岗位。\n2.加强培训。开展培训。\n"
    inherited = by_basis(said(body), "inherited")
    assert [(r.of, r.agent, r.rule) for r in inherited] == [
        ("扩大岗位", "区投促中心", "inherited:label"), ("加强培训", "区投促中心", "inherited:label"),
    ]
    assert all("区投促中心" in r.evidence[0].quote for r in inherited)


def test_areas_that_share_the_last_ones_government_act_each() -> None:
    body = "一、重点任务\n1.陕西、甘肃省人民政府要加强领导，落实责任。\n2.东江县、西江县人民政府要加强协调。\n"
    assert {role for _, _, role in stated(body)} == {"joint"}
    assert {agent.removesuffix("人民政府") for _, agent, _ in stated(body)} == {"陕西省", "甘肃省", "东江县", "西江县"}


def test_who_does_the_daily_work_of_a_joint_meeting_answers_for_it() -> None:
    body = "为加强协调，建立茶叶工作联席会议。茶叶工作联席会议日常工作由农业部市场经济司（国家茶叶办公室）承担。\n"
    assert {(agent, role) for _, agent, role in stated(body)} == {("农业部市场经济司", "lead")}


def test_who_leads_over_to_items_leaves_those_that_begin_with_another_body() -> None:
    body = "我市将由市人社局会同有关部门做好以下工作：一是开展培训，扩大规模。二是市财政局将安排资金，加强监管。\n"
    leaders = {(of, agent) for of, agent, role in stated(body) if role == "lead"}
    assert leaders == {("开展培训，扩大规模", "市人社局"), ("市财政局将安排资金，加强监管", "市财政局")}


def test_labels_with_a_line_for_the_leader_belong_to_the_goal_above() -> None:
    goals = "一、主要目标任务\n1.粮食产量达到20万吨。\n牵头责任领导：李明。\n"
    goals += "牵头责任单位：市粮储局。\n协同责任单位：市林科所。\n"
    assert stated(goals) == {("粮食产量达到20万吨", "市粮储局", "lead"), ("粮食产量达到20万吨", "市林科所", "support")}


def test_the_task_of_a_row_may_stand_cells_away_from_its_bodies() -> None:
    table = "序号 |\n目标与任务 |\n分管领导 |\n责任单位 |\n1 |\n新建托育园三所，扩大供给。 |\n李 明 |\n区托管所 |\n"
    assert {(agent, role) for _, agent, role in stated(table)} == {("区托管所", "lead")}


def test_classes_of_governments_act_in_articles() -> None:
    articles = "第一条 县级以上人民政府应当加强水库管理，安排经费。\n第二条 各区镇负责日常巡查，落实人员。\n"
    assert {(agent, role) for _, agent, role in stated(articles)} == {("县级以上人民政府", "lead"), ("各区镇", "lead")}


def test_a_partner_that_is_said_to_lead_leads() -> None:
    assert stated("一、文旅融合。我局与市林管局共同建设示范县，该项工作由市林管局牵头。\n") >= {
        ("文旅融合", "市林管局", "lead"),
    }


def test_a_body_named_for_its_part_of_anothers_item_shares() -> None:
    forest = "一、关于林场问题。民生办会同林业部研究提出了办理意见：待批准后，商务部将开展复核。\n"
    found = {(agent, role) for of, agent, role in stated(f"{forest}二、关于车站问题。交通部拟论证。\n") if "林场" in of}
    assert found == {("民生办", "lead"), ("林业部", "joint"), ("商务部", "joint")}


def test_a_list_settles_who_owns_an_item_whatever_its_sentences_say() -> None:
    body = "一、重点任务\n1.扩大岗位。市水利局要开发岗位。（责任单位：区投促中心）\n"
    assert {agent for _, agent, _ in stated(body)} == {"区投促中心"}


def test_one_body_has_one_role_in_an_item() -> None:
    body = "一、重点任务\n1.扩大岗位。由区投促中心牵头，区投促中心负责实施。（区投促中心负责）\n"
    assert stated(body) == {("扩大岗位", "区投促中心", "lead")}


def test_our_bureau_is_the_issuer_where_it_leads() -> None:
    letter = "安平市教育局关于第12号建议的答复\n安教函〔2024〕3号\n李明代表：\n现答复如下：\n" \
             "一、已开展的工作\n1.完善政策。我局会同市财政局出台办法。\n2.扩大供给。新建学校3所。\n安平市教育局\n2024年5月6日\n"
    statements = extract(read_text(letter))
    leads = [(r.of, r.agent, r.basis, r.rule) for r in statements.responsibilities if r.role == "lead"]
    assert leads == [
        ("完善政策", "安平市教育局", "stated", "together"),
        ("扩大供给", "安平市教育局", "issuer", "by-issuer"),
    ]


def test_what_no_one_is_named_for_is_the_issuers_with_less_confidence() -> None:
    statements = said("一、重点任务\n1.扩大岗位。开发岗位。\n2.加强培训。开展培训。（责任单位：区技培中心）\n")
    [inferred] = by_basis(statements, "issuer")
    assert (inferred.of, inferred.agent, inferred.role) == ("扩大岗位", "安平市人民政府", "lead")
    assert inferred.rule == "by-issuer"
    assert inferred.confidence < min(r.confidence for r in by_basis(statements, "stated"))


def test_beside_a_partner_the_issuer_leads_and_where_it_helps_it_does_not() -> None:
    statements = said("一、重点任务\n1.扩大岗位。联合市总工会开发岗位。\n2.加强培训。配合省教育厅做好培训。\n")
    assert [(r.of, r.role) for r in by_basis(statements, "issuer")] == [("扩大岗位", "lead")]
    assert ("扩大岗位", "joint") in {(r.of, r.role) for r in by_basis(statements, "stated")}


@pytest.mark.parametrize("duty", ["（责任单位：各县（市、区）人民政府）", "（各县（市、区）人民政府负责）"])
def test_a_class_of_bodies_holds_a_duty_as_written(duty: str) -> None:
    assert stated(f"一、重点任务\n1.扩大岗位。开发岗位。{duty}\n") == {("扩大岗位", "各县（市、区）人民政府", "lead")}


def test_what_a_body_owns_is_the_thing_named() -> None:
    body = "一、重点任务\n1.建设平台。华科电机集团牵头申报的安平市智能电机技术创新中心通过验收。\n"
    assert ("安平市智能电机技术创新中心", "华科电机集团", "lead") in stated(body)


def test_who_builds_a_thing_owns_the_thing_and_not_the_measure() -> None:
    body = "一、重点任务\n1.推进智慧监管。海州数据集团承建“安平智管”监管平台，海州建工集团承建厂房。（区市场监管局）\n"
    found = {(of, agent) for of, agent, _ in stated(body)}
    assert {of for of, agent in found if agent == "海州数据集团"} == {"“安平智管”监管平台"}
    assert "海州建工集团" not in {agent for _, agent in found}


def test_who_is_urged_to_found_a_thing_owns_the_thing() -> None:
    body = "一、重点任务\n1.培育产业。支持海州电机集团牵头组建安平市电机产业联盟。（责任单位：区工信局）\n"
    assert ("安平市电机产业联盟", "海州电机集团", "lead") in stated(body)


def test_the_host_of_an_office_leads_the_office() -> None:
    body = "一、组织保障\n1.加强领导。成立安平市氢能产业发展领导小组，领导小组办公室设在市发改委。\n"
    assert ("安平市氢能产业发展领导小组办公室", "lead") in {(of, role) for of, _, role in stated(body)}


def test_what_partners_have_achieved_is_nobodys_duty() -> None:
    report = "一、工作成效\n1.攻克关键技术。海州电机集团联合海州大学攻克控制技术，获省科技进步奖。\n"
    assert stated(report) == set()


def test_areas_that_share_a_tail_are_told_apart() -> None:
    body = "一、重点任务\n1.建设园区。开工园区。（长沙、株洲、邵阳市人民政府负责）\n"
    assert {agent for _, agent, _ in stated(body)} == {"长沙市人民政府", "株洲市人民政府", "邵阳市人民政府"}


def test_each_quote_holds_the_cue_of_its_role_and_stays_short() -> None:
    body = f"{TASKS}（区投促中心牵头，农联社、区技培中心协办）\n"
    quotes = {r.agent: r.evidence[0].quote for r in by_basis(said(body), "stated")}
    assert quotes == {
        "区投促中心": "区投促中心牵头", "农联社": "农联社、区技培中心协办", "区技培中心": "区技培中心协办",
    }


def test_generic_partners_are_no_holders() -> None:
    body = "一、重点任务\n1.扩大岗位。联合头部机构、依托金融机构和行业协会开发岗位，鼓励企业牵头攻关。\n"
    assert stated(body) == set()


def test_the_founding_document() -> None:
    statements = extract_file(FOUNDING)
    found = {(r.agent, r.role) for r in by_basis(statements, "stated")}
    assert {("慈溪市跨境电子商务协会", "support"), ("科技服务联盟", "support")} <= found
    assert any("公牛集团" in r.agent_names and r.role == "lead" and "智能家电技术创新中心" in r.of
               for r in by_basis(statements, "stated"))
    owned = {r.of_id for r in statements.responsibilities if r.role in ("lead", "joint")}
    assert {measure.id for measure in statements.measures} <= owned


def test_every_quote_is_in_the_text_and_holds_the_holder() -> None:
    statements = extract_file(FOUNDING)
    for r in statements.responsibilities:
        assert all(statements.document.raw[e.start:e.end] == e.quote for e in r.evidence)
        if r.basis == "stated":
            quotes = "".join("".join(e.quote.split()) for e in r.evidence)
            assert any(name in quotes for name in r.agent_names)


def test_same_text_same_answer() -> None:
    assert extract_file(FOUNDING).responsibilities == extract_file(FOUNDING).responsibilities


@pytest.mark.parametrize(
    ("sentence", "holders"),
    [
        ("多次协同区发改局、区财政局开展检查。", {("区发改局", "joint"), ("区财政局", "joint")}),
        ("区住建局、区财政局、区文旅局联合发文，启动摸排。",
         {("区住建局", "joint"), ("区财政局", "joint"), ("区文旅局", "joint")}),
        ("经商区发改局、区财政局同意，印发规划。", set()),
        ("区水利局高度重视节水工作，近年来会同区财政局开展改造。", {("区水利局", "lead"), ("区财政局", "joint")}),
        ("责成区城管局研究制定方案，会后报区政府审定。", {("区城管局", "lead")}),
        ("公安、交通等部门按照职责做好监管。", {("公安、交通等部门", "lead")}),
        ("各区县教育局会同市场监管部门于9月10日前对所有学校开展检查。",
         {("各区县教育局", "lead"), ("市场监管部门", "joint")}),
    ],
)
def test_who_acts_with_whom(sentence: str, holders: set[tuple[str, str]]) -> None:
    assert {(agent, role) for _, agent, role in stated(f"一、重点任务\n1.夯实基础。{sentence}\n")} == holders


def test_the_office_that_handles_a_letter_owns_none_of_its_measures() -> None:
    opened = "关于市人大第12号建议的答复\n王某代表：\n您的建议收悉，现答复如下：\n"
    text = f"{opened}我局将加强监管。\n承办单位：安平市水利局\n"
    assert not by_basis(extract(read_text(text)), "stated")


def test_a_long_list_behind_by_whose_bodies_are_called_by_their_kind_leads() -> None:
    bodies = ("省政府办公厅", "住房城乡建设厅", "省发展改革委", "民政厅", "文化厅", "商务厅", "科技厅", "农业厅",
              "水利厅", "教育厅", "财政厅", "审计厅", "人力资源社会保障厅")
    body = f"一、自查\n各项重点，由所涉及的{'、'.join(bodies)}等省级主管部门（单位）牵头完成自查报告，于6月报送。\n"
    assert stated(body) == {("自查", agent, "lead") for agent in bodies}


def test_the_body_written_to_is_asked_like_any_other() -> None:
    text = "国务院关于某规划的批复\n江苏省人民政府：\n请示收悉。现批复如下：\n"
    text += "一、你省及南通市人民政府要根据本批复精神，做好保护。\n二、你省要加强领导。\n三、你省正在开展前期工作。\n"
    duties = extract(read_text(text)).responsibilities
    asked = [(r.of_id, r.agent[:3], r.role) for r in duties if r.basis == "stated"]
    assert asked == [("1", "江苏省", "joint"), ("1", "南通市", "joint"), ("2", "江苏省", "lead")]
