"""One name, one sentence: is it found, and as what?

A document shows few kinds of names; this table shows hundreds.  Each row puts a name, mostly one that no lexicon
holds, into a sentence of its own within a short notice, so a miss points at one suffix or one kind of word around it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from graph.build import extract
from graph.evaluate.folding import fold_words, names_of
from graph.evaluate.matching import Tally
from graph.read import read_text

__all__ = ["score_names"]

_NOTICE = "宜昌市人民政府办公室关于有关工作的通知\n各有关单位：\n一、重点工作\n（一）完善机制。{}\n2024年3月1日\n"
_REPLY = "宜昌市教育局关于市政协有关提案的答复\n{}\n您提出的提案收悉。\n"
_HOME = fold_words("宜昌")


def score_names(path: Path) -> dict[str, Tally]:
    """Recall by type over a table with the columns ``types`` (accepted, the first is the best), ``name``, ``sentence``.

    A name is found when an entity of an accepted type bears it, with or without the home area before it
    (市妇幼保健院, 宜昌市妇幼保健院).
    """
    total: dict[str, Tally] = {}
    for types, name, found in _found(path):
        tally = Tally(int(found), int(found), 1, () if found else (name,))
        total[types[0]] = total.get(types[0], Tally()) + tally
    return total


def _found(path: Path) -> Iterator[tuple[list[str], str, bool]]:
    with path.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            types = row["types"].split("|")
            yield types, row["name"], _finds(types, row["name"], row["sentence"])


def _finds(types: list[str], name: str, sentence: str) -> bool:
    frame = _REPLY if sentence.endswith("：") else _NOTICE
    wanted = {fold_words(name), _HOME + fold_words(name)}
    entities = extract(read_text(frame.format(sentence))).entities
    return any(e.type in types and wanted & names_of({"name": e.name, "aliases": e.aliases}) for e in entities)
