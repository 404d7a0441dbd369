"""One sentence with its amounts → what each amount is: a value, a change of the value before it, a growth, a difference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.find.numbers import Amount
from graph.find.numbers.numerals import plain
from graph.relate.indicators.cues import Change, change_before, heads, parts
from graph.relate.indicators.naming import items_before, label, tiers_before

__all__ = ["Found", "read_sentence"]

JOINT = re.compile(r"\s*[、,，和与及以]*\s*(?:同比|比上年)?(?:增长|下降|上升|提高|减少|增加|上涨|降低)?\s*")
LEVEL = re.compile(r"\s*[,，]?(?:提高|增加|上升|提升|调整|下降|降低|减少|扩大|增长|压缩)(?:到|至|为)\s*")
APART = re.compile("分别|依次|各为")
RATIO = re.compile(r"[\s,，]*(?:占|[与和同][^,，]{2,24}(?:之比|比)(?:例)?(?:为|是|达到?)?\s*$)")
LISTED = re.compile(r"\s*[、和或及与至]?\s*")
STOPS = frozenset(",，、;；。")
RATES = {"share", "multiple"}


@dataclass(slots=True)
class Found:
    """An amount with its meaning.  ``role`` is value, growth, difference or share; ``begin`` to ``end`` is the text that
    gives name and number; ``sources`` are places a name was inherited from."""

    amount: Amount
    role: str
    name: str
    population: str
    begin: int
    end: int
    value: str = ""
    change: str = ""
    verb: str = ""
    stem: str = ""
    grouped: bool = False
    onward: int = 0
    sources: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class _State:
    text: str
    start: int
    end: int
    amounts: Sequence[Amount]
    found: list[Found] = field(default_factory=list)
    values: list[Found] = field(default_factory=list)

    def gap_start(self, index: int) -> int:
        """Where the words that may belong to an amount begin: after the number before it and the noun that one took."""
        if not index:
            return self.start
        last, taken = self.amounts[index - 1], self.found[-1] if self.found else None
        taken_to = taken.end if taken and taken.amount is last and self.text[taken.end:taken.end + 1] in STOPS else 0
        return max(last.tail, min(taken_to, self.amounts[index].outer))

    def gap(self, index: int) -> str:
        return self.text[self.gap_start(index):self.amounts[index].outer]

    def limit(self, index: int) -> int:
        """Where the words after an amount must end: at the next number that is not the other end of its range."""
        while index + 1 < len(self.amounts) and self.amounts[index + 1].end == self.amounts[index].end:
            index += 1
        return self.amounts[index + 1].outer if index + 1 < len(self.amounts) else self.end


def read_sentence(text: str, start: int, end: int, amounts: Sequence[Amount]) -> list[Found]:
    """The indicators that the ``amounts`` of ``text[start:end]`` make, in order."""
    state = _State(text, start, end, amounts)
    index = 0
    while index < len(amounts):
        if re.search("[;；]", state.gap(index)):
            state.values.clear()
        if index and state.found and _same_range(state, index):
            state.found.append(replace(state.found[-1], amount=amounts[index]))
            index += 1
            continue
        size = _group_size(state, index)
        if size > 1 and _read_group(state, index, size):
            index += size
            continue
        _read_one(state, index)
        index += 1
    _read_chains(state)
    return state.found


def _read_chains(state: _State) -> None:
    """Numbers listed after one another share what follows the last, and the comparator before the first."""
    for found, follower in zip(reversed(state.found[:-1]), reversed(state.found[1:]), strict=True):
        between = state.text[found.amount.tail:follower.amount.outer]
        if LISTED.fullmatch(between) and found.amount.base_unit == follower.amount.base_unit:
            follower.onward = follower.onward or follower.amount.tail
            found.onward = follower.onward
    sign = ""
    for found, follower in zip(state.found, state.found[1:], strict=False):
        if not found.onward or found.onward < follower.amount.tail or found.amount.kind != "money":
            sign = ""
        elif found.amount.comparator and found.amount.outer < found.amount.start:
            sign = found.amount.comparator
        if sign and not follower.amount.comparator:
            follower.amount = replace(follower.amount, comparator=sign)


def _same_range(state: _State, index: int) -> bool:
    """The upper end of 2—3个 means what the lower end means."""
    low = state.amounts[index - 1]
    return low.end == state.amounts[index].end and state.found[-1].amount is low


def _group_size(state: _State, index: int) -> int:
    """How many amounts from ``index`` on answer one 分别."""
    gap = state.gap(index)
    if not APART.search(gap) and not (LEVEL.fullmatch(gap) and state.found and state.found[-1].grouped):
        return 1
    size = 1
    while index + size < len(state.amounts) and JOINT.fullmatch(state.gap(index + size)):
        size += 1
    return size


def _read_group(state: _State, index: int, size: int) -> bool:
    group, gap = state.amounts[index:index + size], state.gap(index)
    apart = APART.search(gap)
    if not apart:
        return _read_levels(state, group)
    ahead = gap[:apart.start()]
    clauses = re.split("[:：;；。]", re.sub(r"[(（][^()（）]*[)）]", "", ahead))
    change = change_before(gap) if group[0].kind in RATES else None
    names = items_before(re.split("[,，]", clauses[-1].rstrip(",， "))[-1], size) or items_before(clauses[-1], size)
    if group[0].kind == "multiple" and not change and len(state.values) >= size:
        names = [found.name for found in state.values[-size:]]
    if change and not names and len(state.values) >= size:
        for found, (offset, amount) in zip(state.values[-size:], enumerate(group), strict=True):
            found.change = found.change or _signed(amount, _sign(state, index + offset, change))
            found.end = max(found.end, amount.tail)
        return True
    if not names:
        return not change and _read_tiers(state, index, size)
    begin = state.gap_start(index) + len(ahead) - len(ahead.lstrip(",，;；:：、 "))
    for offset, (name, amount) in enumerate(zip(names, group, strict=True)):
        role, value = ("growth", _signed(amount, _sign(state, index + offset, change))) if change else ("value", "")
        verb = change.verb if change else ""
        _add(state, Found(amount, role, name, "", begin, group[-1].tail, value, verb=verb, grouped=True))
    return True


def _read_levels(state: _State, group: Sequence[Amount]) -> bool:
    """分别由650元、480元提高到700元、520元: the second list keeps the names of the first."""
    before = state.found[-len(group):]
    for found, amount in zip(before, group, strict=False):
        _add(state, replace(found, amount=amount, end=group[-1].tail, sources=[(found.begin, found.end)]))
    return len(before) == len(group)


def _read_tiers(state: _State, index: int, size: int) -> bool:
    """分别给予80万元、30万元 to 国家级、省级: one name, the levels as populations."""
    tiers = tiers_before(state.text[state.start:state.amounts[index].outer], size)
    if not tiers and state.amounts[index].kind != "money":
        return False
    last = index + size - 1
    named = label(state.text, state.gap_start(index), state.amounts[index], state.limit(index))
    tail = label(state.text, state.gap_start(last), state.amounts[last], state.limit(last))
    for tier, amount in zip(tiers or [named.name] * size, state.amounts[index:index + size], strict=True):
        _add(state, Found(amount, "value", tail.name or named.name, tier, named.begin, tail.end, grouped=True))
    return True


def _sign(state: _State, index: int, first: Change) -> int:
    own = change_before(state.gap(index))
    return own.sign if own else first.sign


def _signed(amount: Amount, sign: int) -> str:
    number = abs(amount.number) if amount.number < 0 and sign < 0 else amount.number
    return plain(number * sign * (100 if amount.kind == "multiple" else 1))


def _read_one(state: _State, index: int) -> None:
    amount, gap = state.amounts[index], state.gap(index)
    change = change_before(gap, amount.number < 0)
    if change and amount.kind in RATES and amount.unit != "‰":
        _read_rate(state, index, change)
    elif change and _is_difference(state, amount, change):
        _read_difference(state, index, change)
    else:
        _read_value(state, index)


def _is_difference(state: _State, amount: Amount, change: Change) -> bool:
    if change.rest or not state.values:
        return change.based and bool(change.rest)
    return change.based or amount.kind == "point" or state.values[-1].amount.base_unit == amount.base_unit


def _read_rate(state: _State, index: int, change: Change) -> None:
    """A rate of change belongs to the value before it, unless words of its own name something else."""
    amount = state.amounts[index]
    last = state.values[-1] if state.values else None
    bound = amount.comparator in ("<=", ">=", "<")
    if not change.rest and last and not last.change and not bound:
        last.change, last.end = _signed(amount, change.sign), amount.tail
        return
    named = label(state.text, state.gap_start(index), amount, state.limit(index))
    name = change.rest
    if name and not heads().search(name) and (head := _head_of_growth(state)):
        name += head
    inherited = not name and bool(state.found)
    source = state.found[-1] if inherited else None
    value = _signed(amount, change.sign) if amount.kind == "share" else amount.value
    _add(state, Found(amount, "growth", name or (source.name if source else named.name), "", named.begin,
                      amount.tail, value, verb=change.verb, sources=[(source.begin, source.end)] if source else []))


def _head_of_growth(state: _State) -> str:
    """股份制企业增长6% after 国有控股企业增加值增长4%: the head carries on."""
    if state.found and state.found[-1].role == "growth" and (head := heads().search(state.found[-1].name)):
        return head[0]
    return ""


def _read_difference(state: _State, index: int, change: Change) -> None:
    amount, begin = state.amounts[index], state.gap_start(index)
    if change.rest:
        _add(state, Found(amount, "difference", change.rest + change.verb, "", begin, amount.tail, stem=change.rest))
        return
    base = _base_of(state, amount)
    _add(state, Found(amount, "difference", base.name + change.verb, base.population, begin, amount.tail, stem=base.name,
                      sources=[(base.begin, base.end)]))


def _base_of(state: _State, amount: Amount) -> Found:
    """What a difference is about: percentage points belong to the last rate, anything else to the last value."""
    rates = [found for found in state.found if found.amount.kind == "share" and found.role != "growth"]
    return rates[-1] if amount.kind == "point" and rates else state.values[-1]


def _read_value(state: _State, index: int) -> None:
    amount = state.amounts[index]
    named = label(state.text, state.gap_start(index), amount, state.limit(index))
    last = state.found[-1] if state.found else None
    share = amount.kind == "share" and last is not None and bool(RATIO.match(state.text[named.begin:amount.outer]))
    found = Found(amount, "share" if share else "value", named.name, named.population, named.begin, named.end)
    if last and (share or not named.name or named.name in parts()):
        _inherit(found, last, state.gap(index))
    elif last and state.values and "其中" in state.gap(index):
        _share_head(found, state.values[-1])
    _add(state, found)


def _inherit(found: Found, last: Found, gap: str) -> None:
    """占…比重, 累计462家, 其中城镇28%: the words before the number add to what was named before it; a bound
    that was raised (上限由100万元提高到200万元) stays a bound."""
    if not found.amount.comparator and re.search("[到至为]$", gap) and last.amount.base_unit == found.amount.base_unit:
        found.amount = replace(found.amount, comparator=last.amount.comparator)
    if found.name in parts():
        found.name, found.population = last.stem or last.name, found.name
    else:
        found.name, found.population = (last.stem or last.name) + found.name, found.population or last.population
    found.sources.append((last.begin, last.end))


def _share_head(found: Found, last: Found) -> None:
    """企业利润26亿元,其中国有企业12亿元: the same quantity of a part."""
    head = heads().search(last.name)
    if head and last.amount.base_unit == found.amount.base_unit and not heads().search(found.name):
        found.name += head[0]


def _add(state: _State, found: Found) -> None:
    state.found.append(found)
    if found.role == "value":
        state.values.append(found)


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a block; a full stop, not a semicolon, ends one."""
    for match in re.finditer(r"[^。！？!?\n]+[。！？!?]*[”’」]?", text[start:end]):
        yield start + match.start(), start + match.end()


__all__ += ["sentences"]