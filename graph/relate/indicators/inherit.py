"""What a number takes over from one before it: the name (累计达3008家), its head (其中国有企业12亿元), its bound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.find.numbers import Amount
from graph.relate.indicators.cues import categories, cue, heads, parts
from graph.relate.indicators.found import RATES, Found, Sentence

__all__ = ["alike", "head_of_growth", "inherit", "share_head"]


def alike(prior: Sequence[Found], amount: Amount) -> Found | None:
    """The last of ``prior`` in the same unit; a count does not take over from a rate (普及率达到85%。目前已完成5处)."""
    same = (found for found in reversed(prior) if found.amount.base_unit == amount.base_unit)
    last = prior[-1] if prior and (amount.kind in RATES or prior[-1].amount.kind not in RATES) else None
    return next(same, last)


def inherit(found: Found, last: Found, gap: str) -> None:
    """占…比重, 累计462家, 其中城镇28%: the words before the number add to what was named before it.

    A bound that was raised (上限由100万元提高到200万元) stays a bound.
    """
    if not found.amount.comparator and cue("raised_to").search(gap) and last.amount.base_unit == found.amount.base_unit:
        found.amount = replace(found.amount, comparator=last.amount.comparator)
    stem = last.stem or last.name
    if found.name in parts():
        found.name, found.population = stem, found.name
    else:
        found.name, found.population = stem + found.name, found.population or last.population
    found.sources.append(last.place)


def share_head(found: Found, last: Found) -> None:
    """企业利润26亿元,其中国有企业12亿元: the same quantity of a part."""
    head = heads().search(last.name)
    if head and last.amount.base_unit == found.amount.base_unit and not heads().search(found.name):
        found.name += head[0]


def head_of_growth(sentence: Sentence, name: str) -> str:
    """股份制企业增长6% after 国有控股企业增加值增长4%: the head carries on."""
    last = sentence.last()
    if not name.endswith(categories()) or not last or last.role != "growth":
        return ""
    head = heads().search(last.name)
    return head[0] if head else ""
