"""``explain FILE|TEXT``: what is given is a file if there is one, ``-`` for standard input, else words to explain."""

from __future__ import annotations

import sys
from pathlib import Path

from graph.explain import explain
from graph.model import Document
from graph.read import read_file, read_text

__all__ = ["explain_source"]

_MARKS = frozenset("，。；：、《》“”（）\n ")


def explain_source(source: str, lang: str = "zh") -> tuple[str, ...]:
    """The lines that explain a file or a text.

    :raises ReadError: if ``source`` is neither a file nor reads like words of a document

    >>> explain_source("市科技局印发了通知。")[0]
    '市科技局印发了通知。'
    """
    return explain(_document(source), lang)


def _document(source: str) -> Document:
    if source == "-":
        return read_text(sys.stdin.read())
    return read_text(source) if _is_text(source) and not _exists(source) else read_file(source)


def _is_text(source: str) -> bool:
    return bool(_MARKS & set(source))


def _exists(source: str) -> bool:
    try:
        return Path(source).exists()
    except OSError:  # longer than a file name may be
        return False
