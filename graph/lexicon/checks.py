"""Whether data files are well formed: what an analyst sees after saving a file, before any document is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from graph.errors import LexiconError
from graph.lexicon.book import Lexicon
from graph.lexicon.examples import filled
from graph.lexicon.tables import read_table, rows_in, wrong_header

__all__ = ["check_lexicon"]

LEVELS = frozenset({"province", "prefecture", "county", "zone", ""})


def check_lexicon(lexicon: Lexicon) -> tuple[LexiconError, ...]:
    """Everything wrong with the files of a lexicon, file by file; nothing is raised.

    >>> from graph.lexicon import load
    >>> check_lexicon(load())
    ()
    """
    found: list[LexiconError] = []
    for folder in lexicon.folders:
        for path in sorted(folder.iterdir()):
            found += _collected(_file, path, lexicon)
    for check in (_codes, _names):
        found += _collected(check, lexicon.folders[-1], lexicon)
    return tuple(found)


def _collected(
    check: Callable[[Path, Lexicon], Iterator[LexiconError]], path: Path, lexicon: Lexicon
) -> list[LexiconError]:
    found: list[LexiconError] = []
    try:
        found.extend(check(path, lexicon))
    except LexiconError as error:
        found.append(error)
    return found


def _file(path: Path, lexicon: Lexicon) -> Iterator[LexiconError]:
    packaged = lexicon.folders[0]
    if path.suffix not in (".csv", ".toml"):
        return
    if not (packaged / path.name).is_file():
        near = get_close_matches(path.name, [p.name for p in packaged.iterdir()], n=1)
        yield LexiconError("没有哪一步读这个文件", where=str(path), hint=f"是不是 {near[0]}？" if near else "")
    elif path.suffix == ".csv":
        yield from _rows(path, packaged / path.name)
    else:
        yield from _patterns(path, lexicon)


def _rows(path: Path, packaged: Path) -> Iterator[LexiconError]:
    expected = tuple(next(rows_in(packaged))[1])
    seen: set[tuple[str, ...]] = set()
    for line, row in rows_in(path):
        where = f"{path}，第 {line} 行"
        if tuple(row) != expected:
            yield wrong_header(path, expected, tuple(row))
            return
        if tuple(row.values()) in seen:
            yield LexiconError("与前面一行重复", where=where)
        seen.add(tuple(row.values()))
        yield from _cells(where, row)


def _cells(where: str, row: dict[str, str]) -> Iterator[LexiconError]:
    if not next(iter(row.values())):
        yield LexiconError("第一列是空的", where=where)
    for column, cell in row.items():
        if cell != cell.strip():
            yield LexiconError(f"{column} 列首尾有空格", where=where)
    for level in row.get("levels", "").split("|"):
        if level not in LEVELS:
            yield LexiconError(f"没有“{level}”这一级", where=where, hint="province、prefecture、county、zone 之一")


def _patterns(path: Path, lexicon: Lexicon) -> Iterator[LexiconError]:
    for entry in read_table([path.parent], path.name).get("pattern", ()):
        where = f"{path}：{entry.get('name', '?')}"
        missing = [key for key in ("name", "regex", "examples") if not entry.get(key)]
        if missing:
            yield LexiconError(f"[[pattern]] 缺 {'、'.join(missing)}", where=where)
        else:
            yield from _compiled(where, path.name, entry, lexicon)


def _compiled(where: str, name: str, entry: dict[str, Any], lexicon: Lexicon) -> Iterator[LexiconError]:
    try:
        if filled(lexicon, name, entry["regex"]).fullmatch("") and not entry.get("whole"):
            yield LexiconError("这个模式什么都不需要就能匹配", where=where)
        needs = str(entry.get("needs", "")).split()
        for example in entry["examples"] if needs else ():
            if not any(word in example for word in needs):
                yield LexiconError(f"例子“{example}”不含 needs 中的任何词", where=where)
    except LexiconError as error:
        yield LexiconError(error.what, where=where, hint="检查括号和方括号")


def _codes(folder: Path, lexicon: Lexicon) -> Iterator[LexiconError]:
    """Areas lie in areas that exist, and what followed a former area exists."""
    for area in lexicon.areas.by_code.values():
        if area.level not in LEVELS:
            yield LexiconError(f"{area.name} 的级别“{area.level}”不认识", where=f"{folder}：areas.csv")
        for code in filter(None, (area.parent, area.successor)):
            if lexicon.area(code) is None:
                yield LexiconError(f"{area.name} 指向不存在的代码 {code}", where=f"{folder}：areas.csv、zones.csv")


def _names(folder: Path, lexicon: Lexicon) -> Iterator[LexiconError]:
    """The successor of a former body is a body of the list, and no form names two bodies."""
    for agency in lexicon.agencies:
        if agency.successor and lexicon.national(agency.successor) != agency.successor:
            yield LexiconError(f"{agency.name} 的后继 {agency.successor} 不在表中", where=f"{folder}：agencies.csv")
        for form in agency.forms:
            if lexicon.national(form) != agency.name:
                yield LexiconError(f"“{form}”已经指 {lexicon.national(form)}", where=f"{folder}：agencies.csv")
