"""What was admitted to a list, programme or plan: X 成功入选 Y, 将 X 纳入 Y."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from graph.model import Relation, Span
from graph.relate.relations.page import Met, Page, outermost

__all__ = ["admitted", "recognised"]

_LISTS = ("list", "programme", "policy", "project")
_APART = ",，。;；将把"  # 市水利局|将|海绵城市|列入: who admits is not admitted
_OWNED = "的》"  # 青溪剧团创排的《白沙》获奖: it is the work that wins
_TOPICS = ("platform", "project", "enterprise", "institute", "programme")
_CLAUSE_ENDS = tuple(",。;")
_GAP = 14  # code points between the verb and what stands beside it


def admitted(page: Page) -> Iterator[Relation]:
    """``listed_in`` for each verb of admission with names on both sides; 分别 pairs them off."""
    for span, inside in page.sentences():
        outer = outermost(inside)
        named: list[Met] = []
        reached, home = -1, None
        for verb in page.finditer("admit", span):
            if page.pattern("wish").search(page.folded, span.start, verb.start() + 2):
                continue
            before, into = _beside(verb, outer, page)
            goes_on = reached == verb.start() - 1 and page.folded[reached] in ",，"  # 获评甲，入选乙
            into = into or _list_before(verb, outer, before, page)
            named = before or (named if goes_on else [])
            of_area = into and not named and (_is_of_area(verb, into[0], page) or (home and goes_on))
            home = page.home if of_area else None
            named = named or ([] if home else _follow(into, outer, page) or _topic(verb, outer, page))
            reached = into[-1].end if into else -1
            for subject, object in _paired(named, into, "分别" in verb[0]):
                place = (span.start, object.end)
                yield page.relation(subject.entity, "listed_in", object.entity, "admitted", *place, 0.85)
            if home:
                for object in into:
                    place = (verb.start(), object.end)
                    yield page.relation(home, "listed_in", object.entity, "admitted-area", *place, 0.8)


def _beside(verb: re.Match[str], outer: list[Met], page: Page) -> tuple[list[Met], list[Met]]:
    """The names before the verb, and the lists and titles behind it."""
    before = _run([m for m in reversed(outer) if m.end <= verb.start()], page, verb.start())
    titled = any(page.pattern(kind).search(verb[0]) for kind in ("recognising", "honouring"))
    after = [m for m in outer if m.start >= verb.end() and _admits(m, page, titled)]
    return before[::-1], _run(after, page, verb.end())


def _topic(verb: re.Match[str], outer: list[Met], page: Page) -> list[Met]:
    """What the sentence speaks of, where the verb's own clause names nobody: 甲基地落户乙园,由丙运营,并|纳入…."""
    if not page.pattern("goes_on").fullmatch(_clause_before(verb, page)):
        return []
    before = [m for m in reversed(outer) if m.end <= verb.start() and m.entity.type in _TOPICS]
    clause = verb.start() - len(_clause_before(verb, page))
    if before and before[0].end == clause - 1:
        return before[:1]  # 管委会建设的甲基地,|纳入…
    opening = [m for m in before if page.pattern("opens").search(page.folded, max(0, m.start - 2), m.start)]
    return opening[:1] or (before if len(before) == 1 else [])  # 抓紧建设甲园,总投资3亿元,已|列为…


def _follow(into: list[Met], outer: list[Met], page: Page) -> list[Met]:
    """列入《名单》的有甲、乙: those that a row behind the list names."""
    after = [m for m in outer if into and m.start >= into[-1].end]
    those = after and page.pattern("those_are").fullmatch(page.folded, into[-1].end, after[0].start)
    return page.row(after) if those else []


def _list_before(verb: re.Match[str], outer: list[Met], before: list[Met], page: Page) -> list[Met]:
    """The list that the sentence has named, where nothing stands behind the verb: 发布《目录》,甲、乙|入选."""
    if page.folded[verb.end():verb.end() + 1] not in _CLAUSE_ENDS or not before:
        return []
    lists = [m for m in outer if m.end <= before[0].start and page.pattern("list_name").search(m.entity.name)]
    return lists[-1:]


def _clause_before(verb: re.Match[str], page: Page) -> str:
    return re.split("[,，。;；:：\n]", page.folded[max(0, verb.start() - _GAP):verb.start()])[-1]


def _is_of_area(verb: re.Match[str], into: Met, page: Page) -> bool:
    """Whether a clause without a subject, or with 我市, says what title the document's own area was given."""
    clause = _clause_before(verb, page)
    titled = page.pattern("title_of_area").search(into.entity.name)
    speaks = not clause or any(page.pattern(one).fullmatch(clause) for one in ("adverbs", "own_area"))
    return titled is not None and speaks and not into.entity.name[0].isdigit()


def recognised(page: Page) -> Iterator[Relation]:
    """``listed_in`` for 认定X、Y为Z: each of what stands before 为 is recognised as what stands behind it."""
    for span, inside in page.sentences():
        for found in _recognitions(page, span):
            into = [m for m in _within(inside, *found.span("as")) if m.entity.type in _LISTS]
            what = _within(outermost(inside), *found.span("what"))
            heads = {m.start for m in what}  # 贵州省贵定县: the last of a chain is meant
            what = [m for m in what if m.end not in heads]
            for subject, object in product(what, into[:1]):
                yield page.relation(subject.entity, "listed_in", object.entity, "recognised", *found.span(), 0.85)


def _recognitions(page: Page, span: Span) -> Iterator[re.Match[str]]:
    """认定甲、乙为丙; 授予甲、乙2023年度市长质量奖."""
    yield from page.finditer("admit_as", span)
    yield from page.finditer("bestow", span)


def _admits(met: Met, page: Page, titled: bool) -> bool:
    """Whether things are admitted to it: a list or programme, or a zone that is a title (国家…示范区), which behind a
    verb of recognising any may be (某市…教育基地)."""
    if met.entity.type in _LISTS:
        return True
    names = ("honour", "title_of_place") if titled else ("honour",)
    return met.entity.type == "platform" and any(page.pattern(name).search(met.entity.name) for name in names)


def _within(met: Iterable[Met], start: int, end: int) -> list[Met]:
    return [m for m in met if start <= m.start and m.end <= end]


def _paired(named: list[Met], into: list[Met], apart: bool) -> Iterator[tuple[Met, Met]]:
    if apart and len(named) == len(into):
        return zip(named, into, strict=True)
    return product(named, into)


def _run(candidates: list[Met], page: Page, position: int) -> list[Met]:
    """The names next to ``position`` on one side, and those joined to them by 、 or 和, outwards."""
    run: list[Met] = []
    for met in candidates:
        first, last = sorted((position, met.start if met.start >= position else met.end))
        gap = page.folded[first:last]
        if run and not gap and met.end <= position:
            position = met.start  # 济源市|承留镇: the last of a chain is meant
            continue
        before = met.end <= position
        near = len(gap) <= _GAP and not set(_APART + _OWNED * before) & set(gap)
        if before and met.entity.type == "place":  # 青溪市|成功入选, but 青溪古法竹编技艺|入选
            near = not gap or page.pattern("adverbs").fullmatch(gap) is not None
        if not (gap.strip("“”《》") in page.words("joint") if run else near):
            break
        run.append(met)
        position = met.end if met.start >= position else met.start
    return run
