"""Writing to a SPARQL 1.1 endpoint."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from graph.store.endpoint import EndpointView
from graph.store.requests import post
from graph.store.terms import CURATION, doc_iri, is_decided
from graph.store.update import drop_graphs, forget_runs, insert_data, move_version, stand_in

__all__ = ["EndpointWriter"]


class EndpointWriter:
    """Writes to a remote dataset; one update request a document, which servers run as one transaction."""

    def __init__(self, url: str) -> None:
        self.location = url
        self.view = EndpointView(url)
        self._url = f"{url.removesuffix('/query')}/update" if url.endswith("/query") else url

    def replace(
        self, key: str, quads: Iterable[Quad | str], runs: Iterable[Quad] = (), text_hash: str = "",
    ) -> str:
        """As :meth:`graph.store.writer.Writer.replace`."""
        old = self.text_hash(key)[:16]
        moved = old if old and text_hash and old != text_hash[:16] else ""
        steps = move_version(key, moved) if moved else []
        self._update("\n".join((*steps, *drop_graphs(key), *forget_runs(key), insert_data([*quads, *runs]))))
        return moved

    def remove(self, key: str) -> None:
        olds = [f"{key}/v/{text_hash}" for text_hash in self.view.versions().get(key, ())]
        steps = [step for each in (key, *olds) for step in drop_graphs(each)]
        self._update("\n".join((*steps, *forget_runs(key))))

    def update(self, quads: Iterable[Quad], graph: str) -> None:
        self._update(f"DROP SILENT GRAPH <{graph}> ;\n{insert_data(quads)}")

    def text_hash(self, key: str) -> str:
        doc = NamedNode(doc_iri(key))
        rows = EndpointView(self.location).select(f"SELECT ?h {{ GRAPH {doc} {{ {doc} zt:textHash ?h }} }}")
        return next((row["h"] for row in rows), "")

    def publish(self) -> int:
        """A server shows what it holds at once; the graphs that the decisions change are made anew."""
        view = EndpointView(self.location)
        steps = [f"DROP SILENT GRAPH <{name}> ;" for name in view.names() if is_decided(name)]
        if any(True for _ in view.graph(CURATION)):
            steps += _stand_ins(set(view.quads()))
        if steps:
            self._update("\n".join(steps))
        return 0

    def close(self) -> None:
        """Nothing to let go of."""

    def __enter__(self) -> EndpointWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None or issubclass(kind, KeyboardInterrupt):
            self.publish()
        self.close()

    def _update(self, update: str) -> None:
        post(self._url, [("update", update)], "*/*")


def _stand_ins(quads: set[Quad]) -> list[str]:
    """The steps that put a decided graph beside each one that the decisions change."""
    from pyoxigraph import Store

    from graph.store.decided import decide

    copy = Store()
    copy.bulk_extend(quads)
    decide(copy)
    gone, said = quads.difference(copy), set(copy) - quads
    names = sorted({str(getattr(quad.graph_name, "value", "")) for quad in gone | said})
    return [step for graph in map(NamedNode, names) for step in stand_in(
        graph, *([quad for quad in each if quad.graph_name == graph] for each in (gone, said)))]
