"""``show``: everything the store says of one thing, line by line, each with its witness."""

from __future__ import annotations

from collections.abc import Iterator

from graph.ask.duties import duties_of
from graph.ask.match import THINGS, Match, resolve, taken_for
from graph.ask.places import Places, Witness, short, witness_of
from graph.listing import Column, Listing
from graph.store.terms import ID, ZT
from graph.store.view import View
from graph.words import code

__all__ = ["show"]

_SHOW = (Column("fact", "fact"), Column("text"), Column("basis", "basis"), Column("quote"), Column("place"))
#: Property → code table of its values.
_FACTS = {"area": "", "start": "", "end": "", "state": "state", "declaredCount": "", "status": "status", "due": "",
          "commitment": "commitment", "subtype": "", "number": "", "issuerName": "", "signer": "", "addressee": "",
          "copiedTo": "", "category": "", "statedIn": ""}
Row = tuple[str, str, str, str, str]
_Line = tuple[str, str, str, Witness | None, str]


def show(view: View, name: str) -> Listing:
    """One thing: labels, class, facts, responsibilities, relations both ways, numbers, documents, evidence.

    Raises NoMatch if the name is unknown or ambiguous.
    """
    match = resolve(view, name, THINGS)
    lines = [*_labels(match), *_facts(view, match.entry.iri), *_duties(view, match.entry.iri),
             *_claims(view, match.entry.iri), *_numbers(view, match.entry.iri), *_evidence(view, match.entry.iri)]
    places = Places(view, {doc for *_, witness, doc in lines for doc in (witness.doc if witness else doc,) if doc})
    return Listing(_SHOW, tuple(_row(line, places) for line in lines), notes=taken_for(name, match))


def _row(line: _Line, places: Places) -> Row:
    fact, text, basis, witness, doc = line
    return fact, text, basis, short(witness.quote) if witness else "", places.cite(witness, doc)


def _labels(match: Match) -> Iterator[_Line]:
    entry = match.entry
    yield "name", entry.label, "", None, ""
    yield "kind", code("kind", entry.kind), "", None, ""
    if entry.names:
        yield "names", "、".join(entry.names), "", None, ""
    yield "iri", entry.iri.removeprefix(ID), "", None, ""


def _facts(view: View, iri: str) -> Iterator[_Line]:
    rows = view.select(f"""SELECT DISTINCT ?p ?o ?l WHERE {{ <{iri}> ?p ?o
        FILTER(STRSTARTS(STR(?p), "{ZT}")) OPTIONAL {{ ?o skos:prefLabel|dct:title ?l }} }} ORDER BY ?p ?o""")
    for row in rows:
        name = row["p"].removeprefix(ZT)
        if name in _FACTS:
            said = code(_FACTS[name], row["o"].removeprefix(ZT).removeprefix(ID))
            yield name, row["l"] or said, "", None, ""


def _duties(view: View, iri: str) -> Iterator[_Line]:
    names = {row["t"]: row["l"] for row in view.select(
        f"SELECT ?t ?l WHERE {{ ?r zt:holder <{iri}> ; zt:responsibleFor ?t . ?t skos:prefLabel ?l }}")}
    for duty in duties_of(view, f"?r zt:responsibleFor <{iri}> ."):
        yield f"{duty.role}Holder", duty.holder_name, duty.basis, duty.witness, duty.doc
    for duty in duties_of(view, f"?r zt:holder <{iri}> ."):
        yield duty.role, names.get(duty.of) or duty.of_name, duty.basis, duty.witness, duty.doc


def _claims(view: View, iri: str) -> Iterator[_Line]:
    for this, that in (("subject", "object"), ("object", "subject")):
        rows = view.select(f"""SELECT ?p ?o ?l ?n ?d ?b ?e ?q WHERE {{
            ?c zt:{this} <{iri}> ; zt:predicate ?p ; zt:statedIn ?d
            OPTIONAL {{ ?c zt:{that} ?o OPTIONAL {{ ?o skos:prefLabel|dct:title ?l }} }}
            OPTIONAL {{ ?c zt:{that}Name ?n }}
            OPTIONAL {{ ?c zt:evidence ?v . ?v nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?q }}
            }} ORDER BY ?p ?l ?n ?d ?b""")
        for row in {(row["p"], row["o"] or row["n"], row["d"]): row for row in reversed(rows)}.values():
            relation = row["p"].removeprefix(ZT) + ("" if this == "subject" else "Of")
            yield relation, row["l"] or row["n"], "stated" if row["b"] else "", witness_of(row), row["d"]


def _numbers(view: View, iri: str) -> Iterator[_Line]:
    rows = view.select(f"""SELECT ?i ?n ?t ?d ?b ?e ?q WHERE {{
        ?o zt:about|zt:inMeasure <{iri}> ; zt:indicator ?i ; zt:verbatim ?n ; zt:statedIn ?d
        OPTIONAL {{ ?o zt:refPeriod ?t }}
        OPTIONAL {{ ?o zt:evidence ?v . ?v nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?q }}
        }} ORDER BY ?d ?b""")
    for row in rows:
        when = f"（{row['t']}）" if row["t"] else ""
        yield "numbers", f"{row['i']} {row['n']}{when}", "stated", witness_of(row), row["d"]


def _evidence(view: View, iri: str) -> Iterator[_Line]:
    rows = view.select(f"""SELECT ?d ?b ?e ?q WHERE {{ <{iri}> zt:evidence ?v .
        ?v nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?q ; prov:wasQuotedFrom ?d }} ORDER BY ?d ?b""")
    for row in rows:
        yield "seen", "", "stated", witness_of(row), row["d"]

