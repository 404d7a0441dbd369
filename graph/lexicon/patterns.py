"""Patterns and word lists of one TOML file, compiled when the file is first asked for.

A file holds ``[words]`` (lists, or a string of words) and ``[[pattern]]`` entries with ``name``, ``regex``,
``examples`` and ``counter``.  ``{list}`` in a regex stands for any word of that list, the longest first.
``needs`` are words one of which every match holds: to look for words takes a hundredth of the time of most patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from graph.errors import LexiconError

__all__ = ["Patterns", "lines_with", "union"]


def union(words: tuple[str, ...]) -> str:
    """A regex group that matches any of the words, longest first; single characters are one class.

    >>> union(("局", "总局"))
    '(?:总局|[局])'
    """
    longer = sorted((word for word in words if len(word) != 1), key=lambda word: (-len(word), word))
    single = "".join(sorted(re.escape(word) for word in words if len(word) == 1))
    return "(?:" + "|".join([*map(re.escape, longer), *([f"[{single}]"] if single else ())]) + ")"


def lines_with(words: Iterable[str], text: str) -> Iterator[tuple[int, int]]:
    """Where the lines are that hold one of the words, in order, each once.

    >>> text = "一、总则\\n甲等企业\\n二、附则"
    >>> [text[start:end] for start, end in lines_with(("企业", "甲"), text)]
    ['甲等企业']
    """
    yield from sorted({line for word in words for line in _lines_with(word, text)})


def _lines_with(word: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(word)
    while at >= 0:
        stop = text.find("\n", at)
        end = stop if stop >= 0 else len(text)
        yield text.rfind("\n", 0, at) + 1, end
        at = text.find(word, end)


@dataclass(frozen=True)
class Patterns:
    """``patterns[name]`` is a compiled pattern, ``patterns.words(name)`` a word list."""

    file: str
    compiled: dict[str, re.Pattern[str]]
    lists: dict[str, tuple[str, ...]]
    needs: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, file: str, table: dict[str, Any]) -> Patterns:
        """Compile the patterns of a table; a bad one names its file and its name.

        >>> Patterns.of("x", {"words": {"end": "局 总局"}, "pattern": [{"name": "a", "regex": "市{end}"}]})["a"].pattern
        '市(?:总局|[局])'
        """
        lists = {name: tuple(words.split() if isinstance(words, str) else words)
                 for name, words in table.get("words", {}).items()}
        rows = table.get("pattern", ())
        needs = {row["name"]: tuple(row["needs"].split()) for row in rows if row.get("needs")}
        return cls(file, {row["name"]: _compiled(file, row, lists) for row in rows}, lists, needs)

    def __getitem__(self, name: str) -> re.Pattern[str]:
        try:
            return self.compiled[name]
        except KeyError:
            raise LexiconError(f"没有名为“{name}”的模式", where=self.file) from None

    def finditer(self, name: str, text: str) -> Iterator[re.Match[str]]:
        """Every match of a pattern that stays within a line: with ``needs``, only the lines that hold one are read.

        >>> table = {"pattern": [{"name": "a", "regex": "[^,]*市", "needs": "市"}]}
        >>> [hit[0] for hit in Patterns.of("x", table).finditer("a", "甲省,乙市")]
        ['乙市']
        """
        pattern = self[name]
        for line in self.lines(name, text):
            yield from pattern.finditer(text, *line)

    def lines(self, name: str, text: str) -> Iterable[tuple[int, int]]:
        """The lines that hold what the pattern ``needs``; the whole text where it needs nothing."""
        return lines_with(self.needs[name], text) if name in self.needs else ((0, len(text)),)

    def possible(self, name: str, text: str) -> bool:
        """Whether the text holds what the pattern ``needs``."""
        return name not in self.needs or any(word in text for word in self.needs[name])

    def words(self, name: str) -> tuple[str, ...]:
        try:
            return self.lists[name]
        except KeyError:
            raise LexiconError(f"没有名为“{name}”的词表", where=self.file) from None


def _compiled(file: str, row: dict[str, Any], lists: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    regex = re.sub(r"\{([a-z_]+)\}", lambda hit: union(lists[hit[1]]) if hit[1] in lists else hit[0], row["regex"])
    try:
        return re.compile(regex)
    except re.error as error:
        raise LexiconError(f"模式“{row['name']}”不是正则表达式：{error}", where=file) from error
