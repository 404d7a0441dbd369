"""The words around numbers, from ``data/lexicon/indicators.toml``, compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.lexicon import load

__all__ = ["Trimmed", "alternatives", "categories", "cue", "genres", "heads", "pairs", "parts", "trim"]

FILE = "indicators"


@cache
def cue(name: str) -> re.Pattern[str]:
    """One pattern of indicators.toml: cumulative, target, done, support, paid, condition_after, term …

    >>> bool(cue("target").search("力争新增企业")), bool(cue("target").search("已完成科技计划项目"))
    (True, False)
    """
    return re.compile(next(row["regex"] for row in load().toml(FILE)["pattern"] if row["name"] == name))


@cache
def genres(role: str) -> frozenset[str]:
    """The genres that ``offer`` money, that ``plan``, that ``report``."""
    return frozenset(load().toml(FILE)["genre"][role])


@cache
def heads() -> re.Pattern[str]:
    """The head of a measured quantity at the end of a phrase."""
    return re.compile(f"(?:{alternatives(load().toml(FILE)['head']['words'])})$")


@cache
def pairs() -> dict[str, list[str]]:
    """城乡 is 城镇 and 农村."""
    return dict(load().toml(FILE)["pair"])


@cache
def parts() -> frozenset[str]:
    """Words for a part of the population just spoken of: 其中城镇."""
    return frozenset(load().toml(FILE)["part"]["words"])


@cache
def categories() -> tuple[str, ...]:
    """Ends of the names of kinds of firms, trades and goods."""
    return tuple(load().toml(FILE)["category"]["words"])


def alternatives(words: list[str]) -> str:
    """Alternatives with the longest literal start first, so that 其中 is tried before 其(?!他)."""
    return "|".join(sorted(words, key=lambda word: (-len(word.split("(?!")[0]), word)))


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A phrase without its light words; ``region`` is the area that stood in front of it (全市)."""

    core: str
    region: str = ""


@cache
def _edges() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = load().toml(FILE)
    month = r"\d{1,2}月(?:\d{1,2}日|底|末|初|份)?"
    when = rf"(?:截至|截止|到|至)?(?:(?:19|20)\d\d\s?年(?:{month}|上半年|下半年|度|底|末|初)?|{month})(?:前|止|的)?"
    label = r"\d{1,2}[.、](?=\d{4}年)|第\d{1,3}条"
    front = re.compile(rf"\s|\[\d+\]|{label}|{when}|{alternatives(data['trim']['front'])}")
    region = re.compile(alternatives(data["region"]["words"]))
    return front, re.compile(rf"(?:\s|\[\d+\]|{when}|{alternatives(data['trim']['back'])})$"), region


@lru_cache(maxsize=512)  # a phrase is looked at from several sides
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
    data = load().toml(FILE)["change"]
    return frozenset([*data["up"], *data["down"]]) - {"新增", "净增"}
