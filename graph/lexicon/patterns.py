"""Patterns and word lists of one TOML file, compiled when the file is first asked for.

A file holds ``[words]`` (lists, or a string of words) and ``[[pattern]]`` entries with ``name``, ``regex``,
``examples`` and ``counter``.  ``{list}`` in a regex stands for any word of that list, the longest first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from graph.errors import LexiconError

__all__ = ["Patterns", "union"]


def union(words: tuple[str, ...]) -> str:
    """A regex group that matches any of the words, longest first; single characters are one class.

    >>> union(("局", "总局"))
    '(?:总局|[局])'
    """
    longer = sorted((word for word in words if len(word) != 1), key=lambda word: (-len(word), word))
    single = "".join(sorted(re.escape(word) for word in words if len(word) == 1))
    return "(?:" + "|".join([*map(re.escape, longer), *([f"[{single}]"] if single else ())]) + ")"


@dataclass(frozen=True)
class Patterns:
    """``patterns[name]`` is a compiled pattern, ``patterns.words(name)`` a word list."""

    file: str
    compiled: dict[str, re.Pattern[str]]
    lists: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, file: str, table: dict[str, Any]) -> Patterns:
        """Compile the patterns of a table; a bad one names its file and its name.

        >>> Patterns.of("x", {"words": {"end": "局 总局"}, "pattern": [{"name": "a", "regex": "市{end}"}]})["a"].pattern
        '市(?:总局|[局])'
        """
        lists = {name: tuple(words.split() if isinstance(words, str) else words)
                 for name, words in table.get("words", {}).items()}
        return cls(file, {row["name"]: _compiled(file, row, lists) for row in table.get("pattern", ())}, lists)

    def __getitem__(self, name: str) -> re.Pattern[str]:
        try:
            return self.compiled[name]
        except KeyError:
            raise LexiconError(f"没有名为“{name}”的模式", where=self.file) from None

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
