"""Names that punctuation marks: 《titles》, “quoted names” with their tails, and the enumerations of a whole's parts.

GB/T 15834 (标点符号用法) gives 《》 to titles of documents and “” to words of special meaning.  A quotation mark alone is no
name (“走出去”): it takes a tail that says what it is (“尖兵”“领雁”项目), a last word inside that does, or a verb that
founds things (成立“慈企海服之家”).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.find.ground import Ground
from graph.find.vocabulary import Suffix, Vocabulary
from graph.model import Mention

__all__ = ["quoted_names", "titles"]

_PERIOD = re.compile(r"\((?:19|20)\d\d(?:年?[—~-]+(?:19|20)\d\d)?年?\)|\([^()]{0,8}(?:试行|修订|草案|征求意见稿)[^()]{0,4}\)")
_QUOTED = re.compile(r"“([^“”\n]{1,40})”")
_PRESS = re.compile(r"(?:日报|晚报|时报|周刊|杂志|新闻联播)$")
_SLOGAN = re.compile("[一二三四五六七八九十百千两多零]+[^一二三四五六七八九十]{1,4}[一二三四五六七八九十百千两多零]")
_ROW = re.compile(r"(?:“[^“”\n]{1,12}”[、和及]?){2,}(?=项目|计划|工程|行动|专项|等?专属金融产品|试点)|(?:“[^“”\n]{1,10}[券贷奖]”[、和及]?)+")
_LIST_AFTER = re.compile("(?:企业|项目)?(?:名单|榜单|名录)")
_THING_ENDS = re.compile(r"[,，。；;、)\n]|$|等")
_FOUND = re.compile(r"(?:成立|设立|建立|开设|创立|打造|搭建|上线|推出|开通|揭牌|建成)(?:了|的|全[国省市](?:首[个家]))?$")


def titles(ground: Ground) -> Iterator[Mention]:
    """Instruments named by 《…》, with the period that follows in brackets; an inner 〈…〉 or nested 《》 stays inside.

    >>> from graph.find.vocabulary import vocabulary
    >>> from graph.find.ground import ground
    >>> [m.name for m in titles(ground("印发《科创规划》(2021-2025年)。", "印发《科创规划》(2021-2025年)。", vocabulary()))]
    ['科创规划']
    """
    reached = 0
    for close, opening in sorted(ground.opens.items(), key=lambda o: (o[1], -o[0])):
        if ground.folded[opening] != "《" or opening < reached:
            continue
        reached = close
        name = ground.text[opening + 1:close - 1].strip()
        if 1 < len(name) <= 120 and "\n" not in name and not _PRESS.search(name):
            yield Mention(opening, close, "policy", name, "title-marks", 0.99)


def quoted_names(ground: Ground, vocabulary: Vocabulary) -> Iterator[Mention]:
    """“…” that names something by its last word, by the words after it, or by a founding verb before it."""
    for found in _QUOTED.finditer(ground.folded):
        inner, span = ground.text[found.start(1):found.end(1)], found.span(1)
        last = _last_word(inner, vocabulary)
        plain = not re.search("[、,，;；。+]", inner)
        if last and plain and not _SLOGAN.match(inner) and len(inner) > len(last.word) + (5 if last.type == "policy" else 1):
            yield Mention(*span, last.type, inner, "quoted-whole", 0.9, last.subtype)
        elif plain and _FOUND.search(ground.folded, max(0, found.start() - 8), found.start()) \
                and _THING_ENDS.match(ground.folded, found.end()):
            yield Mention(*span, "platform", inner, "quoted-founded", 0.7)
        elif _LIST_AFTER.match(ground.folded, found.end()):
            yield Mention(*span, "programme", inner, "quoted-list", 0.8, "list")
    for row in _ROW.finditer(ground.folded):
        for found in _QUOTED.finditer(row[0]):
            start, end = row.start() + found.start(1), row.start() + found.end(1)
            yield Mention(start, end, "programme", ground.text[start:end], "quoted-row", 0.8)


def _last_word(inner: str, vocabulary: Vocabulary) -> Suffix | None:
    ends = [suffix for _, end, suffix in vocabulary.suffixes_in(inner) if end == len(inner) and suffix.rule != "never"]
    return ends[-1] if ends else None
