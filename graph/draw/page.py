"""A pyvis network with a page of its own: one file, no outside request, documents' words as data only.

Stock pyvis loads scripts from the network, executes titles as HTML and writes in the locale's encoding.
:class:`Page` keeps its interface and replaces its template, its environment and its writer.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from pyvis.network import Network as PyvisNetwork  # type: ignore[import-untyped]

from graph.draw.bundle import digest, library, scripts, style
from graph.errors import InputError, reason

__all__ = ["Page", "json_block", "write_text"]

_TEMPLATES = Path(__file__).parent / "templates"


class Page(PyvisNetwork):  # type: ignore[misc]
    """Nodes and edges as pyvis keeps them, drawn by ``templates/view.html``.

    ``meta`` goes to the page as it is (title, language, counts, time of the store …).
    """

    def __init__(self, meta: dict[str, Any]) -> None:
        super().__init__(directed=True, cdn_resources="in_line", heading=str(meta.get("title", "")))
        self.meta = meta
        self.templateEnv = Environment(loader=FileSystemLoader(_TEMPLATES), undefined=StrictUndefined,
                                       autoescape=select_autoescape(default=True))
        self.path = "view.html"

    def add_node(self, n_id: str, label: str = "", shape: str = "dot", color: str = "", **options: Any) -> None:
        """Add a node of the payload; shape and colour follow from its class on the page."""
        self.node_map[n_id] = {"id": n_id, "n": label, **options}
        self.node_ids.append(n_id)
        self.nodes.append(self.node_map[n_id])

    def add_edge(self, source: str, to: str, **options: Any) -> None:
        """Add an edge; parallel edges stay apart (stock pyvis drops them)."""
        self.edges.append({"s": source, "o": to, **options})

    def generate_html(self, name: str = "view.html", local: bool = True, notebook: bool = False) -> str:
        """The page as text; arguments as in pyvis, none needed."""
        code, css, lib = scripts(), style(), library()
        data = json_block({**self.meta, "nodes": self.nodes, "edges": self.edges})
        policy = (f"default-src 'none'; script-src {digest(lib)} {digest(code)}; style-src {digest(css)}; "
                  "img-src blob: data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'")
        template = self.templateEnv.get_template(self.path)
        return template.render(title=self.heading, lang=self.meta.get("lang", "zh"), policy=policy, style=css,
                               library=lib, code=code, data=data)

    def write_html(self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False) -> None:
        """Write the page to ``name`` in UTF-8, whole or not at all; raises InputError where that fails."""
        write_text(Path(name), self.generate_html())


def json_block(data: Any) -> str:
    """JSON that no HTML parser can mistake for markup, and no JavaScript for a line end.

    >>> json_block({"n": "</script><!--"})
    '{"n":"\\\\u003c/script\\\\u003e\\\\u003c!--"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def write_text(path: Path, text: str) -> None:
    """Write through a temporary file beside ``path``, so that no half file is ever seen."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except OSError as error:
        raise InputError(f"写不了文件：{reason(error)}", where=str(path), hint="换一个可写的位置") from error
