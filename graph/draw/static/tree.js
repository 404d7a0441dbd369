// A whole with its parts, as a list that folds.

import {el, fill} from "./dom.js";
import {compare} from "./model.js";
import {chip} from "./panel.js";

const MOST = 300; // trees; a page of thousands is slow and nobody reads it
const UP = new Set(["partOf", "listedIn", "within", "nextTier"]);

/** Roots and children by part-of, admission, area and ladder among the edges; what stands in a circle is a root once. */
export function forest(edges) {
  const children = new Map(),
    parts = new Set();
  for (const edge of edges) {
    if (!UP.has(edge.p) || edge.s === edge.o) continue;
    children.set(edge.o, [...(children.get(edge.o) || []), edge]);
    parts.add(edge.s);
  }
  const roots = [...children.keys()].filter((node) => !parts.has(node)),
    seen = new Set();
  roots.forEach((root) => reach(root, children, seen));
  for (const node of children.keys())
    if (!seen.has(node)) {
      roots.push(node);
      reach(node, children, seen);
    }
  return {children, roots};
}

/** Add a node and everything below it to what was seen. */
function reach(node, children, seen) {
  const waiting = [node];
  while (waiting.length) {
    const next = waiting.pop();
    if (seen.has(next)) continue;
    seen.add(next);
    for (const edge of children.get(next) || []) waiting.push(edge.s);
  }
}

/** Draw the trees. */
export function showTree(app, stage) {
  const {children, roots} = forest(app.shown.edges);
  if (!roots.length) return fill(stage, el("p", {class: "empty"}, app.t("emptyTree")));
  const size = (node) => (children.get(node) || []).length;
  roots.sort((a, b) => size(b) - size(a) || compare(a.name, b.name));
  return fill(
    stage,
    el(
      "div",
      {class: "forest"},
      roots.slice(0, MOST).map((root) => el("ul", {class: "tree"}, branch(app, root, null, children, new Set()))),
    ),
    roots.length > MOST
      ? el("p", {class: "muted"}, `${app.t("shown")} ${app.t("ofTotal", {n: MOST, total: app.number(roots.length)})}`)
      : null,
  );
}

function branch(app, node, edge, children, above) {
  const below = above.has(node)
    ? []
    : [...(children.get(node) || [])].sort(
        (a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) || compare(a.s.name, b.s.name),
      );
  const declared =
    node.facts.declared && below.length
      ? `${below.length} / ${node.facts.declared}`
      : below.length
        ? String(below.length)
        : "";
  const wrong = node.facts.declared && below.length && Number(node.facts.declared) !== below.length;
  return el(
    "li",
    {},
    el(
      "div",
      {class: "leaf"},
      el("button", {class: "to", onclick: () => app.select(node.id)}, chip(app, node.type), el("span", {}, node.name)),
      declared ? el("span", {class: wrong ? "count wrong" : "count"}, declared) : null,
      edge
        ? el(
            "button",
            {class: edge.basis === "stated" ? "badge stated" : "badge inferred", onclick: () => app.selectEdge(edge)},
            app.relationName(edge.p),
          )
        : null,
    ),
    below.length
      ? el(
          "ul",
          {},
          below.map((each) => branch(app, each.s, each, children, new Set([...above, node]))),
        )
      : null,
  );
}
