"""The terms of ``ontology.ttl``: their labels for views and tables, and the page that documents them.

The Turtle file is the one source; ``python -m graph.rdf.vocabulary > docs/ontology.md`` writes the page, and a test
fails when the page is behind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from graph.rdf.terms import ID, RDF, SKOS, ZT, Namespace

__all__ = ["Term", "ontology_text", "read_terms", "write_page"]

OWL = Namespace("http://www.w3.org/2002/07/owl#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
_KINDS = {
    OWL.Class: "class", OWL.ObjectProperty: "property", OWL.DatatypeProperty: "property", SKOS.ConceptScheme: "scheme",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A class, property, code list (``scheme``) or code, with its words in ``zh`` and ``en``.

    ``wider`` are its superclasses, superproperties or the class of a code; ``notation`` is its word in the JSON answer.
    """

    name: str
    kind: str
    label: dict[str, str]
    comment: dict[str, str]
    notation: str = ""
    wider: tuple[str, ...] = ()
    domain: str = ""
    range: str = ""


def ontology_text() -> str:
    """``ontology.ttl`` as it was packaged."""
    return (files("graph") / "ontology.ttl").read_text("utf-8")


@cache
def read_terms() -> dict[str, Term]:
    """All terms of our own namespace by name, in alphabetical order.

    >>> read_terms()["leads"].label["zh"], read_terms()["lead"].notation
    ('牵头', 'lead')
    """
    found: defaultdict[str, defaultdict[NamedNode, list[object]]] = defaultdict(lambda: defaultdict(list))
    quads, prefixes = _parsed()
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(ZT.base):
            found[quad.subject.value.removeprefix(ZT.base)][quad.predicate].append(quad.object)
    return {name: _term(name, found[name], prefixes) for name in sorted(found)}


def _parsed() -> tuple[list[Quad], dict[str, str]]:
    """The quads of the file, and its namespaces with their prefixes."""
    parser = parse(ontology_text(), format=RdfFormat.TURTLE)
    quads = list(parser)
    return quads, {iri: prefix for prefix, iri in parser.prefixes.items()}


def _term(name: str, said: dict[NamedNode, list[object]], prefixes: dict[str, str]) -> Term:
    def names(predicate: NamedNode) -> tuple[str, ...]:
        return tuple(_short(o.value, prefixes) for o in said.get(predicate, ()) if isinstance(o, NamedNode))

    def words(predicate: NamedNode) -> dict[str, str]:
        return {o.language or "": o.value for o in said.get(predicate, ()) if isinstance(o, Literal)}

    kind = next((_KINDS[t] for t in said[RDF.type] if isinstance(t, NamedNode) and t in _KINDS), "code")
    wider = names(RDF.type) if kind == "code" else names(RDFS.subClassOf) + names(RDFS.subPropertyOf)
    return Term(name, kind, words(RDFS.label), words(RDFS.comment), words(SKOS.notation).get("", ""), wider,
                "".join(names(RDFS.domain)), "".join(names(RDFS.range)))


def _short(iri: str, prefixes: dict[str, str]) -> str:
    base = next((base for base in prefixes if iri.startswith(base)), "")
    return f"{prefixes[base]}:{iri.removeprefix(base)}" if base else iri


def write_page() -> str:
    """The vocabulary as Markdown: classes, code lists, properties, each with its meaning in both languages."""
    return "\n".join([*_introduction(), *_classes(), *_codes(), *_properties()]) + "\n"


def _introduction() -> Iterator[str]:
    yield from (
        "# 词汇表 · Vocabulary", "",
        "<!-- made by `python -m graph.rdf.vocabulary > docs/ontology.md`; edit ontology.ttl instead -->", "",
        f"`zt:` = `{ZT.base}`，事物在 `{ID}` 之下。", "",
        "| IRI | 是什么 · what it is |", "|---|---|",
        *(f"| `…/{pattern}` | {meaning} |" for pattern, meaning in _IRIS), "")


_IRIS = (
    ("doc/330282/cikejian-2025-1", "公文，也是其原文所述的图 · a document, and the graph of what it states"),
    ("doc/KEY/inferred", "规则由该公文所推的图 · the graph of what rules conclude from it"),
    ("doc/KEY/m/3.1.3", "措施 · a measure, by section number"),
    ("doc/KEY/s/3.1", "章节 · a section"),
    ("doc/KEY/n/…", "数值 · a number"),
    ("doc/KEY/r/…", "责任 · a responsibility"),
    ("doc/KEY/c/…", "关系陈述 · a claim"),
    ("doc/KEY/h/issuer", "文件要素 · an element of the header"),
    ("doc/KEY/o/…", "待核事项 · an open case"),
    ("doc/KEY/x/…", "文本修复 · a repair"),
    ("doc/KEY#char=120,134", "原文依据：第 120 至 134 个字符 · evidence: characters 120 to 134"),
    ("agency/330282/kexuejishuju", "实体：类别、行政区划代码、拼音 · an entity: type, area code, pinyin"),
    ("place/330282", "地区 · a place"),
    ("graph/runs", "处理记录的图 · the graph of processing runs"),
    ("graph/curation", "人工认定的图 · the graph of what people decided"),
)


def _table(title: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield from (f"## {title}", "", f"| {' | '.join(columns)} |", "|" + "---|" * len(columns))
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    yield ""


def _of(kind: str) -> list[Term]:
    return [term for term in read_terms().values() if term.kind == kind]


def _meaning(term: Term) -> tuple[str, str]:
    return f"{term.label['zh']}<br>{term.label['en']}", f"{term.comment['zh']}<br>{term.comment['en']}"


def _code(*names: str) -> str:
    return " ".join(f"`{name}`" for name in names if name)


def _classes() -> Iterator[str]:
    return _table("类 · Classes", ("class", "label", "meaning", "under", "in JSON"),
                  [(f"`zt:{t.name}`", *_meaning(t), _code(*t.wider), _code(t.notation)) for t in _of("class")])


def _codes() -> Iterator[str]:
    codes = sorted(_of("code"), key=lambda t: (t.wider, t.name))
    return _table("代码 · Codes", ("code", "list", "label", "meaning", "in JSON"),
                  [(f"`zt:{t.name}`", _code(*t.wider), *_meaning(t), _code(t.notation)) for t in codes])


def _properties() -> Iterator[str]:
    return _table("属性 · Properties", ("property", "label", "meaning", "from → to", "under"),
                  [(f"`zt:{t.name}`", *_meaning(t), f"{t.domain or '…'} → {t.range or '…'}", _code(*t.wider))
                   for t in _of("property")])


if __name__ == "__main__":
    print(write_page(), end="")
