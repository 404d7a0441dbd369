"""Duties in a bracket without a label: （A牵头，B、C配合）; （A、B等负责）; （A、B） at the end of an item.

Such a bracket is a duty if verbs of duty close its lists, or if it ends a line and holds nothing but public bodies:
one where a sentence has ended before it, several anywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from graph.find.duties.clauses import Part, clauses
from graph.find.duties.cues import load_cues
from graph.find.duties.lists import duty_of, without_note
from graph.find.duties.nouns import Duty
from graph.find.duties.precedence import Precedence
from graph.find.duties.shapes import ends_as_body, is_class, is_shaped
from graph.model import Document, Span

__all__ = ["find_bracketed"]

_BRACKET = re.compile(r"\(((?:[^()\n]|\([^()\n]*\)){2,300}?)\)|\[([^\[\]\n]{3,200})\]")


def find_bracketed(document: Document, taken: list[Span], precedence: Precedence) -> Iterator[Duty]:
    """The duties of all brackets that hold none of ``taken`` (the labels found before)."""
    starts = sorted(span.start for span in taken)
    for bracket in _BRACKET.finditer(document.folded):
        inside = Span(*bracket.span(bracket.lastindex or 0))
        if bisect_left(starts, inside.start) == bisect_left(starts, inside.end):
            yield from _bracketed(document, inside, precedence)


def _bracketed(document: Document, inside: Span, precedence: Precedence) -> Iterator[Duty]:
    folded = document.folded
    if load_cues().pattern["aside"].match(folded, *inside):
        return
    bare = without_note(folded, inside)
    parts = _closed(folded, bare)
    if parts:
        found = duty_of(document, parts, "bracket", precedence)
        yield from (duty for duty in found if any(is_shaped(folded[h.span.start:h.span.end]) for h in duty.items))
    elif folded[inside.end + 1:inside.end + 2] in ("", "\n", "。", " "):
        alone = folded[max(0, inside.start - 9):inside.start - 1].rstrip(" ")[-1:] in ("", "。", ";", "\n")
        found = duty_of(document, [Part("owner", bare, bare)], "bare-bracket", precedence)
        yield from (duty for duty in found if (alone or len(duty.items) > 1)
                    and _are_public([folded[h.span.start:h.span.end] for h in duty.items]))


def _closed(folded: str, region: Span) -> list[Part]:
    """The lists that verbs close; what follows the last verb is a date or a pace.  Empty if no verb does."""
    parts = list(clauses(folded, region, ""))
    while parts and not parts[-1].role:
        parts.pop()
    return parts if all(part.role for part in parts) else []


def _are_public(items: list[str]) -> bool:
    """Whether all look like bodies and the first like an agency."""
    first = items[0]
    return all(is_shaped(item) for item in items) and (is_class(first) or ends_as_body(first, agency=True))
