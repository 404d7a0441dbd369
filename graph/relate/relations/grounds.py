"""On which instrument a document rests: what its preamble or first article cites before 制定本办法."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.model import Relation, Span
from graph.relate.relations.page import Met, Page

__all__ = ["based_on"]

_PREAMBLE = 700  # code points of the body in which a document says what it rests on
_JOINT = 4  # code points between instruments of one list, their numbers in brackets left out
_BRACKET = re.compile(r"[(（][^()（）]{0,40}[)）]")


def based_on(page: Page) -> Iterator[Relation]:
    """``based_on`` of the document itself, then of one instrument on another (在《规划》的基础上)."""
    begin, last = page.document.body.start, None
    making = "answers" if page.document.header.genre in ("reply", "letter") else "make"
    for span, inside in page.sentences():
        policies = [m for m in inside if m.entity.type == "policy"]
        near = span.start - begin < _PREAMBLE and page.document.header.genre != "bulletin"
        if near and page.own and policies and page.pattern(making).search(page.folded, span.start, span.end):
            for policy in _cited(page, span.start, policies):
                for own in page.own[:1]:
                    yield page.relation(own, "based_on", policy.entity, "ground-of-document", span.start, span.end)
        yield from _made_on(page, span, policies)
        yield from _this_rests(page, policies, last)
        last = policies[-1] if policies else last
        for earlier, later in pairwise(policies):
            rests = page.pattern("rests_itself").fullmatch(page.folded, earlier.end, later.start)
            if rests and page.pattern("is_made").match(page.folded, later.end):
                place = (earlier.start, later.end)
                yield page.relation(earlier.entity, "based_on", later.entity, "rests-itself", *place, 0.85)
            if _built_on(page, later):
                yield page.relation(earlier.entity, "based_on", later.entity, "built-on", earlier.start, later.end, 0.8)


def _made_on(page: Page, span: Span, policies: list[Met]) -> Iterator[Relation]:
    """根据《甲》编制了《乙》、《丙》: each instrument made in a sentence rests on those it cites before."""
    grounds = list(_cited(page, span.start, policies))
    reached = -1
    for made in policies:
        verb = page.pattern("issue").search(page.folded, max(span.start, made.start - 12), made.start)
        before = [ground for ground in grounds if ground.end <= made.start]
        if made not in grounds and before and (verb or 0 <= made.start - reached <= 1):
            reached = made.end
            for ground in before:
                place = (ground.start, made.end)
                yield page.relation(made.entity, "based_on", ground.entity, "made-on-ground", *place, 0.85)


def _this_rests(page: Page, policies: list[Met], before: Met | None) -> Iterator[Relation]:
    """《甲方案》….该方案是对《乙规划》的细化: the instrument named last, in this sentence or the one before."""
    for ground in policies:
        if page.pattern("this_rests").search(page.folded, max(0, ground.start - 30), ground.start) and before:
            place = (before.start, ground.end)
            yield page.relation(before.entity, "based_on", ground.entity, "this-rests-on", *place, 0.85)
        before = ground


def _built_on(page: Page, policy: Met) -> bool:
    """在《甲》的基础上."""
    led = page.folded[policy.start - 1:policy.start] == "在"
    return led and page.pattern("built_on").match(page.folded[policy.end:policy.end + 6]) is not None


def _modelled_on(page: Page, policy: Met) -> bool:
    """以《甲》为遵循."""
    led = page.folded[policy.start - 1:policy.start] == "以"
    return led and page.pattern("model_behind").match(page.folded[policy.end:policy.end + 8]) is not None


def _cited(page: Page, start: int, policies: list[Met]) -> Iterator[Met]:
    """The instruments led by words of ground, and those joined to one by 、 or 和."""
    reached = -1
    for policy in policies:
        led = page.pattern("ground").search(page.folded, start, policy.start)
        gap = _BRACKET.sub("", page.folded[reached:policy.start]) if reached >= 0 else ""
        gap = page.pattern("made_by").sub("", gap)
        leads = led is not None or _built_on(page, policy) or _modelled_on(page, policy)
        made = page.pattern("issue").search(gap)
        joined = 0 <= reached <= policy.start and len(gap) <= _JOINT and not made
        if policy.entity not in page.own and (leads or joined):
            reached = policy.end
            yield policy
