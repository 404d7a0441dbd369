"""The elements of GB/T 9704 (党政机关公文格式), each read from the lines of its own kind."""

from __future__ import annotations

import re
from typing import NamedTuple

from graph.model import Document, Evidence, Header, Span
from graph.read.header import matter, parties, titles
from graph.read.header.page import Page
from graph.read.header.zones import lay_out

__all__ = ["Read", "read_header"]


class Read(NamedTuple):
    """The header, and the page it was read from (where the text begins and ends)."""

    header: Header
    page: Page


def read_header(document: Document, framed: list[tuple[Span, ...]]) -> Read:
    """Read the header of a document whose view is ready; ``framed`` are titles found inside page furniture."""
    page = lay_out(document)
    title = titles.find_title(page, framed)
    number, sign, number_year, number_place = matter.find_number(page)
    issuers, issuer_place = parties.find_issuers(page, title.notice or title.text)
    guessed = "" if issuers else parties.issuer_from_sign(sign)
    addressees, addressee_place = parties.find_addressees(page)
    date, date_place = matter.find_date(page)
    signer, signer_place = matter.find_value(page, "signer")
    category, category_place = matter.find_value(page, "category")
    cc, cc_place = parties.find_cc(page)
    contact, contact_place = parties.find_contact(page)
    genre = _genre(page, title)
    subject, subject_place = matter.find_subject(page) if genre == "reply" else ("", ())
    proposal, proposal_place = matter.find_proposal(page, title) if genre == "reply" else (None, ())
    places = {
        "title": title.evidence, "number": number_place, "issuer": issuer_place or (number_place if guessed else ()),
        "addressees": addressee_place, "date": date_place, "signer": signer_place, "category": category_place,
        "cc": cc_place, "contact": contact_place, "subject": subject_place, "proposal": proposal_place,
    }
    header = Header(
        genre=genre, title=title.text, number=number, year=number_year or _year(date, title.text), date=date,
        issuer=issuers[0] if issuers else guessed, issuers=issuers or ((guessed,) if guessed else ()), signer=signer,
        category=category, addressees=addressees, subject=subject, proposal=proposal, cc=cc, contact=contact,
        witness={name: place for name, place in places.items() if place}, inferred=("issuer",) if guessed else (),
    )
    return Read(header, page)


def _genre(page: Page, title: titles.Title) -> str:
    """By the title; a letter to a deputy about a proposal is a reply whatever it is called."""
    genre = titles.genre_of(title.text)
    if genre in ("letter", "other", "notice") and page.addressee >= 0:
        opening = page.text(page.head)[:200] if page.head < len(page.spans) else ""
        person = re.search("(?:代表|委员|主席)[:)]*$", page.text(page.addressee))
        if person and re.search("建议|提案|议案", opening):
            return "reply"
    return genre


def _year(date: str, title: str) -> int | None:
    hit = re.search(r"(?:19|20)\d\d", date or title)
    return int(hit[0]) if hit else None


