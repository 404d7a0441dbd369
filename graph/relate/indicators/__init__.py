"""Numbers → indicators: what is counted, of whom, when, as fact or promise, each with its witness."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from graph.find.numbers import Amount, find_amounts
from graph.model import Document, Evidence, Indicator
from graph.relate.indicators.context import Block, Scene, scene
from graph.relate.indicators.kinds import Case, beneficiary, kind_of, last_year, worth_stating
from graph.relate.indicators.reading import Found, read_sentence, sentences

__all__ = ["find_indicators"]

WIDEST = 100
CLOSE = re.compile(r"[,，。;；\n！!？?]")


def find_indicators(document: Document) -> tuple[Indicator, ...]:
    """Every number of the body that counts something, in the order of the text.

    >>> from graph.read import read_text
    >>> [(i.name, i.value, i.unit, i.change) for i in find_indicators(read_text("2024年，实现营收949亿元，同比增长11.4%。"))]
    [('营收', '949', '亿元', '11.4')]
    """
    view = scene(document)
    amounts = find_amounts(view.text)
    starts = [amount.start for amount in amounts]
    seen: Counter[str] = Counter()
    out: list[Indicator] = []
    for block in view.blocks:
        for start, end in sentences(view.text, block.start, block.end):
            inside = amounts[bisect_left(starts, start):bisect_left(starts, end)]
            if inside:
                out.extend(_indicators(view, block, start, end, inside, seen))
    return tuple(out)


def _indicators(view: Scene, block: Block, start: int, end: int, amounts: tuple[Amount, ...],
                seen: Counter[str]) -> Iterator[Indicator]:
    last = ""
    for found in read_sentence(view.text, start, end, amounts):
        time, place = _time(view, block, start, found)
        case = _case(view, block, start, end, found, time, place is not None and place[0] >= start)
        if not worth_stating(case):
            continue
        kind = kind_of(case)
        if kind == "actual" and last == "cumulative" and case.lead.startswith("、"):
            kind = last
        last = kind
        if kind == "support" and not found.population:
            found.population = beneficiary(case)
        if not _reaches(kind, time, case.dated, view.year):
            time, place = "", None
        yield _indicator(view, found, kind, time, _evidence(view.document, start, found, place), seen)


def _reaches(kind: str, time: str, dated: bool, year: int | None) -> bool:
    """A promise does not hold for a year that was over, nor an inherited deadline for a fact."""
    last = last_year(time)
    if last is None or year is None or dated:
        return True
    return last >= year if kind == "target" else last <= year


def _time(view: Scene, block: Block, start: int, found: Found) -> tuple[str, tuple[int, int] | None]:
    """The period that holds at a number: of its sentence, else of the paragraph so far, else of a heading, else the document's."""
    at = found.amount.start
    if period := view.period_before(start, at, near=True):
        return period.iso, (period.start, period.end)
    for begin, end in [(block.carry, start), *((span.start, span.end) for span in block.headings)]:
        if period := view.period_before(begin, end):
            return period.iso, (period.start, period.end)
    return view.default, None


def _case(view: Scene, block: Block, start: int, end: int, found: Found, time: str, dated: bool) -> Case:
    text, amount = view.text, found.amount
    cut = max(text.rfind(c, start, amount.outer) for c in ",，;；")
    stop = CLOSE.search(text, amount.tail, end)
    clause = text[max(start, cut + 1):stop.start() if stop else end]
    lead = text[min(found.begin, amount.outer):amount.outer]
    return Case(found, text[start:amount.outer], lead, clause, text[amount.tail:end], text[amount.outer:amount.tail], text[found.onward or amount.tail:end],
                tuple(view.headings(block)), view.document.header.genre, time, dated, view.year)


def _evidence(document: Document, start: int, found: Found, place: tuple[int, int] | None) -> tuple[Evidence, ...]:
    """The words that hold name and number, wide enough to be understood; then where year and name were inherited from."""
    text = document.folded
    stop = CLOSE.search(text, max(found.end, found.amount.tail))
    end = stop.start() if stop else len(text)
    begin = _widen(text, start, min(found.begin, found.amount.outer), end)
    spans = [(begin, end), *found.sources, *([place] if place else [])]
    kept = [spans[0], *(span for span in dict.fromkeys(spans[1:]) if not begin <= span[0] < span[1] <= end)]
    return tuple(document.evidence(*_tight(text, *span)) for span in kept)


def _widen(text: str, start: int, begin: int, end: int) -> int:
    """As many whole clauses of the sentence as fit, so that a subject said earlier is in the quote."""
    while begin > start and end - begin < WIDEST:
        cut = max(text.rfind(c, start, begin - 1) for c in ",，;；")
        if text[begin - 1] in ";；":
            break
        if end - max(cut + 1, start) > WIDEST and begin < end:
            break
        begin = max(cut + 1, start)
    return begin


def _tight(text: str, begin: int, end: int) -> tuple[int, int]:
    while begin < end - 1 and text[begin] in " \n\t、,，;；。":
        begin += 1
    return begin, end


def _indicator(view: Scene, found: Found, kind: str, time: str, evidence: tuple[Evidence, ...],
               seen: Counter[str]) -> Indicator:
    amount, document = found.amount, view.document
    rate = found.role == "growth" and kind == "growth"
    value = found.value if rate else amount.value
    name = found.name + (found.verb if found.role == "growth" and not rate else "")
    key = "|".join((name, found.population, value, amount.unit, time, kind))
    seen[key] += 1
    digest = hashlib.sha256(f"{key}|{seen[key]}".encode()).hexdigest()[:10]
    quoted = re.findall("“([^”]+)”", found.name)
    base = value if rate else amount.base_value
    return Indicator(f"n/{digest}", name, value, amount.unit, evidence, population=found.population, time=time,
                     change=found.change, comparator=amount.comparator, kind=kind, base_value=base,
                     base_unit=amount.base_unit, area=_area(found.population), about=quoted[0] if len(quoted) == 1 else "",
                     rule=_rule(found), confidence=_confidence(found))


def _area(population: str) -> str:
    return population if re.match("全|我|本|你", population) else ""


def _rule(found: Found) -> str:
    return f"number/{'group' if found.grouped else found.role}{'/inherited' if found.sources else ''}"


def _confidence(found: Found) -> float:
    return 0.95 - 0.1 * bool(found.sources) - 0.1 * found.amount.spelt - 0.1 * (not found.name)

