"""One document as the home of its things: node ids that are IRI tails, witnesses that know their section."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from graph.model import Evidence, Statements
from graph.network.parts import Source, Witness

__all__ = ["Home", "around"]

_STOPS = re.compile(r"[。！？；\n]")
_REACH = 90  # characters on either side; longer sentences are cut with an ellipsis


def around(raw: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after ``raw[start:end]`` in its sentence.

    >>> around("一是加快。公牛集团牵头申报的中心入选。二是", 5, 9)
    ('', '牵头申报的中心入选。')
    """
    left, right = raw[max(0, start - _REACH):start], raw[end:end + _REACH]
    before = _STOPS.split(left)[-1]
    stop = _STOPS.search(right) if not _STOPS.match(raw[end - 1:end]) else None
    after = right[:stop.end()].rstrip() if stop else "" if _STOPS.match(raw[end - 1:end]) else right
    long_before, long_after = len(before) == _REACH, len(after) == _REACH
    return f"…{before}" if long_before else before, f"{after}…" if long_after else after


class Home:
    """Statements with what every projection of them needs."""

    def __init__(self, statements: Statements) -> None:
        self.statements = statements
        self.key, self.area = statements.key, statements.home
        self.header = statements.document.header
        self.doc = f"doc/{statements.key}"

    @property
    def source(self) -> Source:
        return Source(self.key, self.header.title or self.statements.document.name, self.header.number,
                      self.header.date)

    @cached_property
    def _local(self) -> dict[str, str]:
        """Measures and numbers live under their document; everything else is shared."""
        measures = {item.id: f"{self.doc}/m/{item.id}" for item in self.statements.measures}
        return {item.id: f"{self.doc}/n/{item.id}" for item in self.statements.indicators} | measures

    def node(self, id: str) -> str:
        """The node of an id of the model: the tail of its IRI; the empty id is the document itself."""
        return self._local.get(id, id) if id else self.doc

    @cached_property
    def issued(self) -> dict[str, str]:
        """When the instruments named here came out, by id."""
        return {each.s_id: each.o for each in self.statements.relations if each.p == "issued_on"}

    def witnesses(self, evidence: Iterable[Evidence]) -> tuple[Witness, ...]:
        raw = self.statements.document.raw
        return tuple(Witness(self.key, e.start, e.end, e.quote, self.section_at(e.start), *around(raw, e.start, e.end))
                     for e in evidence)

    @cached_property
    def _sections(self) -> list[tuple[int, str]]:
        document = self.statements.document
        starts = [(document.to_raw(section.span.start), section.number) for section in document.sections]
        return sorted(starts, key=lambda start: start[0])

    def section_at(self, offset: int) -> str:
        """The number of the deepest section that begins at or before a raw offset ("" before the first)."""
        index = bisect_right(self._sections, offset, key=lambda start: start[0])
        return self._sections[index - 1][1] if index else ""
