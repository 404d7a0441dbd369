"""The genre of a document by the words of its title."""

from __future__ import annotations

import re

from graph.lexicon import load, remembered
from graph.read.knowledge import pattern

__all__ = ["genre_of"]

_PROPOSAL = "(?:建议|提案|议案)"
_ANSWERS = re.compile(rf"{_PROPOSAL}.{{0,24}}(?:答复|复函|函复|回复)|\d号.{{0,8}}{_PROPOSAL}办理(?:情况|结果)的函")
_FOOTNOTE = re.compile(r"[\[〔【［]\d{1,2}[\]〕】］]")
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
    bare = _BUREAU.sub("", _FOOTNOTE.sub("", title)).rstrip("》”")  # 人口普查公报[1]（第五号）
    bare = _BRACKET.sub("", _BRACKET.sub("", bare)).rstrip("》”")
    genres = _by_ending()
    endings = (bare[start:] for start in range(max(0, len(bare) - max(map(len, genres), default=0)), len(bare)))
    return next((genres[ending] for ending in endings if ending in genres), "other")


@remembered
def _by_ending() -> dict[str, str]:
    """The genre of each ending; of two rows for one the first holds."""
    return {row["ending"]: row["genre"] for row in reversed(load().rows("genres"))}
