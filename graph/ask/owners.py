"""``who``: the owners of everything that matches some words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph.ask.decisions import curation
from graph.ask.duties import ANYTHING, Duty, Filter, duties_of, keeps, kept, told
from graph.ask.match import LEVELS, OWNED, Match, matches
from graph.ask.places import Places, Witness, latest, quoted, witnesses
from graph.errors import NoMatch
from graph.listing import Column, Listing, Note
from graph.store.view import View

__all__ = ["who"]

_WHO = (Column("owner"), Column("role", "role"), Column("basis", "basis"), Column("rule"), Column("what"),
        Column("quote"), Column("place"))


class _Group(NamedTuple):
    """One thing that matched, where it stands, and who answers for it."""

    match: Match
    home: Witness | None
    duties: list[Duty]


def who(view: View, text: str, keep: Filter = ANYTHING) -> Listing:
    """The owners of every measure, platform, programme, project or policy that matches ``text``.

    Things with a stated owner first, then the better match, then the later document; what has no owner is listed
    as open.  Raises NoMatch with near misses.
    """
    groups = _groups(view, matches(view, text, OWNED))
    places = Places(view, {d.doc for g in groups for d in g.duties} | {g.home.doc for g in groups if g.home})
    groups.sort(key=lambda group: _order(group, places))
    rows = tuple(row for group in groups for row in _rows(group, places, keep, text.split()[0]))
    if not rows:
        said = f"与“{text}”相符的有 {len(groups)} 项，但没有符合条件的责任方"
        raise NoMatch(said, hint="去掉 --stated 等条件")
    return Listing(_WHO, rows, _tally(groups), tuple(_conflicts(groups)))


def _groups(view: View, found: list[Match]) -> list[_Group]:
    """Duties by what they are for; one for a thing that is not in the store stands for itself.

    A policy or a list may be owned but need not be: without an owner it is not an open case.
    """
    things = view.facts((match.entry.iri for match in found), ("zt:evidence",))
    homes = [places[0] if places else None for places in witnesses(view, things.values())]
    loose = [match.entry.iri for match in found if match.entry.kind == "Responsibility"]
    by_thing: dict[str, list[Duty]] = {}
    same = [iri for thing in things for iri in curation(view).same(thing)]
    for duty in duties_of(view, [*view.subjects("zt:responsibleFor", same), *loose]):
        by_thing.setdefault(duty.of or duty.iri, []).append(duty)
    groups = [_Group(match, home, by_thing.get(match.entry.iri, []))
              for match, home in zip(found, homes, strict=True)]
    return [group for group in groups if group.duties or group.match.entry.kind not in ("Policy", "NamedList")]


def _order(group: _Group, places: Places) -> tuple[object, ...]:
    stated = any(duty.is_stated for duty in group.duties)
    date = latest(places.date(group.home.doc)) if group.home else ()
    level = LEVELS.index(group.match.level)
    return (not stated, not group.duties, level, date, group.home or (), group.match.entry.iri)


def _rows(group: _Group, places: Places, keep: Filter, about: str) -> list[tuple[str, ...]]:
    label = group.match.entry.label
    if not group.duties:
        wanted = not (keep.stated or keep.role) and (not group.home or kept(group.home.doc, keep, places))
        return [("", "", "open", "", label, quoted(group.home, about), places.cite(group.home))] if wanted else []
    shown = [(duty, told(duty, group.home)) for duty in group.duties if keeps(duty, keep, places)]
    return [(d.holder_name, d.role, d.basis, d.rule, label, quoted(witness, about),
             places.cite(witness, d.doc)) for d, witness in shown]


def _conflicts(groups: Iterable[_Group]) -> Iterator[Note]:
    """Things for which different bodies are stated to lead."""
    for group in groups:
        leads = {d.holder_name for d in group.duties if d.is_stated and d.role == "lead"}
        if len(leads) > 1:
            yield Note("conflict", {"what": group.match.entry.label, "owners": "、".join(sorted(leads))})


def _tally(groups: Iterable[_Group]) -> Note:
    kinds = Counter("stated" if any(d.is_stated for d in g.duties) else "inferred" if g.duties else "open"
                    for g in groups)
    return Note("who", {"all": sum(kinds.values()), **{kind: kinds[kind] for kind in ("stated", "inferred", "open")}})
