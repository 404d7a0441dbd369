"""Items of a list → holders: who is meant, under which names, and who is too vague to be anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.find.duties.coordination import split
from graph.find.duties.cues import load_cues
from graph.find.duties.nouns import Holder
from graph.find.duties.shapes import ends_as_body, is_addressed, is_class, is_self, is_shaped
from graph.find.duties.wording import label_role
from graph.lexicon import load
from graph.model import Document, Span

__all__ = ["holders", "shares_tail"]

_LONGEST_AREA, _LONGEST_IN_FULL = 4, 8
_LEVELS = tuple("省市县区州旗盟")
_LONGEST_PERSON = 3
_AREA_ENDS = frozenset("省市县区州盟旗镇乡村道")
_BLANKS = frozenset(" \t\u3000")


def holders(document: Document, spans: list[Span], role: str) -> list[Holder]:
    """The holders in a list of items; areas that share the tail of the last get it (长沙、株洲市人民政府)."""
    found = (_holder(document, span, role) for span in spans)
    return list(_share_area(_named_twins(_share_tails([item for item in found if item]))))


def _holder(document: Document, span: Span, role: str) -> Holder | None:
    """The holder in ``span``; ``None`` for words so vague that nobody is named.

    A role in a bracket behind the name wins over ``role``; any other bracket at the end gives other names.
    """
    text, folded = document.text, document.folded
    called = load_cues().pattern["called"].search(folded, *span)
    span = Span(span.start, called.start()) if called and called.end() == span.end else span
    note = load_cues().pattern["note"].search(folded, span.start, span.end)
    if note and note.end() == span.end:
        role, span = _noted(note.group(1), role), Span(span.start, note.start())
    words = folded[span.start:span.end]
    if is_addressed(words):
        return Holder(span, text[span.start:span.end], role, "addressed")
    if not words or load_cues().pattern["vague"].fullmatch(words) or _is_deadline(words):
        return None
    if folded[span.start - 1:span.start] in _BLANKS and _may_be_person(words):
        return None
    if is_self(words):
        return Holder(span, text[span.start:span.end], role, "self")
    if is_class(words):
        return Holder(span, text[span.start:span.end], role, "class")
    bare, also = _inner_names(document, span)
    return Holder(bare, text[bare.start:bare.end], role, "body", also)


def _may_be_person(words: str) -> bool:
    """Whether what follows a blank behind a body may be the person in charge there (县住建局 张三)."""
    named = len(words) <= _LONGEST_PERSON and any(words.startswith(surname) for surname in _surnames())
    return named and not is_shaped(words) and words[-1] not in _AREA_ENDS


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    return frozenset(row["surname"] for row in load().rows("surnames"))


def _is_deadline(words: str) -> bool:
    return bool(load_cues().pattern["deadline"].search(words)) and not is_shaped(words)


def _noted(word: str, role: str) -> str:
    return load_cues().words["after"].get(word) or label_role(word) or ("lead" if "第一" in word else role)


def _inner_names(document: Document, span: Span) -> tuple[Span, tuple[str, ...]]:
    """市经信局（市中小企业局） → the span of 市经信局, and the other spellings."""
    text, folded = document.text, document.folded
    if not folded.endswith(")", span.start, span.end):
        return span, ()
    opening = folded.rfind("(", span.start, span.end)
    if opening <= span.start or not ends_as_body(folded[span.start:opening]):
        return span, ()
    inner = Span(opening + 1, span.end - 1)
    names = [text[a:b] for a, b in split(folded, *inner) if ends_as_body(folded[a:b])]
    return Span(span.start, opening), (text[span.start:span.end], *names)


def _share_tails(items: list[Holder]) -> Iterator[Holder]:
    """Give each bare area the tail of the next seat of government; another item between them ends the sharing."""
    seat = None
    shared: list[Holder] = []
    for item in reversed(items):
        tail = _tail_for(item.name, seat)
        if tail:
            shared.append(item._replace(name=item.name + tail, also=(item.name,)))
        else:
            seat = _seat(item.name)
            shared.append(item)
    return reversed(shared)


def shares_tail(name: str, last: str) -> bool:
    """Whether an item is an area that takes the tail of the last one.

    >>> shares_tail("东江县", "西江县人民政府"), shares_tail("长沙", "株洲市财政局")
    (True, False)
    """
    return bool(_tail_for(name, _seat(last)))


def _named_twins(items: Iterator[Holder]) -> Iterator[Holder]:
    """Give a zone's committee the name that stands before its party's alone: 高新区党工委和|管委会."""
    before = ""
    for item in items:
        twin = load_cues().pattern["twin-seats"].fullmatch(f"{before}和{item.name}")
        yield item._replace(name=twin["zone"] + twin["seat"]) if twin else item
        before = item.name


def _share_area(items: Iterator[Holder]) -> Iterator[Holder]:
    """Give a department the area that the one before it is named with: 东山新区教育局、|财政局."""
    cues, area = load_cues().pattern, ""
    for item in items:
        led = cues["area-led"].fullmatch(item.name)
        alone = not led and cues["remit-alone"].fullmatch(item.name) and not load().national(item.name)
        area = led["area"] if led else area if alone else ""
        yield item._replace(name=area + item.name, also=(item.name,)) if area and not led else item


def _seat(name: str) -> re.Match[str] | None:
    cues = load_cues().pattern
    return cues["zone-seat"].fullmatch(name) or cues["seat"].fullmatch(name)


def _tail_for(name: str, seat: re.Match[str] | None) -> str:
    """The part of ``seat`` that a bare area shares: an area that of a government, a zone that of a zone's committee."""
    cues = load_cues().pattern
    if not seat or cues["seat"].fullmatch(name) or is_class(name):
        return ""
    if seat.re is cues["zone-seat"]:
        return seat["tail"] if cues["zone"].fullmatch(name) else ""
    in_full = len(name) > 2 and name.endswith(_LEVELS)
    if len(name) > (_LONGEST_IN_FULL if in_full else _LONGEST_AREA) or is_shaped(name):
        return ""
    return seat["tail"][1:] if in_full else seat["tail"]
