"""Where a text says so: document, section and characters, as a briefing cites them."""

from __future__ import annotations

from typing import NamedTuple

from graph.store.view import View

__all__ = ["NOWHERE", "Places", "Witness", "first_places", "latest", "one_each", "short", "values",
           "witness_of"]

QUOTE = 48  # characters of a quote in a row of a table


class Witness(NamedTuple):
    """A quote and where it stands: IRI of the document, raw offsets in code points."""

    doc: str
    start: int
    end: int
    quote: str


NOWHERE = Witness("", 0, 0, "")


class _Section(NamedTuple):
    start: int
    end: int
    label: str


def witness_of(row: dict[str, str]) -> Witness | None:
    """The witness in a row that binds ``d b e q``, if there is one."""
    return Witness(row["d"], int(row["b"]), int(row["e"]), row["q"]) if row["b"] else None


def one_each(rows: list[dict[str, str]], key: str) -> list[dict[str, str]]:
    """One row for each thing, in the order of the text: the longest witness, for a number may cite its year apart."""
    best: dict[str, dict[str, str]] = {}
    for row in rows:
        known = best.get(row[key])
        if known is None or (-len(row["q"]), int(row["b"] or 0)) < (-len(known["q"]), int(known["b"] or 0)):
            best[row[key]] = row
    return sorted(best.values(), key=lambda row: (row["d"], int(row["b"] or 0), row[key]))


def values(iris: list[str] | set[str] | tuple[str, ...]) -> str:
    """IRIs of the store for a VALUES block; they come from the store, so they are valid."""
    return " ".join(f"<{iri}>" for iri in sorted(iris))


def short(quote: str, about: str = "") -> str:
    """A quote on one line, cut to its beginning, or to the words around ``about`` where that lies further on.

    >>> short("甲" * 60)[-2:], short("甲\n\n乙"), short("甲" * 60 + "乙局牵头", "乙局")[-5:]
    ('甲…', '甲乙', '甲乙局牵头')
    """
    line = "".join(quote.split())
    at = line.find("".join(about.split())) if about else -1
    begin = 0 if at + len(about) <= QUOTE else max(0, min(at - QUOTE // 2, len(line) - QUOTE))
    end = begin + QUOTE
    return f"{'…' if begin else ''}{line[begin:end]}{'…' if end < len(line) else ''}"


def latest(date: str) -> tuple[int, ...]:
    """A key that sorts later years first, undated last.

    >>> sorted(["2023", "", "2025-01", "2025"], key=latest)
    ['2025', '2025-01', '2023', '']
    """
    return tuple(-ord(char) for char in date) or (1,)


def first_places(view: View, things: set[str]) -> dict[str, Witness]:
    """For each thing the first place that states it."""
    homes: dict[str, Witness] = {}
    rows = view.select(f"""SELECT ?t ?d ?b ?e ?q WHERE {{ VALUES ?t {{ {values(things)} }}
        ?t zt:evidence ?v . ?v nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?q ; prov:wasQuotedFrom ?d }}""")
    for row in rows if things else ():
        witness = Witness(row["d"], int(row["b"]), int(row["e"]), row["q"])
        homes[row["t"]] = min(witness, homes.get(row["t"], witness))
    return homes


class Places:
    """Citations for the documents that occur in one answer; each document is looked up once."""

    def __init__(self, view: View, docs: set[str]) -> None:
        self._documents = {row["d"]: row for row in view.select(f"""
            SELECT ?d (SAMPLE(?n) AS ?number) (SAMPLE(?t) AS ?title) (SAMPLE(?i) AS ?date) WHERE {{
              VALUES ?d {{ {values(docs)} }} ?d a zt:Document
              OPTIONAL {{ ?d zt:number ?n }} OPTIONAL {{ ?d dct:title ?t }}
              OPTIONAL {{ ?d dct:issued ?x }} OPTIONAL {{ ?d zt:year ?y }} BIND(STR(COALESCE(?x, ?y)) AS ?i)
            }} GROUP BY ?d""")}
        self._sections: dict[str, list[_Section]] = {doc: [] for doc in docs}
        for row in view.select(f"""
            SELECT ?d ?b ?e ?l WHERE {{ VALUES ?d {{ {values(docs)} }}
              ?s zt:statedIn ?d ; zt:sectionKind ?k ; nif:beginIndex ?b ; nif:endIndex ?e ; zt:label ?l }}"""):
            self._sections[row["d"]].append(_Section(int(row["b"]), int(row["e"]), row["l"]))
        for sections in self._sections.values():
            sections.sort(key=lambda section: (section.start, -section.end))

    def name(self, doc: str) -> str:
        """The 文号, else the title."""
        row = self._documents.get(doc, {})
        return row.get("number") or row.get("title") or doc.rpartition("/")[2]

    def date(self, doc: str) -> str:
        """ISO date of issue, or the year, or ""."""
        return self._documents.get(doc, {}).get("date", "")

    def section(self, doc: str, start: int) -> str:
        """The labels of the outline around a place: ``二、（二）一是``."""
        return "".join(s.label for s in self._sections.get(doc, ()) if s.start <= start < s.end)

    def cite(self, witness: Witness | None, doc: str = "") -> str:
        """``慈科建〔2025〕1号 二、（二）一是 字符1203–1211``; without a witness the document alone."""
        if witness is None:
            return self.name(doc) if doc else ""
        where = self.section(witness.doc, witness.start)
        return " ".join(filter(None, (self.name(witness.doc), where, f"字符{witness.start}–{witness.end}")))
