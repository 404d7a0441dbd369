"""The short words of the answer (``lead``, ``>=``, ``agency``) and the concepts and classes that stand for them.

``ontology.ttl`` carries the same words as ``skos:notation``; a test compares the two.  A word that no
table knows is not dropped: it becomes a term of its own (``zt:other-…``), which ``check`` reports.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

from graph.rdf import spelling
from graph.rdf.spelling import Spelled, spelled
from graph.rdf.terms import ZT

__all__ = [
    "BASIS", "BOUND", "CASE", "CLASS", "COMMITMENT", "COUNTED", "GENRE", "KIND", "PREDICATE", "REPAIR", "ROLE",
    "SECTION", "SHORTCUT", "STATE", "STATUS", "SUBCLASS", "SUPERCLASS", "Codes",
]

_OTHER = "other-"


class Codes:
    """A two-way table between words and terms.

    >>> ROLE.term("lead"), ROLE.word(ROLE.term("lead")), ROLE.word(ROLE.term("观摩"))
    (<NamedNode value=https://w3id.org/zhengtu/def#lead>, 'lead', '观摩')
    """

    def __init__(self, table: Mapping[str, str]) -> None:
        self.terms = {word: ZT[name] for word, name in table.items()}
        self._spelled = {word: spelled(term) for word, term in self.terms.items()}
        self.words = {term: word for word, term in self.terms.items()}

    def term(self, word: str) -> NamedNode | None:
        """The term for ``word``; nothing for the empty word."""
        if not word:
            return None
        return self.terms.get(word) or ZT[_OTHER + quote(word, safe="")]

    def spelled(self, word: str) -> Spelled | None:
        """The term for ``word`` as a line has it; nothing for the empty word."""
        return self._spelled.get(word) or (spelled(term) if (term := self.term(word)) else None)

    def word(self, term: object) -> str:
        """The word for ``term``; empty for nothing."""
        if not isinstance(term, NamedNode):
            return ""
        return self.words.get(term) or unquote(term.value.removeprefix(ZT.base).removeprefix(_OTHER))


GENRE = Codes({
    "reply": "Reply", "letter": "Letter", "plan": "Plan", "measures": "PolicyMeasures", "rules": "Rules",
    "notice": "Notice", "report": "Report", "bulletin": "Bulletin",
})
CLASS = Codes({
    "agency": "Agency", "enterprise": "Enterprise", "institute": "Institute", "association": "Association",
    "platform": "Platform", "programme": "Programme", "policy": "Policy", "project": "Project",
    "place": "Place", "person": "Person", "class": "ActorClass", "list": "NamedList", "tier": "Tier",
    "thing": "NamedThing",
})
SUBCLASS = {"hub": spelling.ZT.Hub, "taskforce": spelling.ZT.TaskForce}
SUPERCLASS = {
    spelling.ZT[name]: spelling.ZT.Organization
    for name in ("Agency", "Enterprise", "Institute", "Association", "Platform")
}
SECTION = Codes({"heading": "heading", "item": "item", "article": "article", "paragraph": "paragraph"})
STATUS = Codes({"done": "done", "planned": "planned"})
COMMITMENT = Codes({"确保": "ensures", "将": "will", "计划": "plans", "争取": "strives", "探索": "explores"})
ROLE = Codes({"lead": "lead", "joint": "joint", "support": "support"})
SHORTCUT = {"lead": ZT.leads, "joint": ZT.sharesIn, "support": ZT.supports}
BASIS = Codes({
    "stated": "stated", "issuer": "byIssuer", "remit": "byRemit", "inherited": "byInheritance", "analyst": "byAnalyst",
})
KIND = Codes({
    "actual": "actual", "cumulative": "cumulative", "growth": "growth", "share": "share", "target": "promised",
    "support": "offered", "condition": "condition",
})
COUNTED = Codes({"stock": "stock", "flow": "flow"})
BOUND = Codes({">": "moreThan", ">=": "atLeast", "<": "lessThan", "<=": "atMost", "~": "approximately"})
STATE = Codes({"issued": "stateIssued", "pending": "statePending", "cited": "stateCited"})
CASE = Codes({"unresolved": "caseUnresolved", "repair": "caseRepair", "conflict": "caseConflict", "count": "caseCount"})
REPAIR = Codes({
    "furniture": "repairFurniture", "page-number": "repairPageNumber", "hard-break": "repairHardBreak",
    "split-word": "repairSplitWord", "repeated-run": "repairRepeatedRun", "lost-text": "repairLostText",
})
PREDICATE = Codes({
    "issued": "issued", "part_of": "partOf", "located_in": "locatedIn", "listed_in": "listedIn",
    "next_tier": "nextTier", "issued_on": "issuedOn",
    "based_on": "basedOn", "cites": "cites", "within": "within", "partner": "partner",
})
