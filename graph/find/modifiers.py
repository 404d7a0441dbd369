"""How far a name reaches to the left of its last word."""

from __future__ import annotations

from typing import NamedTuple

from graph.find.ground import REACH, Ground

__all__ = ["Reach", "reach"]

_LONGEST_QUOTE, _LONGEST_BRACKET = 24, 10


class Reach(NamedTuple):
    """``start`` is the name's first character; ``quoted`` the opening mark of a quotation inside it, or -1.

    ``reason`` is the word or mark before it, ``reason_start`` its place.
    """

    start: int
    quoted: int
    reason: str
    reason_start: int


def reach(ground: Ground, position: int) -> Reach:
    """From the last word at ``position`` to the left: through a quotation or bracket that belongs to the name.

    >>> from graph.find.ground import ground
    >>> from graph.find.vocabulary import vocabulary
    >>> text = "实施市场主体“双提”工程"
    >>> reach(ground(text, text, vocabulary()), 10)[:2]
    (2, 6)
    """
    i = ground.edge(position)
    start, reason, before = ground.barriers[i], ground.reasons[i], ground.before[i]
    quoted = -1
    for _ in range(4):
        opening = ground.opens.get(start, -1)
        if opening < 0 or not _transparent(ground, opening, start, reason):
            break
        if reason in ("”", "’"):
            quoted = opening
        i = ground.edge(opening)
        start, reason, before = ground.barriers[i], ground.reasons[i], ground.before[i]
        if start == opening + 1:  # cannot happen but for unbalanced marks
            break
    return Reach(max(start, position - REACH), quoted, reason, before)


def _transparent(ground: Ground, opening: int, close: int, mark: str) -> bool:
    inner = close - opening - 2
    if mark in ("”", "’"):
        return inner <= _LONGEST_QUOTE
    if "称" in ground.folded[opening:close] or ground.names["numbering"].match(ground.folded, opening):
        return False
    return mark == ")" and inner <= _LONGEST_BRACKET and not any(c in "、,:;" for c in ground.folded[opening:close])
