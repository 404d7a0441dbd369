"""Is it there?  A model may only point at words; what the text does not hold verbatim is dropped."""

from __future__ import annotations

from graph.model import Span

__all__ = ["locate"]


def locate(text: str, within: Span, quote: str, near: int | None = None) -> Span | None:
    """Where ``quote`` stands inside ``within``: its only place, or the one nearest to ``near``; ``None`` if nowhere.

    Of two places at one distance the earlier is taken; several places and no ``near`` give none.

    >>> text = "市财政局、市科技局；市财政局"
    >>> locate(text, Span(0, 14), "市财政局", near=9)
    Span(start=10, end=14)
    >>> locate(text, Span(0, 14), "市财政局"), locate(text, Span(0, 14), "财局")
    (None, None)
    """
    places = _places(text, within, quote) if quote.strip() else []
    if not places or (len(places) > 1 and near is None):
        return None
    start = min(places, key=lambda place: (abs(place - (near or 0)), place)) if len(places) > 1 else places[0]
    return Span(start, start + len(quote))


def _places(text: str, within: Span, quote: str) -> list[int]:
    found, at = [], text.find(quote, *within)
    while at >= 0:
        found.append(at)
        at = text.find(quote, at + 1, within.end)
    return found
