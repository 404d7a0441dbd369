"""What of an answer is wanted: of which documents, in which role, stated or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple, Protocol, TypeVar

from graph.ask.match import resolve, resolve_document
from graph.ask.moments import iso
from graph.ask.places import ORIGIN, Places
from graph.errors import NoMatch
from graph.store.dated import Dated, issued
from graph.store.terms import doc_iri, key_of
from graph.store.view import View

__all__ = ["ANYTHING", "Filter", "from_document", "wanted", "widening", "within"]


class Filter(NamedTuple):
    """What of an answer to keep.

    ``since`` is a date or year, ``area`` a place or (a prefix of) its GB/T 2260 code, ``document`` a 文号, title
    or key.
    """

    stated: bool = False
    role: str = ""
    since: str = ""
    area: str = ""
    document: str = ""

    @classmethod
    def of(cls, options: Mapping[str, object]) -> Filter:
        """From the options of a command, where what was not given is ``None``."""
        return cls(**{name: value for name, value in options.items() if value is not None})  # type: ignore[arg-type]

    def settled(self, view: View) -> Filter:
        """With the date in ISO form, the place as the prefix of its code, the document as its key.

        Raises NoMatch for a place or document the store does not know, QueryError for what is no date.
        """
        area = self.area
        if area and not area.isdigit():
            with _option("--area"):
                area = resolve(view, area, ("Place",)).entry.iri.rpartition("/")[2]
        with _option("--document"):
            document = self.document and key_of(resolve_document(view, self.document).entry.iri)
        return self._replace(since=iso(self.since), area=re.sub("(00){1,2}$", "", area), document=document)


@contextmanager
def _option(name: str) -> Iterator[None]:
    """What is not found is told with the option it was given to."""
    try:
        yield
    except NoMatch as error:
        error.where = name
        raise


ANYTHING = Filter()


def from_document(iris: Iterable[str], keep: Filter) -> list[str]:
    """The responsibilities, or other parts, of the document that is wanted; all of them where any is.

    >>> from graph.store.terms import DOC
    >>> from_document([f"{DOC}a-2025-1/r/1", f"{DOC}a-2025-10/r/2"], Filter(document="a-2025-1"))
    ['https://w3id.org/zhengtu/id/doc/a-2025-1/r/1']
    """
    within = doc_iri(keep.document) + "/" if keep.document else ""
    return [iri for iri in iris if iri.startswith(within)]


def within(doc: str, keep: Filter, places: Places) -> bool:
    """Whether a document lies within ``since``, ``area`` and ``document``."""
    if keep.area and (_is_elsewhere(doc, keep.area) or not (places.area(doc) or key_of(doc)).startswith(keep.area)):
        return False
    return places.date(doc) >= keep.since and (not keep.document or doc == doc_iri(keep.document))


def _is_elsewhere(doc: str, area: str) -> bool:
    """Whether the key of a document already tells that it comes from another area."""
    key = key_of(doc)
    return key[:1].isdigit() and not key.startswith(area)


class OfDocument(Protocol):
    """Anything that knows its document."""

    @property
    def doc(self) -> str: ...


Part = TypeVar("Part", bound=OfDocument)


def wanted(view: View, found: Iterable[Part], keep: Filter, events: Iterable[Dated] = ()) -> list[Part]:
    """What stands in the documents that are wanted; ``events`` tell when documents came out, as far as they do."""
    only, parts = doc_iri(keep.document) if keep.document else "", list(found)
    if only:
        parts = [part for part in parts if part.doc == only]
    if not (keep.area or keep.since):
        return parts
    dates = issued(events) if keep.since else {}
    parts = [part for part in parts if not _is_elsewhere(part.doc, keep.area)
             and dates.get(part.doc, keep.since) >= keep.since]
    places = Places(view, {part.doc for part in parts if part.doc not in dates or keep.area}, ORIGIN)
    return [part for part in parts if (part.doc in dates and not keep.area) or within(part.doc, keep, places)]


def widening(keep: Filter) -> str:
    """What to try where nothing stands in the documents that are wanted."""
    return "" if keep == ANYTHING else "去掉 --area 等条件"
