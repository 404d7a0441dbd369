"""Gold files: reading them, finding the text beside each, and checking that they keep to the text.

A gold file that names what the text does not say makes every score wrong, so annotators run
:func:`faults`, and a test runs it over the gold that ships.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from graph.errors import InputError, reason
from graph.evaluate.folding import Item, fold_words, names_of, number

__all__ = ["faults", "gold_paths", "read_gold", "text_path"]

_ENDING = ".gold.yaml"
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_FOOTNOTE = re.compile(r"\[\d{1,2}\]")  # 地区生产总值[2]231.46亿元
_CHINESE_NUMBER = "零一二三四五六七八九十百千万亿两"


def gold_paths(path: Path) -> tuple[Path, ...]:
    """The gold files at ``path``: itself, or those of a folder, by name.

    Raises InputError where there are none.
    """
    found = tuple(sorted(path.glob(f"*{_ENDING}"))) if path.is_dir() else (path,)
    if not found or not all(p.is_file() for p in found):
        raise InputError("没有找到标注文件", where=str(path), hint=f"标注文件以 {_ENDING} 结尾，原文放在旁边")
    return found


def text_path(gold: Path) -> Path:
    """The document beside its gold: ``NAME.txt`` (or another ending) for ``NAME.gold.yaml``.

    Raises InputError where it is missing.
    """
    name = gold.name.removesuffix(_ENDING)
    beside = sorted(p for p in gold.parent.glob(f"{name}.*") if not p.name.endswith((_ENDING, ".json")))
    if not beside:
        raise InputError("标注文件旁边没有原文", where=str(gold), hint=f"把原文存为 {name}.txt")
    return beside[0]


def read_gold(path: Path) -> Item:
    """One gold file as plain data.  Raises InputError with the place where the YAML goes wrong."""
    import yaml

    try:
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        said = " ".join(reason(error).split())  # YAML draws the place over several lines
        raise InputError(f"标注文件读不懂：{said}", where=str(path), hint="检查缩进、引号和冒号") from error
    if not isinstance(gold, dict):
        raise InputError("标注文件不是“键: 值”的形式", where=str(path), hint="参照 data/gold 中的例子")
    return gold


def faults(gold: Item, text: str) -> Iterator[str]:
    """What the gold says that the text does not bear out, one sentence each.

    >>> list(faults({"measures": [{"anchor": "编印指南"}]}, "编印《指南》。制作网站。"))
    []
    >>> list(faults({"entities": [{"type": "person", "names": ["张三"]}]}, "李四"))
    ['entity 张三: none of its names is in the text']
    """
    words = fold_words(text)
    yield from (
        f"entity {entity['names'][0]}: none of its names is in the text"
        for entity in gold.get("entities", [])
        if not entity.get("optional") and not any(name in words for name in names_of(entity))
    )
    yield from (
        f"indicator {indicator['keys']} {indicator['value']}: keys and value are not together"
        for indicator in gold.get("indicators", [])
        if not indicator.get("optional") and not _stands_together(indicator, text)
    )
    yield from (
        f"measure {measure['anchor']}: not in the text"
        for measure in gold.get("measures", [])
        if fold_words(measure["anchor"]) not in words
    )
    yield from (
        f"{part} {end}: no entity, and not in the text" for part, end in _ends(gold) if not _said(end, gold, words)
    )


def _ends(gold: Item) -> Iterator[tuple[str, str]]:
    """Both ends of every responsibility and relation."""
    yield from (("responsibility", item[key]) for item in gold.get("responsibilities", []) for key in ("agent", "of"))
    yield from (("relation", item[key]) for item in gold.get("relations", []) for key in ("s", "o"))


def _said(end: str, gold: Item, words: str) -> bool:
    name = fold_words(end)
    return end == "*" or name in words or any(name in names_of(entity) for entity in gold.get("entities", []))


def _stands_together(indicator: Item, text: str) -> bool:
    """Some run of two sentences holds every key and the value (digits, or a Chinese numeral before the unit)."""
    sentences = re.split("[。；]", _FOOTNOTE.sub("", text))
    runs = (fold_words(first + second) for first, second in zip(sentences, [*sentences[1:], ""], strict=True))
    return any(all(fold_words(k) in run for k in indicator["keys"]) and _holds(indicator, run) for run in runs)


def _holds(indicator: Item, run: str) -> bool:
    value = abs(number(indicator["value"]) or 0.0)
    if value in {number(found) for found in _NUMBER.findall(run)}:
        return True
    return any(numeral + fold_words(indicator["unit"]) in run for numeral in _CHINESE_NUMBER)
