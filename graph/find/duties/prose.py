"""Duties said in running text: 由A负责; A会同B研究提出…; A拟…; 依托A; A牵头申报的X.

Every rule starts from a cue and looks for bodies beside it.  What stands before a verb must end as a body
ends, so that a list of names is not needed to find 振兴东北办会同…; what follows 依托 or 联合 has no such sign,
so those duties only point at the place where a name must begin (kind ``open``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.find.duties.bodies import holders, is_class, is_shaped, read_forward, split
from graph.find.duties.cues import load_cues
from graph.find.duties.lists import clauses
from graph.find.duties.nouns import Duty, Holder
from graph.find.duties.precedence import Precedence
from graph.lexicon import load
from graph.model import Document, Span

__all__ = ["find_prose"]

_STOP = re.compile(r"[。;!?\n]")
_KINDS = ("object", "copula", "between", "allying", "research", "after", "by", "modal")
_NAMED = ("between", "allying", "research", "by", "modal")
_BESIDE = {"relying": "support", "joining": "joint", "allying": "joint", "consulting": "joint"}
_LONGEST_NAME = 24


def find_prose(document: Document, taken: list[Span], precedence: Precedence) -> Iterator[Duty]:
    """The duties of running text that do not lie in ``taken`` (the lists found before)."""
    acting = list(_acting(document, taken, precedence))
    seen = {duty.cue.start for duty in acting}
    yield from acting
    for rule, role in _BESIDE.items():
        yield from _beside(document, rule, role, taken, seen)
    yield from _together(document, taken, seen)
    yield from _helping(document, taken)


# ---------------------------------------------------------------- A牵头, A会同B, A拟, A是主管部门, A申报的

@lru_cache(maxsize=1)
def _act() -> re.Pattern[str]:
    """From the beginning of a clause over the acting bodies to their cue."""
    cues, source = load_cues(), load_cues().sources
    adverb = rf"(?:{source['adverb']}){{0,6}}"
    aside = r"(?:(?:在|对|就|按照?|根据|结合|围绕|针对|为|待|受)[^,。;:!?\n]{2,40}?,?)?"
    return re.compile(
        r"(?:^|(?<=[。;:,!?\n()]))\s*"
        r"(?P<who>(?:[^。;:,!?\n()]|\([^()\n]{1,12}\)){2,60}?(?<=[部委局厅署办室院府会行关处队心组司团社盟校所台站业构位门班联协妇)]))"
        r"(?:等(?:有关|相关)?[部门单位企业机构和]*)?"
        rf"(?:(?P<object>{source['object']})|(?P<copula>{source['copula']})"
        rf"|{adverb}(?:(?P<between>{source['between']})(?=\S)|(?P<allying>{source['allying']})|(?P<research>{source['research']})"
        rf"|(?P<after>{cues.any_of('after')})(?!{source['not-a-duty']}))"
        rf"|{adverb}{aside}{adverb}(?P<modal>{source['modal']})|{adverb}(?P<by>{cues.any_of('by')}))")


def _acting(document: Document, taken: list[Span], precedence: Precedence) -> Iterator[Duty]:
    for match in _act().finditer(document.folded):
        kind = next(kind for kind in _KINDS if match[kind])
        bodies = _bodies(document.folded, Span(*match.span("who")), strict=kind in _NAMED)
        if kind == "modal":  # 我局将… says no more than that the letter is the issuer's
            bodies = [span for span in bodies if not load_cues().pattern["self"].fullmatch(document.folded, *span)]
        if bodies and not _within(match.start(kind), taken):
            duty = _CASES[kind](document, match, bodies, precedence)
            if duty and duty.items:
                yield duty


def _bodies(folded: str, who: Span, *, strict: bool) -> list[Span]:
    """The acting bodies, if the words before the cue are a list of bodies and nothing else.

    支持链主型企业牵头… encourages a class and gives it no duty; a body encouraged by name has one.
    """
    start = _after_opener(folded, who)
    urged = load_cues().pattern["encouraged"].match(folded, start, who.end)
    start = _after_opener(folded, Span(urged.end(), who.end)) if urged else start
    spans = split(folded, start, who.end)
    named = all(_is_body(folded[a:b], strict=strict) for a, b in spans)
    return spans if spans and named and not (urged and any(is_class(folded[a:b]) for a, b in spans)) else []


def _after_opener(folded: str, who: Span) -> int:
    given = max(folded.rfind(word, *who) for word in ("由", "请"))
    start = given + 1 if given >= 0 else who.start
    while (opener := load_cues().pattern["opener"].match(folded[start:who.end])) and opener.end():
        start += opener.end()
    return start


def _is_body(words: str, *, strict: bool) -> bool:
    """``strict`` lets in no class of bodies but those that act by themselves (各地教育局), and no 我局."""
    if not 2 <= len(words) <= _LONGEST_NAME or load_cues().pattern["unnamed"].search(words):
        return False
    if is_class(words):
        return not strict or bool(load_cues().pattern["class-acting"].fullmatch(words))
    return is_shaped(re.sub(r"\([^()]*\)$", "", words))


def _within(position: int, taken: list[Span]) -> bool:
    return any(span.start <= position < span.end for span in taken)


def _plain(document: Document, match: re.Match[str], kind: str, lists: list[list[Holder]], rule: str,
           precedence: Precedence, tasked: list[bool] | None = None) -> Duty:
    items = precedence.settle(lists, tasked)
    end = max([match.end(kind), *(item.span.end for item in items if item.kind != "open")])
    start = min([match.start(kind), *(item.span.start for item in items)])
    return Duty(Span(start, end), Span(*match.span(kind)), items, rule, "sentence")


def _owns(document: Document, match: re.Match[str], bodies: list[Span], precedence: Precedence) -> Duty | None:
    """A牵头申报的X: A owns X."""
    role = "lead" if "牵头" in match["object"] else "owner"
    duty = _plain(document, match, "object", [holders(document, bodies, role)], "object", precedence)
    stop = re.compile(r"[,。;:!?\n()]").search(document.folded, match.end())
    end = min(stop.start() if stop else len(document.folded), match.end() + 60)
    return Duty(duty.span, duty.cue, duty.items, duty.rule, duty.scope, Span(match.end(), end))


def _is_in_charge(document: Document, match: re.Match[str], bodies: list[Span], precedence: Precedence) -> Duty | None:
    """A是…的主管部门."""
    support = re.search("配合|协办|协作", match["copula"])
    return _plain(document, match, "copula", [holders(document, bodies, "support" if support else "lead")], "copula",
                  precedence)


def _with_others(document: Document, match: re.Match[str], bodies: list[Span], precedence: Precedence) -> Duty | None:
    """A会同B: A leads, B shares."""
    lists = [holders(document, bodies, "lead"), _following(document, match.end("between"), "joint")]
    return _plain(document, match, "between", lists, "together", precedence)


def _allied(document: Document, match: re.Match[str], bodies: list[Span], precedence: Precedence) -> Duty | None:
    """A联合B: A leads; B shares if it is a named body."""
    lists = [holders(document, bodies, "lead"), _named_or_open(document, match.end("allying"), "joint")]
    return _plain(document, match, "allying", lists, "allying", precedence)


def _researched(document: Document, match: re.Match[str], bodies: list[Span], precedence: Precedence) -> Duty | None:
    return _plain(document, match, "research", [holders(document, bodies, "owner")], "research", precedence)


def _in_role(document: Document, match: re.Match[str], bodies: list[Span], precedence: Precedence) -> Duty | None:
    """A牵头，B、C配合: as far as one clause after the other gives a role."""
    role = load_cues().words["after"][match["after"]]
    if _given(document.folded, bodies[0].start):
        return _chained(document, match, bodies, "by", precedence)
    if load_cues().alone[match["after"]] == "subject":
        return _plain(document, match, "after", [holders(document, bodies, role)], "subject", precedence)
    if not load_cues().alone[match["after"]]:
        return None
    if role == "support":
        return _plain(document, match, "after", [holders(document, bodies, role)], "verb", precedence)
    return _chained(document, match, bodies, "verb", precedence)


def _chained(document: Document, match: re.Match[str], bodies: list[Span], rule: str, precedence: Precedence) -> Duty:
    chain = list(_chain(document, Span(bodies[0].start, _sentence_end(document.folded, match.end()))))
    lists, tasked = [items for items, _ in chain], [task for _, task in chain]
    return _plain(document, match, "after", lists, rule, precedence, tasked)


def _given_task(document: Document, match: re.Match[str], bodies: list[Span], precedence: Precedence) -> Duty | None:
    """由A下达…: any verb of work gives a duty to bodies after 由."""
    if not _given(document.folded, bodies[0].start):
        return None
    return _plain(document, match, "by", [holders(document, bodies, "owner")], "by", precedence)


def _given(folded: str, start: int) -> bool:
    """Whether the words 由, 请 or 邀请 stand before the bodies."""
    return folded[max(0, start - 1):start] in ("由", "请")


def _chain(document: Document, region: Span) -> Iterator[tuple[list[Holder], bool]]:
    """One list after the other with its role, and whether it has a task of its own."""
    for part in clauses(document.folded, region, ""):
        spans = split(document.folded, *part.span)
        if not part.role or not all(_is_body(document.folded[a:b], strict=False) for a, b in spans):
            return
        yield holders(document, spans, part.role), part.tasked


def _acts(document: Document, match: re.Match[str], bodies: list[Span], precedence: Precedence) -> Duty | None:
    """A拟…: the grammatical subject of a promise carries it out."""
    if load_cues().pattern["decree"].match(document.folded, match.end()):
        return None
    return _plain(document, match, "modal", [holders(document, bodies, "owner")], "subject", precedence)


_CASES = {"object": _owns, "copula": _is_in_charge, "between": _with_others, "allying": _allied,
          "research": _researched, "after": _in_role, "by": _given_task, "modal": _acts}


# ---------------------------------------------------------------- 会同B, 依托B, 联合B

def _together(document: Document, taken: list[Span], seen: set[int]) -> Iterator[Duty]:
    """会同B where no body stands before it."""
    for match in re.compile(r"会同(?=\S)").finditer(document.folded):
        if match.start() not in seen and not _within(match.start(), taken):
            items = tuple(_following(document, match.end(), "joint"))
            if items:
                yield Duty(Span(match.start(), items[-1].span.end), Span(*match.span()), items, "together", "sentence")


def _helping(document: Document, taken: list[Span]) -> Iterator[Duty]:
    """三是配合市水利局做好…: the issuer supports."""
    for section in document.sections:
        start = _after_opener(document.folded, Span(section.head.start, section.head.start + 20))
        match = load_cues().pattern["helping"].match(document.folded, start)
        if match and read_forward(document.folded, match.end(), match.end() + 20) and not _within(start, taken):
            cue = Span(*match.span())
            yield Duty(cue, cue, (Holder(cue, "", "support", "self"),), "helping", "sentence")


def _beside(document: Document, rule: str, role: str, taken: list[Span], seen: set[int]) -> Iterator[Duty]:
    """A named body after 依托, 联合, 经商: where the name must begin is all that is known."""
    for match in load_cues().pattern[rule].finditer(document.folded):
        items = tuple(_named_or_open(document, match.end(), role))
        if items and match.start() not in seen and not _within(match.start(), taken):
            yield Duty(Span(match.start(), items[-1].span.end), Span(*match.span()), items, rule, "sentence")


def _named_or_open(document: Document, start: int, role: str) -> list[Holder]:
    """Bodies whose level and shape show that they are named (市青少年宫), else the place where names may stand."""
    place = _open(document, start, role)
    spans = read_forward(document.folded, *place.span) if place else []
    named = [item for item in holders(document, spans, role) if _is_ranked(item)]
    return named if named and len(named) == len(spans) else [place] if place else []


def _is_ranked(item: Holder) -> bool:
    ranked = load_cues().pattern["ranked"].match(item.name)
    return item.kind == "body" and (bool(ranked) or any(_is_area(item.name[:size]) for size in (2, 3, 4)))


def _is_area(words: str) -> bool:
    return any(not area.risky for area in load().area_by_name(words))


def _open(document: Document, start: int, role: str) -> Holder | None:
    """The place after a cue in which names may stand."""
    pause = load_cues().pattern["pause"].search(document.folded, start)
    end = min(pause.start() if pause else len(document.folded), start + 60)
    return Holder(Span(start, end), document.text[start:end], role, "open") if end > start else None


def _following(document: Document, start: int, role: str) -> list[Holder]:
    """The bodies right after a cue; an open place if their shape does not show where they end."""
    place = _open(document, start, role)
    spans = read_forward(document.folded, *place.span) if place else []
    return holders(document, spans, role) or ([place] if place else [])


def _sentence_end(folded: str, start: int) -> int:
    stop = _STOP.search(folded, start)
    return stop.start() if stop else len(folded)
