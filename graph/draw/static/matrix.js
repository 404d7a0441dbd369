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
  return {
    at,
    bodies: [...bodies.keys()].sort((a, b) => bodies.get(b) - bodies.get(a) || compare(a.name, b.name)),
    things: [...things.keys()].sort(inTextOrder),
  };
}

/** Document by document, measures first, as the text has them. */
function inTextOrder(a, b) {
  const rank = (node) => [node.docs[0] ?? -1, node.type === "measure" ? 0 : 1];
  const [[doc, late], [otherDoc, otherLate]] = [rank(a), rank(b)];
  return doc - otherDoc || late - otherLate || compare(number(a), number(b)) || compare(a.name, b.name);
}

function number(node) {
  return node.facts.section ?? "";
}

const MOST = {columns: 80, rows: 400};

/** Draw the matrix: things down and bodies across; a table for each document, with the bodies it names. */
export function showMatrix(app, stage) {
  const {at, bodies, things} = duties(app.shown.edges);
  if (!bodies.length) return fill(stage, el("p", {class: "empty"}, app.t("emptyMatrix")));
  const tables = sections(app, things.slice(0, MOST.rows)).map(([title, rows]) => {
    const named = bodies.filter((body) => rows.some((thing) => at.has(`${body.k}|${thing.k}`)));
    return {title, rows, named, columns: named.slice(0, MOST.columns)};
  });
  const cut = things.length > MOST.rows ? app.t("ofTotal", {n: MOST.rows, total: app.number(things.length)}) : null;
  return fill(
    stage,
    signs(app, cut && `${app.t("shown")} ${cut}`),
    tables.map((part) => table(app, part, at)),
  );
}

function signs(app, size) {
  const roles = [...ROLES].map(([p, sign]) => el("span", {}, `${sign} ${app.relationName(p)}`));
  const bases = ["stated", "inferred"].map((basis) =>
    el("span", {class: basis}, app.t(basis === "stated" ? "basisStated" : "basisInferred")),
  );
  return el("p", {class: "key"}, roles, bases, size);
}

/** Rows by document: [[title, rows]]; without titles where there is one document only. */
function sections(app, rows) {
  const parts = new Map();
  for (const row of rows) parts.set(row.docs[0] ?? -1, [...(parts.get(row.docs[0] ?? -1) || []), row]);
  return [...parts].map(([doc, part]) => [parts.size > 1 ? (app.graph.docs[doc]?.title ?? "") : "", part]);
}

function table(app, {title, rows, named, columns}, at) {
  const few = columns.length < named.length;
  const cut = few ? app.aside(app.t("ofTotal", {n: columns.length, total: named.length})) : "";
  const duties = (thing, owner) => (at.get(`${owner.k}|${thing.k}`) || []).map((edge) => cell(app, edge));
  return el(
    "table",
    {class: "matrix"},
    title || cut ? el("caption", {}, `${title}${cut}`) : null,
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
          columns.map((owner) => el("td", {}, duties(thing, owner))),
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
    el("span", {}, `${number(node)} ${node.short}`.trim()),
  );
}

function cell(app, edge) {
  const label = `${edge.s.name} ${app.relationName(edge.p)} ${edge.o.name}${app.aside(app.basisName(edge))}`;
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
