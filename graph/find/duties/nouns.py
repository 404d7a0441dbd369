"""What the search for duties yields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from graph.model import Span

__all__ = ["Duty", "Holder"]


class Holder(NamedTuple):
    """One item of a duty's list: where it stands, its name as written, its role.

    ``kind`` is ``body`` (certainly an organisation: its place in the list says so), ``class``
    (各市、县人民政府: a class of bodies), ``self`` (我局: the issuer), ``addressed`` (你省: the body written to) or
    ``open`` (a place at whose beginning organisations may be named; only another rule can tell).
    ``also`` holds other spellings that the list itself gives (市经信局（市中小企业局）).
    ``cue`` is the word that gives this item its role, where it is not the duty's own (…，B、C配合).
    """

    span: Span
    name: str
    role: str
    kind: str = "body"
    also: tuple[str, ...] = ()
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """One expression that says who answers for something; all spans are view spans.

    ``span`` covers the whole expression, ``cue`` the words that give the role.  ``scope`` says what the duty
    governs: the ``item`` it stands in or closes, the ``sentence`` it is part of, all items of the ``section``
    whose heading carries it, the items ``following`` its colon, or the items ``above`` it (the last ``count``, or
    all of them).  ``object`` is what is owned, where the words name it.  ``within`` is the row of a table in which the
    thing governed stands beside the list.
    """

    span: Span
    cue: Span
    items: tuple[Holder, ...]
    rule: str
    scope: str = "item"
    object: Span | None = None
    count: int = 0
    within: Span | None = None
