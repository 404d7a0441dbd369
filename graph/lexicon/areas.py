"""Administrative areas: codes of GB/T 2260, what they are called and what they lie in.

A name alone rarely settles an area (鼓楼区 names four), so looking up gives all candidates and the caller says what
they must lie within.  Former areas stay: 萧山市 of a document of 1999 is found, and says that 萧山区 followed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.lexicon.tables import values

__all__ = ["Area", "Areas", "to_area"]

LEVELS = {"province": 0, "prefecture": 1, "county": 2, "zone": 3}


class Area(NamedTuple):
    """An area, or a zone with an administration of its own.

    ``until`` is the year in which a former area ended, ``successor`` the code of what followed.  ``risky`` says
    which form is also a word of running text: ``short`` (和平 of 和平区), ``name`` (城区 itself) or nothing.
    """

    code: str
    name: str
    short: str = ""
    aliases: tuple[str, ...] = ()
    parent: str = ""
    level: str = ""
    until: str = ""
    successor: str = ""
    abbr: tuple[str, ...] = ()
    risky: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form by which the area is called, the full name first.

        >>> Area("522700", "黔南布依族苗族自治州", "黔南", ("黔南州",)).forms
        ('黔南布依族苗族自治州', '黔南', '黔南州')
        """
        return (self.name, self.short, *self.aliases) if self.short else (self.name, *self.aliases)

    def is_risky(self, form: str) -> bool:
        """Whether the form may be an ordinary word where it stands.

        >>> heping = Area("120101", "和平区", "和平", risky="short")
        >>> heping.is_risky("和平"), heping.is_risky("和平区")
        (True, False)
        """
        return self.risky == "name" or (self.risky == "short" and form == self.short)


def to_area(row: dict[str, str]) -> Area:
    """A row of ``areas.csv`` or ``zones.csv``."""
    return Area(
        row["code"], row["name"], row["short"], values(row["aliases"]), row["parent"], row.get("level") or "zone",
        row.get("until", ""), row.get("successor", ""), values(row.get("abbr", "")), row["risky"],
    )


@dataclass(frozen=True, slots=True)
class Areas:
    """All areas, by code and by what they are called."""

    by_code: dict[str, Area]
    by_form: dict[str, tuple[Area, ...]] = field(repr=False)

    @classmethod
    def of(cls, areas: Iterable[Area]) -> Areas:
        """The index; where a code was used twice the area that still exists counts."""
        by_code: dict[str, Area] = {}
        by_form: dict[str, list[Area]] = defaultdict(list)
        for area in sorted(areas, key=_rank):
            by_code.setdefault(area.code, area)
            for form in area.forms:
                by_form[form].append(area)
        return cls(by_code, {form: tuple(found) for form, found in by_form.items()})

    def ancestors(self, code: str) -> tuple[Area, ...]:
        """What the area lies in, nearest first, without itself."""
        found: list[Area] = []
        while (area := self.by_code.get(code)) and (above := self.by_code.get(area.parent)):
            found.append(above)
            code = above.code
        return tuple(found)

    def of_level(self, word: str, home: str) -> Area | None:
        """What 省 or 市 means in a document of ``home``: home itself or what it lies in."""
        chain = (self.by_code.get(home), *self.ancestors(home))
        return next((area for area in chain if area and area.name.endswith(word)), None)

    def within(self, area: Area, code: str) -> bool:
        """Whether the area is the one of that code, or lies in it (``""``: the whole country)."""
        return not code or area.code == code or any(a.code == code for a in self.ancestors(area.code))

    def named(self, name: str, within: str = "") -> tuple[Area, ...]:
        """The areas called so: those that exist before former ones, larger before smaller."""
        return tuple(area for area in self.by_form.get(name, ()) if self.within(area, within))

    def official(self, code: str) -> str:
        """The name as it stands on a letterhead: a district bears the name of its city."""
        area = self.by_code.get(code)
        if area is None:
            return ""
        above = self.by_code.get(area.parent)
        district = above is not None and area.level == "county" and area.name.endswith("区")
        return f"{above.name}{area.name}" if above and district else area.name


def _rank(area: Area) -> tuple[bool, int, str]:
    return area.until != "", LEVELS.get(area.level, len(LEVELS)), area.code
