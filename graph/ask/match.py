"""From what a hurried reader types to the things meant.

One scale orders every search: the full name, another name, pinyin or initials, a part of a name, words of the
text, and last a short form by omission (科技局 for 科学技术局).  A name is taken for a thing only if that thing
stands alone on its level.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import islice
from typing import NamedTuple

from graph.ask.omission import shortened
from graph.errors import Ambiguous, NoMatch, brief
from graph.listing import Note
from graph.store.decisions import curation
from graph.store.names import Entry, fold
from graph.store.terms import ID
from graph.store.view import View
from graph.words import code

__all__ = ["BODIES", "LEVELS", "THINGS", "Match", "grade", "matches", "meant", "near_misses", "resolve",
           "resolve_document", "taken_for"]

LEVELS = ("name", "alias", "pinyin", "part", "text", "short")
BODIES = ("Agency", "Enterprise", "Institute", "Association", "Platform", "ActorClass", "Person", "Place")
THINGS = (*BODIES, "Programme", "Project", "Policy", "NamedList", "Tier", "Document", "Measure")
SHOWN = 8  # candidates named in a message
_POINTING, _AREAS = "我本", "市省县区州旗"  # 我市, 本局: what they mean depends on the document
_HEAD = ("zt:area", "zt:issuerName", "zt:number", "dct:title")
LEAST_KEY = 4  # letters of pinyin that may stand in the middle of a name


class Match(NamedTuple):
    entry: Entry
    level: str


def matches(view: View, text: str, kinds: Iterable[str] = THINGS) -> list[Match]:
    """Everything of these kinds that holds all words of ``text``, best level first.

    Raises NoMatch with near misses where nothing does.
    """
    order = {kind: n for n, kind in enumerate(kinds)}
    return sorted(_matching(view, text, frozenset(order)), key=lambda m: (
        LEVELS.index(m.level), order[m.entry.kind], len(m.entry.label), m.entry.iri))


def meant(view: View, text: str, kinds: Iterable[str] = THINGS) -> set[str]:
    """The IRIs of the same, for those who put them in an order of their own."""
    return {match.entry.iri for match in _matching(view, text, frozenset(kinds))}


def _matching(view: View, text: str, kinds: frozenset[str]) -> list[Match]:
    if not text.strip():
        raise NoMatch("没有写要找什么", hint="写名称、简称、拼音、首字母或正文里的词")
    found = _graded(view.search(text, kinds), text) or _shortened(view, text, kinds)
    if not found:
        raise NoMatch(f"没有与“{brief(text)}”相符的内容", near=near_misses(view, text, kinds))
    return found


def resolve(view: View, name: str, kinds: Iterable[str] = BODIES) -> Match:
    """The one thing meant by ``name``: a name, short form, alias, pinyin, initials, or the tail of an IRI.

    :raises NoMatch: if nothing answers to it
    :raises Ambiguous: if several things do so equally well
    """
    kinds = tuple(kinds)
    if name[:1] in _POINTING and len(name) == len("我市"):
        raise NoMatch(f"“{name}”不是一个名称：各文件所指不同", near=_pointed(view, name), hint="写所指的全名")
    exact = _by_id(view, name.removeprefix(ID))
    if exact:
        return Match(exact, "name")
    found = _whole(matches(view, name, kinds), name)
    if found[0].level == "part" and found[0].entry.kind == "Agency":
        known = {match.entry.iri for match in found}
        found += [match for match in _shortened(view, name, frozenset({"Agency"})) if match.entry.iri not in known]
    best = [match for match in found if match.level == found[0].level or _shares(match, found[0], fold(name))]
    best = _documents(best)
    if len(best) == 1:
        return best[0]
    choices = tuple(f"{m.entry.label}（{code('kind', m.entry.kind)}，{m.entry.iri.removeprefix(ID)}）" for m in best)
    raise Ambiguous(name, near=choices, ids=tuple(match.entry.iri.removeprefix(ID) for match in best),
                    hint="写全名，或写括号里的标识")


def resolve_document(view: View, name: str) -> Match:
    """The document meant by its 文号, title or key (``330282/cikejian-2025-1``).

    :raises NoMatch: if nothing answers to it
    :raises Ambiguous: if several documents do so equally well
    """
    return resolve(view, f"doc/{name}" if name.isascii() and "/" in name else name, ("Document",))


def _whole(found: list[Match], name: str) -> list[Match]:
    """Without the offices of a body that was asked for by its own name: 某市人民政府 is not 某市人民政府办公室.

    Raises NoMatch if that leaves nothing.
    """
    if found[0].level != "part":
        return found
    from graph.lexicon import load

    is_body = name.endswith(tuple(row["suffix"] for row in load().rows("suffixes") if row["type"] == "agency"))
    left = [match for match in found if not (
        is_body and match.entry.kind == "Agency" and fold(match.entry.label).startswith(fold(name)))]
    if not left:
        raise NoMatch(f"没有与“{brief(name)}”相符的内容", near=tuple(match.entry.label for match in found[:SHOWN]))
    return left


def _pointed(view: View, name: str) -> tuple[str, ...]:
    """What 我市 or 我局 means in the first few documents: the area they come from, or the body that writes."""
    facts = view.facts(islice((ID + "doc/" + key for key in view.keys()), SHOWN), _HEAD)  # noqa: SIM118 - no mapping
    areas = view.facts({said.one("zt:area") for said in facts.values()} - {""}, ("skos:prefLabel",))
    meant = {doc: areas[said.one("zt:area")].one("skos:prefLabel") if name[1:] in _AREAS and said.one("zt:area")
             else said.one("zt:issuerName") for doc, said in facts.items()}
    return tuple(f"在 {facts[doc].one('zt:number') or facts[doc].one('dct:title')} 中指 {one}"
                 for doc, one in meant.items() if one)


def _documents(found: list[Match]) -> list[Match]:
    """Without the policies that are one of the documents found, under its own title."""
    titles = {match.entry.label for match in found if match.entry.kind == "Document"}
    return [match for match in found if match.entry.kind != "Policy" or match.entry.label not in titles]


def _shares(match: Match, best: Match, typed: str) -> bool:
    """Whether another thing of its kind may be meant as well.

    财政局 is no city's alone, be it an alias or left without a city in a text; where it is a part of one name,
    another name may be shortened to it.
    """
    levels, kinds = (best.level, match.level), (best.entry.kind, match.entry.kind)
    if kinds == ("Agency", "Agency") and levels in (("part", "short"), ("name", "alias")):
        return levels[0] == "part" or best.entry.iri.removeprefix(ID).count("/") == 1  # an id without an area
    return levels == ("alias", "part") and kinds[0] == kinds[1] and fold(match.entry.label).endswith(typed)


def taken_for(name: str, match: Match) -> tuple[Note, ...]:
    """A note that says what a name was taken for, unless it is the full name."""
    return () if match.level == "name" else (Note("taken", {"name": name, "label": match.entry.label}),)


def grade(entry: Entry, text: str) -> str:
    """The level on which the entry answers to ``text``, or "".

    >>> from graph.store.names import words_of
    >>> names, keys = ("慈溪市科学技术局", "市科技局"), ("cixishikexuejishuju", "cxskxjsj")
    >>> body = Entry("x", "Agency", names[0], names[1:], keys, words=words_of(names))
    >>> [grade(body, said) for said in ("慈溪市科学技术局", "市科技局", "kxjsj", "科学 慈溪", "气象局")]
    ['name', 'alias', 'pinyin', 'part', '']
    """
    words, whole = _typed(text)
    said = entry.words.partition("\x1e")[0].split("\x1f")
    if whole in said:
        return "name" if whole == said[0] else "alias"
    if whole.isascii() and any(_sounds(key, whole) for key in entry.keys):
        return "pinyin"
    if any(all(word in name for word in words) for name in said):
        return "part"
    return "text" if all(word in entry.words for word in words) else ""


@cache
def _typed(text: str) -> tuple[tuple[str, ...], str]:
    """The words of what was typed, folded, and all of them as one."""
    words = tuple(map(fold, text.split()))
    return words, "".join(words)


def near_misses(view: View, text: str, kinds: Iterable[str] = THINGS) -> tuple[str, ...]:
    """The names most like ``text``, none by a key much shorter; rapidfuzz is loaded only here, when nothing matched."""
    from rapidfuzz import fuzz, process

    wanted = frozenset(kinds)
    names = {fold(name): entry.label for entry in view.entries() if entry.kind in wanted
             for name in (entry.label, *entry.names, *entry.keys) if 2 * len(name) >= len(text)}
    found = process.extract(fold(text), names.keys(), scorer=fuzz.WRatio, limit=SHOWN, score_cutoff=55)
    return tuple(dict.fromkeys(names[name] for name, *_ in found))[:5]


def _sounds(key: str, typed: str) -> bool:
    return key.startswith(typed) or key.endswith(typed) or (len(typed) >= LEAST_KEY and typed in key)


def _graded(entries: Iterable[Entry], text: str) -> list[Match]:
    graded = ((entry, grade(entry, text)) for entry in entries)
    return [Match(entry, level) for entry, level in graded if level]


def _shortened(view: View, text: str, kinds: frozenset[str]) -> list[Match]:
    return [Match(entry, "short") for entry in shortened(view.entries(), text, kinds)]


def _by_id(view: View, tail: str) -> Entry | None:
    """The thing of that IRI, or the one that it was merged into."""
    if "/" not in tail or not tail.isascii():
        return None
    iri = curation(view).one(ID + tail)
    return next((entry for entry in view.search(iri.removeprefix(ID)) if entry.iri == iri), None)
