"""The bodies that a document is addressed to (主送): they are named like those of a list of duties, and hold none."""

from __future__ import annotations

from collections.abc import Iterator

from graph.find.duties.bodies import holders
from graph.find.duties.coordination import split
from graph.find.duties.cues import load_cues
from graph.find.duties.nouns import Holder
from graph.find.duties.tables import to_view
from graph.model import Document

__all__ = ["addressees"]


def addressees(document: Document) -> Iterator[Holder]:
    """The bodies among the addressees that are named with their area or zone.

    >>> from graph.read import read_text
    >>> text = "关于检查的通知\\n东山新区教育局、财政局，各县教育局：\\n请认真组织检查，按时上报。\\n"
    >>> [holder.name for holder in addressees(read_text(text))]
    ['东山新区教育局', '东山新区财政局']
    """
    for place in document.header.witness.get("addressees", ()):
        for holder in holders(document, split(document.folded, *to_view(document, place.start, place.end)), ""):
            if holder.kind == "body" and load_cues().pattern["area-led"].fullmatch(holder.name):
                yield holder
