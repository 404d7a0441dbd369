"""Short forms made by leaving characters out: 科技局 for 慈溪市科学技术局."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.store.names import Entry, fold
from graph.store.terms import ID

__all__ = ["shortened"]


def shortened(entries: Iterable[Entry], text: str, kinds: frozenset[str]) -> list[Entry]:
    """Things whose name yields ``text`` when characters are left out; of several, those the lexicon knows by it.

    >>> body = Entry("x", "Agency", "慈溪市科学技术局")
    >>> [entry.label for entry in shortened([body], "科技局", frozenset({"Agency"}))]
    ['慈溪市科学技术局']
    """
    typed = fold(text.replace(" ", ""))
    if len(typed) < 2 or typed.isascii():
        return []
    found = [entry for entry in entries if entry.kind in kinds and entry.kind != "Measure"
             and any(_omits(fold(name), typed) for name in (entry.label, *entry.names))]
    known = [entry for entry in found if len(found) > 1 and _is_known_as(entry, typed)]
    return known or found


def _is_known_as(entry: Entry, short: str) -> bool:
    """Whether a body of the entry's area goes by ``short`` (科技局 is 科学技术局, not 科技工业和信息化局)."""
    from graph.lexicon import load

    parts = entry.iri.removeprefix(ID).split("/")
    return len(parts) == 3 and entry.label in load().expand_departments(short, parts[1])


def _omits(name: str, short: str) -> bool:
    """Whether ``short`` is ``name`` with characters left out, both ending alike; a number is never a part of another.

    >>> _omits("慈溪市科学技术局", "科技局"), _omits("慈溪市科学技术局", "局科"), _omits("慈科建12号", "慈科建2号")
    (True, False, False)
    """
    rest = iter(name)
    numbers = set(re.findall(r"\d+", short))
    return name[-1:] == short[-1:] and numbers.issubset(re.findall(r"\d+", name)) and all(c in rest for c in short)
