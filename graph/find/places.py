"""Places that a list knows (GB/T 2260).

A list says what a string *may* be; the text around it decides: a short form is taken only where it is no common word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from graph.find.ground import Ground
from graph.lexicon import Area, Lexicon
from graph.lexicon.areas import Areas
from graph.lexicon.dictionary import Dictionary
from graph.model import Mention
from graph.read import fold

__all__ = ["LEVELS", "Places", "places"]

LEVELS = "省市区县州旗盟"
_LIST_JOINTS = ("、", "和", "与", "及", "以及")
_PARTS = tuple("块域间位段别")
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Places:
    """Place names of a text: ``ends[start]`` and ``starts[end]``, and the mentions."""

    ends: dict[int, int]
    starts: dict[int, int]
    mentions: tuple[Mention, ...]


def places(ground: Ground, lexicon: Lexicon) -> Places:
    """The areas named in the text, longest first; a chain (浙江省宁波市) is several mentions.

    >>> from graph.lexicon import load
    >>> from graph.find.ground import ground
    >>> from graph.find.vocabulary import vocabulary
    >>> text = "在宁波市和杭州设立"
    >>> [m.name for m in places(ground(text, text, vocabulary()), load()).mentions]
    ['宁波市', '杭州']
    """
    mentions: list[Mention] = []
    doubtful: list[Mention] = []
    in_full: dict[str, bool] = {}
    for start, end, (risky, levels, is_zone, led) in _areas(lexicon).finditer(ground.folded):
        start += led
        form = ground.folded[start:end]
        follows = bool(mentions) and mentions[-1].end == start
        if form not in in_full:
            in_full[form] = not levels or any(form + level in ground.folded for level in levels)
        common = len(form) < 3 or ground.names["common_end"].search(form)  # 范县, but 示范县; 运城市, but 亚运城市
        bounded = not common or follows or ground.begins_word(start) or _led(ground, start)
        if bounded and form[-1] not in LEVELS:
            bounded = not ground.names["place_part"].match(ground.folded, end)  # 福建园街道, 南京路
        if form[-1] == "区" and ground.folded[end:end + 1] in _PARTS:
            bounded = False  # 南岸区|块
        region = ground.names["region_of"].match(ground.folded, end)  # 杭州|都市圈
        whole = not (ground.inside_word(start) or ground.inside_word(end) or region)
        if bounded and whole and not _is_verb(ground, start, form):
            kind = ("platform", "zone") if is_zone and form.endswith(ground.names.words("zone_last")) else ("place", "")
            mention = Mention(start, end, kind[0], ground.text[start:end], "gazetteer-area", 0.9, kind[1])
            (mentions if in_full[form] and not risky else doubtful).append(mention)
    mentions += [*_beneath(ground, mentions, doubtful, lexicon.areas)]
    ends = {mention.end for mention in mentions}
    alone = [mention for mention in doubtful if mention.start not in ends]  # not 潮州|古城、肇庆古城墙
    mentions += [*_in_lists(ground, mentions, alone, lexicon.areas)]
    mentions.sort(key=lambda m: (m.start, m.end))
    return Places({m.start: m.end for m in mentions}, {m.end: m.start for m in mentions}, tuple(mentions))


def _is_verb(ground: Ground, start: int, form: str) -> bool:
    """Whether a place is called like a verb that a body before it governs the next by: 财政局会同|县水利局."""
    return form[:2] in ground.names.words("verb_place") and ground.names["acting_end"].search(
        ground.folded, max(0, start - 3), start) is not None


def _led(ground: Ground, start: int) -> bool:
    """Whether words stand before a place that are said before places only: 中共|宁波市委, 驻|宁波."""
    words = ground.names.words("before_place")
    return ground.folded[max(0, start - 2):start] in words or ground.folded[start - 1:start] in words


def _beneath(ground: Ground, sure: list[Mention], doubtful: list[Mention], areas: Areas) -> Iterator[Mention]:
    """Forms that are none alone, where the text names what they lie in: 城关区 beside 拉萨市, 湟中 beside 西宁市; or
    where words behind them are said of areas only: 大余|南部山区."""
    ends = {m.end for m in sure}
    named = {area.code for form in {m.name for m in sure} for area in areas.named(form)}
    for mention in doubtful:
        form, called = mention.name, areas.named(mention.name)
        lower = any(area.parent in named and not (area.is_risky(form) and form == area.short)
                    for area in called if area.level == "county")
        region = ground.names["region_after"].match(ground.folded, mention.end)
        common = (len(form) < 3 and form[-1] == "区") or ground.names["common_end"].search(form)
        bounded = mention.start in ends or ground.begins_word(mention.start) or _led(ground, mention.start)
        if bounded and not common and (lower or (region and not any(area.is_risky(form) for area in called))):
            yield mention


def _in_lists(ground: Ground, sure: list[Mention], doubtful: list[Mention], areas: Areas) -> Iterator[Mention]:
    """Forms that are also common words, where a list of places holds them: 汉中、安康、商洛."""
    known = {(m.start, m.end) for m in sure}
    for run in _runs(ground, sorted([*sure, *doubtful], key=lambda m: m.start)):
        held = [(m.start, m.end) in known for m in run]
        if len(run) > 1 and (any(held) or _together([m.name for m in run], areas)):
            yield from (mention for mention, is_sure in zip(run, held, strict=True) if not is_sure)


def _runs(ground: Ground, mentions: Iterable[Mention]) -> Iterator[list[Mention]]:
    """The mentions in the lists they stand in: what only 、 or 和 parts."""
    run: list[Mention] = []
    for mention in mentions:
        if run and ground.folded[run[-1].end:mention.start] not in _LIST_JOINTS:
            yield run
            run = []
        run.append(mention)
    yield run


def _together(forms: list[str], areas: Areas) -> bool:
    """Whether areas called so lie side by side: two in one prefecture, more in one province."""
    parents = [{area.parent for area in areas.named(form) if area.level == "county"} for form in forms]
    if len(forms) > _PAIR:
        parents = [{(parent, *(a.code for a in areas.ancestors(parent)))[-1] for parent in codes} for codes in parents]
    return bool(set.intersection(*parents))


@cache
def _areas(lexicon: Lexicon) -> Dictionary[tuple[bool, str, bool, int]]:
    """Each form with whether it is a common word as well, the levels one of which it needs, whether only zones are
    called so, and how many letters stand before it: 创建|湖南省 holds no 建湖."""
    forms = {fold(form): areas for form, areas in lexicon.areas.by_form.items() if len(form) > 1}
    leads: dict[str, list[str]] = {}
    for form in forms:
        if len(form) == _PAIR:
            leads.setdefault(form[1], []).append(form[0])
    hidden = [(lead, form) for form, areas in forms.items() for lead in leads.get(form[0], ())
              if any(area.level in ("province", "prefecture") for area in areas) and lead + form not in forms]
    return Dictionary(
        ((lead + form, (all(area.is_risky(form) for area in forms[form]), _levels_needed(form, forms[form]),
                        all(area.level == "zone" for area in forms[form]), len(lead)))
         for lead, form in (*(("", form) for form in forms), *hidden)), longest=True)


def _levels_needed(form: str, areas: Iterable[Area]) -> str:
    """The level words one of which must follow the form somewhere: a county's short name may be any two characters."""
    if any(area.level in ("province", "prefecture") or form != area.short for area in areas):
        return ""
    return "市县区旗"
