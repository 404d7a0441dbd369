"""The catalogue has the English of every sentence, and English readers meet no Chinese of the program's own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import main
from graph.ask.phrasing import plainly
from graph.ask.saved import load_queries
from graph.english import catalogue, english
from graph.store import open_store
from graph.words import SENTENCES

ROOT = Path(__file__).parents[1]
HAN = re.compile("[一-鿿]")
SAYS = re.compile(r"(Error|NoMatch|Ambiguous|Locked|Corrupt|TooNew|Open|Failure|note|not_opened)$")
#: Parts of a sentence that are put together with others.
PARTS = {"有：", "可用：", "词表有 ", "及以前", "　相近："}


def sentences() -> Iterator[tuple[str, str]]:
    """File and text of each error and note in the code, with ``{}`` for what varies."""
    for path in sorted((ROOT / "graph").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and SAYS.search(called(node)):
                arguments = [*node.args, *(keyword.value for keyword in node.keywords)]
                yield from ((path.name, text) for argument in arguments for text in texts(argument))


def called(node: ast.Call) -> str:
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


def texts(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    else:
        for child in ast.iter_child_nodes(node):
            yield from texts(child)


def test_every_error_and_note_has_its_english() -> None:
    known = catalogue().keys() | PARTS
    chinese = {(file, text) for file, text in sentences() if HAN.search(text) and text not in known}
    assert not [(file, text) for file, text in sorted(chinese) if HAN.search(english(text.replace("{}", "7")))]


def test_the_catalogue_names_the_values_of_each_sentence_once() -> None:
    for zh, en in catalogue().items():
        if "{}" in zh:
            assert len(re.findall(r"\{\d*\}", en)) == zh.count("{}"), zh
        assert not HAN.search(en.replace("接受 or 驳回", "").replace("撤销", "").replace("市经信局", "")), zh


@pytest.mark.parametrize(("zh", "en"), [
    ("没有与“慈溪”相符的内容", "nothing matches “慈溪”"),
    ("写不了：磁盘已满", "cannot write: the disk is full"),
    ("慈溪市（地区，place/330282）", "慈溪市 (place, place/330282)"),
    ("大家好", "大家好"),
])
def test_words_of_documents_stay(zh: str, en: str) -> None:
    assert english(zh) == en


def test_sentences_of_the_interface_are_in_two_languages() -> None:
    assert not [key for key, (_, en) in SENTENCES.items() if HAN.search(en)]


COMMANDS = [
    ["who", "没有这个"],
    ["owns", "没有这个"], ["show", "没有这个"], ["find", "没有这个"], ["find", "局", "--type", "xx"],
    ["targets", "--due", "soon"], ["targets", "--due", "1999"], ["numbers", "没有这个"], ["timeline", "没有这个"],
    ["tree", "没有这个"], ["path", "没有这个", "慈溪市"], ["ask", "今天天气如何"],
    ["query", "SELEKT"],
    ["query", "ASK { ?s ?p ?o }"], ["query", "@who-leads", "--set", "x=1"], ["query", "INSERT DATA {}"],
    ["export", "-o", "x.doc"], ["export"], ["diff", "没有这个"], ["remove", "没有这个"], ["review"], ["check"],
    ["review", "--decide", "没有这个", "接受"], ["view", "没有这个", "-o", "x.html"], ["view", "-o", "x.doc"], ["who"],
    ["find", "局", "--limit", "x"], ["targets", "--nothing"], ["nothing"], ["lexicon", "check", "nothing"], ["queries"],
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("english") / "store")
    assert CliRunner().invoke(main, ["build", "--quiet", "--store", path]).exit_code == 0
    return path


@pytest.fixture(scope="module")
def known(store: str) -> str:
    """What documents and files of saved queries say."""
    with open_store(store) as view:
        named = [name for entry in view.entries() for name in (entry.label, *entry.names)]
        named += [row["text"] for row in view.select("SELECT ?text { ?x zt:text ?text }")]
    asked = [plainly(phrasing) for query in load_queries().values() for phrasing in (*query.phrasings, query.text)]
    return "".join("".join((*named, *asked)).split())


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_chinese_of_the_program_reaches_english_readers(store: str, known: str, words: list[str]) -> None:
    placed = [] if words[0] in ("lexicon", "queries", "nothing") else ["--store", store]
    result = CliRunner().invoke(main, [*words, *placed], env={"ZHENGTU_LANG": "en"})
    said = [run for run in re.findall("[一-鿿]+", result.output) if run not in known + " ".join(words)]
    assert not said, result.output
