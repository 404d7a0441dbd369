"""Name or class?  The tests by which a candidate that ends in a known word is told from a class of things.

甬江实验室 is a name, 重点实验室 a class, and nothing but the words before the suffix tells.  One test for each
``rule`` of suffixes.csv.
"""

from __future__ import annotations

from collections.abc import Callable

from graph.find.candidate import Candidate
from graph.find.refusals import refused

__all__ = ["is_name", "type_of"]

_BY_AREA = ("zone", "park", "lab", "cluster", "university", "school", "hospital", "event", "bank")
_LEVELS = ("省", "市", "区", "县")
_LONG = 5
_FOUNDED = 8  # letters of 轨道交通产业学院
_FIELD = 4  # letters of the field of an institute: 数字经济|研究院
_SHORT_NAME = range(2, 4)  # letters of a company's short name before 公司
_LEAD = 24  # code points of who heads a task force: 由市政府分管副市长任组长的
_COOPERATIVE = 4  # letters of a cooperative's own name


def is_name(candidate: Candidate) -> bool:
    """Whether the candidate names one thing."""
    return not refused(candidate) and _TESTS[candidate.suffix.rule](candidate)


def type_of(candidate: Candidate) -> tuple[str, str]:
    """Type and subtype: a 行动计划 that is carried out is a programme, one that is written an instrument."""
    suffix, names = candidate.suffix, candidate.scene.names
    if suffix.word == "项目" and names["of_programme"].search(candidate.modifier):
        return "programme", ""
    if suffix.word.endswith("工程") and names["class_works"].match(candidate.modifier):
        return "programme", ""
    if suffix.word == "工程" and (names["works_object"].search(candidate.modifier) or names["built"].match(
            candidate.scene.ground.folded, candidate.end)):
        return "project", ""
    if suffix.word.endswith("行动计划") and candidate.left.reason in candidate.scene.vocabulary.cite:
        return "policy", "plan"
    return suffix.type, suffix.subtype


def _named(candidate: Candidate) -> bool:
    """More than class words: a quotation, an area or level with words of its own, or words of its own."""
    if candidate.left.quoted >= 0:
        return True
    type, own = candidate.suffix.type, candidate.own
    if candidate.area_end > candidate.first and not own and candidate.suffix.subtype in _BY_AREA:
        return candidate.modifier not in _LEVELS  # 江东经济技术开发区, 江东学院
    sited = candidate.suffix.word in candidate.scene.names.words("sited")
    if sited and candidate.area_end > candidate.first and not own:
        return candidate.modifier not in _LEVELS  # 义乌|机场
    if candidate.area_end > candidate.first:
        full = candidate.scene.ground.folded[candidate.area_end - 1] in "省市区县州旗"
        vague = type == "platform" and candidate.suffix.word in candidate.scene.names.words("vague_platform")
        return bool(own) and (full or not candidate.is_class or not vague)
    if type == "project" and candidate.scene.names["ordinal_own"].search(candidate.modifier):
        return True  # 城区第二|污水处理厂
    if candidate.is_class:
        return _named_by_use(candidate)
    vague = len(candidate.suffix.word) == 2 or candidate.suffix.subtype == "fund"
    wanted = 4 if type == "programme" and vague else 2
    return len(own) >= (2 if candidate.left.reason in candidate.scene.vocabulary.intro else wanted)


def _named_by_use(candidate: Candidate) -> bool:
    """Class words that are a name all the same: by the level before them, the verb that founds, or their length."""
    type, own, reason = candidate.suffix.type, candidate.own, candidate.left.reason
    names, intro = candidate.scene.names, candidate.scene.vocabulary.intro
    level = names["level_lead"].match(candidate.modifier)
    by_level = type in ("policy", "programme", "institute", "enterprise") or candidate.suffix.subtype == "taskforce"
    if level and by_level:
        whole = candidate.suffix.subtype == "school" and len(candidate.suffix.word) >= 4  # 市|职业学校
        return len(own) >= 2 or whole
    if level and type == "association":
        return len(own) > 2  # 市|物业管理|协会, but 市行业协会
    if type == "policy" and reason in candidate.scene.vocabulary.cite:
        return len(own) > _LONG and own[0] not in "本该各当"  # 制定|制造业数字化赋能行动方案
    if type == "platform" and (level or candidate.modifier.startswith("国家")):
        return len(own) >= (4 if level else 6)
    if candidate.suffix.word in names.words("founded_kind") and reason in names.words("joining"):
        return len(own) + len(candidate.suffix.word) >= _FOUNDED or (type == "institute" and len(own) >= _FIELD)
    if type == "institute":
        return own.startswith("第") or "大学" in own or "学院" in own
    joins = type == "association" or candidate.suffix.subtype in ("committee", "taskforce")
    if joins and (reason in names.words("joining") or _headed(candidate)):
        return len(candidate.modifier) >= 4
    if candidate.suffix.subtype == "fund" and names["fund_set_up"].search(
            candidate.scene.ground.folded, max(0, candidate.first - _LEAD), candidate.first):
        return len(own) >= _FIELD  # 设立总规模50亿元的|新能源产业基金
    if type == "programme" and candidate.suffix.subtype in ("", "campaign", "plan") and candidate.governor in intro:
        return len(own) >= 4
    long = len(own) + len(candidate.suffix.word) >= 8
    return type in ("programme", "association") and long and not names["class_subject"].match(own)


def _headed(candidate: Candidate) -> bool:
    """由市长任组长的|产业链提升工作领导小组."""
    if candidate.suffix.subtype != "taskforce":
        return False
    folded, first = candidate.scene.ground.folded, candidate.first
    return any(found.end() == first for found in candidate.scene.names["headed_by"].finditer(
        folded, max(0, first - _LEAD), first))


def _level(candidate: Candidate) -> bool:
    short = len(candidate.suffix.word) == 1
    names = candidate.scene.names
    listed = names["level_in_bracket"].search(candidate.modifier)
    led = candidate.suffix.type == "agency" or candidate.area_end > candidate.first or candidate.left.quoted >= 0
    long = len(candidate.modifier) >= (3 if short else 1)
    return bool(led or names["level"].match(candidate.modifier)) and long and not listed


def _area(candidate: Candidate) -> bool:
    """Led by an area; a zone also by the short name of a county, which is no area on its own (涟源|高新区)."""
    if candidate.suffix.type == "agency" or candidate.area_end > candidate.first:
        return True
    if candidate.suffix.subtype == "cluster" and candidate.left.quoted >= 0:
        return True  # “361”万千亿级|产业集群
    if candidate.suffix.type == "enterprise" and candidate.scene.names["company_led"].match(candidate.modifier):
        return True  # 国网青溪|供电公司
    if candidate.suffix.subtype == "event" and candidate.modifier.startswith("第"):
        return _titled(candidate)  # 第四届|青溪大会
    scope = candidate.scene.names["world_lead"].match(candidate.modifier)
    if candidate.suffix.subtype == "event" and scope:
        return len(candidate.modifier) >= scope.end() + 2  # 世界青溪|大会
    zone = candidate.suffix.subtype == "zone" and candidate.left.quoted < 0 and not candidate.is_class
    return zone and candidate.scene.names["zone_of"].fullmatch(candidate.modifier) is not None


def _town(candidate: Candidate) -> bool:
    """A town or sub-district has a name of its own before 镇, 乡 or 街道."""
    bare = candidate.scene.names["bare_level"].match(candidate.own or candidate.modifier)
    return not bare and len(candidate.modifier) >= 2


def _firm(candidate: Candidate) -> bool:
    """A company that is only 公司 or 银行 needs an area; 集团 a short name of its own (公牛集团)."""
    names = candidate.scene.names
    if candidate.area_end > candidate.first and not candidate.own and candidate.suffix.word == "银行":
        short = candidate.modifier[-1] not in "省市县区州旗" or len(candidate.modifier) == len("杭州")
        return short and not names["bank_class"].match(candidate.after)  # 河北|银行
    if candidate.area_end > candidate.first or candidate.left.quoted >= 0:
        return bool(candidate.own)
    known = any(end in candidate.scene.known_ends for end in range(candidate.first + 2, candidate.last + 1))
    if names["company_led"].match(candidate.modifier) or known:
        return True  # 国网|…公司, 蒙牛|乳制品公司
    short = candidate.suffix.word == "公司" and len(candidate.modifier) in _SHORT_NAME
    if short and not names["level"].match(candidate.modifier):
        return not (names["firm_class"].fullmatch(candidate.modifier) or candidate.is_class)  # 金奥|公司
    if candidate.suffix.word.endswith("合作社"):
        return len(candidate.own) >= _COOPERATIVE and not candidate.is_class  # 益农果业|专业合作社
    if names["subsidiary_before"].search(candidate.scene.ground.folded, max(0, candidate.first - 3), candidate.first):
        return not candidate.is_class
    level = names["level_lead"].match(candidate.modifier)
    if level and candidate.suffix.word in ("学校", "公司", "集团"):
        return len(candidate.own) >= 2 and not names["firm_of_level"].match(candidate.own)
    short = candidate.suffix.word == "集团" and 2 <= len(candidate.own.removeprefix("中国")) <= 5
    return short and not names["class_word"].search(candidate.own)


def _place(candidate: Candidate) -> bool:
    names, project = candidate.scene.names, candidate.suffix.word == "项目"
    if names["money"].search(candidate.modifier):
        return False
    led = candidate.left.quoted >= 0 or candidate.area_end > candidate.first
    proper = led or names["proper"].search(candidate.modifier)
    own = len(candidate.own) >= (5 if project else 2) and not (project and names["class_tail"].search(candidate.own))
    return bool(proper or own) and len(candidate.modifier) >= 2 and _named(candidate)


def _cited(candidate: Candidate) -> bool:
    names, reason = candidate.scene.names, candidate.left.reason
    approved = reason in names.words("approving") and candidate.area_end > candidate.first
    if approved or reason in names.words("admitting"):
        return len(candidate.own) >= 4
    listed = reason in ("、", "和") and candidate.governor in candidate.scene.vocabulary.cite
    cited = listed or reason in candidate.scene.vocabulary.cite
    return cited and len(candidate.own) >= 4 and _named(candidate)


def _titled(candidate: Candidate) -> bool:
    """A title has its giver before it: 全国…示范县; a pilot may have the verb that begins it: 开展…城市试点."""
    intro = {*candidate.scene.vocabulary.intro, *candidate.scene.names.words("admitting")}
    begun = candidate.suffix.subtype == "pilot" and candidate.left.reason in intro
    if (begun and len(candidate.own) > _LONG) or "·" in candidate.modifier[1:]:
        return True  # 南宁·中关村创新|示范基地
    if candidate.area_end > candidate.first and candidate.own.startswith("首批"):
        return len(candidate.own) >= _LONG  # 海东首批|…示范县
    lead = candidate.scene.names["titled_lead"].match(candidate.modifier)
    whole = candidate.suffix.word in candidate.scene.names.words("title_whole")
    quoted = candidate.modifier.startswith("“")  # “四好”全国|示范县
    return bool(lead and (whole or quoted or len(candidate.modifier) >= lead.end() + 2))


def _quoted(candidate: Candidate) -> bool:
    """Marked as a name, or put into service: 智慧审批辅助|系统上线运行."""
    names = candidate.scene.names
    launched = candidate.suffix.type == "platform" and names["launched"].match(candidate.after)
    return candidate.left.quoted >= 0 or bool(launched and len(candidate.own) >= 4 and not candidate.is_class)


_TESTS: dict[str, Callable[[Candidate], bool]] = {
    "named": _named, "level": _level, "area": _area, "town": _town,
    "firm": _firm, "place": _place, "cited": _cited, "titled": _titled, "quoted": _quoted,
}
