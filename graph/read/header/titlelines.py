"""The lines that together are a title: which run of lines reads most like one, and what of it is the title itself."""

from __future__ import annotations

import re
from itertools import islice

from graph.model import Evidence
from graph.read.folding import fold
from graph.read.header.genres import genre_of
from graph.read.header.page import Page
from graph.read.knowledge import pattern

__all__ = ["best_lines", "joined", "lead_of", "places", "touches", "weight"]

_HAN = re.compile(r"[\u4e00-\u9fff]")
_YEAR = re.compile(r"\d{4}年?")
_FOOTNOTE = re.compile(r"[\[〔【［]\d{1,2}[\]〕】］]$")


def best_lines(page: Page, among: range) -> list[int]:
    """The weightiest run of lines, the last of equals; rather the fuller form of it that opens with a body's name."""
    read = [(joined(page, group), group) for group in _groups(page, among)]
    if not read:
        return []
    text, best = max(read, key=lambda pair: (weight(pair[0]), pair[1][0]))
    return next((group for other, group in read if _names_issuer(other, text) or _names_site(text, other)), best)


def _names_site(full: str, text: str) -> bool:
    """Whether a title is another with the site's name behind it, as a page's own title has it."""
    return full.startswith(text) and full[len(text):len(text) + 1] in ("-", "_", "|", "—")


def _names_issuer(full: str, text: str) -> bool:
    """Whether a title is another with its issuer or year before it."""
    before = full[:-len(text)] if full.endswith(text) else ""
    return bool(pattern("header", "org_end").search(before) or _YEAR.fullmatch(before))


def joined(page: Page, group: list[int]) -> str:
    """The title on some lines, without what a site, a publisher or a print set before and behind it."""
    whole = _whole(page, group)
    text = _FOOTNOTE.sub("", whole[lead_of(whole):])
    text = pattern("header", "column_lead").sub("", pattern("header", "title_extra").sub("", text))
    if "号" not in text[-2:]:
        return text
    number = pattern("header", "number").search(fold(text))
    if not number or number.end() < len(text) - 1:
        return text
    return text[:number.start() or number.end("sign")].rstrip("（([")


def _whole(page: Page, group: list[int]) -> str:
    return "".join(page.shown(*page.spans[i]) for i in group)


def lead_of(text: str) -> int:
    """How many letters before a title are the site's path or menu, or the document's own number and class."""
    lead = pattern("header", "title_lead").match(fold(text))
    return lead.end() if lead and genre_of(text[lead.end():]) != "other" else 0


def places(page: Page, group: list[int]) -> tuple[Evidence, ...]:
    """Where the title on some lines stands."""
    start = page.spans[group[0]].start
    letters = (i for i in range(start, page.spans[group[-1]].end) if not page.document.text[i].isspace())
    first = next(islice(letters, lead_of(_whole(page, group)), None), start)
    return (page.witness(first, page.spans[group[-1]].end),)


def weight(text: str) -> int:
    """How much a text reads like a title, 0 to 5: 关于…, a genre, the length of one; a headline is none."""
    if pattern("header", "headline").match(text):
        return 0
    return 2 * bool(re.search("关于.|^对.", text)) + 2 * (genre_of(text) != "other") + (8 <= len(text) <= 120)


def _groups(page: Page, among: range) -> list[list[int]]:
    """Runs of lines that can be a title over several lines."""
    groups: list[list[int]] = []
    last = -2
    for i in among:
        bracket = i == last + 1 and page.kinds[i] == "aside" and _goes_on(page.text(i))
        text = page.text(i)
        led = page.kinds[i] == "aside" and text.startswith("(") and not text.endswith(")")  # (海东省)青溪县统计公报
        names = (led or page.kinds[i] in ("text", "org_line")) and _HAN.search(text) and not _cut_off(text)
        if not (names or bracket):
            continue
        if i == last + 1 and groups and touches(page, last, i) and (bracket or not _complete(page, groups[-1], text)):
            groups[-1].append(i)
        else:
            groups.append([i])
        last = i
    groups = [_without_signature(page, group) for group in groups]
    return [group for group in groups if any(page.kinds[i] == "text" for i in group)] or groups


def _cut_off(text: str) -> bool:
    """Whether a line is part of something else: a label, an item, a site's section, its name behind a dash, a date."""
    other = any(pattern("header", name).fullmatch(text) for name in ("site_section", "history_line"))
    return text.endswith((":", ";", ",")) or text.startswith("- ") or other


def touches(page: Page, index: int, following: int) -> bool:
    """Whether nothing was taken off the page between two lines."""
    start, end = page.document.to_raw(page.spans[index].end - 1) + 1, page.document.to_raw(page.spans[following].start)
    return not _HAN.search(page.document.raw, start, end)


def _without_signature(page: Page, group: list[int]) -> list[int]:
    """The lines without the names of bodies above a title that does not go on from them."""
    text = next((k for k, i in enumerate(group) if page.kinds[i] == "text"), 0)
    return group if pattern("header", "goes_on").match(page.text(group[text])) else group[text:]


def _goes_on(text: str) -> bool:
    """Whether a line in brackets belongs to the title above it: （2023—2025年）, （试行）, （关于…的建议）的答复."""
    return pattern("header", "title_bracket").match(text) is not None or genre_of(text) != "other"


def _complete(page: Page, group: list[int], following: str) -> bool:
    """Whether the title is whole without the next line."""
    title, line = joined(page, group), "".join(following.split())
    if title.endswith(("!", "！", "?", "？")):
        return True  # a headline, then the document's own title
    if title.endswith(line) or fold(title).startswith(line):
        return True  # the page's own heading, then the document's
    if following.startswith(("的", "》", "和", "及", "、")) or genre_of(joined(page, group)) == "other":
        return False
    return bool(re.search("关于|印发", following)) or genre_of(following) == "other"
