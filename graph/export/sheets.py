"""The store as tables: who owns what in one flat table, then one table a kind of thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graph.ask.duties import Duty, duties_of, told
from graph.ask.places import Places, Witness, standing, widest, witnesses, worded
from graph.listing import Cell, Column, Listing
from graph.store.facts import Facts
from graph.store.terms import DOC, ID, ZT
from graph.store.view import View

__all__ = ["SHEETS", "TEXTS"]

TEXTS = "texts"  # the table that quotes are linked to

_WHERE = (Column("quote"), Column("document"), Column("section"), Column("start"), Column("end"))
_DUTIES = (Column("what"), Column("owner"), Column("role", "role"), Column("basis", "basis"), Column("rule"), *_WHERE)
_MEASURES = (Column("key"), Column("title"), Column("status", "status"), Column("due"),
             Column("commitment", "commitment"), Column("text"), *_WHERE)
_NUMBERS = (Column("indicator"), Column("population"), Column("time"), Column("counted", "counted"),
            Column("number_kind", "number_kind"), Column("bound", "bound"), Column("written"), Column("value"),
            Column("unit"), Column("change"), *_WHERE)
_ENTITIES = (Column("name"), Column("kind", "kind"), Column("names"), Column("area"), Column("iri"), *_WHERE)
_RELATIONS = (Column("from"), Column("relation", "relation"), Column("to"), Column("rule"), *_WHERE)
_TEXTS = (Column("document"), Column("start"), Column("end"), Column("text"))
_DOCUMENTS = (Column("key"), Column("title"), Column("number"), Column("date"), Column("issuer"))


def duties(view: View) -> Listing:
    """One row a responsibility: the flat table of who owns what, by document and place."""
    found = duties_of(view, _instances(view, "zt:Responsibility"))
    things = view.facts({duty.of for duty in found if duty.of}, ("skos:prefLabel", "zt:evidence"))
    homes = {iri: where[0] for iri, facts in things.items() if (where := standing(facts))}
    places = Places(view, {duty.doc for duty in found})
    shown = [(duty, told(duty, homes.get(duty.of))) for duty in found]
    shown.sort(key=lambda each: (each[0].doc, each[1] or (), not each[0].is_stated, each[0].iri))
    read = worded(view, (witness for _, witness in shown))
    return Listing(_DUTIES, tuple(_duty(duty, things.get(duty.of, Facts()), witness, places)
                                  for (duty, _), witness in zip(shown, read, strict=True)))


def _duty(duty: Duty, thing: Facts, witness: Witness | None, places: Places) -> tuple[Cell, ...]:
    return (thing.one("skos:prefLabel") or duty.of_name, duty.holder_name, duty.role, duty.basis, duty.rule,
            *_where(witness, places, duty.doc))


def measures(view: View) -> Listing:
    return Listing(_MEASURES, tuple(
        (iri.partition("/m/")[2], facts.one("skos:prefLabel"), _code(facts, "zt:status"), facts.one("zt:due"),
         _code(facts, "zt:commitment"), facts.one("zt:text"), *where)
        for iri, facts, where in _rows(view, "zt:Measure")))


def numbers(view: View) -> Listing:
    return Listing(_NUMBERS, tuple(
        (facts.one("zt:indicator"), facts.one("zt:population"), facts.one("zt:refPeriod"),
         _code(facts, "zt:countedAs"), _code(facts, "zt:kind"),
         _code(facts, "zt:bound"), facts.one("zt:verbatim"), facts.one("zt:value"), facts.one("zt:unit"),
         facts.one("zt:changePercent"), *where)
        for _, facts, where in _rows(view, "zt:Observation")))


def relations(view: View) -> Listing:
    return Listing(_RELATIONS, tuple(
        (facts.one("zt:subjectName") or where[1], _code(facts, "zt:predicate"), facts.one("zt:objectName"),
         facts.one("zt:rule"), *where)
        for _, facts, where in _rows(view, "zt:Claim")))


def entities(view: View) -> Listing:
    kinds = ("Document", "Measure", "Observation", "Responsibility")
    found = {entry.iri: entry for entry in view.entries() if entry.kind not in kinds}
    facts = view.facts(found)
    places = list(map(widest, witnesses(view, facts.values())))
    cited = Places(view, {place.doc for place in places if place})
    return Listing(_ENTITIES, tuple(
        (entry.label, entry.kind, "、".join(entry.names), facts[entry.iri].one("zt:area").rpartition("/")[2],
         entry.iri.removeprefix(ID), *_where(place, cited))
        for entry, place in zip(found.values(), places, strict=True)))


def documents(view: View) -> Listing:
    found = view.facts(_instances(view, "zt:Document"))
    return Listing(_DOCUMENTS, tuple(
        (iri.removeprefix(DOC), facts.one("dct:title"), facts.one("zt:number"),
         facts.one("dct:issued") or facts.one("zt:year"), facts.one("zt:issuerName"))
        for iri, facts in found.items()))


def _instances(view: View, name: str) -> list[str]:
    return [row["x"] for row in view.select(f"SELECT DISTINCT ?x WHERE {{ ?x a {name} }} ORDER BY ?x")]


def _code(facts: Facts, name: str) -> str:
    return facts.one(name).removeprefix(ZT)


def _rows(view: View, name: str) -> Iterator[tuple[str, Facts, tuple[Cell, ...]]]:
    """Everything of a class with its widest witness, in the order of the text."""
    found = view.facts(_instances(view, name))
    cited = Places(view, {facts.one("zt:statedIn") for facts in found.values()})
    placed = [(widest(where), iri) for iri, where in zip(found, witnesses(view, found.values()), strict=True)]
    for witness, iri in sorted(placed, key=lambda each: (found[each[1]].one("zt:statedIn"), each[0] or (), each[1])):
        yield iri, found[iri], _where(witness, cited, found[iri].one("zt:statedIn"))


def _where(witness: Witness | None, places: Places, doc: str = "") -> tuple[Cell, ...]:
    if witness is None:
        return "", places.name(doc) if doc else "", "", "", ""
    return witness.quote, places.name(witness.doc), witness.section, witness.start, witness.end


def texts(view: View) -> Listing:
    """The lines of every document with their raw offsets: where the quotes of the other tables stand."""
    found = view.select("SELECT ?d ?text WHERE { ?c a nif:Context ; nif:isString ?text ; prov:wasQuotedFrom ?d } "
                        "ORDER BY ?d")
    places = Places(view, {row["d"] for row in found})
    return Listing(_TEXTS, tuple((places.name(row["d"]), start, start + len(line), line)
                                 for row in found for start, line in _lines(row["text"])))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, each with its offset."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


#: Key of a table, whose heading is its name → how to make it.
SHEETS: dict[str, Callable[[View], Listing]] = {
    "duties": duties, "measures": measures, "numbers": numbers, "entities": entities, "relations": relations,
    "documents": documents, TEXTS: texts,
}
