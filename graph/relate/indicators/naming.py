"""What a number counts, read from the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from graph.find.numbers import Amount
from graph.relate.indicators.cues import cue, heads, pairs, trim
from graph.relate.indicators.found import aside

__all__ = ["Label", "items_before", "label", "precedes_noun", "tiers_before"]

BREAK = re.compile("[,，:：;；]")
ASIDE = re.compile(r"[(（][^()（）]*[)）]|\[\d+\]")
RIGHT = re.compile(  # 8个|以甲、乙等为主导产业的园区
    r"\s?((?:以[^,，。;；:：()（）|\n]{1,30}?为[^,，。;；、:：()（）|\n]{1,12}的)?[^,，。;；、:：()（）|\n!！?？]*)")
CUT = re.compile("[,，:：;；()（）。|]")
ORDINAL = re.compile("第[一二三四五六七八九十]")
NEXT_CELL = re.compile(r"\S{2,24}(?:局|委|厅|部|办|办公室|政府|办事处|街道|中心|公司)(?:\s|$)")  # 40台 市住建局
FIGURE = re.compile(r"[\d.]+")
LONGEST = 40


@dataclass(frozen=True, slots=True)
class Label:
    """The name and population of a number, and where the words that give them begin and end."""

    name: str
    population: str
    begin: int
    end: int


def label(text: str, gap_start: int, amount: Amount, limit: int) -> Label:
    """Name the number from the clause before it and, where a noun follows (12项企业标准), the words after it.

    ``gap_start`` is where the previous number ended, ``limit`` where the next one begins.
    """
    begin, clause = _last_clause(text, gap_start, amount.outer)
    if begin in (0, text.rfind("\n", 0, begin) + 1) and (subject := cue("run_in").match(clause)):
        clause = clause[subject.end():]
    trimmed, row = trim(clause), _row_label(text[gap_start:begin])
    met = RIGHT.match(text, amount.tail, limit)
    right, end = (met[1], met.end()) if met else ("", amount.tail)
    if text[amount.tail:amount.tail + 1].isspace() and NEXT_CELL.match(right):
        right, end = "", amount.tail
    if end == limit and (joint := cue("goes_on").search(right)):
        right, end = right[:joint.start()], end - len(joint[0])
    right = cue("among").sub("", cue("standard").sub("", right.strip()))
    if right.startswith("的") and trimmed.core and (amount.comparator or heads().search(trimmed.core)):
        return Label(_short(trimmed.core), trimmed.region or _short(right), begin, end)
    if not right or cue("postnominal").match(right):
        return Label(_short(row + trimmed.core), trimmed.region, begin, amount.tail)
    between, money = text[begin:amount.outer], amount.kind == "money"
    given = money and (cue("given_to").search(clause) or (clause.endswith("的") and BREAK.search(between)))
    apart = aside(between) or given
    name, population = _join("" if apart else row + trimmed.core, right, money)
    return Label(_short(name), population or trimmed.region, begin, end)


def precedes_noun(text: str, amount: Amount, limit: int) -> bool:
    """Whether words behind the number say what it counts (82家企业列入名单), so that it needs no name from before."""
    met = RIGHT.match(text, amount.tail, limit)
    right = met[1].strip() if met else ""
    return bool(right) and not cue("postnominal").match(right)


def _row_label(ahead: str) -> str:
    """The first cell of a row, for a number that has words of its own in a later one: 节水型单位 | 创建20家."""
    return trim(ahead.split("|")[0]).core if "|" in ahead else ""


def _last_clause(text: str, start: int, end: int) -> tuple[int, str]:
    """The nearest clause that names something, with its offset; the last one if none does."""
    gap = ASIDE.sub(lambda m: " " * len(m[0]), text[start:end])
    cuts = [0, *(m.end() for m in CUT.finditer(gap)), len(gap) + 1]
    clauses = [(a, gap[a:b - 1]) for a, b in pairwise(cuts)]
    for offset, clause in reversed(clauses):
        core = trim(clause).core
        if core and FIGURE.fullmatch(core):  # 1:1.2, a ratio that is no number of its own
            break
        if core:
            return start + offset, re.sub(r"\s+", "", clause)
    return start + clauses[-1][0], ""


def _join(left: str, right: str, money: bool = False) -> tuple[str, str]:
    """Left and right words of a number that precedes its noun: name and population; money is given to the left.

    >>> _join("全市公共图书馆中", "提供夜间服务"), _join("列入清单的", "企业"), _join("新增", "企业列入名单")
    (('提供夜间服务', '全市公共图书馆'), ('列入清单的企业', ''), ('新增企业列入名单', ''))
    >>> _join("支持建设油菜、肉牛等", "优势特色产业集群")
    ('优势特色产业集群', '')
    """
    if within := cue("within").match(left):
        return right, within[1]
    noun = right.removeprefix("的")
    if left.endswith("等") and len(noun) > 1:  # 油菜、肉牛等5个|产业集群: some of them by name
        return noun, ""
    if money and len(left) > 8:
        return noun, left
    if left.endswith("的") or len(left) <= 8:
        return left + noun, ""
    return (left + noun if len(noun) <= 8 else noun), ""


def _short(name: str) -> str:
    name = name.strip("的")
    return name if len(name) <= LONGEST else name[-LONGEST:]


def tiers_before(phrase: str, count: int) -> list[str] | None:
    """The ``count`` levels or quoted steps that a phrase lists: 国家级、省级、市级, “一星”“二星”.

    >>> tiers_before("认定为国家级、省级、市级星创天地的单位", 3)
    ['国家级', '省级', '市级']
    """
    for tiers in ("quoted_tiers", "level_tiers"):
        for run in cue(tiers).findall(phrase):
            items = cue("tier").findall(run)
            if len(items) == count:
                return items
    return None


def items_before(phrase: str, count: int) -> list[str] | None:
    """The ``count`` things that ``phrase`` lists before 分别, each with the head of the last; None for another count.

    >>> items_before("茶叶采摘、加工机械化率", 2)
    ['茶叶采摘机械化率', '加工机械化率']
    >>> items_before("第二、第三产业占地区生产总值的比重", 2)
    ['第二产业占地区生产总值的比重', '第三产业占地区生产总值的比重']
    >>> items_before("城乡居民人均可支配收入", 2)
    ['城镇居民人均可支配收入', '农村居民人均可支配收入']
    """
    phrase = trim(cue("total_of").sub("", phrase)).core
    for separators in ("[、,，]|和|与|及|以及", "和|与|以及", "[,，]", "[、]"):
        items = [item for part in re.split(separators, phrase) if (item := trim(part).core)]
        if len(items) == count > 1:
            return _share_head(items)
    for word, two in pairs().items():
        if word in phrase and count == len(two):
            return [phrase.replace(word, one) for one in two]
    return None


def _share_head(items: list[str]) -> list[str]:
    bare, counted = [ORDINAL.fullmatch(item) for item in items[:-1]], ORDINAL.match(items[-1])
    if counted and all(bare):
        return [*(item + items[-1][counted.end():] for item in items[:-1]), items[-1]]
    head = heads().search(items[-1])
    if not head or any(heads().search(item) for item in items[:-1]):
        return items
    return [*(_with_head(item, head[0]) for item in items[:-1]), items[-1]]


def _with_head(item: str, head: str) -> str:
    """城镇居民 and 居民人均可支配收入 share 居民."""
    shared = next((size for size in range(len(head), 0, -1) if item.endswith(head[:size])), 0)
    return item + head[shared:]
