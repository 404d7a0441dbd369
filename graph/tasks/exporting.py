"""``export``: a store as one file, or as a folder of texts with their statements."""

from __future__ import annotations

import click

from graph.console.telling import note
from graph.export import export
from graph.store import open_store

__all__ = ["export_store"]


def export_store(store: str | None, output: str | None, documents: str | None, lang: str) -> None:
    """Write what was asked for, and say what was written.

    :raises InputError: for an unknown ending, or what cannot be written
    """
    if not (output or documents):
        raise click.UsageError("缺少 --output 或 --documents")
    with open_store(store) as view:
        if output:
            note(f"已写 {export(view, output, lang)}")
        if documents:
            from graph.export.standoff import write_documents

            note(f"已写 {len(write_documents(view, documents))} 份公文到 {documents}")
