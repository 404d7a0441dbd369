"""The bodies and the title of the header, as mentions that no rule of the text need find."""

from __future__ import annotations

import re
from typing import NamedTuple

from graph.find.vocabulary import vocabulary
from graph.lexicon import Lexicon
from graph.link.canonical import Canonical, canonical
from graph.model import Document, Evidence, Mention

__all__ = ["ROLES", "HeaderName", "header_names"]

ROLES = ("issuer", "addressee", "own")
_SIGN = re.compile(r"([\u4e00-\u9fff]{2,8}?)(?:办?[发函规字通]+)?[〔\[（(]\d{4}")
_SECOND = re.compile("[（(][^（）()]{4,}[)）]$")  # 某市住建局(市人防办): its second name
_BODIES = ("政府", "委", "局", "厅", "部", "办", "公室", "院", "会")


class HeaderName(NamedTuple):
    """A name of the header, its part there, and where it stands."""

    role: str
    mention: Mention
    found: Canonical
    places: tuple[Evidence, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """The name, and the 代字 of the number where that alone stands for it: 穗工信 in 穗工信函〔2020〕1号."""
        signs = (_SIGN.match(place.quote) for place in self.places if self.mention.name not in place.quote)
        return (self.mention.name, *(sign[1] for sign in signs if sign and self.role == "issuer"))


def header_names(document: Document, home: str, lexicon: Lexicon) -> tuple[HeaderName, ...]:
    """Issuers, addressees that are single bodies, and the document itself as an instrument.

    The mentions have no place in the view (``start`` is -1): the header's witness holds the raw place.
    """
    header = document.header
    kind = vocabulary(lexicon).type_of_body  # an association may sign as well
    issuers = [_SECOND.sub("", name) for name in header.issuers or filter(None, (header.issuer,))]
    named = [("issuer", kind(name), name) for name in issuers]
    named += [("addressee", "agency", name) for name in header.addressees if _is_body(name)]
    named += [("own", "policy", title) for title in re.split("》[和、及]《", header.title) if title]
    return tuple(_header_name(document, role, type, name, home, lexicon) for role, type, name in named)


def _is_body(name: str) -> bool:
    return name.endswith(_BODIES) and not set("各、（(") & set(name) and len(name) > 3


def _header_name(document: Document, role: str, type: str, name: str, home: str, lexicon: Lexicon) -> HeaderName:
    mention = Mention(-1, -1, type, name, f"header-{role}", 0.98)
    places = document.header.witness.get({"own": "title", "addressee": "addressees"}.get(role, role), ())
    holding = tuple(place for place in places if name in place.quote) or places
    return HeaderName(role, mention, canonical(mention, home, lexicon), holding[:1])
