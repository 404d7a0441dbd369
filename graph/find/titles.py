"""Names that punctuation marks: 《titles》, “quoted names” with their tails, and the enumerations of a whole's parts.

GB/T 15834 (标点符号用法) gives 《》 to titles of documents and “” to words of special meaning.  A quotation
mark alone is no name (“走出去”): it takes a tail that says what it is (“尖兵”“领雁”项目), a last word inside that does,
or a verb that founds things (成立“慈企海服之家”).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.find.ground import Ground
from graph.find.vocabulary import Suffix, Vocabulary
from graph.model import Document, Mention

__all__ = ["own_title", "quoted_names", "titles"]

_SHORTEST_TITLE = 8
_JOINED = re.compile(r"(?<!\d)\+|\+(?!\d)")  # 人工智能+, but “4+4科创工程”
_CLAUSE = tuple(",。;:)\n")
_SHORTEST_CARRIED = 2  # letters of a quotation that is carried out
_ROW = 60  # code points back from a title to the word that says what kind of works a row of titles is
_ROWS = (("row", "programme", 0.8), ("row_of_platforms", "platform", 0.95),
         ("row_of_studies", "project", 0.9))
_SHORTEST = {"policy": 5}  # code points before the last word, below which a quoted instrument is a slogan


def titles(ground: Ground) -> Iterator[Mention]:
    """Instruments named by 《…》, with the period that follows in brackets; an inner 〈…〉 or nested 《》 stays inside.

    >>> from graph.find.vocabulary import vocabulary
    >>> from graph.find.ground import ground
    >>> text = "印发《科创规划》(2021-2025年)。"
    >>> [m.name for m in titles(ground(text, text, vocabulary()))]
    ['科创规划']
    """
    reached = 0
    for close, opening in sorted(ground.opens.items(), key=lambda o: (o[1], -o[0])):
        if ground.folded[opening] != "《" or opening < reached:
            continue
        reached = close
        number = ground.names["number_inside"].search(ground.folded, opening, close - 1)
        name = ground.text[opening + 1:number.start() if number else close - 1].strip()
        work = ground.names["press"].search(name) or ground.names["work_before"].search(
            ground.folded, max(0, opening - _ROW), opening) or ground.names["work_after"].match(ground.folded, close)
        if 1 < len(name) <= 120 and "\n" not in name and not work:
            yield Mention(opening, close, "policy", name, "title-marks", 0.99)


def own_title(document: Document) -> Iterator[Mention]:
    """The document's own title wherever it stands in the text, also over several lines."""
    title = document.header.title
    if len(title) <= _SHORTEST_TITLE:
        return
    for found in re.finditer(r"\s?".join(map(re.escape, title)), document.text):
        yield Mention(*found.span(), "policy", title, "own-title", 0.99)


def quoted_names(ground: Ground, vocabulary: Vocabulary) -> Iterator[Mention]:
    """“…” that names something by its last word, by the words after it, or by a founding verb before it."""
    names = ground.names
    for found in names["quoted"].finditer(ground.folded):
        named = _named(ground, vocabulary, *found.span(1))
        if named:
            yield named
    for pattern, type, weight in _ROWS:
        for row in names.finditer(pattern, ground.folded):
            for found in names["quoted"].finditer(row[0]):
                start, end = row.start() + found.start(1), row.start() + found.end(1)
                yield Mention(start, end, type, ground.text[start:end], "quoted-row", weight)


def _named(ground: Ground, vocabulary: Vocabulary, start: int, end: int) -> Mention | None:
    """The mention that the quotation ``[start, end)`` is, if it is one."""
    inner, names, folded = ground.text[start:end], ground.names, ground.folded
    last = _last_word(inner, vocabulary)
    plain = not any(mark in inner for mark in "、,，;；。") and not _JOINED.search(inner)
    route = last and len(last.word) == 1 and names["route"].fullmatch(inner)
    if ground.ends_word(start, end) or route or names["chain"].search(folded, start, end):
        return None  # “一网通办”: a word of its own; “西宁—曼谷”; “众创空间—孵化器—加速器”
    long = last is not None and len(inner) > len(last.word) + _SHORTEST.get(last.type, 1)
    clause = names["slogan"].match(inner) or (last and last.type == "platform" and names["begun"].match(inner))
    if names["app_name"].fullmatch(ground.folded, start, end) and names["launching"].search(
            folded, max(0, start - 4), start - 1):
        return Mention(start, end, "platform", inner, "quoted-app", 0.8, "website")
    short_form = last is not None and last.type == "enterprise" and folded[:start - 1].endswith("简称")  # “承办银行”
    brand = last is not None and last.type == "agency" and "·" in inner  # “海上服务·青溪办”
    if last and long and plain and not (clause or short_form or brand):
        return Mention(start, end, last.type, inner, "quoted-whole", 0.9, last.subtype)
    if plain and len(inner) > 5 and names["researches"].search(inner) and names["project_after"].match(folded, end + 1):
        return Mention(start, end, "project", inner, "quoted-project", 0.8)
    founded = names["founded"].search(folded, max(0, start - 9), start - 1)
    figure = names["figure"].search(inner)  # 打造“千兆城市”: what a place is to become
    if plain and founded and not figure and (end + 1 == len(folded) or names["thing_ends"].match(folded, end + 1)):
        return Mention(start, end, "platform", inner, "quoted-founded", 0.7)
    ends = end + 1 == len(folded) or names["thing_ends"].match(folded, end + 1) or folded[end + 1] == "“"
    if plain and ends and names["honoured"].search(folded, max(0, start - 18), start - 1):
        return Mention(start, end, "programme", inner, "quoted-award", 0.7, "award")
    opens = folded[start - 2:start - 1] in _CLAUSE
    if plain and opens and len(inner) > _SHORTEST_CARRIED and names["carried_on"].match(folded, end + 1):
        return Mention(start, end, "programme", inner, "quoted-carried", 0.7)
    if plain and (names["list_after"].match(folded, end + 1) or names["quoted_title"].match(folded, end + 1)):
        return Mention(start, end, "programme", inner, "quoted-list", 0.8, "list")
    return None


def _last_word(inner: str, vocabulary: Vocabulary) -> Suffix | None:
    ends = [suffix for _, end, suffix in vocabulary.suffixes_in(inner) if end == len(inner) and suffix.rule != "never"]
    return ends[-1] if ends else None
