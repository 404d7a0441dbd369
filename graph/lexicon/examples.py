"""Every row and pattern carries examples; this module tries them.

A file has one tester, a function from the lexicon to :class:`Trial`\\ s.  The stage that reads a file knows best what
its rows must do and registers the tester with :func:`tester`; files without one are tried in the common way: a
``[[pattern]]`` must find each of its ``examples`` and none of its ``counter``, a row's form must stand in its examples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import graph.lexicon.forms  # noqa: F401  # registers the testers of the name tables
from graph.errors import LexiconError
from graph.lexicon.book import Lexicon
from graph.lexicon.trials import TESTERS, Tester, Trial, examples_of, tester

__all__ = ["Trial", "filled", "test_lexicon", "tester"]

FORM_COLUMNS = frozenset({"cue", "suffix", "title", "unit", "word"})
PART = re.compile(r"\{([a-z_]+)\}")


def test_lexicon(lexicon: Lexicon, *names: str) -> tuple[Trial, ...]:
    """All examples of the files ``names`` (none: of all files), file by file, in the order of their rows.

    :raises LexiconError: if a file cannot be read or a pattern does not compile

    >>> from graph.lexicon import load
    >>> test_lexicon(load(), "bodies.csv")[0][2:5]
    ('市政府@330282=慈溪市人民政府', True, True)
    """
    trials: list[Trial] = []
    for name in names or lexicon.names():
        trials += TESTERS.get(name, try_patterns(name) if name.endswith(".toml") else try_forms(name))(lexicon)
    return tuple(trials)


test_lexicon.__test__ = False  # type: ignore[attr-defined]  # the name is the command's, not a test of pytest


def try_patterns(name: str) -> Tester:
    """The common way of a TOML: ``[[pattern]]`` with ``name``, ``regex``, ``examples``, ``counter``, ``whole``."""

    def trials(lexicon: Lexicon) -> Iterator[Trial]:
        for entry in lexicon.toml(name).get("pattern", ()):
            pattern = filled(lexicon, name, entry["regex"])
            match = pattern.fullmatch if entry.get("whole") else pattern.search
            for wanted, key in ((True, "examples"), (False, "counter")):
                for example in entry.get(key, ()):
                    hit = match(example)
                    yield Trial(name, entry["name"], example, wanted, bool(hit) == wanted, hit[0] if hit else "")

    return trials


def filled(lexicon: Lexicon, name: str, regex: str) -> re.Pattern[str]:
    """The pattern compiled, each ``{part}`` replaced: a list of ``[words]``, a pattern, or a place of roles.csv.

    :raises LexiconError: if it is no regular expression
    """
    table = lexicon.toml(name)
    patterns = {e["name"]: e["regex"] for e in table.get("pattern", ()) if "regex" in e and "name" in e}

    def part(hit: re.Match[str]) -> str:
        key = hit[1]
        if key in patterns:
            return f"(?:{re.sub(PART, part, patterns[key])})"
        words = _words(lexicon, table, key)
        return f"(?:{'|'.join(map(re.escape, words))})" if words else hit[0]

    try:
        return re.compile(re.sub(PART, part, regex))
    except (re.error, RecursionError) as error:
        raise LexiconError(f"不是正则表达式：{error}", where=f"{name}：{regex[:40]}") from error


def _words(lexicon: Lexicon, table: dict[str, Any], key: str) -> list[str]:
    words = table.get("words", {}).get(key) or [r["cue"] for r in lexicon.rows("roles") if r["place"] == key]
    return sorted(words.split() if isinstance(words, str) else words, key=lambda word: (-len(word), word))


def try_forms(name: str) -> Tester:
    """The common way of a CSV whose first column is a form: each of the row's ``examples`` holds it."""

    def trials(lexicon: Lexicon) -> Iterator[Trial]:
        for row in lexicon.rows(name):
            column, form = next(iter(row.items()))
            for example, wanted in examples_of(row):
                if column in FORM_COLUMNS and wanted:
                    yield Trial(name, form, example, True, form in example or re.search(form, example) is not None)

    return trials
