"""The bare words of a query: keywords, told apart from the same letters in strings, IRIs, names and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

__all__ = ["UPDATES", "bare_words"]

UPDATES = frozenset(["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"])
_TOKENS = r"""
    \#[^\n\r]* | <[^<>"{}|^`\\\x00-\x20]*> | \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
  | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' | [?$]\w+ | [\w.-]*:[\w.%\\~:-]* | @[\w-]+ | (?P<word>\w+) | ."""
_ESCAPE = r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})"


def bare_words(sparql: str) -> Iterator[str]:
    r"""The words of a query in capitals, in order; first as written, then with ``\uXXXX`` decoded if there are any.

    >>> list(bare_words('SELECT ?from { ?from a "FROM" } # FROM'))
    ['SELECT', 'A']
    """
    yield from _words(sparql)
    decoded = re.sub(_ESCAPE, lambda match: chr(min(int(match[1] or match[2], 16), 0x10FFFF)), sparql)
    if decoded != sparql:
        yield from _words(decoded)


def _words(text: str) -> Iterator[str]:
    return (match["word"].upper() for match in _pattern().finditer(text) if match["word"])


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_TOKENS, re.VERBOSE | re.DOTALL)
