"""Persons: those whom the header names, those named with their office, those in a list of members.

A personal name has a surname (GB/T 28039 lists the kinds) and one or two characters more, or parts joined by a dot; without an
office beside it a text gives no ground to tell it from any other three characters, so none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.lexicon import Lexicon
from graph.model import Document, Mention

__all__ = ["people"]

_NOT_NAMES = re.compile("[代表委员人大政协会议部门小组市省区县国等各局厅办]|工作|领导|单位|成员|有关|负责")
_BEFORE = "总书记|总理|副总理|国家主席|国务委员|委员长|副委员长|副主席|主席|代表|委员|院士|同志|先生|女士|教授"
_ROLES = r"组\s*长|副组长|成\s*员|总召集人|召集人|总指挥|副总指挥|指挥长|联系人|经办人|签发人|审核人|承办人|负责人"
_LEADERS = "省长|市长|区长|县长|旗长|州长|盟长|镇长|乡长|院长|检察长|主任"


def people(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
    """Persons of the header wherever they are named, then persons with an office or a role.

    >>> from graph.lexicon import load
    >>> from graph.read import read_text
    >>> [m.name for m in people(read_text("会上,温家宝总理提出要求。组长:欧阳明 主任"), load())]
    ['温家宝', '欧阳明']
    """
    for name in _header_names(document):
        for found in re.finditer(re.escape(name), document.text):
            yield Mention(*found.span(), "person", name, "person-header", 0.98)
    for rule, pattern in _patterns(lexicon).items():
        for found in pattern.finditer(document.folded):
            name = re.sub(r"\s", "", found["name"])
            if not _NOT_NAMES.search(name[1:]):
                yield Mention(*found.span("name"), "person", name, rule, 0.9)


def _header_names(document: Document) -> list[str]:
    header = document.header
    people = [header.signer, header.contact.name if header.contact else ""]
    if header.genre == "reply":
        people += header.addressees
    return [name for name in people if (2 <= len(name) <= 4 or "·" in name) and not _NOT_NAMES.search(name[1:])]


@cache
def _patterns(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    rows = lexicon.rows("surnames")
    surnames = "|".join(sorted((row["surname"] for row in rows), key=len, reverse=True))
    plain = "|".join(sorted((row["surname"] for row in rows if not row["risky"]), key=len, reverse=True))
    offices = "|".join(row["title"] for row in lexicon.rows("titles"))
    free = rf"(?:{surnames})(?:\s?[\u4e00-\u9fff]{{1,2}})|[\u4e00-\u9fff]{{2,6}}·[\u4e00-\u9fff]{{2,6}}"
    return {
        "person-office": re.compile(rf"(?P<name>(?:{plain})[\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{{2,6}}·[\u4e00-\u9fff]{{2,6}})(?={_BEFORE})"),
        "person-role": re.compile(rf"(?:{_ROLES})\s*[:：]\s*(?P<name>{free})(?![\u4e00-\u9fff])"),
        "person-member": re.compile(rf"(?:^|\n|、)\s*(?P<name>{free})[ \t　]+(?=[^\n,，。;；]{{0,24}}(?:{offices}))"),
        "person-leader": re.compile(rf"(?:{_LEADERS})[ \t　]+(?P<name>{free})(?=\s|$)"),
    }
