"""The facts file: what listings sort, filter and print of everything that they list, one line a thing.

A database answers what is said of one thing in some 20 µs a property; to put hundreds of rows in order that is too
slow by a factor of ten, and to open it takes a tenth of a lookup.  This file is made from the published database
and lies beside it, as the names file does, with an index of its lines by what they are about and by what they point to.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from functools import cache

from graph.errors import StoreCorrupt
from graph.store.facts import Facts
from graph.store.pointers import Pointers, mapped, write_pointers
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
    "zt:predicate", "zt:subjectName", "zt:objectName", "nif:anchorOf", "zt:labelPath"))
#: Those of them whose lines are found by what they point to.
_INVERSE = ("zt:responsibleFor", "zt:holder", "zt:subject", "zt:object")
_DAMAGED, _MEND = "库里的属性表已损坏", "重新运行 zhengtu build 即可修复"
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
    """Whether it is a measure, number, responsibility, claim or element of the head of a document."""
    return iri.startswith(DOC) and any(f"/{part}/" in iri for part in "mnrch")


def _key(iri: str) -> str:
    return iri.removeprefix(ID)


def write_kept(path: str, lines: Iterable[str], old: str = "", touched: Container[str] = ()) -> None:
    """Write the lines, together with those of an ``old`` file whose things were not ``touched``, and their index."""
    found = list(lines)
    if old:
        with open(old, encoding="utf-8", newline="\n") as file:
            found += [line for line in file if _iri(line.split("\t", 1)[0]) not in touched]
    found.sort(key=lambda line: line.partition("\t")[0])
    written = [line.encode() for line in found]
    with open(path, "wb") as file:
        file.writelines(written)
    write_pointers(_index(path), _pairs(written), sum(map(len, written)))


def _index(path: str) -> str:
    return path.removesuffix(".tsv") + ".idx"


def _pairs(lines: Iterable[bytes]) -> Iterator[tuple[bytes, int]]:
    """What each line goes by: the thing it is about, and what it points to."""
    inverse, offset = tuple(f"{name}=".encode() for name in _INVERSE), 0
    for line in lines:
        key, *cells = line[:-1].split(b"\t")
        yield key, offset
        for name, _, values in (cell.partition(b"=") for cell in cells if cell.startswith(inverse)):
            yield from ((name + b"=" + value, offset) for value in values.split(b"\x1f"))
        offset += len(line)


def _iri(key: str) -> str:
    return key if "://" in key else ID + key


class Kept:
    """The facts file of a snapshot, opened for reading."""

    def __init__(self, path: str) -> None:
        self._data, self._pointers = mapped(path), Pointers(_index(path))
        if len(self._data) != self._pointers.size:
            raise StoreCorrupt(_DAMAGED, hint=_MEND)

    def covers(self, wanted: frozenset[str]) -> bool:
        """Whether the file may answer for these properties."""
        return wanted - {_EVIDENCE} <= KEPT

    def inverts(self, name: str) -> bool:
        """Whether the file knows what points to a thing by this property."""
        return name in _INVERSE

    def facts(self, iri: str, wanted: frozenset[str]) -> Facts | None:
        """These properties, which the file covers, of a thing; ``None`` where it does not know."""
        if _EVIDENCE in wanted and not _is_part(iri):
            return None
        key = _key(iri).encode()
        for line in self._lines(key):
            if line.startswith(key + b"\t"):
                return _parsed(line, wanted)
        return None

    def subjects(self, name: str, iri: str) -> Iterator[str]:
        """The things whose property, which the file inverts, points to ``iri``."""
        key = f"{name}={iri.replace(ID, _ID)}".encode()
        for line in self._lines(key):
            if b"\t" + key + b"\t" in line or iri in _parsed(line, frozenset((name,))).all(name):
                yield _iri(line[:line.index(b"\t")].decode())

    def _lines(self, key: bytes) -> Iterator[bytes]:
        """The lines that may go by ``key``."""
        for offset in self._pointers.offsets(key):
            yield self._data[offset:self._data.find(b"\n", offset)]


def _parsed(line: bytes, wanted: frozenset[str]) -> Facts:
    facts = Facts()
    try:
        text = line.decode()
    except UnicodeDecodeError as error:
        raise StoreCorrupt(_DAMAGED, hint=_MEND) from error
    for name, cell in _cells(wanted):
        begin = text.find(cell) + len(cell)
        if begin >= len(cell):
            end = text.find("\t", begin)
            facts[name] = _values(text[begin:end] if end >= 0 else text[begin:])
    return facts


@cache
def _cells(wanted: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Each property with what its cell begins with."""
    return tuple((name, f"\t{name}=") for name in sorted(wanted))


def _values(written: str) -> list[str]:
    if _ID in written or _ZT in written:
        written = written.replace(_ZT, ZT).replace(_ID, ID)
    values = written.split("\x1f")
    if "\x1c" in written or "\x1d" in written or "\x1e" in written:
        return [value.translate(_UNESCAPED) for value in values]
    return values
