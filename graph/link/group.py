"""One thing of a document while it is being put together from the mentions that name it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.link.canonical import Canonical, plain
from graph.model import Entity, Evidence, Mention
from graph.witness.confidence import confidence_of

__all__ = ["Group"]

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
