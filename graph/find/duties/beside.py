"""Duties of the bodies beside a cue: 会同B, 依托B, 联合B, 与B共同, and 配合B, which makes the issuer support.

What follows 依托 or 联合 has no sign where its name ends, so these duties often only point at the place where a
name must begin (kind ``open``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from graph.find.duties.acting import after_opener, is_body
from graph.find.duties.bodies import holders
from graph.find.duties.coordination import read_forward, split
from graph.find.duties.cues import load_cues
from graph.find.duties.nouns import Duty, Holder
from graph.find.duties.shapes import ends_as_body, is_named, is_self
from graph.model import Document, Span

__all__ = ["find_beside", "following", "is_achieved", "named_or_open"]

_ROLES = {"relying": "support", "joining": "joint", "allying": "joint", "consulting": "joint"}
_TOGETHER = re.compile(r"会同(?=\S)")
_LONGEST = 60
_STOP = re.compile(r"[。;!?\n]")


def find_beside(document: Document, seen: set[int]) -> Iterator[Duty]:
    """The duties beside all cues that do not start at one of ``seen`` (those found with their acting bodies)."""
    for rule, role in _ROLES.items():
        for match in load_cues().pattern[rule].finditer(document.folded):
            told = rule == "allying" and is_achieved(document.folded, match.end())
            if match.start() not in seen and not told:
                yield from _duty(match, named_or_open(document, match.end(), role), rule)
    for match in _TOGETHER.finditer(document.folded):
        if match.start() not in seen:
            partners = following(document, match.end(), "joint")
            yield from _duty(match, [*_speaker(document, match.start()), *partners] if partners else [], "together")
    yield from _helping(document)


def _duty(match: re.Match[str], items: list[Holder], rule: str) -> Iterator[Duty]:
    if items:
        span = Span(min(match.start(), items[0].span.start), max(match.end(), items[-1].span.end))
        yield Duty(span, Span(*match.span()), tuple(items), rule, "sentence")


def _speaker(document: Document, start: int) -> list[Holder]:
    """The body of which the sentence speaks from its beginning (国家能源局高度重视氢能发展，2022年会同…): it leads."""
    folded = document.folded
    least = max(0, start - _LONGEST)
    begin = after_opener(folded, Span(max((mark.end() for mark in _STOP.finditer(folded, least, start)), default=least),
                                      start))
    said = load_cues().pattern["speaking"].match(folded, begin, start)
    spans = split(folded, *said.span("who")) if said else []
    named = all(is_self(folded[a:b]) or (ends_as_body(folded[a:b], agency=True) and is_body(folded[a:b], strict=True))
                for a, b in spans)
    return [item for item in holders(document, spans, "lead") if item.kind in ("body", "self")] if named else []


def _helping(document: Document) -> Iterator[Duty]:
    """三是配合市水利局做好…: the issuer supports, where a sentence or item begins so."""
    begins = {after_opener(document.folded, Span(section.head.start, section.head.start + 20))
              for section in document.sections}
    for match in load_cues().pattern["helping"].finditer(document.folded):
        first = document.folded[match.start() - 1:match.start()] in ("。", "\n")
        begun = first or match.start() in begins or match.start("verb") in begins
        if begun and read_forward(document.folded, match.end(), match.end() + 20):
            cue = Span(*match.span())
            yield Duty(cue, cue, (Holder(cue, "", "support", "self"),), "helping", "sentence")


def is_achieved(folded: str, start: int) -> bool:
    """Whether the rest of the sentence tells what partners have achieved, which is no task of theirs."""
    limit = min(len(folded), start + _LONGEST)
    stop = _STOP.search(folded, start, limit)
    return bool(load_cues().pattern["achieved"].search(folded, start, stop.start() if stop else limit))


def named_or_open(document: Document, start: int, role: str) -> list[Holder]:
    """Bodies whose level and shape show that they are named (市青少年宫), else the place where names may stand."""
    place = _open(document, start, role)
    spans = read_forward(document.folded, *place.span) if place else []
    shown = takewhile(lambda item: item.kind == "body" and is_named(item.name), holders(document, spans, role))
    named = list(shown)
    rest = _open(document, named[-1].span.end + 1, role) if 0 < len(named) < len(spans) else None
    return [*named, *([rest] if rest else [])] if named else [place] if place else []


def following(document: Document, start: int, role: str) -> list[Holder]:
    """The bodies right after a cue; an open place if their shape does not show where they end."""
    place = _open(document, start, role)
    spans = read_forward(document.folded, *place.span) if place else []
    return holders(document, spans, role) or ([place] if place else [])


def _open(document: Document, start: int, role: str) -> Holder | None:
    """The place after a cue in which names may stand."""
    limit = min(len(document.folded), start + _LONGEST)
    pause = load_cues().pattern["pause"].search(document.folded, start, limit)
    end = pause.start() if pause else limit
    return Holder(Span(start, end), document.text[start:end], role, "open") if end > start else None
