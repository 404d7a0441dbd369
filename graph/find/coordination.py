"""Coordinations that stand for several names: 杭州、上海飞地 is two, 国家及省重点研发计划 is two.

The words shared at the end belong to every item.  Items are areas or levels; anything else
(领航企业、成长企业评价委员会) is one name, which :mod:`graph.find.suffixed` reads.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.find.gazetteer import Places
from graph.find.ground import Ground
from graph.model import Mention

__all__ = ["coordinated"]

_TYPES = {"飞地": ("platform", "hub"), "商会": ("association", ""), "代表处": ("agency", ""), "办事处": ("agency", ""),
          "分公司": ("enterprise", ""), "研究院": ("institute", "")}


def coordinated(ground: Ground, found: Places) -> Iterator[Mention]:
    """The names behind a shared last word.

    >>> from graph.find.ground import ground
    >>> from graph.find.gazetteer import places
    >>> from graph.find.vocabulary import vocabulary
    >>> from graph.lexicon import load
    >>> text = "随着杭州、上海飞地成熟"
    >>> g = ground(text, text, vocabulary())
    >>> [m.name for m in coordinated(g, places(g, load()))]
    ['杭州飞地', '上海飞地']
    """
    for tail in ground.names["shared_tail"].finditer(ground.folded):
        areas = _list_before(ground, tail.start(), found)
        if len(areas) > 1:
            type, subtype = _TYPES.get(tail["word"], ("platform", ""))
            names = (ground.text[start:end] + tail[0] for start, end in areas)
            span = (areas[0][0], tail.end())
            yield from (Mention(*span, type, name, "coordinated-areas", 0.9, subtype) for name in names)
    for levels in ground.names["shared_levels"].finditer(ground.folded):
        for level in ("a", "b"):
            yield Mention(*levels.span(), "programme", levels[level] + levels["tail"], "coordinated-levels", 0.85)


def _list_before(ground: Ground, position: int, found: Places) -> list[tuple[int, int]]:
    """The areas joined by 、 or 和 that end at ``position``, in order."""
    areas: list[tuple[int, int]] = []
    while position in found.starts:
        start = found.starts[position]
        areas.insert(0, (start, position))
        if start == 0 or ground.folded[start - 1] not in "、和与及":
            break
        position = start - 1
    return areas
