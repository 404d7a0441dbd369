"""The title, and the instrument that a notice wraps."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from graph.model import Evidence, Span
from graph.read.furniture import Frame
from graph.read.header.genres import genre_of
from graph.read.header.page import Page
from graph.read.header.site import from_index
from graph.read.header.titlelines import best_lines, joined, places, weight
from graph.read.knowledge import pattern

__all__ = ["Title", "find_title"]

_IN_MARKS = re.compile("《([^《》]+)》")
_OF_OTHERS = re.compile("[^《》]{3,60}[局委厅部办院会]《([^《》]+)》")  # 转发|某委、某局《关于…的意见》
_DOUBLE = str.maketrans("〈〉", "《》")


class Title(NamedTuple):
    """``notice`` is the title of the wrapping notice, where there is one."""

    text: str
    evidence: tuple[Evidence, ...]
    notice: str = ""


def find_title(page: Page, frame: Frame) -> Title:
    """The document's title: in the head, else one that stood inside the page frame, else in a site's index table."""
    best = best_lines(page, page.front)
    text = joined(page, best)
    if best and weight(text) > 1:
        return _unwrapped(text, places(page, best))
    framed = _framed(page, frame)
    below = _below(page)
    body = below is not None and pattern("header", "org_end").search(text)  # the head of the paper, no title
    if best and framed is None and not frame.titles and not body:
        return _unwrapped(text, places(page, best))
    return framed or below or Title("", ())


def _below(page: Page) -> Title | None:
    """What a notice without a title, or the lead of a news item, puts into force, or a title below the signature."""
    for i in page.opening:
        hit = pattern("header", "forwards").search(page.text(i))
        if hit:
            group = next(name for name, value in hit.groupdict().items() if value)
            start, end = (page.spans[i].start + place for place in hit.span(group))
            return Title(page.shown(start, end), (page.witness(start, end),))
    last = page.signature
    while last in page.structural:
        last += 1
    best = best_lines(page, range(page.signature + 1, last)) if page.signature >= 0 else []
    text = joined(page, best)
    return Title(text, places(page, best)) if weight(text) > 1 else None


def _framed(page: Page, frame: Frame) -> Title | None:
    raw = page.document.raw
    for spans in frame.titles:
        text = "".join("".join(raw[start:end].split()) for start, end in spans)
        if genre_of(text) != "other":
            adjacent = all(raw[a.end:b.start].isspace() for a, b in pairwise(spans))
            spread = [Span(spans[0].start, spans[-1].end)] if adjacent else spans
            return _unwrapped(text, tuple(Evidence(start, end, raw[start:end]) for start, end in spread))
    text, evidence = from_index(page, frame, "meta_title", "value")
    return _unwrapped(text, evidence) if text else None


def _unwrapped(text: str, evidence: tuple[Evidence, ...]) -> Title:
    """What a notice puts into force; the notice's title may stand in 《》 of its own, and what it wraps in 〈〉."""
    whole = _IN_MARKS.fullmatch(text) or _OF_OTHERS.fullmatch(text)
    text = whole[1] if whole else text
    wraps = pattern("header", "wraps").search(text.translate(_DOUBLE))
    plain = wraps["plain"] if wraps else None
    if not wraps or (plain and genre_of(plain) == "other" and not pattern("header", "instrument_end").search(plain)):
        return Title(text, evidence)
    group = next(name for name, value in wraps.groupdict().items() if value)
    inner = _unwrapped(text[slice(*wraps.span(group))], evidence)  # a notice may pass on another one
    return inner._replace(notice=text)
