"""From the database to the files beside it: names of what can be looked up, facts of what is listed, what is dated."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sized

from pyoxigraph import Quad, Store

from graph.store.dated import Dated, dated_of, write_dated
from graph.store.facts import Facts, facts_of, subjects_of
from graph.store.kept import kept_line, write_kept
from graph.store.names import OWNED, Entry, Owned, fullest, words_of, write_names
from graph.store.terms import SHORTCUT, ZT, place_of

__all__ = ["KINDS", "dated_in", "entries_of", "told_by", "write_beside"]


#: Classes that can be looked up; the first one a thing belongs to is its kind.
KINDS = ("Agency", "Enterprise", "Institute", "Association", "Platform", "Programme", "Project", "Policy", "Place",
         "Person", "ActorClass", "NamedList", "Tier", "Document", "Measure", "Observation", "Responsibility")
_LISTED = (*KINDS, "Claim", "HeaderElement", "Evidence")
_LABEL = {"Document": "dct:title", "Observation": "zt:indicator", "Responsibility": "zt:responsibleForName"}
_RESPONSIBLE_FOR = f"<{ZT}responsibleFor>"
_NAMES = ("skos:prefLabel", "skos:altLabel", "zt:number", "zt:population", "zt:verbatim", "zt:holderName")


def entries_of(store: Store) -> Iterator[Entry]:
    """The entries of a whole store, by kind and IRI."""
    entries = (_entry(store, iri, facts) for iri, facts in _listed(store, _all(store)))
    yield from sorted((entry for entry in entries if entry), key=lambda entry: (entry.kind, entry.iri))


def dated_in(store: Store) -> Iterator[Dated]:
    """The events of a whole store."""
    for iri, facts in _listed(store, _all(store)):
        yield from _dated(store, iri, facts)


def write_beside(store: Store, folder: str, old: str = "", touched: Iterable[str] = ()) -> None:
    """The files of a database; where ``old`` names a folder with those before a change, only what was ``touched``
    is read."""
    names, kept, dated = list[Entry](), list[str](), list[Dated]()
    for iri, facts in _listed(store, touched if old else _all(store)):
        kept.append(kept_line(iri, facts))
        dated += _dated(store, iri, facts)
        names += filter(None, [_entry(store, iri, facts)])
    files: dict[str, tuple[Callable[..., None], Sized]] = {
        "names.tsv": (write_names, names), "facts.tsv": (write_kept, kept), "dates.tsv": (write_dated, dated)}
    for name, (write, found) in files.items():
        write(os.path.join(folder, name), found, os.path.join(old, name) if old else "", frozenset(touched))


def _dated(store: Store, iri: str, facts: Facts) -> Iterator[Dated]:
    home = _home(facts.all("zt:evidence"), _kind(facts))
    yield from dated_of(iri, facts, home, lambda measure: _commitment(store, measure))
    claims = subjects_of(store, "zt:subject", [iri]) if facts.one("zt:issuedOn") else ()
    for claim in facts_of(store, claims, ("zt:predicate", "zt:objectName", "zt:evidence")).values():
        if claim.one("zt:predicate") == ZT + "issuedOn":
            yield Dated(claim.one("zt:objectName"), "issuedOn", iri, "", _home(claim.all("zt:evidence"), ""))


def _commitment(store: Store, measure: str) -> str:
    return facts_of(store, [measure], ("zt:commitment",))[measure].one("zt:commitment") if measure else ""


def _all(store: Store) -> set[str]:
    return {iri for kind in _LISTED for iri in subjects_of(store, "rdf:type", [ZT + kind])}


def _listed(store: Store, iris: Iterable[str]) -> Iterator[tuple[str, Facts]]:
    """Those of the things that listings list, with all that is said of them."""
    classes = {ZT + kind for kind in _LISTED}
    for iri in iris:
        facts = facts_of(store, [iri])[iri]
        if not classes.isdisjoint(facts.all("rdf:type")):
            yield iri, facts


def _entry(store: Store, iri: str, facts: Facts) -> Entry | None:
    """Nothing for a thing without a name, or for a responsibility whose object is a thing of its own."""
    kind = _kind(facts)
    label = fullest(facts.all(_LABEL.get(kind, "skos:prefLabel")))
    if not kind or not label or (kind == "Responsibility" and facts.one("zt:responsibleFor")):
        return None
    names = dict.fromkeys(name for property in _NAMES for name in facts.all(property))
    names.pop(label, None)
    words = words_of((label, *names), fullest(facts.all("zt:text")))
    return Entry(iri, kind, label, tuple(names), tuple(facts.all("skos:hiddenLabel")), facts.one("zt:statedIn"), words,
                 _home(facts.all("zt:evidence"), kind), _owned(store, iri, kind))


def _owned(store: Store, iri: str, kind: str) -> Owned:
    """The responsibilities for a thing; one that is for no thing of the store stands for itself."""
    if kind not in OWNED:
        return Owned()
    duties = [iri] if kind == "Responsibility" else subjects_of(store, "zt:responsibleFor", [iri])
    found = list(facts_of(store, duties, ("zt:role", "zt:basis", "zt:holder", "zt:holderName")).values())
    counts = Counter((facts.one("zt:basis") == ZT + "stated", facts.one("zt:role").removeprefix(ZT)) for facts in found)
    leaders = {facts.one("zt:holder") or facts.one("zt:holderName") for facts in found
               if (facts.one("zt:basis"), facts.one("zt:role")) == (ZT + "stated", ZT + "lead")}
    return Owned._make([*(counts[is_stated, role] for is_stated in (True, False) for role in SHORTCUT), len(leaders)])


def _kind(facts: Facts) -> str:
    return next((kind for kind in KINDS if ZT + kind in facts.all("rdf:type")), "")


def _home(evidence: list[str], kind: str) -> str:
    """The place to show: the first; of a number, which may cite its year apart, the widest."""
    places = sorted(evidence, key=place_of)
    return max(places, key=_size) if places and kind == "Observation" else next(iter(places), "")


def _size(evidence: str) -> int:
    _, start, end = place_of(evidence)
    return end - start


def told_by(quads: Iterable[Quad | str]) -> set[str]:
    """The IRIs of which quads, as such or as lines spell them, say something; what somebody answers for among them."""
    terms = set[str]()
    for subject, predicate, rest in (str(quad).split(" ", 2) for quad in quads):
        terms.add(subject)
        if predicate == _RESPONSIBLE_FOR:
            terms.add(rest.partition(" ")[0])
    return {term[1:-1] for term in terms if term.startswith("<")}
