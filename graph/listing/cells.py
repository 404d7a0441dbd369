"""Cells that mean more than they show: a quote that a table shortens, a place that JSON takes apart, a
code among words."""

from __future__ import annotations

from typing import Self

__all__ = ["Code", "Message", "Place", "Quote", "Words"]

QUOTE = 48  # characters of a quote in a table


class Code(str):
    """A code in a column of mixed cells: people read its word in ``table``, JSON keeps the code."""

    table: str

    def __new__(cls, code: str, table: str) -> Code:
        self = super().__new__(cls, code)
        self.table = table
        return self


class Words(str):
    """Words of the interface among those of documents; ``en`` is the same for English readers."""

    en: str

    def __new__(cls, zh: str, en: str) -> Words:
        self = super().__new__(cls, zh)
        self.en = en
        return self


class Message(str):
    """A sentence of the program, for which :mod:`graph.english` has the English."""

    @property
    def en(self) -> str:
        from graph.english import english

        return english(self)


class Quote(str):
    """The words of a document as they stand there; ``about`` are those a reader looks for."""

    about: str

    def __new__(cls, text: str, about: str = "") -> Self:
        self = super().__new__(cls, text)
        self.about = "".join(about.split())
        return self

    def brief(self) -> str:
        """On one line, cut to the beginning, or to the words around ``about`` where those lie further on.

        >>> Quote("甲" * 60).brief()[-2:], Quote("甲\\n\\n乙").brief()
        ('甲…', '甲乙')
        >>> Quote("甲" * 60 + "乙局牵头", about="乙局").brief()[-5:]
        '甲乙局牵头'
        """
        line = "".join(self.split())
        at = line.find(self.about) if self.about else -1
        begin = 0 if at + len(self.about) <= QUOTE else max(0, min(at - QUOTE // 2, len(line) - QUOTE))
        end = begin + QUOTE
        return f"{'…' if begin else ''}{line[begin:end]}{'…' if end < len(line) else ''}"


class Place(str):
    """A citation; its parts are the document's name, the section's labels, and raw offsets in code points."""

    parts: dict[str, str | int | None]
    en: str

    def __new__(cls, document: str, section: str = "", start: int | None = None, end: int | None = None) -> Place:
        """
        >>> Place("慈科建〔2025〕1号", "二、（二）一是", 1203, 1211)
        '慈科建〔2025〕1号 二、（二）一是 字符1203–1211'
        """
        where = "" if start is None else f"字符{start}–{end}"
        self = super().__new__(cls, " ".join(filter(None, (document, section, where))))
        self.en = " ".join(filter(None, (document, section, f"chars {start}–{end}" if where else "")))
        self.parts = {"document": document, "section": section, "start": start, "end": end}
        return self
