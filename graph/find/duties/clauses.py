"""Lists closed by verbs: A牵头，B、C按职责分工负责 — the grammar that labels, brackets and sentences share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from graph.find.duties.cues import load_cues
from graph.find.duties.shapes import ends_as_body, hide_brackets, is_class, is_shaped
from graph.model import Span

__all__ = ["Part", "clauses"]

_GIVEN = re.compile(r"[,;][^,;。由]{0,24}(?<![自理事])由(?![于此衷])(?=\S)")  # 甲统筹,各镇指标由|乙管理
_PREFIX = re.compile(r"[\s,;、。]*(?:并|请|由|其中|具体)*(?:由|请)?")
_TASK = re.compile(r"[^,;。、]{1,24}(?=[,;。]|$)")
_EMPTY = " ,;、。由请并"


class Part(NamedTuple):
    """A run of one list with the role its cue gives; ``tasked`` if the words say with what (负责资金保障)."""

    role: str
    span: Span
    cue: Span
    tasked: bool = False


def clauses(folded: str, region: Span, default: str) -> Iterator[Part]:
    """The lists of ``region``, each with the role of the verb that closes it; the rest with ``default``.

    >>> text = "市发改委牵头,市财政局、市商务局按职责分工配合"
    >>> [(part.role, text[part.span.start:part.span.end]) for part in clauses(text, Span(0, len(text)), "")]
    [('lead', '市发改委'), ('support', '市财政局、市商务局')]
    """
    words, base = hide_brackets(folded[region.start:region.end]), region.start
    since = 0
    for verb in _verb().finditer(words):
        if verb.start() < since or not words[since:verb.start()].strip(_EMPTY):
            continue
        past = _past_task(words, verb.end())
        tasked = past > verb.end() or bool(load_cues().pattern["own-verb"].match(verb["cue"]))
        yield from _halves(folded, Span(base + since, base + verb.start()), load_cues().words["after"][verb["cue"]],
                           Span(base + verb.start(), base + verb.end()), tasked=tasked)
        since = past
    if words[since:].strip(_EMPTY):
        yield from _halves(folded, Span(base + since, region.end), default, Span(base + since, base + since))


@lru_cache(maxsize=1)
def _verb() -> re.Pattern[str]:
    cues = load_cues()
    return re.compile(rf"(?:{cues.sources['remit']})*(?P<cue>{cues.any_of('after')})(?!{cues.sources['not-a-duty']})"
                      r"(?:(?:抓好|做好|组织|推进|推动|落实|实施|办理|完成|抓总|工作|执行|并)*)")


@lru_cache(maxsize=1)
def _between() -> re.Pattern[str]:
    return re.compile(rf"[,;、]?(?:{load_cues().sources['between']}|联合(?!会|体))(?=\S)")


def _past_task(words: str, position: int) -> int:
    """Past what a body is to do (负责资金保障，…), unless another body stands there."""
    task = _TASK.match(words, position)
    if not task or is_class(task.group()) or ends_as_body(task.group(), agency=True):
        return position
    verb = _verb().search(task.group())
    if verb and (not verb.start() or is_shaped(task.group()[:verb.start()])):  # 负责资金落实 names no other body
        return position
    return task.end()


def _halves(folded: str, span: Span, role: str, cue: Span, *, tasked: bool = False) -> Iterator[Part]:
    """A会同B: the second half shares, whatever the verb gives to the first."""
    between = _between().search(folded, *span)
    if not between:
        yield Part(role, _tidy(folded, span), cue, tasked)
        return
    if folded[span.start:between.start()].strip(_EMPTY):
        yield Part("lead" if role in ("owner", "") else role, _tidy(folded, Span(span.start, between.start())), cue)
    yield Part("joint", Span(between.end(), span.end), Span(between.start(), between.end()))


def _tidy(folded: str, span: Span) -> Span:
    """The span without what leads up to its list: 、并由, or a clause of its own before ，由."""
    cues = load_cues().pattern
    above = cues["above"].match(folded, *span) or cues["below"].match(folded, *span)
    given = max((m.end() for m in _GIVEN.finditer(folded, *span)), default=span.start)
    prefix = _PREFIX.match(folded, max(given, above.end() if above else 0), span.end)
    return Span(prefix.end(), span.end) if prefix else span
