"""The words of the interface: column headings, codes and sentences, Chinese first, English for ``--lang en``.

Codes stay codes inside the program and in JSON; people read words.
"""

from __future__ import annotations

from collections.abc import Iterable

from graph.words.codes import CODES
from graph.words.columns import COLUMNS
from graph.words.sentences import SENTENCES

__all__ = ["CODES", "COLUMNS", "SENTENCES", "any_code", "apart", "code", "heading", "noted", "sentence"]

_NAMED = {pair[0]: pair for pair in reversed(COLUMNS.values())}  # of two with one name the first holds


def sentence(key: str, lang: str = "zh") -> str:
    return SENTENCES[key][lang == "en"]


def heading(key: str, lang: str = "zh") -> str:
    """The heading of a column, which a query may call by its Chinese one; a key without one is its own.

    >>> heading("owner"), heading("owner", "en"), heading("谁", "en"), heading("x")
    ('谁', 'who', 'who', 'x')
    """
    pair = COLUMNS.get(key) or _NAMED.get(key)
    return pair[lang == "en"] if pair else key


def code(table: str, word: str, lang: str = "zh") -> str:
    """The word for a code; a code without one stands for itself.

    >>> code("role", "lead"), code("role", "观摩")
    ('牵头', '观摩')
    """
    pair = CODES[table].get(word) if table else None
    return pair[lang == "en"] if pair else word


def any_code(word: str, lang: str = "zh") -> str:
    """The word for a code of any table, in the order of the tables.

    >>> any_code("stated"), any_code("Agency"), any_code("x")
    ('明示', '机构', 'x')
    """
    return next((table[word][lang == "en"] for table in CODES.values() if word in table), word)


def noted(name: str, notes: Iterable[str], lang: str = "zh") -> str:
    """A name with what is said of it in brackets.

    >>> noted("甲局", ["牵头", "明示"]), noted("甲局", ["lead", "stated"], "en"), noted("甲局", [])
    ('甲局（牵头，明示）', '甲局 (lead, stated)', '甲局')
    """
    said = (", " if lang == "en" else "，").join(filter(None, notes))
    return sentence("noted", lang).format(name=name, notes=said) if said else name


def apart(parts: Iterable[str], lang: str = "zh") -> str:
    """Parts that may hold commas of their own, on one line.

    >>> apart(["甲，乙", "丙"]), apart(["a, b", "c"], "en")
    ('甲，乙；丙', 'a, b; c')
    """
    return ("; " if lang == "en" else "；").join(parts)
