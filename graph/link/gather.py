"""Mentions that name one thing, brought together: one type, one full name, all forms met."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.link.canonical import Canonical, plain
from graph.link.header import HeaderName
from graph.model import Document, Entity, Evidence, Mention
from graph.witness.confidence import confidence_of

__all__ = ["Group", "gather", "strangers"]

_SHORTENED = {"platform", "programme", "policy", "association", "project", "enterprise"}
_SCOPE = re.compile("[全我本][国省市县区州旗]")
_GRANTS = "政策"
_LED = re.compile("(?:[\u4e00-\u9fff]{2,5})?[省市县区州旗盟]")  # the area or level of a body
_SHORTEST = 3  # code points of a short form
_ABBREVIATION = 4  # those of a name put together from characters of a longer one
_QUOTED = re.compile(r"“([^“”]+)”")
_FIVE_YEARS = re.compile("[一二三]?十[一二三四五六七八九]?五(?:时期|期间)?")
_COUNT = re.compile("([一二两三四五六七八九十])[大张项类个种]")
_PERIOD = re.compile(r"[（(](\d{4})年?\s*[—–~～-]+\s*(\d{4})年?[）)]")


@dataclass(slots=True)
class Group:
    """One thing of the document while it is being put together."""

    key: str
    mentions: list[Mention] = field(default_factory=list)
    types: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    names: dict[str, int] = field(default_factory=dict)
    areas: dict[str, int] = field(default_factory=dict)
    forms: dict[str, None] = field(default_factory=dict)
    places: list[Evidence] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    def add(self, mention: Mention, found: Canonical, forms: Iterable[str], places: Iterable[Evidence]) -> None:
        """One more mention of the thing."""
        self._meet(mention)
        self.names[found.name] = self.names.get(found.name, 0) + 1
        if found.area:
            self.areas[found.area] = self.areas.get(found.area, 0) + 1
        self.forms.update(dict.fromkeys(forms))
        self.places.extend(places)
        if found.key not in self.keys:
            self.keys.append(found.key)

    def _meet(self, mention: Mention) -> None:
        self.mentions.append(mention)
        self.types[mention.type] += mention.weight

    @property
    def type(self) -> str:
        """The type that weighs most."""
        return max(self.types, key=lambda t: (self.types[t], t)) if len(self.types) > 1 else next(iter(self.types))

    @property
    def name(self) -> str:
        """The longest name, the commoner of equals."""
        if len(self.names) == 1:
            return next(iter(self.names))
        return max(self.names, key=lambda n: (len(plain(n)), self.names[n], n))

    @property
    def is_part(self) -> bool:
        """Whether it was only met in a list of parts of a whole."""
        return all(mention.subtype == "part" for mention in self.mentions)

    @property
    def area(self) -> str:
        return max(self.areas, key=lambda area: self.areas[area], default="")

    def take(self, other: Group) -> None:
        """Everything that another group holds, as other forms of this one."""
        self.keys += other.keys
        for mention in other.mentions:
            self._meet(mention)
        self.places += other.places
        for form in other.forms:
            self.forms.setdefault(form)

    def entity(self, id: str) -> Entity:
        best, name = max(self.mentions, key=lambda m: m.weight), self.name
        period = _PERIOD.search(name)
        return Entity(
            id, self.type, name, tuple(form for form in self.forms if form != name), tuple(dict.fromkeys(self.places)),
            subtype=next((m.subtype for m in self.mentions if m.subtype), ""), area=self.area,
            period=(period[1], period[2]) if period else None, declared=_declared(name),
            rule=best.rule, confidence=confidence_of(self.mentions),
        )


def _declared(name: str) -> int | None:
    """How many parts a whole declares: 八大工程 → 8."""
    found = _COUNT.match(name)
    return "零一二三四五六七八九十".find(found[1].replace("两", "二")) if found else None


def gather(document: Document, named: list[tuple[Mention, Canonical]], header: tuple[HeaderName, ...]) -> list[Group]:
    """The groups of one document, in the order in which they are first met; the header's names come first."""
    groups: dict[str, Group] = {}
    for name in header:
        group = groups.setdefault(name.found.key, Group(name.found.key))
        group.add(name.mention, name.found, name.forms, name.places)
    for mention, found in named:
        place = document.evidence(mention.start, mention.end)
        if found.key not in groups:
            groups[found.key] = Group(found.key)
        groups[found.key].add(mention, found, _forms(document, mention), (place,))
    return _without_short_forms([g for g in groups.values() if g.places])


def strangers(document: Document, named: list[tuple[Mention, Canonical]], groups: list[Group]) -> list[Group]:
    """The groups of what only guests named: things that no group of the rules knows under that name."""
    known = {key for group in groups for key in (*group.keys, *map(plain, group.forms))}
    return [group for group in gather(document, named, ()) if known.isdisjoint((group.key, plain(group.name)))]


def _without_short_forms(groups: list[Group]) -> list[Group]:
    """A name that ends exactly one longer name of its type is a short form of it (快维中心 after 知识产权快维中心).

    So is a part's name that begins one (品质提升, then 品质提升行动计划), and an abbreviation (荒治工程); a subsidy
    goes by the name of the policy that grants it (良种补贴, 良种补贴政策), an agency by its name without its area or
    level (水务中心).
    """
    named = [(group, group.type, plain(group.name)) for group in groups]
    sizes = {len(name) for _, _, name in named}
    endings: defaultdict[tuple[str, str], list[Group]] = defaultdict(list)
    for group, type, name in named:
        for start in (start for start in _cuts(type, name) if len(name) - start in sizes):
            endings[type, name[start:]].append(group)
    granting = {name.removesuffix(_GRANTS): [group] for group, type, name in named
                if type == "policy" and name.endswith(_GRANTS)}
    kept: list[Group] = []
    for group, type, name in named:
        others = {"programme": granting.get(name, []), "platform": endings.get(("agency", name), [])}
        longer = endings.get((type, name), []) or others.get(type, [])
        shortens = str.startswith if group.is_part else _abbreviated if len(name) == _ABBREVIATION else None
        if not longer and shortens and type in _SHORTENED:
            longer = [other for other, kind, long in named if kind == type and long != name and shortens(long, name)]
        if len(longer) == 1:
            longer[0].take(group)
        else:
            kept.append(group)
    return kept


def _cuts(type: str, name: str) -> Iterable[int]:
    """Where a short form of a name may begin."""
    if type == "agency":
        led = _LED.match(name)
        return [led.end()] if led and len(name) - led.end() >= _SHORTEST else []
    return range(1, len(name) - _SHORTEST + 1 if type in _SHORTENED else 0)


def _abbreviated(long: str, short: str) -> bool:
    """Whether a name of four characters is made of characters of a longer one, its first and its last word.

    >>> _abbreviated("荒漠化土地治理工程", "荒治工程"), _abbreviated("荒漠化土地治理工程", "退耕工程")
    (True, False)
    """
    if len(short) != _ABBREVIATION or len(long) < 7 or short[0] != long[0] or short[2:] != long[-2:]:
        return False
    return short[1] in long[1:-2]


def _forms(document: Document, mention: Mention) -> list[str]:
    """The spellings under which a mention may be looked up: as written, as named, and what its quotation marks hold."""
    written = document.text[mention.start:mention.end].replace("\n", "")
    written = _unwrapped(written)
    if mention.name in written and mention.rule.startswith("coordinated"):
        written = mention.name
    scope = document.text[max(0, mention.start - 2):mention.start]
    whole = [scope + mention.name] if _SCOPE.fullmatch(scope) else []
    inner = _QUOTED.search(mention.name)
    # “十四五” is a time and no short form of a plan; nor are the words quoted in the title of an instrument
    bare = inner is not None and not _FIVE_YEARS.fullmatch(inner[1]) and mention.type != "policy"
    quoted = [inner[1], mention.name[inner.start():]] if inner and bare else []
    return list(dict.fromkeys([mention.name, written, *whole, *quoted]))


def _unwrapped(written: str) -> str:
    """Without the marks around the whole; those that belong to a part stay.

    >>> _unwrapped("《办法》"), _unwrapped("“领跑者”名单")
    ('办法', '“领跑者”名单')
    """
    whole = re.fullmatch("《(.*)》|“([^“”]*)”", written)
    return (whole[1] or whole[2]) if whole else written
