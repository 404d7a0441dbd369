"""Names of one document that are short forms of longer ones in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from graph.link.canonical import plain
from graph.link.group import Group

__all__ = ["without_short_forms"]

_SHORTENED = {"platform", "programme", "policy", "association", "project", "enterprise"}
_GRANTS = "政策"
_LED = re.compile("(?:[\u4e00-\u9fff]{2,5})?[省市县区州旗盟]")  # the area or level of a body
_TOWN = re.compile("[\u4e00-\u9fff]{2,8}?(?:镇|乡|街道)(?=[\u4e00-\u9fff]{2,}(?:村|社区)$)")  # 白沙镇|桃花村
_SHORTEST = 3  # code points of a short form
_SHORTEST_POLICY = 2  # 《规划》 after 《青溪市旅游规划》
_ABBREVIATION = 4  # those of a name put together from characters of a longer one


def without_short_forms(groups: list[Group]) -> list[Group]:
    """A name that ends exactly one longer name of its type is a short form of it (快维中心 after 知识产权快维中心).

    So is a part's name that begins one (品质提升, then 品质提升行动计划), and an abbreviation (荒治工程); a subsidy
    goes by the name of the policy that grants it (良种补贴, 良种补贴政策), an agency by its name without its area or
    level (水务中心), a village by its name without its town.
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
    if type == "place":
        town = _TOWN.match(name)
        return [town.end()] if town else []
    if type == "agency":
        led = _LED.match(name)
        return [led.end()] if led and len(name) - led.end() >= _SHORTEST else []
    shortest = _SHORTEST_POLICY if type == "policy" else _SHORTEST
    return range(1, len(name) - shortest + 1 if type in _SHORTENED else 0)


def _abbreviated(long: str, short: str) -> bool:
    """Whether a name of four characters is made of characters of a longer one, its first and its last word.

    >>> _abbreviated("荒漠化土地治理工程", "荒治工程"), _abbreviated("荒漠化土地治理工程", "退耕工程")
    (True, False)
    """
    if len(short) != _ABBREVIATION or len(long) < 7 or short[0] != long[0] or short[2:] != long[-2:]:
        return False
    return short[1] in long[1:-2]
