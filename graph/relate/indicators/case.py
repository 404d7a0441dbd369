"""What the rules of :mod:`kinds` look at: a number with the words and the time around it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.relate.indicators.found import Found

__all__ = ["Case", "last_year"]


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules look at.

    ``left`` is the sentence before the number and ``rest`` after it (``onward``: after all the numbers listed with it),
    ``lead`` the words that belong to the number alone, ``clause`` those since the last comma and up to the next,
    ``bounds`` the number with its comparators.  ``ends`` is the year in which its period ends, ``dated`` that the
    sentence itself names it, ``year`` the document's own.
    """

    found: Found
    left: str
    lead: str
    clause: str
    bounds: str
    rest: str
    onward: str
    headings: tuple[str, ...]
    genre: str
    ends: int | None
    dated: bool
    year: int | None

    @property
    def later(self) -> bool:
        """Whether the number holds for a year after the document's."""
        return self.ends is not None and self.year is not None and self.ends > self.year

    @property
    def past(self) -> bool:
        """Whether the number holds for a year that was over."""
        return self.ends is not None and self.year is not None and self.ends < self.year


def last_year(time: str) -> int | None:
    """The year in which a period ends.

    >>> last_year("2024-06"), last_year("2021/2025"), last_year("")
    (2024, 2025, None)
    """
    year = time.rsplit("/", 1)[-1][:4]
    return int(year) if year.isdigit() else None
