"""The library gives what the command line gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import sample
from stores import write

import graph
from graph.errors import NoMatch, StoreError


def test_a_notebook_gets_rows_and_networks(tmp_path: Path) -> None:
    with graph.open_store(write(tmp_path / "s", sample())) as data:
        assert [row["owner"] for row in data.who("技术创新中心", stated=True)] == ["公牛集团"]
        assert [row["what"] for row in data.owns("公牛集团")] == ["智能家电技术创新中心"]
        assert data.find("gongniu")[0]["name"] == "公牛集团"
        assert [row["value"] for row in data.numbers("营收")] == ["851.9", "949"]
        assert {row["fact"] for row in data.show("公牛集团")} >= {"name", "lead", "seen"}
        assert data.query("SELECT ?n { ?d zt:number ?n FILTER(STRLEN(?n) > 5) }") == [{"n": "慈科建〔2025〕1号"}]
        assert len(data.rdflib()) > 50
        assert "公牛集团" in {node["label"] for _, node in data.network().nodes(data=True)}
        assert Path(data.export(str(tmp_path / "a.nq"))).stat().st_size
        with pytest.raises(NoMatch):
            data.targets("2020")


def test_a_missing_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        graph.open_store(tmp_path / "none")


def test_the_package_has_no_other_surprises() -> None:
    with pytest.raises(AttributeError):
        graph.nothing  # noqa: B018
