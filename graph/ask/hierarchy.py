"""``tree``: a whole and its parts, a body and what it owns, as an indented list."""

from __future__ import annotations

from collections.abc import Iterator

from graph.ask.duties import duties_of
from graph.ask.match import THINGS, resolve, taken_for
from graph.ask.places import Places, Witness, quoted, standing, worded
from graph.ask.telling import as_told
from graph.errors import NoMatch
from graph.listing import Column, Listing, Note, first
from graph.store.facts import Facts
from graph.store.terms import ZT
from graph.store.view import View

__all__ = ["tree"]

_TREE = (Column("name"), Column("relation", "fact"), Column("basis", "basis"), Column("quote"), Column("place"))
_CLAIM = ("zt:predicate", "zt:subject", "zt:subjectName", "zt:evidence")
_NAMED = ("skos:prefLabel", "dct:title")
_PARTS = ("partOf", "listedIn", "locatedIn", "within")
_Branch = tuple[str, str, str, Witness | None]  # IRI or name, relation, basis, witness (not yet read)


def tree(view: View, name: str, depth: int = 4, limit: int = 0) -> Listing:
    """What belongs to a thing, ``depth`` levels down: parts, members of a list, what a body leads or shares in.

    ``limit`` is how many branches at most, 0 gives all.  Raises NoMatch if the name is unknown or ambiguous, or if
    nothing lies below.
    """
    match = resolve(view, name, THINGS)
    branches = list(_walk(view, match.entry.iri, depth, (match.entry.iri,)))
    if not branches:
        raise NoMatch(f"{match.entry.label} 之下没有内容", hint=f"zhengtu show {match.entry.label}")
    shown, more = first(branches, limit)
    places = Places(view, {witness.doc for _, (*_, witness) in shown if witness})
    read = worded(view, (witness for _, (*_, witness) in shown))
    rows = [(match.entry.label, "", "", quoted(None), places.cite(None))]
    rows += [("　" * level + "└ " + _name(view, said), relation, basis, quoted(witness), places.cite(witness))
             for (level, (said, relation, basis, _)), witness in zip(shown, read, strict=True)]
    return Listing(_TREE, tuple(rows), Note("found", {"all": len(branches)}), taken_for(name, match), more)


def _walk(view: View, iri: str, depth: int, above: tuple[str, ...]) -> Iterator[tuple[int, _Branch]]:
    """The branches below a thing with their level; a thing met above itself is not entered again."""
    for branch in [*_parts(view, iri), *_owned(view, iri)]:
        yield len(above) - 1, branch
        if len(above) < depth and branch[0] not in above:
            yield from _walk(view, branch[0], depth, (*above, branch[0]))


def _parts(view: View, iri: str) -> list[_Branch]:
    claims = view.facts(view.subjects("zt:object", [iri]), _CLAIM)
    found: dict[str, _Branch] = {}
    for facts in claims.values():
        where = standing(facts)
        relation = facts.one("zt:predicate").removeprefix(ZT)
        part = facts.one("zt:subject") or facts.one("zt:subjectName")
        if relation in _PARTS:
            found.setdefault(part, (part, relation + "Of", "stated" if where else "", where[0] if where else None))
    return sorted(found.values(), key=lambda branch: (branch[3] or (), branch[0]))


def _owned(view: View, iri: str) -> list[_Branch]:
    return [(each.duty.of or each.duty.of_name, each.duty.role, each.duty.basis, each.witness)
            for each in as_told(view, duties_of(view, view.subjects("zt:holder", [iri])))]


def _name(view: View, said: str) -> str:
    facts = view.facts([said], _NAMED).get(said, Facts()) if "://" in said else Facts()
    return facts.one("skos:prefLabel") or facts.one("dct:title") or said
