"""Who hosts the office of a task force: 领导小组办公室设在A, which makes A carry its daily work."""

from __future__ import annotations

from collections.abc import Iterator

from graph.find.duties.bodies import holders
from graph.find.duties.coordination import read_forward
from graph.find.duties.cues import load_cues
from graph.find.duties.nouns import Duty
from graph.model import Document, Span

__all__ = ["find_offices"]

_LONGEST_NAME = 30


def find_offices(document: Document) -> Iterator[Duty]:
    """The hosts of all offices; ``object`` is the stretch of the line at whose end the task force is named."""
    folded = document.folded
    for office in load_cues().pattern["office"].finditer(folded):
        host = read_forward(folded, office.end(), min(len(folded), office.end() + _LONGEST_NAME))[:1]
        items = tuple(holders(document, host, "lead"))
        if items:
            line = folded.rfind("\n", 0, office.start()) + 1
            yield Duty(Span(office.start(), items[-1].span.end), Span(*office.span()), items, "office", "sentence",
                       Span(line, office.start()))
