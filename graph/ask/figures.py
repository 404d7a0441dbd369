"""``numbers``: what is counted, as a table over time and place; what documents say differently is pointed out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph.ask.filters import ANYTHING, Filter, wanted, widening
from graph.ask.match import matches
from graph.ask.places import Places, Witness, home, quoted, worded
from graph.errors import NoMatch
from graph.listing import Column, Listing, Note, first
from graph.store.facts import Facts
from graph.store.names import Entry
from graph.store.terms import ZT
from graph.store.view import View

__all__ = ["numbers"]

_NUMBERS = (Column("indicator"), Column("population"), Column("area"), Column("counted", "counted"),
            Column("number_kind", "number_kind"), Column("time"), Column("bound", "bound"), Column("value"),
            Column("unit"), Column("change"), Column("quote"), Column("place"))
_STEADY = ("actual", "cumulative")  # kinds whose change in percent leads back to last year's value


class _Figure(NamedTuple):
    """One number; ``side`` (stock, flow or ""), ``kind`` and ``bound`` are codes, ``value`` is as written, ``base`` in
    the base unit."""

    indicator: str
    population: str
    area: str
    side: str
    kind: str
    time: str
    bound: str
    value: str
    unit: str
    change: str
    base: str
    doc: str
    witness: Witness | None

    @property
    def counted(self) -> tuple[str, ...]:
        """What is counted, where, how and when: numbers that share it should agree, as far as ``side`` is told."""
        return (self.indicator, self.population, self.area, self.side, self.kind.replace("derived", "actual"),
                self.time)


def numbers(view: View, text: str, keep: Filter = ANYTHING, limit: int = 0) -> Listing:
    """The numbers whose indicator or population holds the words, by what is counted, place, stock or flow, kind, time.

    Values are as written, with their unit; an area in brackets is that of the document.  Where only a change in
    percent leads to the year before, that value is worked out and marked.  ``keep`` says from which documents,
    ``limit`` how many at most (0 gives all).  Raises NoMatch with near misses.
    """
    keep = keep.settled(view)
    matched = [match.entry for match in matches(view, text, ("Observation",))]
    stated = wanted(view, matched, keep)
    if not stated:
        raise NoMatch(f"与“{text}”相符的有 {len(matched)} 项，但不在所要的文件里", hint=widening(keep))
    places = Places(view, {entry.doc for entry in stated})
    found = list(_figures(view, stated, places))
    known = {figure.counted for figure in found}
    found += [base for figure in found for base in _before(figure) if base.counted not in known]
    found.sort(key=lambda figure: (*figure.counted, figure.doc, figure.witness or ()))
    shown, more = first(found, limit)
    read = worded(view, (figure.witness for figure in shown))
    rows = tuple((*figure[:10], quoted(witness, figure.value), places.cite(witness, figure.doc))
                 for figure, witness in zip(shown, read, strict=True))
    return Listing(_NUMBERS, rows, Note("found", {"all": len(found)}), tuple(_differing(found, places)), more)


_READ = ("zt:indicator", "zt:population", "zt:refArea", "zt:refAreaName", "zt:kind", "zt:countedAs",
         "zt:refPeriod", "zt:bound",
         "zt:verbatim", "zt:writtenUnit", "zt:changePercent", "zt:value")


def _figures(view: View, stated: list[Entry], places: Places) -> Iterator[_Figure]:
    numbers = view.facts((entry.iri for entry in stated), _READ)
    areas = _areas(view, numbers.values())
    for entry, facts in zip(stated, numbers.values(), strict=True):
        one, unit = facts.one, facts.one("zt:writtenUnit")
        area = areas.get(one("zt:refArea"), "") or one("zt:refAreaName") or _own(places, entry.doc)
        yield _Figure(one("zt:indicator"), one("zt:population"), area, one("zt:countedAs").removeprefix(ZT),
                      one("zt:kind").removeprefix(ZT),
                      one("zt:refPeriod"), one("zt:bound").removeprefix(ZT), one("zt:verbatim").removesuffix(unit),
                      unit, one("zt:changePercent"), one("zt:value"), entry.doc, home(entry.home))


def _own(places: Places, doc: str) -> str:
    """The area a document comes from, in brackets: the sentence itself names none."""
    name = places.area_name(doc)
    return f"（{name}）" if name else ""


def _areas(view: View, found: Iterable[Facts]) -> dict[str, str]:
    names = view.facts({facts.one("zt:refArea") for facts in found} - {""}, ("skos:prefLabel",))
    return {iri: facts.one("skos:prefLabel") for iri, facts in names.items()}


def _before(figure: _Figure) -> Iterator[_Figure]:
    """Last year's value, from this year's and its change: 949, +11.4 % → about 851.9."""
    value = figure.value.replace(",", "")
    if not (figure.kind in _STEADY and figure.change and figure.time.isdigit() and value.replace(".", "", 1).isdigit()):
        return
    grown = 1 + float(figure.change) / 100
    if grown > 0:
        digits = max(1, len(value.partition(".")[2]))
        yield figure._replace(kind="derived", time=str(int(figure.time) - 1), bound="approximately", change="",
                              value=f"{float(value) / grown:.{digits}f}", base="")


def _differing(found: Iterable[_Figure], places: Places) -> Iterator[Note]:
    """The same thing counted, and another value in another document.

    A stock and a flow may differ; what is told of neither side is held against both.
    """
    said: dict[tuple[str, ...], dict[str, _Figure]] = {}
    for figure in found:
        if figure.base and figure.area and not figure.bound:
            for side in (figure.side,) if figure.side else ("stock", "flow"):
                said.setdefault(figure._replace(side=side).counted, {}).setdefault(figure.base, figure)
    for each in dict.fromkeys(tuple(values.values()) for values in said.values()):
        if len({figure.doc for figure in each}) > 1:
            one = each[0]
            what = " ".join(filter(None, (one.area.strip("（）"), one.population, one.indicator, one.time)))
            values = "；".join(f"{f.value}{f.unit}（{places.name(f.doc)}）" for f in each)
            yield Note("differing", {"what": what, "said": values})
