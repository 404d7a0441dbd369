"""What the program says of itself, for English readers: a catalogue of sentences, as gettext keeps one.

Errors and notes are written in Chinese where they arise, and stored ones (why a case is open) stay so.
``data/messages/messages.csv`` gives the English of each; ``{}`` stands for what varies, ``{1}`` for the second of
these where the order differs.  A test compares the catalogue with the sentences in the code.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator
from functools import cache

from graph.errors import ZhengtuError
from graph.words import CODES

__all__ = ["catalogue", "english", "english_error"]

_FILE = os.path.join(os.path.dirname(__file__), "data", "messages", "messages.csv")
_GAP = re.compile(r"\{(\d*)\}")


def english(text: str) -> str:
    """The sentence in English; words of documents, what is quoted, and what the catalogue lacks stay as they are.

    >>> english("“牵头”可指 2 个"), english("牵头"), english("慈溪市")
    ('“牵头” may mean 2 things', 'lead', '慈溪市')
    """
    if text.isascii() or text in _words():
        return _words().get(text, text)
    found = next(((said, match) for said, pattern in _patterns() if (match := pattern.fullmatch(text))), None)
    if not found:
        return text
    said, match = found
    return _filled(catalogue()[said], [value if quoted else english(value) for value, quoted in
                                       zip(match.groups(), map(_is_quoted, _GAP.finditer(said)), strict=True)])


def english_error(error: ZhengtuError) -> str:
    """An error as one line: where, what, and what to do.

    >>> english_error(ZhengtuError("没有这个库", where="x", hint="运行 zhengtu build"))
    'x: there is no such store (run zhengtu build)'
    """
    place = f"{'，'.join(map(english, error.where.split('，')))}: ".replace("，", ", ") if error.where else ""
    advice = f" ({english(error.hint)})" if error.hint else ""
    return f"{place}{english(error.what)}{advice}"


def _is_quoted(gap: re.Match[str]) -> bool:
    return gap.string[gap.start() - 1:gap.start()] == "“" and gap.string[gap.end():gap.end() + 1] == "”"


@cache
def catalogue() -> dict[str, str]:
    """Sentence → English."""
    with open(_FILE, encoding="utf-8", newline="") as file:
        return {row["zh"]: row["en"] for row in csv.DictReader(file)}


@cache
def _words() -> dict[str, str]:
    """What needs no pattern: whole sentences, and the words of codes."""
    codes = {zh: en for table in reversed(CODES.values()) for zh, en in reversed(table.values())}  # the first one holds
    return codes | {zh: en for zh, en in catalogue().items() if not _GAP.search(zh)}


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Sentences with gaps, those with the most words of their own first."""
    gapped = sorted((zh for zh in catalogue() if _GAP.search(zh)), key=lambda zh: (-len(zh), zh))
    return [(zh, re.compile("(.*?)".join(map(re.escape, zh.split("{}"))), re.DOTALL)) for zh in gapped]


def _filled(sentence: str, values: list[str]) -> str:
    """The values in the gaps, in turn or by number.

    >>> _filled("{1} of {0}", ["a", "b"]), _filled("{} and {}", ["a", "b"])
    ('b of a', 'a and b')
    """
    turn: Iterator[str] = iter(values)
    return _GAP.sub(lambda gap: values[int(gap[1])] if gap[1] else next(turn), sentence)
