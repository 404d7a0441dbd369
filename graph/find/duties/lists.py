"""Parts of a list → one duty: what labels, brackets and their verbs have in common."""

from __future__ import annotations

from collections.abc import Iterator

from graph.find.duties.bodies import holders
from graph.find.duties.clauses import Part, clauses
from graph.find.duties.coordination import split
from graph.find.duties.cues import load_cues
from graph.find.duties.nouns import Duty, Holder
from graph.find.duties.precedence import Precedence
from graph.find.duties.shapes import is_shaped
from graph.model import Document, Span
from graph.read.numerals import ordinal

__all__ = ["duty_of", "holders_of", "looks_listed", "without_note"]


def duty_of(document: Document, parts: list[Part], rule: str, precedence: Precedence) -> Iterator[Duty]:
    """One duty of neighbouring parts; none if nobody is named."""
    lists = [inner for part in parts if part.role != "none" for inner in _inner(document.folded, part)]
    items = precedence.settle([holders_of(document, part) for part in lists], [part.tasked for part in lists])
    if items:
        cue = next(part.cue for part in parts if part.role != "none")
        span = Span(min(cue.start, items[0].span.start), max(items[-1].span.end, *(p.cue.end for p in lists), cue.end))
        above = load_cues().pattern["above"].search(document.folded, max(0, span.start - 20), items[0].span.start)
        yield Duty(span, cue, items, rule, "above" if above else "item", count=ordinal(above["count"]) if above else 0)


def holders_of(document: Document, part: Part) -> list[Holder]:
    """The holders of one list, each with the cue that gives it its role."""
    cue = part.cue if part.cue.end > part.cue.start else None
    found = holders(document, split(document.folded, *part.span), part.role)
    return [holder._replace(cue=cue) for holder in found]


def _inner(folded: str, part: Part) -> list[Part]:
    """The list after a label may hold verbs of its own: 责任单位：A牵头，B配合."""
    if part.cue.end > part.span.start:
        return [part]
    inner = [half for each in clauses(folded, part.span, part.role) for half in _led_by_owners(folded, each, part)]
    return [each if each.cue.end > each.cue.start else each._replace(cue=part.cue) for each in inner]


def _led_by_owners(folded: str, helping: Part, label: Part) -> list[Part]:
    """责任单位：A,|B、C参与: what stands before the comma is the label's, what the verb closes helps."""
    comma = folded.rfind(",", *helping.span)
    if helping.role != "support" or label.role == "support" or comma < 0 or helping.span.start > label.cue.end + 1:
        return [helping]
    ahead, behind = Span(helping.span.start, comma), Span(comma + 1, helping.span.end)
    return [Part(label.role, ahead, Span(ahead.start, ahead.start)), helping._replace(span=behind)]


def looks_listed(folded: str, span: Span) -> bool:
    """Whether every item looks like a body: the proof that 责任单位为… and a label on a line of its own need."""
    items = split(folded, *span)
    return bool(items) and all(is_shaped(folded[a:b]) for a, b in items)


def without_note(folded: str, region: Span) -> Span:
    """The region up to a note for the whole document (…负责。列第一位者为牵头单位，下同)."""
    notes = (load_cues().pattern[name].search(folded, *region) for name in ("first-leads", "ending"))
    end = min([note.start() for note in notes if note], default=region.end)
    opened = folded.rfind("(", region.start, end)
    within = opened >= 0 and folded.find(")", opened, end) < 0  # the note has a bracket of its own
    return Span(region.start, opened if within else end)
