"""Who issued, who is addressed, who gets a copy, whom to call."""

from __future__ import annotations

import re

from graph.model import Contact, Evidence, Span
from graph.read.furniture import Frame
from graph.read.header.page import Page
from graph.read.header.site import from_index
from graph.read.knowledge import pattern, rows, union, words

__all__ = ["find_addressees", "find_cc", "find_contact", "find_issuers", "issuer_from_sign"]

Found = tuple[tuple[str, ...], tuple[Evidence, ...]]
_NONE: Found = ((), ())
_ORG_END = re.compile(f"{union(words('header', 'org'))}$")
_COMMA = re.compile(r"[,;](?![^(]*\))")
_LIST = re.compile(r"[,;、](?![^(]*\))")


def find_issuers(page: Page, frame: Frame, title: str) -> Found:
    """The issuing bodies: as they signed, else by the banner, a line of the head, the title, a site's index table."""
    stated = _signed(page) or _banner(page) or _head_line(page) or _office_held(page) or _titled(page, title)
    if stated:
        return stated
    name, places = from_index(page, frame, "meta_issuer", "value")
    return ((name,), places) if name else _NONE


def _signed(page: Page) -> Found | None:
    if page.signature < 0:
        ends = [i for i in range(page.tail, len(page.spans)) if page.kinds[i] == "org_line"]
        return _bodies(page, [page.spans[i] for i in ends[:1]]) if ends else None
    hit = pattern("header", "date_line").match(page.text(page.signature))
    spans = []
    if hit and hit["org"]:
        start = page.spans[page.signature].start
        spans.append(Span(start + hit.start("org"), start + hit.end("org")))
    above = page.signature - 1
    while above >= page.head and page.kinds[above] == "org_line" and len(spans) < 12:
        spans.insert(0, page.spans[above])
        above -= 1
    return _bodies(page, spans) if spans else None


def _banner(page: Page) -> Found | None:
    for i in range(page.head):
        hit = pattern("header", "banner").match(page.text(i)) if page.kinds[i] == "banner" else None
        if hit:
            start = page.spans[i].start
            return _bodies(page, [Span(start + hit.start("value"), start + hit.end("value"))])
    return None


def _head_line(page: Page) -> Found | None:
    lines = [page.spans[i] for i in range(page.head) if page.kinds[i] == "org_line" and i != page.addressee]
    return _bodies(page, lines) if lines else None


def _office_held(page: Page) -> Found | None:
    """A report names its giver by office: 某县人民政府县长."""
    for i in range(page.head):
        hit = pattern("header", "head_of").match(page.text(i))
        if hit:
            start = page.spans[i].start
            return (hit["value"],), (page.witness(start, start + hit.end("value")),)
    return None


def _titled(page: Page, title: str) -> Found | None:
    hit = pattern("header", "title_issuer").match(title)
    if not hit or not _ORG_END.search(hit["value"]):
        return None
    place = page.document.text.find(hit["value"])
    evidence = (page.witness(place, place + len(hit["value"])),) if place >= 0 else ()
    return (hit["value"],), evidence


def _bodies(page: Page, spans: list[Span]) -> Found:
    """The names on signature or head lines; several bodies stand side by side, spaced-out letters are one name."""
    names: list[str] = []
    for start, end in spans:
        parts = page.document.folded[start:end].split()
        spaced = all(len(part) == 1 for part in parts)
        ends = all(_ORG_END.search(part) for part in parts)
        names += parts if ends and not spaced else ["".join(parts)]
    return tuple(dict.fromkeys(names)), tuple(page.witness(*span) for span in spans)


def issuer_from_sign(sign: str) -> str:
    """The body that a 机关代字 stands for, where area and department are both known.

    >>> issuer_from_sign("深工信"), issuer_from_sign("天书")
    ('深圳市工业和信息化局', '')
    """
    areas = {row["sign"]: row["name"] for row in rows("signs") if row["part"] == "area"}
    departments = {row["sign"]: row["name"] for row in rows("signs") if row["part"] == "department"}
    bare = re.sub("(?:发|函|规|字|规字|办函|通)$", "", sign)
    for cut in (2, 1):
        area, department = areas.get(bare[:cut]), departments.get(bare[cut:])
        if area and department:
            province = area.endswith(("省", "自治区"))
            return area + (re.sub("局$", "厅", department) if province else department)
    return ""


def find_addressees(page: Page) -> Found:
    """主送 as written; of a reply, the people without their duties."""
    if page.addressee < 0:
        return _NONE
    hit = pattern("header", "addressee").match(page.text(page.addressee))
    if not hit:
        return _NONE
    group = "value" if hit["value"] else "sent"
    first = page.spans[page.addressee].start
    start, end = first + hit.start(group), first + hit.end(group)
    people = pattern("header", "received_person").match(page.document.folded[start:end].strip())
    if people:
        names = re.split("[、, ]", re.sub("(?:代表|委员)(?=[、, ])", "", people["names"]))
        return tuple(name for name in names if name), (page.witness(start, end),)
    return tuple(_addressed(page, start, end)), (page.witness(start, end),)


def _addressed(page: Page, start: int, end: int) -> list[str]:
    """Split at commas; at 、 only where there is no comma and every part is a body of its own."""
    parts = _cut(page, start, end, _COMMA)
    items = _cut(page, start, end, _LIST)
    alone = all(_ORG_END.search(item) and not item.startswith(("各", "国务院各")) for item in items)
    return items if len(parts) == 1 and alone else parts


def _cut(page: Page, start: int, end: int, separator: re.Pattern[str]) -> list[str]:
    """The parts of a list as written; separators are looked for in the folded text."""
    edges = [start, *(edge for hit in separator.finditer(page.document.folded, start, end) for edge in hit.span()), end]
    parts = (page.document.text[first:last].strip(" 。.：:") for first, last in zip(edges[::2], edges[1::2], strict=True))
    return [part for part in parts if part]


def find_cc(page: Page) -> Found:
    """抄送, every body of the list."""
    for i in range(len(page.spans)):
        hit = pattern("header", "cc").match(page.text(i)) if page.kinds[i] in ("cc", "note") else None
        if hit:
            start = page.spans[i].start + hit.start("value")
            end = start + len(hit["value"])
            return tuple(_cut(page, start, end, _LIST)), (page.witness(start, end),)
    return _NONE


def find_contact(page: Page) -> tuple[Contact | None, tuple[Evidence, ...]]:
    """联系人 and 联系电话, on one line or two."""
    name, phone = _first(page, "contact_name"), _first(page, "contact_phone")
    if not name and not phone:
        return None, ()
    evidence = tuple(found[1] for found in (name, phone) if found)
    return Contact(name[0] if name else "", phone[0] if phone else ""), evidence


def _first(page: Page, rule: str) -> tuple[str, Evidence] | None:
    for i in [*range(page.tail, len(page.spans)), *range(page.head)]:
        hit = pattern("header", rule).search(page.text(i))
        if hit:
            group = "value" if hit["value"] else "near"
            start = page.spans[i].start
            return hit[group].strip(), page.witness(start + hit.start(group), start + hit.end(group))
    return None
