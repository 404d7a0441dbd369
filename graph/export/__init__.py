"""A store as a file: one table of writers, by the file's ending.

Every writer gets the view and an open binary file; the file appears under its name only when it is whole.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from typing import BinaryIO

from graph.errors import InputError, reason
from graph.store.view import View

__all__ = ["WRITERS", "atomically", "export"]

Writer = Callable[..., None]

#: Ending → module and function; a module is loaded when it is asked for.
WRITERS: dict[str, tuple[str, str]] = {
    "trig": ("graph.export.rdf", "write_trig"), "nq": ("graph.export.rdf", "write_nq"),
    "ttl": ("graph.export.rdf", "write_ttl"), "jsonld": ("graph.export.rdf", "write_jsonld"),
    "csv": ("graph.export.tables", "write_csv"), "zip": ("graph.export.tables", "write_csv_zip"),
    "xlsx": ("graph.export.workbook", "write_xlsx"),
    "graphml": ("graph.export.network", "write_graphml"), "gexf": ("graph.export.network", "write_gexf"),
    "cypher": ("graph.export.cypher", "write_cypher"),
}
#: Endings of tables, whose headings and codes are words in a language.
_WORDED = ("csv", "zip", "xlsx")
#: What keeps the documents and the decisions apart; all others show the documents as people decided them.
AS_STATED = ("trig", "nq", "ttl", "jsonld")


def export(view: View, path: str, lang: str = "zh") -> str:
    """Write everything the store holds to ``path`` in the form its ending names; returns the path.

    Provenance (the graph of runs) knows the time of day and stays behind: the same documents give the same bytes.

    :raises InputError: for an unknown ending, or a file that cannot be written
    """
    ending = os.path.splitext(path)[1].lstrip(".").lower()
    if ending not in WRITERS:
        raise InputError(f"不认识的格式“{ending or path}”", where=path, hint="可用：" + " ".join(WRITERS))
    module, name = WRITERS[ending]
    write: Writer = getattr(import_module(module), name)
    shown = view if ending in AS_STATED else view.decided()
    words = (lang,) if ending in _WORDED else ()
    atomically(path, lambda file: write(shown, file, *words))
    return path


def atomically(path: str, write: Callable[[BinaryIO], object]) -> None:
    """Write a file that appears under its name only when it is whole.

    :raises InputError: if it cannot be written
    """
    draft = f"{path}.{os.getpid()}.tmp"
    try:
        with open(draft, "wb") as file:
            write(file)
        os.replace(draft, path)
    except OSError as error:
        raise InputError(f"写不了：{reason(error)}", where=path, hint="换一个可写的位置") from error
    finally:
        if os.path.exists(draft):
            os.unlink(draft)
