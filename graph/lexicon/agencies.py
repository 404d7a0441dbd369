"""National bodies: what they are called in full, since when, until when, and what followed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from graph.lexicon.tables import values

__all__ = ["Agency", "national_forms", "to_agency"]

OF_STATE = ("ministry", "bureau", "special")
"""Kinds of bodies whose formal name may be led by 中华人民共和国."""


class Agency(NamedTuple):
    """A national body; ``since`` and ``until`` are years, empty where it is older than 1998 or still exists.

    ``kind`` is one of state, ministry, special, bureau, office, institution, bank, party, congress, cppcc, court,
    group, democratic, military, taskforce.
    """

    name: str
    shorts: tuple[str, ...] = ()
    kind: str = ""
    since: str = ""
    until: str = ""
    successor: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form by which the body is called, the full name first.

        >>> Agency("科学技术部", ("科技部",), "ministry").forms
        ('科学技术部', '科技部', '中华人民共和国科学技术部')
        """
        formal = (f"中华人民共和国{self.name}",) if self.kind in OF_STATE else ()
        return (self.name, *self.shorts, *formal)


def to_agency(row: dict[str, str]) -> Agency:
    """A row of ``agencies.csv``."""
    return Agency(row["name"], values(row["shorts"]), row["kind"], row["from"], row["until"], row["successor"])


def national_forms(agencies: Iterable[Agency]) -> dict[str, str]:
    """From every form met in documents to the full name; the first row of the file keeps a form that two claim.

    >>> national_forms([Agency("建设部", ("国家建设部",), "ministry")])["国家建设部"]
    '建设部'
    """
    names: dict[str, str] = {}
    for agency in agencies:
        for form in agency.forms:
            names.setdefault(form, agency.name)
    return names
