"""Answers kept on disk under the hash of the question, so that a second run asks nothing and says the same."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

__all__ = ["Memory"]


@dataclass(frozen=True, slots=True)
class Memory:
    """A folder of answers; none where ``folder`` is ``None``.  A folder that cannot be written keeps nothing."""

    folder: Path | None = None

    def recall(self, question: dict[str, Any]) -> str | None:
        """The answer to just this question (model, instructions, schema, text), if it was asked before."""
        try:
            return self._path(question, self.folder).read_text(encoding="utf-8") if self.folder else None
        except (OSError, UnicodeDecodeError):
            return None

    def keep(self, question: dict[str, Any], answer: str) -> None:
        """Write the answer whole or not at all."""
        if self.folder:
            with suppress(OSError):
                self.folder.mkdir(parents=True, exist_ok=True)
                with NamedTemporaryFile("w", encoding="utf-8", dir=self.folder, suffix=".part", delete=False) as file:
                    file.write(answer)
                Path(file.name).replace(self._path(question, self.folder))

    @staticmethod
    def _path(question: dict[str, Any], folder: Path) -> Path:
        digest = hashlib.sha256(json.dumps(question, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
        return folder / f"{digest}.json"
