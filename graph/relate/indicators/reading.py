"""One sentence with its amounts → what each is: a value, a change of the value before it, a growth, a difference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.find.numbers import Amount
from graph.relate.indicators.changes import Change, change_before
from graph.relate.indicators.cues import cue, parts
from graph.relate.indicators.found import RATES, Found, Sentence, aside
from graph.relate.indicators.groups import group_size, led_to, read_group, signed
from graph.relate.indicators.inherit import alike, head_of_growth, inherit, share_head
from graph.relate.indicators.lists import share_bounds
from graph.relate.indicators.naming import label, precedes_noun

__all__ = ["read_sentence"]


def read_sentence(text: str, start: int, end: int, amounts: Sequence[Amount],
                  prior: Sequence[Found] = ()) -> list[Found]:
    """The indicators that the ``amounts`` of ``text[start:end]`` make, in order.

    ``prior``, those of the sentence before, lend a name where this one begins without a name (累计达3008家).
    """
    sentence = Sentence(text, start, end, amounts, prior=alike(prior, amounts[0]))
    index = 0
    while index < len(amounts):
        sentence.leave_bracket(index)
        gap = sentence.gap(index)
        if ";" in gap or "；" in gap:
            sentence.values.clear()
        size = group_size(sentence, index)
        if size == 1 or not read_group(sentence, index, size):
            size = 1
            _read_one(sentence, index)
        index += size
    share_bounds(sentence.found, text)
    return sentence.found


def _read_one(sentence: Sentence, index: int) -> None:
    amount, last = sentence.amounts[index], sentence.last()
    change = change_before(sentence.gap(index))
    if last and last.amount.end == amount.end:
        sentence.add(replace(last, amount=amount))
    elif change and amount.kind in RATES and amount.unit != "‰":
        _read_rate(sentence, index, change)
    elif change and _is_difference(sentence, index, change):
        _read_difference(sentence, index, change)
    elif not led_to(sentence, index):
        _read_value(sentence, index)


def _is_difference(sentence: Sentence, index: int, change: Change) -> bool:
    amount = sentence.amounts[index]
    if change.rest or not sentence.values:
        return change.based and bool(change.rest or sentence.last())
    if not change.based and amount.kind == "count" and precedes_noun(sentence.text, amount, sentence.limit(index)):
        return False
    return change.based or amount.kind == "point" or sentence.values[-1].amount.base_unit == amount.base_unit


def _read_rate(sentence: Sentence, index: int, change: Change) -> None:
    """A rate of change belongs to the value before it, unless words of its own name something else."""
    amount, last = sentence.amounts[index], sentence.values[-1] if sentence.values else None
    other = last is not None and last.amount.kind == "share" and bool(cue("growing").match(change.verb))
    if last and not (change.rest or last.change or other or _is_threshold(sentence, amount)):
        last.change, last.end = signed(amount, change.sign), amount.tail
    else:
        _read_growth(sentence, index, change)


def _is_threshold(sentence: Sentence, amount: Amount) -> bool:
    """(…较上年增长10%以上) in a bracket, 年增长20%以上的, 增长10%以上的企业 say who qualifies, not how it grew."""
    stop = re.compile("[,，;；。]|$").search(sentence.text, amount.tail, sentence.end)
    of = sentence.text[stop.start() - 1] == "的" if stop else False
    whom = cue("whom").match(sentence.text, amount.tail, sentence.end)
    return bool(amount.comparator) and (of or whom is not None or aside(sentence.text[sentence.start:amount.outer]))


def _read_growth(sentence: Sentence, index: int, change: Change) -> None:
    amount, source = sentence.amounts[index], None if change.rest else sentence.last()
    named = label(sentence.text, sentence.gap_start(index), amount, sentence.limit(index))
    name = change.rest + head_of_growth(sentence, change.rest) or (source.name if source else named.name)
    value = signed(amount, change.sign) if amount.unit == "%" else amount.value
    if amount.unit != "%" and change.sign < 0:
        name += change.verb  # 压缩六成 keeps the number as written, and what it says of it
    sentence.add(Found(amount, "growth", name, "", named.begin, amount.tail, value, verb=change.verb,
                       sources=[source.place] if source else []))


def _read_difference(sentence: Sentence, index: int, change: Change) -> None:
    """比上年增加2.1万吨, 提高0.8个百分点: a number of its own, named after what it is the difference of."""
    amount, begin = sentence.amounts[index], sentence.gap_start(index)
    base = None if change.rest else _base_of(sentence, amount)
    stem = base.name if base else change.rest
    sentence.add(Found(amount, "difference", stem + change.verb, base.population if base else "", begin, amount.tail,
                       stem=stem, sources=[base.place] if base else []))


def _base_of(sentence: Sentence, amount: Amount) -> Found | None:
    """What a difference is about: percentage points belong to the last rate, anything else to the last value."""
    rates = [found for found in sentence.found if found.amount.kind == "share" and found.role != "growth"]
    if amount.kind == "point" and rates:
        return rates[-1]
    return next(reversed(sentence.values or sentence.found), None)


def _read_value(sentence: Sentence, index: int) -> None:
    amount, last = sentence.amounts[index], sentence.last()
    named = label(sentence.text, sentence.gap_start(index), amount, sentence.limit(index))
    ratio = amount.kind == "share" and bool(last and cue("ratio").match(sentence.text[named.begin:amount.outer]))
    found = Found(amount, "share" if ratio else "value", named.name, named.population, named.begin, named.end)
    if last and (ratio or not named.name or named.name in parts()):
        inherit(found, last, sentence.gap(index))
    elif sentence.values and "其中" in sentence.gap(index):
        share_head(found, sentence.values[-1])
    sentence.add(found)
