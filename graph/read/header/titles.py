"""Title, genre, and the instrument that a notice wraps."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import NamedTuple

from graph.lexicon import Lexicon, load
from graph.model import Evidence
from graph.read.folding import fold
from graph.read.furniture import Frame
from graph.read.header.page import Page
from graph.read.header.site import from_index
from graph.read.knowledge import pattern

__all__ = ["Title", "find_title", "genre_of"]

_ANSWERS = re.compile("(?:建议|提案|议案).{0,24}(?:答复|复函|函复|回复)")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_BRACKET = re.compile(r"[(（][^()（）]{1,30}[)）]$")
_BUREAU = re.compile(r"[-—–－―]+[\u4e00-\u9fff]{2,20}$")
_YEAR = re.compile(r"\d{4}年?")
_IN_MARKS = re.compile("《([^《》]+)》")
_DOUBLE = str.maketrans("〈〉", "《》")
_FOOTNOTE = re.compile(r"[\[〔【［]\d{1,2}[\]〕】］]$")


class Title(NamedTuple):
    """``notice`` is the title of the wrapping notice, where there is one."""

    text: str
    evidence: tuple[Evidence, ...]
    notice: str = ""


def genre_of(title: str) -> str:
    """The genre that the last word of a title names.

    >>> [genre_of(title) for title in ("对第17号建议的答复", "某市行动计划（2025—2027年）", "2024年任务分工－市水利局")]
    ['reply', 'plan', 'plan']
    """
    if _ANSWERS.search(title):
        return "reply"
    if pattern("header", "reviews").search(title):
        return "report"
    bare = _BRACKET.sub("", _BRACKET.sub("", _BUREAU.sub("", title).rstrip("》”"))).rstrip("》”")
    hits = [(len(ending), genre) for genre, ending in _endings(load()) if bare.endswith(ending)]
    return max(hits, key=lambda hit: hit[0])[1] if hits else "other"


@cache
def _endings(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    return tuple((row["genre"], row["ending"]) for row in lexicon.rows("genres"))


def find_title(page: Page, frame: Frame) -> Title:
    """The document's title: in the head, else one that stood inside the page frame, else in a site's index table."""
    best = _best(page, _groups(page, range(page.head)))
    text = _joined(page, best)
    if best and (_weight(text) > 1 or not frame.titles):
        return _unwrapped(text, _places(page, best))
    return _framed(page, frame) or _below(page) or Title("", ())


def _best(page: Page, groups: list[list[int]]) -> list[int]:
    """The weightiest run of lines, the last of equals; rather the fuller form of it that opens with a body's name."""
    if not groups:
        return []
    read = [(_joined(page, group), group) for group in groups]
    text, best = max(read, key=lambda pair: (_weight(pair[0]), pair[1][0]))
    return next((group for full, group in read if _names_issuer(full, text)), best)


def _names_issuer(full: str, text: str) -> bool:
    """Whether a title is another with its issuer or year before it."""
    before = full[:-len(text)] if full.endswith(text) else ""
    return bool(pattern("header", "org_end").search(before) or _YEAR.fullmatch(before))


def _places(page: Page, group: list[int]) -> tuple[Evidence, ...]:
    start = page.spans[group[0]].start
    letters = (i for i in range(start, page.spans[group[-1]].end) if not page.document.text[i].isspace())
    first = next(islice(letters, _lead(_whole(page, group)), None), start)
    return (page.witness(first, page.spans[group[-1]].end),)


def _below(page: Page) -> Title | None:
    """What a notice without a title puts into force: named in its first paragraph, or below its signature."""
    hit = pattern("header", "forwards").search(page.text(page.head)) if page.head < page.tail else None
    if hit:
        group = next(name for name, value in hit.groupdict().items() if value)
        start, end = (page.spans[page.head].start + place for place in hit.span(group))
        return Title(page.shown(start, end), (page.witness(start, end),))
    last = page.signature
    while last in page.structural:
        last += 1
    best = _best(page, _groups(page, range(page.signature + 1, last))) if page.signature >= 0 else []
    return Title(_joined(page, best), _places(page, best)) if best and _weight(_joined(page, best)) > 1 else None


def _framed(page: Page, frame: Frame) -> Title | None:
    raw = page.document.raw
    for spans in frame.titles:
        text = "".join("".join(raw[start:end].split()) for start, end in spans)
        if genre_of(text) != "other":
            return _unwrapped(text, tuple(Evidence(start, end, raw[start:end]) for start, end in spans))
    text, evidence = from_index(page, frame, "meta_title", "value")
    return _unwrapped(text, evidence) if text else None


def _whole(page: Page, group: list[int]) -> str:
    return "".join(page.shown(*page.spans[i]) for i in group)


def _lead(text: str) -> int:
    """How many letters before a title are the site's path or menu, or the document's own number and class."""
    lead = pattern("header", "title_lead").match(text)
    return lead.end() if lead and genre_of(text[lead.end():]) != "other" else 0


def _joined(page: Page, group: list[int]) -> str:
    whole = _whole(page, group)
    text = _FOOTNOTE.sub("", whole[_lead(whole):])
    text = pattern("header", "title_extra").sub("", text)
    if "号" not in text[-2:]:
        return text
    number = pattern("header", "number").search(fold(text))
    return text[:number.start()].rstrip("（([") if number and number.end() >= len(text) - 1 else text


def _weight(text: str) -> int:
    return 2 * bool(re.search("关于.|^对.", text)) + 2 * (genre_of(text) != "other") + (8 <= len(text) <= 120)


def _groups(page: Page, among: range) -> list[list[int]]:
    """Runs of lines that can be a title over several lines."""
    groups: list[list[int]] = []
    last = -2
    for i in among:
        bracket = i == last + 1 and page.kinds[i] == "aside" and _goes_on(page.text(i))
        text = page.text(i)
        names = page.kinds[i] in ("text", "org_line") and _HAN.search(text) and not text.endswith((":", ";", ","))
        if not (names or bracket):
            continue
        if i == last + 1 and groups and (bracket or not _complete(page, groups[-1], text)):
            groups[-1].append(i)
        else:
            groups.append([i])
        last = i
    groups = [_without_signature(page, group) for group in groups]
    return [group for group in groups if any(page.kinds[i] == "text" for i in group)] or groups


def _without_signature(page: Page, group: list[int]) -> list[int]:
    """The lines without the names of bodies above a title that does not go on from them."""
    text = next((k for k, i in enumerate(group) if page.kinds[i] == "text"), 0)
    return group if pattern("header", "goes_on").match(page.text(group[text])) else group[text:]


def _goes_on(text: str) -> bool:
    """Whether a line in brackets belongs to the title above it: （2023—2025年）, （试行）, （关于…的建议）的答复."""
    return pattern("header", "title_bracket").match(text) is not None or genre_of(text) != "other"


def _complete(page: Page, group: list[int], following: str) -> bool:
    """Whether the title is whole without the next line."""
    if _joined(page, group).endswith("".join(following.split())):
        return True  # the page's own heading, then the document's
    if following.startswith(("的", "》", "和", "及", "、")) or genre_of(_joined(page, group)) == "other":
        return False
    return bool(re.search("关于|印发", following)) or genre_of(following) == "other"


def _unwrapped(text: str, evidence: tuple[Evidence, ...]) -> Title:
    """What a notice puts into force; the notice's title may stand in 《》 of its own, and what it wraps in 〈〉."""
    whole = _IN_MARKS.fullmatch(text)
    text = whole[1] if whole else text
    wraps = pattern("header", "wraps").search(text.translate(_DOUBLE))
    if not wraps or (wraps["plain"] and genre_of(wraps["plain"]) == "other"):
        return Title(text, evidence)
    group = next(name for name, value in wraps.groupdict().items() if value)
    return Title(text[slice(*wraps.span(group))], evidence, notice=text)
