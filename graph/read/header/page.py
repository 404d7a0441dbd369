"""The page of a document as the header's readers see it: paragraphs of the view, each of a kind.

GB/T 9704 orders an official document in three blocks: 版头 (banner, number, signer), 主体 (title, addressee, text,
signature, date, notes) and 版记 (copies, printing).  Here each short line gets the kind its wording gives it; the
readers of the single elements then only look at lines of their kind.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.model import Document, Evidence, Span
from graph.read.knowledge import pattern, words

__all__ = ["Page", "kind_of"]

_KINDS = ("number_line", "category", "secrecy", "printed", "date_line", "cc", "note", "banner", "signer", "org_line")
_NUMBER = 40  # letters of a line that is a 文号, with what a scanner strewed over it
_BODY_LENGTH = 15


def kind_of(text: str) -> str:
    """What a short line is by its wording: one of the patterns' names, ``aside``, or ``text``.

    >>> kind_of("慈科建[2025]1号"), kind_of("2018年11月20日"), kind_of("关于促进就业的通知")
    ('number_line', 'date_line', 'text')
    """
    if pattern("header", "office_signer").match(text):
        return "office_signer"
    if any(pattern("header", rule).match(text) for rule in ("occasion", "head_of")):
        return "aside"
    if text.startswith(("--", "(")) and not pattern("outline", "label").match(text):
        return "note" if pattern("header", "note").match(text) else _in_brackets(text)
    if len(text) > 250:
        return "text"
    if len(text) < _NUMBER and pattern("header", "number_line").match(text.replace(" ", "")):
        return "number_line"
    if len(text) < 12 and pattern("outline", "attachment").match(text):
        return "aside"
    for kind in _KINDS:
        if pattern("header", kind).search(text) if kind == "signer" else pattern("header", kind).match(text):
            return kind
    return "text"


def _in_brackets(text: str) -> str:
    return next((kind for kind in ("category", "date_line") if pattern("header", kind).match(text)), "aside")


@dataclass(slots=True)
class Page:
    """``head`` is the index of the first paragraph of the text, ``tail`` one past its last.

    ``first`` is that of the first line of the header (above it a news page introduces what it quotes);
    ``kinds`` are the kinds of all paragraphs; ``addressee`` is the index of the 主送 line or -1; ``signature`` that of
    the date line at the end of the (first) text or -1; ``structural`` the lines inside the text that are no text.
    """

    document: Document
    spans: list[Span]
    kinds: list[str]
    head: int = 0
    tail: int = 0
    addressee: int = -1
    signature: int = -1
    structural: set[int] = field(default_factory=set)
    first: int = 0

    @property
    def front(self) -> range:
        """The lines of the header."""
        return range(self.first, self.head)

    @property
    def opening(self) -> range:
        """The lines of the header, and the first two paragraphs of the text."""
        return range(self.first, min(self.head + 2, self.tail))

    def text(self, index: int) -> str:
        """The folded words of a paragraph."""
        return self.document.folded[self.spans[index].start:self.spans[index].end]

    def shown(self, start: int, end: int) -> str:
        """The words of a view range as written, without blanks."""
        return "".join(self.document.text[start:end].split())

    def witness(self, start: int, end: int) -> Evidence:
        return self.document.evidence(start, end)

    def is_heading(self, index: int) -> bool:
        """A heading without a number: 2022年工作回顾."""
        heads = self.kinds[index] == "text" and pattern("outline", "plain_heading").match(self.text(index)) is not None
        return heads and not self.is_column(index)

    def is_column(self, index: int) -> bool:
        """Whether a line heads a column of a table whose cells stand one a line: the line above or below does, too."""
        beside = (i for i in (index - 1, index + 1) if 0 <= i < len(self.spans))
        column = pattern("outline", "column")
        return column.match(self.text(index)) is not None and any(column.match(self.text(i)) for i in beside)

    def is_body(self, index: int) -> bool:
        """Running text or a numbered heading."""
        text = self.text(index)
        if self.kinds[index] not in ("text", "aside"):
            return False
        label = pattern("outline", "label").match(text)
        if pattern("header", "occasion").match(text):
            return False
        if label and len(text) > label.end():
            subtitle = label.lastgroup == "dash" and self.kinds[index + 1:index + 2] in (["org_line"], ["date_line"])
            return not subtitle
        if pattern("outline", "resume").match(text) or text.lstrip("| ").startswith(words("outline", "table_heads")):
            return True
        if pattern("outline", "columns").match(text) or self.is_column(index):
            return True
        return (len(text) >= _BODY_LENGTH and "。" in text) or len(text) > 150
