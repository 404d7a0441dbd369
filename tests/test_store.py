"""A store keeps what was written, shows it to readers beside a writer, and survives what goes wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import AGENCY, FIRM, sample
from stores import by_hand, other_text, write

from graph.errors import NoMatch, QueryError, StoreCorrupt, StoreError, StoreLocked, StoreTooNew, StoreTooOld
from graph.rdf import run_quads, to_quads
from graph.rdf.codes import SHORTCUT as RDF_SHORTCUT
from graph.rdf.terms import ID as RDF_ID
from graph.rdf.terms import ZT as RDF_ZT
from graph.store import memory_view, open_store, terms, write_store
from graph.store.decisions import Decision, decision_quads
from graph.store.failures import not_opened
from graph.store.kept import KEPT
from graph.store.names import Entry, Names, fold, words_of, write_names
from graph.store.pointers import Pointers, write_pointers
from graph.store.statements import statements_of
from graph.store.view import View, plain

KEY = sample().key


def test_the_iris_agree_with_those_of_the_vocabulary() -> None:
    assert RDF_ZT.base == terms.ZT
    assert terms.ID == RDF_ID
    assert {role: terms.ZT + word for role, word in terms.SHORTCUT.items()} == {
        role: term.value for role, term in RDF_SHORTCUT.items()}


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    write(tmp_path / "s", sample())
    with open_store(tmp_path / "s") as view:
        assert set(view.quads()) == set(to_quads(sample()))
        assert view.keys() == [KEY]


def test_the_default_graph_is_the_union(tmp_path: Path) -> None:
    write(tmp_path / "s", sample())
    with open_store(tmp_path / "s") as view:
        rows = view.select("SELECT ?who WHERE { ?r zt:basis zt:stated ; zt:holderName ?who }")
        assert rows == [{"who": "公牛集团"}]
        inferred = view.select("SELECT ?g WHERE { GRAPH ?g { ?r zt:basis zt:byIssuer } }")
        assert inferred == [{"g": terms.doc_iri(KEY) + "/inferred"}]


def test_from_is_honoured(tmp_path: Path) -> None:
    view = by_hand()
    assert view.select("SELECT (COUNT(*) AS ?n) FROM <x:nothing> WHERE { ?s ?p ?o }") == [{"n": "0"}]


def test_a_rebuild_replaces_a_document_and_nothing_else(tmp_path: Path) -> None:
    store = tmp_path / "s"
    other = replace(sample(), key="text/00", document=replace(sample().document, sha256="00"))
    write(store, sample(), other)
    less = replace(sample(), relations=(), indicators=())
    write(store, less)
    with open_store(store) as view:
        assert {q for q in view.quads() if terms.key_of(plain(q.graph_name)) == KEY} == set(to_quads(less))
        assert {q for q in view.quads() if terms.key_of(plain(q.graph_name)) == "text/00"} == set(to_quads(other))


def test_another_text_under_one_number_becomes_the_current_version(tmp_path: Path) -> None:
    store = write(tmp_path / "s", sample(), other_text())
    old, new = (s.document.sha256[:16] for s in (sample(), other_text()))
    with open_store(store) as view:
        assert view.versions() == {KEY: [old]}
        assert next(iter(statements_of(view))).document.sha256 == other_text().document.sha256
        graphs = {plain(quad.graph_name) for quad in view.version(KEY, old)}
        assert graphs == {f"{terms.doc_iri(KEY)}/v/{old}", f"{terms.doc_iri(KEY)}/v/{old}/inferred"}
        with pytest.raises(NoMatch):
            view.version(KEY, "no-such-hash")
    write(store, sample())
    with open_store(store) as view:
        assert view.versions() == {KEY: [new]}


def test_removal_drops_graphs_provenance_and_versions(tmp_path: Path) -> None:
    store = write(tmp_path / "s", sample(), other_text())
    with write_store(store) as writer:
        writer.remove(KEY)
    with open_store(store) as view:
        assert not list(view.quads())
        assert view.versions() == {}


def test_provenance_is_replaced_with_its_document(tmp_path: Path) -> None:
    for year in (2024, 2025):
        runs = run_quads(KEY, version="1", lexicon_hash="x", when=datetime(year, 1, 1, tzinfo=UTC), source="a.txt")
        with write_store(tmp_path / "s") as writer:
            writer.replace(KEY, to_quads(sample()), runs, sample().document.sha256)
    with open_store(tmp_path / "s") as view:
        times = view.select("SELECT ?t WHERE { ?run a zt:Run ; prov:endedAtTime ?t }")
        assert [row["t"][:4] for row in times] == ["2025"]


def test_a_second_writer_is_told_who_is_in_the_way(tmp_path: Path) -> None:
    with write_store(tmp_path / "s"), pytest.raises(StoreLocked, match="正在写"):
        write_store(tmp_path / "s")


def test_a_reader_keeps_its_state_while_a_writer_publishes(tmp_path: Path) -> None:
    store = write(tmp_path / "s", sample())
    with open_store(store) as view:
        for _ in range(3):
            write(store, replace(sample(), relations=()))
        assert set(view.quads()) == set(to_quads(sample()))
        assert len([name for name in os.listdir(store / "snapshots") if name.isdigit()]) == 2
    write(store, sample())
    assert len([name for name in os.listdir(store / "snapshots") if name.isdigit()]) == 1


def test_readers_never_fail_beside_a_busy_writer(tmp_path: Path) -> None:
    store = write(tmp_path / "s", sample())
    stop, failures = threading.Event(), []

    def read() -> None:
        while not stop.is_set():
            try:
                with open_store(store) as view:
                    assert view.keys() == [KEY]
            except Exception as error:
                failures.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for _ in range(8):
        write(store, sample())
    stop.set()
    reader.join()
    assert not failures


KILLED = """
import sys
from dataclasses import replace
sys.path[:0] = {paths!r}
from samples import sample
from graph.rdf import to_quads
from graph.store import write_store
writer = write_store({store!r})
for n in range(10_000):
    each = replace(sample(), key=f"text/{{n:016}}")
    writer.replace(each.key, to_quads(each), text_hash=each.document.sha256)
    print(n, flush=True)
"""


def test_after_kill_nine_every_acknowledged_document_is_there(tmp_path: Path) -> None:
    store = str(tmp_path / "s")
    here = Path(__file__).parent
    code = KILLED.format(paths=[str(here), str(here.parent)], store=store)
    writer = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert writer.stdout
    acknowledged = [int(writer.stdout.readline()) for _ in range(3)][-1]
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    with pytest.raises(StoreCorrupt, match="没有已发布"):
        open_store(store)
    with write_store(store):
        pass
    with open_store(store) as view:
        assert {f"text/{n:016}" for n in range(acknowledged + 1)} <= set(view.keys())
        for statements in statements_of(view):  # no half document
            assert len(statements.entities) == len(sample().entities)


def test_bad_places_are_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="没有这个库"):
        open_store(tmp_path / "none")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "letter.txt").write_text("x")
    with pytest.raises(StoreCorrupt, match="不是政图库"):
        open_store(tmp_path / "folder")
    with pytest.raises(StoreCorrupt, match="文件夹不空"):
        write_store(tmp_path / "folder")
    assert os.listdir(tmp_path / "folder") == ["letter.txt"]


def test_a_newer_format_is_not_touched(tmp_path: Path) -> None:
    store = write(tmp_path / "s", sample())
    (store / "FORMAT").write_text("zhengtu-store 99")
    for opening in (open_store, write_store):
        with pytest.raises(StoreTooNew, match="升级"):
            opening(store)


@pytest.mark.parametrize("damage", ["CURRENT", "db", "names", "facts"])
def test_a_damaged_store_says_so(tmp_path: Path, damage: str) -> None:
    store = write(tmp_path / "s", sample())
    snapshot = next(path for path in (store / "snapshots").iterdir() if path.is_dir())
    if damage == "CURRENT":
        (store / "CURRENT").write_text("junk")
    elif damage == "db":
        (snapshot / "db" / "CURRENT").write_text("junk\n")
    else:
        (snapshot / f"{damage}.tsv").unlink()
    with pytest.raises(StoreCorrupt), open_store(store) as view:
        next(view.quads())


def test_a_damaged_names_file_is_told_and_mended_by_the_next_build(tmp_path: Path) -> None:
    store = write(tmp_path / "s", sample())
    names = next(store.glob("snapshots/*/names.tsv"))
    whole = names.read_bytes()
    names.write_bytes(b"\x9d\xff junk\n")
    with open_store(store) as view, pytest.raises(StoreCorrupt, match="名称表"):
        list(view.entries())
    write(store, sample())
    assert next(store.glob("snapshots/*/names.tsv")).read_bytes() == whole


def test_a_damaged_line_of_facts_is_told(tmp_path: Path) -> None:
    store = write(tmp_path / "s", sample())
    facts = next(store.glob("snapshots/*/facts.tsv"))
    whole = facts.read_bytes()
    facts.write_bytes(whole.replace("牵头".encode(), b"\xff" * 6).replace("公牛集团".encode(), b"\xff" * 12))
    assert facts.stat().st_size == len(whole)
    assert facts.read_bytes() != whole
    with open_store(store) as view, pytest.raises(StoreCorrupt, match="属性表"):
        view.facts([terms.ID + FIRM], ["skos:prefLabel"])


@pytest.mark.parametrize("file", ["facts", "dates"])
def test_any_damaged_file_is_told_and_mended_by_the_next_build(tmp_path: Path, file: str) -> None:
    store = write(tmp_path / "s", sample())
    path = next(store.glob(f"snapshots/*/{file}.tsv"))
    whole = path.read_bytes()
    path.write_bytes(b"place/330282\t\xff\n")
    with pytest.raises(StoreCorrupt, match="表已损坏"), open_store(store) as view:
        view.dated()
    write(store, sample())
    assert next(store.glob(f"snapshots/*/{file}.tsv")).read_bytes() == whole


def test_a_store_without_permit_is_not_called_damaged() -> None:
    found = not_opened(OSError("IO error: While open a file for appending: s/LOG: Read-only file system"), "s")
    assert not isinstance(found, StoreCorrupt)
    assert "删除" not in str(found)


def test_a_draft_left_by_a_crash_is_swept(tmp_path: Path) -> None:
    store = write(tmp_path / "s", sample())
    (store / "snapshots" / "123.draft").mkdir()
    write(store, sample())
    assert not (store / "snapshots" / "123.draft").exists()


def test_errors_in_sparql_say_where() -> None:
    with pytest.raises(QueryError, match=r"第 2 行第 \d+ 列"):
        by_hand().query("SELECT *\n{ SELEKT ?s }")
    with pytest.raises(QueryError, match="只接受查询"):
        by_hand().query("PREFIX x: <x:>\nDELETE WHERE { ?s ?p ?o }")


def test_facts_and_subjects_agree_with_sparql() -> None:
    """The short way by triples gives what the long way by queries gives."""
    view = by_hand()
    iris = [row["x"] for row in view.select("SELECT DISTINCT ?x WHERE { ?x a ?c }")]
    assert view.facts(iris) == View.facts(view, iris)
    assert sorted(view.subjects("zt:holder", iris)) == sorted(View.subjects(view, "zt:holder", iris))
    doc = terms.doc_iri(KEY)
    assert view.column("zt:label", doc) == View.column(view, "zt:label", doc)


def same_beside(view: View) -> bool:
    """Whether the files beside the database say what the database says."""
    whole = memory_view(view.quads())
    iris = [row["x"] for row in view.select("SELECT DISTINCT ?x WHERE { ?x a ?c }")]
    sorts = [KEPT, {"zt:evidence", "zt:statedIn"}, {"skos:prefLabel", "zt:text"}]
    return list(view.entries()) == list(whole.entries()) and view.dated() == whole.dated() and all(
        view.facts(iris, sort) == whole.facts(iris, sort) for sort in sorts)


def test_the_files_beside_a_database_say_what_it_says(tmp_path: Path) -> None:
    odd = replace(sample(), responsibilities=(replace(sample().responsibilities[0], of="甲\t乙\n丙"),))
    with open_store(write(tmp_path / "s", odd)) as view:
        assert same_beside(view)
        assert view.dated()


def test_the_rdflib_view_holds_the_same(tmp_path: Path) -> None:
    rdflib = pytest.importorskip("rdflib")
    store = write(tmp_path / "s", sample())
    with open_store(store) as view:
        data = view.rdflib()
        assert len(data) == len({quad.triple for quad in view.quads()})
        rows = data.query("SELECT ?who WHERE { ?r zt:basis zt:stated ; zt:holderName ?who }").bindings
        assert [str(row[rdflib.Variable("who")]) for row in rows] == ["公牛集团"]


def test_the_rdflib_view_of_an_endpoint_or_without_oxrdflib_is_a_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "oxrdflib", None)
    data = by_hand().rdflib()
    assert len(data) == len({quad.triple for quad in by_hand().quads()})


def test_names_find_two_character_words_inside_sentences(tmp_path: Path) -> None:
    path = str(tmp_path / "names.tsv")
    entries = [
        Entry("x:1", "Measure", "甲", words=words_of(["甲"], "推动传统家电产业“转型”\n升级")),
        Entry("x:2", "Agency", "乙局", ("我\t局",), words=words_of(["乙局", "我\t局"]))]
    write_names(path, entries)
    names = Names(path)
    assert [entry.iri for entry in names.search("家电 转型升级")] == ["x:1"]
    assert [entry.iri for entry in names.search("我局")] == ["x:2"]
    assert not list(names.search("  “” "))
    assert [entry.label for entry in names] == ["乙局", "甲"]


def test_names_kept_from_change_to_change_are_those_of_a_whole_reading(tmp_path: Path) -> None:
    store, other = tmp_path / "s", replace(sample(), key="text/00", entities=sample().entities[:2], measures=())
    steps = [(sample(), False), (other, False), (replace(sample(), entities=sample().entities[1:]), False),
             (sample(), True), (other, False)]
    for statements, gone in steps:
        with write_store(store) as writer:
            if gone:
                writer.remove(statements.key)
            else:
                writer.replace(statements.key, to_quads(statements))
        with open_store(store) as view:
            assert same_beside(view)


def test_the_files_beside_a_decided_copy_say_what_it_says(tmp_path: Path) -> None:
    store = write(tmp_path / "s", sample())
    with open_store(store) as view:
        duty = view.subjects("zt:holder", [terms.ID + AGENCY])[0]
    made = [Decision(duty, "rejected"), Decision(terms.ID + FIRM, "merged", terms.ID + AGENCY)]
    for decisions in (made, made[1:], made):
        with write_store(store) as writer:
            writer.update(list(decision_quads(decisions)), terms.CURATION)
        with open_store(store) as view:
            assert same_beside(view)
            assert same_beside(view.decided())
            assert view.subjects("zt:holder", [terms.ID + FIRM])
            assert not view.decided().subjects("zt:holder", [terms.ID + FIRM])


@given(st.dictionaries(st.binary(min_size=1, max_size=3), st.sets(st.integers(0, 1 << 39), min_size=1, max_size=3)))
def test_an_index_gives_all_offsets_of_a_key_and_few_others(offsets: dict[bytes, set[int]]) -> None:
    with TemporaryDirectory() as folder:
        write_pointers(f"{folder}/x.idx", ((key, at) for key, found in offsets.items() for at in found), 7)
        pointers = Pointers(f"{folder}/x.idx")
        assert pointers.size == 7
        assert all(found <= set(pointers.offsets(key)) for key, found in offsets.items())
        assert sum(len(list(pointers.offsets(key))) for key in offsets) <= 2 * sum(map(len, offsets.values()))


def test_names_are_read_anew_after_a_crash(tmp_path: Path) -> None:
    store = write(tmp_path / "s", sample())
    writer = write_store(store)
    writer.replace("text/00", to_quads(replace(sample(), key="text/00", entities=())))
    writer.close()  # without publishing
    with write_store(store):
        pass
    with open_store(store) as view:
        assert same_beside(view)
        assert view.keys() == [KEY, "text/00"]


def test_an_empty_names_file_answers_nothing(tmp_path: Path) -> None:
    (tmp_path / "names.tsv").write_bytes(b"")
    assert not list(Names(str(tmp_path / "names.tsv")).search("家电"))


def test_memory_and_disk_search_alike(tmp_path: Path) -> None:
    store = write(tmp_path / "s", sample())
    with open_store(store) as view:
        for text in ("公牛", "gongniu", "产业 创新", "科学技术", "不存在"):
            found = {entry.iri for entry in view.search(text)}
            assert {e.iri for e in memory_view(view.quads()).search(text)} <= found
        assert fold("Ａ（“一”）") == "a(一)"


def test_a_store_of_an_older_version_is_not_called_damaged_and_is_mended_by_a_build(tmp_path: Path) -> None:
    store = write(tmp_path / "s", sample())
    edition = next(store.glob("snapshots/*/EDITION"))
    for written, error in (("1", StoreTooOld), ("999", StoreTooNew)):
        edition.write_text(written)
        with pytest.raises(error, match="版政图写的"):
            open_store(store)
    edition.unlink()
    next(store.glob("snapshots/*/facts.tsv")).unlink()
    with pytest.raises(StoreTooOld, match="没有损坏") as caught:
        open_store(store)
    assert "zhengtu build" in caught.value.hint
    write(store, replace(sample(), key="text/00", document=replace(sample().document, sha256="00")))
    with open_store(store) as view:
        assert len(view.keys()) == 2


def test_a_store_that_lacks_a_file_of_its_own_edition_is_damaged(tmp_path: Path) -> None:
    store = write(tmp_path / "s", sample())
    next(store.glob("snapshots/*/facts.tsv")).unlink()
    with pytest.raises(StoreCorrupt):
        open_store(store)
