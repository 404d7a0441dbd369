"""Elements that only the index table of a government site states (发文字号：… 成文日期：…)."""

from __future__ import annotations

from graph.model import Evidence
from graph.read.folding import fold
from graph.read.furniture import Frame
from graph.read.header.page import Page
from graph.read.knowledge import pattern

__all__ = ["from_index"]


def from_index(page: Page, frame: Frame, rule: str, group: str | int) -> tuple[str, tuple[Evidence, ...]]:
    """The first match of a rule in the lines taken off as page frame: its words (folded for group 0), and its place."""
    for line in frame.index:
        hit = pattern("header", rule).search(line.text)
        if hit:
            start, end = line.start + hit.start(group), line.start + hit.end(group)
            raw = page.document.raw[start:end]
            return raw if group else fold(raw), (Evidence(start, end, raw),)
    return "", ()
