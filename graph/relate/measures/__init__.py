"""The measures of a document: one per smallest numbered or enumerated item of action.

:mod:`scope <graph.relate.measures.scope>` decides which parts of the outline are actions,
:mod:`status <graph.relate.measures.status>` whether they are reported or promised, how firmly, and until when.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Document, Measure
from graph.relate.measures.scope import Unit, find_units
from graph.relate.measures.status import commitment_of, due_of, said_status, status_of, tells_of_past, turns_to_plan
from graph.relate.measures.titles import title_of

__all__ = ["find_measures"]


def find_measures(document: Document) -> tuple[Measure, ...]:
    """All measures in text order; none for a statistical bulletin.

    >>> from graph.read import read_text
    >>> text = "某市行动方案\\n一、主要任务\\n1.建设园区。到2027年建成两个园区。\\n2.培育企业。支持企业创新。"
    >>> [(measure.id, measure.title, measure.status, measure.due) for measure in find_measures(read_text(text))]
    [('1.1', '建设园区', 'planned', '2027'), ('1.2', '培育企业', 'planned', '')]
    """
    units = list(find_units(document))
    paired = zip(units, _statuses(document, units), strict=True)
    return tuple(_measure(document, unit, status) for unit, status in paired)


def _statuses(document: Document, units: list[Unit]) -> Iterator[str]:
    """The status of each unit; one that does not say it in a report without headings is as the nearest before says,
    or the first behind, and behind words that turn to what is to be done (着力做好以下工作:) it is planned."""
    texts = [document.folded[unit.span.start:unit.span.end] for unit in units]
    said = [said_status(text, unit, document.header) for text, unit in zip(texts, units, strict=True)]
    if document.header.genre != "report":
        for text, unit, own in zip(texts, units, said, strict=True):
            yield own or status_of(text, unit, document.header)
        return
    nearest, turns = next(filter(None, said), "") or _told(document), turns_to_plan(document.folded)
    turned: tuple[str, ...] = ("",)
    for unit, own in zip(units, said, strict=True):
        while turns and turns[0] <= unit.span.start:
            turns, turned = turns[1:], unit.path[:1]  # as long as the heading is the same
        nearest = "planned" if unit.path[:1] == turned else own or nearest
        yield nearest


def _told(document: Document) -> str:
    """What a report is that says nowhere what it is: one without any mark of the past is a part that looks ahead."""
    return "done" if tells_of_past(document.folded) else "planned"


def _measure(document: Document, unit: Unit, status: str) -> Measure:
    folded = document.folded[unit.span.start:unit.span.end]
    text = document.text[unit.span.start:unit.span.end]
    planned = status == "planned"
    return Measure(
        unit.number, title_of(unit.title, text), text, unit.path, status,
        (document.evidence(*unit.span),), due_of(folded, document.header.year) if planned else "",
        commitment_of(folded) if planned else "", unit.span,
    )
