"""What a body looks like: the one question every rule asks, answered by the patterns of the lexicon."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.find.duties.cues import load_cues
from graph.lexicon import load

__all__ = ["body_ahead", "ends_as_body", "hide_brackets", "is_addressed", "is_class", "is_named", "is_self",
           "is_shaped"]

_HIDDEN = re.compile(r"\([^()\n]*\)|“[^”\n]*”|《[^》\n]*》")
_remembered = lru_cache(maxsize=512)  # of one list: its items are asked again and again
_IN_NAME = r"[^\s,。;:!?()、《》“”等]"


@lru_cache(maxsize=1)
def _endings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An agency at the end; any organisation at the end."""
    agency, other = load_cues().sources["agency"], load_cues().sources["organisation"]
    return re.compile(f"(?:{agency})$"), re.compile(f"(?:{agency}|{other})$")


@lru_cache(maxsize=1)
def body_ahead() -> re.Pattern[str]:
    """A body or a sector's departments (市场监管部门) from here on, as short as the shape allows.

    A branch of a body (市公安局交警支队) belongs to it.
    """
    agency, other = load_cues().sources["agency"], load_cues().sources["organisation"]
    branch = rf"(?:{_IN_NAME}{{1,6}}?(?:{load_cues().sources['branch']}))?"
    sector = r"(?:(?![局委厅办院会])[\u4e00-\u9fff]){2,12}?部门"
    return re.compile(rf"{sector}|{_IN_NAME}{{1,16}}?(?:{agency}|{other}){branch}")


@_remembered
def ends_as_body(text: str, *, agency: bool = False) -> bool:
    """Whether ``text`` ends like the name of a body (of an ``agency`` only), and is no work to be done (建成县文化馆).

    >>> ends_as_body("市财政局"), ends_as_body("市家具行业协会"), ends_as_body("西部"), ends_as_body("迁建市博物馆")
    (True, True, False, False)
    """
    return bool(_endings()[0 if agency else 1].search(text)) and not load_cues().pattern["works"].match(text)


@_remembered
def is_class(text: str) -> bool:
    """Whether ``text`` names a class of bodies rather than one.

    >>> is_class("各市、自治州人民政府"), is_class("链主型企业"), is_class("市财政局")
    (True, True, False)
    """
    return bool(load_cues().pattern["class"].fullmatch(text))


@_remembered
def is_self(text: str) -> bool:
    """Whether ``text`` is the issuer speaking of itself (我局)."""
    return bool(load_cues().pattern["self"].fullmatch(text))


def is_addressed(text: str) -> bool:
    """Whether ``text`` is the body addressed (你省)."""
    return bool(load_cues().pattern["addressed"].fullmatch(text))


def is_shaped(text: str) -> bool:
    """Whether ``text`` looks like a body, a class of bodies, the issuer's 我局 or the 你省 of its letter."""
    return len(text) > 1 and (is_class(text) or ends_as_body(text) or is_self(text) or is_addressed(text))


def is_named(text: str) -> bool:
    """Whether a body's name begins with a level or an area, as the names of single bodies do.

    >>> is_named("市青少年宫"), is_named("宁波某某学院"), is_named("行业协会")
    (True, True, False)
    """
    ranked = load_cues().pattern["ranked"].match(text)
    return not is_class(text) and (bool(ranked) or any(_is_area(text[:size]) for size in (2, 3, 4)))


def _is_area(words: str) -> bool:
    return any(not area.risky for area in load().area_by_name(words))


def hide_brackets(words: str) -> str:
    """``words`` with what stands in brackets, quotes and title marks blanked, length kept."""
    return _HIDDEN.sub(lambda found: "\0" * len(found.group()), words)
