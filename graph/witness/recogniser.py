"""A recogniser of any make (BiLSTM-CRF, BERT, a dictionary) as a witness.  No model comes with the program.

All that is asked of it is a function from a text to ``(start, end, label)``; labels are mapped to our types.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.model import Document, Mention

__all__ = ["LABELS", "Recogniser", "Spans"]

Spans = Callable[[str], Iterable[tuple[int, int, str]]]
"""A text → half-open ranges of it in code points, each with the recogniser's own label."""

LABELS = {
    "ORG": "agency", "GOV": "agency", "COMPANY": "enterprise", "LOC": "place", "GPE": "place", "PER": "person",
    "nt": "agency", "ns": "place", "nr": "person",
}
"""The usual labels of news corpora and part-of-speech taggers; anything else is left out."""


@dataclass(frozen=True, slots=True)
class Recogniser:
    """A witness that asks ``spans`` about each sentence.

    >>> from graph.find import find
    >>> from graph.read import read_text
    >>> toy = Recogniser("toy", lambda text: [(2, 6, "ORG")] if text.startswith("依托") else [])
    >>> [(m.name, m.rule) for m in find(read_text("依托之江小站开展服务。"), witnesses=[toy]).mentions]
    [('之江小站', 'witness-toy')]
    """

    name: str
    spans: Spans
    labels: Mapping[str, str] = field(default_factory=lambda: LABELS)
    weight: float = 0.5

    def propose(self, document: Document) -> Iterator[Mention]:
        """One mention for each span that lies within its sentence and has a known label."""
        for sentence in document.sentences:
            words = document.text[sentence.start:sentence.end]
            for start, end, label in self.spans(words):
                if label in self.labels and 0 <= start < end <= len(words) and words[start:end].strip():
                    first = sentence.start + start
                    yield Mention(first, sentence.start + end, self.labels[label], words[start:end], self.name,
                                  self.weight)
