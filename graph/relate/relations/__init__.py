"""Linked mentions → relations: who issued what, what is part of what, where it lies, what it was admitted to.

One module a kind of relation, each a function from a :class:`~graph.relate.relations.page.Page` to relations; the table
below is their registry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graph.lexicon import Lexicon, load
from graph.link import Linked
from graph.model import Document, Relation
from graph.relate.relations.admitted import admitted, recognised
from graph.relate.relations.dated import dated
from graph.relate.relations.grounds import based_on
from graph.relate.relations.issued import issued
from graph.relate.relations.ladders import next_tiers
from graph.relate.relations.listed import listed
from graph.relate.relations.located import located
from graph.relate.relations.page import Page
from graph.relate.relations.parts import belongings, included, members, parts, sections_below, units

__all__ = ["find_relations"]

KINDS: tuple[Callable[[Page], Iterator[Relation]], ...] = (
    issued, dated, parts, sections_below, units, belongings, included, members, located,
    admitted, recognised, listed, next_tiers, based_on,
)


def find_relations(document: Document, linked: Linked, lexicon: Lexicon | None = None) -> tuple[Relation, ...]:
    """The relations that the text states, each once, by place.

    >>> from graph.build import extract
    >>> from graph.read import read_text
    >>> said = extract(read_text("慈溪市科技局通知\\n一是布局飞地。今年在科技前沿阵地新建深圳飞地。"))
    >>> [(r.s, r.p, r.o) for r in said.relations]
    [('深圳飞地', 'located_in', '深圳市')]
    """
    page = Page.of(document, linked, lexicon or load())
    found: dict[tuple[str, str, str], Relation] = {}
    for kind in KINDS:
        for relation in kind(page):
            if relation.s_id != relation.o_id:
                found.setdefault((relation.s_id, relation.p, relation.o_id), relation)
    return tuple(sorted(found.values(), key=lambda r: (r.evidence[0], r.p, r.s_id, r.o_id)))
