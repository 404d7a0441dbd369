"""Document × lexicon → typed mentions with spans.

Several witnesses propose spans (gazetteer, last words, punctuation, duty lists, persons …), each by rules of its own;
one arbiter decides (:mod:`graph.find.arbiter`).  Then the short forms that the document defines are read through it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import graph.find.trials  # noqa: F401  # registers the tester of suffixes.csv
from graph.find.admissions import admissions
from graph.find.agreement import standing
from graph.find.aliases import alias_mentions, aliases
from graph.find.arbiter import Decision, decide
from graph.find.built import built, streets, works_named
from graph.find.candidate import Scene
from graph.find.coordination import branches, counted_areas, shared_levels, with_areas_before
from graph.find.duties import Duty, find_duties
from graph.find.enumerations import counted_sections, enumerated, kinds, ladders, sharing, titled_alike
from graph.find.firms import firms, firms_admitted, firms_in_line
from graph.find.gazetteer import bodies, listed_bodies
from graph.find.ground import ground
from graph.find.guests import Witness, heard
from graph.find.holders import addressed, duty_holders
from graph.find.patterned import patterned_names
from graph.find.people import people
from graph.find.places import places
from graph.find.rolls import listed_names
from graph.find.rows import rows
from graph.find.suffixed import suffixed_names
from graph.find.titles import own_title, quoted_names, titles
from graph.find.towns import counted_towns, shared_towns, town_villages, towns, towns_of_works, villages
from graph.find.vocabulary import vocabulary
from graph.find.works import shared_roads, shared_sites, shared_works, such_roads, works_in_row, works_on
from graph.lexicon import Lexicon, load
from graph.model import Document, Mention

__all__ = ["Found", "Witness", "decisions", "find", "find_mentions"]


@dataclass(frozen=True, slots=True)
class Found:
    """``mentions`` by place; ``duties`` in text order; ``decisions``: every proposal and what became of it."""

    mentions: tuple[Mention, ...]
    duties: tuple[Duty, ...]
    decisions: tuple[Decision, ...]


def find(document: Document, lexicon: Lexicon | None = None, witnesses: Iterable[Witness] = ()) -> Found:
    """The names in a document, and who is given which part.

    :param witnesses: guests, heard after the rules; see :mod:`graph.witness`

    >>> from graph.read import read_text
    >>> [m.name for m in find(read_text("慈溪市科技局印发《慈溪市产业创新平台管理暂行办法》。")).mentions]
    ['慈溪市', '慈溪市科技局', '慈溪市产业创新平台管理暂行办法', '慈溪市']
    """
    lexicon = lexicon or load()
    duties = find_duties(document)
    proposals = list(_propose(document, duties, lexicon))
    decided = decide(proposals)
    defined = aliases(document, (d.mention for d in decided if d.kept), lexicon.patterns("names"))
    guests = list(heard(document, witnesses))
    if defined or guests:
        decided = decide([*proposals, *alias_mentions(document, defined)], guests)
    return Found(standing(decided), duties, decided)


def find_mentions(document: Document, lexicon: Lexicon | None = None) -> tuple[Mention, ...]:
    """The names in a document, by place."""
    return find(document, lexicon).mentions


def decisions(document: Document, lexicon: Lexicon | None = None) -> tuple[Decision, ...]:
    """Every proposal of every witness, and what the arbiter made of it."""
    return find(document, lexicon).decisions


def _propose(document: Document, duties: tuple[Duty, ...], lexicon: Lexicon) -> Iterator[Mention]:
    words = vocabulary(lexicon)
    prepared = ground(document.text, document.folded, words)
    found = places(prepared, lexicon)
    known = tuple(bodies(prepared, words, lexicon, found))
    scene = Scene.of(prepared, words, found, known)
    yield from own_title(document)
    yield from titles(prepared)
    patterned = tuple(patterned_names(prepared))
    yield from patterned
    yield from quoted_names(prepared, words)
    yield from known
    yield from listed_bodies(prepared, known)
    yield from towns(scene)
    yield from villages(scene)
    yield from town_villages(scene)
    yield from shared_towns(scene)
    yield from counted_towns(scene)
    yield from with_areas_before(scene, known)
    yield from found.mentions
    yield from shared_levels(prepared)
    yield from counted_areas(scene)
    yield from branches(scene)
    yield from enumerated(scene)
    yield from rows(scene)
    yield from counted_sections(scene, document)
    yield from titled_alike(scene, document)
    yield from listed_names(scene, document)
    yield from sharing(scene)
    yield from firms(scene)
    yield from firms_admitted(scene)
    yield from ladders(scene)
    yield from kinds(scene)
    yield from admissions(scene, lexicon)
    suffixed = tuple(suffixed_names(scene))
    yield from suffixed
    yield from towns_of_works(scene, suffixed)
    yield from firms_in_line(scene, (*known, *suffixed))
    yield from with_areas_before(scene, suffixed)
    on_named = tuple(works_on(scene, (*known, *suffixed)))
    yield from on_named
    named = tuple(works_named(scene))
    yield from named
    lines = tuple(built(scene, (*suffixed, *named)))
    yield from lines
    yield from works_in_row(scene, (*patterned, *suffixed, *on_named, *named, *lines))
    yield from streets(scene)
    yield from shared_roads(scene)
    yield from shared_sites(scene)
    yield from shared_works(scene)
    yield from such_roads(scene)
    yield from people(document, lexicon)
    yield from duty_holders(duties, scene)
    yield from addressed(document, scene)
