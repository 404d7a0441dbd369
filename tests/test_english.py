"""The catalogue has the English of every sentence, and English readers meet no Chinese of the program's own."""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import main
from graph.ask.phrasing import plainly
from graph.ask.saved import load_queries
from graph.english import catalogue, english
from graph.rdf.vocabulary import read_terms
from graph.store import open_store
from graph.words import CODES, COLUMNS, SENTENCES

ROOT = Path(__file__).parents[1]
HAN = re.compile("[一-鿿]+")
ENGLISH = {"ZHENGTU_LANG": "en"}
#: What the program calls headings and codes in Chinese.
INTERFACE = {zh for words in (COLUMNS, *CODES.values()) for zh, _ in words.values() if HAN.search(zh)}
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


def test_words_of_the_interface_are_in_two_languages() -> None:
    tables = {"columns": COLUMNS, "sentences": SENTENCES, **CODES}
    assert not [(table, key) for table, words in tables.items() for key, (_, en) in words.items() if HAN.search(en)]


#: Codes of the vocabulary, and the few words of a card that only share a name with a term.
VOCABULARY = ("role", "basis", "status", "commitment", "state", "case", "number_kind", "kind", "relation", "fact")
NAMESAKES = {("fact", word) for word in ("kind", "lead", "joint", "support", "subject")}


@pytest.mark.parametrize("table", VOCABULARY)
def test_codes_are_called_in_english_as_the_vocabulary_calls_them(table: str) -> None:
    terms = read_terms()
    own = {code: en for code, (_, en) in CODES[table].items() if code in terms and (table, code) not in NAMESAKES}
    assert own == {code: terms[code].label["en"] for code in own}


FILE = str(ROOT / "data" / "gold" / "plan_flood_duties.txt")
GOLD = FILE.replace(".txt", ".gold.yaml")
WITHOUT_STORE = ("lexicon", "queries", "nothing", "extract", "explain", "evaluate")
COMMANDS = [
    ["extract", FILE, "--format", "text"], ["extract", "nothing"], ["explain", FILE], ["explain", "nothing"],
    *(["evaluate", GOLD, "--by", by] for by in ("type", "rule", "document")), ["evaluate", "nothing"],
    ["lexicon", "check"], ["lexicon", "test", "titles.csv"], ["build", "nothing"],
    *([command, "--help"] for command in main.commands), ["--help"],
    ["who", "没有这个"], ["who", "平台"], ["who", "平台", "--by", "body"], ["owns", "市水利局"], ["show", "市科技局"],
    ["show", "八大工程"], ["find", "局"], ["find", "局", "--type", "Agency"], ["targets"], ["numbers", "增长"],
    ["timeline"], ["tree", "八大工程"], ["tree", "慈溪市科学技术局"], ["path", "公牛集团", "慈溪市科学技术局"],
    ["ask", "公牛集团负责什么？"], ["query", "@open-cases"], ["query", "SELECT ?谁 { ?r zt:holderName ?谁 }"],
    ["query", "SELECT ?role ?basis { ?r zt:role ?role ; zt:basis ?basis }"], ["check", "--coverage"],
    ["review", "--all"], ["diff", "慈科建〔2025〕1号", "慈科建〔2025〕1号"],
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
    return str(tmp_path_factory.mktemp("english") / "store")


@pytest.fixture(scope="module")
def built(store: str) -> str:
    """What is said while all gold documents are built."""
    places = [str(ROOT / "data" / name) for name in ("gold", "documents")]
    result = CliRunner().invoke(main, ["build", "--quiet", "--store", store, *places], env=ENGLISH)
    assert result.exit_code == 0
    return result.output


NAMED = "SELECT ?name { ?x zt:indicator|zt:population|zt:subject|zt:listedName|zt:responsibleForName|dct:title ?name }"

COUNTED = "SELECT (CONCAT(?of, ?indicator) AS ?name) { ?x zt:indicator ?indicator ; zt:population ?of }"


@pytest.fixture(scope="module")
def data(store: str, built: str) -> str:
    """What documents, names and phrasings say, a line each."""
    with open_store(store) as view:
        said = [name for entry in view.entries() for name in (entry.label, *entry.names)]
        said += [row["text"] for row in view.select("SELECT ?text { ?x nif:isString ?text }")]
        said += [row["name"] for row in (*view.select(NAMED), *view.select(COUNTED))]
    said += [plainly(phrasing) for query in load_queries().values() for phrasing in query.phrasings]
    return "\n".join("".join(each.split()) for each in said)


def own_words(output: str, data: str) -> list[str]:
    """The Chinese of the program in some output: words that no document says, and cells that are codes or headings."""
    cells = [cell for line in output.splitlines() for cell in re.split(r" {2,}|: |[()]", line)]
    return [run for run in HAN.findall(output.replace("章第", "章 第")) if run not in data] + [
        cell for cell in cells if cell in INTERFACE and f"\n{cell}\n" not in data]


def test_building_says_nothing_in_chinese(built: str, data: str) -> None:
    assert not own_words(built, data), built


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_chinese_of_the_program_reaches_english_readers(store: str, data: str, words: list[str]) -> None:
    placed = [] if words[0] in WITHOUT_STORE or "--help" in words else ["--store", store]
    result = CliRunner().invoke(main, [*words, *placed], env=ENGLISH)
    assert not own_words(result.output, data + " ".join(words)), result.output


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_takes_a_language(command: str) -> None:
    assert any("--lang" in option.opts for option in main.commands[command].params)


def test_the_language_may_stand_before_the_command() -> None:
    result = CliRunner().invoke(main, ["--lang", "en", "lexicon", "check", "units.csv"])
    assert result.output == "1 files checked, 0 problems\n"


def test_tables_are_written_in_the_language(store: str, built: str, tmp_path: Path) -> None:
    path = tmp_path / "duties.csv"
    CliRunner().invoke(main, ["export", "-o", str(path), "--store", store, "--lang", "en"])
    head, first, *_ = csv.reader(path.read_text("utf-8-sig").splitlines())
    assert head[:4] == ["what", "who", "role", "basis"]
    assert first[2] in ("lead", "joint", "support")
