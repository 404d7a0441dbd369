"""From acting bodies to a duty: what all sentences that give one have in common, and chains of clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.find.duties.acting import Act, is_body
from graph.find.duties.bodies import holders
from graph.find.duties.clauses import Part, clauses
from graph.find.duties.coordination import split
from graph.find.duties.cues import load_cues
from graph.find.duties.lists import holders_of
from graph.find.duties.nouns import Duty, Holder
from graph.find.duties.precedence import Precedence
from graph.find.duties.shapes import ends_as_body, is_class, is_self
from graph.model import Document, Span

__all__ = ["carries", "chained", "duty_by", "is_public", "object_after", "settled"]

_STOP = re.compile(r"[。;!?\n]")
_OBJECT_END = re.compile(r"[,。;:!?\n()]")
_LONGEST_OBJECT = 60
_LONGEST_SENTENCE = 200
_SHORTEST_NAME, _LONGEST_STRANGE = 3, 8  # letters of a name that does not sound like a body
_AMONG = 4  # bodies for each of those


def duty_by(act: Act, items: tuple[Holder, ...], rule: str) -> Duty:
    """The duty that ``act`` gives to ``items``."""
    end = max([act.cue.end, *(item.span.end for item in items if item.kind != "open")])
    start = min([act.cue.start, *(item.span.start for item in items)])
    return Duty(Span(start, end), act.cue, items, rule, "sentence")


def settled(document: Document, act: Act, role: str) -> tuple[Holder, ...]:
    """The acting bodies as holders of ``role``."""
    return Precedence().settle([holders(document, act.bodies, role)])


def object_after(folded: str, start: int) -> Span:
    """The rest of the clause, at whose beginning the thing owned is named."""
    limit = min(len(folded), start + _LONGEST_OBJECT)
    stop = _OBJECT_END.search(folded, start, limit)
    return Span(start, stop.start() if stop else limit)


def is_public(document: Document, act: Act) -> bool:
    """Whether an agency or the issuer is among the acting bodies."""
    words = [document.folded[a:b] for a, b in act.bodies]
    return any(is_self(word) or is_class(word) or ends_as_body(word, agency=True) for word in words)


def carries(document: Document, act: Act) -> Duty:
    """A承建X; 委托A编制X: A owns X if it is named, and nothing else."""
    duty = duty_by(act, settled(document, act, "owner"), "carried")
    return replace(duty, object=object_after(document.folded, act.cue.end))


def chained(document: Document, act: Act) -> Duty:
    """One clause after the other; a 的 behind the last verb shows what is owned (由A负责、B承建的X)."""
    chain = list(_chain(document, act))
    items = Precedence().settle([holders_of(document, part) for part in chain], [part.tasked for part in chain])
    duty = duty_by(act, items, "by" if act.given else "verb")
    end = chain[-1].cue.end if chain else act.cue.end
    if document.folded.startswith("的", end):
        return replace(duty, rule="object", object=object_after(document.folded, end + 1))
    founded = load_cues().pattern["founding"].match(document.folded, act.cue.end)
    if not founded:
        return duty
    rule = duty.rule if act.given or is_public(document, act) else "object"
    return replace(duty, rule=rule, object=object_after(document.folded, founded.end()))


def _chain(document: Document, act: Act) -> Iterator[Part]:
    """The lists that verbs close from the acting bodies on, as far as they hold nothing but bodies."""
    region = Span(act.bodies[0].start, _sentence_end(document.folded, act.cue.end))
    for part in clauses(document.folded, region, ""):
        spans = [span for span in split(document.folded, *part.span) if span not in act.bodies]
        if not part.role or not _are_bodies([document.folded[a:b] for a, b in spans]):
            return
        yield part


def _are_bodies(names: list[str]) -> bool:
    """Whether a list holds nothing but bodies; in a long one a few may not sound like any (武警总部)."""
    strange = [name for name in names if not is_body(name, strict=False)]
    may_be = all(_SHORTEST_NAME <= len(name) <= _LONGEST_STRANGE and not load_cues().pattern["unnamed"].search(name)
                 for name in strange)
    return not strange or (may_be and len(strange) * _AMONG <= len(names))


def _sentence_end(folded: str, start: int) -> int:
    limit = min(len(folded), start + _LONGEST_SENTENCE)
    stop = _STOP.search(folded, start, limit)
    return stop.start() if stop else limit
