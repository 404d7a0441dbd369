"""Where one body ends and the next begins: coordination, shared heads, classes.

Three things make a list of bodies harder than splitting at 、: names hold conjunctions themselves
(工业和信息化部), items share a head (各市、自治州人民政府 is one class), and lists end in words for those
not named (等有关部门).  All functions take folded text and view offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.find.duties.cues import load_cues
from graph.find.duties.nouns import Holder
from graph.model import Document, Span

__all__ = ["ends_as_body", "hide_brackets", "holder", "holders", "is_class", "is_shaped", "read_forward", "split"]

_HIDDEN = re.compile(r"\([^()\n]*\)|“[^”\n]*”|《[^》\n]*》")
_SEPARATOR = re.compile(r"[、,;/]|\s+|以及|[和及与暨]")
_EDGES = " \t\n\u3000、,;:。.[]【】*★▲△☆●◆■|/·-"
_EDGE = re.compile(f"[{re.escape(_EDGES)}]+")


@lru_cache(maxsize=1)
def _shapes() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Agency at the end, any organisation at the end, an agency from here on."""
    agency, other = load_cues().sources["agency"], load_cues().sources["organisation"]
    return (re.compile(f"(?:{agency})$"), re.compile(f"(?:{agency}|{other})$"),
            re.compile(f"[^\\s,。;:!?()、《》“”等]{{1,16}}?(?:{agency}|{other})(?:[^\\s,。;:!?()、《》“”等]{{1,6}}?(?:[分支]局|[总支大]队))?"))


def ends_as_body(text: str, *, agency: bool = False) -> bool:
    """Whether ``text`` ends like the name of a body (of an ``agency`` only).

    >>> ends_as_body("市财政局"), ends_as_body("市家具行业协会"), ends_as_body("西部")
    (True, True, False)
    """
    return bool(_shapes()[0 if agency else 1].search(text))


def is_class(text: str) -> bool:
    """Whether ``text`` names a class of bodies rather than one.

    >>> is_class("各市、自治州人民政府"), is_class("链主型企业"), is_class("市财政局")
    (True, True, False)
    """
    return bool(load_cues().pattern["class"].fullmatch(text))


def is_shaped(text: str) -> bool:
    """Whether ``text`` looks like a body, a class of bodies or the issuer's 我局."""
    return len(text) > 1 and (is_class(text) or ends_as_body(text) or bool(load_cues().pattern["self"].fullmatch(text)))


def split(folded: str, start: int, end: int) -> list[Span]:
    """The items of the list in ``[start, end)``, tails like 等有关部门 and edges cut.

    >>> text = "工业和信息化部、财政部和各市、自治州人民政府等有关部门"
    >>> [text[a:b] for a, b in split(text, 0, len(text))]
    ['工业和信息化部', '财政部', '各市、自治州人民政府']
    """
    pieces = [_trim(folded, piece) for piece in _pieces(folded, start, end)]
    return _share_heads(folded, [piece for piece in pieces if piece.end > piece.start])


def hide_brackets(words: str) -> str:
    """``words`` with what stands in brackets, quotes and title marks blanked, length kept."""
    return _HIDDEN.sub(lambda found: "\0" * len(found.group()), words)


def holder(text: str, folded: str, span: Span, role: str, kind: str = "") -> Holder | None:
    """The holder in ``span``; ``None`` for words so vague that nobody is named.

    A role in a bracket behind the name wins over ``role``; any other bracket at the end gives other names.
    """
    note = load_cues().pattern["note"].search(folded, span.start, span.end)
    if note and note.end() == span.end:
        role, span = _noted(note.group(1), role), Span(span.start, note.start())
    words = folded[span.start:span.end]
    if not words or load_cues().pattern["vague"].fullmatch(words) or _is_deadline(words):
        return None
    if load_cues().pattern["self"].fullmatch(words):
        return Holder(span, text[span.start:span.end], role, "self")
    if is_class(words):
        return Holder(span, text[span.start:span.end], role, "class")
    bare, also = _inner_names(text, folded, span)
    return Holder(bare, text[bare.start:bare.end], role, kind or "body", also)


def _is_deadline(words: str) -> bool:
    return bool(load_cues().pattern["deadline"].search(words)) and not is_shaped(words)


def holders(document: Document, spans: list[Span], role: str) -> list[Holder]:
    """The holders in a list of items; areas that share the tail of the last get it (长沙、株洲市人民政府)."""
    found = (holder(document.text, document.folded, span, role) for span in spans)
    return list(_share_tails([item for item in found if item]))


def read_forward(folded: str, start: int, limit: int) -> list[Span]:
    """The bodies that stand one after the other from ``start`` on, as far as their shapes reach.

    >>> text = "水利部、财政部研究提出了意见"
    >>> [text[a:b] for a, b in read_forward(text, 0, len(text))]
    ['水利部', '财政部']
    """
    found: list[Span] = []
    position = start
    while match := _shapes()[2].match(folded, position, limit):
        found.append(Span(match.start(), match.end()))
        following = _SEPARATOR.match(folded, match.end(), limit)
        if not following or following.group().isspace() or following.group() in ",;":
            break
        position = following.end()
    return found


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
    return is_shaped(left.rstrip("\0").strip()) and not load_cues().pattern["second-half"].match(right)


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


def _share_tails(items: list[Holder]) -> Iterator[Holder]:
    """Give each bare area the tail of the next seat of government; another item between them ends the sharing."""
    tail = None
    shared: list[Holder] = []
    for item in reversed(items):
        seat = load_cues().pattern["seat"].fullmatch(item.name)
        bare = tail and not seat and len(item.name) <= 4 and not is_shaped(item.name)
        if bare and tail:
            ending = tail["tail"][1:] if item.name.endswith(tail["level"]) else tail["tail"]
            shared.append(item._replace(name=item.name + ending))
        else:
            tail = seat
            shared.append(item)
    return reversed(shared)


def _last_item(folded: str, span: Span) -> int:
    return folded.rfind("、", span.start, span.end) + 1 or span.start


def _noted(word: str, role: str) -> str:
    words = load_cues().words
    return words["after"].get(word) or words["label"].get(word) or ("lead" if "第一" in word else role)


def _inner_names(text: str, folded: str, span: Span) -> tuple[Span, tuple[str, ...]]:
    """市经信局（市中小企业局） → the span of 市经信局, and the other spellings."""
    if not folded.endswith(")", span.start, span.end):
        return span, ()
    opening = folded.rfind("(", span.start, span.end)
    if opening <= span.start or not ends_as_body(folded[span.start:opening]):
        return span, ()
    inner = Span(opening + 1, span.end - 1)
    names = [text[a:b] for a, b in split(folded, *inner) if ends_as_body(folded[a:b])]
    return Span(span.start, opening), (text[span.start:span.end], *names)
