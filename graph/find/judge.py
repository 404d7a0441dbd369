"""Name or class?  The tests by which a candidate that ends in a known word is told from a class of things.

甬江实验室 is a name, 重点实验室 a class, and nothing but the words before the suffix tells.  One test for each
``rule`` of suffixes.csv.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from graph.find.candidate import Candidate

__all__ = ["is_name", "type_of"]

_COUNTED = re.compile(r"\d+[余多]?[个家项件条张座所]")
_JOINING = {"依托", "建立", "设立", "联合", "会同", "加入", "成立", "组建", "发起成立"}
_ADMITTING = {"列入", "入选", "入围", "纳入", "获评", "获批", "被列入", "已列入"}
_PLURAL = {"#", "等", "多个", "多家", "多项", "若干", "各类", "各项", "各种", "各级", "各地", "各有关", "有关", "相关", "一批", "其他", "其它"}
_OF_PROGRAMME = re.compile("(?:计划|专项|行动|基金)$")
_WORKS = re.compile("(?:工程|机场|隧道|大桥|水库)$")
_PROPER = re.compile(r"\d|[A-Z]|[（(]")
_DOING = re.compile(r"(?:实施|开展|启动|推进|参加|申报)$")
_MONEY = re.compile("[万亿]元|投资|补助|单个|符合")
_BARE_LEVEL = re.compile(r"(?:乡镇|镇|乡|区县|县区|区市|市县|县市|自治州|自治县|自治区|直辖市|设区市|地|州市|市州)+")
_POINTING = {"该", "本", "此", "这", "那", "其"}
_SUBJECT = re.compile("学校|企业|部门|单位|机构|地区|政府|社会")
_CLASS_TAIL = re.compile("(?:优质|科技|攻关|类|好|青年|企业|团队|上榜|获奖|转化|合作|投资|并购|服务|研发|技术|创新|产业|民生|基础设施|配套|还林)$")
_CLASS_WORD = re.compile("企业|产业|行业|大型|教育|医疗")


def is_name(candidate: Candidate) -> bool:
    """Whether the candidate names one thing."""
    left, suffix = candidate.left, candidate.suffix
    if left.reason in _PLURAL or candidate.modifier.count("“") > 1:
        return False  # 等多个研发项目: several; “甲”“乙”项目: a row, read by graph.find.titles
    if left.reason in _POINTING and len(candidate.modifier) < 5:
        return False  # 该水库工程: named before
    if _COUNTED.match(candidate.after) and suffix.type in ("policy", "platform", "institute"):
        return False  # 发布申报指南41个: counted, so a class
    if suffix.subtype == "cluster" and re.match("培育|发展|建设|核心|工作", candidate.after):
        return False
    if suffix.word == "项目" and _WORKS.search(candidate.modifier):
        return False  # 水利枢纽工程项目: the works are the thing
    if candidate.scene.ground.ends_word(candidate.last - 1, candidate.end):
        return False  # 超计划
    if candidate.after[:1] in ("化", "性", "型"):
        return False  # 工程化, 平台型: another word
    if suffix.type == "agency" and candidate.area_end == candidate.first and (
            _BARE_LEVEL.fullmatch(candidate.modifier) or candidate.scene.ground.in_class_list(candidate.first)):
        return False  # 各市、自治州人民政府, 镇人民政府
    return _TESTS[suffix.rule](candidate)


def type_of(candidate: Candidate) -> tuple[str, str]:
    """Type and subtype: a 行动计划 that is carried out is a programme, one that is written an instrument."""
    suffix = candidate.suffix
    if suffix.word == "项目" and _OF_PROGRAMME.search(candidate.modifier):
        return "programme", ""
    if suffix.word.endswith("行动计划") and _DOING.search(candidate.left.reason):
        return "programme", "plan"
    return suffix.type, suffix.subtype


def _named(candidate: Candidate) -> bool:
    """More than class words: a quotation, an area or level with words of its own, or words of its own."""
    if candidate.left.quoted >= 0:
        return True
    type, own = candidate.suffix.type, candidate.own
    if candidate.area_end > candidate.first:
        full = candidate.scene.ground.folded[candidate.area_end - 1] in "省市区县州旗"
        return bool(own) and (full or not candidate.is_class or type != "platform")
    if candidate.is_class:
        return _named_by_use(candidate)
    wanted = 4 if type == "programme" and len(candidate.suffix.word) == 2 else 2
    return len(own) >= (2 if candidate.left.reason in candidate.scene.vocabulary.intro else wanted)


def _named_by_use(candidate: Candidate) -> bool:
    """Class words that are a name all the same: by the level before them, the verb that founds, or their length."""
    type, own, reason = candidate.suffix.type, candidate.own, candidate.left.reason
    if type in ("policy", "programme") and re.match("[省市县区](?!级)", candidate.modifier):
        return len(own) >= 2
    if reason in _JOINING and (type == "association" or candidate.suffix.subtype in ("committee", "taskforce")):
        return len(candidate.modifier) >= 4
    if type == "programme" and candidate.suffix.subtype in ("", "campaign") and reason in candidate.scene.vocabulary.intro:
        return len(own) >= 4
    return type in ("programme", "association") and len(own) + len(candidate.suffix.word) >= 8 and not _SUBJECT.match(own)


def _level(candidate: Candidate) -> bool:
    short = len(candidate.suffix.word) == 1
    return len(candidate.modifier) >= (3 if short else 1) and not re.search(r"[、各]|\((?:市|区|县|地|州)", candidate.modifier)


def _area(candidate: Candidate) -> bool:
    return candidate.suffix.type == "agency" or candidate.area_end > candidate.first


def _town(candidate: Candidate) -> bool:
    """A town or sub-district has a name of its own before 镇, 乡 or 街道."""
    return not _BARE_LEVEL.fullmatch(candidate.own or candidate.modifier) and len(candidate.modifier) >= 2


def _firm(candidate: Candidate) -> bool:
    """A company that is only 公司 or 银行 needs an area; 集团 a short name of its own (公牛集团)."""
    if candidate.area_end > candidate.first or candidate.left.quoted >= 0:
        return bool(candidate.own)
    if candidate.suffix.word == "学校":
        return bool(re.match("[省市县区旗州](?!级|区)", candidate.modifier)) and len(candidate.own) >= 2
    return candidate.suffix.word == "集团" and 2 <= len(candidate.own) <= 5 and not _CLASS_WORD.search(candidate.own)


def _place(candidate: Candidate) -> bool:
    if _MONEY.search(candidate.modifier):
        return False
    proper = candidate.left.quoted >= 0 or candidate.area_end > candidate.first or _PROPER.search(candidate.modifier)
    project = candidate.suffix.word == "项目"
    own = len(candidate.own) >= (5 if project else 2) and not (project and _CLASS_TAIL.search(candidate.own))
    return bool(proper or own) and len(candidate.modifier) >= 2 and _named(candidate)


def _cited(candidate: Candidate) -> bool:
    if candidate.left.reason in _ADMITTING:
        return len(candidate.own) >= 4
    return candidate.left.reason in candidate.scene.vocabulary.cite and _named(candidate)


def _quoted(candidate: Candidate) -> bool:
    return candidate.left.quoted >= 0


_TESTS: dict[str, Callable[[Candidate], bool]] = {
    "named": _named, "level": _level, "area": _area, "town": _town, "firm": _firm, "place": _place, "cited": _cited, "quoted": _quoted,
}
