"""One deterministic judge over what the witnesses propose.

The rule (spaCy's rulers and every tokenizer of note have the same): the longest span wins, then the earliest, then the
heavier rule, then the order of the witnesses.  A shorter span survives inside a longer one only where the language
nests names on purpose: a place or a body inside a body, a platform or a title.

Guests (recognisers and models, :mod:`graph.witness`) are heard after the rules: they fill what the rules leave open
and take nothing from them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from graph.model import Mention

__all__ = ["FALLBACK", "Decision", "decide", "settle"]

FALLBACK = 0.2
"""The weight of a rule that only takes what no other rule names."""

_NESTS = {
    ("agency", "place"), ("platform", "place"), ("policy", "place"), ("programme", "place"), ("project", "place"),
    ("association", "place"), ("list", "place"), ("policy", "agency"), ("person", "agency"),
    ("policy", "person"), ("programme", "agency"),
    ("platform", "institute"), ("project", "enterprise"),
    ("list", "programme"), ("list", "agency"), ("thing", "place"), ("thing", "agency"),
}


class Decision(NamedTuple):
    """What became of a proposal: kept, or lost to ``winner``."""

    mention: Mention
    kept: bool
    winner: Mention | None


def settle(proposals: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions that stand, by place."""
    kept = (d.mention for d in decide(proposals) if d.kept)
    return tuple(sorted(kept, key=lambda m: (m.start, -m.end, m.type, m.name)))


def decide(proposals: Iterable[Mention], guests: Iterable[Mention] = ()) -> tuple[Decision, ...]:
    """Every proposal with its fate, strongest first, those of the rules before those of the guests.

    >>> a, b = Mention(0, 6, "platform", "技术创新中心", "x"), Mention(2, 6, "platform", "创新中心", "x")
    >>> [d.kept for d in decide([b, a])]
    [True, False]
    """
    taken: list[Mention | None] = []
    decisions = []
    for mention in (*_ranked(proposals), *_ranked(guests)):
        if len(taken) < mention.end:
            taken.extend([None] * (mention.end - len(taken)))
        winner = _rival(mention, taken)
        decisions.append(Decision(mention, winner is None, winner))
        if winner is None or _hides(mention, winner):
            # what lies within it now answers to it
            taken[mention.start:mention.end] = [mention] * (mention.end - mention.start)
    return tuple(decisions)


def _ranked(proposals: Iterable[Mention]) -> list[Mention]:
    def rank(m: Mention) -> tuple[bool, int, int, float]:
        return m.weight <= FALLBACK, m.start - m.end, m.start, -m.weight

    return sorted(dict.fromkeys(proposals), key=rank)  # then by witness


def _rival(mention: Mention, taken: list[Mention | None]) -> Mention | None:
    for other in taken[mention.start:mention.end]:
        if other is None or ((other.start, other.end) == (mention.start, mention.end) and other.name != mention.name \
                and other.rule == mention.rule):
            continue  # two names read from one span by one rule: 杭州、上海飞地
        longer = mention.end - mention.start > other.end - other.start  # a guest's name around a rule's
        if not (_nests(mention, other) if longer else _nests(other, mention)):
            return other
    return None


def _hides(lost: Mention, winner: Mention) -> bool:
    """Whether a company that is part of a longer name keeps the place in its own: 宁德时代|青溪基地 is not of 宁德."""
    inside = winner.start <= lost.start and lost.end < winner.end
    return lost.type == "enterprise" and inside


def _nests(outer: Mention, inner: Mention) -> bool:
    inside = outer.start <= inner.start and inner.end <= outer.end
    return inside and (outer.type, inner.type) in _NESTS
