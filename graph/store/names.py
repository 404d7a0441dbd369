"""The names file: everything that can be looked up by a word, one line each, searched as plain bytes.

A database answers "which text holds 家电?" by reading every text: 1.2 s over 120,000 measures.  A search through
one memory-mapped file needs no index, finds two-character words inside sentences and takes some 20 ms there.
The file is made from the published database and lies beside it, so the two never disagree.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from graph.errors import StoreCorrupt
from graph.store.pointers import mapped

__all__ = ["OWNED", "Entry", "Names", "Owned", "fold", "fullest", "words_of", "write_names"]

_FOLD: dict[int, str] = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_FOLD |= dict.fromkeys(map(ord, " \u3000“”‘’\"'《》〈〉「」·\t\r\n\x1e\x1f"), "")
COLUMNS = 9
#: Classes of what somebody may answer for.
OWNED = ("Platform", "Programme", "Project", "Policy", "NamedList", "Measure", "Responsibility")
_BREAKS = str.maketrans("\t\r\n\x1e\x1f", "     ")


class Owned(NamedTuple):
    """How many responsibilities for a thing are stated and how many inferred, by role; how many bodies lead it."""

    lead: int = 0
    joint: int = 0
    support: int = 0
    inferred_lead: int = 0
    inferred_joint: int = 0
    inferred_support: int = 0
    leaders: int = 0

    @property
    def duties(self) -> int:
        return sum(self[:-1])

    @property
    def how(self) -> str:
        """How its owner is known: stated, inferred, or open; support alone is no owner."""
        if self.lead or self.joint:
            return "stated"
        return "inferred" if self.inferred_lead or self.inferred_joint else "open"

    def kept(self, role: str = "", *, stated: bool = False) -> Owned:
        """Of one role, or stated ones alone.

        >>> Owned(1, 2, 3, 4, 5, 6, 1).kept("joint"), Owned(1, 2, 3, 4).kept(stated=True).duties
        (Owned(lead=0, joint=2, support=0, inferred_lead=0, inferred_joint=5, inferred_support=0, leaders=1), 6)
        """
        if not (role or stated):
            return self
        roles = [self._fields.index(role)] if role else range(3)
        places = {place + basis for place in roles for basis in ((0,) if stated else (0, 3))}
        return Owned._make([*(count * (place in places) for place, count in enumerate(self[:-1])), self.leaders])


_NOBODY = Owned()


class Entry(NamedTuple):
    """Something that can be looked up.  ``kind`` is a class of the ontology (``Agency``), ``names`` all labels,
    ``keys`` pinyin and initials, ``doc`` the IRI of the document of a measure, ``words`` what is searched
    (:func:`words_of`), ``home`` the IRI of the place that states it (see :mod:`graph.store.entries`)."""

    iri: str
    kind: str
    label: str
    names: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    doc: str = ""
    words: str = ""
    home: str = ""
    owned: Owned = _NOBODY


def words_of(names: Iterable[str], text: str = "") -> str:
    """Names and the words of the text, folded, as they are searched.

    >>> words_of(("“人工智能 ＋”行动", "AI行动"), "加快 落地")
    '人工智能+行动\\x1fai行动\\x1e加快落地'
    """
    return "\x1f".join(map(fold, names)) + "\x1e" + fold(text)


def fold(text: str) -> str:
    """Lower case, half width, without quotation marks and spaces: how names and queries are compared.

    >>> fold("“ＡＩ ＋”行动")
    'ai+行动'
    """
    return text.translate(_FOLD).lower()


def fullest(names: Iterable[str]) -> str:
    """The longest, then the first: the full name where documents give several.

    >>> fullest(["市科技局", "慈溪市科学技术局"]), fullest([])
    ('慈溪市科学技术局', '')
    """
    return min(names, key=lambda name: (-len(name), name), default="")


def write_names(path: str, entries: Iterable[Entry], old: str = "", touched: Container[str] = ()) -> None:
    """Write the entries, together with those lines of an ``old`` file whose things were not ``touched``."""
    lines = [_line(entry) for entry in entries]
    if old:
        with open(old, encoding="utf-8", newline="\n") as file:
            lines += [line for line in file if line.split("\t", 2)[1] not in touched]
    if any(line.count("\t") != COLUMNS - 1 for line in lines):
        raise LookupError("the old file was written by another version")
    lines.sort(key=lambda line: line.split("\t", 3)[2:0:-1])  # by kind, then IRI
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(lines)


def _line(entry: Entry) -> str:
    names = "\x1f".join(name.translate(_BREAKS) for name in entry.names)
    keys = " ".join(entry.keys).translate(_BREAKS)
    label = entry.label.translate(_BREAKS)
    owned = " ".join(map(str, entry.owned)) if any(entry.owned) else ""
    return "\t".join((entry.words, entry.iri, entry.kind, entry.doc, label, names, keys, entry.home, owned)) + "\n"


def _entry(line: bytes, kinds: frozenset[str] = frozenset()) -> Entry | None:
    """Nothing for a thing of another kind than those that are wanted."""
    try:
        words, iri, kind, doc, label, names, keys, home, owned = line.decode().split("\t")
        if kinds and kind not in kinds:
            return None
        counts = Owned._make(map(int, owned.split())) if owned else _NOBODY
    except (TypeError, ValueError) as error:  # also what is no UTF-8
        raise StoreCorrupt("库里的名称表已损坏", hint="重新运行 zhengtu build 即可修复") from error
    return Entry(iri, kind, label, tuple(names.split("\x1f")) if names else (), tuple(keys.split()), doc, words, home,
                 counts)


class Names:
    """The names file of a snapshot, opened for searching."""

    def __init__(self, path: str) -> None:
        self._data = mapped(path)

    def __iter__(self) -> Iterator[Entry]:
        """All entries, for near misses."""
        yield from filter(None, map(_entry, bytes(self._data).split(b"\n")[:-1]))

    def search(self, text: str, kinds: Iterable[str] = ()) -> Iterator[Entry]:
        """The entries whose names, keys or text hold all words of ``text``, of these kinds or of any."""
        words = sorted((fold(word).encode() for word in text.split()), key=len, reverse=True)
        words = [word for word in words if word]
        wanted = frozenset(kinds)
        for line in self._lines(words[0]) if words else ():
            if all(word in line for word in words[1:]):
                entry = _entry(line, wanted)
                if entry:
                    yield entry

    def _lines(self, word: bytes) -> Iterator[bytes]:
        """Each line that holds ``word``, once."""
        data, at = self._data, self._data.find(word)
        while at >= 0:
            begin, end = data.rfind(b"\n", 0, at) + 1, data.find(b"\n", at)
            yield data[begin:end]
            at = data.find(word, end)
