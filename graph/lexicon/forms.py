"""How the examples of the name tables are tried: by asking the lexicon itself."""

from __future__ import annotations

from collections.abc import Iterator

from graph.errors import LexiconError
from graph.lexicon.book import Lexicon
from graph.lexicon.trials import Trial, examples_of, tester

__all__ = ["try_bodies", "try_departments", "try_subunits", "try_titles"]


@tester("departments.csv")
def try_departments(lexicon: Lexicon) -> Iterator[Trial]:
    """``市经信局@330282=慈溪市经济和信息化局``: the form in a document of that area; without ``@``, of the State."""
    yield from _expansions(lexicon, "departments.csv")


@tester("bodies.csv")
def try_bodies(lexicon: Lexicon) -> Iterator[Trial]:
    """As for departments."""
    yield from _expansions(lexicon, "bodies.csv")


@tester("subunits.csv")
def try_subunits(lexicon: Lexicon) -> Iterator[Trial]:
    """As for departments."""
    yield from _expansions(lexicon, "subunits.csv")


def _expansions(lexicon: Lexicon, name: str) -> Iterator[Trial]:
    for row in lexicon.rows(name):
        form = next(iter(row.values()))
        for example, wanted in examples_of(row):
            asked, _, full = example.partition("=")
            got = _expanded(lexicon, name, asked)
            yield Trial(name, form, example, wanted, got == full if wanted else not got, got)


def _expanded(lexicon: Lexicon, name: str, asked: str) -> str:
    form, at, home = asked.partition("@")
    if at and lexicon.area(home) is None:
        raise LexiconError(f"例子“{asked}”里没有这个地区", where=name, hint="写成 市经信局@330282=…")
    return (lexicon.expand_department(form, home) if at else lexicon.national(form)) or ""


@tester("titles.csv")
def try_titles(lexicon: Lexicon) -> Iterator[Trial]:
    """An example ends with the title, a counter-example does not."""
    for row in lexicon.rows("titles"):
        for example, wanted in examples_of(row):
            yield Trial("titles.csv", row["title"], example, wanted, example.endswith(row["title"]) == wanted)
