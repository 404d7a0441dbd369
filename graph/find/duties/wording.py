"""How labels are worded: 牵头责任单位 is put together from parts, and the parts give its role.

A label is a whole one of ``roles.csv`` (分工), or up to two words of ``degree`` (主要, 第一), up to three of ``rank``
(牵头, 责任), and a ``post`` (单位) or ``person`` (领导) at its end.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from graph.find.duties.cues import load_cues

__all__ = ["label_role", "label_source", "label_starts"]

_WEIGHTIEST = ("none", "support", "lead", "joint", "doer", "owner")


@lru_cache(maxsize=1)
def label_source() -> str:
    """A regular expression for all labels, also spaced out as in 责 任 单 位.

    >>> bool(re.fullmatch(label_source(), "协同责任单位")), bool(re.fullmatch(label_source(), "单位"))
    (True, False)
    """
    return _source(lambda cue: r"\s?".join(cue), r"\s?")


@lru_cache(maxsize=1)
def label_starts() -> frozenset[str]:
    """The characters with which a label begins."""
    words = load_cues().words
    return frozenset(cue[0] for place in ("label", "degree", "rank") for cue in words[place])


@lru_cache(maxsize=256)
def label_role(words: str) -> str:
    """The role of those behind the label ``words``; empty if it is none.

    Of the parts one weighs most: who leads with others leads, who mainly supports supports, and a person is no body.

    >>> [label_role(words) for words in ("第一责任单位", "主要配合部门", "责任科室", "分管领导", "任务内容")]
    ['lead', 'support', 'owner', 'none', '']
    """
    cues = load_cues().words
    bare = re.sub(r"\s", "", words)
    if bare in cues["label"]:
        return cues["label"][bare]
    found = _compound().fullmatch(bare)
    if not found or found["person"]:
        return "none" if found else ""
    parts = re.findall("|".join(_longest_first({**cues["degree"], **cues["rank"]})), found["parts"])
    roles = {(cues["rank"].get(part) or cues["degree"][part]) for part in parts}
    return next(role for role in _WEIGHTIEST if role in roles)


@lru_cache(maxsize=1)
def _compound() -> re.Pattern[str]:
    return re.compile(_parts(lambda cue: cue, "", named=True))


def _source(spaced: Callable[[str], str], gap: str) -> str:
    whole = "|".join(map(spaced, _longest_first(load_cues().words["label"])))
    return f"(?:{_parts(spaced, gap)}|{whole})"


def _parts(spaced: Callable[[str], str], gap: str, *, named: bool = False) -> str:
    """One label from its parts; a part may stand in a bracket (牵头（责任）单位)."""
    words = load_cues().words
    degree, rank, post, person = ("|".join(map(spaced, _longest_first(words[place])))
                                  for place in ("degree", "rank", "post", "person"))
    parts = rf"(?:(?:{degree}){gap}){{0,2}}(?:(?:{rank}){gap}){{1,3}}(?:[(（](?:{rank})[)）]{gap})?"
    return f"(?P<parts>{parts})(?:{post}|(?P<person>{person}))" if named else f"{parts}(?:{post}|{person})"


def _longest_first(words: dict[str, str]) -> list[str]:
    return sorted(words, key=lambda cue: (-len(cue), cue))
