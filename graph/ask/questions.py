"""A question in Chinese that a saved query's phrasing fits; nothing is read into it beyond that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.ask.binding import Saved
from graph.ask.phrasing import pattern_of, plainly
from graph.ask.saved import load_queries
from graph.errors import NoMatch

__all__ = ["Understood", "understand"]

_EDGES = "？?。.！! 　“”\"'吗呢"
_POLITE = re.compile("^(请问|请告诉我|我想知道|想问一下|查一下|帮我查一下|帮我查)[，,]?")


class Understood(NamedTuple):
    """The query that answers a question, and the values its phrasing gave."""

    query: Saved
    values: dict[str, str]

    def __str__(self) -> str:
        return " ".join((f"@{self.query.name}", *(f"--set {name}={value}" for name, value in self.values.items())))


def understand(question: str, folders: tuple[str, ...] = ()) -> Understood:
    """The saved query meant by a question: of all phrasings that fit, the one with the most words of its own.

    >>> str(understand("请问谁牵头智能家电技术创新中心？"))
    '@who-leads --set what=智能家电技术创新中心'

    Raises NoMatch with the nearest phrasings if none fits.
    """
    asked = _POLITE.sub("", question.strip(_EDGES)).strip(_EDGES)
    queries = list(load_queries(folders).values())
    found = [(len(asked) - sum(map(len, values.values())), query.name, Understood(query, values))
             for query in queries for phrasing in query.phrasings for values in _values(asked, phrasing)]
    if found:
        return max(found, key=lambda each: each[:2])[2]
    raise NoMatch(f"没有保存的查询能答“{question}”", near=_near(asked, queries), hint="zhengtu queries 列出能答的问法")


def _values(asked: str, phrasing: str) -> Iterator[dict[str, str]]:
    """The parameters of the question, if the phrasing fits it."""
    match = pattern_of(phrasing).fullmatch(asked)
    if match:
        yield {name: value.strip(_EDGES) for name, value in match.groupdict().items()}


def _near(asked: str, queries: list[Saved]) -> tuple[str, ...]:
    from rapidfuzz import process

    phrasings = [plainly(phrasing) for query in queries for phrasing in query.phrasings]
    return tuple(phrasing for phrasing, *_ in process.extract(asked, phrasings, limit=3))
