"""``show``: everything the store says of one thing, line by line, each with its witness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from graph.ask.duties import duties_of
from graph.ask.letterhead import letterhead
from graph.ask.match import THINGS, Match, resolve, taken_for
from graph.ask.places import Places, Witness, quoted, standing, widest, worded
from graph.ask.telling import as_told
from graph.listing import Code, Column, Listing
from graph.store.decisions import curation
from graph.store.terms import ID, ZT
from graph.store.view import View

__all__ = ["show"]

_SHOW = (Column("fact", "fact"), Column("text"), Column("basis", "basis"), Column("quote"), Column("place"))
#: Property → code table of its values.
_FACTS = {"zt:area": "", "zt:start": "", "zt:end": "", "zt:state": "state", "zt:declaredCount": "",
          "zt:status": "status", "zt:due": "", "zt:commitment": "commitment", "zt:subtype": "", "zt:within": "",
          "zt:statedIn": ""}
_CLAIM = ("zt:subject", "zt:object", "zt:predicate", "zt:subjectName", "zt:objectName", "zt:statedIn", "zt:evidence")
_NUMBER = ("zt:indicator", "zt:verbatim", "zt:refPeriod", "zt:statedIn", "zt:evidence")


class _Line(NamedTuple):
    """``fact`` is a code; ``doc`` stands in for a witness (not yet read) where a document says so as a whole."""

    fact: str
    text: str
    basis: str = ""
    witness: Witness | None = None
    doc: str = ""


def show(view: View, name: str, limit: int = 0) -> Listing:
    """One thing: labels, class, facts, responsibilities, relations both ways, numbers, documents, evidence.

    ``limit`` is how many lines of each sort at most, 0 gives all.  Raises NoMatch if the name is unknown or ambiguous.
    """
    match = resolve(view, name, THINGS)
    iri = match.entry.iri
    lines = [*_labels(match), *_merged(view, iri), *_facts(view, iri), *_head(view, match), *_duties(view, iri),
             *_relations(view, iri), *_numbers(view, iri), *_evidence(view, iri)]
    shown, more = _first_of_each(lines, limit)
    return Listing(_SHOW, _rows(view, shown), notes=taken_for(name, match), more=more)


def _first_of_each(lines: list[_Line], limit: int) -> tuple[list[_Line], int]:
    """The first lines of each sort, and how many more there are."""
    met = Counter[str]()
    shown = []
    for line in lines:
        met[line.fact] += 1
        if not limit or met[line.fact] <= limit:
            shown.append(line)
    return shown, len(lines) - len(shown)


def _rows(view: View, lines: list[_Line]) -> tuple[tuple[str, ...], ...]:
    places = Places(view, {line.witness.doc if line.witness else line.doc for line in lines})
    read = worded(view, (line.witness for line in lines))
    return tuple((line.fact, line.text, line.basis, quoted(witness), places.cite(witness, line.doc))
                 for line, witness in zip(lines, read, strict=True))


def _labels(match: Match) -> Iterator[_Line]:
    entry = match.entry
    yield _Line("name", entry.label)
    yield _Line("kind", Code(entry.kind, "kind"))
    if entry.names:
        yield _Line("names", "、".join(entry.names))
    yield _Line("iri", entry.iri.removeprefix(ID))


def _merged(view: View, iri: str) -> Iterator[_Line]:
    for other in curation(view).same(iri)[1:]:
        yield _Line("merged", other.removeprefix(ID), "byAnalyst")


def _facts(view: View, iri: str) -> Iterator[_Line]:
    facts = view.facts([iri], _FACTS)[iri]
    for name, table in _FACTS.items():
        for value in facts.all(name):
            yield _Line(name.removeprefix("zt:"), _label(view, value) or Code(value.removeprefix(ZT), table))


def _head(view: View, match: Match) -> Iterator[_Line]:
    doc = match.entry.iri
    for element in letterhead(view, doc, view.facts([doc])[doc]) if match.entry.kind == "Document" else ():
        yield _Line(element.fact, element.text, "stated" if element.witness else "", element.witness, doc)


def _label(view: View, value: str) -> str:
    """The name of a thing; its id where it has none; nothing for what is no thing of the store."""
    if not value.startswith(ID):
        return ""
    facts = view.facts([value], ("skos:prefLabel", "dct:title"))[value]
    return facts.one("skos:prefLabel") or facts.one("dct:title") or value.removeprefix(ID)


def _duties(view: View, iri: str) -> Iterator[_Line]:
    for duty in duties_of(view, view.subjects("zt:responsibleFor", [iri])):
        yield _Line(f"{duty.role}Holder", duty.holder_name, duty.basis, duty.witness, duty.doc)
    for each in as_told(view, duties_of(view, view.subjects("zt:holder", [iri]))):
        yield _Line(each.duty.role, each.label, each.duty.basis, each.witness, each.duty.doc)


def _relations(view: View, iri: str) -> Iterator[_Line]:
    for this, that, suffix in (("subject", "object", ""), ("object", "subject", "Of")):
        lines = []
        for facts in view.facts(view.subjects(f"zt:{this}", [iri]), _CLAIM).values():
            where = standing(facts)
            other = _label(view, facts.one(f"zt:{that}")) or facts.one(f"zt:{that}Name")
            relation = facts.one("zt:predicate").removeprefix(ZT) + suffix
            lines.append(_Line(relation, other, "stated" if where else "", where[0] if where else None,
                               facts.one("zt:statedIn")))
        yield from sorted(lines, key=lambda line: (line.fact, line.text, line.doc))


def _numbers(view: View, iri: str) -> Iterator[_Line]:
    numbers = view.facts([*view.subjects("zt:about", [iri]), *view.subjects("zt:inMeasure", [iri])], _NUMBER)
    for facts in numbers.values():
        when = f"（{facts.one('zt:refPeriod')}）" if facts.one("zt:refPeriod") else ""
        said = f"{facts.one('zt:indicator')} {facts.one('zt:verbatim')}{when}"
        yield _Line("numbers", said, "stated", widest(standing(facts)), facts.one("zt:statedIn"))


def _evidence(view: View, iri: str) -> Iterator[_Line]:
    for witness in standing(view.facts([iri], ("zt:evidence",))[iri]):
        yield _Line("seen", "", "stated", witness)
