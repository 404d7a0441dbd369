"""Numbers in their place: the measure that holds them and may promise them, and the area that 我市 or 全省 means."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.find.nest import Nest
from graph.lexicon import load
from graph.model import Indicator, Measure
from graph.relate.indicators.cues import cue
from graph.relate.measures.status import tells_of_past

__all__ = ["placed"]

_OWN = re.compile("[全我本](省|市|县|区|州|盟|旗)")  # 全大市 is left open: a county's paper may mean the city around it


def placed(
    indicators: tuple[Indicator, ...], measures: tuple[Measure, ...], home: str, genre: str = "",
) -> tuple[Indicator, ...]:
    """The numbers with the id of their measure and the code of their area, where there is exactly one of each.

    A number of a report's measure that is planned is a target, unless its own words tell it as done.

    >>> from graph.build import extract
    >>> from graph.read import read_text
    >>> said = extract(read_text("慈溪市科技局工作总结\\n一是培育企业。全市新增12家，全省共有企业80家。"))
    >>> [(number.value, number.area, number.measure) for number in said.indicators]
    [('12', '330282', '1'), ('80', '330000', '1')]
    """
    nest = Nest(((place.start, place.end), (place.end - place.start, measure.id))
                for measure in measures for place in measure.evidence)
    known = {measure.id: measure for measure in measures}
    found = (replace(each, measure=each.measure or _around(each, nest), area=_area(each.area, home))
             for each in indicators)
    return tuple(replace(each, kind="target") if _is_vowed(each, known.get(each.measure), genre) else each
                 for each in found)


def _is_vowed(indicator: Indicator, measure: Measure | None, genre: str) -> bool:
    """Whether an item that promises begins with the number (五是完成30个项目的采集), or a report that looks ahead has
    it in a clause that tells nothing as done (建设公厕8所)."""
    if measure is None or measure.status != "planned" or indicator.kind != "actual":
        return False
    clause = re.split("[,，。;；\n]", indicator.evidence[0].quote)[-1]
    if genre == "report" and not tells_of_past(clause):
        return True
    vowed = cue("vowed").match(measure.title)
    return vowed is not None and vowed["number"] == indicator.value


def _around(indicator: Indicator, nest: Nest[tuple[int, str]]) -> str:
    """The smallest measure that holds the words cited first; what else is cited gives the year."""
    first = indicator.evidence[0]
    return min(nest.over(first.start, first.end), default=(0, ""))[1]


def _area(said: str, home: str) -> str:
    word = _OWN.match(said)
    area = load().areas.of_level(word[1], home) if word else None
    return area.code if area else said
