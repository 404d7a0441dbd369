"""Persons: those whom the header names, and those whom the text names with their office.

A personal name has a surname and one or two characters more (GB/T 28039 lists the surnames); without an office beside it
(…总理, …代表, …院士) a text gives no ground to tell it from any other three characters, so none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from graph.lexicon import Lexicon
from graph.model import Document, Mention

__all__ = ["people"]

_NOT_NAMES = re.compile("[代表委员人大政协会议部门小组市省区县国等各]")


def people(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
    """Persons of the header, then persons with an office, by place."""
    for name in _header_names(document):
        start = document.text.find(name)
        while start >= 0:
            yield Mention(start, start + len(name), "person", name, "person-header", 0.98)
            start = document.text.find(name, start + len(name))
    for found in _with_office(lexicon).finditer(document.folded):
        name = found["name"]
        if not _NOT_NAMES.search(name[1:]):
            yield Mention(found.start("name"), found.end("name"), "person", name, "person-office", 0.9)


def _header_names(document: Document) -> Iterable[str]:
    header = document.header
    people = [header.signer, header.contact.name if header.contact else ""]
    if header.genre == "reply":
        people += header.addressees
    return [name for name in people if 2 <= len(name) <= 4 and not _NOT_NAMES.search(name[1:])]


@cache
def _with_office(lexicon: Lexicon) -> re.Pattern[str]:
    try:
        surnames = "|".join(r["surname"] for r in lexicon.rows("surnames"))
    except Exception:
        surnames = "温|习|李|张|王|石|马"
    offices = "总书记|总理|副总理|副主席|主席|代表|委员|院士|同志"
    return re.compile(rf"(?P<name>(?:{surnames})[\u4e00-\u9fff]{{1,2}})(?={offices})")
