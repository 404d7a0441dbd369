"""Networks that look like the real ones, of any size, without chance: for tests of the views and for the bench."""

from __future__ import annotations

import random
from collections.abc import Iterator

from graph.network import Link, Network, Source, Thing, Witness, make_network

CITIES = ["临江市", "东湖区", "青山县", "云溪市", "白石区", "长汀县", "安平市", "海宁路区", "南浦县", "北仑口市"]
FIELDS = ["智能家电", "新材料", "生物医药", "海洋经济", "跨境电商", "绿色低碳", "人才引育", "知识产权", "数字经济",
          "现代农业"]
BUREAUS = ["科学技术局", "经济和信息化局", "商务局", "市场监督管理局", "财政局", "发展和改革局", "教育局", "农业农村局"]
ACTS = ["加快推进{}核心技术攻关", "支持{}企业加大研发投入", "建设{}公共服务平台", "优化{}发展环境", "加强{}人才培训"]
SHARES = [("measure", 30), ("indicator", 22), ("platform", 10), ("programme", 9), ("policy", 9), ("enterprise", 8),
          ("agency", 6), ("institute", 3), ("association", 2), ("project", 1)]


def network(size: int, seed: int = 7) -> Network:
    """About ``size`` things in one area per 250 of them, linked as documents link them."""
    chance = random.Random(seed)
    things: list[Thing] = []
    links: list[Link] = []
    areas = max(1, size // 250)
    for number in range(areas):
        part, part_links = _area(number, size // areas, chance)
        things += part
        links += part_links
    links += _across(things, chance, size // 20)
    sources = [Source(f"{n}/doc", _title(n), f"政发〔2025〕{n}号", "2025-03-01") for n in range(areas)]
    return make_network(things, links, sources)


def _city(number: int) -> str:
    turn, index = divmod(number, len(CITIES))
    return f"{CITIES[index]}{turn or ''}"


def _title(number: int) -> str:
    return f"{_city(number)}关于推动传统产业转型升级的若干意见"


def _area(number: int, size: int, chance: random.Random) -> tuple[list[Thing], list[Link]]:
    key, code, city = f"{number}/doc", str(330200 + number), _city(number)
    facts = (("genre", "reply"), ("number", f"政发〔2025〕{number}号"), ("date", "2025-03-01"))
    document = Thing(f"doc/{key}", "document", _title(number), (facts[1][1],), "reply", code, (key,), 2025, None, facts)
    place = Thing(f"place/{code}", "place", city, (), "", code, (key,))
    weights = [share for _, share in SHARES]
    types = sorted(chance.choices([type for type, _ in SHARES], weights, k=max(4, size - 2)))
    things = [_thing(type, index, number, chance) for index, type in enumerate(types)]
    return [document, place, *things], list(_links(document, place, things, chance))


def _label(type: str, index: int, city: str, year: int) -> str:
    field, tail = FIELDS[index % len(FIELDS)], "" if index < 10 else f"{index}"
    return {
        "measure": ACTS[index % len(ACTS)].format(field), "indicator": f"{field}产值 {index * 7 + 3} 亿元",
        "platform": f"{city}{field}创新中心{tail}", "programme": f"{field}提升工程{tail}",
        "agency": f"{city}{BUREAUS[index % 8]}{tail}", "enterprise": f"{city[:2]}{field}集团{tail}",
        "policy": f"《{city}{field}高质量发展行动方案（{year}—2027年）{tail}》",
        "institute": f"{city[:2]}{field}研究院{tail}", "association": f"{city}{field}行业协会{tail}",
        "project": f"{field}示范项目{tail}",
    }[type]


def _facts(type: str, label: str, index: int, year: int, chance: random.Random) -> tuple[tuple[str, str], ...]:
    if type == "measure":
        return (("section", f"{index // 9 + 1}.{index % 9 + 1}"), ("status", chance.choice(["done", "planned"])),
                ("text", f"{label}，牵头单位落实到位。"))
    if type == "indicator":
        return (("indicator", label.split()[0]), ("value", str(index * 7 + 3)), ("unit", "亿元"), ("time", str(year)),
                ("change", str(chance.randint(-9, 20))))
    return ()


def _thing(type: str, index: int, number: int, chance: random.Random) -> Thing:
    key, area, year = f"{number}/doc", str(330200 + number), chance.choice([2023, 2024, 2024, 2025, 2026, 2027])
    label = _label(type, index, _city(number), year)
    period = (str(year), "2027") if type in {"policy", "programme"} else None
    quote = Witness(key, index * 60, index * 60 + len(label), label, f"{index // 9 + 1}.{index % 9 + 1}")
    return Thing(f"{type}/{area}/{index}", type, label, (), "", area, (key,), year, period,
                 _facts(type, label, index, year, chance), (quote,))


def _links(document: Thing, place: Thing, things: list[Thing], chance: random.Random) -> Iterator[Link]:
    of = {type: [thing for thing in things if thing.type == type] for type, _ in SHARES}
    for thing in things:
        yield Link(thing.id, "statedIn", document.id, evidence=thing.evidence)
        if thing.type == "measure":
            yield from _measure_links(thing, of, chance)
        elif thing.type == "agency":
            yield Link(thing.id, "ofArea", place.id, basis="areaCode", rule="area-code")
        elif thing.type == "indicator" and of["measure"]:
            yield Link(thing.id, "reportedBy", chance.choice(of["measure"]).id, evidence=thing.evidence)
        elif thing.type in {"platform", "project"} and of["programme"]:
            yield Link(thing.id, "partOf", chance.choice(of["programme"]).id, evidence=thing.evidence)
        elif thing.type == "policy" and of["agency"]:
            yield Link(chance.choice(of["agency"]).id, "issued", thing.id, evidence=thing.evidence)


def _measure_links(measure: Thing, of: dict[str, list[Thing]], chance: random.Random) -> Iterator[Link]:
    for body in chance.sample(of["agency"], min(len(of["agency"]), chance.choice([1, 1, 2]))):
        p, stated = chance.choice(["leads", "sharesIn", "supports"]), chance.random() < 0.3
        how = ("stated", "duty-list", 1.0, measure.evidence) if stated else ("issuer", "issuer-of-document", 0.6, ())
        yield Link(body.id, p, measure.id, "lead", *how)
    named = of["platform"] + of["enterprise"] + of["policy"] + of["institute"] + of["programme"]
    for other in chance.sample(named, min(len(named), 2)):
        yield Link(measure.id, "mentions", other.id, evidence=measure.evidence)


def _across(things: list[Thing], chance: random.Random, count: int) -> Iterator[Link]:
    ends = [thing for thing in things if thing.type in {"policy", "platform", "enterprise", "institute"}]
    for _ in range(count if len(ends) > 1 else 0):
        a, b = chance.sample(ends, 2)
        yield Link(a.id, "partner", b.id, evidence=a.evidence)
