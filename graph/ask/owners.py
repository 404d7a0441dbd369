"""``who``: the owners of everything that matches some words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import accumulate, combinations, compress
from typing import NamedTuple

from graph.ask.duties import ROLES, Duty, duties_of, keeps, told
from graph.ask.filters import ANYTHING, Filter, from_document, within
from graph.ask.match import LEVELS, Match, matches, resolve
from graph.ask.places import ORIGIN, Places, Witness, home, latest, quoted, worded
from graph.errors import NoMatch
from graph.listing import Column, Listing, Note, first
from graph.store.names import OWNED, Owned
from graph.store.terms import doc_iri
from graph.store.view import View

__all__ = ["who"]

_WHO = (Column("owner"), Column("role", "role"), Column("basis", "basis"), Column("rule"), Column("what"),
        Column("quote"), Column("place"))
_LAST = "\uffff"  # sorts what nobody owns behind all names


class _Group(NamedTuple):
    """One thing that matched, where it stands (not yet read), and who answers for it."""

    match: Match
    home: Witness | None
    duties: list[Duty]

    @property
    def owned(self) -> Owned:
        counts = Counter((duty.is_stated, duty.role) for duty in self.duties)
        return Owned(*(counts[is_stated, role] for is_stated in (True, False) for role in ROLES))


class _Line(NamedTuple):
    """A row before its words are read; without a duty the thing has no owner."""

    label: str
    duty: Duty | None
    witness: Witness | None


def who(view: View, text: str, keep: Filter = ANYTHING, by: str = "measure", limit: int = 0) -> Listing:
    """The owners of every measure, platform, programme, project or policy that matches ``text``.

    ``limit`` is how many rows at most, 0 gives all.  Things with a stated owner first, then the better match, then the
    later document; what has no owner is listed as open.  ``by`` groups these rows by ``measure`` or by ``body``.
    Raises NoMatch with near misses.
    """
    keep = keep.settled(view)
    found = _owned(view, text, keep)
    read, unread = _foremost(view, found, keep, limit)
    groups = _groups(view, read, keep)
    places = Places(view, {d.doc for g in groups for d in g.duties} | {g.home.doc for g in groups if g.home})
    kept = [group for group in (_narrowed(group, places, keep) for group in groups) if group]
    if not kept:
        raise NoMatch(f"与“{text}”相符的有 {len(found)} 项，但没有符合条件的责任方", hint="去掉 --stated 等条件")
    kept.sort(key=lambda group: _rank(group.match, group.owned, places))
    shown, more = first([line for group in kept for line in _lines(group)], limit)
    if by == "body":
        shown = sorted(shown, key=lambda line: line.duty.holder_name if line.duty else _LAST)
    words = worded(view, (line.witness for line in shown))
    rows = tuple(_row(line, witness, places, text.split()[0]) for line, witness in zip(shown, words, strict=True))
    tally = _tally([*(group.owned for group in kept), *unread])
    return Listing(_WHO, rows, tally, tuple(_conflicts(kept)), more + sum(map(_rows, unread)))


def _owned(view: View, text: str, keep: Filter) -> list[Match]:
    """What matches in the document that is wanted; whoever asks who a body is, is told how to ask what it owns.

    A policy or a list may be owned but need not be: without an owner it is not an open case.
    """
    try:
        found = matches(view, text, OWNED)
    except NoMatch as error:
        with suppress(NoMatch):
            error.hint = error.hint or f"{resolve(view, text).entry.label} 是单位，它负责什么：zhengtu owns {text}"
        raise
    wanted = doc_iri(keep.document) if keep.document else ""
    return [match for match in found if (wanted in ("", match.entry.doc) or not match.entry.doc)
            and (match.entry.owned.duties or match.entry.kind not in ("Policy", "NamedList"))]


def _foremost(view: View, found: list[Match], keep: Filter, limit: int) -> tuple[list[Match], list[Owned]]:
    """Of many things those to be read, and what is known unread of the others that an answer keeps.

    Read are the first, which fill ``limit`` rows, those whose leaders may differ, and things of several documents where
    only some documents are wanted.
    """
    is_of_some = bool(keep.document or keep.since or keep.area)
    places = Places(view, {match.entry.doc or _home(match) for match in found}, ORIGIN)
    unsure, sure = [], list[tuple[Match, Owned]]()
    for match in found:
        owned = match.entry.owned.kept(keep.role, stated=keep.stated)
        if is_of_some and not match.entry.doc:
            unsure.append(match)
        elif is_of_some and not within(match.entry.doc, keep, places):
            continue
        elif owned.duties or not (match.entry.owned.duties or keep.stated or keep.role):
            sure.append((match, owned))
    sure.sort(key=lambda known: _rank(known[0], known[1], places))
    begins = accumulate((_rows(owned) for _, owned in sure), initial=0)
    is_read = [not limit or begin < limit or owned.leaders > 1
               for (_, owned), begin in zip(sure, begins, strict=False)]
    return ([*compress((match for match, _ in sure), is_read), *unsure],
            [owned for (_, owned), taken in zip(sure, is_read, strict=True) if not taken])


def _home(match: Match) -> str:
    where = home(match.entry.home)
    return where.doc if where else ""


def _groups(view: View, found: list[Match], keep: Filter) -> list[_Group]:
    """Duties by what they are for; one for a thing that is not in the store stands for itself."""
    loose = [match.entry.iri for match in found if match.entry.kind == "Responsibility"]
    by_thing: dict[str, list[Duty]] = {}
    owned = view.subjects("zt:responsibleFor", (match.entry.iri for match in found))
    for duty in duties_of(view, from_document([*owned, *loose], keep)):
        by_thing.setdefault(duty.of or duty.iri, []).append(duty)
    groups = (_Group(match, home(match.entry.home), by_thing.get(match.entry.iri, [])) for match in found)
    return [group for group in groups if group.duties or group.match.entry.kind not in ("Policy", "NamedList")]


def _rank(match: Match, owned: Owned, places: Places) -> tuple[object, ...]:
    where = home(match.entry.home)
    level, date = LEVELS.index(match.level), latest(places.date(where.doc)) if where else ()
    return (owned.how != "stated", not owned.duties, level, date, where or (), match.entry.iri)


def _rows(owned: Owned) -> int:
    """One for each responsibility, one for what nobody answers for."""
    return owned.duties or 1


def _narrowed(group: _Group, places: Places, keep: Filter) -> _Group | None:
    """The group with the duties that are wanted; nothing if none is, or if what nobody owns is not wanted."""
    if not group.duties:
        wanted = not (keep.stated or keep.role) and (not group.home or within(group.home.doc, keep, places))
        return group if wanted else None
    duties = [duty for duty in group.duties if keeps(duty, keep, places)]
    duties.sort(key=lambda duty: (not duty.is_stated, latest(places.date(duty.doc))))
    return group._replace(duties=duties) if duties else None


def _lines(group: _Group) -> list[_Line]:
    label = group.match.entry.label
    if not group.duties:
        return [_Line(label, None, group.home)]
    return [_Line(label, duty, told(duty, group.home)) for duty in group.duties]


def _row(line: _Line, witness: Witness | None, places: Places, about: str) -> tuple[str, ...]:
    duty, words = line.duty, quoted(witness, about)
    if duty is None:
        return ("", "", "open", "", line.label, words, places.cite(witness))
    return (duty.holder_name, duty.role, duty.basis, duty.rule, line.label, words, places.cite(witness, duty.doc))


def _conflicts(groups: Iterable[_Group]) -> Iterator[Note]:
    """Things that different bodies are stated to lead by different documents, or by two readings of the same words."""
    for group in groups:
        leads = [duty for duty in group.duties if duty.is_stated and duty.role == "lead"]
        if any(_differ(a, b) for a, b in combinations(leads, 2)):
            owners = "、".join(sorted({duty.holder_name for duty in leads}))
            yield Note("conflict", {"what": group.match.entry.label, "owners": owners})


def _differ(a: Duty, b: Duty) -> bool:
    """Whether two contradict each other: leaders whom one document names side by side share the work."""
    here, there = a.witness, b.witness
    overlap = here and there and here.start < there.end and there.start < here.end
    return a.holder != b.holder and (a.doc != b.doc or (a.rule != b.rule and bool(overlap)))


def _tally(things: Iterable[Owned]) -> Note:
    kinds = Counter(owned.how for owned in things)
    return Note("who", {"all": sum(kinds.values()), **{kind: kinds[kind] for kind in ("stated", "inferred", "open")}})
