"""The reader's knowledge is data: patterns and word lists of ``data/lexicon``, as the lexicon in use has them.

An analyst who meets a new spelling adds a line there, with an example; nothing here changes.  Patterns are written for
*folded* text (see :func:`graph.read.fold`).
"""

from __future__ import annotations

import re

from graph.lexicon import load, remembered

__all__ = ["pattern", "rows", "words"]


@remembered
def pattern(table: str, name: str) -> re.Pattern[str]:
    """One named pattern of ``<table>.toml``, compiled once; :class:`~graph.errors.LexiconError` if there is none.

    >>> bool(pattern("header", "number").search("慈科建[2025]1号"))
    True
    """
    return load().patterns(table)[name]


@remembered
def words(table: str, name: str) -> tuple[str, ...]:
    """One word list of ``<table>.toml``."""
    return load().patterns(table).words(name)


def rows(table: str) -> tuple[dict[str, str], ...]:
    """The rows of ``<table>.csv`` as dictionaries, in file order."""
    return load().rows(table)
