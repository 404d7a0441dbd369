"""The cue words and patterns of duties, read once from ``data/lexicon``.

Nothing about the language is written in Python here: ``roles.csv`` holds the words that give a role,
``duties.toml`` the shapes of bodies and phrases, each with examples and counter-examples.
"""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from graph.errors import LexiconError

__all__ = ["Cues", "load_cues", "read_rules", "trust"]


@dataclass(frozen=True)
class Cues:
    """``words[place]`` maps a cue to its role; ``pattern[name]`` is compiled."""

    words: dict[str, dict[str, str]]
    pattern: dict[str, re.Pattern[str]]
    sources: dict[str, str]

    def any_of(self, place: str) -> str:
        """The cues of one place as an alternation, longest first.

        >>> load_cues().any_of("after").split("|")[-1]
        '配合'
        """
        return "|".join(sorted(self.words[place], key=lambda cue: (-len(cue), cue)))


def read_rules() -> dict[str, Any]:
    """The content of ``duties.toml``: ``pattern`` (name, regex, examples, counter) and ``trust``."""
    return tomllib.loads(_text("duties.toml"))


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """All cues, compiled; raises :class:`LexiconError` for a row or pattern that does not fit."""
    sources = {rule["name"]: rule["regex"] for rule in read_rules()["pattern"]}
    return Cues(_words(), {name: _compile(name, regex) for name, regex in sources.items()}, sources)


@lru_cache(maxsize=1)
def trust() -> dict[str, float]:
    """How far each rule is trusted, 0 to 1.

    >>> trust()["label"] > trust()["by-issuer"]
    True
    """
    return dict(read_rules()["trust"])


def _text(name: str) -> str:
    return files("graph").joinpath("data", "lexicon", name).read_text(encoding="utf-8")


def _words() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = {}
    for row in csv.DictReader(_text("roles.csv").splitlines()):
        if row["role"] not in {"owner", "lead", "joint", "support", "none"}:
            raise LexiconError(f"未知角色 {row['role']}", where=f"roles.csv {row['cue']}",
                               hint="owner、lead、joint、support、none 之一")
        words.setdefault(row["place"], {})[row["cue"]] = row["role"]
    return words


def _compile(name: str, regex: str) -> re.Pattern[str]:
    try:
        return re.compile(regex)
    except re.error as error:
        raise LexiconError(f"正则不成立：{error}", where=f"duties.toml {name}") from error
