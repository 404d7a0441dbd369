"""One document's statements in the forms of ``zhengtu extract``, without a store."""

from __future__ import annotations

from collections.abc import Callable

from graph.listing import Column, Listing, render
from graph.model import Header, Responsibility, Statements
from graph.words import apart, code, noted, sentence

__all__ = ["EXTRACTS"]

_MEASURES = (Column("key"), Column("what"), Column("status", "status"), Column("due"), Column("owners"))
_NUMBERS = (Column("indicator"), Column("population"), Column("time"), Column("value"), Column("change"))
_HEADER = ("title", "number", "date", "issuer", "signer", "subject")


def to_json(statements: Statements, _: str = "zh") -> str:
    """The answer in the fixed form that is compared with gold."""
    import json

    from graph.answer import to_answer

    return json.dumps(to_answer(statements), ensure_ascii=False, indent=1) + "\n"


def to_trig(statements: Statements, _: str = "zh") -> str:
    from graph.export.rdf import trig
    from graph.rdf import to_quads

    return trig(to_quads(statements)).decode()


def to_text(statements: Statements, lang: str = "zh") -> str:
    """For reading: header, measures with owners, numbers."""
    measures = Listing(_MEASURES, tuple(
        (m.id, m.title, m.status, m.due, apart((_owner(duty, lang) for duty in _duties(statements, m.id)), lang))
        for m in statements.measures))
    numbers = Listing(_NUMBERS, tuple(
        (i.name, i.population, i.time, f"{i.comparator}{i.value}{i.unit}", i.change) for i in statements.indicators))
    parts = [_header(statements.document.header, lang), render(measures, lang=lang), render(numbers, lang=lang)]
    return "\n".join(parts)


def _header(header: Header, lang: str) -> str:
    said = ((code("fact", name, lang), getattr(header, name)) for name in _HEADER)
    return "".join(sentence("headed", lang).format(name=word, value=value) + "\n" for word, value in said if value)


def _duties(statements: Statements, measure: str) -> list[Responsibility]:
    mine = (duty for duty in statements.responsibilities if duty.of_id == measure)
    return sorted(mine, key=lambda duty: (duty.basis != "stated", duty.role != "lead"))


def _owner(duty: Responsibility, lang: str) -> str:
    basis = code("basis", "stated", lang) if duty.basis == "stated" else sentence("inferred", lang)
    return noted(duty.agent, (code("role", duty.role, lang), basis), lang)


#: Form → the statements as text.
EXTRACTS: dict[str, Callable[[Statements, str], str]] = {"json": to_json, "trig": to_trig, "text": to_text}
