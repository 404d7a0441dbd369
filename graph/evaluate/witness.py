"""Does the evidence hold?  Every stated item must point at words of the text that say it."""

from __future__ import annotations

import re

from graph.evaluate.folding import Item, fold_words, names_of
from graph.evaluate.matching import Tally

__all__ = ["score_evidence"]

_DIGIT = re.compile("[0-9零一二三四五六七八九十百千万两]")
_PARTS = ("entities", "indicators", "measures", "responsibilities", "relations")


def score_evidence(answer: Item) -> Tally:
    """How many stated items point at words of ``answer["text"]`` that hold what they say.

    >>> bad = {"name": "东钢", "evidence": [{"start": 0, "end": 2, "quote": "东钢"}]}
    >>> score_evidence({"text": "宝钢", "entities": [bad]}).missed
    ('entities: 东钢',)
    """
    total = Tally()
    for part in _PARTS:
        for item in answer.get(part, []):
            if item.get("basis") in (None, "stated"):
                hit = _witnessed(part, item, answer["text"])
                what = f"{part}: {item.get('name') or item.get('title') or item}"[:80]
                total += Tally(int(hit), 1, 1, () if hit else (what,))
    return total


def _witnessed(part: str, item: Item, text: str) -> bool:
    places = item.get("evidence", [])
    if not places or not all(text[p["start"]:p["end"]] == p.get("quote") and p["end"] > p["start"] for p in places):
        return False
    if part == "entities":
        return any(name in fold_words(p["quote"]) for p in places for name in names_of(item))
    return part != "indicators" or any(_DIGIT.search(p["quote"]) for p in places)
