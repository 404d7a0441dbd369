"""Where the header ends and where the tail begins."""

from __future__ import annotations

import re

from graph.model import Document, Span
from graph.read.header.genres import genre_of
from graph.read.header.page import Page, kind_of
from graph.read.header.quoted import quoted_title
from graph.read.knowledge import pattern

__all__ = ["lay_out"]

_CELLS = re.compile(r"\S(?:\t| {2,}|\|)+\S")
_LINE = re.compile(r"[^\n]+")
_HEAD_LINES, _TITLE_LENGTH = 60, 100
_SIGN_KINDS = ("org_line", "office_signer")
_NOTES = ("note", "cc", "printed")
_TAIL_KINDS = ("printed", "date_line", "cc", "note", "org_line", "aside", "number_line", "category", "signer",
               "office_signer")


def lay_out(document: Document) -> Page:
    """Cut the view into paragraphs and find the borders of the text."""
    spans = [Span(*hit.span()) for hit in _LINE.finditer(document.text)]
    page = Page(document, spans, [])
    page.kinds = [kind_of(page.text(i)) for i in range(len(spans))]
    page.kinds = ["text" if kind == "org_line" and _is_row(page, i) else kind for i, kind in enumerate(page.kinds)]
    for i in range(1, len(spans)):
        if page.kinds[i - 1] == "cc" and pattern("header", "cc_more").match(page.text(i)):
            page.kinds[i] = "cc"
    page.head = _head(page, 0)
    page.first = quoted_title(page)
    if page.first:
        page.head = _head(page, page.first)
    page.tail = _tail(page)
    page.signature = _signature(page)
    page.structural = _structural(page)
    return page


def _head(page: Page, first: int) -> int:
    for i in range(first, min(len(page.spans), first + _HEAD_LINES)):
        if _is_addressee(page.text(i)) or _is_salutation(page, i):
            page.addressee = i
            return i + 1
        if page.is_body(i) or _introduces(page, i) or (page.is_heading(i) and _opens_text(page, i)):
            return i
    return first


def _introduces(page: Page, index: int) -> bool:
    """Whether a news page says that what it quotes follows: 近日,某部发布《…》,内容如下:"""
    return page.text(index).endswith("如下:") and pattern("header", "news_lead").match(page.text(index)) is not None


def _opens_text(page: Page, index: int) -> bool:
    """Whether a heading without a number stands below the salutation or a title, and so is not the title itself."""
    above = "".join(page.text(i) for i in range(index) if page.kinds[i] == "text")
    return index > 0 and (page.text(index - 1).endswith(":") or genre_of(above) != "other")


def _is_addressee(text: str) -> bool:
    hit = pattern("header", "addressee").match(text)
    if not hit or pattern("outline", "label").match(text) or pattern("outline", "attachment").match(text):
        return False
    if pattern("header", "form_field").match(text):
        return False
    return text.startswith("主送") or not pattern("header", "lead_in").search(text)


def _is_salutation(page: Page, index: int) -> bool:
    """A deputy's or a body's name without its colon, just above the sentence that says what is answered."""
    below = page.text(index + 1) if index + 1 < len(page.spans) else ""
    if not below or not ("收悉" in below or page.is_body(index + 1)):
        return False
    received = pattern("header", "received").match(below) is not None
    person = pattern("header", "received_person").match(page.text(index))
    if not person:
        return received and page.kinds[index] == "org_line"
    return received or page.text(index).startswith("尊敬的") or pattern("header", "opening").match(below) is not None


def _tail(page: Page) -> int:
    """One past the last paragraph of the text: what follows is signature, notes, copies, contact."""
    tail = len(page.spans)
    while tail > page.head and (page.kinds[tail - 1] in _TAIL_KINDS or _belongs_to_annex_list(page, tail - 1)):
        if pattern("outline", "list_line").match(page.text(tail - 1)):
            break
        tail -= 1
    return tail


def _is_row(page: Page, index: int) -> bool:
    """Whether a line that looks like the names of bodies is a row of a table, or a cell of one: no date is below."""
    if index + 1 < len(page.spans) and page.kinds[index + 1] == "date_line":
        return False
    if any(page.is_column(i) for i in range(index)):
        return True
    parted = _CELLS.search(page.document.text, *page.spans[index])
    return bool(parted) and any(pattern("outline", "columns").match(page.text(i)) for i in range(index))


def _belongs_to_annex_list(page: Page, index: int) -> bool:
    """A short title under 附件：, as in “2.任务分工表”; below a bare 附件 stands the annex itself."""
    if not pattern("header", "annex_item").match(page.text(index)):
        return False
    above = index
    while above > page.head and above > index - 8 and len(page.text(above)) < 60 and "。" not in page.text(above):
        if pattern("header", "annex_list").match(page.text(above)):
            return True
        if page.kinds[above] in ("date_line", "org_line"):
            return False
        above -= 1
    return False


def _signature(page: Page) -> int:
    """The date line that closes the text: under a body's name, above what is annexed, or the first after the text."""
    dates = [i for i in range(page.head, len(page.spans)) if page.kinds[i] == "date_line"]
    signed = (i for i in dates if (i and page.kinds[i - 1] in _SIGN_KINDS) or _names_body(page.text(i)))
    closing = (i for i in dates if i + 1 < page.tail and _follows_signature(page, i + 1))
    return next(signed, next(closing, next((i for i in dates if i >= page.tail), -1)))


def _follows_signature(page: Page, index: int) -> bool:
    """Notes, an annex or an instrument of its own, or nothing that is text."""
    rules = (("outline", "attachment"), ("furniture", "title"))
    if page.kinds[index] in _NOTES or any(pattern(*rule).match(page.text(index)) for rule in rules):
        return True
    return not any(page.is_body(i) for i in range(index, page.tail))


def _names_body(text: str) -> bool:
    hit = pattern("header", "date_line").match(text)
    return hit is not None and bool(hit["org"])


def _structural(page: Page) -> set[int]:
    """Lines inside the text that are no text: notes, lists of annexes, and the signature in the middle of a file."""
    notes = {i for i in range(page.head, page.tail) if page.kinds[i] in _NOTES or _belongs_to_annex_list(page, i)}
    notes -= {i for i in notes if _heads_annex(page, i)}
    return notes | _signature_block(page) if page.head <= page.signature < page.tail else notes


def _heads_annex(page: Page, index: int) -> bool:
    """附件：some title, and running text right below: the annex itself, no list of annexes."""
    if not pattern("header", "annex_list").match(page.text(index)) or not index + 1 < page.tail:
        return False
    return page.is_body(index + 1) and not pattern("outline", "label").match(page.text(index + 1))


def _signature_block(page: Page) -> set[int]:
    """The lines around a signature, and the title of the instrument that follows."""
    lines = {page.signature}
    for step in (-1, 1):
        i = page.signature + step
        while page.head <= i < page.tail and page.kinds[i] in _TAIL_KINDS:
            lines.add(i)
            i += step
    while i < page.tail and not page.is_body(i) and len(page.text(i)) < _TITLE_LENGTH:
        lines.add(i)
        i += 1
    return lines
