"""The elements of GB/T 9704 (党政机关公文格式), each read from the lines of its own kind."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from graph.model import Document, Evidence, Header
from graph.read.furniture import Frame
from graph.read.header import implied, issuers, matter, parties, titles
from graph.read.header.genres import genre_of
from graph.read.header.page import Page
from graph.read.header.quoted import opened
from graph.read.header.zones import lay_out
from graph.read.knowledge import pattern

__all__ = ["Read", "read_header"]

_TO_PERSON = re.compile("(?:代表|委员|主席)[:)]*$")
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d|号)")
_OPENING = 600  # letters of the text that may tell its genre


class Read(NamedTuple):
    """The header, and the page it was read from (where the text begins and ends)."""

    header: Header
    page: Page


def read_header(document: Document, frame: Frame) -> Read:
    """Read the header of a document whose view is ready; ``frame`` is the page frame that was taken off it."""
    page = lay_out(document)
    title = titles.find_title(page, frame)
    found: dict[str, tuple[Any, tuple[Evidence, ...]]] = {
        "title": (title.text, title.evidence),
        "number": matter.find_number(page, frame),
        "date": matter.find_date(page, frame),
        "issuers": issuers.find_issuers(page, frame, title.notice or title.text),
        "addressees": parties.find_addressees(page),
        "signer": _signer(page),
        "category": matter.find_value(page, "category"),
        "cc": parties.find_cc(page),
        "contact": parties.find_contact(page),
    }
    genre = _genre(page, title.text)
    if genre == "reply":
        found |= {"subject": matter.find_subject(page), "proposal": matter.find_proposal(page, title)}
    sign = pattern("header", "number").search(found["number"][0].translate(matter.SQUARE))
    inferred: tuple[str, ...] = ()
    if not found["issuers"][0]:
        names, places = implied.inferred_issuer(page, frame, sign["sign"] if sign else "", title.text)
        if genre == "reply" and not names:
            names, places = implied.answering_site(page, frame)
        if "proposal" in found and found["proposal"][0]:
            names = tuple(implied.at_level(name, found["proposal"][0].session) for name in names)
        found["issuers"], inferred = (names, places or found["number"][1]), ("issuer",) if names else ()
    said = _opening(page) if genre == "bulletin" else ""
    stated = _year(sign["year"] if sign else found["date"][0] or found["number"][0] or title.text or said)
    found["year"] = (stated or _year(matter.published_in(page, frame)), ())
    return Read(_header(genre, found, inferred), opened(page))


def _signer(page: Page) -> tuple[str, tuple[Evidence, ...]]:
    """签发人, or who signed an order by office."""
    named = matter.find_value(page, "signer")
    return named if named[0] else matter.find_value(page, "office_signer")


def _header(genre: str, found: dict[str, tuple[Any, tuple[Evidence, ...]]], inferred: tuple[str, ...]) -> Header:
    """Put the elements together; the first of joint issuers stands for them."""
    values = {name: value for name, (value, _) in found.items() if value}
    witness = {name: places for name, (value, places) in found.items() if value and places}
    if "issuers" in values:
        values["issuer"], witness["issuer"] = values["issuers"][0], witness.pop("issuers", ())
    return Header(genre=genre, witness=witness, inferred=inferred, **values)


def _year(text: str) -> int | None:
    hit = _YEAR.search(text)
    return int(hit[0]) if hit else None


def _genre(page: Page, title: str) -> str:
    """By the title; a letter to a deputy about a proposal is a reply whatever it is called."""
    genre = genre_of(title)
    if genre in ("letter", "other", "notice") and page.addressee >= 0 and page.head < len(page.spans):
        about_proposal = re.search("建议|提案|议案", page.text(page.head)[:200])
        if about_proposal and _TO_PERSON.search(page.text(page.addressee)):
            return "reply"
    return genre if title and genre != "other" else _genre_by_text(page)


def _genre_by_text(page: Page) -> str:
    """By the words with which the text opens, where no title names a genre."""
    hit = pattern("header", "genre_words").search(_opening(page))
    return hit.lastgroup or "other" if hit else "other"


def _opening(page: Page) -> str:
    """The first letters of the text."""
    if page.head >= page.tail:
        return ""
    start, end = page.spans[page.head].start, page.spans[page.tail - 1].end
    return page.document.folded[start:min(end, start + _OPENING)]
