"""What an analyst does with a view: look, search, filter, click, go to a neighbourhood and back."""

from __future__ import annotations

from typing import Any

import pytest
from synthetic import network as synthetic

from graph.draw import About
from graph.network import Link, Network, Source, Thing, Witness, make_network

KEY = "330282/kexue-2025-1"
QUOTE = "公牛集团牵头申报的智能家电技术创新中心成功入选首批名单"


@pytest.fixture
def small() -> Network:
    """Five things of one document: an enterprise leads a platform, the bureau is only concluded to own a measure."""
    seen = Witness(KEY, 100, 100 + len(QUOTE), QUOTE, "2.2.1")
    things = [
        Thing(f"doc/{KEY}", "document", "关于产业转型的答复", ("慈科〔2025〕1号",), docs=(KEY,), year=2025),
        Thing("agency/330282/keji", "agency", "慈溪市科学技术局", ("市科技局", "我局"), docs=(KEY,), year=2025),
        Thing("enterprise/gongniu", "enterprise", "公牛集团", ("公牛",), docs=(KEY,), year=2024),
        Thing("platform/zx", "platform", "智能家电技术创新中心", docs=(KEY,), year=2024, evidence=(seen,)),
        Thing(f"doc/{KEY}/m/2.2.1", "measure", "产业创新平台一体化布局", docs=(KEY,), year=2025,
              facts=(("section", "2.2.1"), ("status", "done"), ("text", QUOTE))),
    ]
    links = [
        Link("enterprise/gongniu", "leads", "platform/zx", "lead", "stated", "agent-leads", 1.0, (seen,)),
        Link("agency/330282/keji", "leads", f"doc/{KEY}/m/2.2.1", "lead", "issuer", "issuer-of-reply", 0.6),
        Link(f"doc/{KEY}", "issuer", "agency/330282/keji", evidence=(seen,)),
        Link(f"doc/{KEY}/m/2.2.1", "mentions", "platform/zx", evidence=(seen,)),
        Link(f"doc/{KEY}/m/2.2.1", "statedIn", f"doc/{KEY}", evidence=(seen,)),
    ]
    return make_network(things, links, [Source(KEY, "关于产业转型的答复", "慈科〔2025〕1号", "2025-05-01")])


def box(page: Any, name: str) -> Any:
    return page.locator("g.box").filter(has=page.locator("title", has_text=name)).first


def names(page: Any) -> list[str]:
    return sorted(page.locator("g.box > title").all_text_contents())


def test_opens_offline_and_shows_everything(open_view: Any, small: Network) -> None:
    page = open_view(small, title="慈溪家电")
    assert page.locator("h1").inner_text() == "慈溪家电"
    assert len(names(page)) == 5
    assert "显示 5 / 5 事物" in page.locator("#note").inner_text()
    assert page.leaks == []


def test_click_shows_the_words_that_say_so(open_view: Any, small: Network) -> None:
    page = open_view(small)
    box(page, "公牛集团").click()
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text().endswith("公牛集团")
    assert panel.locator("blockquote").first.inner_text() == QUOTE
    assert "公牛集团" in panel.locator("blockquote mark").all_inner_texts()
    assert "智能家电技术创新中心" in panel.locator("blockquote mark").all_inner_texts()
    caption = panel.locator("figcaption").first.inner_text()
    assert "慈科〔2025〕1号" in caption
    assert "第 2.2.1 节" in caption
    assert f"字符 100–{100 + len(QUOTE)}" in caption


def test_stated_and_inferred_are_told_apart(open_view: Any, small: Network) -> None:
    page = open_view(small)
    drawn = "els => els.map(e => getComputedStyle(e).strokeDasharray)"
    dashes = page.locator(".edge.inferred .line").evaluate_all(drawn)
    assert dashes == ["5px, 4px"]
    box(page, "慈溪市科学技术局").click()
    assert "由发文机关推断" in page.locator("#panel").inner_text()
    assert "没有原文出处" in page.locator("#panel").inner_text()
    page.keyboard.press("Escape")
    page.get_by_label("原文陈述").check()
    assert page.locator(".edge.inferred").count() == 0
    page.get_by_label("规则推断").check()
    assert page.locator(".edge:not(.quiet)").count() == 1


@pytest.mark.parametrize("typed", ["公牛", "gongniu", "gnjt", "GongNiu"])
def test_search_by_name_pinyin_and_initials(open_view: Any, small: Network, typed: str) -> None:
    page = open_view(small)
    page.keyboard.press("/")
    page.keyboard.type(typed)
    assert page.locator("#hits [aria-selected=true] .hit").inner_text() == "公牛集团"
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text().endswith("公牛集团")
    assert page.evaluate("document.activeElement.dataset.id") == "enterprise/gongniu"


def test_search_says_when_nothing_matches(open_view: Any, small: Network) -> None:
    page = open_view(small)
    page.locator("#search").fill("没有这个东西")
    assert "没有匹配" in page.locator("#hits").inner_text()


def test_legend_counts_and_hides(open_view: Any, small: Network) -> None:
    page = open_view(small)
    row = page.locator("#legend label", has_text="企业").first
    assert row.inner_text().split()[-1] == "1"
    row.locator("input").uncheck()
    assert "公牛集团" not in names(page)
    assert "筛选隐去 1 个" in page.locator("#note").inner_text()
    page.get_by_text("恢复全部").click()
    assert "公牛集团" in names(page)


def test_relation_filter(open_view: Any, small: Network) -> None:
    page = open_view(small)
    before = page.locator(".edge").count()
    page.locator("#legend label", has_text="牵头").locator("input").uncheck()
    assert page.locator(".edge").count() == before - 2


def test_years_slider_hides_what_lies_outside(open_view: Any, small: Network) -> None:
    page = open_view(small)
    page.locator("[data-key=from]").evaluate("e => { e.value = 2025; e.dispatchEvent(new Event('change')); }")
    assert "公牛集团" not in names(page)
    assert "慈溪市科学技术局" in names(page)


def test_neighbourhood_and_back(open_view: Any, small: Network) -> None:
    page = open_view(small)
    box(page, "公牛集团").click()
    page.locator("#panel").get_by_text("只看邻域").click()
    assert names(page) == ["公牛集团", "智能家电技术创新中心"]
    page.get_by_text("再远一步").click()
    assert "产业创新平台一体化布局" in names(page)
    page.get_by_role("button", name="返回").click()
    page.get_by_role("button", name="返回").click()
    assert len(names(page)) == 5


def test_path_between_two_things(open_view: Any, small: Network) -> None:
    page = open_view(small)
    box(page, "公牛集团").click()
    page.get_by_text("路径：从此出发").click()
    box(page, "慈溪市科学技术局").click()
    page.get_by_text("路径：到此为止").click()
    assert "3 步" in page.locator("#note").inner_text()
    assert names(page) == ["产业创新平台一体化布局", "公牛集团", "慈溪市科学技术局", "智能家电技术创新中心"]


def test_table_sorts(open_view: Any, small: Network) -> None:
    page = open_view(small, "v=table")
    page.locator("th button", has_text="名称").click()
    once = page.locator("tbody td.col-name").all_inner_texts()
    page.locator("th button", has_text="名称").click()
    assert page.locator("tbody td.col-name").all_inner_texts() == once[::-1]
    page.locator(".tablebar button", has_text="关系与出处").click()
    assert QUOTE in page.locator("tbody td.col-quote").all_inner_texts()


def test_link_restores_the_state(open_view: Any, small: Network) -> None:
    page = open_view(small)
    box(page, "公牛集团").dblclick()
    page.locator("#legend label", has_text="平台").locator("input").uncheck()
    again = page.context.new_page()
    again.goto(page.url)
    again.wait_for_selector("html[data-ready]")
    assert names(again) == ["公牛集团"]
    assert again.locator("#panel h2").inner_text().endswith("公牛集团")


def test_nonsense_in_the_link_is_ignored(open_view: Any, small: Network) -> None:
    page = open_view(small, "v=nope&f=gone&s=%00&d=abc&path=x&e=999")
    assert len(names(page)) == 5
    assert page.leaks == []


def test_keyboard_alone(open_view: Any, small: Network) -> None:
    page = open_view(small)
    page.locator("g.box[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    chosen = page.locator("#panel h2 span:last-child").inner_text()
    assert chosen in names(page)
    page.keyboard.press("f")
    assert "只看邻域" in page.locator("#note").inner_text()
    page.keyboard.press("b")
    page.keyboard.press("7")
    page.locator("table.grid").wait_for(state="visible")
    page.keyboard.press("Escape")
    page.locator("#panel").wait_for(state="hidden")


def test_english_and_dark(open_view: Any, small: Network) -> None:
    page = open_view(small)
    page.locator("#language").click()
    assert page.locator("#tabs button").first.inner_text() == "Lanes"
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator("#theme").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 22, 28)"


@pytest.mark.parametrize("view", ["lanes", "map", "matrix", "timeline", "tree", "charts", "table"])
def test_fits_a_phone(open_view: Any, view: str) -> None:
    page = open_view(synthetic(60), f"v={view}", size=(390, 844))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.leaks == []
    page.locator(".menu").click()
    assert page.locator("#legend").is_visible()


def test_the_foot_says_where_the_picture_comes_from(open_view: Any, small: Network) -> None:
    about = About("SELECT ?s ?p ?o {}", "公牛集团 · 1 步", "2025-05-01 08:00 UTC", (2, 2000))
    for size in ((1280, 800), (390, 844)):
        foot = open_view(small, about=about, size=size).locator("#foot")
        assert "范围：公牛集团 · 1 步" in foot.inner_text()
        assert "库时间：2025-05-01 08:00 UTC" in foot.inner_text()
        assert "依据 2 / 2,000 份文件" in foot.inner_text()
        foot.locator("summary").click()
        assert foot.locator("pre").inner_text() == "SELECT ?s ?p ?o {}"


def test_the_chosen_tab_is_in_sight_on_a_phone(open_view: Any, small: Network) -> None:
    tab = open_view(small, "v=table", size=(390, 844)).locator("#tabs [aria-current]").bounding_box()
    assert tab["x"] >= 0
    assert tab["x"] + tab["width"] <= 390


def test_areas_have_names_in_the_table(open_view: Any) -> None:
    page = open_view(synthetic(30), "v=table")
    assert set(page.locator("tbody td.col-area").all_inner_texts()) == {"临江市"}


def test_prints_the_picture_without_controls(open_view: Any, small: Network) -> None:
    page = open_view(small)
    page.emulate_media(media="print")
    assert not page.locator("#find").is_visible()
    assert not page.locator("#tabs").is_visible()
    assert box(page, "公牛集团").is_visible()


def test_a_link_to_a_thing_brings_it_into_sight(open_view: Any) -> None:
    network = synthetic(300)
    last = max((id for id in network if id.startswith("measure")), key=lambda id: int(id.rsplit("/", 1)[1]))
    page = open_view(network, f"s={last}")
    place = page.locator("g.box.on").bounding_box()
    panel = page.locator("#panel").bounding_box()
    assert 0 < place["y"] < 800
    assert place["x"] + place["width"] < panel["x"]


def test_an_inferred_owner_is_not_passed_off_as_quoted(open_view: Any) -> None:
    seen = Witness(KEY, 7, 9, "措施", "2.2.1")
    network = make_network(
        [Thing("a", "agency", "甲局"), Thing("m", "measure", "措施")],
        [Link("a", "leads", "m", "lead", "issuer", "by-issuer", 0.6, (seen,))], [Source(KEY, "答复")])
    page = open_view(network, "s=m")
    link = page.locator("#panel .link")
    assert link.locator("summary").inner_text() == "原文没有这样写，由规则推得；所据原文"
    assert not link.locator("blockquote").is_visible()


def test_a_view_around_one_thing_shows_which(open_view: Any, small: Network) -> None:
    page = open_view(small, focus="enterprise/gongniu")
    assert names(page) == ["公牛集团", "智能家电技术创新中心"]
    assert page.locator("g.box.home title").text_content() == "公牛集团"
    assert not page.locator("#panel").is_visible()


def test_prints_picture_and_card_apart(open_view: Any, small: Network) -> None:
    page = open_view(small, "s=enterprise/gongniu")
    page.emulate_media(media="print")
    picture, card = page.locator("svg.lanes").bounding_box(), page.locator("#panel").bounding_box()
    assert card["y"] >= picture["y"] + picture["height"]
    assert not page.locator("#panel .close").is_visible()
