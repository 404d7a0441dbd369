// What is shown, as rows that can be sorted and taken along.

import {el, fill} from "./dom.js";
import {compare} from "./model.js";
import {chip} from "./panel.js";

const PAGE = 300;

/** Columns of the two tables: key → value of a row as text. */
export function columnsOf(app, rows) {
  const place = (edge) => edge.evidence[0];
  return rows === "links"
    ? {
        from: (e) => e.s.name,
        relation: (e) => app.relationName(e.p),
        to: (e) => e.o.name,
        basis: (e) => app.basisName(e),
        quote: (e) => place(e)?.quote ?? "",
        document: (e) => place(e)?.doc?.number || place(e)?.doc?.title || "",
        where: (e) =>
          place(e)
            ? `${place(e).section ? `${app.t("section", {s: place(e).section})} ` : ""}${place(e).start}–${place(e).end}`
            : "",
      }
    : {
        class: (n) => app.className(n.type),
        name: (n) => n.name,
        aliases: (n) => app.list(n.aliases),
        year: (n) => String(n.year ?? ""),
        area: (n) => app.areaName(n.area),
        document: (n) => app.list(n.docs.map((k) => app.graph.docs[k].number || app.graph.docs[k].title)),
        degree: (n) => String(n.rank),
      };
}

/** The rows in the order that was chosen. */
export function sortedRows(app) {
  const rows = app.state.rows === "links" ? app.shown.edges : app.shown.nodes,
    columns = columnsOf(app, app.state.rows);
  const [key, down] = [app.state.sort.replace(/^-/, ""), app.state.sort.startsWith("-")],
    value = columns[key];
  if (!value) return rows;
  const keyed = rows
    .map((row) => [value(row), row])
    .sort(([a], [b]) => (a === "") - (b === "") || compare(a, b) * (down ? -1 : 1));
  return keyed.map(([, row]) => row);
}

/** Draw the table. */
export function showTable(app, stage, most = PAGE) {
  const rows = sortedRows(app),
    columns = columnsOf(app, app.state.rows);
  const tab = (rows_, key, n) =>
    el(
      "button",
      {"aria-pressed": String(app.state.rows === rows_), onclick: () => app.update({rows: rows_, sort: ""})},
      `${app.t(key)} ${app.number(n)}`,
    );
  fill(
    stage,
    el(
      "div",
      {class: "tablebar"},
      tab("", "tableThings", app.shown.nodes.length),
      tab("links", "tableLinks", app.shown.edges.length),
    ),
    el(
      "table",
      {class: "grid"},
      head(app, columns),
      el(
        "tbody",
        {},
        rows.slice(0, most).map((row) => body(app, row, columns)),
      ),
    ),
    rows.length > most
      ? el(
          "button",
          {class: "more", onclick: () => showTable(app, stage, most + PAGE)},
          `${app.t("more", {n: Math.min(PAGE, rows.length - most)})}${app.aside(app.t("ofTotal", {n: app.number(most), total: app.number(rows.length)}))}`,
        )
      : null,
  );
}

function head(app, columns) {
  const cell = (key) => {
    const up = app.state.sort === key,
      down = app.state.sort === `-${key}`;
    return el(
      "th",
      {scope: "col", "aria-sort": up ? "ascending" : down ? "descending" : "none"},
      el(
        "button",
        {onclick: () => app.update({sort: up ? `-${key}` : key})},
        `${app.t(key)}${up ? " ▲" : down ? " ▼" : ""}`,
      ),
    );
  };
  return el("thead", {}, el("tr", {}, Object.keys(columns).map(cell)));
}

function body(app, row, columns) {
  const open = () => (row.s ? app.selectEdge(row) : app.select(row.id));
  return el(
    "tr",
    {},
    Object.entries(columns).map(([key, value]) =>
      el(
        "td",
        {class: `col-${key}`},
        key === "name" || key === "from"
          ? el("button", {class: "to", onclick: open}, row.s ? null : chip(app, row.type), el("span", {}, value(row)))
          : key === "quote"
            ? el("div", {title: value(row)}, value(row))
            : value(row),
      ),
    ),
  );
}
