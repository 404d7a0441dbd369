"""Several numbers that answer one word: 分别, and lists that share a bound.

A、B分别增长x%、y% gives A x and B y; 营业收入…,利润…,分别增长x%和y% gives the changes to the two values before;
分别给予80万元、30万元 goes to the levels named earlier in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from graph.find.numbers import Amount
from graph.find.numbers.numerals import plain
from graph.relate.indicators.changes import Change, change_before, joint, level
from graph.relate.indicators.cues import cue
from graph.relate.indicators.found import RATES, Found, Sentence
from graph.relate.indicators.naming import items_before, label, tiers_before

__all__ = ["group_size", "led_to", "read_group", "signed"]

YEAR = re.compile(r"\d{4}年")
ASIDE = re.compile(r"[(（][^()（）]*[)）]")


def group_size(sentence: Sentence, index: int) -> int:
    """How many amounts from ``index`` on answer one 分别, or continue the list of one (…提高到700元、520元)."""
    gap, last = sentence.gap(index), sentence.last()
    levels = last is not None and last.grouped and level().fullmatch(gap)
    if not (cue("apart").search(gap) or levels or _changes_several(sentence, index, gap)):
        return 1
    first, size = sentence.amounts[index], 1
    for offset, amount in enumerate(sentence.amounts[index + 1:], 1):
        rates = (amount.kind in RATES) != (first.kind in RATES)  # 分别为9亿元、2亿元,增长11%: values, then rates
        if rates or not joint().fullmatch(sentence.gap(index + offset)):
            break
        size += 1
    return size


def _changes_several(sentence: Sentence, index: int, gap: str) -> bool:
    """营收9亿元、利润2亿元,同比增长11%、5%: as many rates as values, without 分别."""
    change = change_before(gap) if sentence.amounts[index].kind in RATES else None
    waiting = [found for found in sentence.values[-2:] if not found.change]
    return change is not None and not change.rest and len(waiting) == 2


def read_group(sentence: Sentence, index: int, size: int) -> bool:
    """Give each of the ``size`` amounts its own name; False where the words before them do not list as many things."""
    group, gap = sentence.amounts[index:index + size], sentence.gap(index)
    apart, change = cue("apart").search(gap), change_before(gap) if group[0].kind in {*RATES, "point"} else None
    names = _names(sentence, gap[:apart.start()], group, change) if apart else None
    if change and group[0].kind == "point":
        return _add_differences(sentence, index, change, names) if names else _add_points(sentence, index, size, change)
    if not apart and not change:
        return _read_levels(sentence, group)
    if names and _tiers(sentence, index, size):
        return _read_tiers(sentence, index, size)
    if names:
        _add_named(sentence, index, names, change)
    elif change and len(sentence.values) >= size:
        _add_changes(sentence, index, size, change)
    elif not change and led_to(sentence, index, size):
        return True
    else:
        readers = (_read_dated, _read_tiers) if len(YEAR.findall(gap)) == size else (_read_tiers, _read_dated)
        return not change and any(reader(sentence, index, size) for reader in readers)
    return True


def led_to(sentence: Sentence, index: int, size: int = 1) -> bool:
    """增长12.6%,达92.9亿元: the rate is the change of the number it led to, which has its name."""
    rates, group = sentence.found[-size:], sentence.amounts[index:index + size]
    plain_rates = len(rates) == size and all(found.role == "growth" and found.amount.unit == "%" for found in rates)
    beside = plain_rates and rates[-1].amount is sentence.amounts[index - 1]
    if not beside or group[0].kind in RATES or not cue("led_to").match(sentence.gap(index)):
        return False
    del sentence.found[-size:]
    for rate, amount in zip(rates, group, strict=True):
        sentence.add(Found(amount, "value", rate.name, rate.population, rate.begin, group[-1].tail, change=rate.value,
                           grouped=rate.grouped, sources=rate.sources))
    return True


def _names(sentence: Sentence, ahead: str, group: Sequence[Amount], change: Change | None) -> list[str] | None:
    clause = re.split("[:：;；。]", ASIDE.sub("", ahead))[-1]
    last = re.split("[,，]", clause.rstrip(",， "))[-1]
    names = items_before(last, len(group)) or items_before(clause, len(group))
    if not change and group[0].kind == "multiple" and len(sentence.values) >= len(group):
        return [found.name for found in sentence.values[-len(group):]]
    return names


def _add_named(sentence: Sentence, index: int, names: list[str], change: Change | None) -> None:
    begin, gap = sentence.gap_start(index), sentence.gap(index)
    begin += len(gap) - len(gap.lstrip(",，;；:：、 "))
    group = sentence.amounts[index:index + len(names)]
    values = [signed(a, _sign(sentence, index + i, change)) if change else "" for i, a in enumerate(group)]
    for name, amount, value in zip(names, group, values, strict=True):
        sentence.add(Found(amount, "growth" if change else "value", name, "", begin, group[-1].tail, value,
                           verb=change.verb if change else "", grouped=True))


def _add_changes(sentence: Sentence, index: int, size: int, change: Change) -> None:
    for offset, found in enumerate(sentence.values[-size:]):
        amount = sentence.amounts[index + offset]
        found.change = found.change or signed(amount, _sign(sentence, index + offset, change))
        found.end = max(found.end, amount.tail)


def _add_differences(sentence: Sentence, index: int, change: Change, names: list[str]) -> bool:
    """城镇化率、入园率分别提高1.2个和3个百分点: each is told of the rate that is named in its place."""
    begin, group = sentence.gap_start(index), sentence.amounts[index:index + len(names)]
    for name, amount in zip(names, group, strict=True):
        sentence.add(Found(amount, "difference", name + change.verb, "", begin, group[-1].tail, stem=name,
                           grouped=True))
    return True


def _add_points(sentence: Sentence, index: int, size: int, change: Change) -> bool:
    """入园率91%,巩固率97%,分别提高12个和3个百分点: a number of its own about each of the rates before."""
    rates = [found for found in sentence.found if found.amount.kind == "share" and found.role != "growth"][-size:]
    if len(rates) < size:
        return False
    for base, amount in zip(rates, sentence.amounts[index:index + size], strict=True):
        sentence.add(Found(amount, "difference", base.name + change.verb, base.population, sentence.gap_start(index),
                           sentence.amounts[index + size - 1].tail, stem=base.name, grouped=True, sources=[base.place]))
    return True


def _read_levels(sentence: Sentence, group: Sequence[Amount]) -> bool:
    """分别由650元、480元提高到700元、520元: the second list keeps the names of the first."""
    before = sentence.found[-len(group):]
    if len(before) < len(group):
        return False
    for found, amount in zip(before, group, strict=True):
        sentence.add(replace(found, amount=amount, end=group[-1].tail, sources=[found.place]))
    return True


def _read_tiers(sentence: Sentence, index: int, size: int) -> bool:
    """分别给予80万元、30万元 to 国家级、省级: one name, the levels as populations."""
    tiers = _tiers(sentence, index, size)
    if not tiers and sentence.amounts[index].kind != "money":
        return False
    first, last = (label(sentence.text, sentence.gap_start(i), sentence.amounts[i], sentence.limit(i))
                   for i in (index, index + size - 1))
    for tier, amount in zip(tiers or [""] * size, sentence.amounts[index:index + size], strict=True):
        sentence.add(Found(amount, "value", last.name or first.name, tier, first.begin, last.end, grouped=True))
    return True


def _read_dated(sentence: Sentence, index: int, size: int) -> bool:
    """到2025年和2030年,覆盖率分别达到70%和80%: one name; the years are told apart by ``rank``."""
    named = label(sentence.text, sentence.gap_start(index), sentence.amounts[index], sentence.limit(index))
    last = sentence.last()
    name = last.name if last and cue("bare_verb").match(named.name) else named.name
    for rank, amount in enumerate(sentence.amounts[index:index + size]):
        sentence.add(Found(amount, "value", name, named.population, named.begin, named.end, grouped=True,
                           rank=size - rank))
    return bool(name)


def _tiers(sentence: Sentence, index: int, size: int) -> list[str] | None:
    amount = sentence.amounts[index]
    return tiers_before(sentence.text[sentence.start:amount.outer], size) if amount.kind == "money" else None


def _sign(sentence: Sentence, index: int, first: Change) -> int:
    own = change_before(sentence.gap(index))
    return own.sign if own else first.sign


def signed(amount: Amount, sign: int) -> str:
    """A rate of change in percent, negative for a fall: 增长1.2倍 is 120, 下降六成 is -60."""
    number = Decimal(amount.base_value) * (100 if amount.kind == "multiple" else 1)
    return plain(-abs(number) if sign < 0 else number)
