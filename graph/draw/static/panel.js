// The card of what is selected, and each of its relations with the words that say so.

import {el, fill} from "./dom.js";
import {passes} from "./filter.js";
import {compare} from "./model.js";
import {marked, namesOf, quote} from "./quotes.js";

const HIDDEN = new Set(["text"]);
const CODED = new Set(["status", "kind", "state", "genre", "role"]);

/** Draw the panel for the state, or hide it. */
export function showPanel(app, panel) {
  const node = app.graph.byId.get(app.state.selected),
    edge = app.state.edge === "" ? null : app.graph.edges[Number(app.state.edge)];
  panel.hidden = !node && !edge;
  panel.setAttribute("aria-label", app.t("openPanel"));
  if (node) fill(panel, closer(app), card(app, node), relationsOf(app, node));
  else if (edge) fill(panel, closer(app), edgeCard(app, edge));
  panel.scrollTop = 0;
}

function closer(app) {
  return el("button", {class: "close", onclick: app.clear, "aria-label": app.t("close")}, "×");
}

/** A chip with the glyph of a class. */
export function chip(app, type) {
  return el("span", {class: `chip t-${type}`, "aria-hidden": "true"}, app.glyph(type));
}

function card(app, node) {
  return [
    el("h2", {}, chip(app, node.type), el("span", {}, node.name)),
    el("p", {class: "kind"}, [app.className(node.type), node.year && String(node.year)].filter(Boolean).join(" · ")),
    node.aliases.length ? el("p", {class: "aliases"}, app.pair(app.t("aliases"), app.list(node.aliases))) : null,
    facts(app, node),
    actions(app, node),
    node.facts.text ? text(app, node) : null,
    ownEvidence(app, node),
  ];
}

function facts(app, node) {
  const rows = Object.entries(node.facts).filter(([key]) => !HIDDEN.has(key));
  const docs = node.docs.map((k) => app.graph.docs[k]).filter(Boolean);
  if (node.type !== "document" && docs.length)
    rows.push(["documents", app.list(docs.map((doc) => doc.number || doc.title))]);
  return el(
    "dl",
    {},
    rows.map(([key, value]) => [
      el("dt", {}, app.t(key === "section" ? "where" : key)),
      el("dd", {}, worded(app, key, value)),
    ]),
  );
}

/** A fact as people read it: codes in words, areas by name. */
function worded(app, key, value) {
  if (key === "section") return app.t("section", {s: value});
  if (key === "area") return app.areaName(value);
  return CODED.has(key) ? app.code(key, value) : value;
}

function actions(app, node) {
  const from = app.state.pair.length === 1 && app.state.pair[0] !== node.id;
  return el(
    "div",
    {class: "actions"},
    el("button", {onclick: () => app.focus(node.id)}, app.t("focus")),
    el("button", {onclick: () => app.path(node.id)}, app.t(from ? "pathTo" : "pathFrom")),
  );
}

function text(app, node) {
  return el(
    "details",
    {},
    el("summary", {}, app.t("text")),
    el("p", {class: "text"}, marked(node.facts.text, namesAround(node))),
  );
}

function namesAround(node) {
  return [...node.out.map((edge) => edge.o), ...node.in.map((edge) => edge.s)]
    .filter((other) => other.type !== "indicator")
    .flatMap(namesOf);
}

function ownEvidence(app, node) {
  if (!node.evidence.length || node.facts.text) return null;
  return el(
    "details",
    {open: node.evidence.length < 3},
    el("summary", {}, `${app.t("evidence")} ${node.evidence.length}`),
    node.evidence.map((place) => quote(app, place, namesOf(node))),
  );
}

function relationsOf(app, node) {
  const groups = new Map();
  for (const [edge, other, inverse] of [
    ...node.out.map((e) => [e, e.o, false]),
    ...node.in.map((e) => [e, e.s, true]),
  ]) {
    if (!passes(edge, app.state)) continue;
    const key = `${edge.quiet ? 1 : 0}${edge.p}${inverse}`;
    if (!groups.has(key)) groups.set(key, {edge, inverse, rows: []});
    groups.get(key).rows.push([edge, other]);
  }
  if (!groups.size) return el("p", {class: "muted"}, app.t("noRelations"));
  const rank = ({edge}) => [...app.graph.relations.keys()].indexOf(edge.p);
  return [...groups.values()]
    .sort((a, b) => rank(a) - rank(b) || a.inverse - b.inverse)
    .map((group) => section(app, node, group));
}

function section(app, node, {edge, inverse, rows}) {
  rows.sort(
    ([e, a], [f, b]) =>
      (e.basis !== "stated") - (f.basis !== "stated") || compare(number(a), number(b)) || compare(a.name, b.name),
  );
  return el(
    "details",
    {class: "relation", open: !edge.quiet},
    el("summary", {}, `${app.relationName(edge.p, inverse)} `, el("span", {class: "count"}, rows.length)),
    rows.map(([each, other]) => row(app, node, each, other)),
  );
}

function number(node) {
  return node.facts.section ?? "";
}

function row(app, node, edge, other) {
  return el(
    "div",
    {class: "link"},
    el("button", {class: "to", onclick: () => app.select(other.id)}, chip(app, other.type), el("span", {}, other.name)),
    badges(app, edge),
    witness(app, edge, [...namesOf(node), ...namesOf(other)]),
  );
}

function badges(app, edge) {
  const bits = [edge.role && app.t(edge.role), edge.confidence < 1 && `${app.t("conf")} ${edge.confidence}`].filter(
    Boolean,
  );
  return el(
    "p",
    {class: "badges"},
    el("span", {class: edge.basis === "stated" ? "badge stated" : "badge inferred"}, app.basisName(edge)),
    bits.map((bit) => el("span", {class: "badge"}, bit)),
  );
}

/** The words that say so; where a rule concluded it, what it concluded it from, and that the text does not say it. */
function witness(app, edge, wanted) {
  const quotes = edge.evidence.map((place) => quote(app, place, wanted));
  if (!quotes.length) return el("p", {class: "muted"}, app.t("noEvidence"));
  if (edge.basis !== "stated") return folded(app.t("inferredFrom"), quotes);
  return [quotes[0], quotes.length > 1 ? folded(`+ ${quotes.length - 1} ${app.t("sheet")}`, quotes.slice(1)) : null];
}

function folded(title, content) {
  return el("details", {class: "folded"}, el("summary", {}, title), content);
}

function edgeCard(app, edge) {
  const end = (node) =>
    el("button", {class: "to", onclick: () => app.select(node.id)}, chip(app, node.type), el("span", {}, node.name));
  return [
    el("h2", {}, app.relationName(edge.p)),
    end(edge.s),
    el("p", {class: "kind"}, `↓ ${app.relationName(edge.p)}`),
    end(edge.o),
    badges(app, edge),
    witness(app, edge, [...namesOf(edge.s), ...namesOf(edge.o)]),
  ];
}
