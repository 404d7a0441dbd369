"""Which measures a duty is about: the one it stands in, the one it closes, or all under a heading."""

from __future__ import annotations

from dataclasses import dataclass

from graph.find.duties import Duty
from graph.find.nest import Nest
from graph.model import Document, Measure, Section, Span

__all__ = ["Target", "Targets"]

_WEAK = ("subject", "research", "doing")
_EDGE = 3  # code points of the bars and blanks before a row's first word
_LISTED = ("label", "bracket", "bare-bracket", "table", "body-heading")


@dataclass(frozen=True, slots=True)
class Target:
    """A measure that a duty governs; ``inherited`` if the duty was given to the heading above it."""

    measure: Measure
    inherited: bool = False


class Targets:
    """The measures of a document by place."""

    def __init__(self, document: Document, measures: tuple[Measure, ...], duties: tuple[Duty, ...] = ()) -> None:
        self._document, self._measures, self._duties = document, sorted(measures, key=lambda m: m.span), duties
        self._nest = Nest((measure.span, measure) for measure in self._measures)
        parents = {section.parent for section in document.sections}
        self._outline = Nest((section.span, section) for section in document.sections if section.number in parents)

    def of(self, duty: Duty) -> list[Target]:
        """The measures that ``duty`` governs; empty if it stands outside all of them."""
        if duty.scope == "above":
            return [Target(measure) for measure in self._above(duty)]
        if duty.scope == "section" and (own := self._own_of(duty)):
            return [Target(own)]
        if duty.scope in ("section", "following"):
            below = self._below(duty)
            inherited = duty.scope == "section" and duty.rule != "body-heading" and not self._is_one(duty, below)
            return [Target(measure, inherited) for measure in below]
        if beside := self._beside(duty):
            return [Target(measure) for measure in beside]
        if items := self._in_row(duty):
            return [Target(measure, inherited=True) for measure in items]
        own = self._around(duty.span) or (self._before(duty.span) if duty.rule in _LISTED else None)
        if own and self._alone(duty):
            return [Target(measure) for measure in self._closed_by(own)]
        return [Target(measure) for measure in (own, *self._merged(duty, own))] if own else []

    def _alone(self, duty: Duty) -> bool:
        """Whether a list has a line of its own."""
        line = self._document.folded.rfind("\n", 0, duty.span.start) + 1
        opened = self._document.folded[line:duty.span.start].strip(" ([【")
        return line > 0 and duty.rule in ("label", "bracket") and not opened

    def _closed_by(self, last: Measure) -> list[Measure]:
        """The items that the list below the last of them governs: all of them if no other has anyone named for it."""
        items = [m for m in self._measures if m.section == last.section]
        before = Span(items[0].span.start, last.span.start)
        named = any(before.start <= duty.span.start < before.end for duty in self._duties if duty.rule not in _WEAK)
        return items if last is items[-1] and not named else [last]

    def _merged(self, duty: Duty, own: Measure) -> list[Measure]:
        """Further tasks of a row below the bodies that answer for the first."""
        row = duty.within or Span(0, 0)
        return [m for m in self._measures if duty.span.end <= m.span.start < row.end and m.id.startswith(f"{own.id}.t")]

    def _around(self, span: Span) -> Measure | None:
        holding = self._nest.over(span.start, span.start + 1)
        return min(holding, key=lambda m: m.span.end - m.span.start, default=None)

    def _beside(self, duty: Duty) -> list[Measure]:
        """The measures that other cells of the duty's row hold."""
        if duty.within is None or self._around(duty.span):
            return []
        return [m for m in self._measures if duty.within.start <= m.span.start < duty.within.end]

    def _in_row(self, duty: Duty) -> list[Measure]:
        """The numbered items of a cell, of which the bodies of the row answer for all and not for the last alone."""
        row, own = duty.within, self._around(duty.span)
        if row is None or own is None or own.span.start - row.start <= _EDGE:
            return []
        inside = [m for m in self._measures if row.start < m.span.start < row.end]
        return inside if own in inside and ".t" not in own.id else []

    def _before(self, span: Span) -> Measure | None:
        """The measure that ends where the duty begins, with nothing but space and brackets between."""
        ended = [m for m in self._measures if m.span.end <= span.start]
        last = max(ended, key=lambda m: m.span.end, default=None)
        gap = self._document.folded[last.span.end:span.start] if last else "-"
        return last if not gap.strip(" \n([【。") else None

    def _above(self, duty: Duty) -> list[Measure]:
        """The items before the duty with a common parent: the last ``count`` of them, or all."""
        before = [m for m in self._measures if m.span.start < duty.span.start]
        last = before[-1] if before else None
        siblings = [m for m in before if last and m.section == last.section]
        return siblings[-duty.count:] if duty.count else siblings

    def _below(self, duty: Duty) -> list[Measure]:
        section = self._smallest(duty.span)
        if section is None:
            return []
        return [m for m in self._measures if section.span.start <= m.span.start and m.span.end <= section.span.end]

    def _is_one(self, duty: Duty, below: list[Measure]) -> bool:
        """Whether a section is one measure, headed by its title and closed by the list of those who answer for it."""
        section = self._smallest(duty.span)
        return len(below) == 1 and section is not None and below[0].span.start == section.span.start

    def _own_of(self, duty: Duty) -> Measure | None:
        """What a section says before its items, as a measure of its own in which the duty stands."""
        section, own = self._smallest(duty.span), self._around(duty.span)
        ahead = own and section and own.span.start == section.span.start and own.span.end < section.span.end
        return own if ahead else None

    def _smallest(self, span: Span) -> Section | None:
        holding = self._outline.over(span.start, span.start + 1)
        return min(holding, key=lambda s: s.span.end - s.span.start, default=None)
