"""A comparison as one HTML file that needs nothing else: what went is struck out, what came is underlined."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from graph.comparison import KINDS, Change, Run, marked
from graph.export import atomically
from graph.words import apart, code, heading, noted

__all__ = ["write_page"]

_STYLE = """body{font:15px/1.7 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;
margin:2rem auto;max-width:80rem;padding:0 1rem;color:#1c1c1c;background:#fff}h1{font-size:1.2rem}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{border:1px solid #ccc;padding:.4rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{position:sticky;top:0;background:#f2f2f2}col.kind{width:7rem}col.what{width:11rem}del{background:#fde3e1;color:#8c1d13}
ins{background:#ddf3e0;color:#0f5a20}.kept td{color:#6b6b6b}small{color:#555}
@media print{th{position:static}body{margin:0;max-width:none}}"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write_page(found: Sequence[Change], titles: tuple[str, str], path: str, lang: str = "zh") -> str:
    """Write the comparison; changes first, what was kept at the end.  Returns the path.

    :raises InputError: if the file cannot be written
    """
    order = sorted(found, key=lambda change: change.kind == "kept")
    page = _page("\n".join(_row(change, lang) for change in order), _counts(found, lang), titles, lang)
    atomically(path, lambda file: file.write(page.encode()))
    return path


def _page(rows: str, counts: str, titles: tuple[str, str], lang: str) -> str:
    before, after = map(escape, titles)
    kind, what, old, new = (heading(key, lang) for key in ("change_kind", "what", "before", "after"))
    return f"""<!DOCTYPE html>
<html lang="{'en' if lang == 'en' else 'zh-CN'}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width"><title>{before} ⇄ {after}</title><style>{_STYLE}</style></head>
<body><h1>{before} ⇄ {after}</h1><p>{counts}</p>
<table><colgroup><col class="kind"><col class="what"><col><col></colgroup>
<thead><tr><th>{kind}</th><th>{what}</th><th>{old}<br><small>{before}</small></th><th>{new}<br><small>{after}</small></th>
</tr></thead><tbody>
{rows}
</tbody></table></body></html>
"""


def _counts(found: Sequence[Change], lang: str) -> str:
    counted = ((kind, sum(change.kind == kind for change in found)) for kind in KINDS)
    return apart((f"{code('change_kind', kind, lang)} {count}" for kind, count in counted if count), lang)


def _row(change: Change, lang: str) -> str:
    what = code("fact", change.what, lang) if change.kind == "header" else change.what
    runs = marked(change.before, change.after)
    sides = (_side(side, tag, owners, place) for side, tag, owners, place in
             zip(runs, ("del", "ins"), _owners(change, lang), change.places, strict=True))
    return (f'<tr class="{change.kind}"><td>{escape(code("change_kind", change.kind, lang))}</td>'
            f"<td>{escape(what)}</td>{''.join(sides)}</tr>")


def _side(runs: list[Run], tag: str, owners: str, place: str) -> str:
    words = "".join(f"<{tag}>{escape(run.text)}</{tag}>" if run.changed else escape(run.text) for run in runs)
    notes = " · ".join(escape(said) for said in (place, owners) if said)
    return f"<td>{words}{f'<br><small>{notes}</small>' if notes else ''}</td>"


def _owners(change: Change, lang: str) -> tuple[str, ...]:
    """The owners of both sides with their roles, where they differ."""
    if change.owners[0] == change.owners[1]:
        return "", ""
    pairs = ([owner.rpartition(" ") for owner in side.split("、") if owner] for side in change.owners)
    return tuple("、".join(noted(name, [code("role", role, lang)], lang) for name, _, role in side) for side in pairs)
