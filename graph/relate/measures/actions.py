"""Whether a stretch of text that holds no items of its own says what somebody does."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.model import Document, Section, Span
from graph.read.knowledge import pattern
from graph.read.phrases import lead_phrase

__all__ = ["decided_in", "is_action"]

_SHORT = 8
_TELLING = ("report", "notice", "other")
_ARTICLE_TITLE = re.compile(r"^[\[【(][^\[\]【】()。]{2,14}[\]】)]\s*")  # 第一条【目的依据】


def is_action(document: Document, section: Section) -> bool:
    """Whether a section without items of its own does something; numbered items do unless they only frame."""
    text = document.folded[section.span.start:section.span.end]
    bare = _ARTICLE_TITLE.sub("", text[len(section.label):].lstrip(" 、.:"))
    sets_terms = section.kind in ("article", "paragraph") or document.header.genre == "rules"
    if sets_terms and pattern("measures", "frame_article").match(bare):
        return False
    if document.header.genre in _TELLING and section.kind == "item" and pattern("measures", "finding").match(bare):
        return False
    return section.kind != "paragraph" or _is_action_paragraph(bare)


def decided_in(document: Document, section: Section) -> Section:
    """你委《请示》收悉。现批复如下：同意…: of a paragraph that opens with the occasion, what is decided."""
    hit = pattern("measures", "decides").match(document.folded, section.span.start, section.span.end)
    if not hit:
        return section
    stop = lead_phrase(document.folded, hit.end(), section.span.end)
    return replace(section, title=document.text[hit.end():stop].strip(), span=Span(hit.end(), section.span.end))


def _is_action_paragraph(text: str) -> bool:
    """Running text that says what someone does, and no courtesy, complaint, or words that only introduce."""
    if any(pattern("measures", rule).search(text) for rule in ("forwarding", "aim")):
        return False
    if pattern("measures", "with_duty").search(text) or pattern("measures", "tasked").match(text):
        return True
    courtesy = pattern("measures", "courtesy")
    if len(text) < _SHORT or text.endswith(":") or courtesy.search(text[:60]) or courtesy.search(text[-24:]):
        return False
    first, _, rest = text.partition("。")
    weighs = pattern("measures", "weighs").search(first) and pattern("measures", "acts").search(rest)
    if (pattern("measures", "problem").match(first) and not weighs) or not re.search("[,。;]", text):
        return False
    return bool(pattern("measures", "action").search(text))
