"""The file of a view: one, offline, the same each time, as small as its data, and never half written."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from synthetic import network as synthetic

from graph.draw import About, Limits, view_html, write_view
from graph.draw.bundle import MODULES, VIS_SHA256, digest, library, scoped, scripts, style
from graph.draw.labels import pinyin, short_labels
from graph.draw.layout import lay_out, pack
from graph.draw.page import json_block
from graph.draw.vocabulary import STATIC, classes, lanes, relations, strings
from graph.errors import InputError, NoMatch
from graph.network import make_network

PARTS = re.compile(r'<script type="application/json" id="data">(.*?)</script>\n<script>(.*?)</script>\n'
                   r'<script type="module">(.*?)</script>', re.DOTALL)


def payload(html: str) -> dict[str, Any]:
    found = PARTS.search(html)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_same_input_same_bytes(tmp_path: Path) -> None:
    a = write_view(synthetic(400), tmp_path / "a.html", title="甲", about=About(store_time="2025-01-01"))
    b = write_view(synthetic(400), tmp_path / "b.html", title="甲", about=About(store_time="2025-01-01"))
    assert a.read_bytes() == b.read_bytes()


def test_the_policy_allows_exactly_what_is_in_the_file() -> None:
    html = view_html(synthetic(30))
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    words = policy[1].replace("&#39;", "'")
    _, lib, code = PARTS.search(html).groups()  # type: ignore[union-attr]
    css = html[html.index("<style>") + 7:html.index("</style>")]
    assert f"script-src {digest(lib)} {digest(code)};" in words
    assert f"style-src {digest(css)};" in words
    assert "default-src 'none'" in words
    assert "unsafe" not in words


def test_no_address_is_ever_asked() -> None:
    html = view_html(synthetic(30))
    ours = html.replace(library(), "")
    assert not re.findall(r"(?:src|href)=[\"']?(?:https?:)?//", ours)
    doors = r"\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|innerHTML|outerHTML|eval)\b"
    assert not re.findall(doors, scripts())


def test_the_file_is_hardly_bigger_than_data_and_library() -> None:
    html = view_html(synthetic(1000))
    data = PARTS.search(html)[1]  # type: ignore[index]
    assert len(html.encode()) <= 1.5 * (len(data.encode()) + len(library().encode()))


def test_everything_reaches_the_page() -> None:
    network = synthetic(120)
    data = payload(view_html(network, about=About("SELECT", store_time="2025-02-03"), lang="en"))
    assert len(data["nodes"]) == len(network)
    assert len(data["edges"]) == network.number_of_edges()
    assert data["total"] == len(network)
    assert (data["query"], data["storeTime"], data["lang"]) == ("SELECT", "2025-02-03", "en")


def test_what_is_cut_is_counted() -> None:
    data = payload(view_html(synthetic(120), limits=Limits(everything=40)))
    assert len(data["nodes"]) == 40
    assert data["total"] == 120


def test_focus_draws_the_neighbourhood_only() -> None:
    network = synthetic(120)
    focus = next(id for id in network if id.startswith("agency"))
    data = payload(view_html(network, focus=focus))
    assert 1 < len(data["nodes"]) < 120
    assert focus in {node["id"] for node in data["nodes"]}
    with pytest.raises(NoMatch):
        view_html(network, focus="agency/none")


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="写不了文件"):
        write_view(synthetic(30), tmp_path / "none" / "a.html")
    assert list(tmp_path.iterdir()) == []


def test_a_locale_of_another_encoding_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getpreferredencoding", lambda *_: "gbk")
    text = write_view(make_network([], []), tmp_path / "a.html", title="𠮷野家㎡").read_text("utf-8")
    assert "𠮷野家㎡" in text


@settings(deadline=None)
@given(st.recursive(st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_a_block_is_json_and_no_markup(data: Any) -> None:
    block = json_block(data)
    assert json.loads(block) == data
    assert not set("<>&\u2028\u2029") & set(block)


def test_lone_surrogates_can_be_written() -> None:
    assert json.loads(json_block({"n": "a\ud800"})) == {"n": "a\ud800"}


# ---- layout and labels -------------------------------------------------------------------------------------------

@settings(deadline=None)
@given(st.lists(st.floats(5, 300), max_size=25))
def test_discs_do_not_overlap(radii: list[float]) -> None:
    centres = pack(radii)
    for i, ((x, y), r) in enumerate(zip(centres, radii, strict=True)):
        for (px, py), pr in zip(centres[:i], radii[:i], strict=True):
            assert ((x - px) ** 2 + (y - py) ** 2) ** 0.5 >= r + pr - 0.1


@pytest.mark.parametrize("size", [1, 2, 30, 300, 1000])
def test_dots_do_not_lie_on_each_other(size: int) -> None:
    places = lay_out(synthetic(size)).at.values()
    assert len({place[:2] for place in places}) == len(places)


@settings(deadline=None)
@given(st.dictionaries(st.integers(0, 40).map(str), st.sampled_from(["慈溪市", ""]).flatmap(
    lambda head: st.text("甲乙丙《》", min_size=1, max_size=6).map(lambda tail: head + tail)), max_size=12))
def test_short_labels_tell_apart_what_the_long_ones_did(labels: dict[str, str]) -> None:
    short = short_labels(labels, ["慈溪市"])
    for a in labels:
        for b in labels:
            if labels[a].strip("《》 ") != labels[b].strip("《》 "):
                assert short[a] != short[b]


def test_pinyin_of_mixed_names() -> None:
    assert pinyin("“慈溪·出海e站通”") == "ci xi chu hai zhan tong"


# ---- vocabulary and scripts --------------------------------------------------------------------------------------

def test_every_class_has_a_lane_a_glyph_and_two_names() -> None:
    known = {row["lane"] for row in lanes()}
    assert {row["lane"] for row in classes()} <= known
    assert len({row["glyph"] for row in classes()}) == len(classes())
    assert all(len(row["glyph"]) == 1 and row["zh"] and row["en"] for row in classes())


@pytest.mark.parametrize(("key", "ink"), [("light", "#ffffff"), ("dark", "#10151b")])
def test_glyphs_can_be_read_on_their_colours(key: str, ink: str) -> None:
    assert [row["type"] for row in classes() if contrast(row[key], ink) < 4.5] == []


def contrast(a: str, b: str) -> float:
    """WCAG 2.1 contrast ratio of two colours."""
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_word_of_the_page_is_there_in_both_languages() -> None:
    code = "".join((STATIC / f"{name}.js").read_text("utf-8") for name in MODULES)
    used = set(re.findall(r'\bt\("(\w+)"', code))
    assert used <= set(strings())
    assert all(zh and en for zh, en in strings().values())
    assert all(row["zh"] and row["en"] and row["zh_inverse"] and row["en_inverse"] for row in relations())


def test_modules_come_after_what_they_import_and_exports_are_unique() -> None:
    exported: list[str] = []
    for name in MODULES:
        code = (STATIC / f"{name}.js").read_text("utf-8")
        for names, source in re.findall(r'^import \{([^}]*)\} from "\./(\w+)\.js";', code, re.MULTILINE):
            assert MODULES.index(source) < MODULES.index(name)
            assert {each.strip() for each in names.split(",") if each.strip()} <= set(exported)
        exported += re.findall(r"^export (?:async )?(?:function|const|class) (\w+)", code, re.MULTILINE)
    assert len(set(exported)) == len(exported)
    assert "import " not in "".join(scoped("").splitlines())


def test_the_library_is_the_one_that_was_tested(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(library()) > 400_000
    assert VIS_SHA256 in (Path(__file__).parent.parent / "NOTICE").read_text("utf-8")
    library.cache_clear()
    monkeypatch.setattr("graph.draw.bundle.VIS_SHA256", "0" * 64)
    with pytest.raises(InputError, match="vis-network"):
        library()
    library.cache_clear()


def test_style_has_colours_for_both_lights() -> None:
    assert style().count("--c-agency:") == 2


def test_scripts_pass_their_own_tests() -> None:
    node = shutil.which("node")
    if not node:
        pytest.skip("no node on this machine")
    tests = sorted(Path(__file__).parent.joinpath("browser").glob("*.test.mjs"))
    done = subprocess.run([node, "--test", *map(str, tests)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:]
