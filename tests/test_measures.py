"""One measure per smallest item of action; done or planned; how firmly; until when."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import Measure
from graph.read import read_file, read_text
from graph.relate.measures import find_measures

FOUNDING = Path(__file__).parent.parent / "data" / "documents" / "cixi-2025-1.txt"


def measures(text: str) -> tuple[Measure, ...]:
    return find_measures(read_text(text))


def titles(text: str) -> list[str]:
    return [measure.title for measure in measures(text)]


def test_founding_document() -> None:
    document = read_file(FOUNDING)
    found = find_measures(document)
    assert [measure.status for measure in found] == ["done"] * 12 + ["planned"] * 16
    by_id = {measure.id: measure for measure in found}
    assert by_id["3.1.2"].section == ("下步工作计划", "支持产业关键核心技术攻关")
    assert (by_id["3.3.1"].due, by_id["3.3.1"].commitment) == ("2027", "争取")
    assert (by_id["3.4.5"].due, by_id["3.4.5"].commitment) == ("2025-05", "将")
    for measure in found:
        (place,) = measure.evidence
        assert document.raw[place.start : place.end] == place.quote
        assert document.text[slice(*measure.span)] == measure.text


def test_plan_counts_smallest_items_and_no_principles() -> None:
    text = (
        "某市行动方案\n一、总体要求\n坚持创新驱动，支持企业发展。\n"
        "二、工作目标\n到2025年，建成平台10个。\n三、主要任务\n（一）建设平台。\n"
        "1.建设中心。打造平台。\n"
        "2.引进机构。引进机构5家。\n四、保障措施\n（一）加强领导。成立专班。\n"
    )
    assert titles(text) == ["建设中心", "引进机构", "加强领导"]


def test_rules_count_articles_and_no_definitions() -> None:
    text = (
        "某区奖励办法\n第一条 为促进发展，根据有关规定，制定本办法。\n"
        "第二条 本办法所称企业，是指在本区注册的企业。\n第三条 落户奖励。给予10万元奖励。"
        "\n"
        "第四条 申请应当符合下列条件：\n（一）注册满一年；\n（二）无失信记录。\n"
        "第五条 扶持标准如下：\n（一）租金补贴。补贴50%。\n（二）贷款贴息。贴息30%。"
        "\n"
        "第六条 本办法由区科技局负责解释。\n第七条 本办法自2024年1月1日起施行，有效期3年。"
    )
    assert titles(text) == ["落户奖励", "申请应当符合下列条件", "租金补贴", "贷款贴息"]


PLAIN_REPLY = """某市住建局关于市人大第88号建议的答复

陈某代表：

您提出的关于加装电梯的建议收悉，现答复如下：

近年来，我局积极推进加装电梯工作，2022年加装电梯321台。

目前，部分小区仍存在协调难、资金筹措难等问题。

下一步，我局将做好以下工作：一是完善政策，简化流程；二是加强宣传。

感谢您的支持。
"""


def test_circumstances_are_no_measures_and_the_last_item_is_one_though_a_paragraph_follows() -> None:
    text = (
        "江东市古树认养办法\n第一条 市园林局负责古树认养工作。\n"
        "第二条 有下列情形的，不予补助或者不予再次补助：\n（一）古树已由他人认养的；\n"
        "（二）认养人住所不明的。\n"
        "第三条 认养人按照如下标准得到补助：\n（一）树龄在百年以下的，每年补助200元；\n"
        "（二）树龄在百年以上的，每年补助养护费用的一半。\n一株古树由两人认养的，由镇人民政府分摊补助。\n"
        "第四条 本认养办法中涉及的“以上”包含本数。\n")
    assert titles(text) == ["市园林局负责古树认养工作", "有下列情形的，不予补助或者不予再次补助",
                            "树龄在百年以下的，每年补助200元", "树龄在百年以上的，每年补助养护费用的一半"]


def test_steps_that_begin_with_a_month_are_numbered_all_the_same() -> None:
    text = (
        "序号 | 实事项目 | 工作举措及实施计划 | 责任单位 | 配合单位 |\n"
        "1 | 新建公办幼儿园7所,新增学位6800个。 | 1.4月底前青溪幼儿园、白沙幼儿园主体完工,开始装修施工。 "
        "2.8月底前青溪幼儿园、白沙幼儿园竣工交付。 3.11月底前云山幼儿园竣工交付。 | 教育局 | 发改局、住建局 |\n"
        "2 | 新建成托育服务驿站7家,新增托位500个。 | 1.托育服务驿站:3月底前新建成2家;6月底前新建成2家。 "
        "2.托位:9月底前完成500个托位。 | 卫生健康局 | 财政局、教育局 |\n")
    found = measures(text)
    assert [measure.title[:4] for measure in found] == ["4月底前", "8月底前", "11月底", "托育服务", "托位"]
    assert {measure.status for measure in found} == {"planned"}


def test_reply_without_headings() -> None:
    found = measures(PLAIN_REPLY)
    assert [(measure.title[:3], measure.status) for measure in found] == [
        ("我局积", "done"),
        ("完善政", "planned"),
        ("加强宣", "planned"),
    ]


def test_problems_and_requests_that_are_enumerated_are_no_measures() -> None:
    text = (
        "某部关于有关问题的复函\n某省政府：\n一、关于节水问题。你省请求，中央支持：一是增加投资；"
        "二是减免税费。水利部将安排资金。\n"
        "二、关于治污情况。当前还面临一些困难：一是成本高；二是技术弱。已建成设施。"
    )
    assert titles(text) == ["关于节水问题", "关于治污情况"]


def test_department_by_department() -> None:
    text = (
        "国务院某厅关于节水建议的复函\n马某副主席：\n您关于节水的建议收悉，现函复如下："
        "\n一、各部门打算。财政部拟出台政策，支持产业化。"
        "科技部拟安排课题；加大支持。水利部将继续做好规划。"
    )
    assert [(measure.id, measure.title) for measure in measures(text)] == [
        ("1.d1", "财政部拟出台政策"),
        ("1.d2", "科技部拟安排课题"),
        ("1.d3", "水利部将继续做好规划"),
    ]


def test_work_report_by_headings_and_years() -> None:
    text = (
        "政府工作报告\n各位代表：\n现在，我代表市政府报告工作，请予审议。\n"
        "一、2023年工作回顾\n（一）动能增强。新增高企320家。\n"
        "——改革深化。完成重组6家。\n各位代表，发展中还存在不少问题：一是结构不优；二是短板较多。"
        "\n二、2024年重点工作\n（一）扩大投资。完成投资500亿元。\n"
    )
    assert [(measure.title, measure.status) for measure in measures(f"（2024年1月10日）\n{text}")] == [
        ("改革深化", "done"),
        ("扩大投资", "planned"),
    ]


def test_statistical_bulletin_has_none() -> None:
    assert measures("某县2023年统计公报\n一、综合\n全年推进项目建设，完成投资20亿元。") == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("我局已印发实施方案。", "done"),
        ("水利部拟安排试点项目。", "planned"),
        ("已将你省纳入试点范围。", "done"),
        ("已印发方案，将加快推进。", "planned"),
        ("有关问题将得到解决，该计划已获批准。", "done"),
        ("目前正在修订办法，争取纳入补偿范围。", "done"),
        ("由市水利局牵头，6月底前完成预审。", "planned"),
        ("2022年底前已完成验收。", "done"),
        ("请你省抓紧编制方案。", "planned"),
        ("教育部修订目录，增设新专业19个。", "done"),
        ("为了方便群众，我局将在社区增设网点。", "planned"),
    ],
)
def test_status_by_the_words(text: str, status: str) -> None:
    (measure,) = measures(f"某局关于有关建议的答复\n王某代表：\n您的建议收悉，现答复如下：\n一、有关情况说明。{text}")
    assert measure.status == status


@pytest.mark.parametrize(
    ("text", "due", "commitment"),
    [
        ("到2027年，新培育企业300家。", "2027", ""),
        ("争取2026年年底前达到500件。", "2026", "争取"),
        ("2025年6月底前完成改造。", "2025-06", ""),
        ("确保年底前建成投用。", "2024", "确保"),
        ("明年6月底前出台政策。", "2025-06", ""),
        ("2023年新增10家。", "", ""),
        ("探索建立新机制。", "", "探索"),
        ("2024年12月31日前全面完成。", "2024-12-31", ""),
    ],
)
def test_deadline_and_strength_of_a_promise(text: str, due: str, commitment: str) -> None:
    (measure,) = measures(f"某市行动方案\n某发〔2024〕3号\n一、建设园区。{text}")
    assert (measure.due, measure.commitment) == (due, commitment)


def test_the_preamble_that_puts_a_plan_into_force_is_none() -> None:
    text = ("海州省水利厅关于印发河湖规划的通知\n各市水利局：\n为深入贯彻治水要求，推进工作，我厅组织制定了"
            "《海州省河湖规划》。现印发给你们，请认真贯彻执行。\n海州省水利厅\n2022年5月30日\n"
            "海州省河湖规划\n一、主要任务\n（一）整治河道。完成50条。\n")
    assert titles(text) == ["整治河道"]


@pytest.mark.parametrize("title", ["青溪市2024年重点工作责任分工", "青溪市2024年重点工作", "青溪市工作台账"])
def test_what_a_body_is_assigned_is_planned(title: str) -> None:
    text = (f"{title}\n1.完成三年攻坚和15个村道路硬化任务。\n责任单位：市交通局\n"
            "2.推动高铁开工建设。\n责任单位：市发改委\n")
    assert [measure.status for measure in measures(text)] == ["planned", "planned"]


def test_targets_given_to_bodies_are_measures() -> None:
    text = ("青溪市2024年责任分解\n一、主要预期目标\n1.财政收入增长6%。\n牵头单位：市财政局。\n"
            "2.外贸增长5%。\n牵头单位：市商务局。\n二、重点工作\n3.扩建学校。\n牵头单位：市教育局。\n")
    assert titles(text) == ["财政收入增长6%", "外贸增长5%", "扩建学校"]


def test_headings_without_numbers_tell_what_is_done_and_what_is_planned() -> None:
    text = (
        "政府工作报告\n各位代表：\n2022年工作回顾\n一、工业。完成投资20亿元。\n二、民生。扩建学校8所。\n"
        "2023年工作安排\n一、农业。完成农田建设500亩。\n二、水利。实现水库加固3座。\n存在问题\n一、人才不足。要加大引进。"
    )
    assert [(measure.title, measure.status) for measure in measures(text)] == [
        ("工业", "done"), ("民生", "done"), ("农业", "planned"), ("水利", "planned"),
    ]


def test_after_the_courtesy_the_promise_counts() -> None:
    text = ("某局关于有关提案的答复\n王某委员：\n您的提案收悉，现答复如下：\n"
            "您的意见切合实际，我们十分重视。下一步，我局将依照规划逐步实施改造。\n希望您继续关注，感谢支持。\n")
    assert titles(text) == ["我局将依照规划逐步实施改造"]


def test_items_of_rules_that_set_terms_are_none() -> None:
    text = ("青溪县工作规则\n第一章 总则\n一、根据有关规定，结合本县实际，制定本规则。\n"
            "二、县政府工作的指导思想是，坚持改革。\n"
            "三、工作人员要依法行政。\n")
    assert titles(text) == ["工作人员要依法行政"]


def test_what_follows_a_sentence_on_importance_may_be_a_measure() -> None:
    head = "海州市水利局关于第3号建议的答复\n岳小满代表：\n您的建议收悉，现答复如下：\n"
    weighs = "开展小流域治理对改善生态具有重要意义。"
    assert measures(f"{head}{weighs}\n") == ()
    assert [measure.status for measure in measures(f"{head}{weighs}2023年我局完成治理12公里。\n")] == ["done"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("我局将修建道路5公里。", "planned"),
        ("我局将道路养护纳入民生实事，建成50公里。", "done"),
        ("国家印发了《某项工作指引》（国发〔2016〕1号），提出将在下一阶段推进试点。我局已上报方案。", "done"),
        ("我局完善制度，为下一步发展明确了方向。", "done"),
    ],
)
def test_whose_future_it_is(text: str, status: str) -> None:
    (measure,) = measures(f"某局关于有关建议的答复\n王某代表：\n您的建议收悉，现答复如下：\n一、有关情况说明。{text}")
    assert measure.status == status


def test_a_plan_that_looks_back_reports() -> None:
    text = (
        "某市“十四五”科技规划\n一、发展基础\n全市建成平台20个，企业投入增长20%。\n"
        "二、重点任务\n（一）建设平台。建成平台50个。\n"
    )
    assert [measure.status for measure in measures(text)] == ["done", "planned"]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("2019年，县政府出台了行动方案，明确了职责。", "县政府出台了行动方案，明确了职责"),
        ("根据您的建议，我局新建公办园5所。", "我局新建公办园5所"),
        ("“十四五”以来，我局投入资金2亿元。", "我局投入资金2亿元"),
    ],
)
def test_a_title_says_what_is_done(sentence: str, title: str) -> None:
    text = f"某局关于有关建议的答复\n王某代表：\n您的建议收悉，现答复如下：\n{sentence}\n"
    assert titles(text) == [title]


def test_minutes_resolve_item_by_item_and_require_more_at_the_end() -> None:
    text = (
        "某市政府专题会议纪要\n会议听取了汇报。会议议定以下事项：\n"
        "一、关于用地。由市资规局牵头完成报批。\n二、关于资金。原则同意发行债券，市财政局做好申报。\n"
        "会议要求，市督查室要跟踪督办。\n出席：李某 王某\n"
    )
    found = [(measure.title, measure.status) for measure in measures(text)]
    assert found == [("关于用地", "planned"), ("关于资金", "planned"), ("市督查室要跟踪督办", "planned")]


def test_rows_parted_by_single_blanks() -> None:
    text = "某区2024年重点项目表\n序号 项目任务 责任单位\n1 东区污水厂扩建 区住建局\n2 西区泵站建设 区水利局\n"
    assert titles(text) == ["东区污水厂扩建", "西区泵站建设"]


def test_numbers_run_into_a_number_word() -> None:
    text = "某市行动方案\n一、主要任务\n1.5G网络建设。新建基站。\n2.12345热线提质。优化流程。\n"
    assert titles(text) == ["5G网络建设", "12345热线提质"]


def test_the_title_of_an_article_in_a_bracket_hides_no_terms() -> None:
    text = "某县支持贸易若干措施\n第一条【目的依据】为促贸易，制定本措施。\n第二条【对象】本县企业，适用本措施。\n"
    found = find_measures(read_text(f"{text}第三条【支持出海】对首次参展的企业给予10万元补助。\n"))
    assert [measure.id for measure in found] == ["3"]


TABLE = "某县重点任务分解表\n序号\n工作任务\n责任单位\n完成时限\n"


def test_paragraphs_of_an_item_that_open_with_phrases_of_their_own() -> None:
    text = ("青溪市行动方案\n一、工作安排\n（一）强化城市管理\n"
            "编制规划。严格执行规划，加强管理。\n推进治理。整治市容市貌，建设公园。\n")
    assert [measure.title for measure in find_measures(read_text(text))] == ["编制规划", "推进治理"]


def test_a_row_is_called_by_its_task_and_parted_where_it_holds_several() -> None:
    rows = "1\n开工建设养护楼。\n县民政局\n5月底前\n开工建设老年大学。\n年底前\n2\n修建步道。\n县住建局\n6月底前\n"
    found = find_measures(read_text(TABLE + rows))
    expected = [("1", "开工建设养护楼"), ("1.t2", "开工建设老年大学"), ("2", "修建步道")]
    assert [(measure.id, measure.title) for measure in found] == expected


def test_a_row_without_a_number_is_a_measure_called_by_its_task() -> None:
    table = "某县任务分解表\n类别\t责任单位\t工作任务\n城建\t县住建局\t修建步道\n民生\t县民政局\t扩建养老院\n"
    assert [measure.title for measure in find_measures(read_text(table))] == ["修建步道", "扩建养老院"]


def test_rows_without_a_number_and_headings_of_the_next_page_are_no_part_of_the_row_above() -> None:
    head = "|序号|任务|牵头单位|\n"
    rows = f"某县任务分解表\n{head}|1|建成福利院|县民政局|\n||改造食堂设施|县教育局|\n{head}|2|修建步道|县住建局|\n"
    found = find_measures(read_text(rows))
    texts = [("1", "|1|建成福利院|县民政局|"), ("1.t2", "||改造食堂设施|县教育局|"), ("2", "|2|修建步道|县住建局|")]
    assert [(measure.id, measure.text.strip("|")) for measure in found] == [(id, text.strip("|")) for id, text in texts]


def test_looking_for_the_problems_that_exist_is_an_action() -> None:
    text = ("某省关于开展自查的通知\n各市人民政府：\n一、自查\n"
            "各部门要开展自查，反映工作成效，梳理执行中存在的问题，抓好整改。\n二、抽查\n省政府将开展抽查。\n")
    assert len(measures(text)) == 2


def test_works_in_the_field_are_actions() -> None:
    text = "某镇水利方案\n各村：\n一、任务\n（一）清沟\n东湖村清淤斗沟2条，农沟3条。\n（二）修路\n"
    text += "东湖村整修农路3公里，支路1条。\n"
    assert len(titles(text)) == 2


def test_what_a_proposal_says_is_no_measure_of_the_reply() -> None:
    text = "孙小舟委员：\n您的提案收悉，现答复如下：\n一、提案的主要内容\n一是将白沙河纳入规划。二是争取资金投入。\n"
    assert titles(text + "二、办理情况\n我局已完成白沙河治理方案的编制。\n") == ["办理情况"]


def test_matters_that_are_notified_are_no_list_of_problems() -> None:
    text = "某市关于就业工作的通知\n各区人民政府：\n现就就业工作有关问题通知如下：\n"
    text += "一、扩大就业。各区要组织招聘，扩大就业规模。\n二、加强培训。各区要开展培训，提高技能。\n"
    assert titles(text) == ["扩大就业", "加强培训"]


def test_the_ground_on_which_something_is_done_is_no_title() -> None:
    text = "一是根据《青溪市停车办法》等相关要求，每月组织停车场巡查并公布结果，督促整改存在的各类隐患问题。\n"
    assert titles(text + "二是结合实际情况，增设垃圾桶。\n") == ["每月组织停车场巡查并公布结果", "增设垃圾桶"]


def test_a_heading_of_years_past_tells_what_is_done_and_short_phrases_lead_paragraphs() -> None:
    text = ("青溪县政府工作报告\n一、过去五年主要工作\n（一）产业不断优化。\n"
            "抓一产。全县建成高标准农田12万亩，培育龙头企业6家，农业产业化率明显提高，农产品品牌影响力不断扩大，农民收入持续增长。\n"
            "提二产。投资5亿元的污水处理工程加快建设，工业园区配套设施逐步完善，规上企业发展到86家，纺织产业转型升级步伐加快。\n")
    found = measures(text)
    assert [(measure.title, measure.status) for measure in found] == [("抓一产", "done"), ("提二产", "done")]


def test_findings_of_an_audit_are_no_measures() -> None:
    text = ("青溪县2023年度预算执行审计工作报告\n一、审计情况\n（一）预算编制方面。1.少计专项债务支出806万元。"
            "2.未据实调减预算176万元。二、整改要求\n（一）严肃整改问题。有关部门要逐项整改。\n")
    assert "少计专项债务支出806万元" not in titles(text)
