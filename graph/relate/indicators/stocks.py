"""Stocks and flows: whether a number is what there is at a time (存量), or what came in a period (流量)."""

from __future__ import annotations

import re
from functools import cache

from graph.lexicon import Lexicon, load
from graph.relate.indicators.case import Case
from graph.relate.indicators.witness import CUT

__all__ = ["counted_as"]

_COUNTS = frozenset({"actual", "cumulative", "target"})  # kinds that count something
_RATES = frozenset({"share", "point", "multiple", "duration", "age"})  # amounts that are neither


def counted_as(case: Case, kind: str) -> str:
    """``stock``, ``flow``, or "" where no word tells: the first row of ``stocks.csv`` that fits decides.

    A row looks at the ``name`` of the number, at the ``words`` since the last comma, or at the ``sentence`` so far;
    these two end with ``#`` for the number and its unit.
    """
    if kind not in _COUNTS or case.found.amount.kind in _RATES:
        return ""
    number = f"#{case.found.amount.unit}"
    texts = {"name": case.found.name, "words": CUT.split(case.left)[-1] + number, "sentence": case.left + number}
    return next((counted for cue, counted, where in _cues(load()) if cue.search(texts[where])), "")


@cache
def _cues(lexicon: Lexicon) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple((re.compile(row["cue"]), row["counted"], row["where"]) for row in lexicon.rows("stocks"))
