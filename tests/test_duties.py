"""Who owns what: every spelling of a duty, and the words that only look like one.  All names are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.find.duties import Duty, find_duties
from graph.find.duties.coordination import split
from graph.find.duties.cues import load_cues, trust
from graph.find.duties.shapes import is_class
from graph.model import Document, Piece, Span
from graph.read import fold, read_text

LEAD, JOINT, SUPPORT = "lead", "joint", "support"


def bare(text: str) -> Document:
    """A document that is nothing but its text."""
    return Document("t", text, text, fold(text), (Piece(0, 0, len(text)),), body=Span(0, len(text)))


def roles(text: str) -> dict[str, str]:
    """Name → role over all duties of a text; of two roles of one body the first."""
    found: dict[str, str] = {}
    for duty in find_duties(bare(text)):
        for item in duty.items:
            if item.kind != "open":
                found.setdefault(item.name, item.role)
    return found


LABELS = [
    ("责任单位：市发改委、市财政局", {"市发改委": JOINT, "市财政局": JOINT}),
    ("责任单位：市发改委", {"市发改委": LEAD}),
    ("责任单位：东山新区经济局、财政局，市发改委、商务局",
     {"东山新区经济局": JOINT, "东山新区财政局": JOINT, "市发改委": JOINT, "商务局": JOINT}),
    ("责任单位：江城高新区党工委和管委会", {"江城高新区党工委": JOINT, "江城高新区管委会": JOINT}),
    ("牵头单位：市水利局。责任单位：各县、区人民政府（管委会）",
     {"市水利局": LEAD, "各县、区人民政府（管委会）": JOINT}),
    ("责任单位\n：市发改委、市财政局", {"市发改委": JOINT, "市财政局": JOINT}),
    ("责任单位：\n市发改委、市财政局\n2.下一项工作。", {"市发改委": JOINT, "市财政局": JOINT}),
    ("推进改革。(责任单位:市发改委)", {"市发改委": LEAD}),
    ("【责任单位】市发改委、市财政局", {"市发改委": JOINT, "市财政局": JOINT}),
    ("【牵头单位】市发改委【配合单位】市财政局", {"市发改委": LEAD, "市财政局": SUPPORT}),
    ("（责任单位：市发改委、市财政局双牵头）", {"市发改委": LEAD, "市财政局": LEAD}),
    ("［责任单位：市发改委，市财政局］", {"市发改委": JOINT, "市财政局": JOINT}),
    ("责任 单位：市发改委", {"市发改委": LEAD}),
    ("牵头单位：市发改委；配合单位：市财政局、市商务局", {"市发改委": LEAD, "市财政局": SUPPORT, "市商务局": SUPPORT}),
    ("责任单位为市人社局，市教育局、市财政局参与。", {"市人社局": LEAD, "市教育局": SUPPORT, "市财政局": SUPPORT}),
    ("市教育局将牵头制定方案，市财政局配合。", {"市教育局": LEAD, "市财政局": SUPPORT}),
    ("（市发改委；配合单位：市财政局、市商务局）", {"市发改委": LEAD, "市财政局": SUPPORT, "市商务局": SUPPORT}),
    ("（市发改委、市财政局；完成时限：2026年底）", {"市发改委": JOINT, "市财政局": JOINT}),
    ("（详见附件；责任单位：市财政局）", {"市财政局": LEAD}),
    ("牵头单位：市发改委\n配合单位：市财政局\n3.下一项。", {"市发改委": LEAD, "市财政局": SUPPORT}),
    ("牵头单位：市发改委。配合单位：市财政局。", {"市发改委": LEAD, "市财政局": SUPPORT}),
    (
        "牵头部门：区科工信局，配合部门：区投促中心、各街道办事处。",
        {"区科工信局": LEAD, "区投促中心": SUPPORT, "各街道办事处": SUPPORT},
    ),
    (
        "（牵头单位：市发改委、市工信局；责任单位：市财政局等，各市、县人民政府）",
        {"市发改委": LEAD, "市工信局": LEAD, "市财政局": JOINT, "各市、县人民政府": JOINT},
    ),
    (
        "（牵头单位：省科技厅；参加单位：省财政厅，各市（州）政府）",
        {"省科技厅": LEAD, "省财政厅": SUPPORT, "各市（州）政府": SUPPORT},
    ),
    ("（主办：市教育局；会办：市财政局；协办：市住建局）", {"市教育局": LEAD, "市财政局": JOINT, "市住建局": SUPPORT}),
    ("（主责：市经信局；参与：市科技局、市财政局）", {"市经信局": LEAD, "市科技局": SUPPORT, "市财政局": SUPPORT}),
    ("（主办：市科技局，承办：市团委，协办：市人社局）", {"市科技局": LEAD, "市团委": JOINT, "市人社局": SUPPORT}),
    ("（落实：市商务局；支持：市财政局）", {"市商务局": LEAD, "市财政局": SUPPORT}),
    ("牵头：市科技局\n配合：市人社局、市财政局", {"市科技局": LEAD, "市人社局": SUPPORT, "市财政局": SUPPORT}),
    ("配合：上下联动、形成合力。", {}),
    ("（市交通局为主，市财政局、各乡镇配合）", {"市交通局": LEAD, "市财政局": SUPPORT, "各乡镇": SUPPORT}),
    (
        "（责任单位：市发改委牵头，市财政局、各镇（街道）配合）",
        {"市发改委": LEAD, "市财政局": SUPPORT, "各镇（街道）": SUPPORT},
    ),
    ("（责任单位：市教育局（牵头）、市财政局）", {"市教育局": LEAD, "市财政局": JOINT}),
    ("（责任单位：市经信局；责任人：李四、王五；完成时限：2025年6月）", {"市经信局": LEAD}),
    ("（责任单位：区人社局，各街道）（完成时限：长期）", {"区人社局": JOINT, "各街道": JOINT}),
    ("（责任单位：★市发改局、市财政局及有关部门）", {"市发改局": JOINT, "市财政局": JOINT}),
    ("（责任单位：农工党海州市委会、区投促中心）", {"农工党海州市委会": JOINT, "区投促中心": JOINT}),
    (
        "（预期性指标，牵头单位：市发改委；责任单位：市政府有关部门，各县市区，以下均需各县市区落实，不再列出）",
        {"市发改委": LEAD, "市政府有关部门": JOINT, "各县市区": JOINT},
    ),
    (
        "〔责任单位：市发改委、市商务局按职责分工负责。具体任务均涉及各县政府，不再做分工，下同。〕",
        {"市发改委": JOINT, "市商务局": JOINT},
    ),
    ("责任单位：市人社局、市农业农村局分别牵头", {"市人社局": LEAD, "市农业农村局": LEAD}),
    ("县水行政主管部门按照规定的权限负责水资源的统一管理。", {"县水行政主管部门": LEAD}),
    ("乡（镇）人民政府、街道办事处应当做好管理工作。", {"乡（镇）人民政府": JOINT, "街道办事处": JOINT}),
    ("各级财政部门要落实资金。", {"各级财政部门": LEAD}),
    ("各级各部门要加强资金保障。", {}),
    ("市财政局每年安排资金3000万元。", {"市财政局": LEAD}),
    ("市财政局2026年安排资金3000万元。", {"市财政局": LEAD}),
    (
        "（责任单位：市直有关单位，各县（市、区）党委和政府）",
        {"市直有关单位": JOINT, "各县（市、区）党委和政府": JOINT},
    ),
]

BRACKETS = [
    ("（市发改委、市财政局等负责）", {"市发改委": JOINT, "市财政局": JOINT}),
    ("（市发改委负责）", {"市发改委": LEAD}),
    ("（市发改委牵头，市财政局、市商务局配合）", {"市发改委": LEAD, "市财政局": SUPPORT, "市商务局": SUPPORT}),
    ("（市发改委牵头，市财政局、市商务局等按职责分工负责）", {"市发改委": LEAD, "市财政局": JOINT, "市商务局": JOINT}),
    ("（市发改委、市商务局按照各自职责分工负责）", {"市发改委": JOINT, "市商务局": JOINT}),
    ("（由市发改委牵头，会同市财政局）", {"市发改委": LEAD, "市财政局": JOINT}),
    ("（市发改委会同市财政局负责）", {"市发改委": LEAD, "市财政局": JOINT}),
    ("（市发改委、市工信局牵头负责）", {"市发改委": LEAD, "市工信局": LEAD}),
    ("（市财政局负责资金保障，市审计局负责监督）", {"市财政局": LEAD, "市审计局": LEAD}),
    (
        "（省教育厅、省财政厅按职责分工负责，各市州人民政府落实）",
        {"省教育厅": JOINT, "省财政厅": JOINT, "各市州人民政府": JOINT},
    ),
    ("（各省级人民政府负责）", {"各省级人民政府": LEAD}),
    ("（市科技厅负责，各地级以上市人民政府结合实际落实）", {"市科技厅": LEAD, "各地级以上市人民政府": JOINT}),
    ("（市财政局、各区人民政府结合实际抓好落实）", {"市财政局": JOINT, "各区人民政府": JOINT}),
    ("（市教育局、市卫健委统一归口管理）", {"市教育局": JOINT, "市卫健委": JOINT}),
    ("（市教育局牵头，市卫健委具体实施）", {"市教育局": LEAD, "市卫健委": JOINT}),
    ("（财政部、税务总局等按职责分工负责，2025年底前完成）", {"财政部": JOINT, "税务总局": JOINT}),
    ("（市发改委牵头；市财政局配合；持续推进）", {"市发改委": LEAD, "市财政局": SUPPORT}),
    ("（民政部、地方各级人民政府负责。以下均需地方各级人民政府负责）", {"民政部": JOINT, "地方各级人民政府": JOINT}),
    ("（长岭、海州、安平市人民政府负责）", {"长岭市人民政府": JOINT, "海州市人民政府": JOINT, "安平市人民政府": JOINT}),
    ("加快建设。（市发展改革委、市财政局）", {"市发展改革委": JOINT, "市财政局": JOINT}),
    ("加快建设。（市发展改革委）", {"市发展改革委": LEAD}),
    ("地区生产总值增长11%\n（市发展改革委）\n", {"市发展改革委": LEAD}),
    ("加快建设（市发展改革委、市财政局）\n", {"市发展改革委": JOINT, "市财政局": JOINT}),
    ("加快建设。〔市科技局、市工商联〕", {"市科技局": JOINT, "市工商联": JOINT}),
]

NOTES = [
    (
        "（教育部、财政部等负责。列第一位者为牵头单位，下同）\n（商务部、税务总局等负责）",
        {"教育部": LEAD, "财政部": JOINT, "商务部": LEAD, "税务总局": JOINT},
    ),
    (
        "注：责任单位排在首位的为牵头单位，其他为配合单位。\n（责任单位：市商务局、市税务局）",
        {"市商务局": LEAD, "市税务局": SUPPORT},
    ),
    (
        "（市教育局、市财政局负责，排第一位的为牵头单位）\n（市商务局、市税务局负责）",
        {"市教育局": LEAD, "市财政局": JOINT, "市商务局": JOINT, "市税务局": JOINT},
    ),
    (
        "（责任单位：市教育局、市财政局，列第一位的为牵头单位，下同）\n（责任单位：市商务局、市税务局）",
        {"市教育局": LEAD, "市财政局": JOINT, "市商务局": LEAD, "市税务局": JOINT},
    ),
    (
        "加快建设。（市教育局、市财政局，排第一位的单位牵头，下同）\n扩大开放。（市商务局、市税务局）",
        {"市教育局": LEAD, "市财政局": JOINT, "市商务局": LEAD, "市税务局": JOINT},
    ),
    (
        "责任单位：市教育局、市财政局（除标注“分别牵头”外，列第一位为牵头或汇总单位，下同）\n责任单位：市商务局、市税务局",
        {"市教育局": LEAD, "市财政局": JOINT, "市商务局": LEAD, "市税务局": JOINT},
    ),
    ("（责任单位：市教育局、市财政局。首位为牵头单位）", {"市教育局": LEAD, "市财政局": JOINT}),
    (
        "（责任单位：市教育局、市财政局。列第一位者为工作牵头单位或汇总单位）",
        {"市教育局": LEAD, "市财政局": JOINT},
    ),
    ("注：牵头单位列首位。\n（责任单位：市教育局、市财政局）", {"市教育局": LEAD, "市财政局": JOINT}),
    ("注：标*的为牵头单位。\n（责任单位：市教育局、市财政局*）", {"市教育局": JOINT, "市财政局": LEAD}),
    ("注：带“★”的为牵头单位。\n（责任单位：★市教育局、市财政局）", {"市教育局": LEAD, "市财政局": JOINT}),
    (
        "（无牵头单位的，责任单位即为牵头单位，下同）\n（责任单位：市教育局、市财政局）",
        {"市教育局": LEAD, "市财政局": LEAD},
    ),
    (
        "（教育部、财政部等负责。列第一位者为牵头单位，下同）\n（商务部、税务总局牵头负责）",
        {"教育部": LEAD, "财政部": JOINT, "商务部": LEAD, "税务总局": LEAD},
    ),
]

PROSE = [
    (
        "该项工作由市教育局牵头，市财政局、市人社局配合，年底前完成。",
        {"市教育局": LEAD, "市财政局": SUPPORT, "市人社局": SUPPORT},
    ),
    ("由市发改委牵头制定方案，会同市财政局抓好落实。", {"市发改委": LEAD, "市财政局": JOINT}),
    ("由市水利局负责。", {"市水利局": LEAD}),
    ("由市司法局负总责。", {"市司法局": LEAD}),
    ("市水利局、市住建局为协同单位。", {"市水利局": SUPPORT, "市住建局": SUPPORT}),
    ("市金融办会同人民银行慈溪支行研究提出方案。", {"市金融办": LEAD, "人民银行慈溪支行": JOINT}),
    ("市人社局负责人才工作。", {"市人社局": LEAD}),
    ("市教育局、市财政局按职责分工负责。", {"市教育局": JOINT, "市财政局": JOINT}),
    ("市水利局负责河道，安平市公路局牵头落实道路。", {"市水利局": LEAD, "安平市公路局": LEAD}),
    ("民生办会同商务部研究提出了办理意见：该问题将统筹考虑。", {"民生办": LEAD, "商务部": JOINT}),
    ("市文旅局会同市财政局等有关部门制定补贴办法。", {"市文旅局": LEAD, "市财政局": JOINT}),
    ("海洋办已会同教育部、林业部等部门实地走访。", {"海洋办": LEAD, "教育部": JOINT, "林业部": JOINT}),
    ("各地教育局要会同体育局组织活动。", {"各地教育局": LEAD, "体育局": JOINT}),
    ("市教育局商市财政局研究提出方案。", {"市教育局": LEAD, "市财政局": JOINT}),
    ("我局会同市财政局出台了办法。", {"我局": LEAD, "市财政局": JOINT}),
    ("市商务局联合市贸促会举办展会。", {"市商务局": LEAD, "市贸促会": JOINT}),
    ("市交通局联合市公安局交警支队开展整治。", {"市交通局": LEAD, "市公安局交警支队": JOINT}),
    ("依托市青少年宫开设课堂。", {"市青少年宫": SUPPORT}),
    ("在省科协配合下，举办科普活动。", {"省科协": SUPPORT}),
    ("与市财政局共同安排经费。", {"市财政局": JOINT}),
    ("水利部拟新建水库。林业局将开展绿化。", {"水利部": LEAD, "林业局": LEAD}),
    ("财政部在核定补助标准时，将继续倾斜。", {"财政部": LEAD}),
    ("商务部也表示将积极配合做好展销工作。", {"商务部": SUPPORT}),
    ("市民政局要牵头做好养老服务，市卫健委要积极配合。", {"市民政局": LEAD, "市卫健委": SUPPORT}),
    ("市工信局、市企服局统筹推进培育工作。", {"市工信局": JOINT, "市企服局": JOINT}),
    ("市科技局是本办法的主管部门。", {"市科技局": LEAD}),
    ("州农科院受州科技局委托，承担培训。", {"州农科院": LEAD}),
    ("建立由市委宣传部牵头，市文旅局参与的联席会议制度。", {"市委宣传部": LEAD, "市文旅局": SUPPORT}),
    ("支持华科电机集团牵头组建产业联盟。", {"华科电机集团": LEAD}),
    ("邀请长岭教育研究院参与课程开发。", {"长岭教育研究院": SUPPORT}),
    (
        "运动会由省教育厅主办，安平市人民政府承办，省学生体育协会协办。",
        {"省教育厅": LEAD, "安平市人民政府": JOINT, "省学生体育协会": SUPPORT},
    ),
    ("链主型企业牵头突破关键技术。", {"链主型企业": LEAD}),
    ("市教育局、市卫健委给予指导和支持。", {"市教育局": SUPPORT, "市卫健委": SUPPORT}),
    ("经审核后，由市财政局按程序拨付资金。", {"市财政局": LEAD}),
    ("由市数据中心承建，海州公司提供技术支持。", {"市数据中心": LEAD, "海州公司": SUPPORT}),
    ("县审计局加强资金监管。", {"县审计局": LEAD}),
    ("由市卫健委负责、海州数据公司承建的智慧平台已上线。", {"市卫健委": LEAD, "海州数据公司": LEAD}),
    ("市城管委是管线的综合协调部门，市水务局、市住建局等部门按照职责分工，做好相关工作。",
     {"市城管委": LEAD, "市水务局": JOINT, "市住建局": JOINT}),
    ("县档案馆负责档案接收。", {"县档案馆": LEAD}),
    ("市人民政府统一领导全市工作。", {"市人民政府": LEAD}),
    ("项目由发展改革委按规定程序审批。", {"发展改革委": LEAD}),
    ("由市外办和市财政局统一归口管理。", {"市外办": JOINT, "市财政局": JOINT}),
    ("由县科技局申报，市科技局审核。", {"县科技局": LEAD, "市科技局": LEAD}),
    ("资金由市科技局提出方案，市财政局按规定下达。", {"市科技局": LEAD, "市财政局": LEAD}),
    ("各地级以上市人民政府结合实际落实。", {"各地级以上市人民政府": LEAD}),
    ("第六条 市财政局主要职责：\n（一）安排预算。", {"市财政局": LEAD}),
    ("申报单位是项目实施的责任主体。", {"申报单位": LEAD}),
    ("市政府城建主管部门（以下称主管部门）负责实施。", {"市政府城建主管部门": LEAD}),
    ("镇人民政府协助做好排查。", {"镇人民政府": SUPPORT}),
    ("由海州大学牵头，联合华科集团组建创新联合体。", {"海州大学": LEAD}),
    (
        "市委组织部牵头抓总，市人社局具体负责，市财政局协同推进。",
        {"市委组织部": LEAD, "市人社局": JOINT, "市财政局": SUPPORT},
    ),
    ("海州城投集团承建智慧平台。", {"海州城投集团": LEAD}),
    ("委托市社工协会运营社区中心。", {"市社工协会": LEAD}),
    ("领导小组办公室设在市发改委，承担日常工作。", {"市发改委": LEAD}),
    ("市自然资源局和市林业局共同负责林地审批。", {"市自然资源局": JOINT, "市林业局": JOINT}),
]

NONE = [
    "市教育局负责人参加会议。",
    "（市教育局负责人参加）",
    "市工商联主要负责同志到会。",
    "市教育局负责人到会。",
    "各单位要落实责任单位和责任人。",
    "责任人：李四",
    "联系人：张三（市发展改革委）",
    "由专人负责。",
    "由市政府分管领导负责。",
    "国务院已批准该规划。",
    "各有关部门要高度重视。",
    "支持龙头企业牵头组建创新联合体。",
    "开展联合执法，组建创新联合体。",
    "项目的依托单位由专家评定。",
    "谁主管谁负责。",
    "建设平台（即联合实验室、检测中心）。",
    "深化西部合作，做好全面部署。",
    "发布区域布局，推动要素市场改革。",
    "商务局与税务局商定，暂不实施。",
    "本办法自发布之日起施行。",
    "在市委、市政府的正确领导下，我局完成任务。",
    "在省财政厅的大力支持下，我市创建示范区。",
    "在省科协指导下，举办科普活动。",
    "加快建设（市发展改革委）\n",
    "协调市财政局落实资金，推动市交投集团加快建设。",
    "海州大学与华科集团联合攻克关键技术。",
]


@pytest.mark.parametrize(("text", "expected"), [*LABELS, *BRACKETS, *NOTES, *PROSE])
def test_a_spelling_gives_its_roles(text: str, expected: dict[str, str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_words_that_only_look_like_a_duty(text: str) -> None:
    assert roles(text) == {}


HEADINGS, FIRST, SECOND = (
    ["序号", "任务", "牵头单位", "配合单位"],
    ["4", "推进改造", "市发改委、市财政局", "各镇"],
    ["5", "扩大招商", "市商务局", "市财政局"],
)


@pytest.mark.parametrize("gap", ["\t", "  ", " ", "|", "\n"])
def test_a_column_of_a_table(gap: str) -> None:
    """Cells may be parted by tabs, spaces or bars, or stand one to a line."""
    text = "\n".join(gap.join(row) for row in (HEADINGS, FIRST, SECOND)) + "\n"
    rows = [[(item.name, item.role) for item in duty.items] for duty in find_duties(bare(text)) if duty.rule == "table"]
    assert rows == [
        [("市发改委", LEAD), ("市财政局", LEAD), ("各镇", SUPPORT)],
        [("市商务局", LEAD), ("市财政局", SUPPORT)],
    ]


def test_labels_and_verbs_inside_a_cell() -> None:
    table = ("序号\t任务\t责任单位\n1\t修路\t牵头：市交通局 配合：市财政局、市水利局\n"
             "2\t治水\t市住建局牵头，市城管局配合\n3\t护林\t市林业局会同市公安局\n")
    assert roles(table) == {"市交通局": LEAD, "市财政局": SUPPORT, "市水利局": SUPPORT, "市住建局": LEAD,
                            "市城管局": SUPPORT, "市林业局": LEAD, "市公安局": JOINT}


def test_columns_that_are_headed_by_a_verb() -> None:
    table = ("序号\t任务\t牵头\t配合\t时限\n1\t修路\t市交通局\t市财政局、市水利局\t年底前\n"
             "2\t治水\t市住建局\t上下联动\t10月底前\n")
    assert roles(table) == {"市交通局": LEAD, "市财政局": SUPPORT, "市水利局": SUPPORT, "市住建局": LEAD}


def test_a_heading_of_a_chapter_heads_no_table() -> None:
    text = "第二章 职责分工\n第四条 市科技局是评价工作的主管部门，主要职责：\n（一）制定方案；\n（二）组织评价。\n"
    assert roles(text) == {"市科技局": LEAD}


def test_companies_in_a_row_need_not_sound_like_bodies() -> None:
    text = "由北辰集团、云杉微、法拉维等龙头企业牵头，联合上下游企业组建联合体。"
    assert roles(text) == {"北辰集团": LEAD, "云杉微": LEAD, "法拉维": LEAD}


def test_a_row_of_bodies_goes_on_before_the_classes() -> None:
    text = "改造商贸中心。\n市商务局、市财政局，各区县政府按职责分工负责\n"
    assert roles(text) == {"市商务局": JOINT, "市财政局": JOINT, "各区县政府": JOINT}


def test_bodies_before_their_tasks() -> None:
    text = "市公安局：负责交通管制。\n市卫健委、市红十字会：按职责分工组织救护。\n平湖镇人民政府：配合做好安置。\n"
    assert roles(text) == {"市公安局": LEAD, "市卫健委": JOINT, "市红十字会": JOINT, "平湖镇人民政府": SUPPORT}


def test_one_line_that_begins_with_a_body_is_no_division_of_labour() -> None:
    assert roles("市公安局：负责交通管制。") == {}


def test_a_duty_in_a_heading_governs_the_section() -> None:
    head = "二、重点任务\n（一）加强培训。（责任单位：市人社局）\n1.建立培训基地。\n2.开展师资培训。\n"
    text = f"{head}（二）扩大就业。（责任单位：市工会）\n"
    assert [duty.scope for duty in find_duties(read_text(text)) if duty.rule == "label"] == ["section", "item"]


def test_a_duty_for_the_items_above_says_how_many() -> None:
    [duty] = find_duties(bare("（以上两项任务由市发改委牵头，市财政局配合）"))
    assert (duty.scope, duty.count, [item.name for item in duty.items]) == ("above", 2, ["市发改委", "市财政局"])


def test_a_sentence_before_items_governs_them() -> None:
    duties = "第三条 市科技局是创新券的主管部门，主要职责是：\n（一）编制预算；\n（二）组织兑付。\n"
    text = f"{duties}第四条 市财政局负责资金。\n"
    assert [(duty.rule, duty.scope) for duty in find_duties(read_text(text))] == [
        ("copula", "following"),
        ("verb", "sentence"),
    ]


def test_helping_a_body_makes_the_issuer_support() -> None:
    text = "二、下一步打算\n（一）做好审批。我们将积极配合市水利局，做好审批工作。\n（二）加强管护。完善制度。\n"
    [duty] = [duty for duty in find_duties(read_text(text)) if duty.rule == "helping"]
    assert [(item.kind, item.role) for item in duty.items] == [("self", SUPPORT)]


def test_what_is_owned_is_pointed_at() -> None:
    text = "华科集团牵头申报的电机创新中心成功入选。"
    [duty] = [duty for duty in find_duties(bare(text)) if duty.rule == "object"]
    assert duty.object
    assert text[duty.object.start :].startswith("电机创新中心")


def test_each_item_points_at_the_cue_of_its_own_role() -> None:
    text = "（市发改委牵头，市财政局、市商务局配合）"
    [duty] = find_duties(bare(text))
    assert [text[item.cue.start : item.cue.end] for item in duty.items if item.cue] == ["牵头", "配合", "配合"]


def test_an_office_points_at_its_task_force() -> None:
    text = "成立海州市氢能发展领导小组，领导小组办公室设在市发改委。"
    [duty] = [duty for duty in find_duties(bare(text)) if duty.rule == "office"]
    assert duty.object
    assert text[duty.object.start : duty.object.end].endswith("领导小组")


def test_other_names_in_a_bracket_are_kept() -> None:
    [duty] = find_duties(bare("（责任单位：市经信局（市中小企业局））"))
    assert (duty.items[0].name, duty.items[0].also) == ("市经信局", ("市经信局（市中小企业局）", "市中小企业局"))


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("工业和信息化部、人力资源和社会保障部", ["工业和信息化部", "人力资源和社会保障部"]),
        ("市发改委和市财政局", ["市发改委", "市财政局"]),
        ("发展改革委与财政部等5部门", ["发展改革委", "财政部"]),
        ("各市、自治州人民政府,安平新区管委会", ["各市、自治州人民政府", "安平新区管委会"]),
        ("各区县、各开发区", ["各区县", "各开发区"]),
        ("省发展改革委 省财政厅", ["省发展改革委", "省财政厅"]),
        ("各级党委和政府", ["各级党委和政府"]),
        ("市高等学校管理办公室等", ["市高等学校管理办公室"]),
    ],
)
def test_coordination(words: str, items: list[str]) -> None:
    assert [words[a:b] for a, b in split(words, 0, len(words))] == items


@pytest.mark.parametrize("rule", load_cues().pattern)
def test_every_pattern_has_examples_and_counter_examples(rule: str) -> None:
    from graph.lexicon import load

    [entry] = [entry for entry in load().toml("duties.toml")["pattern"] if entry["name"] == rule]
    pattern = load_cues().pattern[rule]
    find = pattern.fullmatch if entry.get("whole") else pattern.search
    assert all(find(example) for example in entry["examples"])
    assert not any(find(counter) for counter in entry.get("counter", []))


@pytest.mark.parametrize(("cue", "role"), [
    *((cue, role) for cue, role in load_cues().words["label"].items() if role != "none"),
    *((f"{cue}单位", role) for cue, role in load_cues().words["rank"].items() if role != "none"),
    *((f"{cue}责任单位", role) for cue, role in load_cues().words["degree"].items()),
    *((f"责任{cue}", role) for cue, role in load_cues().words["post"].items()),
])
def test_every_label_gives_its_role(cue: str, role: str) -> None:
    expected = JOINT if role in ("owner", "doer") else role
    assert roles(f"（{cue}：市财政局、市教育局）") == {"市财政局": expected, "市教育局": expected}


@pytest.mark.parametrize("cue", [
    *(f"责任{cue}" for cue in load_cues().words["person"]),
    *(f"{cue}单位" for cue, role in load_cues().words["rank"].items() if role == "none"),
])
def test_persons_and_supervisors_answer_for_nothing(cue: str) -> None:
    assert roles(f"1.修建道路。责任单位：市交通局。{cue}：市督查室") == {"市交通局": LEAD}


LABEL_PARTS = [
    ("协同责任单位", SUPPORT), ("第一责任单位", LEAD), ("主要配合单位", SUPPORT), ("共同牵头单位", LEAD),
    ("牵头（责任）单位", LEAD), ("总牵头部门", LEAD), ("主体责任单位", LEAD), ("联合责任部门", JOINT),
    ("协办股室", SUPPORT),
]


@pytest.mark.parametrize(("label", "role"), LABEL_PARTS)
def test_a_label_is_put_together_from_parts(label: str, role: str) -> None:
    assert roles(f"{label}：市水利局、市林业局。") == {"市水利局": role, "市林业局": role}


LEADERS = """序号 |
目标与任务 |
分 管 县领导 |
牵头责任单位 |
责任单位 |
7 |
新建托育园三所。 |
李 明王 芳 |
县教育局 |
县财政局 |
8 |
修建滨河步道。 |
欧阳春 |
县住建局 |
各镇 |
"""


def test_a_column_of_leaders_stops_no_table() -> None:
    from graph.find import find_mentions

    document = read_text(f"某县重点工作任务分解表\n{LEADERS}")
    rows = [[(item.name, item.role) for item in duty.items] for duty in find_duties(document) if duty.rule == "table"]
    assert rows == [[("县教育局", LEAD), ("县财政局", JOINT)], [("县住建局", LEAD), ("各镇", JOINT)]]
    assert [m.name for m in find_mentions(document) if m.type == "person"] == ["李明", "王芳", "欧阳春"]


TABLES = [
    "|序号|任务|责任领导|责任单位|\n|---|---|---|---|\n|1|修路||市交通局|\n|2|植树|张伟|市林业局|",
    "序号\t任务\t责任领导\t责任单位\n1\t修路\t\t市交通局\n2\t植树\t张伟\t市林业局",
    "序号\n类别\n任务\n责任单位\n1\n城建\n修路\n市交通局\n2\n植树\n市林业局",
    "序号 | 类别 | 任务 | 责任单位\n1 | 城建 | 修路 | 市交通局\n2 | 植树 | 市林业局",
]


@pytest.mark.parametrize("table", TABLES)
def test_empty_and_merged_cells_shift_no_column(table: str) -> None:
    duties = [duty for duty in find_duties(read_text(table)) if duty.rule == "table"]
    assert [[item.name for item in duty.items] for duty in duties] == [["市交通局"], ["市林业局"]]


KINDS = [
    ("公安机关负责车辆登记。消防救援机构负责消防监督检查。", {"公安机关": LEAD, "消防救援机构": LEAD}),
    ("第三条【职责分工】城市管理部门是主管部门，负责停车管理。", {"城市管理部门": LEAD}),
    ("第四条〔部门职责〕县城管局负责停车管理。税务机关负责征收。", {"县城管局": LEAD, "税务机关": LEAD}),
    ("公安、交通、市场监管等部门按照各自职责做好管理工作。", {"公安、交通、市场监管等部门": LEAD}),
    ("公安、交通等部门在各自职责范围内负责相关管理工作。", {"公安、交通等部门": LEAD}),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_bodies_named_by_their_kind_hold_duties(text: str, expected: dict[str, str]) -> None:
    assert roles(text) == expected


STACKED = [
    ("序号\n任务\n责任单位\n时限\n1\n修滨河路。\n县水利局\n县住建局\n城关镇\n6月底前\n2\n建成县文化馆。\n县文旅局\n年底前\n",
     [{"县水利局": JOINT, "县住建局": JOINT, "城关镇": JOINT}, {"县文旅局": LEAD}]),
    ("序号\n任务\n时限\n责任单位\n1\n修滨河路。\n6月底前\n县水利局\n2\n建成县文化馆。\n年底前\n县文旅局\n县代建中心\n",
     [{"县水利局": LEAD}, {"县文旅局": JOINT, "县代建中心": JOINT}]),
    ("序号\n任务\n牵头单位\n配合单位\n时限\n1\n修滨河路\n县水利局\n6月底前\n2\n迁建县文化馆\n县文旅局\n县财政局\n各镇\n年底前\n",
     [{"县水利局": LEAD}, {"县文旅局": LEAD, "县财政局": SUPPORT, "各镇": SUPPORT}]),
    ("工作任务\n牵头单位\n完成时限\n修滨河路。\n县水利局\n6月底前\n建成县文化馆。\n县文旅局、县财政局\n年底前\n",
     [{"县水利局": LEAD}, {"县文旅局": LEAD, "县财政局": LEAD}]),
    ("序号 任务 责任单位 时限\n1 修滨河路 县水利局 县住建局 年底前\n2 建文化馆 县文旅局 6月底前\n",
     [{"县水利局": JOINT, "县住建局": JOINT}, {"县文旅局": LEAD}]),
]


@pytest.mark.parametrize(("table", "rows"), STACKED)
def test_lines_of_a_row_are_read_by_what_they_look_like(table: str, rows: list[dict[str, str]]) -> None:
    duties = [duty for duty in find_duties(read_text(table)) if duty.rule == "table"]
    assert [{item.name: item.role for item in duty.items} for duty in duties] == rows


def test_headings_broken_over_two_lines_head_their_columns() -> None:
    head = ["序号", "项目", "类别", "具 体 内 容", "牵头", "部门", "相关责任部门", "完成", "时间"]
    rows = [["108", "推进素质教育", "教育局", "12个街道、镇", "2015年"],
            ["109", "建成青溪中学", "机管局", "教育局、建设交通委、规划局等相关部门", "2013年"],
            ["110", "预防疾病", "卫生局", "12个街道、镇", "2015年"]]
    text = "\n\n".join(("规划工作分解", *head, *(cell for row in rows for cell in row)))
    found = [{item.name: item.role for item in duty.items} for duty in find_duties(read_text(text))]
    assert found[0] == {"教育局": LEAD, "12个街道、镇": SUPPORT}
    assert {"机管局": LEAD, "教育局": SUPPORT, "建设交通委": SUPPORT, "规划局": SUPPORT}.items() <= found[1].items()
    assert found[2]["卫生局"] == LEAD


def test_a_row_without_bodies_under_its_label_gives_no_duty() -> None:
    table = "序号 | 任务 | 责任单位\n1 | 修路 | 市交通局\n2 | 植树一万株并加强管护"
    assert roles(table) == {"市交通局": LEAD}


def test_zones_before_a_committee_share_it() -> None:
    assert roles("责任单位：江城经开区、东山高新区管委会") == {"江城经开区管委会": JOINT, "东山高新区管委会": JOINT}
    assert roles("责任单位：各区、功能区管委会") == {"各区、功能区管委会": LEAD}
    assert roles("责任单位：滨江县、东山高新区管委会") == {"滨江县": JOINT, "东山高新区管委会": JOINT}


SHAPES = [
    ("我局将支持市设计院牵头组建产业联盟。", {"市设计院": LEAD}),
    ("我局已推动市财政局落实资金。", {}),
    ("城南社区日间照料中心正在建设。", {}),
    ("2024年市水利局将修建水库。", {"市水利局": LEAD}),
    ("市财政局已审批通过。", {}),
    ("银保监会负责健全制度。", {"银保监会": LEAD}),
    ("资金由市房管中心管理，接受市审计局监督。", {"市房管中心": LEAD}),
    ("违者由城市管理执法部门责令改正。", {"城市管理执法部门": LEAD}),
    ("各区镇负责巡查，乡镇人民政府协助做好工作。", {"各区镇": LEAD, "乡镇人民政府": SUPPORT}),
    ("责任分工：市数据局负责协调；市财政局负责资金落实。", {"市数据局": LEAD, "市财政局": LEAD}),
    ("配合单位：各县（市、区）林业局（以下均需各县（市、区）配合，不再列出）。", {"各县（市、区）林业局": SUPPORT}),
    ("责任单位：县住建局 张三", {"县住建局": LEAD}),
]


@pytest.mark.parametrize(("text", "expected"), SHAPES)
def test_a_shape_of_running_text(text: str, expected: dict[str, str]) -> None:
    assert roles(text) == expected


def test_a_heading_may_say_that_its_duty_is_for_the_items_below() -> None:
    text = "（一）数字治理（以下任务由市数据局牵头，各县政府落实）\n1.建设平台。\n2.归集数据。\n"
    [duty] = find_duties(read_text(text))
    assert (duty.scope, [item.name for item in duty.items]) == ("section", ["市数据局", "各县政府"])


def test_a_governments_task_may_follow_its_name() -> None:
    text = "市水利局：负责监测。\n武警支队：参加抢险救灾。\n各县（市、区）人民政府：负责本地防汛。\n"
    assert roles(text) == {"市水利局": LEAD, "武警支队": SUPPORT, "各县（市、区）人民政府": LEAD}


def test_what_stands_among_lines_that_bodies_open_is_a_body_as_well() -> None:
    lines = ("青溪军分区：牵头协调部队。", "市水利局：负责监测。", "市公安局：负责交通管制。",
             "市教育局：负责学校安全。", "市财政局：负责安排资金。", "融媒体：把握宣传导向，做好报道。")
    text = "\n".join(lines)
    assert {"青溪军分区", "融媒体"} <= set(roles(text))
    assert "融媒体" not in roles("\n".join((lines[1], lines[-1])))


def test_who_carries_out_answers_only_where_nobody_else_does() -> None:
    assert roles("牵头单位：市水利局\n实施单位：市河道管理处") == {"市水利局": LEAD}
    assert roles("实施单位：市河道管理处") == {"市河道管理处": LEAD}


@pytest.mark.parametrize(("cue", "role"), list(load_cues().words["after"].items()))
def test_every_verb_gives_its_role(cue: str, role: str) -> None:
    expected = JOINT if role == "owner" else role
    assert roles(f"（市财政局、市教育局{cue}）") == {"市财政局": expected, "市教育局": expected}


def test_every_rule_is_trusted() -> None:
    found = {duty.rule for text, _ in [*LABELS, *BRACKETS, *PROSE] for duty in find_duties(bare(text))}
    assert found <= trust().keys()


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["市发改委", "市财政局", "工业和信息化部", "各县（市、区）人民政府", "区投促中心"]),
        min_size=1,
        max_size=5,
        unique=True,
    )
)
def test_a_list_gives_back_its_items(names: list[str]) -> None:
    assert list(roles(f"（责任单位：{'、'.join(names)}）")) == names


@settings(deadline=None)
@given(st.text(alphabet="市发改委财政局（）：；，。、责任单位牵头负责会同由依托\n 1.等各和", max_size=60))
def test_spans_hold_their_names_whatever_the_text(text: str) -> None:
    for duty in find_duties(bare(text)):
        assert 0 <= duty.span.start <= duty.span.end <= len(text)
        assert all(_stands(text, duty, number) for number in range(len(duty.items)))


def _stands(text: str, duty: Duty, number: int) -> bool:
    item = duty.items[number]
    return item.kind == "self" or item.name.startswith(text[item.span.start : item.span.end])


def test_classes_are_told_from_bodies() -> None:
    assert is_class("各镇(街道)")
    assert not is_class("平湖镇人民政府")


def test_bodies_on_the_line_below_a_numbered_task_of_a_table_own_it() -> None:
    text = ("重点任务分工表\n任务\n工作措施\n责任单位\n备注\n一、加大扶持\n1.落实设备补贴政策\n"
            "市经信局、市财政局等，各县、市、区政府\n"
            "2.收购企业库存产品\n市财政局等，东山高新区管委会\n")
    rows = [[item.name for item in duty.items] for duty in find_duties(read_text(text)) if duty.rule == "table"]
    assert [row[0] for row in rows] == ["市经信局", "市财政局"]
    assert "东山高新区管委会" in rows[1]


def test_a_row_in_whose_cells_blanks_stand_is_read_by_its_bodies_though_its_number_stands_apart() -> None:
    text = ("序号 类别 任务 措施 牵头单位 参与单位\n"
            "1 水资源保 护 严守红线 控制取水总量,建立台账。 市水利局 市财政局、市农业局\n"
            "2  严守用水 效率 红线 落实用水定额,开展考核。 市水利局 市住建局\n")
    assert roles(text) == {"市水利局": LEAD, "市财政局": SUPPORT, "市农业局": SUPPORT, "市住建局": SUPPORT}
