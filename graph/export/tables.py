"""CSV: the flat table of who owns what, or all tables in one zip."""

from __future__ import annotations

from typing import BinaryIO

from graph.export.sheets import SHEETS
from graph.listing import render
from graph.store.view import View
from graph.words import heading

__all__ = ["write_csv", "write_csv_zip"]

BOM = b"\xef\xbb\xbf"  # without it Excel takes UTF-8 for the local code page
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same tables give the same zip


def write_csv(view: View, file: BinaryIO, lang: str = "zh") -> None:
    """Who owns what, one responsibility a row."""
    file.write(BOM + render(SHEETS["duties"](view), "csv", lang).encode())


def write_csv_zip(view: View, file: BinaryIO, lang: str = "zh") -> None:
    """One CSV a table."""
    import zipfile

    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for key, make in SHEETS.items():
            name = zipfile.ZipInfo(f"{heading(key, lang)}.csv", LONG_AGO)
            archive.writestr(name, BOM + render(make(view), "csv", lang).encode())
