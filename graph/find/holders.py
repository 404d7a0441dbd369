"""Every item of a duty list is an organisation, even if no lexicon knows it (区投促中心, 农工党济南市委会).

So is every item of the list of addressees that is named with its area.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from graph.find.candidate import Scene
from graph.find.duties import Duty, addressees
from graph.lexicon import load
from graph.model import Document, Mention

__all__ = ["addressed", "duty_holders"]


_LAST_WORD = 1  # code points of 局 in 规划建设|局, which ends the verb before it


def duty_holders(duties: Iterable[Duty], scene: Scene) -> Iterator[Mention]:
    """The bodies that the document's duty lists name, as agencies unless their last word says otherwise."""
    for duty in duties:
        for holder in duty.items:
            start, end = holder.span
            area_or_class = scene.area_at(start) == end or scene.names["bare_level"].match(holder.name)
            if holder.kind == "body" and end > start and not area_or_class and not _acts(start, end, scene):
                type = scene.vocabulary.type_of_body(holder.name)
                type = "enterprise" if type == "agency" and _in_row_of_firms(duty, scene) else type
                yield Mention(start, end, type, holder.name, "duty-list", 0.92)


def _in_row_of_firms(duty: Duty, scene: Scene) -> bool:
    """由甲、乙、丙|等龙头企业牵头: companies, whatever their short names end in."""
    return load().patterns("duties")["firms-row"].match(scene.ground.folded, duty.items[-1].span.end) is not None


def addressed(document: Document, scene: Scene) -> Iterator[Mention]:
    """The bodies that 主送 names with their area or zone."""
    for holder in addressees(document):
        if not _acts(*holder.span, scene):
            yield Mention(*holder.span, "agency", holder.name, "addressed", 0.92)


def _acts(start: int, end: int, scene: Scene) -> bool:
    """Whether a verb, a list or a subject with its verb stands within the span: no name, whatever the duty says."""
    ground = scene.ground
    if scene.names["town_government"].fullmatch(ground.folded, start, end):
        return False
    inner = ground.reasons[bisect_right(ground.barriers, start):bisect_left(ground.barriers, end - _LAST_WORD)]
    if any(reason not in scene.names.words("inside_names") for reason in inner):
        return True
    verbs = ground.noun_verbs[bisect_left(ground.noun_verbs, (start, 0)):bisect_left(ground.noun_verbs, (end, 0))]
    return any(verb in scene.body_ends for verb, _ in verbs)

