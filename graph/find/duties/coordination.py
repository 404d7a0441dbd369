"""Where one body ends and the next begins.

Three things make a list of bodies harder than splitting at 、: names hold conjunctions themselves
(工业和信息化部), items share a head (各市、自治州人民政府 is one class), and lists end in words for those
not named (等有关部门).  All functions take folded text and view offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.find.duties.cues import load_cues
from graph.find.duties.shapes import body_ahead, hide_brackets, is_shaped
from graph.lexicon import load
from graph.model import Span

__all__ = ["read_forward", "split"]

_SEPARATOR = re.compile(r"[、,;/]|\s+|以及|[和及与暨]")
_ACADEMIES = ("院", "学")  # the last letters of 科学院 and 大学
_AREA_ENDS = "省市县区旗"
_EDGES = " \t\n\u3000、,;:。.[]【】*★▲△☆●◆■|/·-"
_EDGE = re.compile(f"[{re.escape(_EDGES)}]+")


def split(folded: str, start: int, end: int) -> list[Span]:
    """The items of the list in ``[start, end)``, tails like 等有关部门 and edges cut.

    >>> text = "工业和信息化部、财政部和各市、自治州人民政府等有关部门"
    >>> [text[a:b] for a, b in split(text, 0, len(text))]
    ['工业和信息化部', '财政部', '各市、自治州人民政府']
    """
    pieces = [_trim(folded, piece) for piece in _pieces(folded, start, end)]
    return _share_heads(folded, [piece for piece in pieces if piece.end > piece.start])


def read_forward(folded: str, start: int, limit: int) -> list[Span]:
    """The bodies that stand one after the other from ``start`` on, as far as their shapes reach.

    >>> text = "水利部、财政部研究提出了意见"
    >>> [text[a:b] for a, b in read_forward(text, 0, len(text))]
    ['水利部', '财政部']
    """
    found: list[Span] = []
    position = start
    while match := body_ahead().match(folded, position, limit):
        unit = load_cues().pattern["academy-unit"].match(folded, match.end(), limit)
        end = unit.end() if unit and folded[match.end() - 1] in _ACADEMIES else match.end()
        found += _after_areas(folded, match.start(), end)
        following = _SEPARATOR.match(folded, end, limit)
        if not following or following.group().isspace() or following.group() in ",;":
            break
        position = following.end()
    return found


def _after_areas(folded: str, start: int, end: int) -> list[Span]:
    """奉贤区和|临港地区管委会 are two: an area, for its government, and a body."""
    joint = folded.find("和", start, end)
    if joint > start and folded[joint - 1] in _AREA_ENDS and folded[start:joint] in load().areas.by_form:
        return [Span(start, joint), Span(joint + 1, end)]
    return [Span(start, end)]


def _pieces(folded: str, start: int, end: int) -> Iterator[Span]:
    hidden = hide_brackets(folded[start:end])
    since = 0
    for mark in _SEPARATOR.finditer(hidden):
        if _separates(hidden[since:mark.start()], mark.group(), hidden[mark.end():]):
            yield Span(start + since, start + mark.start())
            since = mark.end()
    yield Span(start + since, end)


def _separates(left: str, mark: str, right: str) -> bool:
    """Punctuation always does; a conjunction or a space only between two bodies."""
    if mark[0] in "、,;/":
        return not (left.endswith("党委") and load_cues().pattern["second-half"].match(right))
    if mark.isspace():
        return is_shaped(left.strip("\0"))
    whole = left.rstrip("\0").strip()
    body = is_shaped(whole) or (whole[-1:] in _AREA_ENDS and whole in load().areas.by_form)  # 东山区和|海东管委会
    return body and not load_cues().pattern["second-half"].match(right)


def _trim(folded: str, piece: Span) -> Span:
    start, end = piece
    tail = load_cues().pattern["and-so-on"].search(folded, start, end)
    if tail and tail.end() == end:
        end = tail.start()
    lead = _EDGE.match(folded, start, end)
    start = lead.end() if lead else start
    return Span(start, start + len(folded[start:end].rstrip(_EDGES)))


def _share_heads(folded: str, pieces: list[Span]) -> list[Span]:
    """Join an item that is only a kind of area with the item after 、 that has their common head."""
    area, headed = load_cues().pattern["area"], load_cues().pattern["headed"]
    joined: list[Span] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if (before and folded[before.end:piece.start] in ("、", "和", "及", "与")
                and area.fullmatch(folded, _last_item(folded, before), before.end)
                and headed.fullmatch(folded, *piece)):
            joined[-1] = Span(before.start, piece.end)
        else:
            joined.append(piece)
    return joined


def _last_item(folded: str, span: Span) -> int:
    return folded.rfind("、", span.start, span.end) + 1 or span.start
