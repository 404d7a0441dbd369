"""What leaves the page is asked for: pictures, tables, and nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import struct
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from synthetic import network as synthetic

from graph.network import Thing, make_network


def saved(page: Any, kind: str, folder: Path) -> Path:
    page.locator(".export summary").click()
    with page.expect_download() as waiting:
        page.locator(f"[data-export={kind}]").click()
    target: Path = folder / waiting.value.suggested_filename
    waiting.value.save_as(target)
    return target


def test_csv_opens_in_a_spreadsheet(open_view: Any, tmp_path: Path) -> None:
    things = [Thing("a", "agency", "=HYPERLINK(\"http://x\")"), Thing("b", "agency", "甲,乙\n丙")]
    file = saved(open_view(make_network(things, []), title="某/市:家电"), "csv", tmp_path)
    assert file.name == "某_市_家电.csv"
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(file.read_text("utf-8-sig").splitlines(keepends=True)))
    assert rows[0][:2] == ["类别", "名称"]
    assert sorted(row[1] for row in rows[1:]) == ["'=HYPERLINK(\"http://x\")", "甲,乙\n丙"]


@pytest.mark.parametrize("view", ["lanes", "map", "timeline"])
def test_svg_stands_alone(open_view: Any, tmp_path: Path, view: str) -> None:
    page = open_view(synthetic(60), f"v={view}")
    root = ElementTree.fromstring(saved(page, "svg", tmp_path).read_text("utf-8"))
    words = "".join(root.itertext())
    assert "绿色低碳" in words
    assert not [e for e in root.iter() if e.tag.endswith(("script", "image", "foreignObject"))]
    assert page.leaks == []


def test_a_table_says_that_it_is_no_picture(open_view: Any) -> None:
    page = open_view(synthetic(30), "v=table")
    page.locator(".export summary").click()
    page.locator("[data-export=png]").click()
    assert "没有图片可存" in page.locator("#note").inner_text()


def test_a_citation_can_be_copied(open_view: Any) -> None:
    network = synthetic(30)
    page = open_view(network, f"s={next(id for id in network if id.startswith('indicator'))}")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.locator("#panel .copy").first
    button.click()
    page.locator("#panel .copy", has_text="已复制").first.wait_for()
    words = page.evaluate("navigator.clipboard.readText()")
    assert "政发〔2025〕0号" in words
    assert "字符" in words


@pytest.mark.parametrize("view", ["lanes", "map", "timeline"])
def test_png_has_a_picture(open_view: Any, tmp_path: Path, view: str) -> None:
    page = open_view(synthetic(60), f"v={view}")
    data = saved(page, "png", tmp_path).read_bytes()
    assert data.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", data[16:24])
    assert width > 1000
    assert height > 600
    assert len(data) > 20_000
    assert page.leaks == []
