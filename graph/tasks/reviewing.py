"""``review`` at the terminal: the open cases listed, written to a file, or put one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import starmap

import click

from graph.ask.cases import review
from graph.console.telling import note, print_listing, said, told
from graph.errors import InputError
from graph.export.workbook import write_table
from graph.listing import Cell
from graph.store import open_store
from graph.store.view import View
from graph.tasks.deciding import Said, decision_of, read_decisions, record
from graph.words import code, sentence

__all__ = ["review_store"]

Row = Mapping[str, Cell | None]
STOP = ("q", "quit", "退出")


def review_store(store: str | None, form: str, lang: str, take: str | None, output: str | None,
                 decide: tuple[tuple[str, str], ...], decided: bool, walk: bool, limit: int) -> None:
    """Take what was decided, then list what is open, or write all of it to ``output``.

    :raises InputError: for a file or a decision that is none; nothing is kept then
    """
    said = [*(read_decisions(take) if take else ()), *starmap(Said, decide)]
    if said:
        note(record(store, said).say(lang))
    if walk:
        return _walk(store, lang)
    with open_store(store) as view:
        listing = review(view, decided, 0 if output else limit)
    if output:
        note(sentence("written", lang).format(path=write_table(listing, output, lang), all=len(listing.rows)))
    elif take or not decide:
        print_listing(listing, form, lang)
    return None


def _walk(store: str | None, lang: str) -> None:
    with open_store(store) as view:
        said = list(_answers(view, review(view).records(), lang))
    if said:
        note(record(store, said).say(lang))


def _answers(view: View, rows: list[dict[str, Cell | None]], lang: str) -> Iterator[Said]:
    """What somebody says to each case; an empty line leaves it open, q ends the walk."""
    for number, row in enumerate(rows, 1):
        note(f"\n[{number}/{len(rows)}] {_card(row, lang)}")
        answer = _answer(view, row, lang)
        if answer in STOP:
            return
        if answer:
            yield Said(str(row["iri"]), answer, str(row["candidates"]))


def _answer(view: View, row: Row, lang: str) -> str:
    candidates = str(row["candidates"]).split("、")
    while True:
        said = str(click.prompt(sentence("decide", lang), default="", show_default=False, err=True)).strip()
        if said.isdigit() and 0 < int(said) <= len(candidates):
            said = "=" + candidates[int(said) - 1] if row["kind"] != "caseDuty" else "accepted"
        try:
            if said and said not in STOP:
                decision_of(view, Said(str(row["iri"]), said, str(row["candidates"])))
            return said
        except InputError as error:
            note(told(error, lang))


def _card(row: Row, lang: str) -> str:
    lines = [f"{code('case', str(row['kind']), lang)}：{row['what']}　{said(str(row['why']), lang)}"]
    if row["quote"]:
        lines.append(f"　“{''.join(str(row['quote']).split())}”　{row['place']}")
    lines += [f"　{number} {name}" for number, name in enumerate(str(row["candidates"]).split("、"), 1) if name]
    return "\n".join(lines)
