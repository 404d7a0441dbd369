"""Where a document speaks from: the area that 我市, 市经信局 and 省 are read by.

It comes from the issuer, then the title, never from counting the text: a reply of 慈溪 names 宁波 more often.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from graph.lexicon import Area, Lexicon
from graph.model import Header, Mention

__all__ = ["Led", "home_area", "home_of_bodies", "leading_area", "nearest"]

_LEVELS = "省市县州盟旗"
_YEAR = re.compile(r"^(?:19|20)\d\d年度?")  # 2025年|慈溪市政府工作报告
_LONGEST = 15  # code points of an area's name


class Led(NamedTuple):
    """An area at the beginning of a name and what follows it; ``code`` is empty where there is none."""

    code: str
    rest: str


def home_area(header: Header, lexicon: Lexicon) -> str:
    """The GB/T 2260 code of the issuer's area, "" for a national body or where nothing says.

    >>> from graph.lexicon import load
    >>> home_area(Header(issuer="慈溪市科学技术局"), load()), home_area(Header(issuer="国务院办公厅"), load())
    ('330282', '')
    """
    if header.issuer and lexicon.national(header.issuer):
        return ""
    named = (*header.issuers, header.issuer, _YEAR.sub("", header.title), *header.cc, *header.addressees)
    led = (leading_area(name, lexicon).code for name in named if name)
    return next(filter(None, led), "") or _within(header.title, lexicon)


def home_of_bodies(mentions: Iterable[Mention], lexicon: Lexicon) -> str:
    """Where the header is silent: the one city or county whose bodies the text names in full; "" if there are several.

    A text that names no 市政府 or 县财政局 has no home to find; that of one which only names 省政府 is a province.
    """
    bodies = [m.name for m in mentions if m.type == "agency"]
    bare = {name[0] for name in bodies} & set(_LEVELS)
    if not bare:
        return ""
    areas = [area for code in {leading_area(name, lexicon).code for name in bodies if len(name) > 6}
             if (area := lexicon.area(code))]
    below = [area.code for area in areas if area.level in ("prefecture", "county")]
    known = below or [area.code for area in areas if area.level == "province" and bare == {"省"}]
    return known[0] if len(known) == 1 else ""


def _within(title: str, lexicon: Lexicon) -> str:
    """The first area that a title names inside: 数字广东建设工作要点."""
    forms = (title[start:start + size] for start in range(len(title)) for size in range(_LONGEST, 1, -1))
    found = (nearest(lexicon.area_by_name(form), "") for form in forms if form in lexicon.areas.by_form)
    sure = (area.code for area in found if area and not area.risky and area.level in ("province", "prefecture"))
    return next(sure, "")


@lru_cache(maxsize=16384)
def leading_area(name: str, lexicon: Lexicon, home: str = "") -> Led:
    """The area that a name begins with, as deep as the chain goes (广州市海珠区…).

    >>> from graph.lexicon import load
    >>> leading_area("广州市海珠区人力资源和社会保障局", load())
    Led(code='440105', rest='人力资源和社会保障局')
    """
    for head in lexicon.patterns("names").words("before_area"):
        name = name.removeprefix(head)
    led = Led("", name)
    while step := _step(led, lexicon, home):
        led = step
    return led


def _step(led: Led, lexicon: Lexicon, home: str) -> Led | None:
    """One area further into a chain, the longest form first."""
    for size in range(min(len(led.rest), _LONGEST), 1, -1):
        form = led.rest[:size]
        if form not in lexicon.areas.by_form:
            continue
        area = nearest(lexicon.area_by_name(form, led.code), home)
        other = form[-1] not in _LEVELS and led.rest[size:size + 1] in _LEVELS  # 江州|市, where only 江州区 is known
        if area and _usable(area, form) and not (other and led.rest[size:size + 1]):
            return Led(area.code, led.rest[size:])
    return None


def _usable(area: Area, form: str) -> bool:
    return not area.is_risky(form) or form == area.name


def nearest(areas: Iterable[Area], home: str) -> Area | None:
    """Of areas that share a name, the one meant by a document of ``home``: the only one, or the one nearest to home.

    An area that exists goes before one that existed; a province before a city of its short name (吉林).
    """
    found = tuple(areas)
    current = tuple(a for a in found if not a.until) or found
    if len(current) == 1:
        return current[0]
    if not current:
        return None
    for size in (6, 4, 2):
        near = [a for a in current if home and a.code[:size] == home[:size]]
        if len(near) == 1:
            return near[0]
    top = [a for a in current if a.level == current[0].level]
    return top[0] if len(top) == 1 else None
