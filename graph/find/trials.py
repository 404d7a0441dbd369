"""The examples of ``suffixes.csv``, tried as an analyst would: is a name of that type found in the words?"""

from __future__ import annotations

from collections.abc import Iterator

from graph.lexicon import Lexicon
from graph.lexicon.trials import Trial, examples_of, tester
from graph.model import Document, Piece, Span
from graph.read import fold

__all__ = ["suffix_trials"]


@tester("suffixes.csv")
def suffix_trials(lexicon: Lexicon) -> Iterator[Trial]:
    """An example must hold a name of the row's type that ends in its suffix, a counter-example none."""
    for row in lexicon.rows("suffixes"):
        for example, wanted in examples_of(row):
            got = _names(example, row["suffix"], row["type"] if wanted else "", lexicon)
            yield Trial("suffixes.csv", row["suffix"], example, wanted, bool(got) == wanted, "、".join(got))


def _names(text: str, suffix: str, type: str, lexicon: Lexicon) -> list[str]:
    from graph.find import find

    document = Document("example", text, text, fold(text), (Piece(0, 0, len(text)),), body=Span(0, len(text)))
    found = (m for m in find(document, lexicon).mentions if text[m.start:m.end].rstrip("”").endswith(suffix))
    return [m.name for m in found if m.type == type or (not type and m.rule.startswith("suffix"))]
