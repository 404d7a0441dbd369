"""Indicators as an analyst would list them, from paragraphs in the styles of bulletins, reports, measures, replies."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.build import extract
from graph.lexicon import load
from graph.lexicon.examples import Trial, test_lexicon
from graph.model import Indicator
from graph.read import fold, read_file, read_text
from graph.relate.indicators import find_indicators

FOUNDING = Path(__file__).parents[1] / "data" / "documents" / "cixi-2025-1.txt"


def read(text: str, genre: str = "other", year: int | None = None) -> tuple[Indicator, ...]:
    document = read_text(text, "test")
    header = replace(document.header, genre=genre, year=year, date=f"{year}-03-01" if year else "")
    return find_indicators(replace(document, header=header))


def test_a_noun_behind_a_number_names_it() -> None:
    found = read("今年新增10家企业列入国家级名录，新增82家企业列入省级名录，新增5家。")
    assert [i.name for i in found][:2] == ["新增企业列入国家级名录", "新增企业列入省级名录"]


def short(indicator: Indicator) -> str:
    """One line: name, population, value, unit, then what is not the default."""
    i = indicator
    parts = [f"{i.name}({i.population})" if i.population else i.name, f"{i.comparator}{i.value}{i.unit}", i.time,
             f"change {i.change}" if i.change else "", i.kind if i.kind != "actual" else ""]
    return " | ".join(part for part in parts if part)


BULLETIN = """青屿市2023年国民经济和社会发展统计公报

初步核算，全年全市地区生产总值（GDP）1234.5亿元，按可比价格计算，比上年增长5.6%。其中，第一产业增加值37.0亿元，增长3.1%；第二产业增加值555.5亿元，下降0.4%。三次产业结构比为3:45:52。
全年居民消费价格比上年上涨0.2%，其中食品烟酒类价格下降1.2%。工业生产者出厂、购进价格分别下降2.8%和3.5%。
全年粮食产量186.3万吨，比上年增加2.1万吨，增产1.1%。年末生猪存栏23.6万头，出栏35.9万头，分别增长2.4%和5.0%。
规模以上工业增加值增长6.8%。分经济类型看，国有控股企业增加值增长5.1%；股份制企业增长7.3%。
年末常住人口315.2万人，自然增长率为-1.90‰，城镇化率63.0%，比上年末提高0.8个百分点。
全市居民恩格尔系数为29.8%，其中城镇为28.8%，农村为32.4%。
全年研究与试验发展（R&D）经费支出33.3亿元，与地区生产总值之比为1.80%。细颗粒物（PM2.5）平均浓度为26微克/立方米，优良天数338天。
"""

REPORT = """一、2024年工作回顾

过去一年，地区生产总值增长5.5%左右。新增规上工业企业42户、专精特新企业5户，高新技术企业达到156户，是2020年的2.3倍。争取专项债券42亿元、中央资金15亿元，分别是上年的1.2倍和1.5倍。民生支出占财政支出的八成以上。

二、2025年工作安排

今年主要预期目标是：地区生产总值增长6%左右，单位GDP能耗降低3%，城镇新增就业1.5万人。重点做好以下工作：
一是扩大投资。6月底前开工率达60%以上，全年完成投资380亿元。
二是改善民生。新增学位3600个。
"""

MEASURES = """第一条 对年产值首次突破1亿元、5亿元的工业企业，分别给予20万元、50万元的一次性奖励。
第二条 对设备投资额500万元以上的技术改造项目，按照设备投资额的8%给予补助，单个项目最高不超过300万元。
第三条 对评定为国家级、省级、市级的创新平台，分别给予每家90万元、40万元、15万元支持。
第四条 连续经营满1年的企业，给予每人每月1200元租房补贴，补贴期限最长为2年。
第五条 到2026年，力争全区规上工业企业达到600家。受理时限为10个工作日。
"""

REPLY = """一、工作情况
2023年，下达省级补助资金4.5亿元，其中脱贫县2.8亿元，占62%。自来水普及率由2015年的76%提高到2023年的92%。目前累计建成供水工程560处、泵站32座。
二、下一步工作
计划投入资金22亿元，新建供水工程1500处，到2025年底普及率达到94%。低保标准分别由650元、480元提高到700元、520元。
"""

EXPECTED = {
    "bulletin": (BULLETIN, "bulletin", 2024, [
        "地区生产总值(全市) | 1234.5亿元 | 2023 | change 5.6", "第一产业增加值 | 37亿元 | 2023 | change 3.1",
        "第二产业增加值 | 555.5亿元 | 2023 | change -0.4", "居民消费价格 | 0.2% | 2023 | growth",
        "食品烟酒类价格 | -1.2% | 2023 | growth", "工业生产者出厂价格 | -2.8% | 2023 | growth",
        "购进价格 | -3.5% | 2023 | growth", "粮食产量 | 186.3万吨 | 2023 | change 1.1",
        "粮食产量增加 | 2.1万吨 | 2023",
        "生猪存栏 | 23.6万头 | 2023 | change 2.4", "出栏 | 35.9万头 | 2023 | change 5",
        "规模以上工业增加值 | 6.8% | 2023 | growth", "国有控股企业增加值 | 5.1% | 2023 | growth",
        "股份制企业增加值 | 7.3% | 2023 | growth", "常住人口 | 315.2万人 | 2023", "自然增长率 | -1.9‰ | 2023 | share",
        "城镇化率 | 63% | 2023 | share", "城镇化率提高 | 0.8个百分点 | 2023 | growth",
        "居民恩格尔系数(全市) | 29.8% | 2023 | share", "居民恩格尔系数(城镇) | 28.8% | 2023 | share",
        "居民恩格尔系数(农村) | 32.4% | 2023 | share", "研究与试验发展经费支出 | 33.3亿元 | 2023",
        "研究与试验发展经费支出地区生产总值之比 | 1.8% | 2023 | share", "细颗粒物平均浓度 | 26微克/立方米 | 2023",
        "优良天数 | 338天 | 2023"]),
    "report": (REPORT, "report", 2025, [
        "地区生产总值 | ~5.5% | 2024 | growth", "新增规上工业企业 | 42户 | 2024", "专精特新企业 | 5户 | 2024",
        "高新技术企业 | 156户 | 2024", "高新技术企业 | 2.3倍 | 2024", "专项债券 | 42亿元 | 2024",
        "中央资金 | 15亿元 | 2024",
        "专项债券 | 1.2倍 | 2024", "中央资金 | 1.5倍 | 2024", "民生支出占财政支出 | >=8成 | 2024 | share",
        "地区生产总值增长 | ~6% | 2025 | target", "单位GDP能耗降低 | 3% | 2025 | target",
        "城镇新增就业 | 1.5万人 | 2025 | target", "开工率 | >=60% | 2025-06 | target",
        "投资 | 380亿元 | 2025 | target",
        "新增学位 | 3600个 | 2025 | target"]),
    "measures": (MEASURES, "measures", 2024, [
        "年产值 | >1亿元 | condition", "工业企业 | >5亿元 | condition",
        "一次性奖励(年产值首次突破1亿元、5亿元的工业企业) | 20万元 | support",
        "一次性奖励(年产值首次突破1亿元、5亿元的工业企业) | 50万元 | support",
        "设备投资额(技术改造项目) | >=500万元 | condition",
        "设备投资额(设备投资额500万元以上的技术改造项目) | 8% | support",
        "单个项目(设备投资额500万元以上的技术改造项目) | <=300万元 | support", "支持(国家级) | 90万元 | support",
        "支持(省级) | 40万元 | support", "支持(市级) | 15万元 | support", "连续经营(企业) | >=1年 | condition",
        "租房补贴 | 1200元 | support", "补贴期限 | <=2年 | support", "规上工业企业(全区) | 600家 | 2026 | target"]),
    "reply": (REPLY, "reply", 2024, [
        "下达省级补助资金 | 4.5亿元 | 2023", "脱贫县补助资金 | 2.8亿元 | 2023",
        "脱贫县补助资金占 | 62% | 2023 | share",
        "自来水普及率 | 76% | 2015 | share", "自来水普及率 | 92% | 2023 | share", "建成供水工程 | 560处 | cumulative",
        "泵站 | 32座 | cumulative", "投入资金 | 22亿元 | target", "新建供水工程 | 1500处 | target",
        "普及率 | 94% | 2025 | target",
        *(f"低保标准 | {value}元 | 2025 | target" for value in (650, 480, 700, 520))]),
}


@pytest.mark.parametrize("style", EXPECTED)
def test_every_number_of_a_paragraph(style: str) -> None:
    text, genre, year, expected = EXPECTED[style]
    assert [short(i) for i in read(text, genre, year)] == expected


NEWER = {
    "one unit for all": ("""2022年，全县进口和出口分别为12.5和13.6亿元。
第二、第三产业占地区生产总值的比重分别回落2.1和1.6个百分点。
人口年末常住人口31.4万人，比上年末增加0.1万人。
""", "bulletin", 2023, [
        "进口 | 12.5亿元 | 2022", "出口 | 13.6亿元 | 2022",
        "第二产业占地区生产总值的比重回落 | 2.1个百分点 | 2022 | growth",
        "第三产业占地区生产总值的比重回落 | 1.6个百分点 | 2022 | growth",
        "常住人口 | 31.4万人 | 2022", "常住人口增加 | 0.1万人 | 2022"]),
    "bulletin without title": ("""2022年是实施规划的第二年。
一、综合
全年全县地区生产总值211.5亿元，比上年增长5.7%。其中，第一产业增加值36.4亿元，比上年增长4.8%。
全年居民消费价格上涨1.2%。在食品价格中，鲜果价格上涨7.9%，蛋类价格下跌1.7%。
""", "other", None, [
        "地区生产总值(全县) | 211.5亿元 | 2022 | change 5.7", "第一产业增加值 | 36.4亿元 | 2022 | change 4.8",
        "居民消费价格 | 1.2% | 2022 | growth", "鲜果价格 | 7.9% | 2022 | growth", "蛋类价格 | -1.7% | 2022 | growth"]),
    "tasks in running text": ("""二、2026年主要工作
全县经济社会发展的主要预期目标是：地区生产总值增长6%以上。围绕上述目标，重点做好以下工作：
（一）扩大投资。高质量编制“十五五”规划，全年新增储备项目50个以上。实施市级重点项目12个，完成投资41.2亿元以上。
""", "other", None, [
        "地区生产总值增长 | >=6% | 2026 | target", "新增储备项目 | >=50个 | 2026 | target",
        "实施市级重点项目 | 12个 | 2026 | target", "投资 | >=41.2亿元 | 2026 | target"]),
    "plan titled by its year": ("""东桥区2025年水利重点工作方案

一、工作目标
1.农村自来水普及率达到96%。
二、主要任务
完成12家乡镇水厂改造。一季度用水量同比下降3.2%。
""", "plan", 2025, [
        "农村自来水普及率 | 96% | 2025 | target", "乡镇水厂改造 | 12家 | 2025 | target",
        "用水量 | -3.2% | 2025-03 | growth"]),
    "brackets": ("""居民人均可支配收入为41200元（农村居民人均可支配收入25300元，增长6.1%），增幅4.2%。
预计处于中游（按60个村看，村均收入30万元）。通关时间压缩六成。添置设备30台（套）。
""", "report", 2024, [
        "居民人均可支配收入 | 41200元 | change 4.2", "农村居民人均可支配收入 | 25300元 | change 6.1", "村 | 60个",
        "村均收入 | 30万元", "通关时间压缩 | 6成 | growth", "添置设备 | 30台（套）"]),
    "support is money": ("""重点评选资助150名技能人才，重点扶持60个创业项目，培养100名优秀企业家。
对完成改造的，将继续予以一次性15万元的补助。
对设备投资500万元以上的项目，分档给予补助：500万元至2000万元部分按8%，2000万元以上部分按12%，最高不超过1000万元。
""", "measures", 2024, [
        "重点评选资助技能人才 | 150名 | target", "重点扶持创业项目 | 60个 | target", "培养优秀企业家 | 100名 | target",
        "补助(完成改造) | 15万元 | support", "设备投资(项目) | >=500万元 | condition",
        "分档给予补助 | >=500万元 | condition", "分档给予补助 | <=2000万元 | condition",
        "分档给予补助(设备投资500万元以上的项目) | 8% | support", "分档给予补助 | >=2000万元 | condition",
        "分档给予补助(设备投资500万元以上的项目) | 12% | support",
        "分档给予补助(设备投资500万元以上的项目) | <=1000万元 | support"]),
    "steps of a threshold": ("""第二条 对年销售额首次达到2000万元、1亿元的批发企业，分别奖励5万元、10万元。
第三条 对达到目标的企业给予20万元的奖励。对出口额1000万美元以上且增幅高于平均水平的企业，奖励8万元。
""", "rules", 2024, [
        "年销售额 | 2000万元 | condition", "批发企业 | 1亿元 | condition",
        "奖励(年销售额首次达到2000万元、1亿元的批发企业) | 5万元 | support",
        "奖励(年销售额首次达到2000万元、1亿元的批发企业) | 10万元 | support",
        "奖励(达到目标的企业) | 20万元 | support", "出口额 | >=1000万美元 | condition",
        "奖励(出口额1000万美元以上且增幅高于平均水平的企业) | 8万元 | support"]),
    "years in turn": ("""2025年、2026年产值分别达到380亿元、435亿元；年底前新增泊位600个。
""", "plan", 2024, ["产值 | 380亿元 | 2025 | target", "产值 | 435亿元 | 2026 | target",
                   "新增泊位 | 600个 | 2024 | target"]),
    "survey": ("""2023年，入园率达到91.2%，巩固率达到96.8%，分别比2020年提高12.4个和3.1个百分点。\
其中60岁以上老人占比52%。臭氧日最大8小时平均浓度158微克/立方米。签约136万人。普及率达到85%。目前已完成5处。
""", "reply", 2024, [
        "入园率 | 91.2% | 2023 | share", "巩固率 | 96.8% | 2023 | share", "入园率提高 | 12.4个百分点 | 2023 | growth",
        "巩固率提高 | 3.1个百分点 | 2023 | growth", "60岁以上老人占比 | 52% | 2023 | share",
        "臭氧日最大8小时平均浓度 | 158微克/立方米 | 2023", "签约 | 136万人 | 2023", "普及率 | 85% | 2023 | share",
        "5处"]),
}

TABLES = {
    "ages": ("""表1 2022年末人口数
指标 | 年末数(人) | 比重(%) |
常住人口 | 832900 | 100 |
其中:0-17岁 | 220900 | 26.5 |
女性 | 391200 | 47.0 |
""", "bulletin", 2023, [
        "常住人口 | 832900人 | 2022", "常住人口比重 | 100% | 2022 | share",
        "常住人口(0-17岁) | 220900人 | 2022", "常住人口比重(0-17岁) | 26.5% | 2022 | share",
        "常住人口(女性) | 391200人 | 2022", "常住人口比重(女性) | 47% | 2022 | share"]),
    "goals": ("""东桥区教育规划
一、主要指标
序号 | 指标 | 单位 | 2020年 | 2025年
1 | 毛入园率 | % | 91.2 | 95
2 | 平均受教育年限 | 年 | 9.8 | 10.6
""", "plan", 2021, ["毛入园率 | 91.2% | 2020 | share", "毛入园率 | 95% | 2025 | target",
                    "平均受教育年限 | 9.8年 | 2020", "平均受教育年限 | 10.6年 | 2025 | target"]),
    "changes": ("""单位：万吨
指标 | 2023年 | 比上年增长（%）
货运量 | 28650 | -1.3
""", "bulletin", 2024, ["货运量 | 28650万吨 | 2023 | change -1.3"]),
    "no unit, no number": ("东桥区交通规划\n项目 | 数量\n桥梁 | 12\n", "plan", 2024, []),
    "indices": ("东桥区公报\n表2 2021年居民消费价格指数\n指标 | 比上年涨跌(%)\n衣着 | 101.4\n", "bulletin", 2022, []),
    "cells of their own": ("东桥区方案\n任务 | 目标值 | 单位\n节水型单位 | 创建20家 | 水务局\n", "plan", 2024,
                           ["节水型单位创建 | 20家 | target"]),
}


@pytest.mark.parametrize("case", NEWER)
def test_times_promises_and_brackets(case: str) -> None:
    text, genre, year, expected = NEWER[case]
    assert [short(i) for i in read(text, genre, year)] == expected


def test_a_table_with_one_cell_a_line() -> None:
    cells = ("指标", "单位", "2021年", "比上年增长(%)",
             "地区生产总值", "亿元", "91.3", "7.5", "金融业", "亿元", "8.5", "-4.4")
    table = "".join(f"{cell} |\n" for cell in cells)
    text = f"青溪区统计公报\n一、综合\n表一：地区生产总值\n{table}全区经济平稳运行。\n"
    found = read(text, "bulletin", 2022)
    assert [short(i) for i in found] == [
        "地区生产总值 | 91.3亿元 | 2021 | change 7.5", "金融业 | 8.5亿元 | 2021 | change -4.4"]
    assert all(text[e.start:e.end] == e.quote for i in found for e in i.evidence)


@pytest.mark.parametrize("gap", ["\t", "\u3000\u3000", "    ", " "])
def test_a_table_whose_cells_blanks_part(gap: str) -> None:
    rows = (("产品名称", "单位", "产量", "比上年增长(%)"),
            ("电力机车", "辆", "352", "6.3"), ("日用陶瓷", "亿件", "21.7", "-3.2"))
    table = "\n".join(gap.join(row) for row in rows)
    text = f"青溪市2024年国民经济和社会发展统计公报\n表2 2024年主要产品产量\n{table}\n经济平稳运行。\n"
    assert [short(i) for i in extract(read_text(text)).indicators] == [
        "电力机车产量 | 352辆 | 2024 | change 6.3", "日用陶瓷产量 | 21.7亿件 | 2024 | change -3.2"]


@pytest.mark.parametrize("text", [
    "0元。比初增2元", "青溪市2024年统计公报\n产品\t产量\t单位\n电力机车\t352\n",
])
def test_a_difference_of_nothing_and_a_short_row_are_read(text: str) -> None:
    assert extract(read_text(text)).document.raw == text


@pytest.mark.parametrize("case", TABLES)
def test_numbers_of_a_table_take_unit_and_time_from_its_header(case: str) -> None:
    text, genre, year, expected = TABLES[case]
    assert [short(i) for i in read(text, genre, year)] == expected


def broken(text: str) -> str:
    """Hard line breaks every 28 characters, as a text layer of a PDF has them."""
    return "\n".join("\n".join(line[i:i + 28] for i in range(0, len(line), 28)) for line in text.split("\n"))


def spaced(text: str) -> str:
    """Spaces between numbers and words."""
    return re.sub(r"(\d)([\u4e00-\u9fff])", r"\1 \2", re.sub(r"([\u4e00-\u9fff])(\d)", r"\1 \2", text))


def wide(text: str) -> str:
    """Full-width digits, points and percent signs."""
    return text.translate(dict(zip(map(ord, "0123456789.%"), "０１２３４５６７８９．％", strict=True)))


@pytest.mark.parametrize("style", EXPECTED)
@pytest.mark.parametrize("change", [broken, spaced, wide])
def test_the_layout_of_a_text_changes_nothing(style: str, change: Callable[[str], str]) -> None:
    text, genre, year, _ = EXPECTED[style]
    assert [fold(short(i)) for i in read(change(text), genre, year)] == [short(i) for i in read(text, genre, year)]


def test_the_founding_document() -> None:
    found = {short(i) for i in find_indicators(read_file(FOUNDING))}
    assert {"规上家电企业(我市) | 497家 | 2024", "营收 | 949亿元 | 2024 | change 11.4", "有效高企 | >1000家 | 2024",
            "规上家电企业研发费用占全部规上工业研发费用 | 40.3% | 2024 | share",
            "备案省科技型中小企业 | 3008家 | 2024 | cumulative",
            "有效发明专利(全大市) | 10000件 | 2027 | target",
            "年度研发经费内部支出 | >200万元 | 2024 | condition"} <= found


@pytest.mark.parametrize(("text", "genre", "expected"), [
    ("截至2024年6月底，建成站点120个。", "reply", ["建成站点 | 120个 | 2024-06"]),
    ("2023年新增企业30家。其中，规上企业8家。目前共有企业200家。", "reply",
     ["新增企业 | 30家 | 2023", "规上企业 | 8家 | 2023", "企业 | 200家"]),
    ("确保贷款利率低于2.5%，账款清偿率达100%。", "measures", ["贷款利率 | <2.5% | support",
     "账款清偿率 | 100% | target"]),
    ("下达补助资金300万元，惠及12万农村群众。", "reply", ["下达补助资金 | 300万元", "惠及农村群众 | 12万"]),
    ("通关时间缩短6天，降幅较上半年收窄3.1个百分点。", "report", ["通关时间缩短 | 6天",
     "降幅收窄 | 3.1个百分点 | growth"]),
    ("高标准农田建设考核指标23万亩，完成28万亩。", "report",
     ["高标准农田建设考核指标 | 23万亩 | target", "高标准农田建设考核指标 | 28万亩"]),
    ("预计全年地区生产总值增长4%。", "report", ["地区生产总值 | 4% | growth"]),
    ("（一）招引企业。新增企业12家，超市级8家目标任务。", "report",
     ["新增企业 | 12家", "超市级目标任务 | 8家 | target"]),
    ("（一）绩效目标完成情况\n1、招商引资目标。产业到资385亿元。", "report", ["产业到资 | 385亿元"]),
    ("计划实施养护工程120公里，实际完成养护工程142公里。", "reply",
     ["实施养护工程 | 120公里 | target", "实际完成养护工程 | 142公里"]),
    ("一、工作回顾\n预计全年生产总值增长4.5%。\n二、工作目标\n生产总值增长5%。", "report",
     ["生产总值 | 4.5% | growth", "生产总值增长 | 5% | target"]),
    ("一、各项目标任务完成情况\n全年建成公路88公里。", "report", ["建成公路 | 88公里"]),
    ("建设周期3年，10个工作日内办结，面向3岁以下婴幼儿，新建年产30万吨甲醇项目。", "reply", []),
])
def test_times_kinds_and_what_is_left_out(text: str, genre: str, expected: list[str]) -> None:
    assert [short(i) for i in read(text, genre)] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("产值50亿元（增长8%）、利润3亿元。", ["产值 | 50亿元 | change 8", "利润 | 3亿元"]),
    ("城镇和农村居民人均可支配收入分别达45632元、26871元，增长4.9%和7.3%。",
     ["城镇居民人均可支配收入 | 45632元 | change 4.9", "农村居民人均可支配收入 | 26871元 | change 7.3"]),
    ("利润总额9亿元，由负转正，增长12.4%。", ["利润总额 | 9亿元 | change 12.4"]),
    ("建成28个省级质量监测中心和66个县级监测站。", ["建成省级质量监测中心 | 28个", "县级监测站 | 66个"]),
    ("工业用电量增长6.2%，高于全省平均1.1个百分点。",
     ["工业用电量 | 6.2% | growth", "工业用电量高于全省平均 | 1.1个百分点"]),
    ("2023年惠及企业80家。对购买软件的企业，按实际支出的30%给予补助，最高不超过100万元。",
     ["惠及企业 | 80家 | 2023", "实际支出(购买软件的企业) | 30% | support",
      "补助(购买软件的企业) | <=100万元 | support"]),
])
def test_brackets_turns_and_numbers_that_share_their_words(text: str, expected: list[str]) -> None:
    assert [short(i) for i in read(text, "reply")] == expected


def test_a_year_from_a_heading_is_quoted_too() -> None:
    (indicator,) = read("一、2024年工作回顾\n\n新建公园12座。\n", "report", 2025)
    assert indicator.time == "2024"
    assert [e.quote for e in indicator.evidence] == ["新建公园12座", "2024年"]


def test_a_report_without_a_date_speaks_in_the_year_after_the_one_it_looks_back_on() -> None:
    text = "2022年工作回顾\n一年来，成效明显。一是应对疫情。新增床位111张。\n2023年工作安排\n今年新建公园10个。\n"
    document = read_text(f"政府工作报告\n各位代表：\n{text}")
    assert [(i.value, i.time) for i in find_indicators(document)] == [("111", "2022"), ("10", "2023")]


def test_equal_statements_have_ids_of_their_own_and_a_rebuild_the_same() -> None:
    first = read("建成公园3座。改造后，建成公园3座。")
    assert len({i.id for i in first}) == len(first) == 2
    assert first == read("建成公园3座。改造后，建成公园3座。")


WORDS = ["2024年", "全年", "其中", "营收", "利润", "12.5", "亿元", "增长", "下降", "比上年", "分别", "、", "，", "；",
         "。", "和", "占", "%",
         "3", "万家", "（", "）", "企业", "给予", "不超过", "以上", "的", "一是", "\n", "“", "”", "累计", "达到",
         "个百分点", "倍", "—", "至"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join))
def test_any_text_is_read_and_every_quote_stands_in_it(text: str) -> None:
    document = read_text("公文 " + text, "law")
    for indicator in find_indicators(document):
        assert indicator.evidence
        assert all(document.raw[e.start:e.end] == e.quote for e in indicator.evidence)
        assert any(c.isdigit() or c in "十百千万亿" for c in indicator.evidence[0].quote)
        float(indicator.value), float(indicator.base_value)


@pytest.mark.parametrize("trial", test_lexicon(load(), "indicators.toml"), ids=lambda t: f"{t.row}:{t.example}")
def test_every_cue_finds_its_examples(trial: Trial) -> None:
    assert trial.passed, trial


def test_an_amount_for_each_and_the_number_of_a_house() -> None:
    found = read("对市级项目补助3万元/项。在白沙花园3幢2单元加装电梯2台。")
    assert [(i.value, i.unit) for i in found] == [("3", "万元/项"), ("2", "台")]


def test_an_item_that_promises_begins_with_its_goal() -> None:
    text = "近年来做了工作。一是完成20个项目的采集；\n下一步，将深入推进。一是完成30个项目的采集；二是加强宣传。"
    said = extract(read_text(text))
    assert [(i.value, i.kind) for i in said.indicators] == [("20", "actual"), ("30", "target")]


def test_a_short_form_with_a_number_counts_nothing() -> None:
    found = read("印发《税制改革方案》(以下简称税改20条)。按照税改20条的部署，减税30亿元。")
    assert [(i.value, i.unit) for i in found] == [("30", "亿元")]


@pytest.mark.parametrize(("text", "counted"), [
    ("2024年，全区实现产值320亿元。", ["flow"]),
    ("到2027年，规上企业达到300家以上，新增省级平台12个。", ["stock", "flow"]),
    ("截至2024年末，全县拥有农机合作社36家，其中年内新认定5家。", ["stock", "flow"]),
    ("累计建成充电桩1200个，贷款余额95亿元。", ["stock", "stock"]), ("全区有茶企85家。", [""]),
    ("机械化率达到75%。", [""]), ("预计三年内覆盖村庄20个。", [""])])
def test_what_there_is_is_told_from_what_came(text: str, counted: list[str]) -> None:
    assert [number.counted for number in find_indicators(read_text(text))] == counted


def test_what_is_counted_is_named_without_who_did_it_where() -> None:
    found = read("我局已在青溪路、东河路新建公厕3座。2012年来累计投入约6亿元。")
    assert [(i.name, i.value) for i in found] == [("新建公厕", "3"), ("投入", "6")]
