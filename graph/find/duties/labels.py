"""Duties behind a label: 责任单位：A、B; 牵头单位：A；配合单位：B、C; 【责任部门】A.

A label governs what follows it as far as its line, its bracket or the next label; neighbouring labels form
one duty, because 牵头单位：A；责任单位：B、C makes B and C partners of A.  In a bracket bodies may stand before the
first label and are the owners: （A、B；配合单位：C）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from graph.find.duties.clauses import Part, clauses
from graph.find.duties.cues import load_cues
from graph.find.duties.lists import duty_of, looks_listed, without_note
from graph.find.duties.nouns import Duty
from graph.find.duties.precedence import Precedence
from graph.find.duties.wording import label_role, label_source, label_starts
from graph.model import Document, Span

__all__ = ["find_labelled"]

_GLUE = re.compile(r"[\s,;。、)\]】】]*[(\[【]*\s*")
_OTHER_LABEL = re.compile(r"[\s,;。]+(?:[该其本](?=[\u4e00-\u9fff])|"
                          r"[\u4e00-\u9fff]{2,8}:|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.、])")
_END = re.compile(r"[()\]】。\n]|、\n")
_ARTICLE = re.compile(r"第[一二三四五六七八九十百0-9]+条\s*$")
_LONGEST = 400
_FRESH = ("", " ", "\n", "。")  # before the start of a line or sentence


class _Label(NamedTuple):
    """``sure`` labels end in a colon or bracket; after others only what looks like bodies is a list."""

    start: int
    end: int
    role: str
    sure: bool = True


def find_labelled(document: Document, precedence: Precedence) -> Iterator[Duty]:
    """One duty for each group of neighbouring labels."""
    labels = [label for label in _labels(document.folded) if not _handles_letter(document, label)]
    group: list[Part] = []
    for number, label in enumerate(labels):
        limit = labels[number + 1].start if number + 1 < len(labels) else len(document.folded)
        end = _list_end(document.folded, label, limit)
        part = Part(label.role, Span(label.end, end), Span(label.start, label.end))
        if not label.sure and not _lists_bodies(document.folded, part):
            part = part._replace(span=Span(label.end, _clause_end(document.folded, part.span)))
            if not _lists_bodies(document.folded, part):
                continue
        if group and not _adjoins(document.folded, group[-1].span.end, label.start):
            yield from duty_of(document, group, "label", precedence)
            group = []
        group += [part] if group else [*_before(document.folded, part.cue.start), part]
    yield from duty_of(document, group, "label", precedence)


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    """A label with what may stand before and behind it: 市级【责任单位（部门）】为…"""
    cue = label_source()
    parted = rf"(?:\s{{0,3}}\n?\s{{0,3}}:\s*|[为是](?=\S)|(?<=位|门|办)(?:\ {{1,6}}|\n)(?=[^\s,。;:]{{2,}})(?!{cue}))"
    first = "".join(sorted(label_starts() | set("【[本省市县区州")))
    return re.compile(rf"(?=[{re.escape(first)}])(?P<open>[【\[])?(?:(?:本级|[省市县区州])级?)?(?P<cue>{cue})"
                      rf"(?:\((?:单位|部门|责任单位|处室)\))?(?:[和及、/](?:{cue}|完成时限))?"
                      rf"(?(open)[】\]]\s*:?\s*|{parted})")


def _labels(folded: str) -> list[_Label]:
    return [_Label(m.start(), m.end(), label_role(m["cue"]), _closed(m) and not _is_verb(folded, m))
            for m in _label().finditer(folded) if _opens(folded, m)]


def _closed(label: re.Match[str]) -> bool:
    return label.group().rstrip()[-1] in ":】]"


def _handles_letter(document: Document, label: _Label) -> bool:
    """In a reply 承办单位：on a line of its own says who wrote it, not who answers for its last measure."""
    if document.header.genre != "reply" or document.folded[label.start - 1:label.start] not in ("", "\n"):
        return False
    return bool(load_cues().pattern["handling"].match(document.folded, label.start, label.end))


def _opens(folded: str, label: re.Match[str]) -> bool:
    """A label begins a line, bracket or phrase, or has a bracket of its own; a word of posters (主办：) stands in one.

    第三条【职责分工】 bears the title of an article.
    """
    before = folded[label.start() - 1:label.start()]
    if label["open"]:
        return not _ARTICLE.search(folded, max(0, label.start() - 12), label.start())
    if before in _FRESH and load_cues().pattern["posted_label"].match(label["cue"]):
        return False
    return not "\u4e00" <= before <= "\u9fff"


def _is_verb(folded: str, label: re.Match[str]) -> bool:
    """Whether a label at the start of a line or sentence is a verb, too (配合：…), which may open a text."""
    fresh = folded[label.start() - 1:label.start()] in _FRESH
    return fresh and load_cues().pattern["bare_label"].match(label["cue"]) is not None


def _clause_end(folded: str, span: Span) -> int:
    """Where the clause ends that a list without a colon begins with: 业主为甲公司|,项目总投资6亿元."""
    found = folded.find(",", *span)
    return found if found >= 0 else span.end


def _adjoins(folded: str, end: int, start: int) -> bool:
    return bool(_GLUE.fullmatch(folded, end, start))


def _lists_bodies(folded: str, part: Part) -> bool:
    """Whether lists of bodies follow a label without a colon, verbs closing them or not (责任单位为A，B参与)."""
    lists = [each.span for each in clauses(folded, part.span, part.role)]
    return bool(lists) and all(looks_listed(folded, span) for span in lists)


def _before(folded: str, start: int) -> list[Part]:
    """The bodies between the beginning of a bracket and its first label."""
    opening = max(folded.rfind(mark, max(0, start - _LONGEST), start) for mark in "()\n")
    if opening < 0 or folded[opening] != "(":
        return []
    span = Span(opening + 1, start)
    return [Part("owner", span, span)] if looks_listed(folded, span) else []


def _list_end(folded: str, label: _Label, limit: int) -> int:
    """Where the list after a label ends: its bracket, its sentence, its line, the next label."""
    other = _OTHER_LABEL.search(folded, label.end, min(limit, label.end + _LONGEST))
    limit = other.start() if other else min(limit, label.end + _LONGEST)
    depth = 0
    for mark in _END.finditer(folded, label.end, limit):
        if mark.group() == "(":
            depth += 1
        elif mark.group() == ")" and depth:
            depth -= 1
        elif mark.group() != "、\n":
            limit = mark.start()
            break
    return without_note(folded, Span(label.end, limit)).end
