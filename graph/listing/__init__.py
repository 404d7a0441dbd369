"""A table of results and the forms it can be printed in.

Every question of the command line ends in a :class:`Listing`; ``FORMS`` is the one table of how to print it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from graph.listing.cells import Code, Message, Place, Quote, Words
from graph.words import code, heading, sentence

__all__ = ["FORMS", "Code", "Column", "Listing", "Message", "Note", "Place", "Quote", "Words",
           "first", "listing_of", "render", "safe_cell"]

Cell = str | int | float
Row = TypeVar("Row")


class Column(NamedTuple):
    """``key`` names the column in JSON; ``codes`` the table its cells are words of; ``width`` the most it may take."""

    key: str
    codes: str = ""
    width: int = 0


class Note(NamedTuple):
    """A sentence for people: its key in :data:`graph.words.SENTENCES` and what it speaks of."""

    key: str
    values: Mapping[str, object] = {}

    def say(self, lang: str = "zh") -> str:
        return sentence(self.key, lang).format_map(dict(self.values))


class Listing(NamedTuple):
    """Columns, rows of that many cells, a summary for people, and notes (such as what a name was taken for).

    ``more`` is how many further rows a limit left out.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    summary: Note | None = None
    notes: tuple[Note, ...] = ()
    more: int = 0

    def records(self) -> list[dict[str, Cell | None]]:
        """One dictionary a row, codes as codes, places in parts: what JSON and ``pandas.DataFrame`` take.

        >>> Listing((Column("owner"), Column("role", "role")), (("甲局", "lead"),)).records()
        [{'owner': '甲局', 'role': 'lead'}]
        """
        keys = [column.key for column in self.columns]
        return [_record(keys, row) for row in self.rows]

    def headings(self, lang: str = "zh") -> list[str]:
        return [heading(column.key, lang) for column in self.columns]

    def words(self, lang: str = "zh") -> Iterator[list[str]]:
        """The rows as people read them."""
        tables = [column.codes for column in self.columns]
        for row in self.rows:
            yield [_word(table, cell, lang) for table, cell in zip(tables, row, strict=True)]


def first(found: Sequence[Row], limit: int) -> tuple[Sequence[Row], int]:
    """The first ``limit``, and how many more there are; 0 is no limit.

    >>> first("甲乙丙", 2), first("甲乙丙", 0)
    (('甲乙', 1), ('甲乙丙', 0))
    """
    shown = found[:limit] if limit else found
    return shown, len(found) - len(shown)


def _record(keys: list[str], row: tuple[Cell, ...]) -> dict[str, Cell | None]:
    record: dict[str, Cell | None] = {}
    for key, cell in zip(keys, row, strict=True):
        record[key] = cell
        if isinstance(cell, Place):
            record |= cell.parts
    return record


def _word(table: str, cell: Cell, lang: str) -> str:
    table = table or (cell.table if isinstance(cell, Code) else "")
    if table:
        return code(table, str(cell), lang)
    if lang == "en" and isinstance(cell, Place | Words | Message):
        return cell.en
    return cell if isinstance(cell, str) else str(cell)


def listing_of(records: Sequence[Mapping[str, object]]) -> Listing:
    """A listing of dictionaries that share their keys; shares are rounded to four places.

    >>> listing_of([{"part": "header", "f1": 0.99999}]).rows
    (('header', 1.0),)
    """
    keys = list(dict.fromkeys(key for record in records for key in record))
    rows = tuple(tuple(_cell(record.get(key)) for key in keys) for record in records)
    return Listing(tuple(map(Column, keys)), rows)


def _cell(value: object) -> Cell:
    if isinstance(value, float):
        return round(value, 4)
    return "" if value is None else value if isinstance(value, int) else str(value)


def _table(listing: Listing, lang: str) -> str:
    from graph.listing.table import draw

    return draw(listing, lang)


def _csv(listing: Listing, lang: str) -> str:
    """Spreadsheet programs run cells that begin like a formula; see :func:`safe_cell`."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(listing.headings(lang))
    writer.writerows([safe_cell(cell) for cell in row] for row in listing.words(lang))
    return out.getvalue()


def _json(listing: Listing, lang: str) -> str:
    import json

    return json.dumps(listing.records(), ensure_ascii=False, indent=1) + "\n"


#: Name of a form → how to print it.
FORMS: dict[str, Callable[[Listing, str], str]] = {"table": _table, "csv": _csv, "json": _json}


def render(listing: Listing, form: str = "table", lang: str = "zh") -> str:
    """The listing as text that ends in a line end."""
    return FORMS[form](listing, lang)


def safe_cell(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula; numbers stay numbers.

    Source: OWASP, "CSV Injection".

    >>> safe_cell("=HYPERLINK(1)"), safe_cell("-3.5"), safe_cell("－计划")
    ("'=HYPERLINK(1)", '-3.5', "'－计划")
    """
    if text[:1] in ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠") and not _is_number(text):
        return "'" + text
    return text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return text.isascii()
