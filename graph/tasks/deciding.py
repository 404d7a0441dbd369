"""``review`` both ways: cases go out as a listing or a csv file, decisions come back in its column 决定."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from graph.ask.decisions import VERDICTS, Decision, decision_quads, decisions
from graph.ask.match import resolve
from graph.console import note
from graph.errors import InputError, NoMatch
from graph.listing import Note
from graph.store import open_store, write_store
from graph.store.terms import CURATION, ID
from graph.store.view import View
from graph.words import CODES, COLUMNS

__all__ = ["read_decisions", "take_decisions"]


def take_decisions(store: str | None, path: str) -> None:
    """Take the decisions of a csv file that ``review`` wrote; an emptied one is undone.

    A decision is 接受 (accepted), 驳回 (rejected), or ``=名称``: what an unresolved name stands for.

    :raises InputError: for a file that is not one, or a decision that is none of these; nothing is taken then
    """
    with open_store(store) as view:
        made = decisions(view)
        before = set(made)
        for case, decision in read_decisions(view, path):
            made.pop(case, None)
            if decision:
                made[case] = decision
    with write_store(store) as writer:
        writer.update(list(decision_quads(made.values())), CURATION)
    note(Note("decided", {"taken": len(made), "undone": len(before - set(made))}).say())


def read_decisions(view: View, path: str) -> Iterator[tuple[str, Decision | None]]:
    """The cases in a file with what was decided, ``None`` where nothing was."""
    for number, row in enumerate(_rows(path), 2):
        tail, said = _cell(row, "iri"), _cell(row, "decision").lstrip("'")
        if not tail:
            raise InputError("这一行没有标识", where=f"{path} 第 {number} 行", hint="用 review --format csv 写出的文件")
        yield ID + tail, _decision(view, ID + tail, said, f"{path} 第 {number} 行") if said else None


def _rows(path: str) -> Iterable[dict[str, str]]:
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"决定文件读不了：{error}", where=path) from error


def _cell(row: dict[str, str], key: str) -> str:
    return next((row[name].strip() for name in COLUMNS[key] if row.get(name)), "")


def _decision(view: View, case: str, said: str, where: str) -> Decision:
    if said.startswith(("=", "＝")):
        try:
            return Decision(case, "resolved", resolve(view, said[1:].strip()).entry.iri)
        except NoMatch as error:
            raise InputError(error.what, where=where, hint="、".join(error.near)) from error
    for verdict in VERDICTS:
        if said in (verdict, *CODES["verdict"][verdict]):
            return Decision(case, verdict)
    raise InputError(f"“{said}”不是决定", where=where, hint="写 接受、驳回 或 =名称")
