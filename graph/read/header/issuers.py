"""Who issued a document: as signed, by the banner, by the title."""

from __future__ import annotations

import re

from graph.lexicon import load
from graph.model import Evidence, Span
from graph.read.folding import fold
from graph.read.furniture import Frame
from graph.read.header.page import Page
from graph.read.header.site import from_index, in_full
from graph.read.header.titlelines import lead_of, touches
from graph.read.knowledge import pattern

__all__ = ["find_issuers"]

Found = tuple[tuple[str, ...], tuple[Evidence, ...]]
_NONE: Found = ((), ())


def find_issuers(page: Page, frame: Frame, title: str) -> Found:
    """The issuing bodies: as they signed, else by the banner, a line of the head, the title, a site's index table."""
    titled = _titled(page, title)
    stated = (_signed(page) or _banner(page) or _head_line(page, titled) or _office_held(page) or titled
              or _in_force(page) or _spoken_for(page) or _in_the_news(page, title))
    for fuller in (titled, _banner(page)):  # 市教育局 signed what 某市教育局 is titled, or is its paper
        if stated and fuller and fuller[0][0].endswith(stated[0][0]):
            stated = fuller
    if stated:
        return in_full(page, frame, *stated)
    name, places = from_index(page, frame, "meta_issuer", "value")
    if not name:
        return _titled_in_index(page, frame)
    return (_as_in_text(page, name),), places


def _as_in_text(page: Page, name: str) -> str:
    """A site's short name of a department in full, where the text names that in full: 某市住建局."""
    for size in range(2, len(name)):
        for area in load().area_by_name(name[:size]):
            full = next(iter(load().expand_departments(name[size:], area.code)), "")
            if full and full.startswith(name[:size]) and full[size:] in page.document.folded:
                return full
    return name


def _titled_in_index(page: Page, frame: Frame) -> Found:
    """The body at the head of the title that a site's index table gives."""
    title, places = from_index(page, frame, "meta_title", "value")
    hit = pattern("header", "title_issuer").match(fold(title))
    named = hit and pattern("header", "org_end").search(hit["value"])
    return ((hit["value"],), places) if hit and named else _NONE


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
    for i in page.front:
        rule = {"banner": "banner", "signer": "banner_signer"}.get(page.kinds[i], "")
        hit = pattern("header", rule).match(page.text(i)) if rule else None
        if hit:
            start = page.spans[i].start
            return _bodies(page, [Span(start + hit.start("value"), start + hit.end("value"))])
    return None


def _head_line(page: Page, titled: Found | None) -> Found | None:
    """Bodies on lines of the head.

    Where the title names another one, or furniture stood right below, such a line is the site's; where it names the
    same one and its province before it, the title does.
    """
    lines = [page.spans[i] for i in page.front if page.kinds[i] == "org_line" and i != page.addressee
             and (i + 1 == page.head or touches(page, i, i + 1))]
    bodies = _bodies(page, lines) if lines else None
    if not (bodies and titled):
        return bodies
    same = [name for name in bodies[0] if name.endswith(titled[0][0])]
    province = any(load().area_by_name(name.removesuffix(titled[0][0])) for name in same)
    return None if province or not same else bodies


def _office_held(page: Page) -> Found | None:
    """A report names its giver by office: 某县人民政府县长; the bare 区人民政府 is any."""
    for i in page.front:
        hit = pattern("header", "head_of").match(page.text(i))
        if hit and hit["value"] and hit["value"][1:] != "人民政府":
            start = page.spans[i].start
            return (hit["value"],), (page.witness(start, start + hit.end("value")),)
    return None


def _in_force(page: Page) -> Found | None:
    """The body whose order, or the congress whose vote, put the instrument into force: the bracket below the title."""
    for i in page.front:
        order, passed, by = (pattern("header", rule).match(page.text(i)) for rule in ("order", "passed", "order_of"))
        hit = order or passed or by
        if hit:
            name = hit["area"] + hit["congress"] if passed else hit["body"]
            start = page.spans[i].start
            return (name,), (page.witness(start + hit.start("all" if order else 1), start + hit.end()),)
    return None


def _spoken_for(page: Page) -> Found | None:
    """现在，我代表某县人民政府向大会报告工作: the body for which a report is given."""
    for start, end in page.spans[page.head:page.head + 2]:
        hit = pattern("header", "speaks_for").search(page.document.folded, start, end)
        if hit:
            return (hit["value"],), (page.witness(*hit.span("value")),)
    return None


def _in_the_news(page: Page, title: str) -> Found | None:
    """Who answers a proposal, or puts out what bears the title, in the first words of a press item."""
    for start, end in (page.spans[i] for i in page.opening):
        answers = pattern("header", "press_reply").search(page.document.folded, start, end)
        puts_out = pattern("header", "announced").search(page.document.folded, start, end)
        hit = answers or (puts_out if puts_out and title and puts_out["title"].startswith(fold(title)) else None)
        if hit:
            full = load().national(hit["value"])
            return (full or hit["value"],), (page.witness(*hit.span("value")),)
    return None


def _titled(page: Page, title: str) -> Found | None:
    """The body or bodies before 关于, 印发, 对 in the title, as a line of the head writes them."""
    for i in page.front:
        lead = lead_of(page.text(i))
        hit = pattern("header", "title_issuer").match(page.text(i)[lead:])
        if hit and pattern("header", "org_end").search(hit["value"]) and "".join(hit["value"].split()) in title:
            start = page.spans[i].start + lead
            return _bodies(page, [Span(start + hit.start("value"), start + hit.end("value"))])
    return None


_PARTED = re.compile("[ 、]+|(?<=[市县区省州旗]委)(?=[\u4e00-\u9fff]{2,9}人民政府$)")  # 中共江东市委|江东市人民政府


_GOVERNMENT = re.compile("(?<=[\u4e00-\u9fff]{2}[省市县区州旗镇乡])政府$")  # 青溪县政府, but 市政府 as it stands


def _bodies(page: Page, spans: list[Span]) -> Found:
    """The names on signature or head lines; several bodies stand side by side, spaced-out letters are one name."""
    names: list[str] = []
    for start, end in spans:
        parts = _PARTED.split(page.document.folded[start:end].strip(" 、"))
        spaced = all(len(part) == 1 for part in parts)
        ends = all(pattern("header", "org_end").search(part) for part in parts)
        names += parts if ends and not spaced else ["".join(parts)]
    names = [_GOVERNMENT.sub("人民政府", name) for name in names]
    return tuple(dict.fromkeys(names)), tuple(page.witness(*span) for span in spans)
