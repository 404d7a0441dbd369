// Numbers as small charts: one per indicator, over the years where there are several.

import {draw, el, fill} from "./dom.js";
import {compare} from "./model.js";

/**
 * Indicators of the same name, population, unit and area, in order of time:
 * [{name, unit, area, points: [{node, value, time}]}].  Where the area is not known, numbers of two documents stay apart.
 */
export function series(nodes) {
  const found = new Map();
  for (const node of nodes) {
    const {indicator, population = "", unit = "", value, time = ""} = node.facts,
      number = Number(String(value ?? "").replaceAll(",", ""));
    if (node.type !== "indicator" || value === undefined || !Number.isFinite(number)) continue;
    const name = indicator || node.name,
      key = [name, population, unit, node.area || `d${node.docs[0]}`].join("|");
    if (!found.has(key)) found.set(key, {name, population, unit, area: node.area, points: []});
    found.get(key).points.push({node, value: number, time});
  }
  for (const {points} of found.values()) points.sort((a, b) => compare(a.time, b.time) || a.node.k - b.node.k);
  return [...found.values()].sort(
    (a, b) =>
      b.points.length - a.points.length ||
      compare(a.unit, b.unit) ||
      b.points[0].value - a.points[0].value ||
      compare(a.name, b.name),
  );
}

/** Draw the charts. */
export function showCharts(app, stage) {
  const all = series(app.shown.nodes);
  if (!all.length) return fill(stage, el("p", {class: "empty"}, app.t("emptyCharts")));
  return fill(
    stage,
    el(
      "div",
      {class: "charts"},
      all.slice(0, 400).map((item) => chart(app, item)),
    ),
    all.length > 400
      ? el("p", {class: "muted"}, `${app.t("shown")} ${app.t("ofTotal", {n: 400, total: all.length})}`)
      : null,
  );
}

function chart(app, {name, population, unit, area, points}) {
  return el(
    "section",
    {class: "chart"},
    el("h2", {}, name),
    el("p", {class: "muted"}, [population, app.areaName(area), unit].filter(Boolean).join(" · ")),
    points.length > 1 && new Set(points.map((point) => point.time.slice(0, 4))).size === points.length
      ? line(app, points)
      : null,
    points.map((point) => value(app, point, unit, points)),
  );
}

const SIGNS = {">": "＞", ">=": "≥", "<": "＜", "<=": "≤", "~": "约"};

/** One number; a bar only where there is something to compare it with. */
function value(app, {node, value: number, time}, unit, all) {
  const {comparator = "", change, kind} = node.facts;
  const label = `${SIGNS[comparator] ?? ""}${app.number(number)} ${unit}`;
  return el(
    "button",
    {class: `value ${kind === "target" ? "target" : ""}`, onclick: () => app.select(node.id)},
    el("span", {class: "when"}, time || "—"),
    el("strong", {}, label),
    change
      ? el(
          "span",
          {class: Number(change) < 0 ? "down" : "up"},
          `${Number(change) < 0 ? "▼" : "▲"} ${Math.abs(Number(change))}%`,
        )
      : null,
    kind && kind !== "actual" ? el("span", {class: "badge"}, app.code("kind", kind)) : null,
    all.length > 1 ? track(number, all) : null,
  );
}

function track(number, all) {
  const bar = el("span", {class: "bar t-indicator"});
  bar.style.width = `${Math.max(1, (Math.abs(number) / Math.max(...all.map((point) => Math.abs(point.value)), 1e-9)) * 100)}%`;
  return el("span", {class: "track"}, bar);
}

function line(app, points) {
  const w = 260,
    h = 70,
    values = points.map((point) => point.value),
    low = Math.min(0, ...values),
    high = Math.max(...values);
  const years = points.map((point) => Number(point.time.slice(0, 4))),
    x = (k) => 10 + ((years[k] - years[0]) / (years.at(-1) - years[0] || 1)) * (w - 20),
    y = (v) => h - 8 - ((v - low) / (high - low || 1)) * (h - 20);
  return draw(
    "svg",
    {
      class: "spark",
      viewBox: `0 0 ${w} ${h}`,
      width: w,
      height: h,
      role: "img",
      "aria-label": points.map((point) => `${point.time} ${point.value}`).join(", "),
    },
    draw("polyline", {points: points.map((point, k) => `${x(k)},${y(point.value)}`).join(" ")}),
    points.map((point, k) =>
      draw(
        "circle",
        {cx: x(k), cy: y(point.value), r: 4, onclick: () => app.select(point.node.id)},
        draw("title", {}, `${point.time} ${point.value}`),
      ),
    ),
  );
}
