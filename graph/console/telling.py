"""What commands print: rows to stdout, words for people to stderr, in the language of the reader."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

from graph.errors import Ambiguous, ZhengtuError
from graph.listing import Listing, render
from graph.words import sentence

__all__ = ["note", "print_answer", "print_listing", "said", "told"]

Ask = Callable[..., Listing]


def said(text: str, lang: str) -> str:
    """A sentence of the program in the language of the reader."""
    if lang != "en":
        return text
    from graph.english import english

    return english(text)


def told(error: ZhengtuError, lang: str) -> str:
    """An error as one line: where, what, and what to do."""
    if lang != "en":
        return str(error)
    from graph.english import english_error

    return english_error(error)


def note(text: str) -> None:
    """A line for people, on stderr, in the language of the command that runs."""
    context = click.get_current_context(silent=True)
    click.echo(said(text, context.obj if context else "zh"), err=True)


def print_answer(ask: Ask, words: tuple[object, ...], store: str | None, form: str, lang: str) -> None:
    """Open the store, put the question to what people decided it says, print the reply."""
    from graph.store import open_store

    with open_store(store) as stored:
        view = stored.decided()
        while True:
            try:
                return print_listing(ask(view, *words), form, lang)
            except Ambiguous as error:
                if not (sys.stdin.isatty() and sys.stderr.isatty()):
                    raise
                chosen = _choice(error, lang)
                words = tuple(chosen if word == error.name else word for word in words)


def _choice(error: Ambiguous, lang: str) -> str:
    """The id of the thing meant, by its number."""
    choices = (f"{number:3} {said(each, lang)}" for number, each in enumerate(error.near, 1))
    note("\n".join((said(error.what, lang), *choices)))
    number = click.prompt(sentence("choose", lang), type=click.IntRange(1, len(error.ids)), err=True)
    return error.ids[number - 1]


def print_listing(listing: Listing, form: str, lang: str) -> None:
    """The rows to stdout, notes before and the summary after them to stderr."""
    for each in listing.notes:
        note(each.say(lang))
    click.echo(render(listing, form, lang), nl=False)
    sys.stdout.flush()
    if listing.summary:
        note(listing.summary.say(lang))
    if listing.more:
        note(sentence("more", lang).format(more=listing.more))
