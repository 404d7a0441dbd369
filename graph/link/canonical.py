"""What a mention calls its thing in full: 市经信局 in a document of 慈溪 → 慈溪市经济和信息化局.

Each kind of thing has its own way to a full name; every way ends in one candidate, or says that there is none.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from graph.lexicon import Lexicon, values
from graph.link.home import leading_area, nearest
from graph.model import Mention
from graph.read import fold

__all__ = ["Canonical", "canonical"]

_PERIOD = re.compile(r"[（(](?:19|20)\d\d年?\s*[—–~～-]+\s*(?:19|20)\d\d年?[）)]$")
_WIDE, _NARROW = ("province", "prefecture"), "区县旗"
_MARKS = re.compile(r"[^\w]|_")


class Canonical(NamedTuple):
    """``name`` in full and its ``area``; ``key`` is what two spellings of one name share.

    ``candidates`` holds what a name may stand for when that is not one thing; such a mention stays open.  What is
    ``of_any`` names the government of any county or district of the home area (区人民政府 in a city): a class.
    """

    name: str
    area: str
    key: str
    candidates: tuple[str, ...] = ()
    why: str = ""
    of_any: bool = False


def canonical(mention: Mention, home: str, lexicon: Lexicon, *, within: str = "") -> Canonical:
    """The full name of what a mention names; ``within`` is the code of the place that stands right before it.

    >>> from graph.lexicon import load
    >>> canonical(Mention(0, 4, "agency", "市经信局", "x"), "330282", load()).name
    '慈溪市经济和信息化局'
    """
    if mention.type == "place":
        return _place(mention.name, home, lexicon, within)
    if mention.type == "agency":
        return _agency(mention.name, home, lexicon, listed=mention.rule in ("listed-body", "duty-list"))
    if mention.type == "person":
        return Canonical(mention.name, "", mention.name)
    return _other(mention, home, lexicon)


def _place(name: str, home: str, lexicon: Lexicon, within: str) -> Canonical:
    areas = (within and lexicon.area_by_name(name, within)) or lexicon.area_by_name(name)
    area = nearest(areas, home)
    if area is None:
        return Canonical(name, "", name, tuple(a.code for a in areas), "地名不止一处" if areas else "地名未收录")
    if _far(area.code, home, lexicon):
        return Canonical(name, "", name, (area.code,), "同名地方不在本省")
    return Canonical(lexicon.areas.official(area.code), area.code, area.code)


def _agency(name: str, home: str, lexicon: Lexicon, *, listed: bool = False) -> Canonical:
    """``listed``: the level stands with the first body of the list (市发改委、农委)."""
    rules = lexicon.patterns("names")
    name = rules["own_area"].sub("", name)
    national = lexicon.national(name) or lexicon.national(rules["state_before"].sub("", name))
    local = home and f"#{name}" in lexicon.departments.bodies  # 发改委 in a city's list is the city's
    if national and not local:
        return Canonical(national, "", plain(national))
    full = lexicon.expand_departments(name, home)
    if full and _far(leading_area(name, lexicon, home).code, home, lexicon):
        return Canonical(name, "", plain(name), full[:3], "同名地方不在本省")
    if full:
        area = leading_area(full[0], lexicon, home).code
        return Canonical(full[0], area, plain(full[0]))
    if national:
        return Canonical(national, "", plain(national))
    level = rules["level_before"].match(name)
    if level:
        area_of = lexicon.areas.of_level(level[1], home)
        if area_of is None:
            wide = lexicon.area(home)
            any_of = (wide is not None and wide.level in _WIDE and level[1] in _NARROW
                      and name.endswith("政府"))
            return Canonical(name, "", plain(name), (), "不知道是哪一级哪个地方的", any_of)
        full_name = lexicon.areas.official(area_of.code) + name[level.end():]
        return Canonical(full_name, area_of.code, plain(full_name))
    led = leading_area(name, lexicon, home)
    if not led.code and listed and home and name[-1] in "局委办":
        name = lexicon.areas.official(home) + name
        led = led._replace(code=home)
    return Canonical(name, led.code, plain(name))


def _far(code: str, home: str, lexicon: Lexicon) -> bool:
    """Whether a county named without its city lies in another province than home: most likely another of its name."""
    area = lexicon.area(code)
    return bool(home and area and area.level == "county" and area.name.endswith("区") and code[:2] != home[:2])


def _other(mention: Mention, home: str, lexicon: Lexicon) -> Canonical:
    rules = lexicon.patterns("names")
    name = rules["own_area"].sub("", mention.name)
    if known := _known(lexicon).get(fold(name)):
        return Canonical(known, "", plain(known))
    level = rules["level_before"].match(name)
    if level and len(name) > 5 and (area := lexicon.areas.of_level(level[1], home)):
        name = lexicon.areas.official(area.code) + name[level.end():]
    name_only = _PERIOD.sub("", name) if mention.type == "policy" else name
    led = leading_area(name_only, lexicon, home)
    own = led.rest if led.code and _in_chain(led.code, home, lexicon) and len(led.rest) > 3 else name_only
    key = plain(own)
    return Canonical(name, led.code, key.replace("的", "") if mention.type == "policy" else key)


@cache
def _known(lexicon: Lexicon) -> dict[str, str]:
    """Short forms of universities, banks, awards and services that stand for one name throughout the country."""
    rows = [row for table in ("institutes", "programmes", "platforms") for row in lexicon.rows(table)]
    rows += [row for row in lexicon.rows("enterprises") if row["kind"].endswith("bank")]
    return {fold(short): row["name"] for row in rows for short in values(row["shorts"])}


def _in_chain(code: str, home: str, lexicon: Lexicon) -> bool:
    return code == home


@lru_cache(maxsize=16384)
def plain(name: str) -> str:
    """The letters of a name: without quotation marks, brackets of width, dashes and spaces.

    >>> plain("“浙江制造”行动方案（2023－2025）")
    '浙江制造行动方案20232025'
    """
    return _MARKS.sub("", name)
