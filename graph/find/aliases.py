"""Short forms that a document defines for itself: （以下简称“东重”）, （以下简称《规划》）, （简称市投促局）.

A definition holds from its place to the end of the document, and only for the name directly before it.
以下统称 gives one form to several things and defines none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph.lexicon.patterns import Patterns
from graph.model import Document, Mention

__all__ = ["Alias", "alias_mentions", "aliases"]


class Alias(NamedTuple):
    """``form`` stands for the mention ``of`` from ``place`` on: its definition counts as its first use."""

    form: str
    of: Mention
    place: int


def aliases(document: Document, mentions: Iterable[Mention], names: Patterns) -> tuple[Alias, ...]:
    """The short forms defined right after a mention.

    >>> from graph.lexicon import load
    >>> from graph.read import read_text
    >>> text = "东海重工(集团)有限公司(以下简称“东重”)等企业。"
    >>> named = Mention(0, 12, "enterprise", "东海重工(集团)有限公司", "x")
    >>> aliases(read_text(text), [named], load().patterns("names"))[0].form
    '东重'
    """
    ordered = sorted(mentions, key=lambda m: m.start, reverse=True)
    ends = {mention.end: mention for mention in ordered}  # the longest that ends at a place
    found = [*_bracketed(document, ends, ordered)]
    for pattern in ("defined", "defined_after_number"):
        for match in names[pattern].finditer(document.folded):
            if match.start() in ends:
                form = (match["quoted"] or match["form"]).strip()
                found.append(Alias(form, ends[match.start()], match.start()))
    return tuple(sorted(found, key=lambda a: (a.place, a.form)))


def _bracketed(document: Document, ends: dict[int, Mention], mentions: list[Mention]) -> Iterator[Alias]:
    """Two names of one thing: 青年创业服务中心（青年之家); an agency that shares the staff of another stays one."""
    for inner in mentions:
        outer = ends.get(inner.start - 1)
        closed = document.folded[inner.start - 1:inner.start] == "(" and document.folded[inner.end:inner.end + 1] == ")"
        shares_staff = inner.type == "agency" and inner.rule == "area-department"  # 市住建局（市人民防空办公室）
        if closed and outer and outer.type == inner.type != "place" and not shares_staff:
            yield Alias(inner.name, outer, inner.start)


def alias_mentions(document: Document, known: Iterable[Alias]) -> Iterator[Mention]:
    """Every later use of a defined short form, named in full."""
    for alias in known:
        quoted = f"《{alias.form}》" if alias.of.type == "policy" else alias.form
        start = document.folded.find(quoted, alias.place)
        while start >= 0:
            end = start + len(quoted)
            yield Mention(start, end, alias.of.type, alias.of.name, "alias-defined", 1.0, alias.of.subtype)
            start = document.folded.find(quoted, end)
