"""The elements of GB/T 9704, as documents of many kinds write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import Contact, Header, Proposal
from graph.read import read_file, read_text

FOUNDING = Path(__file__).parent.parent / "data" / "documents" / "cixi-2025-1.txt"


def header(text: str) -> Header:
    return read_text(text).header


def test_the_founding_document() -> None:
    document = read_file(FOUNDING)
    found = document.header
    assert (found.genre, found.category, found.signer, found.year, found.date) == ("reply", "A", "胡志远", 2025, "")
    assert found.title == "对市人大十八届四次会议第17号建议的答复"
    assert (found.number, found.issuer) == ("慈科建〔2025〕1号", "慈溪市科学技术局")
    assert found.addressees == ("张迪煊",)
    assert found.subject == "关于推动传统家电产业转型升级的建议"
    assert found.proposal == Proposal("市人大十八届四次会议", 17)
    assert found.cc == ("市人大代表工委", "市政府办公室", "市经信局", "市商务局", "市市场监管局")
    assert found.contact == Contact("魏佳锦", "89591370")
    for places in found.witness.values():
        assert all(document.raw[place.start : place.end] == place.quote for place in places)
    assert set(found.witness) == {
        "title",
        "number",
        "issuer",
        "signer",
        "category",
        "addressees",
        "subject",
        "proposal",
        "cc",
        "contact",
    }


MINISTRY = """国土部关于政协第十三届全国委员会第四次会议
第1234号（资源环境类089号）提案答复的函
国土提案〔2021〕56号

民建中央：
你们提出的《关于加强耕地保护的提案》收悉，经商农业部，现答复如下：
一、关于严格用途管制。我部将修订管理办法，严格审批程序。
感谢你们的支持。
国土部
二〇二一年八月二十日
联系单位及电话：耕地保护司 010-66558888
"""


def test_reply_of_a_ministry_to_a_party() -> None:
    found = header(MINISTRY)
    assert (found.genre, found.number, found.date, found.issuer) == (
        "reply",
        "国土提案〔2021〕56号",
        "2021-08-20",
        "国土部",
    )
    assert found.title == "国土部关于政协第十三届全国委员会第四次会议第1234号（资源环境类089号）提案答复的函"
    assert found.proposal == Proposal("政协第十三届全国委员会第四次会议", 1234)
    assert (found.addressees, found.subject) == (("民建中央",), "关于加强耕地保护的提案")
    assert found.contact == Contact("耕地保护司", "010-66558888")


WRAPPED = """海政办函〔2023〕45号

海州市人民政府办公厅关于印发
海州市海绵城市建设三年行动计划
（2023—2025年）的通知

各区、县（市）人民政府，市政府各部门、各直属单位：
　　《海州市海绵城市建设三年行动计划（2023—2025年）》已经市政府同意，现印发给你们，请认真组织实施。

海州市人民政府办公厅
2023年5月6日

海州市海绵城市建设三年行动计划
（2023—2025年）

　　为推进海绵城市建设，制定本行动计划。
　　一、重点任务
　　1.编制专项规划。2023年10月底前完成修编。

抄送：市委各部门，市人大常委会、市政协办公厅。
海州市人民政府办公厅　　　　　　2023年5月8日印发
"""


def test_a_notice_takes_title_and_genre_of_what_it_wraps() -> None:
    found = header(WRAPPED)
    assert (found.title, found.genre) == ("海州市海绵城市建设三年行动计划（2023—2025年）", "plan")
    assert (found.number, found.date, found.issuer) == ("海政办函〔2023〕45号", "2023-05-06", "海州市人民政府办公厅")
    assert found.addressees == ("各区、县（市）人民政府", "市政府各部门、各直属单位")
    assert found.cc == ("市委各部门", "市人大常委会", "市政协办公厅")


JOINT = """海州市财政局　　海州市商务局
关于开展消费促进活动的通知
海财规【2024】第12号
市直各单位：
现就有关事项通知如下：
一、活动时间。自发文之日起三个月。
海州市财政局　　海州市商务局
水　务　集　团　公　司
2024年3月1日
"""


def test_joint_issuers_and_spaced_names() -> None:
    found = header(JOINT)
    assert found.issuers == ("海州市财政局", "海州市商务局", "水务集团公司")
    assert (found.issuer, found.number, found.year, found.genre) == (
        "海州市财政局",
        "海财规【2024】第12号",
        2024,
        "notice",
    )


REPORT = """政府工作报告
（2024年1月10日在临河市第八届人民代表大会第四次会议上）
临河市市长　王某某
各位代表：
现在，我代表市人民政府向大会作政府工作报告，请予审议。
一、2023年工作回顾
（一）动能持续增强。研发投入占比达到3.2%。
"""


def test_work_report_names_its_giver_by_office() -> None:
    found = header(REPORT)
    assert (found.genre, found.title, found.date) == ("report", "政府工作报告", "2024-01-10")
    assert (found.issuer, found.inferred, found.addressees) == ("临河市人民政府", ("issuer",), ())


def test_bulletin_with_footnote_and_issuer_in_the_head() -> None:
    found = header(
        "东港区2023年国民经济和社会发展统计公报[1]\n东港区统计局\n"
        "2024年3月20日\n\n一、综合\n\n全年地区生产总值512.3亿元，增长5.8%。"
    )
    assert (found.genre, found.title) == ("bulletin", "东港区2023年国民经济和社会发展统计公报")
    assert (found.issuer, found.date, found.year) == ("东港区统计局", "2024-03-20", 2024)


def test_issuer_from_the_number_is_marked_as_inferred() -> None:
    found = header("厦工信〔2021〕7号\n为支持企业发展，制定本计划。\n一、总体要求\n坚持创新驱动。")
    assert (found.issuer, found.inferred) == ("厦门市工业和信息化局", ("issuer",))
    assert found.witness["issuer"][0].quote == "厦工信〔2021〕7号"


def test_index_table_of_a_site_fills_what_the_text_leaves_out() -> None:
    found = header(
        "首页\n当前位置：首页 > 政策\n发文机关：某市商务局    成文日期：2024-08-06\n"
        "发文字号：某商规〔2024〕3号    有效性：有效\n\n"
        "某市促进外贸发展若干措施\n\n一、支持参展。给予补贴。\n二、支持转型。给予奖励。"
    )
    assert (found.number, found.date, found.issuer) == ("某商规〔2024〕3号", "2024-08-06", "某市商务局")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("张迪煊代表：", ("张迪煊",)),
        ("尊敬的秦晓楠、段文渊委员：", ("秦晓楠", "段文渊")),
        ("丁晓峰、阿依努尔·买买提等3位代表：", ("丁晓峰", "阿依努尔·买买提")),
        ("马某某副主席：", ("马某某",)),
        ("尊敬秦晓楠代表：", ("秦晓楠",)),
        ("农工党海州市委会：", ("农工党海州市委会",)),
        ("市发改委、市财政局：", ("市发改委", "市财政局")),
        (
            "各市、县（市、区）人民政府，省政府各部门、各直属机构：",
            ("各市、县（市、区）人民政府", "省政府各部门、各直属机构"),
        ),
    ],
)
def test_addressees(line: str, names: tuple[str, ...]) -> None:
    assert header(f"关于有关问题的答复\n{line}\n有关情况答复如下。\n一、基本情况。项目进展顺利。").addressees == names


@pytest.mark.parametrize(
    ("opening", "subject", "proposal"),
    [
        ("您提出的“关于改进公交服务的建议”收悉。", "关于改进公交服务的建议", None),
        ("您提出的关于改进公交服务的建议收悉，现答复如下：", "关于改进公交服务的建议", None),
        (
            "您在市十五届人大三次会议上提出的第88号建议《关于改进公交服务的建议》收悉。",
            "关于改进公交服务的建议",
            Proposal("市十五届人大三次会议", 88),
        ),
        ("您提出的《改进公交服务》的提案（第B0123号提案）收悉。", "改进公交服务的提案", Proposal("", "B0123")),
        ("您提出的关于《关于改进公交服务的建议》已收悉。", "关于改进公交服务的建议", None),
        ("您提出的《关于改进公交服务的意见》（第323号）收悉。", "关于改进公交服务的意见", None),
        ("您提出的《关于支持申报“公交都市》（第94号建议）收悉。", "关于支持申报“公交都市的建议", Proposal("", 94)),
        ("您提出的关于改进公交服务的建议（第13、53号建议）收悉。", "关于改进公交服务的建议", Proposal("", 13)),
    ],
)
def test_what_a_reply_answers(opening: str, subject: str, proposal: Proposal | None) -> None:
    found = header(f"某市交通局关于有关建议的答复\n\n王某代表：\n{opening}\n一、办理情况。已新增线路两条。")
    assert (found.genre, found.subject, found.proposal) == ("reply", subject, proposal)


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("国务院关于同意设立试验区的批复", "other"),
        ("某县关于意见办理结果的函", "letter"),
        ("某区人才公寓管理办法（试行）", "rules"),
        ("某市“十四五”工业发展规划", "plan"),
        ("某省人民政府关于加快发展的若干意见", "measures"),
        ("某局2023年工作总结和2024年工作打算", "report"),
        ("某市人民政府关于禁止燃放的通告", "notice"),
        ("某市民政局关于第20230123号提案的复函", "reply"),
        ("某县水利局关于第7号代表建议办理情况的函", "reply"),
        ("某省人民政府关于政协提案办理情况的函", "letter"),
    ],
)
def test_genre_by_title(title: str, genre: str) -> None:
    assert header(f"{title}\n\n一、有关事项。按照规定办理。\n二、有关要求。抓好落实。").genre == genre


def test_a_cited_number_is_not_the_documents_own() -> None:
    found = header("某县防汛工作方案\n根据《通知》（国办发〔2020〕6号）要求，制定本方案。\n一、工作任务。开展巡查。")
    assert found.number == ""


def test_a_short_signature_takes_the_full_name_of_the_title() -> None:
    found = header(
        "海州市教育局关于第12号提案的答复\n\n李某委员\n您提出的关于体育场地开放的提案收悉。"
        "\n一、办理情况。已开放。\n市教育局\n2023年3月1日"
    )
    assert (found.issuer, found.addressees) == ("海州市教育局", ("李某",))


def test_a_text_without_header_has_none() -> None:
    found = header("今年以来，全市新增企业20家，同比增长5%。")
    assert (found.title, found.number, found.issuer, found.addressees, found.genre) == ("", "", "", (), "other")


@pytest.mark.parametrize("opening", [
    "政府工作报告\n2023年2月14日在海州市青溪区第九届人民代表大会第三次会议上\n区人民政府区长　李明",
    "政府工作报告\n2023年2月14日在海州市青溪区第九届人民代表大会第三次会议上\n青溪区区长 李 明",
    "——2023年2月14日在海州市青溪区\n第九届人民代表大会第三次会议上\n青溪区区长 李 明",
    "政府工作报告\n青溪区区长　李　明\n（2023年2月14日在海州市青溪区第九届人民代表大会第三次会议上）",
])
def test_date_and_issuer_of_a_report_stand_where_it_was_given(opening: str) -> None:
    text = "各位代表：\n现在，我代表区人民政府向大会报告工作，请予审议。\n一、工作回顾\n新增学校8所。\n"
    found = header(f"{opening}\n{text}")
    assert (found.date, found.year, found.issuer) == ("2023-02-14", 2023, "海州市青溪区人民政府")
    assert (found.genre, found.title) == ("report", "政府工作报告" if "政府工作报告" in opening else "")


def test_a_title_that_ends_with_the_bureau_it_is_for() -> None:
    found = header("索 引 号  1137130000/2020-0000137  发布机构  海州市水利局\n 文  号   公开方式  主动公开\n"
                   " 信息名称  2020年海州市政府工作报告责任分工-市水利局\n\n"
                   "2020年海州市政府工作报告责任分工-市水利局\n\n"
                   "2020-07-08   作者： 点击数：  \n\n28.加快水库加固，完成12座任务。\n\n牵头单位：市水利局\n")
    assert (found.title, found.genre) == ("2020年海州市政府工作报告责任分工-市水利局", "plan")


@pytest.mark.parametrize(("head", "title", "genre"), [
    ("《青溪市人民政府办公室关于印发〈青溪市2024年工作要点〉的通知》", "青溪市2024年工作要点", "plan"),
    ("《青溪市制造强市行动计划（2023—2025年）》的通知", "青溪市制造强市行动计划（2023—2025年）", "plan"),
    ("The Beginning\n青溪县人民政府拟征收土地启动公告（青征公告﹝2022﹞4号）",
     "青溪县人民政府拟征收土地启动公告", "notice"),
    ("首 页 区县招商 产业园区 新闻中心\n青溪市关于发展旅游业的意见", "青溪市关于发展旅游业的意见", "measures"),
    ("名称 | 青溪市关于表彰先进单位的通知 | ||\n发文文号 | 青政发〔2007〕19号 |\n法规类型 | 101 | 所属行业 | 100 |",
     "青溪市关于表彰先进单位的通知", "notice"),
])
def test_titles_as_sites_and_copies_leave_them(head: str, title: str, genre: str) -> None:
    text = "现就有关事项说明，请认真执行。\n一、工作任务。推进建设。\n二、有关要求。抓好落实。\n"
    found = header(f"{head}\n各镇人民政府：\n{text}")
    assert (found.title, found.genre) == (title, genre)


def test_a_notices_issuer_is_in_its_title_whatever_body_the_site_names() -> None:
    found = header("青溪经济开发区八里办事处\n乡级\n海州县人民政府征收土地预公告\n牟政预告〔2022〕2号\n"
                   "根据有关规定，现发布公告：\n一、调查安排。由海州县组织调查。\n特此公告\n2022年5月19日\n")
    assert (found.issuer, found.number) == ("海州县人民政府", "牟政预告〔2022〕2号")


def test_a_reply_without_signature_is_of_the_body_to_call() -> None:
    found = header("李某、陈某委员：\n你们提出的关于配套设施的提案已收悉。现答复如下：\n"
                   "我局已列入计划。\n2022年9月23日\n"
                   "联系单位：青溪市住房和城乡建设局\n联 系 人：张 雷 联系电话：56155520\n"
                   "抄 报：市督查局 市政协提案委\n")
    assert (found.issuer, found.inferred) == ("青溪市住房和城乡建设局", ("issuer",))
    assert found.cc == ("市督查局", "市政协提案委")


def test_a_number_without_sign_leaves_the_title_above_it() -> None:
    found = header("青溪市人民政府专题会议纪要\n〔2023〕12号\n会议研究港口工程事宜，现纪要如下：\n"
                   "一、关于选址。同意选址方案。\n")
    assert found.title == "青溪市人民政府专题会议纪要"


@pytest.mark.parametrize("line", ["B类", "B", "（B类）", "办复类别：B类", "办理结果：（B）", "类别标记：B"])
@pytest.mark.parametrize("below", [False, True])
def test_the_category_in_its_spellings(line: str, below: bool) -> None:
    above, end = ("", f"\n{line}\n联系人：丁一舟") if below else (f"{line}\n", "")
    found = header(f"青溪县交通局关于第12号建议的答复\n{above}岳小满代表：\n您提出的关于修路的建议收悉。\n"
                   f"一、办理情况。已修路3公里。\n青溪县交通局\n2023年3月1日{end}")
    assert (found.category, found.date, found.addressees) == ("B", "2023-03-01", ("岳小满",))


def test_number_class_and_openness_on_one_line_and_a_name_without_a_phone() -> None:
    found = header("青溪县人社局对县政协八届二次会议第287号提案的答复\n青人社字〔2018〕43号A类 同意公开\n岳小满委员：\n"
                   "您提出的关于建设工作站的建议收悉。现答复如下：\n我局已出台方案。\n青溪县人社局\n2018年9月5日\n"
                   "承办负责人：唐一鸣\n承办人及联系电话：丁一舟\n")
    assert (found.number, found.category, found.date) == ("青人社字〔2018〕43号", "A", "2018-09-05")
    assert found.contact == Contact("丁一舟", "")


def test_a_long_number_of_a_proposal_is_read_whole() -> None:
    found = header("对江东省第十二届人大第五次会议第 JY100012050700号建议的答复\n岳小满等8名代表：\n"
                   "你们提出的《关于支持加工区的建议》收悉，现答复如下：\n我委已安排资金。\n")
    assert found.proposal == Proposal("江东省第十二届人大第五次会议", "JY100012050700")


PRESS = [
    ("3月1日云溪市人民政府发布云溪市停车管理办法全文如下↓ 《云溪市停车管理办法》已经市政府常务会议通过，现予公布，"
     "自2024年4月1日起施行。 云溪市停车管理办法 第一条 为加强停车管理，制定本办法。 第二条 公安机关负责泊位设置。",
     Header(genre="rules", title="云溪市停车管理办法", issuer="云溪市人民政府")),
    ("5月6日，云溪市人民政府办公室印发《云溪市促进消费若干措施》，全文如下：\n一、支持汽车消费\n每辆补贴3000元。\n",
     Header(genre="measures", title="云溪市促进消费若干措施", issuer="云溪市人民政府办公室")),
    ("近日，工信部在答复政协十四届全国委员会第二次会议第1357号提案时表示，将推进改造。\n"
     "以下是答复全文：\n一、关于改造\n已安排资金。\n",
     Header(genre="reply", issuer="工业和信息化部", proposal=Proposal("政协十四届全国委员会第二次会议", 1357))),
    ("2022年，全区经济总体平稳。\n一、综合\n全年实现地区生产总值38.4亿元，同比增长5.6%。\n二、农业\n粮食总产48万吨。\n",
     Header(genre="bulletin", year=2022)),
]


@pytest.mark.parametrize(("text", "expected"), PRESS)
def test_what_a_press_item_says_before_the_text(text: str, expected: Header) -> None:
    found = header(text)
    elements = ("genre", "title", "issuer", "proposal", "year")
    assert [getattr(found, name) for name in elements] == [getattr(expected, name) for name in elements]


def test_the_number_of_minutes_without_a_sign() -> None:
    found = header("云溪县人民政府常务会议纪要\n〔2023〕12号\n\n会议议定事项如下：\n一、同意设立云溪县产业基金。\n")
    assert (found.number, found.year) == ("〔2023〕12号", 2023)


def test_a_title_run_together_with_its_text() -> None:
    found = header("云溪县水利局2023年工作总结2023年，我局深入推进改革。" + "我局修建水渠5公里，培训农民200人次。" * 6)
    assert (found.genre, found.title) == ("report", "云溪县水利局2023年工作总结")


def test_a_committee_and_its_government_written_together_are_two_issuers() -> None:
    text = "中共江东市委江东市人民政府关于加快文旅融合的实施意见\n\n各县（市、区）：\n\n一、发展目标。建成景区10个。\n"
    assert read_text(text).header.issuers == ("中共江东市委", "江东市人民政府")


def test_a_row_above_the_signature_signs_nothing() -> None:
    table = "云溪县任务分解表\n任务\t责任单位\n扩建县福利院\t县民政局\n修建步道\t县住建局\n"
    assert header(f"{table}\n云溪县人民政府\n2024年3月1日\n").issuers == ("云溪县人民政府",)


def test_the_last_cell_of_a_table_signs_nothing() -> None:
    found = header("云溪县任务分解表\n序号\n工作任务\n责任单位\n1\n建立例会制度，落实资金\n县财政局\n")
    assert found.issuers == ()


def test_a_salutation_run_together_with_the_text_of_a_reply() -> None:
    found = header("尊敬的赵明远(等8位)代表：《关于发展乡村旅游的建议》收悉，现答复如下：一、基本情况我区有旅游。")
    assert (found.genre, found.addressees, found.subject) == ("reply", ("赵明远",), "关于发展乡村旅游的建议")


def test_a_reply_without_title_and_salutation_is_one_by_the_sentence_that_answers() -> None:
    text = "政协第三次会议的集体提案《关于扶持茶产业的提案》收悉，现答复如下。\n我局制定了茶产业方案。\n"
    found = header(text + "青溪县农业农村局\n2020年9月27日\n签 发 人：钱一山\n近日，青溪县中医院顺利完成电子...\n")
    assert (found.genre, found.subject, found.signer) == ("reply", "关于扶持茶产业的提案", "钱一山")


def test_a_body_without_colon_above_what_was_received_is_addressed_and_did_not_issue() -> None:
    text = "关于《关于发展夜经济的提案》（委员提案【2023】7号）的答复\n来源：青溪市商务局　时间：2023-07-18 16:00\n"
    found = header(text + "民盟青溪市委员会\n《关于发展夜经济的提案》已收悉，感谢支持。现回复如下：\n一、情况\n")
    assert (found.addressees, found.issuer, found.number) == (("民盟青溪市委员会",), "青溪市商务局", "")


def test_a_form_names_who_is_answered_and_its_class() -> None:
    text = "类别  A类        青工函〔2023〕72号\n青溪县工业局\n关于县政协第9号提案办理情况的复函\n委员姓名：孙小舟\n"
    found = header(text + "您提出的关于支持夜市的提案收悉，现答复如下：\n一、主要做法。\n")
    assert (found.category, found.number, found.addressees) == ("A", "青工函〔2023〕72号", ("孙小舟",))
    assert found.title == "青溪县工业局关于县政协第9号提案办理情况的复函"


def test_the_proposal_keeps_the_word_before_its_quoted_title() -> None:
    found = header("孙小舟委员：\n您提出的关于“整治电动车乱停”的提案收悉，现答复如下：\n一、加强管理。\n")
    assert found.subject == "关于“整治电动车乱停”的提案"


def test_departments_that_share_the_area_before_them_are_addressed_as_one() -> None:
    bodies = "各县发展改革委、财政局，东山新区经济局、财政局，市政府各委、办、局"
    text = f"关于奖励举报的通知\n{bodies}：\n现通知如下。\n一、奖励标准。\n"
    assert header(text).addressees == tuple(bodies.split("，"))


def test_addressed_bodies_side_by_side_after_a_comma_are_two() -> None:
    text = "国务院关于某规划的批复\n陕西、甘肃省人民政府，国家发展改革委、住房城乡建设部：\n"
    text += "请示收悉。现批复如下：\n一、原则同意。\n"
    assert header(text).addressees == ("陕西、甘肃省人民政府", "国家发展改革委", "住房城乡建设部")


def test_the_buttons_of_a_reading_aid_are_no_part_of_the_title() -> None:
    found = header("读屏\n放大\n配色\n大鼠标\n全屏\n换肤\n对市政协第12号提案的答复\n孙小舟委员：\n提案收悉。\n")
    assert found.title == "对市政协第12号提案的答复"


GLUED = (
    "{head}各县人民政府，市政府各部门，各直属单位：现将《云溪市停车管理办法》印发给你们，请遵照执行。"
    "云溪市人民政府2023年9月5日（此件公开发布）云溪市停车管理办法第一章总则"
    "第一条为规范停车秩序，根据有关规定，制定本办法。第二条市城市管理局负责停车管理工作，"
    "编制停车规划。第二章收费第三条停车收费实行分区定价，由市发改委制定标准。"
)


@pytest.mark.parametrize("end", ["\n", "云政发〔2023〕9号"])
def test_a_notice_run_together_with_what_it_wraps(end: str) -> None:
    document = read_text(GLUED.format(head=f"云溪市人民政府关于印发《云溪市停车管理办法》的通知{end}"))
    found = document.header
    assert (found.title, found.date, found.issuer) == ("云溪市停车管理办法", "2023-09-05", "云溪市人民政府")
    assert found.addressees == ("各县人民政府", "市政府各部门", "各直属单位")
    assert found.number == end.strip()
    assert [s.number for s in document.sections if s.kind == "article"] == ["1.1", "1.2", "2.3"]


def test_a_sites_section_and_a_headline_are_no_part_of_the_title() -> None:
    for lead in ("政府信息公开\n", "导航菜单\n", "公示 | 45家园区入围！\n"):
        text = f"{lead}青溪县示范园区名单公告\n现将名单予以公布，请各地做好相关工作。\n"
        assert header(text).title == "青溪县示范园区名单公告"


def test_the_index_names_a_report_whose_page_has_only_its_occasion() -> None:
    occasion = "2025年3月21日在青溪区第十九届\n人民代表大会第四次会议上\n各位代表：\n"
    text = f"文件名称 | 青溪区2025年政府工作报告 | ||\n{occasion}"
    assert header(f"{text}现在，我代表区人民政府报告工作。\n").title == "青溪区2025年政府工作报告"


def test_several_to_call_above_the_signature() -> None:
    text = "各有关单位：\n现将拟评定名单予以公示。\n联系人：王志远、李明\n电话：88301234\n"
    found = header(f"{text}青溪市科学技术局\n2022年9月14日\n")
    assert (found.genre, found.contact) == ("notice", Contact("王志远、李明", "88301234"))


def test_the_council_of_a_term_is_the_government() -> None:
    text = "政府工作报告\n——2024年1月18日在慈溪市第十八届\n人民代表大会第三次会议上\n各位代表：\n"
    assert header(f"{text}我代表十八届市人民政府，向大会报告工作。\n").issuer == "慈溪市人民政府"


def test_an_issuer_without_its_area_is_named_in_full_by_the_site() -> None:
    text = "您当前的位置：首页 > 信息公开\n县卫健委2021年重点工作任务分解\n文章来源：宁海县卫生健康委员会 浏览量：12\n"
    text += "1.推广家庭医生签约服务。\n责任单位：县卫健委\n2.创建卫生县城。\n责任单位：县卫健委\n"
    found = header(text)
    assert found.issuer == "宁海县卫生健康委员会"


def test_an_order_has_its_number_on_a_line_of_its_own() -> None:
    text = "青溪市公园管理办法\n\n市人民政府令第129号\n\n第一章 总则\n第一条 为了加强管理，制定本办法。\n"
    assert read_text(text).header.number == "市人民政府令第129号"


def test_the_body_beside_its_signer_issued_rather_than_the_site_that_puts_it_out() -> None:
    text = "发布机构: 青溪市环境保护局 |\n青溪市生态环境局 签发人：钱一山\n青环函〔2019〕9号\n对第12号提案的答复函\n"
    found = header(text + "孙小舟委员：\n您提出的提案收悉。现答复如下：\n")
    assert (found.issuer, found.signer) == ("青溪市生态环境局", "钱一山")


def test_a_bare_bureau_is_of_the_level_whose_congress_asked() -> None:
    text = "关于市十八届人大一次会议第14号建议的答复\n发布时间:2017-07-25     来源: 旅游局\n"
    found = header(text + "\n您提出的《关于乡村旅游的建议》第14号建议收悉。现答复如下：\n一、情况\n我局做了工作。\n")
    assert found.issuer == "市旅游局"


def test_a_sites_section_is_no_part_of_the_title() -> None:
    text = "政协委员提案\n青溪县旅游局关于县政协第8号提案的复函\n孙小舟委员：\n您的提案收悉。\n"
    assert header(text).title == "青溪县旅游局关于县政协第8号提案的复函"


def test_deputies_without_colon_are_answered_where_their_proposal_was_received() -> None:
    text = "青溪县水利局关于县十八届人大二次会议7号代表建议办理情况的函\n赵文、钱程、孙丽代表\n"
    text += "提出的《关于加强东干渠管理的建议》收悉,现将办理情况答复如下:\n改造已列入计划。\n办复类别:B"
    found = header(text)
    assert (found.genre, found.addressees, found.category) == ("reply", ("赵文", "钱程", "孙丽"), "B")
    many = header(text.replace("孙丽代表\n", "孙丽、李山、周江、吴河、郑海代表\n\n"))
    assert many.addressees == ("赵文", "钱程", "孙丽", "李山", "周江", "吴河", "郑海")
    assert (found.subject, found.proposal) == ("关于加强东干渠管理的建议", Proposal("县十八届人大二次会议", 7))


def test_a_proposals_own_title_before_that_of_the_reply_is_no_part_of_it() -> None:
    title = "江海省文化和旅游厅关于省政协十三届一次会议第131号提案的答复"
    text = f"《关于发展旅游的建议》{title}\n赵文委员:\n您提出的《关于发展旅游的建议》收悉。现答复如下。\n"
    found = header(f"{text}一、工作情况\n我厅积极推动旅游发展。")
    assert (found.title, found.issuer) == (title, "江海省文化和旅游厅")


def test_addressees_run_together_with_what_sends_the_instrument_out() -> None:
    text = "颁布《青溪市停车管理规定》的通知\n"
    text += "各县(市、区)人民政府,市府直属各单位:现将《青溪市停车管理规定》发给你们,请贯彻执行。\n"
    text += "青溪市人民政府\n二○○二年十二月十九日\n青溪市停车管理规定\n"
    found = header(f"{text}第一条 为加强停车管理,制定本规定。\n第二条 市公安局负责停车管理。")
    assert (found.genre, found.title) == ("rules", "青溪市停车管理规定")
    assert found.addressees == ("各县(市、区)人民政府", "市府直属各单位")


def test_a_report_titled_by_the_meeting_that_hears_it() -> None:
    title = "2002年3月26日在青溪市第七届人民代表大会第六次会议上的政府工作报告"
    found = header(f"{title}\n\n青溪市常务副市长 李昌安\n\n各位代表：\n"
                   "现在，我受王某市长的委托，代表青溪市人民政府向大会作工作报告，请予审议。\n一、工作回顾\n完成投资3亿元。\n")
    assert (found.genre, found.title, found.issuer) == ("report", title, "青溪市人民政府")


def test_a_number_with_a_blank_in_a_text_on_one_line() -> None:
    gap = "　　 "
    found = header(gap.join((
        "青溪省人民政府关于加快粮食企业改革有关问题的通知", "青政发〔2006〕17 号",
        "各市、县人民政府，省直各委、办、厅、局：",
        "近年来，各地推行改革，取得成效。", "一、提高认识。要抓紧推进改革，落实责任。",
        "二、落实措施。各地要抓紧制订方案，报省人民政府备案。")))
    assert (found.number, found.addressees[0]) == ("青政发〔2006〕17号", "各市、县人民政府")


def test_a_document_without_any_break() -> None:
    text = ("青溪省人民政府关于加快节水型社会建设的指导意见青政发〔2018〕42号各市、县人民政府，省政府各部门："
            "节约用水人人有责。为加快建设，提出以下意见。一、总体要求（一）加强领导。"
            "各市、县人民政府要落实责任，做好规划。二、保障措施（二）加大投入。省财政厅负责安排资金，支持管网改造。青溪省人民政府2018年12月21日（此件公开发布）")
    found = header(text)
    assert (found.title, found.number) == ("青溪省人民政府关于加快节水型社会建设的指导意见", "青政发〔2018〕42号")
    assert (found.issuer, found.date, found.genre) == ("青溪省人民政府", "2018-12-21", "measures")
    assert found.addressees == ("各市、县人民政府", "省政府各部门")


def test_a_signature_over_two_lines_under_a_banner() -> None:
    text = ("中共青溪市委人才工作领导小组办公室文件\n青市委人才办〔2009〕10号\n关于选拔拔尖人才的通知\n"
            "各县（市、区）委组织部：\n现将有关事项通知如下。一、要高度重视，做好选拔工作。\n中共青溪市委人才工作\n领导小组办公室\n2009年12月16日\n")
    assert header(text).issuer == "中共青溪市委人才工作领导小组办公室"


def test_a_party_committee_and_a_member_are_two_addressees() -> None:
    found = header("青溪市商务局关于市政协十届三次会议第168号提案的答复\n\n民建青溪市委、谢芷珊委员：\n\n"
                   "您提出的提案收悉，现答复如下：\n一、情况\n市场繁荣。\n")
    assert found.addressees == ("民建青溪市委", "谢芷珊")


def test_a_department_of_a_ministry_signs_and_a_page_says_that_it_is_public() -> None:
    found = header("是否公开：是\n青药函〔2019〕23号\n\n各区残联：\n\n你局的请示收悉，现函复如下：\n可以办理。\n\n"
                   "国家药监局综合司\n\n2019年5月8日\n")
    assert (found.issuer, found.addressees, found.date) == ("国家药监局综合司", ("各区残联",), "2019-05-08")


def test_what_is_passed_on_for_others_has_its_own_title() -> None:
    text = ("青溪市人民政府办公厅转发市住建局、市财政局《关于推进物业行业发展的实施意见》的通知\n\n各区人民政府：\n\n"
            "市住建局、市财政局《关于推进物业行业发展的实施意见》已经市政府同意，现转发给你们，请遵照执行。\n\n"
            "青溪市人民政府办公厅\n\n2026年6月22日\n")
    assert header(text).title == "关于推进物业行业发展的实施意见"
