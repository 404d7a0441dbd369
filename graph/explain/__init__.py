"""Why does the answer say this?  Each sentence with carets under the words, and the rule that put them there.

An analyst who adds a row to the lexicon, or doubts a line of a briefing, sees here which rule fired
where, which proposals were in conflict, and why one won.  The carets count columns, not characters:
a Chinese character is two columns wide in a terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wcwidth import wcswidth

from graph.explain.notes import Finding, findings, why
from graph.model import Document, Span

__all__ = ["Finding", "carets", "explain", "findings", "why"]

_SENTENCE = re.compile("[^\n。；！？]+[。；！？]?")
_CLAUSE = re.compile("[^，：、]*[，：、]?")
_COLUMNS = 96


def explain(document: Document, lang: str = "zh") -> tuple[str, ...]:
    """The lines of the explanation: each sentence in which a rule fired, then one line for each finding.

    >>> from graph.read import read_text
    >>> sentence, *found = explain(read_text("慈溪市科技局印发了通知。"))
    >>> print(sentence + "\\n" + next(line for line in found if "机构" in line).partition(" ←")[0])
    慈溪市科技局印发了通知。
    ^^^^^^^^^^^^ 机构 慈溪市科技局
    """
    found = findings(document, lang)
    lines = (line for sentence in _sentences(document.text) for line in _lines(document.text, sentence, found))
    return tuple(row for line in lines for row in _block(document.text, line, found))


def carets(text: str, start: int, end: int) -> str:
    """Carets under ``text[start:end]``, as wide as the words are on a terminal.

    >>> print("由市科技局牵头\\n" + carets("由市科技局牵头", 1, 5))
    由市科技局牵头
      ^^^^^^^^
    """
    return " " * _width(text[:start]) + "^" * max(1, _width(text[start:end]))


def _width(text: str) -> int:
    """Columns on a terminal; control characters, which have none, are passed over."""
    return max(0, wcswidth("".join(c for c in text if c.isprintable())))


def _sentences(text: str) -> Iterator[Span]:
    return (Span(*match.span()) for match in _SENTENCE.finditer(text))


def _lines(text: str, sentence: Span, found: Iterable[Finding]) -> Iterator[Span]:
    """A sentence in runs of clauses that fit a terminal; names are not cut."""
    inside = {i for f in found if sentence.start <= f.start < sentence.end for i in range(f.start + 1, f.end)}
    start = end = sentence.start
    for clause in _CLAUSE.finditer(text, sentence.start, sentence.end):
        if end > start and end not in inside and _width(text[start:clause.end()]) > _COLUMNS:
            yield Span(start, end)
            start = end
        end = clause.end()
    yield Span(start, sentence.end)


def _block(text: str, sentence: Span, found: Iterable[Finding]) -> Iterator[str]:
    """One sentence and what was found in it; nothing where nothing was."""
    words = text[sentence.start:sentence.end]
    inside = [f for f in found if sentence.start <= f.start < sentence.end]
    if inside:
        yield words
    for finding in inside:
        marks = carets(words, finding.start - sentence.start, min(finding.end, sentence.end) - sentence.start)
        yield f"{marks if finding.kept else marks.replace('^', '~')} {finding.note}"
