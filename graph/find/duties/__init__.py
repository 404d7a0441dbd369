"""Document → who is given which part: duties, before it is known of what."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from graph.find.duties.addressees import addressees
from graph.find.duties.beside import find_beside
from graph.find.duties.brackets import find_bracketed
from graph.find.duties.headings import Outline, find_headings, scope_of
from graph.find.duties.labels import find_labelled
from graph.find.duties.nouns import Duty, Holder
from graph.find.duties.offices import find_offices
from graph.find.duties.precedence import read_precedence
from graph.find.duties.prose import find_said
from graph.find.duties.tables import find_tables
from graph.model import Document, Span

__all__ = ["Duty", "Holder", "addressees", "find_duties"]


def find_duties(document: Document) -> tuple[Duty, ...]:
    """All expressions that give a body or a class of bodies a role, in text order.

    >>> from graph.read import read_text
    >>> [duty] = find_duties(read_text("1.稳定用工。开展招聘。（牵头单位：市人社局；配合单位：市总工会、各镇）"))
    >>> [(item.name, item.role) for item in duty.items]
    [('市人社局', 'lead'), ('市总工会', 'support'), ('各镇', 'support')]
    """
    precedence = read_precedence(document)
    listed = [*find_labelled(document, precedence), *find_tables(document, precedence)]
    listed += find_bracketed(document, [duty.span for duty in listed], precedence)
    taken = [duty.span for duty in listed]
    acting = list(find_said(document))
    beside = find_beside(document, {duty.cue.start for duty in acting})
    said = _outside([*acting, *beside, *find_offices(document)], taken)
    found = [*listed, *find_headings(document, taken, precedence), *said]
    outline = Outline(document)
    scoped = (replace(duty, scope=scope_of(outline, duty)) for duty in found)
    return tuple(sorted(scoped, key=lambda duty: (duty.span, duty.rule)))


def _outside(duties: list[Duty], taken: list[Span]) -> list[Duty]:
    """The duties whose cue lies in no list; a list has said what it says."""
    spans = sorted(taken)
    starts = [span.start for span in spans]
    before = ((duty, bisect_right(starts, duty.cue.start) - 1) for duty in duties)
    return [duty for duty, last in before if last < 0 or spans[last].end <= duty.cue.start]
