"""A force layout for one group: attraction along links, repulsion between all, overlaps pushed apart.

networkx's ``spring_layout`` needs scipy above 500 nodes and lets nodes overlap; this one works in pixels with
dense numpy matrices, starts from given places and uses no chance, so equal input gives equal output.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["spring"]

_ROUNDS = 120
_GRAVITY = 0.02


def spring(start: Sequence[tuple[float, float]], links: Sequence[tuple[int, int]],
           spacing: float) -> list[tuple[float, float]]:
    """Positions in pixels around (0, 0); neighbours end up about ``spacing`` apart.

    >>> a, b = spring([(0.0, 0.0), (500.0, 0.0)], [(0, 1)], 50.0)
    >>> 40 < abs(a[0] - b[0]) < 90
    True
    """
    import numpy as np

    at = np.array(start, dtype=float)
    pull = np.zeros((len(at), len(at)))
    for a, b in links:
        pull[a, b] = pull[b, a] = 1.0
    pull /= np.sqrt(np.maximum(1, pull.sum(1)))[:, None] * np.sqrt(np.maximum(1, pull.sum(1)))[None, :]
    for step in range(_ROUNDS):
        delta = at[:, None, :] - at[None, :, :]
        distance = np.sqrt((delta ** 2).sum(2)) + 0.01
        force = spacing ** 2 / distance ** 2 - pull * distance / spacing * 2.0
        move = (delta * force[:, :, None]).sum(1) / 2 - at * _GRAVITY * len(at) ** 0.5
        length = np.sqrt((move ** 2).sum(1)) + 0.01
        heat = spacing * 2 * (1 - step / _ROUNDS) + 1
        at += move / length[:, None] * np.minimum(length, heat)[:, None]
    at -= at.mean(0)
    return [(float(x), float(y)) for x, y in at]
