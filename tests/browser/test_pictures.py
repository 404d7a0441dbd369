"""The pictures at every size: lanes, maps, overviews that open, matrix, time, parts, numbers."""

from __future__ import annotations

from typing import Any

import pytest
from synthetic import network as synthetic

from graph.draw import Limits
from graph.network import Link, Network, Source, Thing, Witness, make_network

SEEN = (Witness("d", 5, 12, "到2027年完成", "3.1"),)


@pytest.fixture(scope="module")
def plan() -> Network:
    things = [
        Thing("p", "programme", "八大工程", facts=(("declared", "3"),), docs=("d",), evidence=SEEN),
        Thing("p/1", "programme", "品牌提升工程", docs=("d",), period=("2023", "2025")),
        Thing("p/2", "programme", "人才引育工程", docs=("d",)),
        Thing("m", "measure", "培育高价值专利", docs=("d",), facts=(("section", "3.1"), ("due", "2027"))),
        Thing("a", "agency", "市场监管局", docs=("d",)),
        *(Thing(f"n{y}", "indicator", f"有效发明专利 {v} 件", docs=("d",), year=y, evidence=SEEN, facts=(
            ("indicator", "有效发明专利"), ("value", v), ("unit", "件"), ("time", str(y)), ("change", "-4.5"),
            ("kind", "target" if y == 2027 else "actual")))
          for y, v in ((2023, "7000"), (2025, "8,500"), (2027, "10000"))),
    ]
    links = [Link("p/1", "partOf", "p", evidence=SEEN), Link("p/2", "partOf", "p", evidence=SEEN),
             Link("a", "leads", "m", "lead", evidence=SEEN),
             Link("a", "supports", "p/1", "support", "remit", "by-remit", 0.7)]
    return make_network(things, links, [Source("d", "行动方案")])


def test_matrix_shows_roles_with_their_words(open_view: Any, plan: Network) -> None:
    page = open_view(plan, "v=matrix")
    assert page.locator(".role").all_inner_texts() == ["●", "○"]
    assert page.locator(".role.inferred").count() == 1
    page.locator(".role.stated").click()
    assert page.locator("#panel blockquote").inner_text() == "到2027年完成"


def test_matrix_gives_each_document_its_own_bodies(open_view: Any) -> None:
    things = [Thing(f"{kind}{n}", kind, f"{n}号{kind}", docs=(f"d{n}",))
              for n in (1, 2) for kind in ("agency", "measure")]
    links = [Link(f"agency{n}", "leads", f"measure{n}", "lead", evidence=SEEN) for n in (1, 2)]
    page = open_view(make_network(things, links, [Source("d1", "甲文"), Source("d2", "乙文")]), "v=matrix")
    assert page.locator(".matrix caption").all_inner_texts() == ["甲文", "乙文"]
    assert [page.locator(".matrix").nth(n).locator("thead .to").all_inner_texts() for n in (0, 1)] == [
        ["机\n1号agency"], ["机\n2号agency"]]


def test_timeline_shows_periods_and_deadlines(open_view: Any, plan: Network) -> None:
    page = open_view(plan, "v=timeline")
    assert page.locator(".timeline .row").count() == 3
    assert "2023–2025" in page.locator(".timeline .date").all_text_contents()
    page.locator(".timeline .row", has_text="培育高价值专利").focus()
    page.keyboard.press("Space")
    assert page.locator("#panel h2").inner_text().endswith("培育高价值专利")


def test_tree_shows_parts_and_what_is_missing(open_view: Any, plan: Network) -> None:
    page = open_view(plan, "v=tree")
    assert page.locator(".tree > li > .leaf .wrong").inner_text() == "2 / 3"
    assert page.locator(".tree ul .to").count() == 2


def test_charts_follow_the_years(open_view: Any, plan: Network) -> None:
    page = open_view(plan, "v=charts")
    assert page.locator(".chart").count() == 1
    assert page.locator(".chart .when").all_inner_texts() == ["2023", "2025", "2027"]
    assert page.locator(".spark circle").count() == 3
    page.locator(".chart .value").last.click()
    assert page.locator("#panel blockquote").inner_text() == "到2027年完成"


def test_charts_keep_the_numbers_of_two_places_apart(open_view: Any) -> None:
    facts = (("indicator", "专利"), ("unit", "件"), ("kind", "support"))
    things = [Thing(f"place/{code}", "place", name) for code, name in (("1", "甲市"), ("2", "乙市"))]
    things += [Thing(f"n{code}{year}", "indicator", "专利", area=code, docs=("d",), facts=(
        *facts, ("value", year), ("time", year))) for code in ("1", "2") for year in ("2023", "2024")]
    page = open_view(make_network(things, [], [Source("d", "文")]), "v=charts")
    assert sorted(page.locator(".chart > p").all_inner_texts()) == ["乙市 · 件", "甲市 · 件"]
    assert page.locator(".chart .badge").first.inner_text() == "扶持标准"


def test_an_empty_network_says_so(open_view: Any) -> None:
    page = open_view(make_network([], []))
    for view in ("lanes", "map", "matrix", "timeline", "tree", "charts"):
        page.locator(f"#tabs [data-view={view}]").click()
        assert page.locator(".empty").is_visible()
    assert page.leaks == []


def test_lanes_cut_honestly(open_view: Any) -> None:
    page = open_view(synthetic(500), "v=lanes", limits=Limits(lanes=100))
    assert page.locator("g.box").count() == 100
    assert "显示 100 / 500" in page.locator("#note").inner_text()
    assert "泳道只画联系最多的 100 个" in page.locator("#note").inner_text()


def test_what_was_cut_at_writing_is_said(open_view: Any) -> None:
    page = open_view(synthetic(120), limits=Limits(everything=50))
    assert "生成时按上限留下 50 / 120" in page.locator("#note").inner_text()


def test_labels_in_lanes_do_not_overlap(open_view: Any) -> None:
    page = open_view(synthetic(300))
    boxes = page.locator("g.box .card").evaluate_all(
        "els => els.map(e => { const r = e.getBoundingClientRect(); return [r.x, r.y, r.right, r.bottom]; })")
    boxes.sort()
    clashes = [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1:i + 40]
               if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]
    assert clashes == []
    spill = page.evaluate("""[...document.querySelectorAll('g.box')].filter(g => [...g.querySelectorAll('.name')].some(
        t => t.getBoundingClientRect().right > g.querySelector('.card').getBoundingClientRect().right + 0.5)).length""")
    assert spill == 0


@pytest.mark.parametrize("width", [1280, 1920])
def test_no_lane_leaves_the_screen(open_view: Any, width: int) -> None:
    page = open_view(synthetic(60), size=(width, 800))
    edges = page.locator("g.box .card").evaluate_all("els => els.map(e => e.getBoundingClientRect().right)")
    assert max(edges) < width


def test_a_thousand_things_are_named_discs(open_view: Any) -> None:
    page = open_view(synthetic(1000))
    assert page.locator("#stage canvas").is_visible()
    assert page.locator(".groups summary").inner_text().startswith("社区")
    assert page.leaks == []


def test_a_path_through_a_big_map_is_drawn_in_lanes(open_view: Any) -> None:
    network = synthetic(400)
    link = next(data["link"] for *_, data in network.edges(data=True) if data["p"] == "leads")
    page = open_view(network, f"path={link.s}&path={link.o}")
    assert page.locator("g.box").count() == 2
    page.get_by_role("button", name="返回").click()
    assert page.locator("#stage canvas").is_visible()


def test_overview_opens_on_demand(open_view: Any) -> None:
    page = open_view(synthetic(1500), limits=Limits(lanes=50, whole=1000))
    page.locator(".groups summary").click()
    first = page.locator(".groups li button").first
    first.click()
    assert "g=" in page.url
    page.locator(".groups summary").click()
    assert page.locator(".groups li button[aria-pressed=true]").count() == 1


STRIP = """() => { const canvas = document.querySelector('#stage canvas');
    const {data} = canvas.getContext('2d').getImageData(0, 0, 60, canvas.height);
    return data.filter((value, k) => k % 4 === 3 && value > 0).length; }"""


def ink(page: Any, more_than: int) -> int:
    """Painted pixels at the left edge, as soon as they are more than before (the page forbids polling by eval)."""
    for _ in range(60):
        if page.evaluate(STRIP) > more_than:
            break
        page.wait_for_timeout(50)
    return int(page.evaluate(STRIP))


def test_what_comes_into_sight_is_drawn_while_the_map_moves(open_view: Any) -> None:
    page = open_view(synthetic(300), "v=map")
    for _ in range(3):
        page.get_by_role("button", name="放大").click()
    page.mouse.move(700, 400)
    page.mouse.down()
    page.mouse.move(760, 400, steps=4)
    page.wait_for_timeout(200)  # a frame or two
    moving = ink(page, 0)
    page.mouse.up()
    assert ink(page, moving) > moving > 0, "standing still it has its lines and names again"
    assert page.leaks == []


def test_map_selects_by_search_and_by_click(open_view: Any) -> None:
    page = open_view(synthetic(300), "v=map")
    page.locator("#search").fill("财政局")
    page.keyboard.press("Enter")
    assert "财政局" in page.locator("#panel h2").inner_text()
    page.keyboard.press("Escape")
    canvas = page.locator("#stage canvas").bounding_box()
    for step in range(60):
        if page.locator("#panel").is_visible():
            break
        page.mouse.click(canvas["x"] + canvas["width"] * 0.3 + step * 7, canvas["y"] + canvas["height"] / 2)
        page.wait_for_timeout(60)
    assert page.locator("#panel").is_visible()
