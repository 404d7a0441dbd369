"""Where things lie on the map: each group laid out by its own links, the groups packed as discs.

One force layout over everything takes minutes and ends as a ball of hair.  Groups of a few hundred things take
milliseconds each with dense matrices, and packed discs read like a map of counties.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, hypot, pi, sin, sqrt
from typing import Any, NamedTuple

from graph.network import Group, Network, groups_of

__all__ = ["Disc", "Layout", "lay_out"]

_SPACING = 46.0  # pixels between neighbours at scale 1
_GOLDEN = pi * (3 - sqrt(5))  # the angle that spreads a spiral evenly
_WIDE = 1.6  # the map is wider than high, as screens are
_SPRING_LIMIT = 500  # members; above, a spiral by rank is as readable and costs nothing


class Disc(NamedTuple):
    """A group on the map: centre and radius in pixels at scale 1."""

    label: str
    size: int
    x: int
    y: int
    r: int

    def as_row(self) -> list[Any]:
        return list(self)


@dataclass(frozen=True)
class Layout:
    groups: list[Disc]
    at: dict[str, tuple[int, int, int]] = field(default_factory=dict)

    def place(self, node: str) -> tuple[int, int, int]:
        """x, y and group number of ``node``."""
        return self.at.get(node, (0, 0, 0))


def lay_out(network: Network, whole: int = 300) -> Layout:
    """Positions for every thing, rounded to pixels; up to ``whole`` things are one group without a disc."""
    groups = [Group("", tuple(network))] if len(network) <= whole else groups_of(network)
    shapes = [_shape(network, group.members) for group in groups]
    radii = [max((hypot(x, y) for x, y in shape), default=0) + _SPACING * 0.8 for shape in shapes]
    centres = pack(radii)
    at = {node: (round(cx + x), round(cy + y), number)
          for number, (group, shape, (cx, cy)) in enumerate(zip(groups, shapes, centres, strict=True))
          for node, (x, y) in zip(group.members, shape, strict=True)}
    discs = [Disc(group.label, len(group.members), round(x), round(y), round(r))
             for group, r, (x, y) in zip(groups, radii, centres, strict=True)]
    return Layout(discs if len(network) > whole else [], at)


def _shape(network: Network, members: Sequence[str]) -> list[tuple[float, float]]:
    """Positions around (0, 0), in the order of ``members``."""
    start = [_spiral(number) for number in range(len(members))]
    if not 2 < len(members) <= _SPRING_LIMIT:
        return start
    import networkx as nx

    from graph.draw.spring import spring

    inner = nx.Graph(network.subgraph(members))
    number = {node: index for index, node in enumerate(members)}
    return spring(start, [(number[a], number[b]) for a, b in inner.edges() if a != b], _SPACING)


def _spiral(number: int) -> tuple[float, float]:
    radius = _SPACING * 0.62 * sqrt(number)
    return radius * cos(number * _GOLDEN), radius * sin(number * _GOLDEN)


def pack(radii: Sequence[float]) -> list[tuple[float, float]]:
    """Centres of discs that do not overlap, each as near to the middle as it fits, in the given order.

    >>> pack([10.0, 10.0])
    [(0.0, 0.0), (-24.0, 0.0)]
    """
    placed: list[tuple[float, float, float]] = []
    for radius in radii:
        x, y = _free_spot(placed, radius)
        placed.append((round(x, 3), round(y, 3), radius))
    return [(x, y) for x, y, _ in placed]


def _free_spot(placed: list[tuple[float, float, float]], radius: float, gap: float = 4.0) -> tuple[float, float]:
    if not placed:
        return 0.0, 0.0
    spots = [(x + (r + radius + gap) * cos(angle), y + (r + radius + gap) * sin(angle))
             for x, y, r in placed for angle in (turn * pi / 12 for turn in range(24))]
    for x, y in sorted(spots, key=lambda spot: (round(hypot(spot[0] / _WIDE, spot[1]), 3), spot)):
        if all(hypot(x - px, y - py) >= radius + r + gap - 1e-6 for px, py, r in placed):
            return x, y
    return spots[-1]
