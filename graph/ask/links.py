"""Links from thing to thing as the store has them, and chains of one or two.

What one statement joins, or what shares a third thing, needs no network: the links of both ends, held against each
other, show it, in all documents of the store at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import log2
from typing import NamedTuple

from graph.ask.duties import duties_of, rank
from graph.ask.places import Places, Witness, latest, standing
from graph.store.terms import DOC, ID, SHORTCUT, ZT
from graph.store.view import View

__all__ = ["Link", "short_chain"]

DEAREST = 3.5  # no chain of three costs less (see graph.network.walk); what only a hub joins is left to a network
_CLAIM = ("zt:subject", "zt:object", "zt:predicate", "zt:statedIn", "zt:evidence")


class Link(NamedTuple):
    """From ``start`` to ``end`` (IRIs) as it is walked; ``is_forward`` tells whether the text says it that way round.

    ``rank`` is that of the role (lead, joint, support); the words of ``witness`` are not yet read.
    """

    start: str
    predicate: str
    end: str
    is_forward: bool
    rank: int
    basis: str
    doc: str
    witness: Witness | None

    @property
    def relation(self) -> str:
        """A code: ``leads``, or ``leadsOf`` where it is walked backwards."""
        return self.predicate if self.is_forward else f"{self.predicate}Of"

    @property
    def back(self) -> Link:
        return self._replace(start=self.end, end=self.start, is_forward=not self.is_forward)


Chain = tuple[Link, ...]


def short_chain(view: View, a: str, b: str) -> Chain:
    """The links from ``a`` to ``b``, directly or through a third thing that few others share; empty if there are none.

    Of several the one through the least shared thing, stated before inferred, then by role and the later document.
    """
    mine, theirs = (_by_end(_links(view, iri)) for iri in (a, b))
    shared = [thing for thing in mine.keys() & theirs.keys() if _explains(thing)] if b not in mine else []
    chains: list[Chain] = [(link,) for link in mine.get(b, ())]
    chains += [(one, other.back) for thing in shared for one in mine[thing] for other in theirs[thing]]
    toll = {thing: _toll(view, thing) for thing in shared}
    costs = {chain: sum(map(_cost, chain)) + sum(toll[link.end] for link in chain[:-1]) for chain in chains}
    chains = [chain for chain in chains if costs[chain] <= DEAREST]
    places = Places(view, {link.doc for chain in chains for link in chain})
    return min(chains, key=lambda chain: (costs[chain], *(_order(link, places) for link in chain)), default=())


def _links(view: View, iri: str) -> Iterator[Link]:
    """What a thing answers for, who answers for it, and what is claimed of it and others, as walked from it."""
    for duty in duties_of(view, _pointing(view, iri, "zt:holder", "zt:responsibleFor")):
        if duty.of and duty.holder:
            predicate = SHORTCUT.get(duty.role, duty.role)
            link = Link(duty.holder, predicate, duty.of, True, rank(duty.role), duty.basis, duty.doc, duty.witness)
            yield link if iri == duty.holder else link.back
    for facts in view.facts(_pointing(view, iri, "zt:subject", "zt:object"), _CLAIM).values():
        predicate, where = facts.one("zt:predicate").removeprefix(ZT), next(iter(standing(facts)), None)
        start, end = facts.one("zt:subject"), facts.one("zt:object")
        if predicate != "within" and start.startswith(ID) and end.startswith(ID):
            link = Link(start, predicate, end, True, 0, "stated" if where else "", facts.one("zt:statedIn"), where)
            yield link if iri == start else link.back


def _pointing(view: View, iri: str, *names: str) -> list[str]:
    """The statements that point to a thing by one of these properties."""
    return list(dict.fromkeys(statement for name in names for statement in view.subjects(name, [iri])))


def _by_end(links: Iterable[Link]) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = {}
    for link in links:
        found.setdefault(link.end, []).append(link)
    return found


def _explains(thing: str) -> bool:
    """Documents and places join everything and so explain nothing; the measures of a document do."""
    is_document = thing.startswith(DOC) and thing.removeprefix(DOC).count("/") < 2
    return not is_document and not thing.startswith(f"{ID}place/")


def _cost(link: Link) -> float:
    """1 for each link, a half more if inferred."""
    return 1.0 if link.basis == "stated" else 1.5


def _toll(view: View, thing: str) -> float:
    """What passing through a thing costs: half the logarithm of its links."""
    links = _pointing(view, thing, "zt:responsibleFor", "zt:holder", "zt:subject", "zt:object")
    return log2(max(1, len(links))) / 2


def _order(link: Link, places: Places) -> tuple[object, ...]:
    return (link.basis != "stated", link.rank, latest(places.date(link.doc)), link.witness or (), link.predicate,
            link.end)
