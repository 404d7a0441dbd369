"""Duties given as lists: 责任单位：A、B; （A牵头，B、C配合）; （A、B等负责）; A、B in a bracket of its own.

A label governs what follows it as far as its line, its bracket or the next label; neighbouring labels form
one duty, because 牵头单位：A；责任单位：B、C makes B and C partners of A.  A bracket without a label is a
duty if a verb of duty closes its lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from graph.find.duties.bodies import ends_as_body, hide_brackets, holders, is_class, is_shaped, split
from graph.find.duties.cues import load_cues
from graph.find.duties.nouns import Duty, Holder
from graph.find.duties.precedence import Precedence
from graph.model import Document, Span
from graph.read.numerals import ordinal

__all__ = ["clauses", "find_lists"]

_BRACKET = re.compile(r"\(((?:[^()\n]|\([^()\n]*\)){2,300}?)\)")
_GLUE = re.compile(r"[\s,;。、)\]】】]*[(\[【]*\s*")
_OTHER_LABEL = re.compile(r"[\s,;。]+(?:[\u4e00-\u9fff]{2,8}:|[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.、])")
_END = re.compile(r"[()\]】。\n]|、\n")
_GIVEN = re.compile(r"[,;](?:并|再|另|其中)?由(?=\S)")
_PREFIX = re.compile(r"[\s,;、。]*(?:并|请|由|其中|具体)*(?:由|请)?")
_LONGEST = 400
_BARE = frozenset({"牵头", "主办", "会办", "分办", "配合", "协办"})


class _Label(NamedTuple):
    """``sure`` labels end in a colon or bracket; after others only what looks like bodies is a list."""

    start: int
    end: int
    role: str
    sure: bool = True


class _Part(NamedTuple):
    """A run of one list with the role its cue gives; ``tasked`` if the words say with what (负责资金保障)."""

    role: str
    span: Span
    cue: Span
    tasked: bool = False


def find_lists(document: Document, precedence: Precedence) -> Iterator[Duty]:
    """Duties with labels first, then those of the brackets that hold no label."""
    taken: list[Span] = []
    for duty in _labelled(document, precedence):
        taken.append(duty.span)
        yield duty
    starts = {span.start for span in taken}
    for bracket in _BRACKET.finditer(document.folded):
        inside = Span(bracket.start(1), bracket.end(1))
        if not any(inside.start <= start < inside.end for start in starts):
            unlabelled = _bracketed(document, inside, precedence)
            if unlabelled:
                yield unlabelled


# ---------------------------------------------------------------- labels

@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    """A label with what may stand before and behind it: 市级【责任单位（部门）】为…"""
    cue = "|".join(r"\s?".join(cue) for cue in load_cues().any_of("label").split("|"))
    parted = rf"(?:\s{{0,3}}\n?\s{{0,3}}:\s*|[为是](?=\S)|(?<=位|门|办)(?:\ {{1,6}}|\n)(?=[^\s,。;:]{{2,}})(?!{cue}))"
    return re.compile(rf"(?P<open>[【\[])?(?:(?:本级|[省市县区州])级?|具体|总)?(?P<cue>{cue})"
                      rf"(?:\((?:单位|部门|责任单位|处室)\))?(?:[和及、/](?:{cue}|完成时限))?"
                      rf"(?(open)[】\]]\s*:?\s*|{parted})")


def _labels(folded: str) -> list[_Label]:
    roles = load_cues().words["label"]
    return [_Label(m.start(), m.end(), roles[re.sub(r"\s", "", m["cue"])], m.group().rstrip()[-1] in ":】]")
            for m in _label().finditer(folded) if _opens(folded, m.start(), bare=m["cue"] in _BARE)]


def _opens(folded: str, start: int, *, bare: bool) -> bool:
    """A label begins a line, bracket or phrase; a verb alone (主办：) is a label only in brackets."""
    before = folded[start - 1:start]
    if bare and before in ("", " ", "\n", "。"):
        return False
    return not "\u4e00" <= before <= "\u9fff"


def _labelled(document: Document, precedence: Precedence) -> Iterator[Duty]:
    labels = _labels(document.folded)
    group: list[_Part] = []
    for number, label in enumerate(labels):
        limit = labels[number + 1].start if number + 1 < len(labels) else len(document.folded)
        end = _list_end(document.folded, label, limit)
        part = _Part(label.role, Span(label.end, end), Span(label.start, label.end))
        if not label.sure and not _looks_listed(document.folded, part.span):
            continue
        if group and not _adjoins(document.folded, group[-1].span.end, label.start):
            yield from _duty(document, group, "label", precedence)
            group = []
        group.append(part)
    yield from _duty(document, group, "label", precedence)


def _looks_listed(folded: str, span: Span) -> bool:
    """Whether every item looks like a body: the proof that 责任单位为… and a label on a line of its own need."""
    items = split(folded, *span)
    return bool(items) and all(is_shaped(folded[a:b]) for a, b in items)


def _adjoins(folded: str, end: int, start: int) -> bool:
    return bool(_GLUE.fullmatch(folded, end, start))


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
    return _without_note(folded, Span(label.end, limit)).end


# ---------------------------------------------------------------- brackets

def _bracketed(document: Document, inside: Span, precedence: Precedence) -> Duty | None:
    folded = document.folded
    if load_cues().pattern["aside"].match(folded, *inside):
        return None
    parts = list(clauses(folded, _without_note(folded, inside), ""))
    while len(parts) > 1 and not parts[-1].role:  # what follows the last verb is a date or a pace
        parts.pop()
    if parts and all(part.role for part in parts):
        found = [duty for duty in _duty(document, parts, "bracket", precedence) if _credible(folded, duty)]
        return found[0] if found else None
    if _closes_item(folded, inside):
        found = list(_duty(document, [_Part("owner", inside, inside)], "bare-bracket", precedence))
        if found and all(_is_public(folded[h.span.start:h.span.end]) for h in found[0].items):
            return found[0]
    return None


def _without_note(folded: str, region: Span) -> Span:
    """The region up to a note on precedence (…负责。列第一位者为牵头单位，下同)."""
    note = load_cues().pattern["first-leads"].search(folded, *region)
    return Span(region.start, note.start()) if note else region


def _credible(folded: str, duty: Duty) -> bool:
    return any(is_shaped(folded[item.span.start:item.span.end]) for item in duty.items)


def _is_public(words: str) -> bool:
    return is_class(words) or ends_as_body(words, agency=True)


def _closes_item(folded: str, inside: Span) -> bool:
    """Whether the bracket stands between the end of a sentence and the end of its line."""
    before = folded[max(0, inside.start - 2):inside.start - 1]
    return before in ("。", ";") and folded[inside.end + 1:inside.end + 2] in ("", "\n", "。", " ")


@lru_cache(maxsize=1)
def _verb() -> re.Pattern[str]:
    cues = load_cues()
    return re.compile(rf"(?:{cues.sources['remit']})*(?P<cue>{cues.any_of('after')})(?!{cues.sources['not-a-duty']})"
                      r"(?:(?:抓好|做好|组织|推进|推动|落实|实施|办理|完成|抓总|工作|执行|并)*)")


@lru_cache(maxsize=1)
def _between() -> re.Pattern[str]:
    return re.compile(rf"[,;、]?(?:{load_cues().sources['between']}|联合(?!会|体))(?=\S)")


def clauses(folded: str, region: Span, default: str) -> Iterator[_Part]:
    """The lists of ``region``, each with the role of the verb that closes it; the rest with ``default``.

    >>> text = "市发改委牵头,市财政局、市商务局按职责分工配合"
    >>> [(part.role, text[part.span.start:part.span.end]) for part in clauses(text, Span(0, len(text)), "")]
    [('lead', '市发改委'), ('support', '市财政局、市商务局')]
    """
    words, base = hide_brackets(folded[region.start:region.end]), region.start
    since = 0
    for verb in _verb().finditer(words):
        if verb.start() < since or not words[since:verb.start()].strip(" ,;、由请"):
            continue
        past = _past_task(words, verb.end())
        yield from _halves(folded, Span(base + since, base + verb.start()), load_cues().words["after"][verb["cue"]],
                           Span(base + verb.start(), base + verb.end()), tasked=past > verb.end())
        since = past
    if words[since:].strip(" ,;、。"):
        yield from _halves(folded, Span(base + since, region.end), default, Span(base + since, base + since))


def _past_task(words: str, position: int) -> int:
    """Past what a body is to do (负责资金保障，…), unless another body stands there."""
    task = re.compile(r"[^,;。、]{1,24}(?=[,;。]|$)").match(words, position)
    if not task or _verb().search(task.group()) or is_class(task.group()) or ends_as_body(task.group(), agency=True):
        return position
    return task.end()


def _halves(folded: str, span: Span, role: str, cue: Span, *, tasked: bool = False) -> Iterator[_Part]:
    """A会同B: the second half shares, whatever the verb gives to the first."""
    between = _between().search(folded, *span)
    if not between:
        yield _Part(role, _tidy(folded, span), cue, tasked)
        return
    if folded[span.start:between.start()].strip(" ,;、由请并"):
        yield _Part("lead" if role in ("owner", "") else role, _tidy(folded, Span(span.start, between.start())), cue)
    yield _Part("joint", Span(between.end(), span.end), Span(between.start(), between.end()))


def _tidy(folded: str, span: Span) -> Span:
    """The span without what leads up to its list: 、并由, or a clause of its own before ，由."""
    above = load_cues().pattern["above"].match(folded, *span)
    given = max((m.end() for m in _GIVEN.finditer(folded, *span)), default=span.start)
    prefix = _PREFIX.match(folded, max(given, above.end() if above else 0), span.end)
    return Span(prefix.end(), span.end) if prefix else span


# ---------------------------------------------------------------- roles

def _duty(document: Document, parts: list[_Part], rule: str, precedence: Precedence) -> Iterator[Duty]:
    """One duty of neighbouring parts; none if nobody is named."""
    lists = [inner for part in parts if part.role != "none" for inner in _inner(document.folded, part)]
    items = precedence.settle([_holders(document, part) for part in lists], [part.tasked for part in lists])
    if items:
        cue = next(part.cue for part in parts if part.role != "none")
        span = Span(min(cue.start, items[0].span.start), max(items[-1].span.end, *(p.cue.end for p in lists), cue.end))
        above = load_cues().pattern["above"].search(document.folded, max(0, span.start - 20), items[0].span.start)
        yield Duty(span, cue, items, rule, "above" if above else "item", count=ordinal(above["count"]) if above else 0)


def _inner(folded: str, part: _Part) -> list[_Part]:
    """The list after a label may hold verbs of its own: 责任单位：A牵头，B配合."""
    if part.cue.end > part.span.start:
        return [part]
    return list(clauses(folded, part.span, part.role))


def _holders(document: Document, part: _Part) -> list[Holder]:
    return holders(document, split(document.folded, *part.span), part.role)
