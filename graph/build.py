"""The whole pipeline.  Read this first: every stage of the package appears once, in order."""

from __future__ import annotations

from pathlib import Path

from graph.find import find_mentions
from graph.link import link
from graph.model import Document, Statements
from graph.read import read_file
from graph.relate import relate

__all__ = ["extract", "extract_file"]


def extract(document: Document) -> Statements:
    """Everything the document states, and what rules conclude from it."""
    mentions = find_mentions(document)
    linked = link(document, mentions)
    return relate(document, linked)


def extract_file(path: str | Path) -> Statements:
    return extract(read_file(path))
