"""Names → ASCII identifiers that a rebuild never changes.

An IRI is typed, mailed and pasted by people whose tools mangle Chinese, so it is made of pinyin.  It
comes from the content alone: the kind of thing, the area it belongs to, its full name.  The area
is what keeps the 科学技术局 of two cities apart; a short hash is added only where two different
names sound alike (:func:`assign`).

Pinyin is written without tones and with ``v`` for ü, as people type it; words are decided by pypinyin's phrase table
(银行 *yinhang*, 重庆 *chongqing*), surnames by ``data/lexicon/pinyin.csv``.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from graph.lexicon import load
from graph.model import Header

__all__ = ["assign", "digest", "document_key", "entity_id", "pinyin_keys", "slug"]

Named = tuple[str, str, str]  # type, full name, area code

LONGEST = 60  # characters of a slug: titles of policies run to fifty syllables
_MARKS = re.compile(r"[\W_]+")
_RUNS = re.compile(r"\d+|[^\W\d_]+")
_IDLE_HYPHENS = re.compile(r"(?<!\d)-+|-+(?!\d)")  # all but those between two numbers
_NO_PART_OF_A_KEY = {"第", "号", "年"}


def digest(*parts: str, size: int = 10) -> str:
    """``size`` hexadecimal digits of a hash over the parts, the same on every machine.

    >>> digest("a", "b") == digest("ab")
    False
    """
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:size]


def slug(name: str, *, person: bool = False) -> str:
    """``name`` in lower-case ASCII letters and digits; marks are dropped, so that quoted and unquoted agree.

    A name without a letter, or a very long one, is told apart by a hash.

    >>> slug("“浙江制造”2023—2025"), slug("区明", person=True)
    ('zhejiangzhizao2023-2025', 'ouming')
    """
    written = "".join(_syllables(name, person))
    written = _IDLE_HYPHENS.sub("", written) if "-" in written else written
    if not written:
        return "x" + digest(name, size=8)
    return written if len(written) <= LONGEST else f"{written[:LONGEST - 7]}-{digest(written, size=6)}"


@lru_cache(maxsize=65536)
def pinyin_keys(name: str, *, person: bool = False) -> tuple[str, str]:
    """What a hurried reader types for ``name``: (whole pinyin, initials).

    >>> pinyin_keys("公牛集团")
    ('gongniujituan', 'gnjt')
    """
    parts = [part.replace("-", "") for part in _syllables(name, person)]
    return "".join(parts), "".join(part if part[:1].isdigit() else part[:1] for part in parts)


def entity_id(type: str, name: str, area: str = "") -> str:
    """The tail of an entity's IRI.

    An agency is named by its area, so the area is not said twice; 宁波大学 keeps its city.  An area itself is its code.

    >>> entity_id("agency", "慈溪市科学技术局", "330282"), entity_id("place", "慈溪市", "330282")
    ('agency/330282/kexuejishuju', 'place/330282')
    >>> entity_id("enterprise", "公牛集团")
    'enterprise/gongniujituan'
    """
    if type == "place" and area:
        return f"place/{area}"
    tail = slug(_without_area(name, area) if type == "agency" else name, person=type == "person")
    return "/".join(part for part in (type, area, tail) if part)


def assign(names: Iterable[Named]) -> dict[Named, str]:
    """Ids for all (type, name, area) of a document; names that only sound alike get a hash, in any order.

    >>> ids = assign([("agency", "园林局", ""), ("agency", "原林局", "")])
    >>> sorted(ids.values())
    ['agency/yuanlinju-1449', 'agency/yuanlinju-adb6']
    """
    ids = {named: entity_id(*named) for named in names}
    sharing: defaultdict[str, list[str]] = defaultdict(list)
    for (_, name, _), id in ids.items():
        sharing[id].append(name)
    alone = {id for id, called in sharing.items()
             if len(called) == 1 or id.startswith("place/") or len(set(map(_plain, called))) == 1}
    return {named: id if id in alone else _apart(named, id) for named, id in ids.items()}


def document_key(header: Header, home: str, sha256: str = "") -> str:
    """The tail of a document's IRI after ``doc/``: area and 文号, or its text's hash where there is no 文号.

    >>> document_key(Header(number="慈科建〔2025〕1号"), "330282")
    '330282/cikejian-2025-1'
    >>> document_key(Header(), "330282", sha256="0123456789abcdef0123")
    'text/0123456789abcdef'
    """
    runs = [run for run in _RUNS.findall(unicodedata.normalize("NFKC", header.number)) if run not in _NO_PART_OF_A_KEY]
    if not any(run.isdigit() for run in runs):
        return f"text/{sha256[:16]}"
    return f"{home or 'cn'}/" + "-".join(slug(run.rstrip("第")) for run in runs)


def _apart(named: Named, id: str) -> str:
    return f"{id}-{digest(_plain(named[1]), size=4)}"


def _plain(name: str) -> str:
    """The name without marks and width, so that “甲”乙 and 甲乙 count as one."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", name).lower())


def _without_area(name: str, area: str) -> str:
    areas = load().areas
    known = areas.by_code.get(area)
    said = (areas.official(area), known.name) if known else ()
    return next((name[len(s):] for s in said if name.startswith(s) and len(name) > len(s) + 1), name)


@lru_cache(maxsize=65536)
def _syllables(name: str, person: bool) -> tuple[str, ...]:
    """Pinyin by syllable; a run of other letters is one part."""
    from pypinyin import lazy_pinyin

    surname = next((name[:n] for n in (2, 1) if person and name[:n] in _surnames()), "")
    rest = lazy_pinyin(name[len(surname):], errors=_ascii)
    return tuple(filter(None, (_surnames().get(surname, ""), *rest)))


def _ascii(run: str) -> str:
    """Letters and digits of a run without pinyin, everything between them a hyphen."""
    plain = unicodedata.normalize("NFKD", run).lower()
    return re.sub(r"[^a-z0-9]+", "-", "".join(c for c in plain if not unicodedata.combining(c)))


@cache
def _surnames() -> dict[str, str]:
    return {row["word"]: row["pinyin"] for row in load().rows("pinyin.csv") if row["kind"] == "surname"}
