"""The table from data file to the function that tries its examples, open to every stage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from graph.lexicon.book import Lexicon

__all__ = ["TESTERS", "Tester", "Trial", "tester"]


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


def tester(file: str) -> Callable[[Tester], Tester]:
    """Register the decorated function as the tester of ``file``."""

    def register(function: Tester) -> Tester:
        TESTERS[file] = function
        return function

    return register
