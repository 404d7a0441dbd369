// Who owns what at a glance: bodies down, measures and programmes across, roles where they meet.

import {el, fill} from "./dom.js";
import {compare} from "./model.js";
import {chip} from "./panel.js";

const ROLES = new Map([
  ["leads", "●"],
  ["sharesIn", "◐"],
  ["supports", "○"],
]);

/** Responsibilities among what is shown: {bodies, things, at: Map "s|o" → edges}. */
export function duties(edges) {
  const at = new Map(),
    bodies = new Map(),
    things = new Map();
  for (const edge of edges) {
    if (!ROLES.has(edge.p)) continue;
    const key = `${edge.s.k}|${edge.o.k}`;
    at.set(key, [...(at.get(key) || []), edge]);
    bodies.set(edge.s, (bodies.get(edge.s) || 0) + 1);
    things.set(edge.o, (things.get(edge.o) || 0) + 1);
  }
  const number = (node) => node.facts.section || "";
  return {
    at,
    bodies: [...bodies.keys()].sort((a, b) => bodies.get(b) - bodies.get(a) || compare(a.name, b.name)),
    things: [...things.keys()].sort(
      (a, b) => compare(a.type, b.type) || compare(number(a), number(b)) || compare(a.name, b.name),
    ),
  };
}

/** Draw the matrix: things down and bodies across, as there are more things. */
export function showMatrix(app, stage) {
  const {at, bodies, things} = duties(app.shown.edges);
  if (!bodies.length) return fill(stage, el("p", {class: "empty"}, app.t("emptyMatrix")));
  const columns = bodies.slice(0, 40),
    rows = things.slice(0, 400);
  const key = el(
    "p",
    {class: "key"},
    [...ROLES].map(([p, sign]) => el("span", {}, `${sign} ${app.relationName(p)}`)),
    el("span", {class: "stated"}, app.t("basisStated")),
    el("span", {class: "inferred"}, app.t("basisInferred")),
    rows.length < things.length || columns.length < bodies.length
      ? `${app.t("shown")} ${rows.length} × ${columns.length} / ${things.length} × ${bodies.length}`
      : null,
  );
  return fill(
    stage,
    key,
    el(
      "table",
      {class: "matrix"},
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          el("td", {}),
          columns.map((body) => el("th", {scope: "col"}, name(app, body))),
        ),
      ),
      el(
        "tbody",
        {},
        rows.map((thing) =>
          el(
            "tr",
            {},
            el("th", {scope: "row"}, name(app, thing)),
            columns.map((body) =>
              el(
                "td",
                {},
                (at.get(`${body.k}|${thing.k}`) || []).map((edge) => cell(app, edge)),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

function name(app, node) {
  return el(
    "button",
    {class: "to", onclick: () => app.select(node.id), title: node.name},
    chip(app, node.type),
    el("span", {}, `${node.facts.section ? `${node.facts.section} ` : ""}${node.short}`),
  );
}

function cell(app, edge) {
  const label = `${edge.s.name} ${app.relationName(edge.p)} ${edge.o.name}（${app.basisName(edge)}）`;
  return el(
    "button",
    {
      class: edge.basis === "stated" ? "role stated" : "role inferred",
      "aria-label": label,
      title: label,
      onclick: () => app.selectEdge(edge),
    },
    ROLES.get(edge.p),
  );
}
