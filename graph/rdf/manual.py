"""The page that documents the vocabulary, made from ``ontology.ttl``.

``python -m graph.rdf.manual > docs/ontology.md`` writes it, and a test fails when it is behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.rdf.terms import ID, ZT
from graph.rdf.vocabulary import Term, read_terms

__all__ = ["write_page"]

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


def write_page() -> str:
    """The vocabulary as Markdown: classes, code lists, properties, each with its meaning in both languages."""
    return "\n".join([*_introduction(), *_classes(), *_codes(), *_properties()]) + "\n"


def _introduction() -> Iterator[str]:
    yield from (
        "# 词汇表 · Vocabulary", "",
        "<!-- made by `python -m graph.rdf.manual > docs/ontology.md`; edit ontology.ttl instead -->", "",
        f"`zt:` = `{ZT.base}`，事物在 `{ID}` 之下。", "",
        "| IRI | 是什么 · what it is |", "|---|---|",
        *(f"| `…/{pattern}` | {meaning} |" for pattern, meaning in _IRIS), "")


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
