"""Amounts and periods: what is read, what is not, and the laws that hold for every number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.find.numbers import find_amounts, find_periods
from graph.find.numbers.numerals import chinese, plain
from graph.find.numbers.tables import units
from graph.lexicon import load
from graph.lexicon.examples import Trial, test_lexicon

DATA = ("units.csv", "comparators.csv", "periods.toml")


def read(text: str) -> list[tuple[str, str, str]]:
    return [(a.value, a.unit, a.comparator) for a in find_amounts(text)]


@pytest.mark.parametrize("trial", test_lexicon(load(), *DATA), ids=lambda trial: f"{trial.row}:{trial.example}")
def test_every_row_of_the_data_does_what_its_example_says(trial: Trial) -> None:
    assert trial.passed, trial


@pytest.mark.parametrize(("text", "expected"), [
    ("实现营收 949 亿元", [("949", "亿元", "")]),
    ("全年接待1,286.5万人次", [("1286.5", "万人次", "")]),
    ("总量1.2万亿元", [("1.2", "万亿元", "")]),
    ("装机3.5亿千瓦、发电20千瓦时", [("3.5", "亿千瓦", ""), ("20", "千瓦时", "")]),
    ("处理水量600多万吨", [("600", "万吨", ">")]),
    ("追回欠薪3400余万元", [("3400", "万元", ">")]),
    ("有效高企破千家", [("1000", "家", ">")]),
    ("服务企业近百家、二十多个村、十余家合作社", [("100", "家", "~"), ("20", "个", ">"), ("10", "家", ">")]),
    ("安排补助二百多亿元", [("200", "亿元", ">")]),
    ("突破百亿元大关", [("100", "亿元", ">")]),
    ("百分之三十五、千分之三", [("35", "%", ""), ("3", "‰", "")]),
    ("增长两倍,占比超七成", [("2", "倍", ""), ("7", "成", ">")]),
    ("连续经营满一年", [("1", "年", ">=")]),
    ("免收2-4个月租金", [("2", "个月", ">="), ("4", "个月", "<=")]),
    ("按5%—10%给予奖励", [("5", "%", ">="), ("10", "%", "<=")]),
    ("不超过核定投资的50%", [("50", "%", "<=")]),
    ("单个企业最多申报5人", [("5", "人", "<=")]),
    ("处一万元以上十万元以下的罚款", [("1", "万元", ">="), ("10", "万元", "<=")]),
    ("同比+5.2%,自然增长率-1.90‰", [("5.2", "%", ""), ("-1.9", "‰", "")]),
    ("惠及5.6万农村群众", [("5.6", "万", "")]),
])
def test_amounts_as_written(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("text", [
    "聚焦“30+6”产业集群,建设“1+6+N”体系,“双11”期间", "《行动方案(2023-2025)》第3款、第12条",
    "国发〔2017〕12号、第0356号提案",
    "八大工程、五张清单、十项措施、三类平台", "三农、四转、三品、一站式、一次性、十分重要、千方百计、百姓、万众创新",
    "世界500强、5A级景区、4G网络、G60走廊、GB/T 9704—2012", "2024年第3期,十四届三次会议",
    "近5年来、未来3年、三年内",
    "K15+300处,1时30分,9:30", "邮编315300,电话0574-63961234", "位居第3位、列全省第5位", "每100户、每万人", "1美元兑换",
])
def test_names_ordinals_and_dates_are_no_amounts(text: str) -> None:
    assert read(text) == []


def test_base_values_are_exact() -> None:
    amounts = find_amounts("398.1亿元、1.36万公里、300兆瓦、七成、620斤")
    assert [(a.base_value, a.base_unit) for a in amounts] == [
        ("39810000000", "元"), ("13600", "公里"), ("300000", "千瓦"), ("70", "%"), ("310", "公斤")]


PLAIN_UNITS = sorted(u.unit for u in units().values() if u.kind in ("money", "mass", "length", "area"))


@given(st.decimals(min_value=Decimal("0.01"), max_value=10**7, places=2), st.sampled_from(PLAIN_UNITS))
def test_any_number_with_a_unit_is_read_back(number: Decimal, unit: str) -> None:
    text = f"共计{plain(number)}{unit}。"
    (amount,) = find_amounts(text)
    assert (amount.value, amount.unit, text[amount.start:amount.end]) == (plain(number), unit, f"{plain(number)}{unit}")


@given(st.text(alphabet="0123456789.,%亿万千百十一二两三多余近超第年月元家个到至-—以上下的,。“”", max_size=60))
def test_spans_lie_in_the_text_and_in_order(text: str) -> None:
    amounts = find_amounts(text)
    assert all(0 <= a.outer <= a.start < a.end <= a.tail <= len(text) for a in amounts)
    assert [a.start for a in amounts] == sorted(a.start for a in amounts)


def spell(number: int) -> str:
    """The standard Chinese numeral of 1 to 99 999 999."""
    high, low = divmod(number, 10**4)
    if high:
        return spell(high) + "万" + (("零" if low < 1000 else "") + spell(low) if low else "")
    text, gap = "", False
    for scale, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, scale)
        text += ("零" if gap and text else "") + "零一二三四五六七八九"[digit] + word if digit else ""
        gap = not digit
    return text


@given(st.integers(min_value=1, max_value=10**8 - 1))
def test_a_spelt_numeral_has_its_value(number: int) -> None:
    assert chinese(spell(number)) == number


@pytest.mark.parametrize(("text", "year", "expected"), [
    ("去年新增30家,今年上半年新增20家", 2025, ["2024", "2025-06"]),
    ("由2015年的76%提高到2023年的92%", None, ["2015", "2023"]),
    ("是2020年的2.3倍,比上年增长5%,较2019年提高1倍", 2024, []),
    ("“十四五”末达到80%;“十三五”期间建成12座", 2022, ["2025", "2016/2020"]),
    ("第三季度同比下降", 2023, ["2023-09"]),
    ("目前已建成20座;项目前期工作", 2023, [""]),
    ("一、主要情况。(十五)深化改革。", 2023, []),
])
def test_periods(text: str, year: int | None, expected: list[str]) -> None:
    assert [p.iso for p in find_periods(text, year)] == expected
