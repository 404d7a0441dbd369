"""``diff``: two documents of a store, two texts of one, or two files, as a table, a page or a workbook."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence

from graph.ask.match import resolve_document
from graph.comparison import Change, Run, changes, marked
from graph.console.telling import note, print_listing
from graph.errors import InputError, NoMatch
from graph.listing import Code, Column, Listing, Note
from graph.model import Statements
from graph.rdf import from_quads
from graph.store import open_store
from graph.store.statements import statements_of
from graph.store.terms import key_of
from graph.store.view import View
from graph.words import code, noted, sentence

__all__ = ["diff_documents", "document_named", "listing_of_changes", "title_of"]

_DIFF = (Column("change_kind", "change_kind"), Column("what"), Column("before"), Column("after"), Column("owners"),
         Column("place"))


_PAGES = (".html", ".htm")


def diff_documents(store: str | None, a: str, b: str, output: str | None, form: str, lang: str) -> None:
    """Compare two documents and print or write what changed.

    Each is named by 文号, title, key or file, an older text as ``NAME@HASH``; without ``b`` the newest older text of
    ``a`` is compared with the current one.  Raises NoMatch for an unknown name, InputError for a file that fails.
    """
    if output and not output.lower().endswith((*_PAGES, ".xlsx", ".csv")):
        raise InputError("只能写成 html、xlsx 或 csv", where=output)
    if not b:
        a, b = f"{a}@", a
    old, new = _read(store, a), _read(store, b)
    listing = listing_of_changes(changes(old, new), lang)
    if not output:
        return print_listing(listing, form, lang)
    if output.lower().endswith(_PAGES):
        from graph.export.changes import write_page

        write_page(changes(old, new), (title_of(old), title_of(new)), output, lang)
    else:
        from graph.export.workbook import write_table

        write_table(listing, output, lang)
    note(sentence("written", lang).format(path=output, all=len(listing.rows)))
    return None


def _read(store: str | None, name: str) -> Statements:
    if os.path.isfile(name):
        from graph.build import extract_file

        return extract_file(name)
    with open_store(store) as view:
        return document_named(view, name)


def document_named(view: View, name: str) -> Statements:
    """The statements of a document; after ``@`` the hash of an older text, or nothing for the last one kept."""
    title, at, text_hash = name.partition("@")
    key = key_of(resolve_document(view, title).entry.iri)
    if not at:
        return next(statements_of(view, [key]))
    hashes = [each for each in view.versions().get(key, ()) if each.startswith(text_hash)]
    if not hashes and not text_hash:
        raise NoMatch(f"{title} 没有旧文本可比", hint="写上第二份公文：zhengtu diff 甲 乙")
    if not hashes:
        raise NoMatch(f"{title} 没有这个旧文本", near=tuple(view.versions().get(key, ())))
    return from_quads(view.version(key, hashes[-1]))


def title_of(statements: Statements) -> str:
    """文号, title and text hash: two copies of one document differ only in the last."""
    header, sha256 = statements.document.header, statements.document.sha256
    return " ".join(filter(None, (header.number, header.title or statements.document.name, f"@{sha256[:8]}")))


def listing_of_changes(found: Sequence[Change], lang: str = "zh") -> Listing:
    """One row a change, the words that only one side has in 【】."""
    kinds = Counter(change.kind for change in found)
    said = {kind: kinds[kind] for kind in ("kept", "reworded", "dropped", "new", "header", "text")}
    said |= {kind: kinds[kind] + kinds["both"] for kind in ("number", "owner")}
    return Listing(_DIFF, tuple(_row(change, lang) for change in found), Note("diff", said))


def _row(change: Change, lang: str) -> tuple[str, ...]:
    before, after = change.before, change.after
    if before and after:
        before, after = map(_bracketed, marked(before, after))
    what = Code(change.what, "fact") if change.kind == "header" else change.what
    return change.kind, what, before, after, _owners(change, lang), _arrow(change.places, "")


def _bracketed(runs: list[Run]) -> str:
    return "".join(f"【{run.text}】" if run.changed else run.text for run in runs)


def _owners(change: Change, lang: str) -> str:
    """The owners, those of both sides where they differ."""
    before, after = (_said(owners, lang) for owners in change.owners)
    return before if before == after else _arrow((before, after), code("basis", "open", lang))


def _said(owners: str, lang: str) -> str:
    pairs = (owner.rpartition(" ") for owner in owners.split("、") if owner)
    return "、".join(noted(name, [code("role", role, lang)], lang) for name, _, role in pairs)


def _arrow(sides: tuple[str, str], missing: str) -> str:
    if not any(sides):
        return ""
    return " → ".join(side or missing or "—" for side in sides)
