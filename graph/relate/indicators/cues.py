"""The words around numbers, from ``data/lexicon/indicators.toml``, compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.find.numbers.tables import read_toml

__all__ = [
    "Change", "Trimmed", "change_before", "cue", "genres", "heads", "joint", "level", "pairs", "parts", "trim",
]

FILE = "indicators.toml"


@cache
def cue(name: str) -> re.Pattern[str]:
    """The pattern of one cue: cumulative, target, done, support, paid, condition_after, term …

    >>> bool(cue("target").search("力争新增企业")), bool(cue("target").search("已完成科技计划项目"))
    (True, False)
    """
    return re.compile(read_toml(FILE)["cue"][name]["pattern"])


@cache
def genres(role: str) -> frozenset[str]:
    """The genres that ``offer`` money, that ``plan``, that ``report``."""
    return frozenset(read_toml(FILE)["genre"][role])


@cache
def heads() -> re.Pattern[str]:
    """The head of a measured quantity at the end of a phrase."""
    return re.compile(f"(?:{_longest(read_toml(FILE)['head']['words'])})$")


@cache
def pairs() -> dict[str, list[str]]:
    """城乡 is 城镇 and 农村."""
    return dict(read_toml(FILE)["pair"])


@cache
def parts() -> frozenset[str]:
    """Words for a part of the population just spoken of: 其中城镇."""
    return frozenset(read_toml(FILE)["part"]["words"])


def _longest(words: list[str]) -> str:
    """Alternatives with the longest literal start first, so that 其中 is tried before 其(?!他)."""
    return "|".join(sorted(words, key=lambda word: (-len(word.split("(?!")[0]), word)))


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A phrase without its light words; ``region`` is the area that stood in front of it (全市)."""

    core: str
    region: str = ""


@cache
def _edges() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = read_toml(FILE)
    month = r"\d{1,2}月(?:\d{1,2}日|底|末|初|份)?"
    when = rf"(?:截至|截止|到|至)?(?:(?:19|20)\d\d\s?年(?:{month}|上半年|下半年|度|底|末|初)?|{month})(?:前|止|的)?"
    front = re.compile(rf"\s|\[\d+\]|{when}|{_longest(data['trim']['front'])}")
    region = re.compile(_longest(data["region"]["words"]))
    return front, re.compile(rf"(?:\s|\[\d+\]|{when}|{_longest(data['trim']['back'])})$"), region


def trim(phrase: str) -> Trimmed:
    """What remains of a phrase when time, region and light verbs are cut off its ends.

    >>> trim("截至 2024 年末,我市拥有规上家电企业"), trim("全大市有效发明专利达到").core
    (Trimmed(core='规上家电企业', region='我市'), '有效发明专利')
    """
    front, back, area = _edges()
    region = ""
    while phrase:
        if met := area.match(phrase):
            region, phrase = met[0], phrase[met.end():]
        elif (met := front.match(phrase)) and met[0]:
            phrase = phrase[met.end():]
        elif met := back.search(phrase):
            phrase = phrase[:met.start()]
        else:
            break
    return Trimmed("" if phrase in _verbs() else phrase, region)


@cache
def _verbs() -> frozenset[str]:
    data = read_toml(FILE)["change"]
    return frozenset([*data["up"], *data["down"]]) - {"新增", "净增"}


@dataclass(frozen=True, slots=True)
class Change:
    """A verb of change right before a number: its ``sign``, and the words before it that name something (``rest``)."""

    sign: int
    rest: str
    verb: str
    based: bool


@cache
def _change() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = read_toml(FILE)["change"]
    verbs = _longest([*data["up"], *data["down"]])
    nouns = _longest([*data["nouns_up"], *data["nouns_down"]])
    end = re.compile(rf"(?:(?P<noun>{nouns})(?:达到?|为|是|约)?|(?P<verb>{verbs})(?:了|约|近|超)?|(?P<bare>[同环]比))\s?$")
    base = re.compile(r"(?:(?<![占同环对之配])比(?!重|例|率)|较|与|高于|低于)[^,，;；。]{1,18}$|(?:同比|环比)$")
    filler = "|".join([*data["filler"], r"[,，、\s]", r"[(（][^()（）]*[)）]"])
    return end, base, re.compile(rf"^(?:{filler})+|(?:{filler})+$")


@cache
def joint() -> re.Pattern[str]:
    """What may stand between two numbers of one list: 5.1%和下降8%."""
    data = read_toml(FILE)["change"]
    return re.compile(rf"\s*[、,，和与及以]*\s*(?:同比|比上年)?(?:{_longest([*data['up'], *data['down']])})?\s*")


@cache
def level() -> re.Pattern[str]:
    """A change to a level: 提高到."""
    data = read_toml(FILE)["change"]
    return re.compile(rf"\s*[,，]?(?:{_longest([*data['up'], *data['down'], '调整'])})(?:到|至|为)\s*")


def change_before(gap: str, negative: bool = False) -> Change | None:
    """The change that ``gap`` announces for the number after it, if any.

    >>> change_before(",按可比价格计算,比上年增长"), change_before("固定资产投资同比下降").rest
    (Change(sign=1, rest='', verb='增长', based=True), '固定资产投资')
    >>> change_before("利用率提高到")
    """
    end, base, filler = _change()
    found = end.search(gap)
    if not found or (found["bare"] and not negative):
        return None
    verb = found["verb"] or found["noun"] or ""
    ahead = gap[:found.start()]
    met = base.search(ahead)
    if len(verb) == 1 and not met:
        return None
    clause = re.split("[,，:：;；]", (ahead[:met.start()] if met else ahead).rstrip(",， "))[-1]
    data = read_toml(FILE)["change"]
    sign = -1 if verb in data["down"] or verb in data["nouns_down"] else 1
    return Change(sign, trim(filler.sub("", clause)).core, verb, bool(met or found["bare"]))
