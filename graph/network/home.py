"""One document as the home of its things: node ids that are IRI tails, witnesses that know their section."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from graph.model import Evidence, Statements
from graph.network.parts import Source, Witness

__all__ = ["Home"]


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

    def witnesses(self, evidence: Iterable[Evidence]) -> tuple[Witness, ...]:
        return tuple(Witness(self.key, e.start, e.end, e.quote, self.section_at(e.start)) for e in evidence)

    @cached_property
    def _sections(self) -> list[tuple[int, str]]:
        document = self.statements.document
        starts = [(document.to_raw(section.span.start), section.number) for section in document.sections]
        return sorted(starts, key=lambda start: start[0])

    def section_at(self, offset: int) -> str:
        """The number of the deepest section that begins at or before a raw offset ("" before the first)."""
        index = bisect_right(self._sections, offset, key=lambda start: start[0])
        return self._sections[index - 1][1] if index else ""
