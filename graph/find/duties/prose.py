"""Duties said of acting bodies: 由A负责; A会同B研究提出…; A拟…; A是主管部门; A牵头申报的X."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from graph.find.duties.acting import Act, find_acts, is_body
from graph.find.duties.beside import following, is_achieved, named_or_open
from graph.find.duties.bodies import holders
from graph.find.duties.clauses import Part, clauses
from graph.find.duties.coordination import split
from graph.find.duties.cues import load_cues
from graph.find.duties.lists import holders_of
from graph.find.duties.nouns import Duty, Holder
from graph.find.duties.precedence import Precedence
from graph.find.duties.shapes import ends_as_body, is_class, is_self
from graph.model import Document, Span

__all__ = ["find_said"]

_STOP = re.compile(r"[。;!?\n]")
_OBJECT_END = re.compile(r"[,。;:!?\n()]")
_LONGEST_OBJECT = 60
_LONGEST_SENTENCE = 200


def find_said(document: Document) -> Iterator[Duty]:
    """The duties of all clauses in which bodies act; notes on the first of a list do not reach them."""
    for act in find_acts(document.folded):
        duty = _CASES[act.kind](document, act)
        if duty and duty.items:
            yield duty


def _duty(act: Act, items: tuple[Holder, ...], rule: str) -> Duty:
    end = max([act.cue.end, *(item.span.end for item in items if item.kind != "open")])
    start = min([act.cue.start, *(item.span.start for item in items)])
    return Duty(Span(start, end), act.cue, items, rule, "sentence")


def _settled(document: Document, act: Act, role: str) -> tuple[Holder, ...]:
    return Precedence().settle([holders(document, act.bodies, role)])


def _owns(document: Document, act: Act) -> Duty | None:
    """A牵头申报的X: A owns X."""
    role = "lead" if "牵头" in act.words else "owner"
    items = _settled(document, act, role)
    return replace(_duty(act, items, "object"), object=_object(document.folded, act.cue.end))


def _object(folded: str, start: int) -> Span:
    """The rest of the clause, at whose beginning the thing owned is named."""
    limit = min(len(folded), start + _LONGEST_OBJECT)
    stop = _OBJECT_END.search(folded, start, limit)
    return Span(start, stop.start() if stop else limit)


def _is_in_charge(document: Document, act: Act) -> Duty | None:
    """A是…的主管部门."""
    support = re.search("配合|协办|协作", act.words)
    items = holders(document, act.bodies, "support" if support else "lead")
    return _duty(act, tuple(items), "copula")


def _with_others(document: Document, act: Act) -> Duty | None:
    """A会同B: A leads, B shares."""
    items = (*holders(document, act.bodies, "lead"), *following(document, act.cue.end, "joint"))
    return _duty(act, items, "together")


def _allied(document: Document, act: Act) -> Duty | None:
    """A联合B: A leads; B shares if it is a named body.  What a company and a school achieved is nobody's task."""
    items = (*holders(document, act.bodies, "lead"), *named_or_open(document, act.cue.end, "joint"))
    if _is_public(document, act):
        return _duty(act, items, "allying")
    return None if is_achieved(document.folded, act.cue.end) else _duty(act, items, "partnering")


def _researched(document: Document, act: Act) -> Duty | None:
    """A研究提出了办理意见: what follows is A's."""
    return _duty(act, _settled(document, act, "owner"), "research")


def _in_role(document: Document, act: Act) -> Duty | None:
    """A牵头，B、C配合: as far as one clause after the other gives a role."""
    role, alone = load_cues().words["after"][act.words], load_cues().alone[act.words]
    if not act.given and load_cues().pattern["own-verb"].match(act.words):
        return _carries(document, act)
    if act.given or (alone == "role" and role != "support"):
        return _chained(document, act)
    if not alone:
        return _does(document, act) if act.words in load_cues().words["doing"] else None
    return _duty(act, _settled(document, act, role), "subject" if alone == "subject" else "verb")


def _carries(document: Document, act: Act) -> Duty:
    """A承建X; 委托A编制X: A owns X if it is named, and nothing else."""
    duty = _duty(act, _settled(document, act, "owner"), "carried")
    return replace(duty, object=_object(document.folded, act.cue.end))


def _is_public(document: Document, act: Act) -> bool:
    """Whether an agency or the issuer is among the acting bodies."""
    words = [document.folded[a:b] for a, b in act.bodies]
    return any(is_self(word) or is_class(word) or ends_as_body(word, agency=True) for word in words)


def _chained(document: Document, act: Act) -> Duty:
    """One clause after the other; a 的 behind the last verb shows what is owned (由A负责、B承建的X)."""
    chain = list(_chain(document, Span(act.bodies[0].start, _sentence_end(document.folded, act.cue.end))))
    items = Precedence().settle([holders_of(document, part) for part in chain], [part.tasked for part in chain])
    duty = _duty(act, items, "by" if act.given else "verb")
    end = chain[-1].cue.end if chain else act.cue.end
    if document.folded.startswith("的", end):
        return replace(duty, rule="object", object=_object(document.folded, end + 1))
    founded = load_cues().pattern["founding"].match(document.folded, act.cue.end)
    if not founded:
        return duty
    rule = duty.rule if act.given or _is_public(document, act) else "object"
    return replace(duty, rule=rule, object=_object(document.folded, founded.end()))


def _chain(document: Document, region: Span) -> Iterator[Part]:
    """The lists that verbs close, as far as they hold nothing but bodies."""
    for part in clauses(document.folded, region, ""):
        spans = split(document.folded, *part.span)
        if not part.role or not all(is_body(document.folded[a:b], strict=False) for a, b in spans):
            return
        yield part


def _does(document: Document, act: Act) -> Duty | None:
    """县审计局加强监管: in what is planned, an agency that is the subject of a verb of work carries it out."""
    if not all(ends_as_body(document.folded[a:b], agency=True) for a, b in act.bodies):
        return None
    return _duty(act, _settled(document, act, "owner"), "doing")


def _given_task(document: Document, act: Act) -> Duty | None:
    """由A下达…: any verb of work gives a duty to bodies after 由."""
    if act.charged:
        return _carries(document, act)
    if act.given:
        return _duty(act, _settled(document, act, "owner"), "by")
    return _does(document, act) if act.words in load_cues().words["doing"] else None


def _acts(document: Document, act: Act) -> Duty | None:
    """A拟…: the grammatical subject of a promise carries it out; one that decrees (已批准) does not."""
    if load_cues().pattern["decree"].match(document.folded, act.cue.end):
        return None
    return _duty(act, _settled(document, act, "owner"), "subject")


def _sentence_end(folded: str, start: int) -> int:
    limit = min(len(folded), start + _LONGEST_SENTENCE)
    stop = _STOP.search(folded, start, limit)
    return stop.start() if stop else limit


_CASES: dict[str, Callable[[Document, Act], Duty | None]] = {
    "object": _owns, "copula": _is_in_charge, "between": _with_others, "allying": _allied,
    "research": _researched, "after": _in_role, "by": _given_task, "modal": _acts, "doing": _does,
}
