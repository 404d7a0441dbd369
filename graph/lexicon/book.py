"""The lexicon as one frozen value: tables are read when first asked for, and then kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from graph.lexicon.agencies import Agency, national_forms, to_agency
from graph.lexicon.areas import Area, Areas, to_area
from graph.lexicon.departments import Departments, department_bodies, splits, to_body
from graph.lexicon.patterns import Patterns
from graph.lexicon.tables import read_rows, read_table, values

__all__ = ["Lexicon"]

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The data files of one or more folders, the later laid over the earlier.

    Compared by identity (:func:`graph.lexicon.load` makes one of each): it is the key of many a cache.
    """

    folders: tuple[Path, ...]

    def rows(self, name: str) -> tuple[dict[str, str], ...]:
        """The rows of a CSV file, ``name`` with or without its ending; see :func:`graph.lexicon.tables.read_rows`."""
        return self._kept(name.removesuffix(".csv") + ".csv", read_rows)

    def toml(self, name: str) -> dict[str, Any]:
        """A TOML file as a dictionary, ``name`` with or without its ending."""
        return self._kept(name.removesuffix(".toml") + ".toml", read_table)

    def table(self, name: str) -> Any:
        """A file by its full name: rows of a ``.csv``, the dictionary of a ``.toml``."""
        return self.toml(name) if name.endswith(".toml") else self.rows(name)

    def names(self) -> tuple[str, ...]:
        """The data files there are, by name."""
        found = (path for folder in self.folders for path in folder.iterdir() if path.suffix in (".csv", ".toml"))
        return tuple(sorted({path.name for path in found}))

    def patterns(self, name: str) -> Patterns:
        """The patterns and word lists of a TOML file."""
        kept = self._patterns
        if name not in kept:
            kept[name] = Patterns.of(f"{name}.toml", self.toml(name))
        return kept[name]

    @cached_property
    def _patterns(self) -> dict[str, Patterns]:
        return {}

    def _kept(self, name: str, read: Callable[[tuple[Path, ...], str], T]) -> T:
        tables: dict[str, T] = self.__dict__.setdefault("_tables", {})
        if name not in tables:
            tables[name] = read(self.folders, name)
        return tables[name]

    @cached_property
    def hash(self) -> str:
        """Sixteen hex digits that change with any byte of any data file."""
        digest = hashlib.sha256()
        for folder in self.folders:
            for path in sorted(p for p in folder.iterdir() if p.suffix in (".csv", ".toml")):
                digest.update(f"{path.name}\0".encode() + path.read_bytes())
        return digest.hexdigest()[:16]

    @cached_property
    def areas(self) -> Areas:
        return Areas.of(map(to_area, (*self.rows("areas"), *self.rows("zones"))))

    @cached_property
    def agencies(self) -> tuple[Agency, ...]:
        return tuple(map(to_agency, self.rows("agencies")))

    @cached_property
    def departments(self) -> Departments:
        regular = (body for row in self.rows("departments") for body in department_bodies(row))
        bodies = (*map(to_body, self.rows("bodies")), *regular)
        return Departments.of(bodies, self.areas, (row["suffix"] for row in self.rows("subunits")))

    @cached_property
    def national_forms(self) -> dict[str, str]:
        """From every form of a national body to its full name."""
        return national_forms(self.agencies)

    def area(self, code: str) -> Area | None:
        """The area of a code.

        >>> from graph.lexicon import load
        >>> load().area("330282").name
        '慈溪市'
        """
        return self.areas.by_code.get(code)

    def area_by_name(self, name: str, within: str = "") -> tuple[Area, ...]:
        """The areas called so, full or short: existing before former, larger before smaller.

        >>> from graph.lexicon import load
        >>> [area.code for area in load().area_by_name("鼓楼区", within="350000")]
        ['350102']
        """
        return self.areas.named(name, within)

    def ancestors(self, code: str) -> tuple[Area, ...]:
        """What an area lies in, nearest first.

        >>> from graph.lexicon import load
        >>> [area.name for area in load().ancestors("330282")]
        ['宁波市', '浙江省']
        """
        return self.areas.ancestors(code)

    def national(self, short: str) -> str | None:
        """The full name of a national body.

        >>> from graph.lexicon import load
        >>> load().national("国家发改委"), load().national("市发改委")
        ('国家发展和改革委员会', None)
        """
        return self.national_forms.get(short) or self._national_unit(short)

    def _national_unit(self, short: str) -> str | None:
        """A unit inside a national body keeps its own name: 科技部办公厅 → 科学技术部办公厅."""
        for body, unit in splits(short, self.departments.subunits):
            if body in self.national_forms:
                return self.national_forms[body] + unit
        return None

    def expand_department(self, short: str, area: str) -> str | None:
        """The full name of a local body that a document of ``area`` calls by a short one; ``None`` if unknown.

        >>> from graph.lexicon import load
        >>> load().expand_department("市经信局", "330282"), load().expand_department("省发展改革委", "330282")
        ('慈溪市经济和信息化局', '浙江省发展和改革委员会')
        """
        return next(iter(self.expand_departments(short, area)), None)

    @lru_cache(maxsize=16384)  # noqa: B019  # a lexicon lives as long as the process
    def expand_departments(self, short: str, area: str) -> tuple[str, ...]:
        """All full names a short one may stand for, the likeliest first."""
        return self.departments.expand(short, area)

    def stems(self) -> Iterator[str]:
        """The remits in the names of departments (住房和城乡建设): words that no coordination rule may cut."""
        for row in self.rows("departments"):
            yield from (row["stem"], *values(row["shorts"]))
