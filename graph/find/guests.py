"""The contract of a further witness: anything that reads a document and proposes names.

Rules are the default and need no guest.  A guest is heard after them, its proposals carry the rule
``witness-NAME``, and what it alone proposes is never stated (see :mod:`graph.witness`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol

from graph.find.agreement import GUEST
from graph.model import Document, Mention

__all__ = ["HALF", "Witness", "heard", "is_guest"]

HALF = 0.5  # what a guest's word weighs at most: nobody has measured it


class Witness(Protocol):
    """``name`` is short and stable: it is part of the rule under which a proposal is recorded."""

    @property
    def name(self) -> str:
        """What the witness is called: ``llm``."""

    def propose(self, document: Document) -> Iterable[Mention]:
        """Typed spans of the view, in any order; the same document must give the same spans."""


def is_guest(mention: Mention) -> bool:
    """Whether only a guest proposed it.

    >>> is_guest(Mention(0, 2, "place", "慈溪", "witness-llm"))
    True
    """
    return mention.rule.startswith(GUEST)


def heard(document: Document, witnesses: Iterable[Witness]) -> Iterator[Mention]:
    """What guests propose, each under its own rule and with little weight; spans outside the view are left out.

    >>> class Reader:
    ...     name = "reader"
    ...     def propose(self, document):
    ...         return [Mention(0, 2, "place", "慈溪", "any"), Mention(0, 99, "place", "慈溪", "any")]
    >>> from graph.read import read_text
    >>> [(m.name, m.rule) for m in heard(read_text("慈溪很美。"), [Reader()])]
    [('慈溪', 'witness-reader')]
    """
    for witness in witnesses:
        for mention in witness.propose(document):
            if 0 <= mention.start < mention.end <= len(document.text):
                yield replace(mention, rule=GUEST + witness.name, weight=min(mention.weight, HALF), agreed=())
