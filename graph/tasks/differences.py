"""``diff``: two documents of a store, or two texts of one, as a table."""

from __future__ import annotations

from collections import Counter

from graph.ask.match import resolve
from graph.comparison import Change, changes
from graph.errors import NoMatch
from graph.listing import Column, Listing, Note
from graph.model import Measure, Statements
from graph.rdf import from_quads
from graph.store.statements import statements_of
from graph.store.terms import key_of
from graph.store.view import View

__all__ = ["compare", "document_named"]

_DIFF = (Column("change_kind", "change_kind"), Column("what"), Column("before"), Column("after"), Column("place"))


def compare(view: View, a: str, b: str = "") -> Listing:
    """The measures of two documents, each named by 文号, title or key, an older text as ``NAME@HASH``.

    Without ``b`` the newest older text of ``a`` is compared with the current one.
    """
    if not b:
        a, b = f"{a}@", a
    old, new = document_named(view, a), document_named(view, b)
    found = changes(old, new)
    kinds = Counter(change.kind for change in found)
    said = {kind: kinds[kind] for kind in ("kept", "reworded", "number", "owner", "dropped", "new")}
    return Listing(_DIFF, tuple(_row(change) for change in found), Note("diff", said))


def document_named(view: View, name: str) -> Statements:
    """The statements of a document; after ``@`` the hash of an older text, or nothing for the last one kept."""
    title, at, text_hash = name.partition("@")
    key = key_of(resolve(view, f"doc/{title}" if title.isascii() and "/" in title else title, ("Document",)).entry.iri)
    if not at:
        return next(each for each in statements_of(view) if each.key == key)
    hashes = [each for each in view.versions().get(key, ()) if each.startswith(text_hash)]
    if not hashes:
        raise NoMatch(f"{title} 没有这个旧文本", near=tuple(view.versions().get(key, ())))
    return from_quads(view.version(key, hashes[-1]))


def _row(change: Change) -> tuple[str, ...]:
    shown = change.before or change.after
    title = shown.title if shown else ""
    return change.kind, title, _text(change.before), _text(change.after), _place(change)


def _text(measure: Measure | None) -> str:
    return "".join(measure.text.split()) if measure else ""


def _place(change: Change) -> str:
    """Section numbers on both sides."""
    return " → ".join(side.id if side else "—" for side in (change.before, change.after))
