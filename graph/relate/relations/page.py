"""A document laid out for relating: its linked mentions by sentence, and the words between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.lexicon import Lexicon
from graph.link import Linked
from graph.model import Document, Entity, Evidence, Mention, Relation, Span

__all__ = ["Met", "Page", "outermost"]


@dataclass(frozen=True, slots=True)
class Met:
    """An entity where it is mentioned."""

    mention: Mention
    entity: Entity

    @property
    def start(self) -> int:
        return self.mention.start

    @property
    def end(self) -> int:
        return self.mention.end


def outermost(inside: Iterable[Met]) -> list[Met]:
    """The mentions that stand inside no other: 宁波 in 宁波市科技局 is left out."""
    reached, kept = -1, []
    for met in sorted(inside, key=lambda m: (m.start, -m.end)):
        if met.end > reached:
            kept.append(met)
            reached = met.end
    return kept


@dataclass(frozen=True)
class Page:
    """``met`` is in text order; ``own`` holds the document itself as an instrument, or the instruments it issues."""

    document: Document
    linked: Linked
    lexicon: Lexicon
    met: tuple[Met, ...]
    own: tuple[Entity, ...]
    issuers: tuple[Entity, ...]

    @classmethod
    def of(cls, document: Document, linked: Linked, lexicon: Lexicon) -> Page:
        entities = {entity.id: entity for entity in linked.entities}
        met = tuple(Met(mention, entities[id]) for mention, id in linked.mentions if id in entities)
        own, issuers = (tuple(entities[id] for id in ids) for ids in (linked.own, linked.issuers))
        return cls(document, linked, lexicon, met, own, issuers)

    @property
    def folded(self) -> str:
        return self.document.folded

    @cached_property
    def home(self) -> Entity | None:
        """The area that the document speaks for, if the text names it."""
        areas = (e for e in self.linked.entities if e.type == "place" and e.area == self.linked.home)
        return next(areas, None) if self.linked.home else None

    def sentences(self) -> tuple[tuple[Span, tuple[Met, ...]], ...]:
        """Each sentence with what it mentions."""
        return self._sentences

    @cached_property
    def _sentences(self) -> tuple[tuple[Span, tuple[Met, ...]], ...]:
        return tuple(self._with_mentions())

    def _with_mentions(self) -> Iterator[tuple[Span, tuple[Met, ...]]]:
        for span in self.document.sentences:
            inside = self.within(span.start, span.end)
            if inside:
                yield span, inside

    def within(self, start: int, end: int) -> tuple[Met, ...]:
        """What is mentioned in the view range ``[start, end)``."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(m for m in self.met[first:last] if m.end <= end)

    @cached_property
    def _starts(self) -> list[int]:
        return [m.start for m in self.met]

    def pattern(self, name: str) -> re.Pattern[str]:
        """A pattern of ``relations.toml``."""
        return self.lexicon.patterns("relations")[name]

    def finditer(self, name: str, span: Span) -> Iterator[re.Match[str]]:
        """The matches of such a pattern in a sentence."""
        patterns = self.lexicon.patterns("relations")
        possible = patterns.possible(name, self.folded[span.start:span.end])
        return patterns[name].finditer(self.folded, *span) if possible else iter(())

    def words(self, name: str) -> tuple[str, ...]:
        """A list of words of ``relations.toml``."""
        return self.lexicon.patterns("relations").words(name)

    def row(self, met: Sequence[Met]) -> list[Met]:
        """The first of a row of names, and those that 、 joins to it one after the other, to either side."""
        joined = list(met[:1])
        for one in met[1:]:
            first, last = sorted((joined[-1], one), key=lambda m: m.start)
            gap = self.folded[first.end:last.start]
            if gap != "”“" and gap.strip("“”") not in self.words("joint"):
                break
            joined.append(one)
        return joined

    def relation(
        self, s: Entity, p: str, o: Entity, rule: str, start: int, end: int, confidence: float = 0.9,
    ) -> Relation:
        """A relation whose witness is the view range ``[start, end)``."""
        return Relation(s.name, s.id, p, o.name, o.id, rule, (self.document.evidence(start, end),), confidence)

    def header_relation(self, s: Entity, p: str, o: Entity, rule: str, places: tuple[Evidence, ...]) -> Relation:
        return Relation(s.name, s.id, p, o.name, o.id, rule, places, 0.95)
