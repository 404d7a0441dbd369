"""Numbers → indicators: what is counted, of whom, when, as fact or promise, each with its witness.

The order of the work: :mod:`context` cuts the text into blocks and knows the periods, :mod:`reading` says what the
numbers of a sentence are (with :mod:`naming` and :mod:`groups`), :mod:`kinds` sorts them, :mod:`stocks` tells stocks
from flows, :mod:`witness` quotes them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

import graph.relate.indicators.trials  # noqa: F401  # registers the tester of stocks.csv
from graph.find.numbers import find_amounts
from graph.model import Document, Indicator
from graph.relate.indicators.blocks import Block
from graph.relate.indicators.case import Case, last_year
from graph.relate.indicators.context import Scene, scene
from graph.relate.indicators.found import Found
from graph.relate.indicators.grid import Cell, Grid
from graph.relate.indicators.kinds import counts, kind_of, worth_stating
from graph.relate.indicators.lists import row_label
from graph.relate.indicators.offers import beneficiary, reached
from graph.relate.indicators.reading import read_sentence
from graph.relate.indicators.statement import to_indicator
from graph.relate.indicators.stocks import counted_as
from graph.relate.indicators.witness import CLOSE, CUT, evidence

__all__ = ["find_indicators"]

REACH = 300  # characters over which words bear on a number: a sentence without end must not cost its square


def find_indicators(document: Document) -> tuple[Indicator, ...]:
    """Every number of the body that counts something, in the order of the text.

    >>> from graph.read import read_text
    >>> document = read_text("2024年，实现营收949亿元，同比增长11.4%。")
    >>> [(i.name, i.value, i.unit, i.time, i.change) for i in find_indicators(document)]
    [('营收', '949', '亿元', '2024', '11.4')]
    """
    view = scene(document)
    amounts = find_amounts(view.text)
    starts = [amount.start for amount in amounts]
    seen, grid = Counter[str](), Grid(view.year)
    out: list[Indicator] = []
    for block in view.blocks:
        found: list[Found] = []
        out.extend(_tabled(view, block, grid.read(view.text, block.start, block.end), seen))
        for start, end in block.sentences(view.text):
            inside = [amount for amount in amounts[bisect_left(starts, start):bisect_left(starts, end)]
                      if counts(view.text, amount)]
            if inside:
                found = read_sentence(view.text, start, end, inside, found)
                out.extend(_indicators(view, block, start, end, found, seen))
    return tuple(out)


def _indicators(view: Scene, block: Block, start: int, end: int, read: list[Found],
                seen: Counter[str]) -> Iterator[Indicator]:
    last = ""
    for found in read:
        time, when = view.time_at(block, start, found.amount.start, found.rank)
        case = _case(view, block, start, end, found, time, when is not None and when[0] >= start)
        if not worth_stating(case):
            continue
        last = kind = _kind(case, last)
        if kind == "support" and not found.population:
            found.population = beneficiary(case)
        found.population = found.population or row_label(view.text, start, end, found.amount.start)
        if kind == "condition" and not found.amount.comparator and reached(case):
            found.amount = replace(found.amount, comparator=">=")
        if not _reaches(kind, case) or (kind == "target" and when is None):
            aimed = kind == "target" and (view.deadline(found.amount.tail) or view.aim_at(found.amount.start))
            time, when = aimed or ("", None)
        witness = evidence(view.document, start, found, when)
        yield to_indicator(view.document, found, kind, time, witness, seen, counted_as(case, kind))


def _tabled(view: Scene, block: Block, cells: Iterable[Cell], seen: Counter[str]) -> Iterator[Indicator]:
    for found, column in cells:
        case = _case(view, block, block.start, block.end, found, column.time, dated=bool(column.time))
        witness = evidence(view.document, block.start, found, column.place)
        kind = "target" if column.aimed else kind_of(case)
        time = column.time or view.default
        yield to_indicator(view.document, found, kind, time, witness, seen, counted_as(case, kind))


def _kind(case: Case, last: str) -> str:
    """累计建成A 3家、B 5家: the word counts for the whole list."""
    kind = kind_of(case)
    return last if kind == "actual" and last == "cumulative" and case.lead.startswith("、") else kind


def _reaches(kind: str, case: Case) -> bool:
    """A promise does not hold for a year that was over, nor an inherited deadline for a fact, nor any for an offer."""
    if kind in ("support", "condition"):
        return case.dated
    if case.ends is None or case.year is None or case.dated:
        return True
    return case.ends >= case.year if kind == "target" else case.ends <= case.year


def _case(view: Scene, block: Block, start: int, end: int, found: Found, time: str, dated: bool) -> Case:
    text, amount = view.text, found.amount
    start = max(start, amount.outer - REACH)
    left = text[start:amount.outer]
    cut = max((met.end() for met in CUT.finditer(left)), default=0)
    stop = CLOSE.search(text, amount.tail, end)
    return Case(found, left=left, lead=text[min(found.begin, amount.outer):amount.outer],
                clause=text[start + cut:stop.start() if stop else end], bounds=text[amount.outer:amount.tail],
                rest=text[amount.tail:end], onward=text[found.onward or amount.tail:end],
                headings=view.headings(block), genre=view.document.header.genre, ends=last_year(time),
                dated=dated, year=view.year)
