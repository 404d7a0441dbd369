"""Duties said of acting bodies: 由A负责; A会同B研究提出…; A拟…; A是主管部门; A牵头申报的X."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from graph.find.duties.acting import Act, find_acts, is_sectors
from graph.find.duties.beside import following, is_achieved, named_or_open
from graph.find.duties.bodies import holders
from graph.find.duties.chains import carries, chained, duty_by, is_public, object_after, settled
from graph.find.duties.cues import load_cues
from graph.find.duties.nouns import Duty
from graph.find.duties.shapes import ends_as_body, is_named
from graph.model import Document, Span

__all__ = ["find_said"]


_ISSUING = ("下发", "发布", "公布")
_CLOSES = ("。", ";", "")  # where a sentence ends with 参与 or 支持


def find_said(document: Document) -> Iterator[Duty]:
    """The duties of all clauses in which bodies act; notes on the first of a list do not reach them."""
    for act in find_acts(document.folded):
        duty = _CASES[act.kind](document, act)
        if duty and duty.items:
            yield duty


def _owns(document: Document, act: Act) -> Duty | None:
    """A牵头申报的X: A owns X."""
    role = "lead" if "牵头" in act.words else "owner"
    items = settled(document, act, role)
    return replace(duty_by(act, items, "object"), object=object_after(document.folded, act.cue.end))


def _is_in_charge(document: Document, act: Act) -> Duty | None:
    """A是…的主管部门."""
    helping = (cue for cue, role in load_cues().words["rank"].items() if role == "support")
    items = holders(document, act.bodies, "support" if any(cue in act.words for cue in helping) else "lead")
    return duty_by(act, tuple(items), "copula")


def _with_others(document: Document, act: Act) -> Duty | None:
    """A会同B: A leads, B shares."""
    items = (*holders(document, act.bodies, "lead"), *following(document, act.cue.end, "joint"))
    return duty_by(act, items, "together")


def _allied(document: Document, act: Act) -> Duty | None:
    """A联合B: A leads; B shares if it is a named body.  What a company and a school achieved is nobody's task."""
    items = (*holders(document, act.bodies, "lead"), *named_or_open(document, act.cue.end, "joint"))
    if is_public(document, act):
        return duty_by(act, items, "allying")
    return None if is_achieved(document.folded, act.cue.end) else duty_by(act, items, "partnering")


def _researched(document: Document, act: Act) -> Duty | None:
    """A研究提出了办理意见: what follows is A's."""
    return duty_by(act, settled(document, act, "owner"), "research")


def _in_role(document: Document, act: Act) -> Duty | None:
    """A牵头，B、C配合: as far as one clause after the other gives a role."""
    role, alone = load_cues().words["after"][act.words], load_cues().alone[act.words]
    if role == "support" and _is_mutual(document.folded, act):
        return None
    if not act.given and load_cues().pattern["own-verb"].match(act.words):
        return carries(document, act)
    if is_sectors(document.folded, act.bodies[0]):
        return duty_by(act, settled(document, act, role), "verb")
    if role == "support" and not alone and document.folded[act.cue.end:act.cue.end + 1] in _CLOSES:
        return duty_by(act, settled(document, act, role), "verb")  # 市财政局参与。
    if act.given or (alone == "role" and role != "support"):
        return chained(document, act)
    if not alone:
        return _does(document, act) if act.words in load_cues().words["doing"] else None
    return duty_by(act, settled(document, act, role), "subject" if alone == "subject" else "verb")


def _is_mutual(folded: str, act: Act) -> bool:
    """我厅与省发改委密切配合: they work together, and neither only helps."""
    return len(act.bodies) > 1 and not act.given and folded[act.bodies[-1].start - 1] == "与"


def _does(document: Document, act: Act) -> Duty | None:
    """县审计局加强监管: in what is planned, an agency that is the subject of a verb of work carries it out."""
    if not all(_is_agency(document.folded, span) for span in act.bodies):
        return None
    return duty_by(act, settled(document, act, "owner"), "doing")


def _is_agency(folded: str, span: Span) -> bool:
    """Whether agencies are named, by their name, their fields or as a class that acts by itself (各镇、街道)."""
    words = folded[span.start:span.end]
    acting = load_cues().pattern["class-acting"].fullmatch(words)
    bank = words.endswith("行") and is_named(words)  # 农发行青溪分行
    return bool(acting) or bank or ends_as_body(words, agency=True) or is_sectors(folded, span)


def _given_task(document: Document, act: Act) -> Duty | None:
    """由A下达…: any verb of work gives a duty to bodies after 由."""
    if document.folded.startswith("的《", act.cue.end):
        return None  # 由国务院办公厅印发的《预案》同时废止
    if act.words in _ISSUING and document.folded.startswith(("《", "了《"), act.cue.end):
        return None  # 市委办公室、市政府办公室联合下发《方案》
    if act.charged:
        return carries(document, act)
    if act.given:
        return duty_by(act, settled(document, act, "owner"), "by")
    works = act.words in load_cues().words["doing"] or document.folded.endswith("做好", 0, act.cue.start)
    return _does(document, act) if works else None


def _acts(document: Document, act: Act) -> Duty | None:
    """A拟…: the grammatical subject of a promise carries it out; one that decrees (已批准) does not."""
    if load_cues().pattern["decree"].match(document.folded, act.cue.end):
        return None
    return duty_by(act, settled(document, act, "owner"), "subject")


_CASES: dict[str, Callable[[Document, Act], Duty | None]] = {
    "object": _owns, "copula": _is_in_charge, "between": _with_others, "allying": _allied,
    "research": _researched, "after": _in_role, "by": _given_task, "modal": _acts, "doing": _does,
}
