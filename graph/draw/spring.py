"""A force layout for one group: attraction along links, repulsion between all, overlaps pushed apart.

networkx's ``spring_layout`` needs scipy above 500 nodes and lets nodes overlap; this one works in pixels with
dense numpy matrices, starts from given places and uses no chance, so equal input gives equal output.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

__all__ = ["spring"]

_ROUNDS = 100
_GRAVITY = 0.02


def spring(start: Sequence[tuple[float, float]], links: Sequence[tuple[int, int]],
           spacing: float) -> list[tuple[float, float]]:
    """Positions in pixels around (0, 0); neighbours end up about ``spacing`` apart.

    >>> a, b = spring([(0.0, 0.0), (500.0, 0.0)], [(0, 1)], 50.0)
    >>> 30 < abs(a[0] - b[0]) < 90
    True
    """
    import numpy as np

    at = np.array(start, dtype=float)
    pull = np.zeros((len(at), len(at)))
    for a, b in links:
        pull[a, b] = pull[b, a] = 1.0
    pull /= np.sqrt(np.maximum(1, pull.sum(1)))[:, None] * np.sqrt(np.maximum(1, pull.sum(1)))[None, :]
    for step in range(_ROUNDS):
        square = (at ** 2).sum(1)
        distance2 = np.maximum(square[:, None] + square[None, :] - 2 * at @ at.T, 0.0) + 1.0
        force = spacing ** 2 / distance2 - pull * np.sqrt(distance2) * (2.0 / spacing)
        np.fill_diagonal(force, 0.0)
        move = (at * force.sum(1)[:, None] - force @ at) / 2 - at * _GRAVITY * len(at) ** 0.5
        length = np.sqrt((move ** 2).sum(1)) + 0.01
        heat = spacing * 2 * (1 - step / _ROUNDS) + 1
        at += move / length[:, None] * np.minimum(length, heat)[:, None]
    return _even(at - at.mean(0), spacing)


def _even(at: Any, spacing: float) -> list[tuple[float, float]]:
    """Half way to a disc of even density: directions and order from the middle stay, strays come home."""
    import numpy as np

    distance = np.sqrt((at ** 2).sum(1)) + 0.01
    order = np.argsort(np.argsort(distance, kind="stable"), kind="stable")
    target = spacing * 0.72 * np.sqrt(order + 0.5)
    scale = (0.4 * np.minimum(distance, target.max() * 1.2) + 0.6 * target) / distance
    return [(float(x), float(y)) for x, y in _apart(at * scale[:, None], spacing * 0.62)]


def _apart(at: Any, least: float) -> Any:
    """Push apart what stands closer than ``least`` pixels."""
    import numpy as np

    for _ in range(_ROUNDS // 3):
        square = (at ** 2).sum(1)
        distance = np.sqrt(np.maximum(square[:, None] + square[None, :] - 2 * at @ at.T, 0.0)) + 0.01
        push = np.maximum(0.0, least - distance) / distance
        np.fill_diagonal(push, 0.0)
        at = at + (at * push.sum(1)[:, None] - push @ at) * 0.4
    return at
