"""Bytes and text → document: encodings, errors, page furniture, seams, one-line texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import InputError
from graph.model import Document
from graph.read import fold, read_bytes, read_file, read_text

FOUNDING = Path(__file__).parent.parent / "data" / "documents" / "cixi-2025-1.txt"
NOTICE = (
    "某市财政局关于拨付资金的通知\n某财发〔2024〕3号\n各镇人民政府：\n"
    "一、拨付范围。按规定拨付到位。\n某市财政局\n2024年3月1日\n"
)


@pytest.fixture(scope="module")
def founding() -> Document:
    return read_file(FOUNDING)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_usual_encoding_gives_the_same_document(encoding: str) -> None:
    assert read_bytes(NOTICE.encode(encoding), "x") == read_text(NOTICE, "x")


def test_line_ends_are_lf() -> None:
    assert read_text(NOTICE.replace("\n", "\r\n")).raw == NOTICE
    assert read_text(NOTICE.replace("\n", "\r")).raw == NOTICE


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "空"),
        (b"  \n\t\n", "空"),
        ("　　\n".encode(), "空"),
        (b"%PDF-1.7 xxx", "PDF"),
        (b"PK\x03\x04xxxx", "Word"),
        (b"\xd0\xcf\x11\xe0xxxx", "Office"),
        (b"\x81\x20\xff\xfe\x80\x80", "编码"),
        (b"ab\x00\x01\x02cd", "编码"),
        (("本府擁有家電企業，實現營收同比增長；現就建議中的有關事項答覆如下。" * 3).encode("big5"), "编码"),
        (b"This is an English letter about nothing.", "中文"),
    ],
)
def test_what_is_no_document_says_so_in_one_line(data: bytes, what: str) -> None:
    with pytest.raises(InputError) as error:
        read_bytes(data, "某文件.txt")
    assert what in str(error.value)
    assert "某文件.txt" in str(error.value)
    assert "\n" not in str(error.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="没有这个文件"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(InputError, match="文件夹"):
        read_file(tmp_path)
    large = tmp_path / "large.txt"
    with large.open("wb") as handle:
        handle.truncate(11 * 1024 * 1024)
    with pytest.raises(InputError, match="太大"):
        read_file(large)


def test_fold_gives_one_form() -> None:
    assert fold("〔２０２５〕（Ａ）“x”—２３％：；") == "[2025](A)“x”-23%:;"
    assert fold('"甲"和"乙"') == "“甲”和“乙”"


def test_seams_of_the_founding_document_are_mended(founding: Document) -> None:
    kinds = [repair.kind for repair in founding.repairs]
    assert kinds.count("split-word") == 5
    assert kinds.count("repeated-run") == 1
    assert [repair.note for repair in founding.repairs if repair.guessed] == ["疑缺“新技”"]
    for words in (
        "规上家电企业研发费用34亿元",
        "支持企业在高能级城市组建",
        "深圳飞地，通过飞地联网",
        "建设方案（2025—2027年)》",
        "“甬企走出去联盟”",
        "坚持把服务保障",
    ):
        assert words in founding.text


def test_evidence_across_a_seam_quotes_the_raw_text(founding: Document) -> None:
    start = founding.text.index("研发费用34亿元")
    evidence = founding.evidence(start, start + len("研发费用34亿元"))
    assert evidence.quote == "研\n\n发费用 34 亿元"
    assert founding.raw[evidence.start : evidence.end] == evidence.quote


def wrapped(text: str, columns: int) -> str:
    """The paragraphs as a PDF text layer shows them: set in by two, broken at the margin, even within words."""
    lines = []
    for paragraph in text.split("\n"):
        rest = f"　　{paragraph}"
        while rest:
            lines.append(rest[:columns])
            rest = rest[columns:]
    return "\n".join(lines)


BODY = "\n".join(
    [
        "一、加强组织领导。各镇要把防汛工作摆上重要位置，压实包保责任，逐级落实到人，确保责任链条完整闭合。",
        "二、强化监测预警。县水利局要会同县气象局加密会商研判，及时发布预警信息，提高预报精度和时效。",
        "三、做好物资储备。县应急管理局要按照标准补充防汛物资，开展实战演练，提升应急处置能力和水平。",
    ]
)


def test_hard_line_breaks_are_joined() -> None:
    assert read_text(wrapped(BODY, 22)).text == BODY
    assert {repair.kind for repair in read_text(wrapped(BODY, 22)).repairs} == {"hard-break"}


def test_a_line_that_a_text_layer_broke_in_pieces_is_joined() -> None:
    in_pieces = wrapped(BODY, 22).replace("压实包保", "压实包\n保")
    assert in_pieces.count("\n") == wrapped(BODY, 22).count("\n") + 1
    assert read_text(in_pieces).text == BODY


def test_what_the_links_of_a_page_broke_up_is_one_sentence() -> None:
    text = ("一、依据\n1.按《某部关于印发\n办公用房标准的通知\n》规定配置。\n"
            "2.根据\n《某省条例》\n，制定方案。\n3.组织实施。\n")
    assert read_text(text).text.split("\n") == [
        "一、依据", "1.按《某部关于印发办公用房标准的通知》规定配置。", "2.根据《某省条例》，制定方案。",
        "3.组织实施。"]


def test_a_heading_between_blank_lines_is_no_torn_sentence() -> None:
    heading, text = "（二）加强水源地保护和供水管网改造，推进节约用水", "改造供水管网，减少漏损。"
    lines = read_text(f"青溪市工作报告\n\n（一）统筹城乡。\n\n{text}\n\n{heading}\n\n{text}\n").text.split("\n")
    assert heading in lines


def test_page_numbers_go_and_the_sentence_goes_on() -> None:
    lines = wrapped(BODY, 22).split("\n")
    paged = "\n".join([*lines[:1], "", "— 1 —", "", *lines[1:4], "", "第 2 页 共 3 页", "", *lines[4:]])
    document = read_text(paged)
    assert document.text == BODY
    assert [repair.kind for repair in document.repairs].count("page-number") == 2


def test_lines_that_end_sentences_stay_paragraphs() -> None:
    assert read_text(BODY).text == BODY
    assert read_text(BODY.replace("\n", "\n\n")).text == BODY


WEB = """无障碍阅读 长者模式
首页
政务公开
当前位置：首页 > 政务公开 > 通知公告
某市财政局关于拨付资金的通知
发布时间：2024-03-02 来源：某市财政局 浏览量：12 字体：[大 中 小]

某财发〔2024〕3号
各镇人民政府：
一、拨付范围。按规定拨付到位，专款专用。
扫一扫在手机打开当前页
二、拨付时间。请于三月底前拨付完毕。

打印 关闭
网站标识码：1234567890 浙ICP备12345678号
主办：某市人民政府 承办：某市大数据局
手机版
"""


def test_page_furniture_goes_before_within_and_after() -> None:
    document = read_text(WEB)
    assert document.text.split("\n") == [
        "某市财政局关于拨付资金的通知",
        "某财发〔2024〕3号",
        "各镇人民政府：",
        "一、拨付范围。按规定拨付到位，专款专用。",
        "二、拨付时间。请于三月底前拨付完毕。",
    ]
    assert {repair.kind for repair in document.repairs} == {"furniture"}


def test_words_of_furniture_inside_sentences_stay() -> None:
    text = "一、推进无障碍环境建设。完善网站地图和联系我们栏目。\n二、优化打印服务。方便群众办事。"
    assert read_text(text).text == text


def test_a_title_inside_page_furniture_in_the_middle_becomes_the_title() -> None:
    text = (
        "某工信〔2025〕4号\n　　为支持企业发展，结合我市实际，制定本计划。\n"
        "　　一、总体要求\n进入关怀版\n导航\n当前位置：首页 > 政策法规\n"
        "某市支持科技企业发展行动计划（2025—2027年）\n2024-05-06 08:00:00\n"
        "【字体：大中小】\n\n　　坚持创新驱动，支持企业做强做优做大。\n"
    )
    document = read_text(text)
    assert document.header.title == "某市支持科技企业发展行动计划（2025—2027年）"
    assert document.header.witness["title"][0].quote == document.header.title
    assert "导航" not in document.text
    assert "坚持创新驱动" in document.text


def test_paragraphs_of_a_one_line_text_are_found() -> None:
    line = (
        "某省商务厅关于稳定外贸的若干措施 某商发〔2020〕5号 各市商务局: 为稳定外贸，"
        "制定如下措施。 一、加大金融支持 "
        "1.扩大信贷投放。引导银行增加贷款。(责任单位:省商务厅) 2.降低融资成本。对贷款给予贴息。"
        " 二、优化服务 3.简化手续。推行网上办理。"
    )
    document = read_text(line)
    assert document.text.split("\n")[:4] == [
        "某省商务厅关于稳定外贸的若干措施",
        "某商发〔2020〕5号",
        "各市商务局:",
        "为稳定外贸，制定如下措施。",
    ]
    assert [section.number for section in document.sections if section.kind == "item"] == ["1.1", "1.2", "2.3"]
    assert document.evidence(0, len(document.text)).quote == line


def test_blanks_of_typesetting_go_from_the_view() -> None:
    document = read_text("第一章　总　则\n签发人：王　某\n截至 2024 年末，全市 有 17 家。")
    assert document.text == "第一章　总则\n签发人：王某\n截至2024年末，全市 有17家。"


def test_markdown_marks_are_no_text() -> None:
    assert read_text("## 一、**总体要求**\n\n- 坚持创新\n> 引用文字").text == "一、总体要求\n坚持创新\n引用文字"


def test_marks_that_are_never_closed_cost_little() -> None:
    for mark in "“《（":
        assert read_text(f"一、{mark}甲" * 20_000).text


def test_running_heads_of_a_print_go_with_its_page_numbers() -> None:
    pages = [f"某市人民政府公报\n\n{paragraph}\n\n— {i} —\n" for i, paragraph in enumerate(BODY.split("\n"), 1)]
    assert read_text("\n".join(pages)).text == f"某市人民政府公报\n{BODY}"


def test_blanks_that_a_scanner_strewed_over_the_text_are_closed_and_the_offsets_hold() -> None:
    text = ("青溪市节水工作方案\n一、总体要求\n为提高用 水效率，按照上级部署，结 合我市实际，制定本方案。\n"
            "二、重点任务\n1.加强农业节 水。推广高效节水 灌溉技术，新增面 积12 50亩。\n"
            "2.加强工业节水。推动企 业改造，由市水 利局负责。\n"
            "3.加强宣传。会同市水利局 市教育局开展活动，提高节水意识。\n")
    document = read_text(text)
    assert "新增面积1250亩" in document.text
    assert "由市水利局负责" in document.text
    assert "市水利局 市教育局" in document.text
    place = document.evidence(document.text.index("水利局"), document.text.index("水利局") + 3)
    assert place.quote == text[place.start:place.end] == "水 利局"


def test_radicals_of_a_pdf_font_are_read_as_characters_and_quoted_as_they_stand() -> None:
    text = "⻘溪市⼯作⽅案\n⼀、重点任务\n1.建设⼤⼚⽔库，由市⽔利局负责。\n"
    document = read_text(text)
    assert document.text.endswith("1.建设大厂水库，由市水利局负责。")
    place = document.evidence(document.text.index("市水利局"), document.text.index("市水利局") + 4)
    assert place.quote == "市⽔利局"


@pytest.mark.parametrize("blank", ["\u2003\u2003", "\u00a0\u00a0", "&nbsp;&nbsp;", "&emsp;"])
def test_blanks_of_every_kind_set_a_paragraph_in(blank: str) -> None:
    text = f"{blank}青溪市工作方案\n{blank}一、重点任务\n{blank}1.建设水库。\n"
    assert read_text(text).text == "青溪市工作方案\n一、重点任务\n1.建设水库。"


def test_a_few_blanks_are_left_where_they_are() -> None:
    text = "青溪市节水工作方案\n一、重点任务\n1.加强农业 节水，推广高效节水灌溉技术。\n2.加强宣传，提高意识。\n"
    assert "农业 节水" in read_text(text).text


def test_blanks_inside_numbers_are_closed_and_the_offsets_hold() -> None:
    raw = "到202 4 年底，比重突破 3 .1 %，人均达6. 8 件，新增 1 000 家，面积12 500平方米。\n1. 2024年完成20项。\n"
    document = read_text(raw)
    assert document.text.splitlines()[0] == "到2024年底，比重突破3.1%，人均达6.8件，新增1000家，面积12500平方米。"
    assert document.text.splitlines()[1].startswith("1. 2024年")
    place = document.evidence(document.text.index("3.1"), document.text.index("3.1") + 3)
    assert raw[place.start:place.end] == place.quote == "3 .1"
