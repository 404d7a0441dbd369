"""Duties by layout: a body as the heading of its tasks, and 市公安局：负责…

Plans and emergency rules divide their work department by department.  One heading that happens to be a body says
little; two of them side by side are a division of labour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.find.duties.bodies import holders
from graph.find.duties.coordination import split
from graph.find.duties.cues import load_cues
from graph.find.duties.nouns import Duty
from graph.find.duties.precedence import Precedence
from graph.find.duties.shapes import ends_as_body, is_class
from graph.find.duties.wording import label_role
from graph.find.nest import Nest
from graph.model import Document, Section, Span

_ROW = 4  # lines that bodies open, among which others of the same form name bodies as well
_PLAIN = re.compile(r"(?m)^(?P<who>[\u4e00-\u9fff]{2,12}(?:\([\u4e00-\u9fff]{2,8}\))?):(?=[\u4e00-\u9fff]{4})")

__all__ = ["Outline", "find_headings", "scope_of"]


def find_headings(document: Document, taken: list[Span], precedence: Precedence) -> Iterator[Duty]:
    """Bodies that stand before their own tasks."""
    begun = {span.start for span in taken}
    for rule, spans in (("body-colon", _before_colons(document)), ("body-heading", _heads(document))):
        duties = [_duty(document, span, rule, precedence) for span in spans if span.start not in begun]
        begun.update(duty.span.start for duty in duties)
        found = [duty for duty in duties if duty.items]
        if len(found) > 1:
            yield from found


class Outline:
    """The sections of a document, by place and by what they lie in."""

    def __init__(self, document: Document) -> None:
        self.folded = document.folded
        self._nest = Nest((section.span, section) for section in document.sections)
        self._first = {child.parent: child for child in reversed(document.sections) if child.parent != child.number}

    def smallest(self, span: Span) -> Section | None:
        """The smallest section in which the span begins."""
        holding = self._nest.over(span.start, span.start + 1)
        return min(holding, key=lambda section: section.span.end - section.span.start, default=None)

    def first_below(self, section: Section) -> Section | None:
        return self._first.get(section.number)


def scope_of(outline: Outline, duty: Duty) -> str:
    """What a duty governs, once the outline is asked.

    ``section``: a list or body in a heading with items below it; ``following``: a sentence that ends in a colon
    before the items (市科技局的职责是：（一）…); else what the duty says itself.
    """
    section = outline.smallest(duty.span)
    below = outline.first_below(section) if section else None
    if below is None:
        return duty.scope
    if duty.scope == "sentence":
        between = outline.folded[duty.cue.end:below.span.start]
        return "following" if between.rstrip().endswith(":") and "。" not in between else duty.scope
    return "section" if duty.scope == "item" else duty.scope


def _heads(document: Document) -> list[Span]:
    titled = [section for section in document.sections if section.kind in ("heading", "item")]
    return [span for section in titled if _names_bodies(document, span := _head(document, section))]


def _head(document: Document, section: Section) -> Span:
    """The title of a section in the view, without label and closing mark."""
    start = document.text.find(section.title, section.head.start, section.head.end) if section.title else -1
    return Span(start, start + len(section.title.rstrip("。：:"))) if start >= 0 else Span(0, 0)


def _names_bodies(document: Document, span: Span) -> bool:
    """Whether a heading is a list of agencies by name; a blank within an item parts the cells of a table."""
    words = [document.folded[a:b] for a, b in split(document.folded, *span)]
    return bool(words) and all(ends_as_body(word, agency=True) and not is_class(word) and " " not in word
                               for word in words)


def _names_holders(document: Document, span: Span) -> bool:
    """Whether what stands before a task is a list of bodies, or of governments as a class."""
    words = [document.folded[a:b] for a, b in split(document.folded, *span)]
    acts = load_cues().pattern["class-acting"]
    return bool(words) and all(acts.fullmatch(word) if is_class(word) else ends_as_body(word) for word in words)


@lru_cache(maxsize=1)
def _line() -> re.Pattern[str]:
    return re.compile(rf"(?m)^(?:\(?[0-9一二三四五六七八九十]{{1,3}}[).、]\)?\s*)?"
                      rf"(?P<who>(?:[^\s,。;:()]|\([^()\n]{{1,12}}\)){{3,40}}):"
                      rf"(?={load_cues().sources['task']})")


def _before_colons(document: Document) -> list[Span]:
    """Bodies whose shape shows it, and what stands like them on a line between their lines (宣传部：把握导向)."""
    spans = (Span(*match.span("who")) for match in _line().finditer(document.folded))
    shown = [span for span in spans if _names_holders(document, span)]
    return sorted([*shown, *_amid(document, shown)]) if len(shown) >= _ROW else shown


def _amid(document: Document, shown: list[Span]) -> Iterator[Span]:
    """What a line of the same form names right above or below one of the lines that ``shown`` bodies open."""
    folded = document.folded
    lines = {folded.rfind("\n", 0, span.start) + 1: span for span in shown}
    for match in _PLAIN.finditer(folded):
        if match.start() in lines:
            continue
        above = folded.rfind("\n", 0, max(0, match.start() - 1)) + 1
        below = folded.find("\n", match.end()) + 1
        if (above in lines or below in lines) and not (is_class(match["who"]) or label_role(match["who"])):
            yield Span(*match.span("who"))


def _duty(document: Document, span: Span, rule: str, precedence: Precedence) -> Duty:
    helps = re.compile(r":(?:积极|密切|做好)*(?:配合|协助|参与|参加|支持)").match(document.folded, span.end)
    role = "support" if helps else "owner"
    return Duty(span, span, precedence.settle([holders(document, split(document.folded, *span), role)]), rule)
