"""Rows of names by what the row is of: 甲、乙等12个项目建成投用; 推进甲、乙等重大项目; 下设甲组、乙组."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.find.candidate import Scene
from graph.find.enumerations import parts_of
from graph.model import Mention

__all__ = ["rows"]

_SHORTEST = 4  # letters of a project in a row
_GROUP = 3  # letters of a group's name, or of a site's
_BESIDE = 3  # code points between two projects with what is invested in each


def rows(scene: Scene) -> Iterator[Mention]:
    """Each item of a row, by the words for what the row is of.

    >>> from graph.find import find_mentions
    >>> from graph.read import read_text
    >>> [m.name for m in find_mentions(read_text("白沙光伏组件、海东生物制药等12个项目建成投用。"))]
    ['白沙光伏组件', '海东生物制药']
    """
    yield from _platforms(scene)
    yield from _projects(scene)
    yield from _invested(scene)
    yield from _groups(scene)
    yield from _sites(scene)


def _platforms(scene: Scene) -> Iterator[Mention]:
    """Platforms by their own names, all of which sound like one: 遴选甲平台、乙云等28家工业互联网平台."""
    for found in scene.names["named_platforms"].finditer(scene.ground.folded):
        parts = list(parts_of(scene.ground.text, found.span("parts"), "platform", "such-as"))
        yield from parts if all(scene.names["platform_like"].search(part.name) for part in parts) else ()
    for found in scene.names.finditer("counted_platforms", scene.ground.folded):
        parts = list(parts_of(scene.ground.text, found.span("parts"), "platform", "such-as", 4))
        yield from parts if not any(scene.vocabulary.is_generic(part.name) for part in parts) else ()


def _projects(scene: Scene) -> Iterator[Mention]:
    ground, names = scene.ground, scene.names
    for pattern in ("such_as", "such_as_subject", "counted_projects"):
        for found in names.finditer(pattern, ground.folded):
            start, end = found.span("parts")
            if pattern == "such_as_subject" and names["works_lead"].match(found["parts"]):
                continue  # read with its verb
            first = ground.barriers[ground.edge(start + len(found["parts"].partition("、")[0]) - 1)]
            start = max(start, first) if pattern == "counted_projects" else start  # 建成投用|白沙东站、…
            items = parts_of(ground.text, (start, end), "project", "such-as", _SHORTEST)
            named = (_as_called(item, pattern, scene) for item in items if _is_single(item, scene))
            yield from filter(None, named)


def _as_called(item: Mention, pattern: str, scene: Scene) -> Mention | None:
    """The item as a project, or as the company by which it is called; four letters that name no company in 推进…等项目
    say what is done (增材制造)."""
    if pattern == "counted_projects" or (pattern == "such_as" and len(item.name) > _SHORTEST):
        return item
    one = _as_firm(item, scene)
    firm = one.type == "enterprise" and not one.name.endswith(scene.names.words("firm_work"))
    return one if firm or pattern == "such_as_subject" else None


def _as_firm(item: Mention, scene: Scene) -> Mention:
    """汉典药业、三环电子等项目签约: works that are called by their company alone."""
    firm = scene.names["firm_like"].search(item.name)
    return replace(item, type="enterprise") if firm and firm.end() == len(item.name) else item


def _invested(scene: Scene) -> Iterator[Mention]:
    """投资60亿元的甲、投资28亿元的乙等一批在建项目: what so much is invested in, if several are told of."""
    ground = scene.ground
    found = list(scene.names.finditer("invested", ground.folded))
    for before, one, after in zip([None, *found], found, [*found[1:], None], strict=False):
        beside = (before and one.start() - before.end() <= _BESIDE) or (after and after.start() - one.end() <= _BESIDE)
        called = ground.folded.startswith(("项目", "工程"), one.end())
        part = Mention(*one.span("name"), "project", ground.text[slice(*one.span("name"))], "invested", 0.8, "part")
        if beside and not called and _is_single(part, scene):
            yield part


def _groups(scene: Scene) -> Iterator[Mention]:
    """下设综合协调组、要素保障组: the groups of a task force."""
    for found in scene.names.finditer("groups_below", scene.ground.folded):
        for part in parts_of(scene.ground.text, found.span("parts"), "agency", "groups-below", _GROUP):
            yield replace(part, subtype="taskforce")


def _sites(scene: Scene) -> Iterator[Mention]:
    """新改建甲园、乙园等街头游园20个: sites by their own names."""
    for found in scene.names.finditer("such_kind", scene.ground.folded):
        parts = list(parts_of(scene.ground.text, found.span("parts"), "project", "such-as", _GROUP))
        yield from parts if all(_is_single(part, scene) for part in parts) else ()


def _is_single(item: Mention, scene: Scene) -> bool:
    """Whether an item is one project: no class of works, nothing that is done with something, no company."""
    names = scene.names
    if scene.vocabulary.is_generic(item.name) or names["handled"].search(item.name):
        return False
    led = names["invested"].match(f"{item.name}。")  # 投资6亿元的…, which _invested reads
    return not (led or names["class_built"].match(item.name) or item.name.endswith(names.words("firm_end")))
