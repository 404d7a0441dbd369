"""Mentions that name one thing, brought together: one type, one full name, all forms met."""

from __future__ import annotations

import re

from graph.link.canonical import Canonical, plain
from graph.link.group import Group
from graph.link.header import HeaderName
from graph.link.shortened import without_short_forms
from graph.model import Document, Mention

__all__ = ["gather", "strangers"]

_BODIES = ("agency", "enterprise", "institute", "association", "platform")
_LONGEST_LIST = 40  # code points of a list of areas that may stand for each of its bodies
_SCOPE = re.compile("[全我本][国省市县区州旗]")
_QUOTED = re.compile(r"“([^“”]+)”")
_FIVE_YEARS = re.compile("[一二三]?十[一二三四五六七八九]?五(?:时期|期间)?")


def gather(document: Document, named: list[tuple[Mention, Canonical]], header: tuple[HeaderName, ...]) -> list[Group]:
    """The groups of one document, in the order in which they are first met; the header's names come first."""
    groups: dict[str, Group] = {}
    bodies: dict[str, str] = {}  # the key of each body by its full name: a centre may be met as an agency, too
    for name in header:
        group = groups.setdefault(name.found.key, Group(name.found.key))
        group.add(name.mention, name.found, name.forms, name.places)
    for mention, found in named:
        place = document.evidence(mention.start, mention.end)
        key = bodies.setdefault(plain(found.name), found.key) if mention.type in _BODIES else found.key
        groups.setdefault(key, Group(key)).add(mention, found, _forms(document, mention), (place,))
    return without_short_forms([g for g in groups.values() if g.places])


def strangers(document: Document, named: list[tuple[Mention, Canonical]], groups: list[Group]) -> list[Group]:
    """The groups of what only guests named: things that no group of the rules knows under that name."""
    known = {key for group in groups for key in (*group.keys, *map(plain, group.forms))}
    return [group for group in gather(document, named, ()) if known.isdisjoint((group.key, plain(group.name)))]


def _forms(document: Document, mention: Mention) -> list[str]:
    """The spellings under which a mention may be looked up: as written, as named, and what its quotation marks hold."""
    written = document.text[mention.start:mention.end].replace("\n", "")
    written = _unwrapped(written)
    if mention.rule.startswith("coordinated") and (mention.name in written or len(written) > _LONGEST_LIST):
        written = mention.name
    scope = document.text[max(0, mention.start - 2):mention.start]
    whole = [scope + mention.name] if _SCOPE.fullmatch(scope) else []
    inner = _QUOTED.search(mention.name)
    # “十四五” is a time and no short form of a plan; nor are the words quoted in the title of an instrument
    bare = inner is not None and not _FIVE_YEARS.fullmatch(inner[1]) and mention.type != "policy"
    quoted = [inner[1], mention.name[inner.start():]] if inner and bare else []
    return list(dict.fromkeys([mention.name, written, *whole, *quoted]))


def _unwrapped(written: str) -> str:
    """Without the marks around the whole; those that belong to a part stay.

    >>> _unwrapped("《办法》"), _unwrapped("“领跑者”名单")
    ('办法', '“领跑者”名单')
    """
    whole = re.fullmatch("《(.*)》|“([^“”]*)”", written)
    return (whole[1] or whole[2]) if whole else written
