"""Bodies of local government, party, congress and courts: from the form met to the full name.

A document of 慈溪 writes 市经信局 and means 慈溪市经济和信息化局.  Every body has templates in which ``#`` stands for
the area: ``#经信局`` → ``#经济和信息化局``, ``团#委`` → ``共青团#委``.  To read a form, each place where a level
word (省, 市, 区 …) or the name of an area stands is tried as the ``#``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from graph.lexicon.areas import Area, Areas
from graph.lexicon.tables import values

__all__ = ["Body", "Departments", "department_bodies", "splits", "to_body"]

SHORT_SUFFIXES = {"委员会": ("委",), "办公室": ("办",), "办公厅": ("办",), "人民政府": ("政府",)}
BODY_END = re.compile("(?:[局委厅部会署行]|办(?!公)|[法察]院)(?![、，和及与等（门长员托])(?!$)")
LEVEL = re.compile("自治[区州县旗]|[省市县区州盟旗]")
LONGEST = 20  # characters in the name of an area


class Body(NamedTuple):
    """``full`` and the ``forms`` met for it, each with ``#`` for the area, at the ``levels`` where such a body exists.

    In ``full``, ``#`` becomes the official name of the area, ``@`` its short name (``@海关`` → 兰州海关).
    """

    full: str
    forms: tuple[str, ...]
    levels: tuple[str, ...] = ()


def department_bodies(row: dict[str, str]) -> Iterator[Body]:
    """The bodies of a row of ``departments.csv``: its remit with each of its suffixes.

    >>> row = {"stem": "发展和改革", "shorts": "发改", "suffixes": "委员会|局", "levels": ""}
    >>> [body.forms for body in department_bodies(row)]
    [('#发展和改革委员会', '#发展和改革委', '#发改委员会', '#发改委'), ('#发展和改革局', '#发改局')]
    """
    stems = (row["stem"], *values(row["shorts"]))
    for suffix in values(row["suffixes"]):
        ends = (suffix, *SHORT_SUFFIXES.get(suffix, ()))
        yield Body(f"#{row['stem']}{suffix}", tuple(f"#{s}{e}" for s, e in product(stems, ends)), _levels(row))


def to_body(row: dict[str, str]) -> Body:
    """The body of a row of ``bodies.csv``, whose templates are written out."""
    return Body(row["full"], (row["full"].replace("@", "#"), *values(row["forms"])), _levels(row))


def splits(form: str, subunits: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each way to see a unit inside a body, the longest body first.

    >>> list(splits("科技部办公厅", ("办公厅",))), list(splits("财政部和科技部办公厅", ("办公厅",)))
    ([('科技部', '办公厅')], [('财政部和科技部', '办公厅')])
    """
    if form.endswith(subunits) and not form.endswith("公司"):
        for end in reversed([hit.end() for hit in BODY_END.finditer(form, 2)]):
            yield form[:end], form[end:]


def _levels(row: dict[str, str]) -> tuple[str, ...]:
    return values(row["levels"])


@dataclass(frozen=True, slots=True)
class Departments:
    """The bodies by the forms in which they are met."""

    bodies: dict[str, tuple[Body, ...]]
    areas: Areas
    subunits: tuple[str, ...] = ()

    @classmethod
    def of(cls, bodies: Iterable[Body], areas: Areas, subunits: Iterable[str] = ()) -> Departments:
        found: dict[str, list[Body]] = defaultdict(list)
        for body in bodies:
            for form in dict.fromkeys(body.forms):
                found[form].append(body)
        return cls({form: tuple(bodies) for form, bodies in found.items()}, areas, tuple(subunits))

    def expand(self, form: str, home: str) -> tuple[str, ...]:
        """Full names for a form met in a document of the area ``home``, the likeliest first."""
        return self._whole(form, home) or self._part(form, home)

    def _part(self, form: str, home: str) -> tuple[str, ...]:
        """A unit inside a body keeps its own name: 市公安局交警支队 → 慈溪市公安局交警支队."""
        for body, unit in splits(form, self.subunits):
            if names := self._whole(body, home):
                return tuple(name + unit for name in names)
        return ()

    def _whole(self, form: str, home: str) -> tuple[str, ...]:
        names: dict[str, None] = {}
        for template, area in self._readings(form, home):
            for body in self.bodies.get(template, ()):
                if not body.levels or area.level in (*body.levels, "zone"):
                    names.setdefault(self._named(body.full, area))
        return tuple(names)

    def _named(self, full: str, area: Area) -> str:
        return full.replace("#", self.areas.official(area.code)).replace("@", area.short or area.name)

    def _readings(self, form: str, home: str) -> Iterator[tuple[str, Area]]:
        """Each way to see an area in the form: named, by its level, or unsaid."""
        for start in range(len(form) - 1):
            yield from self._by_name(form, start, start, home)
        for word in LEVEL.finditer(form):
            if area := self.areas.of_level(word[0], home):
                yield f"{form[:word.start()]}#{form[word.end():]}", area
        if area := self.areas.by_code.get(home):
            yield f"#{form}", area

    def _by_name(self, form: str, start: int, at: int, home: str, within: str = "") -> Iterator[tuple[str, Area]]:
        """Areas named from ``at`` on, the longest first; one inside another (北京市东城区) before that one alone."""
        for end in range(min(len(form), at + LONGEST), at + 1, -1):
            name = form[at:end]
            if name not in self.areas.by_form:
                continue
            area = next(iter(self.areas.named(name, within)), None) if within else self._nearest(name, home)
            if area and area.code != within:
                yield from self._by_name(form, start, end, home, area.code)
                yield f"{form[:start]}#{form[end:]}", area

    def _nearest(self, name: str, home: str) -> Area | None:
        """The one area of that name; of several, the one that lies nearest to home or holds the others."""
        above = [area.code for area in self.areas.ancestors(home)]
        chain = [code for code in (home, *above) if code]
        same = [area for area in self.areas.by_form.get(name, ()) if area.code in chain]
        circles = (same, *(self.areas.named(name, code) for code in (*chain, "")))
        group = next(filter(None, circles), ())
        settled = group and all(area.until or self.areas.within(area, group[0].code) for area in group[1:])
        return group[0] if settled else None
