"""The table from data file to the function that tries its examples, open to every stage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from graph.lexicon.book import Lexicon
from graph.lexicon.tables import values

__all__ = ["TESTERS", "Tester", "Trial", "examples_of", "tester"]


class Trial(NamedTuple):
    """One example tried: ``wanted`` says whether ``row`` of ``file`` should take it, ``passed`` whether it is so."""

    file: str
    row: str
    example: str
    wanted: bool
    passed: bool
    got: str = ""


Tester = Callable[[Lexicon], Iterator[Trial]]
TESTERS: dict[str, Tester] = {}


def examples_of(row: dict[str, str]) -> Iterator[tuple[str, bool]]:
    """The examples of a row, which it should take, then its counter-examples, which it should not.

    >>> list(examples_of({"examples": "副市长|市长", "counter": "市场"}))
    [('副市长', True), ('市长', True), ('市场', False)]
    """
    yield from ((text, True) for text in values(row.get("examples") or row.get("example") or ""))
    yield from ((text, False) for text in values(row.get("counter", "")))


def tester(file: str) -> Callable[[Tester], Tester]:
    """Register the decorated function as the tester of ``file``."""

    def register(function: Tester) -> Tester:
        TESTERS[file] = function
        return function

    return register
