"""What passes between the readers of one sentence: the sentence with its amounts, and what was made of them so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.find.numbers import Amount

__all__ = ["RATES", "Found", "Sentence", "aside"]

RATES = frozenset({"share", "multiple"})
STOPS = frozenset(",，、;；。和与及以并")


@dataclass(slots=True)
class Found:
    """An amount with its meaning.

    ``role`` is value, growth, difference or share.  ``begin`` to ``end`` is the text that gives name and number,
    ``sources`` are places a name was inherited from.  ``value`` is the signed rate of a growth, ``verb`` its verb,
    ``stem`` the name without that verb; ``onward`` is where the numbers listed with this one end, ``rank``
    its place in such a list counted from the end.
    """

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
    rank: int = 0
    sources: list[tuple[int, int]] = field(default_factory=list)

    @property
    def place(self) -> tuple[int, int]:
        return self.begin, self.end


@dataclass(slots=True)
class Sentence:
    """``text[start:end]`` with its ``amounts``; ``found`` grows as they are read.

    ``values`` are those that a change may belong to, ``prior`` is the last reading of the sentence before, ``inner``
    the last bracket with numbers that was closed: what follows it speaks of what stood before it.
    """

    text: str
    start: int
    end: int
    amounts: Sequence[Amount]
    found: list[Found] = field(default_factory=list)
    values: list[Found] = field(default_factory=list)
    prior: Found | None = None
    inner: tuple[int, int] = (0, 0)
    _begin: tuple[int, int, int] = (-1, 0, 0)

    def gap_start(self, index: int) -> int:
        """Where the words that may belong to an amount begin: after the number before it and the noun that one took."""
        if self._begin[:2] != (index, len(self.found)):
            self._begin = index, len(self.found), self._gap_start(index) if index else self.start
        return self._begin[2]

    def _gap_start(self, index: int) -> int:
        last, taken = self.amounts[index - 1], self.found[-1] if self.found else None
        taken_to = taken.end if taken and taken.amount is last and self.text[taken.end:taken.end + 1] in STOPS else 0
        return max(last.tail, min(taken_to, self.amounts[index].outer), self.inner[1])

    def leave_bracket(self, index: int) -> None:
        """Forget the values in a bracket that closes before the amount at ``index``, if there are any before it."""
        before = self.amounts[index - 1].tail if index else self.start
        close = _closes(self.text, before, self.amounts[index].outer)
        if not close:
            return
        opened = _opens(self.text, self.start, before)
        if outside := [found for found in self.values if found.amount.start < opened]:
            self.values, self.inner = outside, (opened, close)

    def gap(self, index: int) -> str:
        return self.text[self.gap_start(index):self.amounts[index].outer]

    def limit(self, index: int) -> int:
        """Where the words after an amount must end: at the next number that is not the other end of its range."""
        while index + 1 < len(self.amounts) and self.amounts[index + 1].end == self.amounts[index].end:
            index += 1
        return self.amounts[index + 1].outer if index + 1 < len(self.amounts) else self.end

    def last(self) -> Found | None:
        opened, close = self.inner
        outside = (found for found in reversed(self.found) if not opened < found.amount.start < close)
        return next(outside, self.prior)

    def add(self, found: Found) -> None:
        self.found.append(found)
        if found.role == "value":
            self.values.append(found)


def _closes(text: str, start: int, end: int) -> int:
    """Where a bracket that was open at ``start`` has closed, 0 if none closes before ``end``."""
    close = min((at for mark in ")）" if (at := text.find(mark, start, end)) >= 0), default=-1)
    return close + 1 if close >= 0 and not aside(text[start:close]) else 0


def _opens(text: str, start: int, end: int) -> int:
    return max(text.rfind("(", start, end), text.rfind("（", start, end))


def aside(left: str) -> bool:
    """Inside a bracket that has not closed: 企业(年度研发经费超过200万元,…)."""
    return max(left.rfind("("), left.rfind("（")) > max(left.rfind(")"), left.rfind("）"))
