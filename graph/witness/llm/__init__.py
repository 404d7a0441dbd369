"""A language model as a witness, over an OpenAI-compatible endpoint that the user runs or rents.

It may only point at words: each quote is looked up verbatim, numbers are read again by our own grammar, and nothing
it says alone is stated.  Whatever goes wrong with it becomes a note, and the rules go on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from graph.model import Document, Mention, Span
from graph.witness.claims import Claim
from graph.witness.llm.chunks import chunks, halves
from graph.witness.llm.endpoint import Endpoint, Unanswered
from graph.witness.llm.memory import Memory
from graph.witness.llm.reply import Misunderstood, Reply, Truncated, content_of, read_reply
from graph.witness.llm.request import request
from graph.witness.llm.testimony import Testimony, testimony

__all__ = ["LanguageModel"]

PATIENCE = 2  # pieces without an answer, one after the other, until the endpoint is asked no more
SHORTEST = 200  # code points: a piece that is not cut again when its answer was cut off


@dataclass(slots=True)
class LanguageModel:
    """The witness ``llm``.  It remembers the latest document: names and claims are asked for one after the other."""

    endpoint: Endpoint
    model: str
    memory: Memory = field(default_factory=Memory)
    name: str = "llm"
    _unanswered: int = 0
    _notes: dict[str, None] = field(default_factory=dict)
    _latest: tuple[Document, Testimony] | None = None

    @property
    def notes(self) -> tuple[str, ...]:
        """What went wrong, each once, in order."""
        return tuple(self._notes)

    def propose(self, document: Document) -> tuple[Mention, ...]:
        """The names whose words stand in the text."""
        return self._heard(document).mentions

    def claims(self, document: Document) -> tuple[Claim, ...]:
        """Duties, measures and numbers whose words stand in the text."""
        return self._heard(document).claims

    def _heard(self, document: Document) -> Testimony:
        if self._latest is None or self._latest[0] is not document:
            self._latest = document, self._hear(document)
        return self._latest[1]

    def _hear(self, document: Document) -> Testimony:
        said = [testimony(document, span, reply) for piece in chunks(document)
                for span, reply in self._replies(document, piece)]
        whole = Testimony(
            tuple(m for one in said for m in one.mentions), tuple(c for one in said for c in one.claims),
            sum(one.unfounded for one in said))
        if whole.unfounded:
            self._note(document, f"语言模型有 {whole.unfounded} 条与原文对不上，已舍弃")
        return whole

    def _replies(self, document: Document, span: Span) -> Iterator[tuple[Span, Reply]]:
        """The reply about a piece; of a piece whose answer was cut off, the replies about its halves."""
        if self._unanswered >= PATIENCE:
            return
        try:
            yield span, self._ask(request(document, span, self.model))
        except Truncated as error:
            if span.end - span.start > SHORTEST:
                for half in halves(document, span):
                    yield from self._replies(document, half)
            else:
                self._note(document, f"{error.what}，此处只用规则")
        except Misunderstood as error:
            self._note(document, f"{error.what}，此处只用规则")
        except Unanswered as error:
            self._unanswered = self._unanswered + 1 if error.again else PATIENCE
            self._note(document, f"语言模型没有作答（{error}），此处只用规则")
            if self._unanswered >= PATIENCE:
                self._notes["语言模型端点不可用，此后只用规则；请检查 ZHENGTU_LLM_URL 与网络"] = None

    def _ask(self, question: dict[str, Any]) -> Reply:
        """The reply, from memory if it was given before; only what can be read is kept."""
        content = self.memory.recall(question)
        if content is not None:
            return read_reply(content)
        answer = self.endpoint.ask(question)
        self._unanswered = 0
        content = content_of(answer)
        reply = read_reply(content)
        self.memory.keep(question, content)
        return reply

    def _note(self, document: Document, what: str) -> None:
        self._notes[f"{document.name}：{what}" if document.name else what] = None
