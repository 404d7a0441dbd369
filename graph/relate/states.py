"""Whether an instrument is issued, still pending, or only cited.

A verb of issuing before its name says that it is issued, unless the measure it stands in is still planned
(正式出台《…》 under 下步工作计划, with no 已 or 了) or the sentence puts it off (拟, 将, 正在研究).  What came out
in a year before the document's own is issued.
"""

from __future__ import annotations

from dataclasses import replace

from graph.lexicon import Lexicon, load
from graph.link import Linked
from graph.model import Document, Entity, Measure, Mention
from graph.relate.relations.dated import dated
from graph.relate.relations.page import Page

__all__ = ["with_states"]

_REACH = 24  # code points from the name back to its verb
_RANK = ("issued", "pending", "cited")


def with_states(
    document: Document, linked: Linked, measures: tuple[Measure, ...], lexicon: Lexicon | None = None,
) -> tuple[Entity, ...]:
    """The entities, each policy with its state: the surest of its mentions decides."""
    page = Page.of(document, linked, lexicon or load())
    states: dict[str, str] = dict.fromkeys(linked.own, "issued")
    last, begin, joints = 0, 0, (*page.words("joint"), *page.words("longer_joint"))
    for met in page.met:
        if met.entity.type == "policy":
            begin = begin if begin and page.folded[last:met.start] in joints else met.start
            last = met.end
            said = _state(page, met.mention, begin, measures)
            states[met.entity.id] = min(said, states.get(met.entity.id, said), key=_RANK.index)
    states |= {id: "issued" for id in _earlier(page) if states.get(id) == "pending"}
    return tuple(replace(entity, state=states[entity.id]) if entity.id in states else entity
                 for entity in linked.entities)


def _earlier(page: Page) -> set[str]:
    """The instruments that came out in a year before the document's own."""
    year = page.document.header.year
    return {relation.s_id for relation in dated(page) if year and int(relation.o[:4]) < year}


def _state(page: Page, mention: Mention, begin: int, measures: tuple[Measure, ...]) -> str:
    """``begin`` is where the list of instruments starts that the mention is an item of: 出台《甲》和《乙》."""
    first = max(0, begin - _REACH)
    verb = page.pattern("issue").search(page.folded, first, begin)
    if verb is None:
        return "cited"
    if page.pattern("put_off").search(page.folded, first, verb.start() + 1):
        return "pending"
    past = verb[0].endswith("的") or page.pattern("past").search(
        page.folded, max(first, verb.start() - 8), mention.start)
    planned = any(m.status == "planned" and m.span.start <= mention.start < m.span.end for m in measures)
    return "pending" if planned and not past else "issued"
