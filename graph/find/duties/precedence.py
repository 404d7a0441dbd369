"""Who leads when several are listed, and when the document says so once for all (列第一位者为牵头单位，下同)."""

from __future__ import annotations

from dataclasses import dataclass

from graph.find.duties.cues import load_cues
from graph.find.duties.nouns import Holder
from graph.model import Document, Span

__all__ = ["Precedence", "read_precedence"]

_AT_ONCE = 300


@dataclass(frozen=True, slots=True)
class Precedence:
    """Where the first of a list leads (``ranges``), or which marks the leaders bear; what the others then are.

    ``all_lead``: those responsible lead where nobody is said to.
    """

    ranges: tuple[Span, ...] = ()
    rest: str = "joint"
    marks: frozenset[int] = frozenset()
    all_lead: bool = False

    def settle(self, lists: list[list[Holder]], tasked: list[bool] | None = None) -> tuple[Holder, ...]:
        """The holders of one duty with their final roles.

        ``owner`` (责任单位, 负责) means: joint beside a named lead; the first leads where the document says so;
        one body alone leads, also beside others if it has a task of its own (``tasked``) or beside classes that
        follow in a list of their own (省科技厅负责，各市人民政府落实); several share.
        A ``doer`` (实施单位) is an owner where nobody else is named to answer, and nobody beside those.

        >>> a, b = Holder(Span(0, 1), "甲局", "owner"), Holder(Span(2, 3), "乙局", "owner")
        >>> [h.role for h in Precedence().settle([[a, b]])]
        ['joint', 'joint']
        >>> [h.role for h in Precedence((Span(0, 9),)).settle([[a, b]])]
        ['lead', 'joint']
        """
        lists = [[self._marked(h) for h in holders] for holders in _without_doers(lists)]
        led = any(h.role == "lead" for holders in lists for h in holders)
        own = tasked or [False] * len(lists)
        trailing = [_trails(lists[:number], holders) for number, holders in enumerate(lists)]
        shared = [h for holders, task, last in zip(lists, own, trailing, strict=True) if not task and not last
                  for h in holders if h.role == "owner"]
        alone = len(shared) == 1
        return tuple(item for holders, task, last in zip(lists, own, trailing, strict=True)
                     for item in self._settled(holders, (led or last) and not task, alone or task))

    def _marked(self, holder: Holder) -> Holder:
        """An owner beside the mark of leaders leads."""
        marked = holder.role == "owner" and (holder.span.start - 1 in self.marks or holder.span.end in self.marks)
        return holder._replace(role="lead") if marked else holder

    def _settled(self, holders: list[Holder], led: bool, alone: bool) -> list[Holder]:
        owners = [h for h in holders if h.role == "owner"]
        first = any(self._first_leads(h.span.start) for h in owners[:1])
        leads = not led and (first or (alone and len(owners) == 1))
        rest = self.rest if first else "joint"
        every = self.all_lead and not led
        roles = {id(h): "lead" if every or (leads and h is owners[0]) else rest for h in owners}
        return [h._replace(role=roles.get(id(h), h.role)) for h in holders]

    def _first_leads(self, position: int) -> bool:
        return any(span.start <= position < span.end for span in self.ranges)


def _without_doers(lists: list[list[Holder]]) -> list[list[Holder]]:
    answered = any(h.role in ("owner", "lead", "joint") for holders in lists for h in holders)
    kept = [[h for h in holders if not (answered and h.role == "doer")] for holders in lists]
    return [[h._replace(role="owner") if h.role == "doer" else h for h in holders] for holders in kept]


def _trails(before: list[list[Holder]], holders: list[Holder]) -> bool:
    """Whether a list holds nothing but classes and follows a list of owners."""
    owned = any(h.role == "owner" and h.kind == "body" for earlier in before for h in earlier)
    return owned and all(h.kind == "class" for h in holders)


def read_precedence(document: Document) -> Precedence:
    """Every note that the first leads, with the stretch of text in which it holds.

    A note in a duty's own bracket holds there, with 下同 from there on; a note elsewhere holds everywhere.
    """
    cues, folded = load_cues().pattern, document.folded
    notes = list(cues["first-leads"].finditer(folded))
    rest = any(cues["rest-supports"].search(folded, note.end(), note.end() + 40) for note in notes)
    ranges = tuple(_reach(folded, note.start(), note.end()) for note in notes)
    marks = {mark["mark"] for mark in cues["mark-leads"].finditer(folded)}
    beside = frozenset(position for position, char in enumerate(folded) if char in marks) if marks else frozenset()
    return Precedence(ranges, "support" if rest else "joint", beside, bool(cues["owners-lead"].search(folded)))


def _reach(folded: str, start: int, end: int) -> Span:
    opening, closing = folded.rfind("(", max(0, start - _AT_ONCE), start), folded.find(")", end, end + _AT_ONCE)
    between = folded[opening:start] if opening >= 0 else "\n"
    inside = closing >= 0 and ")" not in between and "\n" not in between
    if not inside or load_cues().pattern["note-opens"].fullmatch(folded, opening + 1, start):
        return Span(0, len(folded))
    ditto = load_cues().pattern["ditto"].search(folded, end, closing)
    least = max(0, opening - _AT_ONCE)
    start = max(least, *(folded.rfind(mark, least, opening) + 1 for mark in "。\n"))  # the list may stand before it
    return Span(start, len(folded) if ditto else closing)
