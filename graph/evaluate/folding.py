"""Words as the comparison sees them: one width, no spaces, no quotation marks, one dash.

Annotators and extractors write the same name in many ways（慈溪·出海 e 站通, “慈溪·出海e站通”）; a score
must depend on the words alone.  The fold is the one FORMAT prescribes, so it is stricter than
:func:`graph.read.fold`, which keeps the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

__all__ = ["Item", "fold_words", "folded", "names_of", "number"]

#: An entry of a gold file or of an answer: plain data, read from YAML or JSON.
Item = Mapping[str, Any]

_DASHES = re.compile("[—–―‐-]+")
_MARKS = frozenset("“”\"'‘’《》〈〉「」『』()[]【】〔〕·•")


def fold_words(text: object) -> str:
    """The words of ``text`` in the form in which names are compared.

    >>> fold_words("《慈溪·出海 ｅ 站通（2023—2025）》")
    '慈溪出海e站通2023-2025'
    """
    return _fold(str(text))


@lru_cache(maxsize=1 << 16)
def _fold(text: str) -> str:
    dashed = _DASHES.sub("-", unicodedata.normalize("NFKC", text))
    return "".join(c for c in dashed if not c.isspace() and c not in _MARKS).lower()


def names_of(item: Item) -> frozenset[str]:
    """Every folded name of an entity, of gold (``names``) or of an answer (``name``, ``aliases``).

    >>> sorted(names_of({"name": "东海钢铁（集团）有限公司", "aliases": ["东钢"]}))
    ['东海钢铁集团有限公司', '东钢']
    """
    return folded([item.get("name"), *item.get("names", ()), *item.get("aliases", ())])


def folded(names: Iterable[object]) -> frozenset[str]:
    """The folded forms of those ``names`` that say something."""
    return frozenset(fold_words(name) for name in names if name)


def number(value: object) -> float | None:
    """``value`` as a number, or nothing where it is none.

    >>> number("1,438"), number("约三成")
    (1438.0, None)
    """
    try:
        return float(str(value).replace(",", ""))
    except ValueError:
        return None
