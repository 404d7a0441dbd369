"""Items of a reply → mentions and claims at their place in the text; what has no place there is counted and dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph.find.guests import HALF
from graph.find.numbers import find_amounts
from graph.model import Document, Mention, Span
from graph.witness.claims import Claim
from graph.witness.llm.quotes import locate
from graph.witness.llm.reply import Item, Reply

__all__ = ["Testimony", "testimony"]


class Testimony(NamedTuple):
    """What a model says of a document; ``unfounded`` counts what the text does not bear out."""

    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    unfounded: int = 0


def testimony(document: Document, piece: Span, reply: Reply) -> Testimony:
    """The reply about the view range ``piece``, each item looked up there.

    >>> from graph.read import read_text
    >>> item = Item("numbers", "营收949亿元", 90)
    >>> testimony(read_text("去年实现营收949亿元。"), Span(0, 12), Reply((item,))).claims
    (Claim(span=Span(start=4, end=11), part='number', holder=Span(start=0, end=0), role='', value='949', unit='亿元'),)
    """
    placed = [(item, locate(document.text, piece, item.quote, _near(piece, item))) for item in reply.items]
    said = [_READ[item.part](document, span, item) if span else () for item, span in placed]
    found = [one for each in said for one in each]
    mentions = tuple(one for one in found if isinstance(one, Mention))
    claims = tuple(one for one in found if isinstance(one, Claim))
    return Testimony(mentions, claims, reply.bad + sum(not each for each in said))


def _near(piece: Span, item: Item) -> int | None:
    return None if item.start is None else piece.start + item.start


def _name(document: Document, span: Span, item: Item) -> tuple[Mention, ...]:
    """A name; of an instrument in title marks the span holds the marks and the name does not, as in the rules."""
    if item.quote.startswith("《") and item.quote.endswith("》"):
        inner = item.quote[1:-1]
    else:
        inner, span = item.quote, _with_marks(document.text, span)
    return (Mention(*span, item.kind, inner, "llm", HALF),) if inner.strip() else ()


def _with_marks(text: str, span: Span) -> Span:
    marked = text[span.start - 1:span.start] == "《" and text[span.end:span.end + 1] == "》"
    return Span(span.start - 1, span.end + 1) if marked else span


def _duty(document: Document, span: Span, item: Item) -> tuple[Claim, ...]:
    """A duty whose holder is named in the quote; who that is must be one place."""
    holder = locate(document.text, span, item.holder, near=span.start)
    return (Claim(span, "duty", holder, item.kind),) if holder else ()


def _measure(document: Document, span: Span, item: Item) -> tuple[Claim, ...]:
    return (Claim(span, "measure"),)


def _number(document: Document, span: Span, item: Item) -> Iterable[Claim]:
    """The amounts that our own grammar reads in the quote; the model's reading is not asked for."""
    return tuple(_amounts(document, span))


def _amounts(document: Document, span: Span) -> Iterator[Claim]:
    for amount in find_amounts(document.folded[span.start:span.end]):
        yield Claim(span, "number", value=amount.value.lstrip("-"), unit=amount.unit)


_READ = {"names": _name, "duties": _duty, "measures": _measure, "numbers": _number}
