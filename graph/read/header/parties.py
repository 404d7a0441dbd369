"""Who is addressed, who gets a copy, whom to call."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.lexicon import load
from graph.model import Contact, Evidence
from graph.read.header.page import Page
from graph.read.knowledge import pattern

__all__ = ["find_addressees", "find_cc", "find_contact"]

Found = tuple[tuple[str, ...], tuple[Evidence, ...]]
_NONE: Found = ((), ())
_LEVELS = tuple("省市县区州旗盟镇乡街国")
_CLASSES = ("部门", "单位", "机构")
_COMMA = re.compile(r"[,;](?![^(]*\))")
_DUTY = re.compile("^(?!各位)([\u4e00-\u9fff·]{2,4})(?:代表|委员)$")
_LIST = re.compile(r"[,;、](?![^(]*\))")


def find_addressees(page: Page) -> Found:
    """主送 as written; of a reply, the people without their duties."""
    if page.addressee < 0:
        return _proposers(page)
    hit = pattern("header", "addressee").match(page.text(page.addressee))
    start, end = page.spans[page.addressee]
    if hit:
        group = "value" if hit["value"] else "sent"
        start, end = start + hit.start(group), start + hit.end(group)
    people = pattern("header", "received_person").match(page.document.folded[start:end].strip())
    if people:
        names = re.split("[、, ]", re.sub("(?:代表|委员)(?=[、, ])", "", people["names"]))
        return tuple(name for name in names if name), (page.witness(start, end),)
    return tuple(map(_without_duty, _addressed(page, start, end))), (page.witness(start, end),)


def _proposers(page: Page) -> Found:
    """Where no salutation is, the people that a form names as the proposal's authors."""
    for i in page.front:
        hit = pattern("header", "proposer").match(page.text(i))
        if hit:
            start = page.spans[i].start
            names = tuple(re.split("[、, ]+", hit["names"]))
            return names, (page.witness(start + hit.start("names"), start + hit.end("names")),)
    return _NONE


def _addressed(page: Page, start: int, end: int) -> list[str]:
    """Split at commas; at 、 only where every part between two commas is a body of its own."""
    return [name for part in _cut(page, start, end, _COMMA) for name in _apart(part)]


def _apart(part: str) -> list[str]:
    items = part.split("、")
    if _DUTY.search(items[-1]) and all(pattern("header", "org_end").search(item) for item in items[:-1]):
        return items  # 民建青溪市委、某某委员
    named = any(map(_is_named, items))  # 各镇人民政府、青溪园区管委会、市级各部门
    alone = all(_is_whole(item, beside_named=named) for item in items)
    return items if alone and not any(map(_lacks_area, items[1:])) else [part]


def _without_duty(name: str) -> str:
    return _DUTY.sub(r"\1", name)


def _is_whole(item: str, *, beside_named: bool) -> bool:
    """Whether an item needs no word of the next: 各省、自治区人民政府 are one unless a body is named among them."""
    if beside_named and item.endswith(_CLASSES):
        return True
    body = pattern("header", "org_end").search(item) is not None
    return body and (beside_named or not item.startswith(("各", "国务院各")))


def _is_named(item: str) -> bool:
    """Whether an item is one body, and the one before it therefore whole: no class, no bare level."""
    return len(item) > 4 and not item.startswith(_LEVELS) and not set("各有") & set(item)


def _lacks_area(item: str) -> bool:
    """A department named without the area that an item before it shares with it: 某新区发展改革局、财政局."""
    return bool(pattern("header", "bare_department").match(item)) and not load().national(item)


def _cut(page: Page, start: int, end: int, separator: re.Pattern[str]) -> list[str]:
    """The parts of a list as written; separators are looked for in the folded text."""
    cuts = [edge for hit in separator.finditer(page.document.folded, start, end) for edge in hit.span()]
    edges = [start, *cuts, end]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    parts = (page.document.text[first:last].strip(" 。.：:") for first, last in pairs)
    return [part for part in parts if part]


def find_cc(page: Page) -> Found:
    """抄送, every body of the list."""
    for i in range(len(page.spans)):
        hit = pattern("header", "cc").match(page.text(i)) if page.kinds[i] in ("cc", "note") else None
        if hit:
            start = page.spans[i].start + hit.start("value")
            lines = [(start, start + len(hit["value"])), *_more(page, i + 1)]
            bodies = [body for line in lines for part in _cut(page, *line, _LIST) for body in _side_by_side(part)]
            return tuple(bodies), (page.witness(start, lines[-1][1]),)
    return _NONE


def _more(page: Page, i: int) -> Iterator[tuple[int, int]]:
    """The further lines of a list of 抄送."""
    while i < len(page.spans) and page.kinds[i] == "cc" and (hit := pattern("header", "cc_more").match(page.text(i))):
        yield page.spans[i].start, page.spans[i].start + hit.end("value")
        i += 1


def _side_by_side(part: str) -> list[str]:
    """The bodies between blanks, if every one of them ends like a body's name."""
    bodies = part.split()
    return bodies if all(pattern("header", "org_end").search(body) for body in bodies) else [part]


def find_contact(page: Page) -> tuple[Contact | None, tuple[Evidence, ...]]:
    """联系人 and 联系电话, on one line or two."""
    name = _first(page, "contact_name") or _first(page, "contact_office")
    phone = _first(page, "contact_phone")
    if not name and not phone:
        return None, ()
    evidence = tuple(found[1] for found in (name, phone) if found)
    return Contact(name[0] if name else "", phone[0] if phone else ""), evidence


def _first(page: Page, rule: str) -> tuple[str, Evidence] | None:
    below = range(page.head, page.tail)
    for i in [*range(page.tail, len(page.spans)), *page.front, *(i for i in below if page.kinds[i] == "note")]:
        hit = pattern("header", rule).search(page.text(i))
        if hit:
            group = "value" if hit["value"] else "near"
            start = page.spans[i].start
            return hit[group].strip(), page.witness(start + hit.start(group), start + hit.end(group))
    return None
