"""From bytes to a :class:`~graph.model.Document`. (first cut: decoding and one flat section per line)"""

from __future__ import annotations

import hashlib
from pathlib import Path

from graph.model import Document, Piece, Span

__all__ = ["fold", "read_bytes", "read_file", "read_text"]

_FOLD = {ord(a): b for a, b in zip("（）［］｛｝：；，！？％＋－～．／＂＇　", "()[]{}:;,!?%+-~./\"' ", strict=True)}
_FOLD |= {c: chr(c - 0xFEE0) for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}


def fold(text: str) -> str:
    """One form for digits, letters and brackets, length kept."""
    return text.translate(_FOLD)


def read_text(text: str, name: str = "text") -> Document:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Document(name, text, text, fold(text), (Piece(0, 0, len(text)),), body=Span(0, len(text)),
                    sha256=hashlib.sha256(text.encode()).hexdigest())


def read_bytes(data: bytes, name: str) -> Document:
    return read_text(data.decode("utf-8-sig"), name)


def read_file(path: str | Path) -> Document:
    return read_bytes(Path(path).read_bytes(), Path(path).stem)
