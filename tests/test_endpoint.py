"""The second backend gives the same answers as the first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from endpoints import endpoint
from pyoxigraph import QueryTriples
from samples import sample
from stores import by_hand, other_text, write

from graph.ask import owns, show, who
from graph.errors import QueryError, StoreError
from graph.export import export
from graph.rdf import to_quads
from graph.store import open_store, write_store

KEY = sample().key


@pytest.fixture
def url() -> Iterator[str]:
    with endpoint() as place, write_store(place) as writer:
        writer.replace(KEY, to_quads(sample()), text_hash=sample().document.sha256)
        yield place


def test_the_same_answers_come_from_an_endpoint(url: str) -> None:
    with open_store(url) as view:
        assert set(view.quads()) == set(to_quads(sample()))
        assert view.keys() == [KEY]
        for ask, text in ((who, "技术创新中心"), (owns, "公牛集团"), (show, "公牛集团")):
            assert ask(view, text) == ask(by_hand(), text)


def test_its_export_is_that_of_a_directory(url: str, tmp_path: Path) -> None:
    write(tmp_path / "s", sample())
    with open_store(url) as remote, open_store(tmp_path / "s") as local:
        export(remote, str(tmp_path / "a.nq"))
        export(local, str(tmp_path / "b.nq"))
    assert (tmp_path / "a.nq").read_bytes() == (tmp_path / "b.nq").read_bytes()


def test_versions_and_removal(url: str) -> None:
    old = sample().document.sha256[:16]
    with write_store(url) as writer:
        assert writer.replace(KEY, to_quads(other_text()), text_hash=other_text().document.sha256) == old
    with open_store(url) as view:
        assert view.versions() == {KEY: [old]}
        assert {quad.triple for quad in view.version(KEY, old)} == {quad.triple for quad in to_quads(sample())}
        assert set(view.quads()) == set(to_quads(other_text()))
    with write_store(url) as writer:
        writer.remove(KEY)
    with open_store(url) as view:
        assert not list(view.quads())
        assert not view.versions()


def test_construct_and_ask(url: str) -> None:
    with open_store(url) as view:
        triples = view.query("CONSTRUCT WHERE { ?s zt:leads ?o }")
        assert isinstance(triples, QueryTriples)
        assert len(list(triples)) == 2
        assert bool(view.query("ASK { ?s zt:leads ?o }"))


def test_what_an_endpoint_refuses_is_told(url: str) -> None:
    with open_store(url) as view, pytest.raises(QueryError, match="400"):
        view.query("SELEKT")


def test_an_endpoint_that_is_not_there_is_told() -> None:
    with open_store("http://127.0.0.1:9/query") as view, pytest.raises(StoreError, match="连不上"):
        view.keys()
