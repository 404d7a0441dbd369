"""Which further witnesses there are, by the names a user types (``--witness llm``).

A plug-in adds its own by an entry point of the group ``zhengtu.witnesses``: a function without arguments that
returns a :class:`~graph.find.guests.Witness` or raises a ZhengtuError that says what it lacks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib.metadata import EntryPoint, entry_points

from graph.errors import ZhengtuError
from graph.find.guests import Witness
from graph.witness.settings import language_model

__all__ = ["GROUP", "known_witnesses", "witnesses_named"]

GROUP = "zhengtu.witnesses"
_BUILT_IN: dict[str, Callable[[], Witness]] = {"llm": language_model}


def known_witnesses() -> tuple[str, ...]:
    """The names that may be asked for, in order.

    >>> "llm" in known_witnesses()
    True
    """
    return tuple(sorted({*_BUILT_IN, *_plugged_in()}))


def witnesses_named(names: Iterable[str]) -> tuple[Witness, ...]:
    """The witnesses of these names, each once, in the order given.

    :raises ZhengtuError: for a name that nobody bears, or a witness that lacks its settings

    >>> witnesses_named([])
    ()
    """
    return tuple(_made(name) for name in dict.fromkeys(names))


def _made(name: str) -> Witness:
    if name in _BUILT_IN:
        return _BUILT_IN[name]()
    plugged_in = _plugged_in()
    if name not in plugged_in:
        raise ZhengtuError(f"没有名为“{name}”的见证", where="--witness", hint=f"可选：{'、'.join(known_witnesses())}")
    return _plugged(plugged_in[name])


def _plugged(entry: EntryPoint) -> Witness:
    try:
        witness: Witness = entry.load()()
    except (ImportError, AttributeError) as error:
        what = f"见证“{entry.name}”装不上：{error}"
        raise ZhengtuError(what, where=entry.value, hint="重装提供它的软件包") from error
    return witness


def _plugged_in() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=GROUP)}
