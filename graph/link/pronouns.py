"""我局 is the issuer, 你省 the one addressed: pronouns of bodies, read through the whole document.

我市 and 我省 are areas, not bodies, and are read by :mod:`graph.link.home`.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.lexicon import Lexicon
from graph.model import Document, Mention

__all__ = ["pronoun_mentions"]


def pronoun_mentions(
    document: Document, issuers: tuple[str, ...], addressees: tuple[str, ...], lexicon: Lexicon,
) -> Iterator[tuple[Mention, str]]:
    """Each pronoun with the id of the single body it stands for; with several bodies it stands for none."""
    names = lexicon.patterns("names")
    for rule, pattern, ids in (("pronoun-we", "we", issuers), ("pronoun-you", "you", addressees)):
        if len(ids) == 1:
            for found in names[pattern].finditer(document.folded):
                yield Mention(*found.span(), "agency", found[0], rule, 0.9), ids[0]
