"""Whatever a document says stays text: nothing runs, nothing is fetched, in any view, language or export."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from test_taking_along import saved

from graph.draw import About
from graph.network import Link, Network, Source, Thing, Witness, make_network

#: Markup, handlers, links, templates, formulas, controls and tricks of encoding; none may do anything but be read.
STRINGS = [*json.loads(Path(__file__).with_name("hostile.json").read_text("utf-8")), "长" * 3000, "x" * 3000]
TYPES = ["agency", "measure", "platform", "programme", "policy", "indicator", "document", "place", "enterprise"]


@pytest.fixture(scope="module")
def hostile() -> Network:
    """Every string as id, label, alias, quote, fact, type, relation, rule, section, title and number."""
    things, links = [], []
    for number, text in enumerate(STRINGS):
        seen = Witness(f"d{number % 7}", 0, len(text), text, text[:20])
        kind = TYPES[number % len(TYPES)] if number % 50 else text[:30] or "x"
        facts = (("text", text), ("due", "2027"), ("value", str(number)), ("unit", text[:9]), ("indicator", text),
                 (text[:40], text))
        things.append(Thing(f"{number}{text}", kind, text, (text,), text[:9], text[:6], (seen.doc,), 2020 + number % 6,
                            ("2024", text[:9]) if number % 2 else None, facts, (seen,)))
        if number:
            p = ["leads", "partOf", "supports", "mentions", text[:20] or "p"][number % 5 if number % 40 else 4]
            links.append(Link(things[-2].id, p, things[-1].id, "lead", text[:20] or "stated", text, 0.5, (seen,)))
    return make_network(things, links, [Source(f"d{n}", STRINGS[n], STRINGS[n + 9], "2025") for n in range(7)])


def test_the_corpus_is_large() -> None:
    assert len(set(STRINGS)) >= 200


TYPE = """texts => { const box = document.getElementById('search');
    for (const text of texts) { box.value = text; box.dispatchEvent(new Event('input')); } }"""
CHOOSE = """async () => { const data = JSON.parse(document.getElementById('data').textContent);
    for (const {id} of data.nodes) {
        location.hash = new URLSearchParams({v: 'charts', s: id, f: id});
        await new Promise(done => setTimeout(done)); }
    return document.querySelector('#panel h2').textContent; }"""


def check(page: Any) -> None:
    assert page.evaluate("window.__ran") is None
    assert page.leaks == []
    assert page.evaluate("document.querySelectorAll('script').length") == 3
    strange = "img, iframe, object, embed, video, audio, form, base, link, marquee, foreignObject, a[href^=javascript]"
    assert page.evaluate(f"document.querySelectorAll('{strange}').length") == 0
    handlers = "[...document.querySelectorAll('*')].some(e => e.getAttributeNames().some(n => n.startsWith('on')))"
    assert page.evaluate(handlers) is False


@pytest.mark.parametrize("view", ["lanes", "map", "matrix", "timeline", "tree", "charts", "table", "table&t=links"])
def test_nothing_runs_in_any_view(open_view: Any, hostile: Network, view: str) -> None:
    page = open_view(hostile, f"v={view}", title=STRINGS[1],
                     about=About(STRINGS[0], STRINGS[2], STRINGS[14], (1, 2)))
    page.locator("#language").click()
    check(page)


def test_nothing_runs_in_the_panel_or_the_search(open_view: Any, hostile: Network) -> None:
    page = open_view(hostile, "v=table")
    page.evaluate(TYPE, [text.encode("utf-8", "replace").decode() for text in STRINGS])
    assert page.evaluate(CHOOSE)
    check(page)


def test_exports_carry_text_only(open_view: Any, hostile: Network, tmp_path: Path) -> None:
    page = open_view(hostile, "v=lanes", title="../<img src=x onerror=window.__ran=1>")
    file = saved(page, "svg", tmp_path)
    assert "/" not in file.name
    other = page.context.new_page()
    other.goto(file.as_uri())
    assert other.evaluate("window.__ran") is None
    assert other.evaluate("document.querySelectorAll('script, foreignObject, image').length") == 0
    check(page)
