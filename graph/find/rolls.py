"""Lists of names: a line that is called a list (青溪市示范园区名单), and the names below it, one a line.

What stands on such a line is a name and no task; the words before 名单 say what kind of thing it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.find.candidate import Scene
from graph.lexicon import load
from graph.lexicon.patterns import Patterns
from graph.model import Document, Mention, Span

__all__ = ["Roll", "find_rolls", "listed_names"]

_FEWEST = 3
_LINE = re.compile(r"[^\n]+")


class Roll(NamedTuple):
    """A list of names: the words that call it one, and the names in order."""

    title: Span
    items: tuple[Span, ...]


def find_rolls(document: Document) -> Iterator[Roll]:
    """The lists of a document whose lines are numbered from 1, with three names or more.

    >>> from graph.read import read_text
    >>> text = "青溪市示范园区名单\\n1.白沙科创园\\n2.海东物流园\\n3.云帆软件园\\n"
    >>> [len(roll.items) for roll in find_rolls(read_text(text))]
    [3]
    """
    names = load().patterns("names")
    if not names.possible("roll_title", document.folded):
        return
    lines = [line.span() for line in _LINE.finditer(document.folded) if line[0].strip()]
    for i, line in enumerate(lines):
        title = names["roll_title"].fullmatch(document.folded, *line)
        items = tuple(_items(document, lines[i + 1:], names)) if title else ()
        if title and len(items) >= _FEWEST:
            yield Roll(Span(*title.span("title")), items)


def _items(document: Document, lines: list[tuple[int, int]], names: Patterns) -> Iterator[Span]:
    """The names on the lines numbered 1, 2, 3 …, without what a bracket behind them says."""
    for number, line in enumerate(lines, 1):
        item = names["roll_item"].fullmatch(document.folded, *line)
        if item is None or int(item["number"]) != number:
            return
        yield Span(*item.span("name"))


def listed_names(scene: Scene, document: Document) -> Iterator[Mention]:
    """The lists by name, and the names on them, of the kind that the list is of."""
    text = scene.ground.text
    for title, items in find_rolls(document):
        yield Mention(*title, "list", text[slice(*title)], "roll", 0.95, "list")
        kind = next((type for type in ("platform", "enterprise", "project", "institute")
                     if scene.names[f"roll_of_{type}"].search(scene.ground.folded, *title)), "")
        for item in items if kind else ():
            yield Mention(*item, kind, text[slice(*item)], "roll-item", 0.6)
