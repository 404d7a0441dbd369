"""The genre of a document by the words of its title."""

from __future__ import annotations

import re
from functools import cache

from graph.lexicon import Lexicon, load
from graph.read.knowledge import pattern

__all__ = ["genre_of"]

_ANSWERS = re.compile("(?:建议|提案|议案).{0,24}(?:答复|复函|函复|回复)")
_BRACKET = re.compile(r"[(（][^()（）]{1,30}[)）]$")
_BUREAU = re.compile(r"[-—–－―]+[\u4e00-\u9fff]{2,20}$")


def genre_of(title: str) -> str:
    """The genre that the last word of a title names.

    >>> [genre_of(title) for title in ("对第17号建议的答复", "某市行动计划（2025—2027年）", "2024年任务分工－市水利局")]
    ['reply', 'plan', 'plan']
    """
    if _ANSWERS.search(title):
        return "reply"
    if pattern("header", "reviews").search(title):
        return "report"
    bare = _BRACKET.sub("", _BRACKET.sub("", _BUREAU.sub("", title).rstrip("》”"))).rstrip("》”")
    hits = [(len(ending), genre) for genre, ending in _endings(load()) if bare.endswith(ending)]
    return max(hits, key=lambda hit: hit[0])[1] if hits else "other"


@cache
def _endings(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    return tuple((row["genre"], row["ending"]) for row in lexicon.rows("genres"))
