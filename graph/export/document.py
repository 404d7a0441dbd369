"""One document's statements in the forms of ``zhengtu extract``, without a store."""

from __future__ import annotations

from collections.abc import Callable

from graph.listing import Column, Listing, render
from graph.model import Header, Responsibility, Statements

__all__ = ["EXTRACTS"]

_MEASURES = (Column("key"), Column("what"), Column("status", "status"), Column("due"), Column("owners"))
_NUMBERS = (Column("indicator"), Column("population"), Column("time"), Column("value"), Column("change"))
_HEADER = (("标题", "title"), ("文号", "number"), ("日期", "date"), ("发文机关", "issuer"), ("签发人", "signer"),
           ("事由", "subject"))


def to_json(statements: Statements) -> str:
    """The answer in the fixed form that is compared with gold."""
    import json

    from graph.answer import to_answer

    return json.dumps(to_answer(statements), ensure_ascii=False, indent=1) + "\n"


def to_trig(statements: Statements) -> str:
    from graph.export.rdf import trig
    from graph.rdf import to_quads

    return trig(to_quads(statements)).decode()


def to_text(statements: Statements) -> str:
    """For reading: header, measures with owners, numbers."""
    measures = Listing(_MEASURES, tuple(
        (m.id, m.title, m.status, m.due, "；".join(map(_owner, _duties(statements, m.id))))
        for m in statements.measures))
    numbers = Listing(_NUMBERS, tuple(
        (i.name, i.population, i.time, f"{i.comparator}{i.value}{i.unit}", i.change) for i in statements.indicators))
    parts = [_header(statements.document.header), render(measures), render(numbers)]
    return "\n".join(parts)


def _header(header: Header) -> str:
    said = ((word, getattr(header, name)) for word, name in _HEADER)
    return "".join(f"{word}：{value}\n" for word, value in said if value)


def _duties(statements: Statements, measure: str) -> list[Responsibility]:
    mine = (duty for duty in statements.responsibilities if duty.of_id == measure)
    return sorted(mine, key=lambda duty: (duty.basis != "stated", duty.role != "lead"))


def _owner(duty: Responsibility) -> str:
    role = {"lead": "牵头", "joint": "共同", "support": "配合"}.get(duty.role, duty.role)
    return f"{duty.agent}（{role}，{'明示' if duty.basis == 'stated' else '推断'}）"


#: Form → the statements as text.
EXTRACTS: dict[str, Callable[[Statements], str]] = {"json": to_json, "trig": to_trig, "text": to_text}
