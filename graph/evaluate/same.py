"""When is an answer the same thing as a gold item?  One predicate per part, as FORMAT defines it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from graph.evaluate.folding import Item, fold_words, folded, names_of, number

__all__ = [
    "same_entity", "same_field", "same_indicator", "same_measure", "same_relation", "same_responsibility", "spellings",
]

Same = Callable[[Item, Item], bool]


def same_entity(gold: Item, answer: Item) -> bool:
    """The type, or one of the types ``also`` accepted, and any one name in common.

    >>> same_entity({"type": "institute", "names": ["宁大科院"], "also": ["platform"]},
    ...             {"type": "platform", "name": "宁大科院"})
    True
    """
    types = {gold["type"], *gold.get("also", ())}
    return answer.get("type") in types and not names_of(gold).isdisjoint(names_of(answer))


def same_indicator(gold: Item, answer: Item) -> bool:
    """Value and unit as written, and every key within the answer's name, population and quotes.

    >>> same_indicator({"value": 497, "unit": "家", "keys": ["家电企业"]},
    ...                {"value": 497, "unit": "家", "name": "规上家电企业", "evidence": []})
    True
    """
    value, wanted = number(answer.get("value")), number(gold["value"])
    if value is None or wanted is None or abs(value - wanted) > 1e-9 * max(1.0, abs(wanted)):
        return False
    if fold_words(answer.get("unit", "")) != fold_words(gold.get("unit", "")):
        return False
    label = fold_words("".join([*(str(answer.get(k) or "") for k in ("name", "population")), *_quotes(answer)]))
    return all(fold_words(key) in label for key in gold.get("keys", ()))


def _quotes(answer: Item) -> list[str]:
    return [place.get("quote") or "" for place in answer.get("evidence", ())]


def same_measure(gold: Item, answer: Item) -> bool:
    """The anchor stands in the title or the text."""
    return fold_words(gold["anchor"]) in fold_words(answer.get("title", "") + answer.get("text", ""))


def spellings(name: str, entities: Sequence[Item]) -> frozenset[str]:
    """``name`` and every spelling of the gold entities that bear it, folded.

    >>> sorted(spellings("东钢", [{"names": ["东海钢铁（集团）有限公司", "东钢"]}]))
    ['东海钢铁集团有限公司', '东钢']
    """
    word = fold_words(name)
    return frozenset({word}.union(*(names for e in entities if word in (names := names_of(e)))))


def same_responsibility(entities: Sequence[Item]) -> Same:
    """Agent (any spelling), what it answers for (its words hold the gold's), and role."""

    def same(gold: Item, answer: Item) -> bool:
        bodies = folded([answer.get("agent"), *answer.get("agent_names", ())])
        what = fold_words((answer.get("of") or "") + (answer.get("of_text") or ""))
        return (
            answer.get("role") == gold.get("role")
            and not bodies.isdisjoint(spellings(gold["agent"], entities))
            and any(name in what for name in spellings(gold["of"], entities))
        )

    return same


def same_relation(entities: Sequence[Item]) -> Same:
    """The same predicate between the same ends, in any spelling."""

    def end(gold: Item, answer: Item, key: str) -> bool:
        mine = spellings(gold[key], entities)
        return fold_words(answer.get(key, "")) in mine or not mine.isdisjoint(folded(answer.get(f"{key}_names", ())))

    def same(gold: Item, answer: Item) -> bool:
        return answer.get("p") == gold["p"] and end(gold, answer, "s") and end(gold, answer, "o")

    return same


def same_field(key: str, gold: object, answer: object) -> bool:
    """Header fields agree in their words; a title also with or without issuer and 印发…的通知 around it.

    >>> same_field("title", "慈溪市境外投资指南", "关于印发《慈溪市境外投资指南》的通知")
    True
    """
    wanted, got = _flat(gold), _flat(answer)
    if key == "title":
        short, long = sorted((wanted, got), key=len)
        return short == long or (len(short) >= 8 and short in long)
    return wanted == got


def _flat(value: object) -> str:
    if isinstance(value, dict):
        return "|".join(f"{key}={_flat(item)}" for key, item in sorted(value.items()))
    return "|".join(map(_flat, value)) if isinstance(value, list) else fold_words(value)
