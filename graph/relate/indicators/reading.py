"""One sentence with its amounts → what each amount is: a value, a change of the value before it, a growth, a difference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.find.numbers import Amount
from graph.find.numbers.numerals import plain
from graph.relate.indicators.cues import Change, change_before, heads, parts
from graph.relate.indicators.naming import items_before, label, tiers_before

__all__ = ["Found", "read_sentence"]

JOINT = re.compile(r"\s*[、,，和与及以]*\s*(?:同比|比上年)?(?:增长|下降|上升|提高|减少|增加|上涨|降低)?(?:到|为)?\s*")
APART = re.compile("分别|依次|各为")
RATIO = re.compile(r"[\s,，]*(?:占|[与和同][^,，]{2,24}(?:之比|比)(?:例)?(?:为|是|达到?)?\s*$)")
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
    grouped: bool = False
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
        return self.amounts[index - 1].tail if index else self.start

    def gap(self, index: int) -> str:
        return self.text[self.gap_start(index):self.amounts[index].outer]

    def limit(self, index: int) -> int:
        return self.amounts[index + 1].outer if index + 1 < len(self.amounts) else self.end


def read_sentence(text: str, start: int, end: int, amounts: Sequence[Amount]) -> list[Found]:
    """The indicators that the ``amounts`` of ``text[start:end]`` make, in order."""
    state = _State(text, start, end, amounts)
    index = 0
    while index < len(amounts):
        if re.search("[;；]", state.gap(index)):
            state.values.clear()
        size = _group_size(state, index)
        if size > 1 and _read_group(state, index, size):
            index += size
            continue
        _read_one(state, index)
        index += 1
    return state.found


def _group_size(state: _State, index: int) -> int:
    """How many amounts from ``index`` on answer one 分别."""
    if not APART.search(state.gap(index)):
        return 1
    size = 1
    while index + size < len(state.amounts) and JOINT.fullmatch(state.gap(index + size)):
        size += 1
    return size


def _read_group(state: _State, index: int, size: int) -> bool:
    group, gap = state.amounts[index:index + size], state.gap(index)
    ahead = gap[:APART.search(gap).start()]  # type: ignore[union-attr]
    clauses = re.split("[:：;；。]", re.sub(r"[(（][^()（）]*[)）]", "", ahead))
    change = change_before(gap) if group[0].kind in RATES else None
    names = items_before(clauses[-1], size) or items_before(re.split("[,，]", clauses[-1])[-1], size)
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


def _read_tiers(state: _State, index: int, size: int) -> bool:
    """分别给予80万元、30万元 to 国家级、省级: one name, the levels as populations."""
    tiers = tiers_before(state.text[state.start:state.amounts[index].outer], size)
    if not tiers:
        return False
    last = index + size - 1
    named = label(state.text, state.gap_start(index), state.amounts[index], state.limit(index))
    tail = label(state.text, state.gap_start(last), state.amounts[last], state.limit(last))
    for tier, amount in zip(tiers, state.amounts[index:index + size], strict=True):
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
    elif change and not change.rest and state.values and (change.based or amount.kind == "point" or _same(state, amount)):
        _read_difference(state, index, change)
    else:
        _read_value(state, index)


def _same(state: _State, amount: Amount) -> bool:
    return state.values[-1].amount.base_unit == amount.base_unit


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
    _add(state, Found(amount, "growth", name or (source.name if source else named.name), named.population, named.begin,
                      amount.tail, value, verb=change.verb, sources=[(source.begin, source.end)] if source else []))


def _head_of_growth(state: _State) -> str:
    """股份制企业增长6% after 国有控股企业增加值增长4%: the head carries on."""
    if state.found and state.found[-1].role == "growth" and (head := heads().search(state.found[-1].name)):
        return head[0]
    return ""


def _read_difference(state: _State, index: int, change: Change) -> None:
    amount, base = state.amounts[index], _base_of(state, state.amounts[index])
    _add(state, Found(amount, "difference", base.name + change.verb, base.population, state.gap_start(index), amount.tail,
                      sources=[(base.begin, base.end)]), value=False)


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
        _inherit(found, last)
    elif last and state.values and "其中" in state.gap(index):
        _share_head(found, state.values[-1])
    _add(state, found, value=not share)


def _inherit(found: Found, last: Found) -> None:
    """占…比重, 累计462家, 其中城镇28%: the words before the number add to what was named before it."""
    if found.name in parts():
        found.name, found.population = last.name, found.name
    else:
        found.name, found.population = last.name + found.name, found.population or last.population
    found.sources.append((last.begin, last.end))


def _share_head(found: Found, last: Found) -> None:
    """企业利润26亿元,其中国有企业12亿元: the same quantity of a part."""
    head = heads().search(last.name)
    if head and last.amount.base_unit == found.amount.base_unit and not heads().search(found.name):
        found.name += head[0]


def _add(state: _State, found: Found, value: bool = True) -> None:
    state.found.append(found)
    if value and found.role == "value":
        state.values.append(found)


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a block; a full stop, not a semicolon, ends one."""
    for match in re.finditer(r"[^。！？!?\n]+[。！？!?]*[”’」]?", text[start:end]):
        yield start + match.start(), start + match.end()


__all__ += ["sentences"]