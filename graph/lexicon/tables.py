"""Reading the data files: rows of a CSV, tables of a TOML, and how a second folder is laid over the first.

An analyst's own folder may hold any of the files, each with only the lines that differ.  Laid over, a CSV row
replaces the row with the same key (see :data:`KEYS`) and is added otherwise; in a TOML a ``[[table]]`` entry
replaces the entry of the same ``name``, lists and strings of words grow, any other value is replaced.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from graph.errors import LexiconError

__all__ = ["KEYS", "overlay", "read_rows", "read_table", "rows_in", "values", "wrong_header"]

KEYS: dict[str, tuple[str, ...]] = {"areas.csv": ("code", "until"), "pinyin.csv": ("kind", "word")}
"""The columns that tell rows of a file apart; elsewhere it is the first column."""


def values(cell: str) -> tuple[str, ...]:
    """The values of one cell.

    >>> values("发展改革|发改"), values("")
    (('发展改革', '发改'), ())
    """
    return tuple(filter(None, cell.split("|")))


def read_table(folders: Iterable[Path], name: str) -> dict[str, Any]:
    """A TOML file, laid over folder by folder.

    :raises LexiconError: if no folder has the file, or it does not parse
    """
    merged: dict[str, Any] = {}
    for path in _found(folders, name):
        try:
            merged = overlay(merged, tomllib.loads(path.read_text(encoding="utf-8")))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise LexiconError(f"不是合法的 TOML：{error}", where=str(path), hint="检查引号和方括号是否成对") from error
    return merged


def overlay(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """The table ``below`` with ``above`` laid over it; neither is changed.

    >>> overlay({"verb": "实施", "n": 1}, {"verb": "开展", "n": 2})
    {'verb': '实施\\n开展', 'n': 2}
    >>> overlay({"p": [{"name": "a", "x": 1}]}, {"p": [{"name": "a", "x": 2}, {"name": "b"}]})
    {'p': [{'name': 'a', 'x': 2}, {'name': 'b'}]}
    """
    return {**below, **{key: _laid(below.get(key), value) for key, value in above.items()}}


def _laid(below: Any, above: Any) -> Any:
    match below, above:
        case dict(), dict():
            return overlay(below, above)
        case list(), list():
            return _entries(below, above)
        case str(), str():
            return f"{below}\n{above}"
    return above


def _entries(below: list[Any], above: list[Any]) -> list[Any]:
    named = {e["name"]: e for e in above if isinstance(e, dict) and "name" in e}
    kept = [named.pop(e["name"], e) if isinstance(e, dict) and "name" in e else e for e in below]
    return kept + [e for e in above if not isinstance(e, dict) or "name" not in e or e["name"] in named]


def read_rows(folders: Iterable[Path], name: str) -> tuple[dict[str, str], ...]:
    """A CSV file as dictionaries in file order, laid over folder by folder.

    :raises LexiconError: if no folder has the file, or a row does not fit the header
    """
    merged: dict[object, dict[str, str]] = {}
    columns = KEYS.get(name)
    header: tuple[str, ...] = ()
    for number, path in enumerate(_found(folders, name)):
        for line, row in rows_in(path):
            header = header or tuple(row)
            if number and tuple(row) != header:
                raise wrong_header(path, header, tuple(row))
            key = tuple(map(row.get, columns)) if columns else next(iter(row.values()))
            # rows that share a key in one file are all kept; a later folder replaces the first of them
            merged[key if number or key not in merged else (key, line)] = row
    return tuple(merged.values())


def rows_in(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and row, for each row of one file that is not empty."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.reader(handle)
            header = next(reader, [])
            for cells in reader:
                if len(cells) != len(header):
                    if not cells:
                        continue
                    raise _misfit(path, reader.line_num, len(cells), len(header))
                yield reader.line_num, dict(zip(header, cells, strict=True))
    except UnicodeDecodeError as error:
        raise LexiconError("不是 UTF-8 编码", where=str(path), hint="在表格软件中另存为“CSV UTF-8”") from error


def wrong_header(path: Path, expected: tuple[str, ...], found: tuple[str, ...]) -> LexiconError:
    """The error for a file whose header is not that of the packaged one."""
    return LexiconError(f"表头应为 {','.join(expected)}", where=str(path), hint=f"现为 {','.join(found)}")


def _misfit(path: Path, line: int, cells: int, columns: int) -> LexiconError:
    where = f"{path}，第 {line} 行"
    return LexiconError(f"有 {cells} 列，表头是 {columns} 列", where=where, hint="含逗号的格子要放在引号里")


def _found(folders: Iterable[Path], name: str) -> list[Path]:
    folders = tuple(folders)
    paths = [folder / name for folder in folders if (folder / name).is_file()]
    if not paths:
        raise LexiconError(f"词表中没有 {name}", where="、".join(map(str, folders)))
    return paths
