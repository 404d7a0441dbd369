"""Stores for the tests, built once: by hand from a few statements, and by the program from the founding document."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from pathlib import Path

from samples import RAW, sample

from graph.model import Document, Statements
from graph.rdf import to_quads
from graph.store import View, memory_view, write_store

FOUNDING = Path(__file__).parent.parent / "data" / "documents" / "cixi-2025-1.txt"


@cache
def by_hand() -> View:
    return memory_view(to_quads(sample()))


@cache
def founding() -> View:
    """Everything the program finds in the founding document, in memory."""
    from graph.build import extract_file

    return memory_view(to_quads(extract_file(FOUNDING)))


def other_text() -> Statements:
    """The sample with one character more: another text under the same 文号."""
    statements = sample()
    document: Document = replace(statements.document, raw=RAW + "。", text=RAW + "。",
                                 sha256=hashlib.sha256((RAW + "。").encode()).hexdigest())
    return replace(statements, document=document)


def write(path: Path, *statements: Statements) -> Path:
    with write_store(path) as writer:
        for each in statements:
            writer.replace(each.key, to_quads(each), text_hash=each.document.sha256)
    return path
