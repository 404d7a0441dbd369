"""Elements that only the index table of a government site states (发文字号：… 成文日期：…)."""

from __future__ import annotations

from graph.lexicon import load
from graph.model import Evidence
from graph.read.folding import fold
from graph.read.furniture import Frame
from graph.read.header.page import Page
from graph.read.knowledge import pattern

__all__ = ["from_index", "in_full"]

_LEVELS = "省市县区旗州盟"


def from_index(page: Page, frame: Frame, rule: str, group: str | int) -> tuple[str, tuple[Evidence, ...]]:
    """The first match of a rule in the lines taken off as page frame: its words (folded for group 0), and its place."""
    for line in frame.index:
        hit = pattern("header", rule).search(line.text)
        if hit:
            start, end = line.start + hit.start(group), line.start + hit.end(group)
            raw = page.document.raw[start:end]
            return raw if group else fold(raw), (Evidence(start, end, raw),)
    return "", ()


def in_full(
    page: Page, frame: Frame, names: tuple[str, ...], places: tuple[Evidence, ...],
) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
    """The bodies, the first in full if it bears no more than its level (县卫健委) and the site names one of that level
    with its area."""
    level = names[0][:1] if names else ""
    for rule in ("meta_issuer", "meta_source") if level and level in _LEVELS else ():
        told, where = from_index(page, frame, rule, "value")
        for area in load().area_by_name(told[:told.find(level, 1) + 1]):
            full = load().expand_departments(names[0], area.code)
            if full:
                return (full[0], *names[1:]), (*places, *where)
    return names, places
