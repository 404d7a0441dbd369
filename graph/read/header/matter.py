"""What the document is about: its number and date, and, for a reply, the proposal it answers."""

from __future__ import annotations

import re
from itertools import pairwise

from graph.model import Evidence, Proposal, Span
from graph.read.folding import fold
from graph.read.furniture import Frame
from graph.read.header.page import Page
from graph.read.header.site import from_index
from graph.read.header.titles import Title
from graph.read.knowledge import pattern
from graph.read.numerals import ordinal, year

__all__ = ["SQUARE", "find_date", "find_number", "find_proposal", "find_subject", "find_value",
           "published_in"]

SQUARE = str.maketrans("〔〕［］【】﹝﹞（）", "[][][][]()")
Value = tuple[str, tuple[Evidence, ...]]
_NONE: Value = ("", ())
_ELEMENT = 30  # letters of a line that is one element


def find_value(page: Page, rule: str) -> Value:
    """A one-line element of the head, or of the tail (签发人, 类别标记), or of the lines below the text."""
    inside = (i for i in range(page.head, page.tail) if page.kinds[i] == rule and len(page.text(i)) <= _ELEMENT)
    for i in [*page.front, *_tail(page, rule), *inside]:
        hit = pattern("header", rule).search(page.text(i))
        if hit:
            group = next(name for name, value in hit.groupdict().items() if value)
            return hit[group], (_witness(page, i, hit, group),)
    return _NONE


def find_number(page: Page, frame: Frame) -> Value:
    """发文字号 with its own brackets: on its own line, in the head, in a site's index; never one that is cited."""
    for rule in ("number_line", "number"):
        for i in [*page.front, *_tail(page, "number_line")]:
            text = page.text(i)
            hit = pattern("header", rule).search(text) if "号" in text and i != page.addressee else None
            if hit:
                start, end = hit.span("all" if rule == "number_line" else 0)
                first = page.spans[i].start
                return page.shown(first + start, first + end), (page.witness(first + start, first + end),)
    for i in (i for i in page.front if page.kinds[i] == "number_line"):  # with blanks inside its words
        return page.shown(*page.spans[i]), (page.witness(*page.spans[i]),)
    for rule in ("order", "order_line"):
        for i in page.front:
            hit = pattern("header", rule).match(page.text(i))
            if hit:
                return page.shown(*_span(page, i, hit, "all")), (_witness(page, i, hit, "all"),)
    for i, following in pairwise(page.front):  # the order on one line, its number on the next
        both = "".join((page.text(i), page.text(following)))
        if page.text(following).startswith("第") and pattern("header", "order_line").match(both):
            span = page.spans[i].start, page.spans[following].end
            return page.shown(*span), (page.witness(*span),)
    for i in page.front:
        if pattern("header", "bare_number").match(page.text(i)):
            return page.shown(*page.spans[i]), (page.witness(*page.spans[i]),)
    text, places = from_index(page, frame, "meta_number", "value")
    return "".join(text.split()), places


def find_date(page: Page, frame: Frame) -> Value:
    """成文日期 as ISO date: under the signature, else in the head, of printing, in a site's index table."""
    head = [i for i in page.front if page.kinds[i] in ("date_line", "aside")]
    for i in ([page.signature] if page.signature >= 0 else []) + head + _tail(page, "date_line", "printed"):
        ordered = pattern("header", "order").match(page.text(i))  # …通过,|2022年6月8日某市人民政府令公布
        hit = pattern("header", "date").search(page.text(i), ordered.start("day") if ordered else 0)
        if hit:
            return _iso(hit), (_witness(page, i, hit, 0),)
    text, places = from_index(page, frame, "meta_date", 0)
    hit = pattern("header", "meta_date").search(text)
    return (_iso(hit), places) if hit else _NONE


def published_in(page: Page, frame: Frame) -> str:
    """The year in which the site put the page up, for a document that bears none; ``""`` where nothing says."""
    lines = [line.text for line in frame.index] + [page.text(i) for i in page.front]
    hit = next(filter(None, map(pattern("header", "published").search, lines)), None)
    return hit["year"] if hit else ""


def _iso(hit: re.Match[str]) -> str:
    day = f"-{ordinal(hit['day']):02}" if hit["day"] else ""
    return f"{year(hit['year']):04}-{ordinal(hit['month']):02}{day}"


def _tail(page: Page, *kinds: str) -> list[int]:
    return [i for i in range(page.tail, len(page.spans)) if page.kinds[i] in kinds]


def find_proposal(page: Page, title: Title) -> tuple[Proposal | None, tuple[Evidence, ...]]:
    """Session and number of the 建议 or 提案, from the title or the opening sentence."""
    hit = pattern("header", "proposal").search(fold(title.text))
    if hit:
        return _proposal(hit), title.evidence
    for start, end in _openings(page):
        hit = pattern("header", "proposal").search(page.document.folded, start, end)
        if hit:
            return _proposal(hit), (page.witness(hit.start(), hit.end()),)
    return None, ()


def _proposal(hit: re.Match[str]) -> Proposal:
    session = re.sub("^.*(?:对|关于|在|就|答复|回复|函复|年)", "", hit["session"] or "")
    written = hit["letters"] + hit["number"]
    return Proposal(session, int(written) if written.isdecimal() and not written.startswith("0") else written)


def find_subject(page: Page) -> Value:
    """The proposal's own title, from the opening sentence or the document's title."""
    for start, end in _openings(page)[::-1]:
        for hit in pattern("header", "subject").finditer(page.document.folded, start, end):
            text = _subject(page, hit)
            if text:
                return text, (page.witness(hit.start(), hit.end()),)
    return _NONE


def _subject(page: Page, hit: re.Match[str]) -> str:
    if hit["plain"]:
        plain = page.shown(*hit.span("plain"))
        return plain if "“" in plain else plain.replace("”", "")  # a mark whose pair was lost
    quoted, tail = page.shown(*hit.span("quoted" if hit["quoted"] else "torn")), hit["tail"] or ""
    if tail and not quoted.startswith("关于") and page.document.folded.endswith("关于", 0, hit.start()):
        return f"关于{page.shown(hit.start(), hit.end('quoted') + 1)}的{tail}"
    if not (tail or quoted.startswith("关于") or quoted.endswith(("建议", "提案", "议案"))):
        return ""
    return quoted if quoted.endswith(("建议", "提案", "议案", "意见")) else f"{quoted}的{tail or '建议'}"


def _openings(page: Page) -> list[tuple[int, int]]:
    """View ranges that may name the proposal: the head, then the opening of the text."""
    ranges = [(page.spans[0].start, page.spans[page.head - 1].end)] if page.head else []
    for i in range(page.head, min(page.head + 2, len(page.spans))):
        if any(pattern("header", rule).search(page.text(i)) for rule in ("opening", "press_reply")):
            ranges.append((page.spans[i].start, min(page.spans[i].end, page.spans[i].start + 300)))
            break
    return ranges


def _span(page: Page, index: int, hit: re.Match[str], group: str | int) -> Span:
    start = page.spans[index].start
    return Span(start + hit.start(group), start + hit.end(group))


def _witness(page: Page, index: int, hit: re.Match[str], group: str | int) -> Evidence:
    return page.witness(*_span(page, index, hit, group))
