"""A name while it is being judged, and what it is judged with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.find.ground import Ground
from graph.find.modifiers import Reach
from graph.find.places import Places
from graph.find.vocabulary import Suffix, Vocabulary
from graph.lexicon.patterns import Patterns
from graph.model import Mention

__all__ = ["Candidate", "Scene"]

_WITHIN_LISTS = ("、", "和", "与", "及", "“", "”")
_ACTORS = ("agency", "enterprise", "institute", "association")


@dataclass(frozen=True, slots=True)
class Scene:
    """The text, its places and the vocabulary: what every rule may look at.

    ``body_ends`` are the positions where the name of something that acts may end, ``known_ends`` those where one does.
    """

    ground: Ground
    vocabulary: Vocabulary
    places: Places
    body_ends: frozenset[int]
    known_ends: frozenset[int]

    @classmethod
    def of(cls, ground: Ground, vocabulary: Vocabulary, places: Places, known: Iterable[Mention]) -> Scene:
        """The scene of a text; ``known`` are the bodies found by name."""
        ends = {end for _, end, suffix in vocabulary.suffixes_in(ground.folded)
                if (suffix.type in _ACTORS and len(suffix.word) > 1) or suffix.word in "局厅"}
        known_ends = frozenset(m.end for m in known)
        return cls(ground, vocabulary, places, known_ends | ends, known_ends)

    @property
    def names(self) -> Patterns:
        """The patterns and word lists of ``names.toml``."""
        return self.vocabulary.names

    def area_at(self, start: int) -> int:
        """Where the chain of areas that begins at ``start`` ends; ``start`` if none begins there."""
        while start in self.places.ends:
            start = self.places.ends[start]
        return start


@dataclass(frozen=True, slots=True)
class Candidate:
    """``[first, last)`` is the modifier, ``[last, end)`` the suffix."""

    first: int
    last: int
    end: int
    suffix: Suffix
    left: Reach
    scene: Scene

    @property
    def modifier(self) -> str:
        return self.scene.ground.folded[self.first:self.last]

    @property
    def name(self) -> str:
        return self.scene.ground.text[self.first:self.end]

    @property
    def area_end(self) -> int:
        """Where the area at the head of the name ends; ``first`` if it has none."""
        return self.scene.area_at(self.first)

    @property
    def own(self) -> str:
        """The modifier without the area or level at its head."""
        if self.area_end > self.first:
            return self.scene.ground.folded[self.area_end:self.last]
        lead = self.scene.names["generic_lead"].match(self.modifier)
        return self.modifier[lead.end() if lead else 0:]

    @property
    def governor(self) -> str:
        """The word or mark before the name, or before the list of which it is an item: 实施|“甲”工程、乙工程."""
        ground, i = self.scene.ground, self.scene.ground.edge(self.left.reason_start)
        reason = self.left.reason
        while reason in _WITHIN_LISTS and i > 0:
            reason, i = ground.reasons[i], ground.edge(ground.before[i])
        return reason

    @property
    def after(self) -> str:
        """The eight characters that follow."""
        return self.scene.ground.folded[self.end:self.end + 8]

    @property
    def is_class(self) -> bool:
        """Whether the modifier, without area or level, holds class words only."""
        return self.scene.vocabulary.is_generic(self.own)

