"""``view``: what of a store is wished for, as one page."""

from __future__ import annotations

from typing import NamedTuple

from graph.ask.match import THINGS, Match, resolve, resolve_document
from graph.console.telling import note
from graph.errors import NoMatch
from graph.network import Network, Reader, Reading, narrow, neighbourhood, node_id, only, thing_of
from graph.store import open_store
from graph.store.terms import key_of
from graph.store.view import View

__all__ = ["Wish", "draw_store"]

_TITLE = {"zh": "政图", "en": "zhengtu"}


class Wish(NamedTuple):
    """What of a store to draw: around a ``name``, of one ``document``, of a ``query``; else the newest documents.

    ``types`` are classes in Chinese or English, ``since`` a year, ``picture`` one of the page's views.
    """

    name: str = ""
    depth: int = 1
    document: str = ""
    query: str = ""
    types: tuple[str, ...] = ()
    since: int = 0
    stated: bool = False
    picture: str | None = None
    lang: str = "zh"


class _Part(NamedTuple):
    """What was found for a wish: the reading, the thing it is drawn around, the title, the SPARQL."""

    reading: Reading
    home: str = ""
    title: str = ""
    sparql: str = ""

    @property
    def is_cut(self) -> bool:
        """Was everything wished for, and not everything read?"""
        return not (self.home or self.title or self.sparql) and self.reading.read < self.reading.documents


def draw_store(store: str | None, output: str, wish: Wish) -> None:
    """Write the network view of a wish to ``output``.

    Raises NoMatch if a name is unknown or ambiguous, or nothing is left to draw; QueryError for a query that cannot
    be run; InputError if the file cannot be written.
    """
    from graph.draw import About, write_view

    types = tuple(_class(each) for each in wish.types)
    with open_store(store) as view:
        part = _part(view, wish, store)
        network = _narrowed(part, wish, types)
        about = About(part.sparql, _scope(part, wish), _built(view), (part.reading.read, part.reading.documents),
                      part.home)
        target = write_view(network, output, title=part.title or _TITLE[wish.lang], lang=wish.lang,
                            view=wish.picture or "", about=about)
    if part.is_cut:
        note(f"文件太多，只画最新的 {part.reading.read} / {part.reading.documents} 份；写名称或 --document 可画其余")
    note(f"已写 {target}")


def _part(view: View, wish: Wish, store: str | None) -> _Part:
    reader = Reader(view)
    match = resolve(view, wish.name, THINGS) if wish.name else None
    within = resolve_document(view, wish.document) if wish.document else None
    if wish.query:
        return _queried(reader, wish, match, store)
    if within:
        reading = reader.documents([key_of(within.entry.iri)])
        return _around(reading, match, wish.depth) if match else _Part(reading, title=within.entry.label)
    if match:
        home = node_id(match.entry.iri)
        return _Part(reader.around(home, wish.depth), home, match.entry.label)
    return _Part(reader.overview())


def _around(reading: Reading, match: Match, depth: int, sparql: str = "") -> _Part:
    home = node_id(match.entry.iri)
    return _Part(reading._replace(network=neighbourhood(reading.network, home, depth)), home, match.entry.label, sparql)


def _queried(reader: Reader, wish: Wish, match: Match | None, store: str | None) -> _Part:
    from graph.tasks.query import sparql_of
    from graph.tasks.triples import triples_of

    sparql = sparql_of(wish.query)
    triples = triples_of(sparql, store)
    reading = reader.naming({node_id(end) for s, _, o in triples for end in (s, o)})
    reading = reading._replace(network=only(reading.network, triples))
    return _around(reading, match, wish.depth, sparql) if match else _Part(reading, sparql=sparql)


def _narrowed(part: _Part, wish: Wish, types: tuple[str, ...]) -> Network:
    """What passes the filters; what the picture is drawn around stays."""
    network, home = part.reading.network, part.home
    kept = (*types, thing_of(network, home).type) if types and home else types
    found = narrow(network, types=kept, since=wish.since or None, stated=wish.stated)
    if not found:
        raise NoMatch("没有可画的内容", hint="放宽条件，或先用 zhengtu build 入库")
    return found


def _class(word: str) -> str:
    """A class by its type, its glyph, or its name or a part of it.

    >>> _class("平台"), _class("Platform"), _class("计"), _class("院所")
    ('platform', 'platform', 'programme', 'institute')
    """
    from graph.draw.vocabulary import classes

    names = {row["type"]: (row["type"], row["zh"], row["glyph"], row["en"].lower()) for row in classes()}
    found = [type for type, forms in names.items() if word.lower() in forms]
    found = found or [type for type, (_, zh, *_) in names.items() if word and word in zh]
    if len(found) == 1:
        return found[0]
    raise NoMatch(f"没有类别“{word}”", near=tuple(row["zh"] for row in classes()))


def _scope(part: _Part, wish: Wish) -> str:
    """The wish in words, for the foot of the page."""
    zh = wish.lang != "en"
    bits = (
        part.home and part.title, part.home and (f"{wish.depth} 步" if zh else f"{wish.depth} steps"),
        wish.document, "、".join(wish.types), wish.since and (f"{wish.since} 年起" if zh else f"since {wish.since}"),
        wish.stated and ("只看原文陈述" if zh else "stated only"))
    return " · ".join(str(bit) for bit in bits if bit)


def _built(view: View) -> str:
    """When the newest document of the store was built, UTC, or "" where the store does not say."""
    rows = view.select("SELECT (MAX(?when) AS ?last) { ?run a zt:Run ; prov:endedAtTime ?when }")
    last = next((row["last"] for row in rows), "")
    return f"{last[:10]} {last[11:16]} UTC" if last else ""
