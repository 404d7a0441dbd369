"""Persons: whom the header names, those named with their office, in a list of members, in a column of leaders.

A personal name has a surname (GB/T 28039 lists the kinds) and one or two characters more, or parts joined by a dot;
without an office beside it a text gives no ground to tell it from any other three characters, so none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.find.duties.tables import find_person_cells
from graph.lexicon import Lexicon
from graph.lexicon.patterns import lines_with, union
from graph.model import Document, Mention

__all__ = ["people"]

_DOTTED = r"[\u4e00-\u9fff]{2,6}·[\u4e00-\u9fff]{2,6}"
_WIDEST = 60


def people(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
    """Persons of the header wherever they are named, then persons with an office or a role.

    >>> from graph.lexicon import load
    >>> from graph.read import read_text
    >>> [m.name for m in people(read_text("会上,李明远总理提出要求。组长:欧阳明 主任"), load())]
    ['李明远', '欧阳明']
    """
    no_person = lexicon.patterns("names")["no_person"]
    yield from _in_cells(document, lexicon)
    yield from _honoured(document, lexicon)
    for name in _header_names(document):
        if no_person.search(name[1:]):
            continue
        for found in re.finditer(re.escape(name), document.text):
            yield Mention(*found.span(), "person", name, "person-header", 0.98)
    for rule, (pattern, needs) in _patterns(lexicon).items():
        for found in _found(pattern, needs, document.folded):
            for one in re.finditer(r"[^、,，/]+", found["name"]):
                name, start = re.sub(r"\s", "", one[0]), found.start("name")
                if not no_person.search(name[1:]):
                    yield Mention(start + one.start(), start + one.end(), "person", name, rule, 0.9)


def _found(pattern: re.Pattern[str], needs: tuple[str, ...], folded: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that ends in one of the words it ``needs``; surnames alone are everywhere."""
    for line in lines_with(needs, folded) if needs else ((0, len(folded)),):
        yield from pattern.finditer(folded, *line)


def _in_cells(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
    """The persons of table cells that hold nothing else; without a mark between them, too."""
    one, all_of = _cell_names(lexicon)
    for cell in find_person_cells(document):
        if cell.end - cell.start <= _WIDEST and all_of.fullmatch(document.folded, *cell):
            for found in one.finditer(document.folded, *cell):
                name = re.sub(r"\s", "", document.text[found.start():found.end()])
                yield Mention(*found.span(), "person", name, "person-cell", 0.95)


def _honoured(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
    """Those to whom something is given: 授予刘建军、王海燕….  What is also the name of an area is none."""
    row, one = _rows_of_names(lexicon)
    no_person = lexicon.patterns("names")["no_person"]
    for names in row.finditer(document.folded) if "授予" in document.folded else ():
        for found in one.finditer(document.folded, *names.span("row")):
            if not no_person.search(found[0][1:]) and found[0] not in lexicon.areas.by_form:
                yield Mention(*found.span(), "person", found[0], "person-honoured", 0.8)


@cache
def _rows_of_names(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    surname = union(tuple(row["surname"] for row in lexicon.rows("surnames") if not row["risky"]))
    name = rf"{surname}[\u4e00-\u9fff]{{1,2}}|{_DOTTED}"
    end = r"(?=等|同志|\d{4}年|“|全[国省市县区]|[省市县区]|国家)"
    return re.compile(rf"授予(?P<row>(?:{name})(?:[、和](?:{name}))*){end}"), re.compile(name)


@cache
def _cell_names(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """One name where nothing but names follows; a whole cell.  A name of two characters may be spaced out (李 明)."""
    surname = union(tuple(row["surname"] for row in lexicon.rows("surnames")))
    name = rf"(?:{surname}(?: [\u4e00-\u9fff](?! )|[\u4e00-\u9fff]{{1,2}})|{_DOTTED})"
    gap = r"[\s、,;/|]*"
    return re.compile(rf"{name}(?={gap}(?:{name}{gap})*$)"), re.compile(rf"{gap}(?:{name}{gap})+")


def _header_names(document: Document) -> list[str]:
    header = document.header
    people = [header.signer, header.contact.name if header.contact else ""]
    if header.genre == "reply":
        people += (name.removesuffix("等") for name in header.addressees)
    return [name for name in people if 2 <= len(name) <= 4 or "·" in name]


@cache
def _patterns(lexicon: Lexicon) -> dict[str, tuple[re.Pattern[str], tuple[str, ...]]]:
    """Each rule's pattern, and the words one of which must stand in a line for it to be tried there."""
    rows, names = lexicon.rows("surnames"), lexicon.patterns("names")
    free = rf"{union(tuple(row['surname'] for row in rows))}\s?[\u4e00-\u9fff]{{1,2}}|{_DOTTED}"
    sure = union(tuple(row["surname"] for row in rows if not row["risky"]))
    plain = rf"{sure}(?:(?!副)[\u4e00-\u9fff]){{1,2}}|{_DOTTED}"
    rare = union(tuple(row["surname"] for row in rows if row["risky"]))
    titles = union(tuple(row["title"] for row in lexicon.rows("titles")))
    lists = ("office_after", "post_after", "role_before", "leader_before", "title_before", "after_person")
    after, post, roles, leaders, offices, verbs = (union(names.words(list)) for list in lists)
    patterns = {
        "person-office": re.compile(rf"(?P<name>{plain})(?={after})"),
        "person-post": re.compile(
            rf"(?:^|(?<=[\n,.;:、()。；由请为对与经和])|(?<=按照)|(?<=根据)|(?<=指定)|(?<=已经))(?P<name>{plain})(?={post})"),
        "person-role": re.compile(
            rf"{_spaced(roles)}\s*[:：]\s*(?P<name>(?:{free})(?:[、,，/](?:{free}))*)(?![\u4e00-\u9fff])"),
        "person-member": re.compile(
            rf"(?:^|\n|、|(?<=[ 　]{{2}}))\s*(?P<name>{free})[ \t　]{{1,4}}(?=[^\n,，。;；]{{0,24}}{titles})"),
        "person-title": re.compile(
            rf"{offices}(?P<name>{plain}|{rare}[\u4e00-\u9fff]{{2}})(?=$|[^\w\u4e00-\u9fff]|{verbs})"),
        "person-leader": re.compile(rf"{leaders}[ \t　]+(?P<name>{free})(?=\s|$)"),
    }
    needs = {"person-office": names.words("office_after"), "person-post": names.words("post_after")}
    return {rule: (pattern, needs.get(rule, ())) for rule, pattern in patterns.items()}


def _spaced(group: str) -> str:
    """Two-character words as a list of members spaces them: 组　长, 成　员."""
    return group.replace("组长", r"组\s*长").replace("成员", r"成\s*员")
