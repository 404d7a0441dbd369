"""``find``: everything that answers to some words, with where and how it matched."""

from __future__ import annotations

from typing import Self

from graph.ask.match import THINGS, Match, matches
from graph.ask.places import Places, Witness, home, worded
from graph.errors import NoMatch
from graph.listing import Column, Listing, Note, Quote, first
from graph.store.names import fold
from graph.store.terms import ID
from graph.store.view import View
from graph.words import CODES

__all__ = ["find", "kind_named"]

_FIND = (Column("name"), Column("kind", "kind"), Column("match", "match"), Column("names"), Column("quote"),
         Column("place"), Column("iri"))
AROUND = 18  # characters shown on each side of a hit in a text


def find(view: View, text: str, kind: str = "", limit: int = 50) -> Listing:
    """Entities, documents and measures by name, pinyin or words of the text, best first; ``limit`` 0 gives all.

    Raises NoMatch with near misses.
    """
    found = matches(view, text, (kind_named(kind),) if kind else THINGS)
    shown, more = first(found, limit)
    seen = worded(view, (home(match.entry.home) for match in shown))
    places = Places(view, {where.doc for where in seen if where})
    rows = tuple(_row(match, text, where, places) for match, where in zip(shown, seen, strict=True))
    return Listing(_FIND, rows, Note("found", {"all": len(found)}), more=more)


def kind_named(word: str) -> str:
    """The class for a word of either language: 平台, platform, Platform.

    >>> kind_named("平台"), kind_named("platform")
    ('Platform', 'Platform')

    :raises NoMatch: for another word
    """
    for kind, pair in CODES["kind"].items():
        if word.lower() in (kind.lower(), *pair):
            return kind
    raise NoMatch(f"没有“{word}”这一类", near=tuple(pair[0] for pair in CODES["kind"].values()))


class _Hit(Quote):
    """The words of a document; a table shows those around what was ``sought``, data has them as they stand."""

    sought: str

    def __new__(cls, text: str, sought: str) -> Self:
        self = super().__new__(cls, text)
        self.sought = sought
        return self

    def brief(self) -> str:
        return marked(self, self.sought)


def _row(match: Match, text: str, where: Witness | None, places: Places) -> tuple[str, ...]:
    entry = match.entry
    quote = _Hit(where.quote, text) if where else Quote("")
    return (entry.label, entry.kind, match.level, "、".join(entry.names), quote, places.cite(where),
            entry.iri.removeprefix(ID))


def marked(quote: str, text: str) -> str:
    """The words around the first hit, the hit in 【】; the beginning where nothing hits.

    >>> marked("推动传统家电产业转型", "家电")
    '推动传统【家电】产业转型'
    """
    line = "".join(quote.split())
    low = line.lower()
    at, word = next(((low.find(fold(w)), fold(w)) for w in text.split() if fold(w) and fold(w) in low), (-1, ""))
    if at < 0:
        return line[:2 * AROUND] + ("…" if len(line) > 2 * AROUND else "")
    begin, end = max(0, at - AROUND), at + len(word)
    tail = line[end:end + AROUND]
    return f"{'…' if begin else ''}{line[begin:at]}【{line[at:end]}】{tail}{'…' if len(line) > end + AROUND else ''}"
