"""``build`` as somebody watches it: a bar on stderr while it runs, then what was built and what failed and why."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from graph.build import Built, build, documents_in
from graph.console.telling import note, print_listing, told
from graph.errors import InputError
from graph.listing import Column, Listing, Note
from graph.witness import Witness, notes_of
from graph.witness.registry import witnesses_named
from graph.words import sentence

__all__ = ["build_with_progress", "listed"]

_BUILT = (Column("key"), Column("title"), Column("measures"), Column("duties"), Column("numbers"), Column("entities"),
          Column("open"), Column("file"))


def build_with_progress(
    paths: Sequence[str], store: str | None = None, quiet: bool = False, form: str = "table", lang: str = "zh",
    witnesses: Sequence[str] = (),
) -> bool:
    """Build, and tell; whether every document was built.

    :param witnesses: names of witnesses to be heard beside the rules
    :raises InputError: if no document is meant by the paths
    :raises ZhengtuError: for a witness that is unknown or lacks its settings
    """
    files = documents_in(paths)
    if not files:
        raise InputError("没有可读的公文（.txt 或 .md）", where="、".join(paths), hint="指明文件，或放有文件的文件夹")
    heard = witnesses_named(witnesses)
    try:
        results = _watched(files, store, quiet, heard, lang)
    except KeyboardInterrupt:
        note("已中断；此前完成的文件已入库")
        raise
    print_listing(listed(results), form, lang)
    for built in results:
        if built.older:
            note(f"{built.key}：与库中文本不同，已替换为本次文本，旧文本留作版本 {built.older}")
    for line in notes_of(heard):
        note(line)
    failures = [built.error for built in results if built.error]
    for error in failures:
        note(f"未入库：{told(error, lang)}")
    return not failures


def _watched(files: Sequence[Path], store: str | None, quiet: bool, witnesses: Sequence[Witness], lang: str,
             ) -> list[Built]:
    """Build with a bar where somebody looks at a terminal."""
    shown = not quiet and sys.stderr.isatty()
    bar: Any = click.progressbar(length=len(files), label=sentence("building", lang), file=sys.stderr, hidden=not shown,
                                 item_show_func=lambda built: built.path.name if built else "")
    with bar:
        return build(files, store, lambda built: bar.update(1, built), witnesses)


def listed(results: Sequence[Built]) -> Listing:
    """One row for each document that was built."""
    done = [built for built in results if not built.error]
    rows = tuple((built.key, built.title, built.measures, built.duties, built.numbers, built.entities, built.open,
                  built.path.name) for built in done)
    return Listing(_BUILT, rows, Note("built", {"done": len(done), "failed": len(results) - len(done)}))
