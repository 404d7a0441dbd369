"""XLSX: one sheet a table, the heading frozen, filters on, each quote linked to the line of the text it stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from graph.errors import InputError
from graph.export.sheets import SHEETS, TEXTS
from graph.listing import Cell, Listing, render
from graph.store.view import View
from graph.words import heading

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["write_table", "write_xlsx"]

LONG_AGO = datetime(2000, 1, 1)  # the same tables give the same workbook
WIDEST, MOST = 60, 32767  # columns of a sheet; characters a cell may hold
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def write_xlsx(view: View, file: BinaryIO, lang: str = "zh") -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    tables = {key: make(view) for key, make in SHEETS.items()}
    lines = _Lines(tables[TEXTS], heading(TEXTS, lang))
    for key, listing in tables.items():
        sheet = book.create_sheet(heading(key, lang))
        _fill(sheet, listing, lang)
        if key != TEXTS:
            _link(sheet, listing, lines)
    _save(book, file)


class _Lines:
    """Where the lines of the documents stand in their sheet."""

    def __init__(self, texts: Listing, sheet: str) -> None:
        self._sheet = sheet
        self._starts: dict[object, list[int]] = {}
        self._rows: dict[object, int] = {}
        for number, (document, start, *_) in enumerate(texts.rows, 2):
            self._starts.setdefault(document, []).append(int(start))
            self._rows.setdefault(document, number)

    def cell(self, document: Cell, start: Cell) -> str:
        """The cell that holds a place of a document, or ""."""
        if document not in self._starts or not isinstance(start, int):
            return ""
        return f"'{self._sheet}'!D{self._rows[document] + max(0, bisect_right(self._starts[document], start) - 1)}"


def _link(sheet: Worksheet, listing: Listing, lines: _Lines) -> None:
    """Link each quote to its line; a click leads from a statement to the words around it."""
    from openpyxl.styles import Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    keys = [column.key for column in listing.columns]
    if "quote" not in keys:
        return
    quote, document, start = (keys.index(key) for key in ("quote", "document", "start"))
    for number, row in enumerate(listing.rows, 2):
        place = lines.cell(row[document], row[start])
        if place and row[quote]:
            cell = sheet.cell(number, quote + 1)
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=place)
            cell.font = Font(color="0563C1", underline="single")


def write_table(listing: Listing, path: str, lang: str = "zh") -> str:
    """One table as csv or xlsx, by the ending; returns the path.

    :raises InputError: for another ending, or a file that cannot be written
    """
    from graph.export import atomically
    from graph.export.tables import BOM

    ending = path.rpartition(".")[2].lower()
    if ending not in ("csv", "xlsx"):
        raise InputError("只能写成 csv 或 xlsx", where=path)
    atomically(path, lambda file: _book(listing, file, lang) if ending == "xlsx" else
               file.write(BOM + render(listing, "csv", lang).encode()))
    return path


def _book(listing: Listing, file: BinaryIO, lang: str) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    _fill(book.worksheets[0], listing, lang)
    _save(book, file)


def _save(book: Workbook, file: BinaryIO) -> None:
    """Without the time of day that openpyxl writes into the properties and zip into each entry."""
    from openpyxl.xml.functions import tostring

    book.save(saved := BytesIO())
    book.properties.created = book.properties.modified = LONG_AGO
    with ZipFile(saved) as parts, ZipFile(file, "w", ZIP_DEFLATED) as out:
        for name in parts.namelist():
            part = tostring(book.properties.to_tree()) if name == "docProps/core.xml" else parts.read(name)
            out.writestr(ZipInfo(name, LONG_AGO.timetuple()[:6]), part, ZIP_DEFLATED)


def _fill(sheet: Worksheet, listing: Listing, lang: str = "zh") -> None:
    from openpyxl.styles import Font

    sheet.append(listing.headings(lang))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, (row, raw) in enumerate(zip(listing.words(lang), listing.rows, strict=True), 2):
        for column, (word, value) in enumerate(zip(row, raw, strict=True), 1):
            _write(sheet, number, column, value if isinstance(value, int | float) else word)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    _widen(sheet, listing, lang)


def _write(sheet: Worksheet, row: int, column: int, value: Cell) -> None:
    """A number as a number, anything else as text: a cell that begins with = is no formula."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = _CONTROL.sub("", value)[:MOST]
        cell.data_type = "s"
    else:
        cell.value = value


def _widen(sheet: Worksheet, listing: Listing, lang: str) -> None:
    from openpyxl.utils import get_column_letter

    from graph.listing.table import width

    for number, word in enumerate(listing.headings(lang), 1):
        cells = [width(str(row[number - 1])[:WIDEST]) for row in listing.rows]
        sheet.column_dimensions[get_column_letter(number)].width = min(WIDEST, max([width(word), *cells]) + 2)
