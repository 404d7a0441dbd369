"""Who issued a document that does not say so: by the congress that hears it, its number's 代字, the body to call."""

from __future__ import annotations

import re

from graph.lexicon import load
from graph.model import Evidence
from graph.read.furniture import Frame
from graph.read.header.page import Page
from graph.read.header.site import from_index
from graph.read.knowledge import pattern, rows

__all__ = ["answering_site", "at_level", "inferred_issuer", "issuer_from_sign"]

Found = tuple[tuple[str, ...], tuple[Evidence, ...]]
_NONE: Found = ((), ())


def inferred_issuer(page: Page, frame: Frame, sign: str, title: str) -> Found:
    """The issuer where no words name it: a work report's giver is the government of the area whose congress hears it,
    or of its 市长; a number's its 代字; then the body to call; at last the bureau that the page names as its source."""
    if "政府工作报告" in title or _speaks_for_government(page):
        governed = _governed(page)
        if governed:
            return governed
    name = issuer_from_sign(sign)
    return ((name,), ()) if name else _to_call(page) or _source(page, frame)


def answering_site(page: Page, frame: Frame) -> Found:
    """The body whose site a reply was taken from, where it speaks as one of its kind (我部, 我局)."""
    name, places = from_index(page, frame, "meta_site", "value")
    speaks = name and f"我{name.removesuffix('员会')[-1]}" in page.document.folded
    return ((name,), places) if speaks else _NONE


def at_level(name: str, session: str) -> str:
    """A bare name that a national body has, too, at the level of the congress whose proposal is answered.

    >>> at_level("旅游局", "市十八届人大一次会议"), at_level("财政部", "十三届全国人大二次会议")
    ('市旅游局', '财政部')
    """
    local = session[:1] in tuple("省市县区州旗盟") and load().national(name) is not None
    return session[0] + name if local and name.endswith(("局", "委", "办")) else name


def _source(page: Page, frame: Frame) -> Found:
    name, places = from_index(page, frame, "meta_source", "value")
    return ((name,), places) if name else _NONE


def _to_call(page: Page) -> Found | None:
    """The body to call (联系单位：某市水利局), where it is named in full."""
    for i in range(page.tail, len(page.spans)):
        hit = pattern("header", "contact_body").search(page.text(i))
        if hit:
            start = page.spans[i].start
            return (hit["value"],), (page.witness(start + hit.start("value"), start + hit.end("value")),)
    return None


def _governed(page: Page) -> Found | None:
    for i, rule in ((i, rule) for rule in ("occasion", "head_of") for i in page.front):
        hit = pattern("header", rule).match(page.text(i))
        if hit and hit["place"] and len(hit["place"]) > 2:
            start = page.spans[i].start
            return (f"{hit['place']}人民政府",), (page.witness(start, start + hit.end("place")),)
    return None


def _speaks_for_government(page: Page) -> bool:
    """我代表区人民政府向大会作报告: the giver of a report whose title was lost."""
    opening = page.spans[page.head:page.head + 2]
    return any(pattern("header", "government_speaks").search(page.document.folded, *span) for span in opening)


def issuer_from_sign(sign: str) -> str:
    """The body that a 机关代字 stands for, where area and department are both known.

    >>> issuer_from_sign("厦工信"), issuer_from_sign("天书")
    ('厦门市工业和信息化局', '')
    """
    areas = {row["sign"]: row["name"] for row in rows("signs") if row["part"] == "area"}
    departments = {row["sign"]: row["name"] for row in rows("signs") if row["part"] == "department"}
    bare = re.sub("(?:发|函|规|字|规字|办函|通)$", "", sign)
    for cut in (2, 1):
        area, department = areas.get(bare[:cut]), departments.get(bare[cut:])
        if area and department:
            province = area.endswith(("省", "自治区"))
            return area + (re.sub("局$", "厅", department).replace("办公室", "办公厅") if province else department)
    return ""
