"""Scores of single fields: the header, the details of an indicator, the status of a measure.

A field is right or wrong; nothing is matched one to one.  The details and the status are counted
only where the indicator or measure itself was found, by the first answer that is the same thing.
"""

from __future__ import annotations

from graph.evaluate.folding import Item, fold_words, number
from graph.evaluate.matching import Tally
from graph.evaluate.same import same_field, same_indicator, same_measure

__all__ = ["score_details", "score_header", "score_status"]

_DETAILS = ("time", "change", "comparator", "kind")


def score_header(gold: Item, answer: Item) -> Tally:
    """One count for each header field that the gold fills.

    >>> score_header({"year": 2025, "category": ""}, {"year": 2024}).missed
    ('year: wanted 2025, got 2024',)
    """
    total = Tally()
    for key, wanted in gold.items():
        if not _empty(wanted):
            total += _one_field(key, wanted, answer.get(key))
    return total


def _one_field(key: str, wanted: object, got: object) -> Tally:
    if _empty(got):
        return Tally(0, 0, 1, (f"{key}: wanted {wanted!r}, got {got!r}",))
    hit = same_field(key, wanted, got)
    return Tally(int(hit), 1, 1, () if hit else (f"{key}: wanted {wanted!r}, got {got!r}",))


def _empty(value: object) -> bool:
    return value in (None, "", [])


def score_details(gold: Item, answer: Item) -> Tally:
    """Time, change, comparator and kind of the indicators that were found."""
    total = Tally()
    for wanted in gold.get("indicators", []):
        got = next((a for a in answer.get("indicators", []) if same_indicator(wanted, a)), None)
        if got is not None and not wanted.get("optional"):
            for key in _DETAILS:
                if key in wanted:
                    total += _one_detail(key, wanted, got)
    return total


def _one_detail(key: str, wanted: Item, answer: Item) -> Tally:
    got = answer.get(key)
    if key == "change":
        hit = number(got) == number(wanted[key])
    else:
        hit = fold_words(got or "").startswith(fold_words(wanted[key]))
    missed = f"{'/'.join(wanted['keys'])} {key}: wanted {wanted[key]}, got {got}"
    return Tally(int(hit), int(got is not None), 1, () if hit else (missed,))


def score_status(gold: Item, answer: Item) -> Tally:
    """``done`` or ``planned``, of the measures that were found."""
    total = Tally()
    for wanted in gold.get("measures", []):
        got = next((a for a in answer.get("measures", []) if same_measure(wanted, a)), None)
        if got is not None and "status" in wanted and not wanted.get("optional"):
            hit = got.get("status") == wanted["status"]
            missed = f"{wanted['anchor']}: wanted {wanted['status']}, got {got.get('status')}"
            total += Tally(int(hit), 1, 1, () if hit else (missed,))
    return total
