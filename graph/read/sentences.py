"""Sentences of the body: the unit in which other stages look for things that belong together."""

from __future__ import annotations

import re

from graph.model import Span

__all__ = ["split_sentences"]

# Quotations are bounded, so that a mark that is never closed costs no more than its neighbourhood.
_SENTENCE = re.compile(r"(?:《[^》\n]{0,150}》|“[^”\n]{0,300}”|[^。!?;\n])+[。!?;]*[”》)]*|[。!?;]+")


def split_sentences(folded: str, body: Span) -> tuple[Span, ...]:
    """Ranges that end at 。！？； or a line end, but not inside 《》 or quotation marks.

    >>> split_sentences("出台《甲；乙》。二是落实;", Span(0, 13))
    (Span(start=0, end=8), Span(start=8, end=13))
    """
    spans = (hit.span() for hit in _SENTENCE.finditer(folded, body.start, body.end))
    return tuple(Span(start, end) for start, end in spans if folded[start:end].strip())
