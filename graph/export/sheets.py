"""The store as tables: who owns what in one flat table, then one table a kind of thing."""

from __future__ import annotations

from collections.abc import Callable

from graph.ask.duties import Duty, duties_of, told
from graph.ask.places import Places, Witness, first_places, one_each, witness_of
from graph.listing import Cell, Column, Listing
from graph.store.names import Entry
from graph.store.terms import ID, ZT
from graph.store.view import View

__all__ = ["SHEETS"]

_WHERE = (Column("quote"), Column("document"), Column("section"), Column("start"), Column("end"))
_DUTIES = (Column("what"), Column("kind", "kind"), Column("owner"), Column("role", "role"), Column("basis", "basis"),
           Column("rule"), *_WHERE)
_MEASURES = (Column("key"), Column("title"), Column("status", "status"), Column("due"),
             Column("commitment", "commitment"), Column("text"), *_WHERE)
_NUMBERS = (Column("indicator"), Column("population"), Column("time"), Column("number_kind", "number_kind"),
            Column("bound", "bound"), Column("written"), Column("value"), Column("unit"), Column("change"), *_WHERE)
_ENTITIES = (Column("name"), Column("kind", "kind"), Column("names"), Column("area"), Column("iri"), *_WHERE)
_RELATIONS = (Column("from"), Column("relation", "relation"), Column("to"), Column("rule"), *_WHERE)
_DOCUMENTS = (Column("key"), Column("title"), Column("number"), Column("date"), Column("issuer"))

_QUOTE = "OPTIONAL { ?x zt:evidence ?v . ?v nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?q }"


def duties(view: View) -> Listing:
    """One row a responsibility: the flat table of who owns what."""
    found = duties_of(view, "?r a zt:Responsibility .")
    things = {entry.iri: entry for entry in view.entries()}
    homes = first_places(view, {duty.of for duty in found if duty.of})
    places = Places(view, {duty.doc for duty in found})
    rows = [_duty(duty, things.get(duty.of), told(duty, homes.get(duty.of)), places) for duty in found]
    return Listing(_DUTIES, tuple(sorted(rows, key=str)))


def _duty(duty: Duty, thing: Entry | None, witness: Witness | None, places: Places) -> tuple[Cell, ...]:
    label, kind = (thing.label, thing.kind) if thing else (duty.of_name, "")
    return (label, kind, duty.holder_name, duty.role, duty.basis, duty.rule, *_where(witness, places, duty.doc))


def measures(view: View) -> Listing:
    rows = one_each(view.select(f"""SELECT * WHERE {{ ?x a zt:Measure ; skos:prefLabel ?t ; zt:text ?w ; zt:statedIn ?d
        OPTIONAL {{ ?x zt:status ?s }} OPTIONAL {{ ?x zt:due ?u }} OPTIONAL {{ ?x zt:commitment ?c }}
        {_QUOTE} }}"""), "x")
    places = Places(view, {row["d"] for row in rows})
    return Listing(_MEASURES, tuple(
        (row["x"].partition("/m/")[2], row["t"], row["s"].removeprefix(ZT), row["u"], row["c"].removeprefix(ZT),
         row["w"], *_where(witness_of(row), places, row["d"])) for row in rows))


def numbers(view: View) -> Listing:
    rows = one_each(view.select(f"""SELECT * WHERE {{ ?x a zt:Observation ; zt:indicator ?i ; zt:verbatim ?w
        ; zt:statedIn ?d
        OPTIONAL {{ ?x zt:population ?p }} OPTIONAL {{ ?x zt:refPeriod ?t }} OPTIONAL {{ ?x zt:bound ?c }}
        OPTIONAL {{ ?x zt:kind ?k }} OPTIONAL {{ ?x zt:value ?n }} OPTIONAL {{ ?x zt:unit ?u }}
        OPTIONAL {{ ?x zt:changePercent ?m }} {_QUOTE} }}"""), "x")
    places = Places(view, {row["d"] for row in rows})
    return Listing(_NUMBERS, tuple(
        (row["i"], row["p"], row["t"], row["k"].removeprefix(ZT), row["c"].removeprefix(ZT), row["w"], row["n"],
         row["u"], row["m"], *_where(witness_of(row), places, row["d"])) for row in rows))


def entities(view: View) -> Listing:
    kinds = ("Document", "Measure", "Observation", "Responsibility")
    found = [entry for entry in view.entries() if entry.kind not in kinds]
    homes = first_places(view, {entry.iri for entry in found})
    places = Places(view, {home.doc for home in homes.values()})
    areas = {row["x"]: row["a"] for row in view.select("SELECT ?x ?a WHERE { ?x zt:area ?a }")}
    return Listing(_ENTITIES, tuple(
        (e.label, e.kind, "、".join(e.names), areas.get(e.iri, "").rpartition("/")[2], e.iri.removeprefix(ID),
         *_where(homes.get(e.iri), places)) for e in found))


def relations(view: View) -> Listing:
    rows = one_each(view.select(f"""SELECT * WHERE {{ ?x a zt:Claim ; zt:predicate ?p ; zt:statedIn ?d
        OPTIONAL {{ ?x zt:subjectName ?s }} OPTIONAL {{ ?x zt:objectName ?o }} OPTIONAL {{ ?x zt:rule ?r }}
        {_QUOTE} }}"""), "x")
    places = Places(view, {row["d"] for row in rows})
    return Listing(_RELATIONS, tuple(
        (row["s"] or places.name(row["d"]), row["p"].removeprefix(ZT), row["o"], row["r"],
         *_where(witness_of(row), places, row["d"])) for row in rows))


def documents(view: View) -> Listing:
    rows = view.select("""SELECT ?d ?t ?n ?i (STR(COALESCE(?x, ?y)) AS ?when) WHERE { ?d a zt:Document
        OPTIONAL { ?d dct:title ?t } OPTIONAL { ?d zt:number ?n } OPTIONAL { ?d zt:issuerName ?i }
        OPTIONAL { ?d dct:issued ?x } OPTIONAL { ?d zt:year ?y } } ORDER BY ?d""")
    return Listing(_DOCUMENTS, tuple(
        (row["d"].removeprefix(ID + "doc/"), row["t"], row["n"], row["when"], row["i"]) for row in rows))


def _where(witness: Witness | None, places: Places, doc: str = "") -> tuple[Cell, ...]:
    if witness is None:
        return "", places.name(doc) if doc else "", "", "", ""
    section = places.section(witness.doc, witness.start)
    return witness.quote, places.name(witness.doc), section, witness.start, witness.end


#: Name of a table → how to make it.
SHEETS: dict[str, Callable[[View], Listing]] = {
    "责任": duties, "措施": measures, "数字": numbers, "实体": entities, "关系": relations, "文件": documents,
}
