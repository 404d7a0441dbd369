"""``who``: the owners of everything that matches some words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graph.ask.duties import ANYTHING, Duty, Filter, duties_of, keeps, kept, told
from graph.ask.match import LEVELS, OWNED, Match, matches
from graph.ask.places import NOWHERE, Places, Witness, first_places, latest, short, values
from graph.errors import NoMatch
from graph.listing import Column, Listing, Note
from graph.store.view import View

__all__ = ["who"]

_WHO = (Column("owner"), Column("role", "role"), Column("basis", "basis"), Column("rule"), Column("what"),
        Column("quote"), Column("place"))


def who(view: View, text: str, keep: Filter = ANYTHING) -> Listing:
    """The owners of every measure, platform, programme, project or policy that matches ``text``.

    Things with a stated owner first, then the better match, then the later document; what has no owner is listed
    as open.  Raises NoMatch with near misses.
    """
    found = matches(view, text, OWNED)
    things = {match.entry.iri: match for match in found if match.entry.kind != "Responsibility"}
    loose = [match.entry.iri for match in found if match.entry.kind == "Responsibility"]
    duties = duties_of(view, f"VALUES ?of {{ {values(set(things))} }} ?r zt:responsibleFor ?of .") if things else []
    duties += duties_of(view, f"VALUES ?r {{ {values(loose)} }}") if loose else []
    homes = first_places(view, set(things))
    places = Places(view, {d.doc for d in duties} | {w.doc for w in homes.values()})
    groups = _grouped(things, loose, duties)
    about = text.split()[0]
    rows = [row for key in sorted(groups, key=lambda key: _order(key, groups[key], things, homes, places))
            for row in _rows(things.get(key), groups[key], homes.get(key), places, keep, about)]
    if not rows:
        raise NoMatch(f"与“{text}”相符的有 {len(groups)} 项，但没有符合条件的责任方", hint="去掉 --stated 等条件")
    return Listing(_WHO, tuple(rows), _tally(groups.values()))


def _grouped(things: dict[str, Match], loose: list[str], duties: list[Duty]) -> dict[str, list[Duty]]:
    groups: dict[str, list[Duty]] = {key: [] for key in (*things, *loose)}
    for duty in duties:
        groups[duty.of or duty.iri].append(duty)
    return groups


def _order(key: str, duties: list[Duty], things: dict[str, Match], homes: dict[str, Witness],
           places: Places) -> tuple[object, ...]:
    level = LEVELS.index(things[key].level) if key in things else 3
    home = homes.get(key) or next((duty.witness for duty in duties if duty.witness), None)
    date = latest(places.date(home.doc)) if home else ()
    return (not any(d.is_stated for d in duties), not duties, level, date, home or (), key)


def _rows(match: Match | None, duties: list[Duty], home: Witness | None, places: Places,
          keep: Filter, about: str) -> list[tuple[str, ...]]:
    label = match.entry.label if match else duties[0].of_name
    if not duties:
        doc = home.doc if home else ""
        row = ("", "", "open", "", label, short(home.quote if home else "", about), places.cite(home))
        wanted = not (keep.stated or keep.role) and (not doc or kept(doc, keep, places))
        return [row] if wanted else []
    shown = [(duty, told(duty, home)) for duty in duties if keeps(duty, keep, places)]
    return [(d.holder_name, d.role, d.basis, d.rule, label, short((witness or NOWHERE).quote, about),
             places.cite(witness, d.doc)) for d, witness in shown]


def _tally(groups: Iterable[list[Duty]]) -> Note:
    kinds = Counter("stated" if any(d.is_stated for d in duties) else "inferred" if duties else "open"
                    for duties in groups)
    return Note("who", {"all": sum(kinds.values()), **{kind: kinds[kind] for kind in ("stated", "inferred", "open")}})
