"""The cue words and patterns of duties, as the lexicon holds them.

Nothing about the language is written in Python here: ``roles.csv`` holds the words that give a role,
``duties.toml`` the shapes of bodies and phrases, each with examples and counter-examples.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.errors import LexiconError
from graph.lexicon import load

__all__ = ["Cues", "load_cues", "trust"]

_ROLES = frozenset({"owner", "lead", "joint", "support", "doer", "none"})


@dataclass(frozen=True)
class Cues:
    """``words[place]`` maps a cue to its role; ``pattern[name]`` is compiled, ``sources[name]`` its text.

    Places are ``label`` (分工：…) with its parts ``degree``, ``rank``, ``post`` and ``person`` (主要+责任+单位),
    ``after`` (…负责), ``by`` (由…下达) and ``doing``.  Roles are lead, joint, support, ``owner`` (lead or joint, as the
    company decides), ``doer`` (an owner where no other is named) and ``none`` (责任人：no body, but the end of a list).
    ``alone[cue]`` says what a verb means in running text without 由: its ``role``, that the body acts as the
    ``subject`` of the sentence, or nothing.
    """

    words: dict[str, dict[str, str]]
    alone: dict[str, str]
    pattern: dict[str, re.Pattern[str]]
    sources: dict[str, str]

    def any_of(self, place: str) -> str:
        """The cues of one place as an alternation, longest first.

        >>> load_cues().any_of("after").split("|")[-1]
        '配合'
        """
        return "|".join(sorted(self.words[place], key=lambda cue: (-len(cue), cue)))


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """All cues, compiled; raises :class:`LexiconError` for a row or pattern that does not fit."""
    sources = {rule["name"]: rule["regex"] for rule in load().toml("duties.toml")["pattern"]}
    alone = {row["cue"]: row["alone"] for row in load().rows("roles") if row["place"] == "after"}
    return Cues(_words(), alone, {name: _compile(name, regex) for name, regex in sources.items()}, sources)


@lru_cache(maxsize=1)
def trust() -> dict[str, float]:
    """How far each rule is trusted, 0 to 1.

    >>> trust()["label"] > trust()["by-issuer"]
    True
    """
    return dict(load().toml("duties.toml")["trust"])


def _words() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = {}
    for row in load().rows("roles"):
        if row["role"] not in _ROLES:
            raise LexiconError(f"未知角色 {row['role']}", where=f"roles.csv {row['cue']}",
                               hint=f"可用：{'、'.join(sorted(_ROLES))}")
        words.setdefault(row["place"], {})[row["cue"]] = row["role"]
    return words


def _compile(name: str, regex: str) -> re.Pattern[str]:
    try:
        return re.compile(regex)
    except re.error as error:
        raise LexiconError(f"正则不成立：{error}", where=f"duties.toml {name}") from error
