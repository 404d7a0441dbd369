"""The reader's knowledge, kept as data: patterns and word lists of ``data/lexicon/*.toml`` and ``*.csv``.

An analyst who meets a new spelling adds a line there, with an example; nothing here changes.
Patterns are written for *folded* text (see :func:`graph.read.fold`) and compiled once.
"""

from __future__ import annotations

import csv
import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from graph.errors import LexiconError

__all__ = ["pattern", "rows", "toml_table", "union", "words"]


@cache
def toml_table(name: str) -> dict[str, Any]:
    """The parsed ``data/lexicon/<name>.toml``; raises :class:`LexiconError` if it does not parse."""
    source = files("graph") / "data" / "lexicon" / f"{name}.toml"
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"词表无法读取：{error}", where=f"{name}.toml") from error


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``data/lexicon/<name>.csv`` as dictionaries, in file order."""
    source = files("graph") / "data" / "lexicon" / f"{name}.csv"
    return tuple(csv.DictReader(source.read_text(encoding="utf-8").splitlines()))


@cache
def pattern(table: str, name: str) -> re.Pattern[str]:
    """One named pattern of a table; ``{word list}`` in it is replaced by the alternatives of that list.

    >>> bool(pattern("header", "number").search("慈科建[2025]1号"))
    True
    """
    found = next((row for row in toml_table(table).get("pattern", ()) if row["name"] == name), None)
    if found is None:
        raise LexiconError(f"没有名为“{name}”的模式", where=f"{table}.toml")
    try:
        return re.compile(_filled(table, found["regex"]))
    except re.error as error:
        raise LexiconError(f"模式“{name}”不是正则表达式：{error}", where=f"{table}.toml") from error


def _filled(table: str, regex: str) -> str:
    return re.sub(r"\{([a-z_]+)\}", lambda hit: union(words(table, hit[1])), regex)


@cache
def words(table: str, name: str) -> tuple[str, ...]:
    """One word list of a table."""
    return tuple(toml_table(table)["words"][name])


def union(alternatives: tuple[str, ...]) -> str:
    """A regex group that matches any of the words, longest first.

    >>> union(("局", "总局"))
    '(?:总局|局)'
    """
    return "(?:" + "|".join(map(re.escape, sorted(alternatives, key=lambda word: (-len(word), word)))) + ")"
