"""Mentions → entities: full names, short forms, one candidate or none.

Two mentions are one entity when their full names are the same but for quotation marks and the home area's name.
Forms met become aliases; what has no single candidate keeps its own name and is listed as open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.find.guests import is_guest
from graph.iri import assign, document_key
from graph.lexicon import Lexicon, load
from graph.link.canonical import Canonical, canonical
from graph.link.gather import gather, strangers
from graph.link.group import Group
from graph.link.header import ROLES, header_names
from graph.link.home import home_area, home_of_bodies
from graph.link.pronouns import pronoun_mentions
from graph.model import Document, Entity, Mention, Open

__all__ = ["Linked", "link"]


@dataclass(frozen=True, slots=True)
class Linked:
    """``mentions`` pairs each mention of the rules with the id of its entity, in text order; what only a guest named
    (:mod:`graph.witness`) is an entity, and nothing else is said of it.

    ``own`` holds the ids of the document itself as an instrument (or of the two it issues), ``issuers`` and
    ``addressees`` those of the header's bodies.
    """

    home: str
    key: str
    entities: tuple[Entity, ...]
    mentions: tuple[tuple[Mention, str], ...]
    open: tuple[Open, ...] = ()
    own: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()

    def entity(self, id: str) -> Entity | None:
        return next((e for e in self.entities if e.id == id), None)


def link(document: Document, mentions: tuple[Mention, ...], lexicon: Lexicon | None = None) -> Linked:
    """Bring the mentions of one document together into its entities.

    >>> from graph.find import find_mentions
    >>> from graph.read import read_text
    >>> text = "慈溪市科学技术局文件\\n市科技局会同市经信局印发通知。"
    >>> document = read_text(text)
    >>> [e.name for e in link(document, find_mentions(document)).entities if e.type == "agency"]
    ['慈溪市科学技术局', '慈溪市经济和信息化局']
    """
    lexicon = lexicon or load()
    home = home_area(document.header, lexicon) or home_of_bodies(mentions, lexicon)
    told = list(_told(mentions, home, lexicon))
    named = [(mention, found) for mention, found in told if not (is_guest(mention) or found.of_any)]
    header = header_names(document, home, lexicon)
    groups = [group for group in gather(document, named, header) if not _names_a_kind(group, lexicon)]
    lone = strangers(document, [(m, found) for m, found in told if is_guest(m) and not found.of_any], groups)
    entities, ids = _entities([*groups, *lone])
    by_key = {key: ids[group.key] for group in groups for key in group.keys}
    in_header = {role: tuple(dict.fromkeys(by_key[n.found.key] for n in header if n.role == role)) for role in ROLES}
    said = [(m, ids[g.key]) for g in groups for m in g.mentions if m.start >= 0]
    pronouns = pronoun_mentions(document, in_header["issuer"], in_header["addressee"], lexicon)
    paired = tuple(sorted([*said, *pronouns], key=lambda p: (p[0].start, p[0].end, p[1])))
    return Linked(
        home, document_key(document.header, home, document.sha256), entities, paired, _open(document, named),
        in_header["own"], in_header["issuer"], in_header["addressee"],
    )


def _names_a_kind(group: Group, lexicon: Lexicon) -> bool:
    """《建议》, which is short for no instrument that the text names."""
    cited = group.type == "policy" and all(mention.start >= 0 for mention in group.mentions)
    return cited and lexicon.patterns("names")["bare_kind"].fullmatch(group.name) is not None


def _told(mentions: tuple[Mention, ...], home: str, lexicon: Lexicon) -> Iterator[tuple[Mention, Canonical]]:
    """Each mention with its full name; a place right behind another lies within it (青海|海南 is no province)."""
    ends: dict[int, str] = {}  # where a place ends, and its code
    for mention in mentions:
        found = canonical(mention, home, lexicon, within=ends.get(mention.start, ""))
        if mention.type == "place" and found.area:
            ends[mention.end] = found.area
        yield mention, found


def _entities(groups: list[Group]) -> tuple[tuple[Entity, ...], dict[str, str]]:
    wanted = {g.key: (g.type, g.name, g.area) for g in groups}
    given = assign(wanted.values())
    ids = {key: given[triple] for key, triple in wanted.items()}
    entities = (group.entity(ids[group.key]) for group in groups)
    return tuple(sorted(entities, key=lambda e: (e.evidence[0].start, e.evidence[0].end, e.id))), ids


def _open(document: Document, named: list[tuple[Mention, Canonical]]) -> tuple[Open, ...]:
    seen: dict[str, Open] = {}
    for mention, found in named:
        if found.why and found.name not in seen:
            place = document.evidence(mention.start, mention.end)
            seen[found.name] = Open("unresolved", found.name, found.why, (place,), found.candidates)
    return tuple(seen.values())
