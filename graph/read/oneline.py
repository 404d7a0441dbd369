"""Texts whose paragraph breaks were lost: a whole document on one line, its parts separated by blanks.

A blank between two Chinese characters outside quotation marks is what is left of a paragraph break.  The line is
split there; no character is added, the blank itself becomes the break.
"""

from __future__ import annotations

import re
from statistics import median

from graph.read.knowledge import pattern
from graph.read.lines import Line
from graph.read.runon import split_articles, split_run_on
from graph.read.view import PAGE_MARK
from graph.read.wrapped import split_wrapped

__all__ = ["split_long_lines"]

_LONG, _SHORT, _FEW = 120, 24, 4
_BLANKS = re.compile(rf"{PAGE_MARK}| +")
_HAN_END = re.compile(r"[\u4e00-\u9fff。;:!?)”》\]]$|:\s*[A-D]类?$")
_IN_NUMBER = re.compile(r"(?<=\]) (?=\d)|(?<=\d) (?=号)")  # 某政发[2006] 17 号
_DATE = r"(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?: |$)"
_START = re.compile(rf"[\u4e00-\u9fff《“(①-⑳]|--|- (?=[\u4e00-\u9fff])|\d{{1,2}}[.、](?!\d)|{_DATE}")
_WHOLE = (("header", "number_line"), ("header", "date_line"))  # tokens that are paragraphs, also in a bracket
_BESIDE = ("side_by_side", "glued_notice", "title_beside_addressee", "addressee_run_in", "salutation_run_in",
           "class_beside_number", "title_and_number", "salutation_to_body", "fused_head")
_STOPS, _TOLD = "。;:!?”)》", 0.25  # of paragraph breaks, this part at least shows as such
_OPENERS, _CLOSERS = "《“(", "》”)"


def split_long_lines(lines: list[Line]) -> list[Line]:
    """Every long line that reads like a whole document becomes several lines.

    >>> text = "某市关于促进就业的通知 各县市区人民政府: 一、稳定就业岗位 "
    >>> text += "1.发放补贴，支持企业。" * 30 + " 2.减税降费"
    >>> [line.text[:8] for line in split_long_lines([Line(0, len(text), text)])]
    ['某市关于促进就业', '各县市区人民政府', '一、稳定就业岗位', '1.发放补贴，支', '2.减税降费']
    """
    return [part for line in lines for part in (split_wrapped(line) or _parts(line))]


def _parts(line: Line) -> list[Line]:
    """The line, or what it is made of: elements of the header, articles, paragraphs, items of a series."""
    elements = [part for element in _elements(line) for part in _tail(element)]
    long = ((line, line.whole or len(line.text) > _LONG) for line in elements)
    parts = (part for line, splits in long for part in (split_articles(line) if splits else (line,)))
    pieces = [piece for part in parts for piece in _pieces(part)]
    return [element for piece in pieces for element in _elements(piece)] if len(pieces) > 1 else pieces


def _pieces(line: Line) -> list[Line]:
    """The paragraphs of a line: by its blanks, and then each of them by a series of its own; by the series that runs
    through the whole where that tells more of them."""
    blanks = _split(line) if len(line.text) > _long(line) else [line]
    run = split_run_on(line) if len(line.text) > _LONG else []
    if len(run) > len(blanks):
        return [piece for part in run for piece in (_split(part) if len(part.text) > _LONG else (part,))]
    return [part for piece in blanks for part in (split_run_on(piece) if len(piece.text) > _LONG else (piece,))]


def _long(line: Line) -> int:
    """What was cut from a line with page furniture on it has lost its breaks, however short it is."""
    return _SHORT if line.whole else _LONG


def _elements(line: Line) -> list[Line]:
    """A line on which elements stand side by side is cut: body, 文号, category and title; 主送 and text."""
    hits = (pattern("header", rule).match(line.text) for rule in _BESIDE)
    hit = next(filter(None, hits), None)
    return _at_groups(line, hit) if hit else [line]


def _tail(line: Line) -> list[Line]:
    """A text whose breaks are all lost is cut before those who signed it."""
    hit = pattern("header", "fused_tail").match(line.text) if line.whole else None
    return _at_groups(line, hit) if hit else [line]


def _at_groups(line: Line, hit: re.Match[str]) -> list[Line]:
    spans = [span for span in hit.regs[1:] if span[0] >= 0]
    return [Line(line.start + start, line.start + end, line.text[start:end], whole=True) for start, end in spans]


def _split(line: Line) -> list[Line]:
    cuts = [hit for hit in _BLANKS.finditer(line.text) if _is_break(line.text, hit.start(), hit.end())]
    edges = [0, *(edge for hit in cuts for edge in hit.span()), len(line.text)]
    spans = list(zip(edges[::2], edges[1::2], strict=True))
    if (len(spans) < _FEW and not line.whole) or median(end - start for start, end in spans) < (4 if line.whole else 8):
        return [line]
    if not line.whole and _noise(line.text, spans):
        return [line]
    return [Line(line.start + start, line.start + end, line.text[start:end], whole=True) for start, end in spans]


def _noise(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether the blanks are strewn over the line by a scanner: few end a sentence or stand before a label."""
    ended = sum(text[end - 1] in _STOPS for _, end in spans[:-1])
    begun = sum(pattern("outline", "label").match(text[start:end]) is not None for start, end in spans[1:])
    return ended + begun < _TOLD * (len(spans) - 1)


def _is_break(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 60):start], text[end:end + 24]
    token = _IN_NUMBER.sub("", before).rpartition(" ")[2]
    if text[start:end].strip() and not before.endswith(("。", ";", ":")):  # a page number in mid-sentence
        return False
    if pattern("outline", "heading_token").match(token) and not _inside(before):
        return True
    if pattern("header", "element").match(after) or any(pattern(*rule).match(token) for rule in _WHOLE):
        return True
    ended = before.endswith((":", "。")) or pattern("furniture", "title").match(token)
    if ended and not _inside(before):
        return True
    if not (_HAN_END.search(before) and _START.match(after)) or _inside(before):
        return False
    label = pattern("outline", "label").match(token)
    return not (_single(before[::-1]) or _single(after) or (label and label.end() == len(token)))


def _inside(before: str) -> bool:
    """Whether a quotation or title is still open."""
    return any(before.rfind(opener) > before.rfind(closer) for opener, closer in zip(_OPENERS, _CLOSERS, strict=True))


def _single(text: str) -> bool:
    """One character alone between blanks, as in 关 于 or 张　伟."""
    return len(text) > 1 and text[1] == " " and "\u4e00" <= text[0] <= "\u9fff"
