"""What is no name, whatever the test of its last word says: things counted, pointed at, or part of another word.

Each refusal looks at one side of the candidate; the table below is their registry.
"""

from __future__ import annotations

from collections.abc import Callable

from graph.find.candidate import Candidate

__all__ = ["refused"]

_SHORT = 5
_LINK = 8  # code points of the next link of a chain
_LINKED = ("platform", "institute", "enterprise")
_NUMBERED = ("numbered_after", "counted_after")


def refused(candidate: Candidate) -> bool:
    """Whether the candidate is a class of things, or none at all."""
    return any(refusal(candidate) for refusal in REFUSALS)


def _plural(candidate: Candidate) -> bool:
    """等多个研发项目: several; “甲”“乙”项目: a row, read by graph.find.titles; 该水库工程: named before."""
    reason, names = candidate.left.reason, candidate.scene.names
    counted = reason == "#" and (candidate.suffix.rule == "titled" or _of_money(candidate))  # 4个国家…城市试点
    pointed = reason in names.words("pointing") and len(candidate.modifier) < _SHORT
    return (reason in names.words("plural") and not counted) or candidate.modifier.count("“") > 1 or pointed


def _row(candidate: Candidate) -> bool:
    """技能培训等|工程: some of many, whose names graph.find.enumerations reads."""
    among = candidate.scene.names["among"]
    return candidate.suffix.type == "programme" and among.search(candidate.modifier) is not None


def _of_money(candidate: Candidate) -> bool:
    """500万元|产业发展专项资金: the sum that a fund holds, no count of funds."""
    left = candidate.left
    return candidate.suffix.subtype == "fund" and candidate.scene.ground.folded.endswith("元", 0, left.start)


def _counted(candidate: Candidate) -> bool:
    """发布申报指南41个, “5G+”项目超过4000个: counted, so a class."""
    names, suffix = candidate.scene.names, candidate.suffix
    counts = suffix.type in ("policy", "platform", "institute") or suffix.word == "项目"
    if counts and names["counted_after"].match(candidate.after):
        return True
    numbered = (names[rule].match(candidate.scene.ground.folded, candidate.end) for rule in _NUMBERED)
    return suffix.word == "项目" and any(numbered)


def _money_or_road(candidate: Candidate) -> bool:
    """中央安排专项资金; 农村公路, 富山高铁|站."""
    names, suffix = candidate.scene.names, candidate.suffix
    if suffix.subtype == "fund":
        return names["paid_fund"].search(candidate.modifier) is not None
    road = suffix.word in names.words("road_word")
    station = candidate.after.lstrip("东南西北").startswith("站")
    return road and bool(names["class_road"].search(candidate.own) or station)


def _levels(candidate: Candidate) -> bool:
    """县两级政府门户网站, 全州博物馆; 各市、自治州人民政府, 镇人民政府; 政协第十四届|全国委员会, 责任分工-|市交通局."""
    names, modifier = candidate.scene.names, candidate.modifier
    if names["levels_lead"].match(modifier):
        return True
    if candidate.suffix.type != "agency":
        return False
    if candidate.suffix.word == "政府" and names["not_government"].search(modifier):
        return True
    if candidate.suffix.word.endswith("政府") and "政府" in modifier:
        return True  # 区政府协调白沙镇|政府
    ground, first = candidate.scene.ground, candidate.first
    if ground.after_session(first):
        return True
    bare = names["bare_level"].match(modifier) or ground.in_class_list(first)
    return modifier in names.words("wide") or "-" in modifier or bool(candidate.area_end == first and bare)


def _torn(candidate: Candidate) -> bool:
    """省|级企业技术中心, 管委会+|公司, 6.41平方公里|核心区: no beginning of a name, or two things and a measure."""
    names, modifier = candidate.scene.names, candidate.modifier
    part = candidate.scene.ground.folded.startswith("段)", candidate.end)  # 南山路(内环线至白沙大桥|段)
    return part or names["torn"].search(modifier) is not None


def _of_chain(candidate: Candidate) -> bool:
    """众创空间—|孵化器|—加速器: a link of a chain of kinds."""
    chain, folded = candidate.scene.names["chain"], candidate.scene.ground.folded
    linked = chain.search(folded, candidate.first, candidate.end + _LINK)
    return candidate.suffix.type in _LINKED and linked is not None and linked.start() < candidate.end


def _built_by(candidate: Candidate) -> bool:
    """支持云杉科技建设|企业技术中心: who builds one of a kind, which has no name."""
    kind = candidate.scene.names["built_by"].search(candidate.modifier)
    return kind is not None and candidate.suffix.type == "platform"


def _kind_of_site(candidate: Candidate) -> bool:
    """江东城区公办|幼儿园: a kind of school or hospital, wherever it is; 配套设施如|停车场, 幸福|家园."""
    names, suffix = candidate.scene.names, candidate.suffix
    if suffix.rule == "place" and names["class_place"].search(candidate.modifier):
        return True
    return suffix.type == "institute" and bool(names["class_site"].search(candidate.modifier))


def _used_otherwise(candidate: Candidate) -> bool:
    """产业集群培育; 水利枢纽工程项目: the works are the thing; 计划创建; 专项检查."""
    names, suffix = candidate.scene.names, candidate.suffix
    if suffix.subtype == "cluster" and names["cluster_used"].match(candidate.after):
        return True
    if suffix.word == "项目" and names["works"].search(candidate.modifier):
        return True
    if suffix.word in ("项目", "计划") and names["kind_of_project"].search(candidate.modifier):
        return True
    given = names["titled_lead"].match(candidate.modifier)  # 国家…试点|县 is a title
    if suffix.word == "试点" and not given and names["pilots"].match(candidate.after):
        return True
    if suffix.word == "计划" and names["planning"].match(candidate.after):
        return True
    if suffix.word == "轨道交通" and names["transit_used"].match(candidate.after):
        return True
    if suffix.word == "工程" and names["class_end"].search(candidate.modifier):
        return True
    return suffix.word.endswith("专项") and names["adjective"].match(candidate.after) is not None


def _cut_short(candidate: Candidate) -> bool:
    """青溪新区管委|会: the committee's name goes on; 市发改委|会同市财政局."""
    after = candidate.after
    if candidate.suffix.word == "处" and candidate.modifier.endswith(("查", "惩")):
        return True  # 市公安局联合查|处
    goes_on = after.startswith("会") and not after.startswith(("会同", "会商", "会议"))
    return candidate.suffix.word.endswith("委") and goes_on


def _of_branch(candidate: Candidate) -> bool:
    """白沙工程技术研究中心|宁波分中心: the branch alone is meant."""
    scene, area_end = candidate.scene, candidate.scene.area_at(candidate.end)
    return area_end > candidate.end and scene.names["branch_follows"].match(scene.ground.folded, area_end) is not None


def _of_bodies(candidate: Candidate) -> bool:
    """市数据公司“三位一体”|推进机制: what bodies named before a quotation do together, no body of its own."""
    quoted = candidate.left.quoted
    ends = (candidate.first + end for _, end, _ in candidate.scene.vocabulary.suffixes_in(candidate.modifier))
    return candidate.suffix.type == "agency" and quoted > candidate.first and quoted in ends


def _other_word(candidate: Candidate) -> bool:
    """超计划; 工程化, 平台型."""
    ends = candidate.scene.ground.ends_word(candidate.last - 1, candidate.end)
    return ends or candidate.scene.names["other_word"].match(candidate.after) is not None


REFUSALS: tuple[Callable[[Candidate], bool], ...] = (
    _plural, _row, _torn, _of_chain, _built_by, _counted, _money_or_road, _levels, _kind_of_site, _used_otherwise,
    _cut_short, _of_branch, _of_bodies, _other_word,
)
