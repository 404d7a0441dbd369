"""The scripts and the style of a page, as text: modules joined in order, the library checked against its hash.

The modules under ``static`` are ordinary ES modules with tests of their own.  A page that opens from a mail
attachment cannot import files, so :func:`scripts` joins them into one: imports go, and each module becomes a
function that returns its exports.  Exported names must therefore be unique (a test sees to it).
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from graph.draw.vocabulary import STATIC, classes
from graph.errors import InputError

__all__ = ["MODULES", "VIS_SHA256", "digest", "library", "scripts", "style"]

#: Order of evaluation: each module imports only from those before it.
MODULES = (
    "dom", "model", "state", "filter", "search", "path", "lines", "layout", "marks", "actions", "lanefocus", "lanes",
    "overlay", "mapdata", "moving", "mapcontrols", "map", "quotes", "panel", "combobox", "legend", "table", "matrix",
    "timeline", "tree", "charts", "export", "header", "main")
#: vis-network 9.1.2 (Apache-2.0 or MIT) as pyvis 0.3.2 ships it.
VIS_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"

_IMPORT = re.compile(r"^import [^;]*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?:async )?(?:function|const|class) (\w+)", re.MULTILINE)


@cache
def scripts() -> str:
    """All modules of the page as one script."""
    return "\n".join(scoped((STATIC / f"{name}.js").read_text("utf-8")) for name in MODULES)


def scoped(module: str) -> str:
    """A module as a function of its own that gives what it exports.

    >>> print(scoped('import {b} from "./b.js";\\nexport const a = 1;\\n'))
    const {a} = (() => {
    const a = 1;
    return {a};
    })();
    """
    names = ", ".join(_EXPORT.findall(module))
    body = re.sub(r"^export ", "", _IMPORT.sub("", module), flags=re.MULTILINE)
    return f"const {{{names}}} = (() => {{\n{body}return {{{names}}};\n}})();"


@cache
def library() -> str:
    """vis-network's script out of the installed pyvis.

    Raises InputError where pyvis ships another text than the one that was tested.
    """
    import pyvis  # type: ignore[import-untyped]

    path = Path(pyvis.__file__).parent / "templates/lib/vis-9.1.2/vis-network.min.js"
    text = path.read_bytes() if path.exists() else b""
    if hashlib.sha256(text).hexdigest() != VIS_SHA256:
        raise InputError("pyvis 自带的 vis-network 与测试过的版本不同", where=str(path),
                         hint="pip install pyvis==0.3.2")
    return text.decode("utf-8").replace("\r\n", "\n")


@cache
def style() -> str:
    """The style sheet with one pair of colours per class."""
    text = (STATIC / "style.css").read_text("utf-8")
    light = "".join(f"--c-{row['type']}:{row['light']};" for row in classes())
    dark = "".join(f"--c-{row['type']}:{row['dark']};" for row in classes())
    fills = "".join(f".t-{row['type']}{{--c:var(--c-{row['type']})}}" for row in classes())
    return f":root{{{light}}}\n[data-theme=dark]{{{dark}}}\n{fills}\n{text}"


def digest(text: str) -> str:
    """The source expression that a Content-Security-Policy needs for an inline block.

    >>> digest("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
