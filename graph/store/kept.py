"""The facts file: what listings sort, filter and print of everything that they list, one line a thing.

A database answers what is said of one thing in some 20 µs a property; to put hundreds of rows in order that is
too slow by a factor of ten.  This file is made from the published database and lies beside it, as the names file
does; it is sorted by IRI, so that a line is found by halving.  Quotes and texts are read from the database, for the
rows that are shown.
"""

from __future__ import annotations

import mmap
import os
from collections.abc import Container, Iterable

from graph.errors import StoreCorrupt
from graph.store.facts import Facts
from graph.store.terms import DOC, ID, ZT

__all__ = ["KEPT", "Kept", "kept_line", "write_kept"]

_EVIDENCE = "zt:evidence"  # kept of what is a part of one document, so that its places are few
#: The properties that are kept, of whatever has them.
KEPT = frozenset((
    "skos:prefLabel", "dct:title", "dct:issued", "zt:year", "zt:number", "zt:area", "zt:start", "zt:end", "zt:state",
    "zt:declaredCount", "zt:subtype", "zt:within", "zt:statedIn", "zt:status", "zt:due", "zt:commitment",
    "zt:indicator", "zt:population", "zt:refArea", "zt:refAreaName", "zt:kind", "zt:countedAs", "zt:refPeriod",
    "zt:bound", "zt:verbatim", "zt:writtenUnit", "zt:changePercent", "zt:value", "zt:inMeasure", "zt:responsibleFor",
    "zt:responsibleForName", "zt:holder", "zt:holderName", "zt:role", "zt:basis", "zt:rule", "zt:subject", "zt:object",
    "zt:predicate", "zt:subjectName", "zt:objectName"))
_ID, _ZT = "\x01", "\x02"  # stand for the two bases
_ESCAPED = str.maketrans({"\t": "\x1c", "\n": "\x1d", "\x1f": "\x1e"})
_UNESCAPED = str.maketrans({"\x1c": "\t", "\x1d": "\n", "\x1e": "\x1f"})


def kept_line(iri: str, facts: Facts) -> str:
    """The line of a thing: its IRI, then a cell for each property.

    >>> kept_line(ID + "place/330282", Facts({"zt:areaCode": ["330282"], "skos:prefLabel": ["慈溪市"]}))
    'place/330282\\tskos:prefLabel=慈溪市\\n'
    """
    cells = [f"{name}={chr(31).join(value.translate(_ESCAPED) for value in facts[name])}"
             for name in sorted(facts) if name in KEPT or (name == _EVIDENCE and _is_part(iri))]
    return "\t".join((_key(iri), *(cell.replace(ZT, _ZT).replace(ID, _ID) for cell in cells))) + "\n"


def _is_part(iri: str) -> bool:
    """Whether it is a measure, number, responsibility or claim of a document."""
    return iri.startswith(DOC) and any(f"/{part}/" in iri for part in "mnrc")


def _key(iri: str) -> str:
    return iri.removeprefix(ID)


def write_kept(path: str, lines: Iterable[str], old: str = "", touched: Container[str] = ()) -> None:
    """Write the lines, together with those of an ``old`` file whose things were not ``touched``."""
    found = list(lines)
    if old:
        with open(old, encoding="utf-8", newline="\n") as file:
            found += [line for line in file if _iri(line.split("\t", 1)[0]) not in touched]
    found.sort(key=lambda line: line.partition("\t")[0])
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(found)


def _iri(key: str) -> str:
    return key if "://" in key else ID + key


class Kept:
    """The facts file of a snapshot, opened for reading."""

    def __init__(self, path: str) -> None:
        with open(path, "rb") as file:
            empty = os.fstat(file.fileno()).st_size == 0
            self._data = b"" if empty else mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def covers(self, wanted: frozenset[str]) -> bool:
        """Whether the file may answer for these properties."""
        return wanted - {_EVIDENCE} <= KEPT

    def facts(self, iri: str, wanted: frozenset[str]) -> Facts | None:
        """These properties, which the file covers, of a thing; ``None`` where it does not know."""
        if _EVIDENCE in wanted and not _is_part(iri):
            return None
        line = self._line(_key(iri).encode() + b"\t")
        return _parsed(line, wanted) if line else None

    def _line(self, key: bytes) -> bytes:
        """The line that begins with ``key``, found by halving."""
        data, low, high = self._data, 0, len(self._data)
        while low < high:
            begin = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = data.find(b"\n", begin)
            if data[begin:begin + len(key)] == key:
                return data[begin:end]
            if data[begin:data.find(b"\t", begin)] < key[:-1]:
                low = end + 1
            else:
                high = begin
        return b""


def _parsed(line: bytes, wanted: frozenset[str]) -> Facts:
    try:
        text = line.decode().replace(_ZT, ZT).replace(_ID, ID)
    except UnicodeDecodeError as error:
        raise StoreCorrupt("库里的属性表已损坏", hint="重新运行 zhengtu build 即可修复") from error
    facts = Facts()
    for cell in text.split("\t")[1:]:
        name, _, values = cell.partition("=")
        if name in wanted:
            facts[name] = values.split("\x1f")
    if "\x1c" in text or "\x1d" in text or "\x1e" in text:
        facts = Facts({name: [value.translate(_UNESCAPED) for value in values] for name, values in facts.items()})
    return facts
