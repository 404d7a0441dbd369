"""Decisions on the open cases: from a filled-in csv or xlsx, from the command line, or one by one at the terminal."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph.ask.match import THINGS, resolve
from graph.errors import InputError, NoMatch, reason
from graph.listing import Note
from graph.store import open_store, write_store
from graph.store.decisions import Curation, Decision, curation, decision_quads
from graph.store.terms import CURATION, ID
from graph.store.view import View
from graph.words import CODES, COLUMNS

__all__ = ["Said", "decision_of", "read_decisions", "record"]

UNDO = ("", "撤销", "undo")


class Said(NamedTuple):
    """What somebody said of a case: a verdict or ``=name``, with the case's candidate and where it was written."""

    case: str
    verdict: str
    candidate: str = ""
    where: str = ""


def record(store: str | None, said: Iterable[Said]) -> Note:
    """Keep these decisions beside those made before; what is said to be nothing is undone.

    :raises InputError: for a decision that is none; then nothing is kept
    """
    with open_store(store) as view:
        before = curation(view).made
        made = dict(before)
        for each in said:
            case, decision = decision_of(view, each)
            made.pop(case, None)
            if decision:
                made[case] = decision
    _refuse_circles(made)
    with write_store(store) as writer:
        writer.update(list(decision_quads(made.values())), CURATION)
    taken = sum(before.get(case) != decision for case, decision in made.items())
    return Note("decided", {"taken": taken, "undone": len(before.keys() - made.keys()), "all": len(made)})


def decision_of(view: View, said: Said) -> tuple[str, Decision | None]:
    """The IRI of the case, and the decision; ``None`` takes one back.

    :raises InputError: for what is no case of the store, or no decision
    """
    case = _case(view, said)
    if said.verdict in UNDO:
        return case, None
    verdict, name = _read(case, said)
    if not verdict:
        raise InputError(f"“{said.verdict}”不是这一项的决定", where=said.where,
                         hint="名称写 =名称，责任写 接受 或 驳回，撤回写 撤销")
    return case, Decision(case, verdict, _chosen(view, case, name, said.where) if name else "")


def _read(case: str, said: Said) -> tuple[str, str]:
    """The verdict, and the name it speaks of; nothing where the one does not fit such a case."""
    verdict = next((each for each in ("accepted", "rejected")
                    if said.verdict in (each, *CODES["verdict"][each])), "")
    name = said.verdict[1:].strip() if said.verdict[0] in "=＝" else ""
    if case.startswith(ID + "doc/"):
        return ("resolved", name) if name and "/r/" not in case else (verdict, "")
    only = "" if "、" in said.candidate else said.candidate
    name = name or (only if verdict == "accepted" else "")  # accepted: the body is the one candidate
    return ("merged", name) if name else ("rejected" if verdict == "rejected" else "", "")


def _case(view: View, said: Said) -> str:
    """By the tail of its IRI; a body also by its name."""
    if "/" in said.case and said.case.isascii():
        return ID + said.case
    named = [entry.iri for entry in view.search(said.case) if entry.kind in THINGS and entry.label == said.case]
    if len(named) == 1:  # as the text has it, also where it was merged into another one
        return named[0]
    try:
        return resolve(view, said.case, THINGS).entry.iri
    except NoMatch as error:
        raise InputError(f"没有这一项：{error.what}", where=said.where, hint="、".join(error.near)) from error


def _chosen(view: View, case: str, name: str, where: str) -> str:
    try:
        chosen = resolve(view.decided(), name, THINGS).entry.iri
    except NoMatch as error:
        raise InputError(error.what, where=where, hint="、".join(error.near)) from error
    if chosen == case:
        raise InputError(f"两者已是同一个：{name}", where=where)
    return chosen


def _refuse_circles(made: dict[str, Decision]) -> None:
    known = Curation(made)
    circle = next((case for case, each in made.items() if each.verdict == "merged" and known.one(case) == case), "")
    if circle:
        raise InputError(f"并来并去成了圈：{circle.removeprefix(ID)}", hint="先撤销其中一项")


def read_decisions(path: str) -> Iterator[Said]:
    """The cases of a csv or xlsx file that ``review`` wrote, with what was filled in.

    :raises InputError: for a file that cannot be read or has a row without a case
    """
    rows = _sheet(path) if path.lower().endswith(".xlsx") else _csv(path)
    for number, row in enumerate(rows, 2):
        where = f"{path} 第 {number} 行"
        if not _cell(row, "iri"):
            raise InputError("这一行没有标识", where=where, hint="用 review -o 写出的文件")
        yield Said(_cell(row, "iri"), _cell(row, "decision"), _cell(row, "candidates"), where)


def _csv(path: str) -> list[dict[str, str]]:
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"决定文件读不了：{reason(error)}", where=path, hint="存为 UTF-8 的 csv 或 xlsx") from error


def _sheet(path: str) -> list[dict[str, str]]:
    import zipfile

    import openpyxl

    try:
        rows = openpyxl.load_workbook(path, read_only=True, data_only=True).worksheets[0].values
        head = [str(cell or "") for cell in next(rows, ())]
        return [dict(zip(head, (str(cell or "") for cell in row), strict=False)) for row in rows if any(row)]
    except (OSError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise InputError(f"决定文件读不了：{reason(error)}", where=path, hint="存为 UTF-8 的 csv 或 xlsx") from error


def _cell(row: dict[str, str], key: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from running it."""
    return next((row[name].strip().removeprefix("'") for name in COLUMNS[key] if row.get(name)), "")
