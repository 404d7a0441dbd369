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
    import numpy as np

    placed = np.zeros((0, 3))
    for radius in radii:
        x, y = _free_spot(placed, radius)
        placed = np.vstack([placed, (round(x, 3), round(y, 3), radius)])
    return [(float(x), float(y)) for x, y, _ in placed]


def _free_spot(placed: Any, radius: float, gap: float = 4.0) -> tuple[float, float]:
    """The place nearest to the middle where a disc touches another and overlaps none.

    ``placed`` has rows of x, y and radius; all 24 places around each are tried at once.
    """
    import numpy as np

    if not len(placed):
        return 0.0, 0.0
    turns = np.arange(24) * pi / 12
    reach = placed[:, 2] + radius + gap
    x = (placed[:, 0, None] + reach[:, None] * np.cos(turns)).ravel()
    y = (placed[:, 1, None] + reach[:, None] * np.sin(turns)).ravel()
    for some in np.array_split(np.lexsort((y, x, np.round(np.hypot(x / _WIDE, y), 3))), 1 + len(x) // 1000):
        apart = (x[some, None] - placed[:, 0]) ** 2 + (y[some, None] - placed[:, 1]) ** 2
        free = np.flatnonzero((apart >= (reach - 1e-6) ** 2).all(axis=1))
        if len(free):
            return float(x[some[free[0]]]), float(y[some[free[0]]])
    return float(x[-1]), float(y[-1])
