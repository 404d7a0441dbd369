"""Sections by Chinese numbering, in every way documents write and break it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.read import read_file, read_text

FOUNDING = Path(__file__).parent.parent / "data" / "documents" / "cixi-2025-1.txt"


def numbers(text: str, *kinds: str) -> list[str]:
    sections = read_text(text).sections
    return [section.number for section in sections if not kinds or section.kind in kinds]


def test_founding_document_whatever_its_marks_say() -> None:
    document = read_file(FOUNDING)
    items = [section for section in document.sections if section.kind == "item"]
    assert len(items) == 28
    by_number = {section.number: section for section in document.sections}
    assert by_number["2"].title == "主要工作开展"
    assert by_number["3.2"].title == "构建产业全链服务保障生态"
    assert (by_number["3.4.4"].label, by_number["3.4.4"].title) == ("四是", "编印《慈溪市境外投资指南》")
    assert by_number["3.1.1"].parent == "3.1"
    assert document.text[slice(*by_number["3.1.1"].head)] == "一是支持智能家电企业加大研发投入"


def test_levels_of_gb_9704() -> None:
    text = (
        "一、总则\n（一）任务。做好下列工作。\n1.编制规划。完成修编。\n"
        "（1）调查摸底。开展普查。\n（2）组织评审。邀请专家。\n2．加强管控。\n"
        "二、保障\n"
    )
    assert numbers(text) == ["1", "1.1", "1.1.1", "1.1.1.1", "1.1.1.2", "1.1.2", "2"]


def test_numbering_that_runs_on_below_the_next_heading() -> None:
    text = (
        "一、金融\n1.增加信贷。扩大投放。\n2.降低成本。给予贴息。\n"
        "二、用工\n3.返还保费。按月返还。\n4.缓缴保费。最长半年。"
    )
    assert numbers(text) == ["1", "1.1", "1.2", "2", "2.3", "2.4"]


def test_marks_that_contradict_the_numbering() -> None:
    text = "### 一、情况\n\n今年形势平稳。\n\n# （一）工业\n\n一是稳增长。二是促投资。\n\n## 二、打算\n\n再接再厉。"
    assert numbers(text) == ["1", "1.p1", "1.1", "1.1.1", "1.1.2", "2", "2.p1"]


def test_articles_run_on_through_chapters() -> None:
    text = (
        "某区公寓管理办法\n第一章　总　则\n第一条　为规范管理，制定本办法。\n"
        "第二章　申请\n第二条　申请应当符合下列条件：\n（一）有学历；\n"
        "（二）无住房。\n"
        "第三条　审核。区住建局负责审核。\n第三款不在此列。"
    )
    assert numbers(text) == ["1", "1.1", "2", "2.2", "2.2.1", "2.2.2", "2.3"]
    assert [section.title for section in read_text(text).sections][-1] == "审核"


@pytest.mark.parametrize(
    "text",
    [
        "我局做了工作：一是建机制；二是抓落实；三是强监督。",
        "首先，建机制。其次，抓落实。最后，强监督。",
        "第一，建机制。第二，抓落实。第三，强监督。",
        "一要建机制；二要抓落实；三要强监督。",
        "——建机制。全面铺开。\n——抓落实。逐项推进。\n——强监督。定期检查。",
        "①建机制；\n②抓落实；\n③强监督。",
    ],
)
def test_spoken_enumerations(text: str) -> None:
    titles = [section.title for section in read_text(text).sections if section.kind == "item"]
    assert titles == ["建机制", "抓落实", "强监督"]


@pytest.mark.parametrize(
    "text",
    [
        "这是发展的关键之一是创新。",
        "增长2.5亿元，占比3.4%。",
        "第一条规定的情形除外。",
        "一、二级市场全面开放。",
        "首先感谢您的关心和支持。",
        "出台《一、二类目录（2）》。",
        "共计\n1 2 3",
    ],
)
def test_what_only_looks_like_a_label(text: str) -> None:
    assert numbers(text, "item", "article", "heading") == []


def test_a_paragraph_that_takes_up_the_thread_opens_its_own_series() -> None:
    text = (
        "针对建议，重点做了以下工作：\n1、完善服务。建成平台。\n2、培育主体。认定园区。"
        "\n下一步，我局将采取以下措施：\n①修订政策；\n②培养人才。"
    )
    assert numbers(text) == ["p1", "p1.1", "p1.2", "p2", "p2.1", "p2.2"]


def test_several_instruments_in_one_file() -> None:
    text = (
        "某市关于印发两个方案的通知\n各县：\n现印发给你们。\n某市政府\n"
        "2022年9月1日\n某市数字经济行动方案\n一、目标。到2025年建成。\n"
        "二、任务。建设平台。\n"
        "某市绿色制造行动方案\n一、目标。创建工厂。\n二、任务。实施改造。\n"
    )
    sections = [section for section in read_text(text).sections if section.kind == "item"]
    assert [section.instrument for section in sections] == [1, 1, 2, 2]
    assert [section.number for section in sections] == ["1", "2", "1-2", "2-2"]


def test_rows_of_a_flattened_table() -> None:
    text = (
        "一、民生类\n序号\t任务\t牵头单位\n1\t改造小区18个\t市住建局\n"
        "2\t新建学校2所\t市教育局\n二、城建类\n序号\n任务\n牵头单位\n"
        "3\n建设公园10处\n市城管局\n"
        "4\n改造道路\n市交通局"
    )
    rows = [section for section in read_text(text).sections if section.kind == "item"]
    assert [(row.number, row.title) for row in rows] == [
        ("1.1", "改造小区18个"),
        ("1.2", "新建学校2所"),
        ("2.3", "建设公园10处"),
        ("2.4", "改造道路"),
    ]


def test_closing_belongs_to_no_section() -> None:
    sections = read_text("一、做好服务。优化流程。\n二、强化监管。加大力度。\n感谢您的关心和支持。").sections
    assert [(section.number, section.kind) for section in sections] == [
        ("1", "item"),
        ("2", "item"),
        ("p1", "paragraph"),
    ]


def test_sentences_do_not_end_inside_titles_and_quotations() -> None:
    document = read_text("出台《甲办法；乙办法》和“一站办。快捷办”制度；成效明显。全年办件3万件！")
    assert [document.text[start:end] for start, end in document.sentences] == [
        "出台《甲办法；乙办法》和“一站办。快捷办”制度；",
        "成效明显。",
        "全年办件3万件！",
    ]


ANNEXED = """海州市教育局关于印发专项行动方案的通知
各县教育局：
现将方案印发给你们，请贯彻执行。
附件：1.专项行动方案
　　　2.责任分工表

海州市教育局
2023年4月6日

附件1

专项行动方案
一、目标。全面消除隐患。
二、任务。开展排查整治。
"""


def test_a_list_of_annexes_is_no_outline_and_an_annex_is_an_instrument() -> None:
    sections = [section for section in read_text(ANNEXED).sections if section.kind == "item"]
    assert [(section.number, section.title, section.instrument) for section in sections] == [
        ("1", "目标", 1),
        ("2", "任务", 1),
    ]


def test_a_box_ends_the_item_above() -> None:
    text = (
        "一、任务\n（一）做强产业。建设园区。\n专栏1 重点工程\n1.算力工程。建设中心。"
        "\n2.软件工程。实施攻关。\n二、保障\n"
    )
    assert numbers(text) == ["1", "1.1", "1.p1", "1.p1.1", "1.p1.2", "2"]


@pytest.mark.parametrize("ordinals", [(28, 34, 35, 36, 38), (3, 17, 40), (36, 12, 51), (99, 100, 104)])
def test_items_of_an_excerpt_stand_side_by_side_whatever_the_gaps(ordinals: tuple[int, ...]) -> None:
    items = "".join(f"{n}.扩建学校。\n牵头单位：市教育局\n配合单位：市财政局、市住建局\n" for n in ordinals)
    sections = read_text(f"青溪市2024年重点任务分工\n{items}").sections
    assert [(section.number, section.kind, section.parent) for section in sections] == [
        (str(n), "item", "") for n in ordinals
    ]


def test_rows_of_a_table_on_one_line_each_are_items_named_by_their_task() -> None:
    rows = "| 序号 | 工作任务 | 责任单位 |\n| --- | --- | --- |\n"
    text = "青溪市任务分解表\n| 80 | 新增托位400个。 | 市教育局 |\n| 81 | 推进港口二期。 | 市交通局 |\n"
    for document in (read_text(text), read_text(text.replace("| 80", rows + "| 80"))):
        items = [section for section in document.sections if section.kind == "item"]
        assert [(section.number, section.title) for section in items] == [
            ("80", "新增托位400个"), ("81", "推进港口二期"),
        ]


def test_headings_without_numbers_hold_what_stands_below_them() -> None:
    text = (
        "政府工作报告\n青溪区区长　李明\n各位代表：\n2022年工作回顾\n一年来，经济平稳。\n一、工业。新增企业200家。\n"
        "二、民生。新建学校8所。\n2023年工作安排\n今年要新建公园。\n一、农业。建成农田500亩。\n二、水利。加固水库3座。"
    )
    sections = read_text(text).sections
    assert [(section.title, section.kind) for section in sections if not section.parent] == [
        ("2022年工作回顾", "heading"), ("2023年工作安排", "heading"),
    ]
    assert [section.number for section in sections if section.kind == "item"] == ["p1.1", "p1.2", "p2.1", "p2.2"]


def test_a_text_run_together_without_a_blank_is_cut_at_its_series() -> None:
    text = (
        "青溪县教育局2023年工作总结一、主要工作完成情况(一)夯实基础,强化管理。严格落实三级审核制度,坚持分级审核。"
        "(二)规范内容,主动公开。组织全县开展自查,发布信息120条。二、存在的问题(一)公开意识不强。部分单位重视不够。"
        "三、下一步工作打算(一)加强培训。将组织开展业务培训20场。(二)强化督查。对各单位开展督查,逢星期一、星期二通报。"
    )
    document = read_text(text)
    assert document.header.title == "青溪县教育局2023年工作总结"
    assert [section.number for section in document.sections] == ["1", "1.1", "1.2", "2", "2.1", "3", "3.1", "3.2"]


def test_numbered_fields_belong_to_the_task_above_them() -> None:
    text = ("2024年实事责任分解\n\n一、修建通村道路80公里\n\n（一）责任领导：李明\n\n（二）责任单位：市交通局\n\n"
            "（三）协办单位：市财政局\n\n（四）任务分解：\n1、东乡40公里；\n2、西乡40公里。\n\n（五）完成时限：年底前\n\n"
            "二、改造卫生院\n\n（一）责任单位：市卫健局\n\n（二）完成时限：年底前\n")
    sections = [s for s in read_text(text).sections if s.kind != "paragraph"]
    assert [s.title for s in sections] == ["修建通村道路80公里", "改造卫生院"]


def test_a_label_on_its_own_line_ends_the_task_above_that_bears_no_full_stop() -> None:
    text = ("2024年任务分解\n\n1.加强山塘水库巡查,切实保障群众生命财产安全\n\n"
            "牵头责任单位:县水利局\n\n主要协作单位:各乡镇人民政府\n\n"
            "2.建成公园。\n\n牵头责任单位:县住建局\n\n主要协作单位:各乡镇人民政府\n\n监督方式:0571-88888888\n")
    sections = read_text(text).sections
    assert [(s.number, s.kind) for s in sections] == [("1", "item"), ("2", "item")]
    assert sections[0].title == "加强山塘水库巡查,切实保障群众生命财产安全"


def test_a_text_on_one_line_whose_blanks_are_the_breaks_of_its_lines() -> None:
    words = (
        "各省、自治区、直辖市水利厅,新疆生产建设兵团水利局: 为贯彻落实节水优先方针,提升全民节水意识,规范国家节水教 "
        "育基地建设和运行管理,水利部对原办法进行了修订,现将修订后的《节 水教育基地管理办法》印发给你们,请遵照执行。 "
        "第一章总则 第一条根据《中华人民共和国水法》,为加强和规范基 地的建设与管理,顺应全面加强节水工作的有关要求,制 "
        "定本办法,并报上级机关备案。 第二条基地是开展节水宣传教育的重要场所,在开展社会性、群 "
        "众性、经常性的节水活动中具有示范性,是国家特色教育基地的重 要组成部分,主要包括场馆、企业、园区、院所等类别。 "
        "第三条水利部负责基地的管理,具体工作由水利部有关司共同承担, "
    )
    document = read_text(words + "各省水行政主管部门负责本行政区域内的基地审核工作。")
    assert "节水教育基地建设和运行管理" in document.text
    assert "加强和规范基地的建设" in document.text
    articles = [s.number for s in document.sections if s.kind == "article"]
    assert articles == ["1.1", "1.2", "1.3"]
    assert document.header.title == "节水教育基地管理办法"
