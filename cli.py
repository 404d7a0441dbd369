"""zhengtu on the command line: options in, one library call, print."""

from __future__ import annotations

from typing import Any

import click

from graph.console.commands import Commands
from graph.console.options import (
    document_options,
    file_argument,
    filter_options,
    form_options,
    lang_option,
    lexicon_option,
    limit_option,
    listing_options,
    queries_option,
    review_options,
    store_option,
    witness_option,
    words_argument,
)
from graph.console.telling import note, print_answer, print_listing


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="zhengtu", prog_name="zhengtu", help="显示版本 (show the version)")
@lang_option
def main(lang: str) -> None:
    """政图：把公文变成可查询、可核对的知识图谱。

    Chinese official documents as a knowledge graph of who owns which measure, with the words that say so.
    """


@main.command()
@click.argument("paths", nargs=-1, metavar="[文件或文件夹]…", type=click.Path())
@lexicon_option
@click.option("--quiet", "-q", is_flag=True, help="不显示进度条 (no progress bar)")
@witness_option
@listing_options
def build(paths: tuple[str, ...], quiet: bool, witnesses: tuple[str, ...], store: str | None, form: str,
          lang: str) -> None:
    """读、抽取、入库；不给路径就用自带文件 (read, extract, write; without a path the packaged documents)。"""
    from graph.tasks.progress import build_with_progress

    if not build_with_progress(paths, store, quiet, form, lang, witnesses):
        raise SystemExit(1)


@main.command()
@file_argument
@click.option("--format", "form", type=click.Choice(["json", "trig", "text"]), default="json", help="格式 (format)")
@lexicon_option
@lang_option
@witness_option
def extract(file: str, form: str, witnesses: tuple[str, ...], lang: str) -> None:
    """一份公文的抽取结果，不入库 (what one document says, without a store)。"""
    from graph.build import extract_file
    from graph.export.document import EXTRACTS
    from graph.witness import notes_of
    from graph.witness.registry import witnesses_named

    heard = witnesses_named(witnesses)
    click.echo(EXTRACTS[form](extract_file(file, heard), lang), nl=False)
    for line in notes_of(heard):
        note(line)


@main.command()
@words_argument("text", "事项…")
@click.option("--by", type=click.Choice(["measure", "body"]), default="measure",
              help="列出的按事项或按单位归组 (group what is listed by measure or body)")
@filter_options
@limit_option
@listing_options
def who(text: str, by: str, limit: int, store: str | None, form: str, lang: str, **keep: object) -> None:
    """谁负责：措施、平台、计划、项目的责任方 (who owns the measures, platforms, programmes, projects that match)。"""
    from graph.ask.filters import Filter
    from graph.ask.owners import who as ask

    print_answer(ask, (text, Filter.of(keep), by, limit), store, form, lang)


@main.command()
@click.argument("name", metavar="名称")
@filter_options
@limit_option
@listing_options
def owns(name: str, limit: int, store: str | None, form: str, lang: str, **keep: object) -> None:
    """一个单位牵头、共同承担、配合哪些事项 (what a body leads, shares in and supports)。"""
    from graph.ask.filters import Filter
    from graph.ask.holdings import owns as ask

    print_answer(ask, (name, Filter.of(keep), limit), store, form, lang)


@main.command()
@click.argument("name", metavar="名称")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(0),
              help="每项最多几行，0 为全部 (at most so many lines of each sort, 0 for all)")
@listing_options
def show(name: str, limit: int, store: str | None, form: str, lang: str) -> None:
    """一个实体的全部：别名、责任、关系、数字、出处 (one thing: names, duties, relations, numbers, places)。"""
    from graph.ask.card import show as ask

    print_answer(ask, (name, limit), store, form, lang)


@main.command()
@words_argument("text", "词语…")
@click.option("--type", "kind", default="", metavar="类别", help="只找一类，如 平台 (one class, such as platform)")
@limit_option
@listing_options
def find(text: str, kind: str, limit: int, store: str | None, form: str, lang: str) -> None:
    """按名称、拼音、首字母、正文词语查找 (find by name, pinyin, initials or words of the text)。"""
    from graph.ask.search import find as ask

    print_answer(ask, (text, kind, limit), store, form, lang)


@main.command()
@click.option("--due", metavar="年或日期", default="", help="到此时为止 (due by)")
@document_options
@limit_option
@listing_options
def targets(due: str, limit: int, store: str | None, form: str, lang: str, **keep: object) -> None:
    """承诺：期限、力度、目标值、责任方 (promises: deadline, strength, value, owners)。"""
    from graph.ask.filters import Filter
    from graph.ask.promises import targets as ask

    print_answer(ask, (due, Filter.of(keep), limit), store, form, lang)


@main.command()
@words_argument("text", "指标…")
@document_options
@limit_option
@listing_options
def numbers(text: str, limit: int, store: str | None, form: str, lang: str, **keep: object) -> None:
    """一个指标的各个数值，按对象和时间 (an indicator over time)。"""
    from graph.ask.figures import numbers as ask
    from graph.ask.filters import Filter

    print_answer(ask, (text, Filter.of(keep), limit), store, form, lang)


@main.command()
@words_argument("text", "[词语]…", required=False)
@document_options
@limit_option
@listing_options
def timeline(text: str, limit: int, store: str | None, form: str, lang: str, **keep: object) -> None:
    """按时间排：印发、起止、到期、目标 (everything dated, in order)。"""
    from graph.ask.dates import timeline as ask
    from graph.ask.filters import Filter

    print_answer(ask, (text, Filter.of(keep), limit), store, form, lang)


@main.command()
@click.argument("name", metavar="名称")
@click.option("--depth", default=4, show_default=True, type=click.IntRange(1), help="几层 (levels)")
@limit_option
@listing_options
def tree(name: str, depth: int, limit: int, store: str | None, form: str, lang: str) -> None:
    """一个整体及其部分，一个单位及其事项 (a whole and its parts)。"""
    from graph.ask.hierarchy import tree as ask

    print_answer(ask, (name, depth, limit), store, form, lang)


@main.command()
@click.argument("question", metavar="问题")
@click.option("--format", "form", default="table", help="table csv json xml tsv")
@queries_option
@lang_option
@store_option
def ask(question: str, form: str, queries: tuple[str, ...], store: str | None, lang: str) -> None:
    """用中文提问，由相符的保存的查询回答 (a question in Chinese, answered by the saved query that fits)。"""
    from graph.tasks.query import answer_question

    click.echo(answer_question(question, form, queries, store, lang), nl=False)


@main.command()
@click.argument("text", metavar="SPARQL|文件|@名称")
@click.option("--set", "settings", multiple=True, metavar="参数=值",
              help="保存的查询的参数 (a parameter of a saved query)")
@click.option("--format", "form", default="table", help="table csv json xml tsv ttl")
@click.option("--timeout", default=30.0, show_default=True, type=click.FloatRange(0, min_open=True),
              help="最多几秒 (at most so many seconds)")
@queries_option
@lang_option
@store_option
def query(text: str, settings: tuple[str, ...], form: str, timeout: float, queries: tuple[str, ...],
          store: str | None, lang: str) -> None:
    """执行 SPARQL 或保存的查询，只读 (run a query, read-only)。"""
    from graph.tasks.query import run_query

    click.echo(run_query(text, settings, form, timeout, queries, store, lang), nl=False)


@main.command()
@queries_option
@form_options
def queries(queries: tuple[str, ...], form: str, lang: str) -> None:
    """列出保存的查询和参数 (list saved queries and their parameters)。"""
    from graph.ask.saved import queries as ask

    print_listing(ask(queries, lang), form, lang)


@main.command()
@click.argument("name", metavar="[名称]", default="")
@click.option("--depth", default=1, show_default=True, type=click.IntRange(1),
              help="名称周围几步 (steps around the name)")
@click.option("--document", metavar="文号", default="", help="只画一份文件 (one document)")
@click.option("--query", metavar="SPARQL|文件|@名称", default="",
              help="画查询所得：CONSTRUCT 或 s p o (draw the result of a query: CONSTRUCT, or s p o)")
@click.option("--type", "types", multiple=True, metavar="类别",
              help="只画这一类，可重复 (of this class only, repeatable)")
@click.option("--since", default=0, metavar="年份",
              help="这一年及以后，无年份的仍在 (from this year on, and what has no year)")
@click.option("--stated", is_flag=True, help="只画原文明示的关系 (stated only)")
@click.option("--picture", type=click.Choice(["lanes", "map", "matrix", "timeline", "tree", "charts", "table"]),
              help="先打开哪一图 (which picture opens first)")
@click.option("--output", "-o", required=True, metavar="文件.html", type=click.Path(), help="写到 (output file)")
@lang_option
@store_option
def view(output: str, store: str | None, **wish: Any) -> None:
    """画成一个可离线打开的网页 (network view as one HTML file)。"""
    from graph.tasks.picture import Wish, draw_store

    draw_store(store, output, Wish(**wish))


@main.command()
@click.argument("a", metavar="甲")
@click.argument("b", metavar="乙")
@listing_options
def path(a: str, b: str, store: str | None, form: str, lang: str) -> None:
    """两者怎样相连，每一步附原文 (how two things hang together)。"""
    from graph.tasks.path import path_between

    print_answer(path_between, (a, b), store, form, lang)


@main.command()
@click.option("--output", "-o", metavar="文件", type=click.Path(), help="按后缀定格式 (by its ending)")
@click.option("--documents", metavar="文件夹", type=click.Path(), help="每份公文的全文和标注 (texts with standoff)")
@lang_option
@store_option
def export(output: str | None, documents: str | None, store: str | None, lang: str) -> None:
    """导出，按后缀定格式 (write a file: trig nq ttl jsonld csv zip xlsx graphml gexf cypher)。"""
    from graph.tasks.exporting import export_store

    export_store(store, output, documents, lang)


@main.command()
@click.option("--coverage", is_flag=True, help="列出没有用上的句子 (unused sentences)")
@listing_options
def check(coverage: bool, store: str | None, form: str, lang: str) -> None:
    """检查：形状、证据、矛盾、未用上的文字 (check shapes, evidence, contradictions, unused words)。"""
    from graph.tasks.inspection import check_store

    if not check_store(store, coverage, form, lang):
        raise SystemExit(1)


@main.command()
@click.argument("a", metavar="甲文件")
@click.argument("b", metavar="[乙文件]", default="")
@click.option("--output", "-o", metavar="文件", type=click.Path(), help="写成 html、xlsx 或 csv (write a file)")
@listing_options
def diff(a: str, b: str, output: str | None, store: str | None, form: str, lang: str) -> None:
    """两份公文逐条比较；只给一份则与旧文本比 (compare two documents, or one with its older text)。"""
    from graph.tasks.differences import diff_documents

    diff_documents(store, a, b, output, form, lang)


@main.command()
@review_options
@limit_option
@listing_options
def review(store: str | None, form: str, lang: str, **how: Any) -> None:
    """待核事项：列出、写出、逐项或在“决定”栏填好后读回 (open cases: list, write out, decide, read back)。"""
    from graph.tasks.reviewing import review_store

    review_store(store, form, lang, **how)


@main.command()
@click.argument("document", metavar="文号")
@lang_option
@store_option
def remove(document: str, store: str | None, lang: str) -> None:
    """从库中去掉一份公文 (take a document out)。"""
    from graph.tasks.removal import remove_document

    remove_document(store, document)


@main.command()
@click.argument("source", metavar="文件|文字")
@lexicon_option
@lang_option
def explain(source: str, lang: str) -> None:
    """逐句说明哪条规则起了作用，- 读标准输入 (which rule fired where; - reads standard input)。"""
    from graph.tasks.explaining import explain_source

    click.echo("\n".join(explain_source(source, lang)))


@main.command()
@click.argument("action", metavar="check|test", type=click.Choice(["check", "test"]))
@click.argument("place", metavar="[文件夹|文件]", default="")
@form_options
def lexicon(action: str, place: str, form: str, lang: str) -> None:
    """词表：check 查写法，test 试每条的例子 (check: are the data files well formed; test: try their examples)。"""
    from graph.tasks.wordlists import run_lexicon

    if not run_lexicon(action, place, form, lang):
        raise SystemExit(1)


@main.command()
@click.argument("gold", metavar="标注", type=click.Path())
@click.option("--by", type=click.Choice(["type", "rule", "document"]), default="type", help="分项 (broken down by)")
@form_options
def evaluate(gold: str, by: str, form: str, lang: str) -> None:
    """与人工标注比较，打分 (compare with annotations by hand, and score)。"""
    from graph.evaluate import evaluate_path
    from graph.listing import listing_of

    print_listing(listing_of(evaluate_path(gold).rows(by)), form, lang)


if __name__ == "__main__":
    main(prog_name="zhengtu")
