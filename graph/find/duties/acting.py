"""The bodies that act in a clause: A拟…, A、B会同C…, 由A牵头…

What stands before a verb of duty must be a list of bodies and end as bodies end, so that no list of names is
needed to find 民生办会同水利部….
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from graph.find.duties.bodies import shares_tail
from graph.find.duties.coordination import split
from graph.find.duties.cues import load_cues
from graph.find.duties.shapes import is_addressed, is_class, is_self, is_shaped
from graph.model import Span

__all__ = ["Act", "after_opener", "find_acts", "is_body", "is_sectors"]

_KINDS = ("object", "copula", "between", "allying", "research", "after", "by", "modal", "doing")
_NAMED = frozenset({"between", "allying", "research", "by", "modal", "doing"})
_LAST = "部委局厅署办室院府会行关处队心组司团社盟校所台站业构位门班联协妇馆宫学党指总)"
_LONGEST_NAME = 24
_NAME_GOES_ON = "[部处局]|办公|小组|办(?!理|好|法|结)|中心|委员会"
_GIVER = re.compile("由|请|委托|责成|指定")
_BREAK = re.compile(r"[。;!?\n]")


class Act(NamedTuple):
    """A clause with the ``bodies`` that act, the ``kind`` of its cue, and the cue.

    ``given`` bodies stand behind 由 or 责成, or in a clause that goes on from there (由A申报，B审核);
    ``charged`` ones stand behind 委托.
    """

    kind: str
    bodies: list[Span]
    cue: Span
    words: str
    given: bool
    charged: bool = False


def find_acts(folded: str) -> Iterator[Act]:
    """All clauses in which bodies act, in text order.

    >>> text = "市水利局、市林业局将会同市财政局制定办法"
    >>> [(act.kind, [text[a:b] for a, b in act.bodies]) for act in find_acts(text)]
    [('between', ['市水利局', '市林业局'])]
    """
    since = -1
    for match in _clauses(folded):
        kind = next(kind for kind in _KINDS if match[kind])
        urged = kind != "modal" and match[kind] not in load_cues().words["doing"]
        bodies = _bodies(folded, Span(*match.span("who")), strict=kind in _NAMED, urged=urged)
        if kind in ("modal", "doing"):
            bodies = [span for span in bodies if _is_actor(folded[span.start:span.end], match[kind])]
        if bodies:
            bodies = [*_row_before(folded, bodies[0]), *bodies]
            before = folded[max(0, bodies[0].start - 2):bodies[0].start]
            goes_on = kind == "by" and since >= 0 and not _BREAK.search(folded, since, bodies[0].start)
            given = before.endswith(("由", "请", "责成", "指定")) or goes_on
            since = match.end() if given else -1
            yield Act(kind, bodies, Span(*match.span(kind)), match[kind], given, before == "委托")


def _row_before(folded: str, first: Span) -> list[Span]:
    """市财政局、市水利局,|各县政府按职责分工负责: the bodies of the clause before, if it holds nothing else."""
    end = first.start - 1
    if folded[end:first.start] != "," or not folded.startswith("各", first.start):
        return []
    start = max(folded.rfind(mark, 0, end) for mark in "。;:,!?\n()") + 1
    spans = split(folded, start, end)
    return spans if all(is_body(folded[a:b], strict=True) for a, b in spans) else []


def _clauses(folded: str) -> Iterator[re.Match[str]]:
    """The clauses one after the other; behind 我局将 another may begin (支持市设计院牵头组建…)."""
    position = 0
    while match := _act().search(folded, position):
        cue = match.start("after") if match["after"] else match.end("modal")
        within = _act(begun=True).match(folded, cue) if cue >= 0 and is_self(match["who"][-2:]) else None
        yield from (match, within) if within else (match,)
        position = max(match.end(), within.end() if within else 0)


def _is_actor(words: str, cue: str) -> bool:
    """我局将… says no more than that the letter is the issuer's; a park that 正在建设 is built by others; and 你省正在…
    tells what is done without being asked."""
    if is_addressed(words):
        return cue.startswith(("要", "应", "负责"))
    built = cue.startswith(("正", "已")) and load_cues().pattern["built"].search(words)
    return not is_self(words) and not built


@lru_cache(maxsize=2)
def _act(*, begun: bool = False) -> re.Pattern[str]:
    """From the beginning of a clause (or from a place where one has ``begun``) over the acting bodies to their cue."""
    cues, source = load_cues(), load_cues().sources
    letter = r"(?:[^。;:,!?\n()]|\([^()\n]{1,12}\))"
    ends = rf"(?:(?<=[{_LAST}])|(?<=人大)|(?<=[你贵][省市区县州])|(?={source['firms-row']}))"
    named = rf"(?:{letter}{{2,60}}?|由{letter}{{60,200}}?){ends}"
    who = rf"(?P<who>[^。;:,!?\n()]{{0,12}}?{source['areas']}|{named})"
    others = rf"(?:{source['not-named']})?"
    adverb = rf"(?:{source['adverb']}){{0,6}}"
    aside = r"(?:(?:在|对|就|按照?|根据|结合|围绕|针对|为|待|受)[^,。;:!?\n]{2,40}?,?)?"
    field = r"(?:在[^,。;:!?\n]{2,24}?(?:方面|领域|环节))?"
    start = "" if begun else r"(?:^|(?<=[。;:,!?\n()]))\s*"
    return re.compile(
        rf"{start}{who}{others}(?:(?P<object>{source['object']})|(?P<copula>{source['copula']})"
        rf"|{adverb}(?:(?P<between>{source['between']})(?=\S)|(?P<allying>{source['allying']})"
        rf"|(?P<research>{source['research']})|{field}{adverb}(?P<after>{cues.any_of('after')})(?!{source['not-a-duty']}))"
        rf"|{adverb}{aside}{adverb}(?P<modal>{source['modal']})|{adverb}{field}{adverb}(?:(?P<by>{cues.any_of('by')})|(?P<doing>{cues.any_of('doing')}))(?!{_NAME_GOES_ON}))")


def _bodies(folded: str, who: Span, *, strict: bool, urged: bool) -> list[Span]:
    """The acting bodies, if the words before the cue are a list of bodies and nothing else.

    支持链主型企业牵头… encourages a class and gives it no duty; a body encouraged by name has one where ``urged``
    ones may (支持华科集团牵头, but not 推动市财政局落实).  Behind 由 a class acts by any verb (由财政部门审核).
    """
    start = after_opener(folded, who)
    urging = load_cues().pattern["encouraged"].match(folded, start, who.end)
    start = after_opener(folded, Span(urging.end(), who.end)) if urging else start
    if is_sectors(folded, Span(start, who.end)):
        return [Span(start, who.end)]
    spans = split(folded, start, who.end)
    strict = strict and not folded.endswith("由", 0, start)
    names = [folded[a:b] for a, b in spans]
    firms = any(map(is_shaped, names)) and load_cues().pattern["firms-row"].match(folded, who.end)
    if not names or not (firms or all(is_body(n, strict=strict) or shares_tail(n, names[-1]) for n in names)):
        return []
    return [] if urging and not (urged and not any(is_class(folded[a:b]) for a, b in spans)) else spans


def is_sectors(folded: str, span: Span) -> bool:
    """Whether departments are called by their fields alone (公安、交通等部门), and none by its name."""
    listed = load_cues().pattern["sectors"].fullmatch(folded, *span)
    return bool(listed) and not any(is_shaped(folded[a:b]) for a, b in split(folded, *span))


def after_opener(folded: str, who: Span) -> int:
    """Where the first name begins: behind numbers, adverbs and the last 由, 请, 责成 or 委托 of the clause."""
    start = max((given.end() for given in _GIVER.finditer(folded, *who)), default=who.start)
    while (opener := load_cues().pattern["opener"].match(folded[start:who.end])) and opener.end():
        start += opener.end()
    return start


def is_body(words: str, *, strict: bool) -> bool:
    """Whether ``words`` are one body.

    ``strict`` lets in no class of bodies but those that act by themselves (各地教育局).
    """
    words = re.sub(r"\([^()]*\)$", "", words) or words
    if is_addressed(words):
        return True
    if not 2 <= len(words) <= _LONGEST_NAME or load_cues().pattern["unnamed"].search(words):
        return False
    if is_class(words):
        return not strict or bool(load_cues().pattern["class-acting"].fullmatch(words))
    return is_shaped(words)
