"""Holder → the body meant: an entity of the document where one is named there, else the words as written."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from graph.find.duties import Holder
from graph.link import Linked
from graph.model import Document, Entity, Mention, Span

__all__ = ["Agent", "Names"]

_ORGANISATIONS = frozenset({"agency", "enterprise", "institute", "association", "platform"})
_OWNED = frozenset({"platform", "programme", "project", "policy", "association"})
_AND = re.compile(r"[\u4e00-\u9fff]{0,6}[、,]|和|与|及|以及|[”\")]+[、和与及]?")
_REACH = 12


@dataclass(frozen=True, slots=True)
class Agent:
    """Who holds a duty, and where in the view the words for it stand."""

    name: str
    id: str
    names: tuple[str, ...]
    span: Span


class Names:
    """The entities of a document by the place of their mentions."""

    def __init__(self, document: Document, linked: Linked) -> None:
        self._document = document
        self._entities = {entity.id: entity for entity in linked.entities}
        named = [(mention, self._entities[id]) for mention, id in linked.mentions if id in self._entities]
        self._named = sorted(named, key=lambda pair: (pair[0].start, -pair[0].end))
        self._starts = [mention.start for mention, _ in self._named]

    def agents(self, holder: Holder, cue: Span) -> list[Agent]:
        """The bodies of one item: several for an open place, none where nothing is named there.

        A mention that runs over the ``cue`` (市教育局联合市发改委) is no name of a holder.
        """
        if holder.kind == "open":
            return [self._agent(entity, mention) for mention, entity in self._chain(holder.span)]
        if holder.kind == "self":
            return self._issuer(holder)
        covering = self._covering(holder, cue) if holder.kind in ("body", "addressed") else None
        entity = covering[1] if covering else self.by_name(holder.name) if holder.kind == "body" else None
        if entity:
            names = (entity.name, *entity.aliases, holder.name, *holder.also)
            return [Agent(entity.name, entity.id, _unique(names), _joined(holder.span, covering))]
        if holder.kind == "addressed":
            return []
        return [Agent(holder.name, "", _unique((holder.name, *holder.also)), holder.span)]

    def _issuer(self, holder: Holder) -> list[Agent]:
        """我局 is the document's issuer, if that is known."""
        issuer = self._document.header.issuer
        entity = self.by_name(issuer)
        if entity:
            return [Agent(entity.name, entity.id, _unique((entity.name, *entity.aliases)), holder.span)]
        return [Agent(issuer, "", (issuer,), holder.span)] if issuer else []

    def owned(self, span: Span) -> Entity | None:
        """The platform, programme, project or task force named at the beginning of ``span``."""
        begun = self._within(span.start, min(span.end, span.start + _REACH))
        return next((entity for _, entity in begun if entity.type in _OWNED or entity.subtype == "taskforce"), None)

    def task_force(self, span: Span) -> Entity | None:
        """The task force named last in ``span``."""
        named = [entity for _, entity in self._within(*span) if entity.subtype == "taskforce"]
        return named[-1] if named else None

    def by_name(self, name: str) -> Entity | None:
        """The one entity that answers to ``name``."""
        organisations = [entity for entity in self._entities.values() if entity.type in _ORGANISATIONS]
        found = [entity for entity in organisations if name in (entity.name, *entity.aliases)]
        return found[0] if len(found) == 1 else None

    def _agent(self, entity: Entity, mention: Mention) -> Agent:
        written = self._document.text[mention.start:mention.end]
        return Agent(entity.name, entity.id, _unique((entity.name, *entity.aliases, written)),
                     Span(mention.start, mention.end))

    def _covering(self, holder: Holder, cue: Span) -> tuple[Mention, Entity] | None:
        """The organisation whose mention covers the item best; it must share an edge with it and half its length.

        Of several read from the same words (甲、乙市人民政府) the one of the holder's name is meant.
        """
        span = holder.span
        around = [(mention, entity) for mention, entity in self._within(span.start - 40, span.end)
                  if entity.type in _ORGANISATIONS and _fits(mention, span)
                  and (mention.end <= cue.start or mention.start >= cue.end)]
        return min(around, key=lambda pair: (abs(pair[0].start - span.start) + abs(pair[0].end - span.end),
                                             holder.name not in (pair[0].name, pair[1].name)), default=None)

    def _chain(self, span: Span) -> list[tuple[Mention, Entity]]:
        """Organisations one after the other from the start of ``span`` on (阿里巴巴国际站、亚马逊)."""
        found: list[tuple[Mention, Entity]] = []
        position = span.start
        while (following := self._at(position)) and following[0].end <= span.end:
            found.append(following)
            joint = _AND.match(self._document.folded, following[0].end)
            if not joint or not joint.group().rstrip("”\")"):
                break
            position = joint.end()
        return found

    def _at(self, position: int) -> tuple[Mention, Entity] | None:
        """The organisation that begins here, perhaps behind a quotation mark or the name of a place."""
        for mention, entity in self._within(position, position + 2):
            if entity.type in _ORGANISATIONS and self._document.folded[position:mention.start] in ("", "“", "\""):
                return mention, entity
        place = next((m for m, e in self._within(position, position + 1) if e.type == "place"), None)
        return self._at(place.end) if place else None

    def _within(self, start: int, end: int) -> list[tuple[Mention, Entity]]:
        return self._named[bisect_left(self._starts, start):bisect_left(self._starts, end)]


def _joined(span: Span, covering: tuple[Mention, Entity] | None) -> Span:
    """The item with the mention that covers it, so that a quote of it holds the whole name."""
    mention = covering[0] if covering else None
    return Span(min(span.start, mention.start), max(span.end, mention.end)) if mention else span


def _fits(mention: Mention, span: Span) -> bool:
    shared = min(mention.end, span.end) - max(mention.start, span.start)
    edge = mention.start == span.start or mention.end == span.end
    return edge and 2 * shared >= span.end - span.start


def _unique(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
