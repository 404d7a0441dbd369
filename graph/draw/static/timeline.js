// Plans, measures and deadlines along the years.

import {draw, el, fill, textWidth} from "./dom.js";
import {compare} from "./model.js";
import {wrap} from "./lines.js";

/** A date of any precision as a fraction of years; the end of its year, month or day if late. */
export function when(text, late = false) {
  const match = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?/.exec(text || "");
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] || 0), Number(match[3] || 0)];
  if (!month) return year + (late ? 1 : 0);
  return year + (month - 1 + (day ? (day - (late ? 0 : 1)) / 31 : late ? 1 : 0)) / 12;
}

/** Rows {node, from, to, point} of what has a period, a deadline or a date. */
export function spans(nodes) {
  const rows = [];
  for (const node of nodes) {
    const period = node.period && [when(node.period[0]), when(node.period[1], true)];
    if (period && period[0] !== null && period[1] !== null) rows.push({node, from: period[0], to: period[1]});
    else if (when(node.facts.due)) rows.push({node, from: null, to: when(node.facts.due, true)});
    else if (node.type === "document" && when(node.facts.date))
      rows.push({node, from: null, to: when(node.facts.date), point: true});
    else if (node.type === "indicator" && node.facts.kind === "target" && when(node.facts.time))
      rows.push({node, from: null, to: when(node.facts.time, true)});
  }
  return rows.sort((a, b) => (a.from ?? a.to) - (b.from ?? b.to) || a.to - b.to || compare(a.node.name, b.node.name));
}

const ROW = 30;

/** Draw the time axis. */
export function showTimeline(app, stage) {
  const all = spans(app.shown.nodes),
    rows = all.slice(0, 400);
  if (!rows.length) return fill(stage, el("p", {class: "empty"}, app.t("emptyTimeline")));
  const width = Math.max(340, stage.clientWidth - 16),
    left = Math.min(300, width * 0.42);
  const first = Math.floor(Math.min(...rows.map((row) => row.from ?? row.to - 0.01))),
    last = Math.ceil(Math.max(...rows.map((row) => row.to)));
  const x = (time) => left + ((time - first) / Math.max(1, last - first)) * (width - left - 20);
  const height = rows.length * ROW + 44;
  const svg = draw(
    "svg",
    {
      class: "timeline",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "group",
      "aria-label": app.t("timeline"),
    },
    axis(first, last, x, height),
    rows.map((row, k) => bar(app, row, k, x, left, width)),
  );
  return fill(
    stage,
    svg,
    rows.length < all.length
      ? el("p", {class: "muted"}, `${app.t("shown")} ${app.t("ofTotal", {n: rows.length, total: all.length})}`)
      : null,
  );
}

/** Years between their lines: a year ends, and a deadline with it, where the next begins. */
function axis(first, last, x, height) {
  const every = Math.ceil((last - first) / Math.max(1, (x(last) - x(first)) / 46)),
    shapes = [];
  for (let year = first; year < last; year += every)
    shapes.push(
      draw("line", {class: "tick", x1: x(year), x2: x(year), y1: 10, y2: height}),
      draw("text", {class: "year", x: (x(year) + x(year + 1)) / 2, y: 20}, String(year)),
    );
  return [...shapes, draw("line", {class: "tick", x1: x(last), x2: x(last), y1: 10, y2: height})];
}

function bar(app, {node, from, to, point}, k, x, left, width) {
  const y = 36 + k * ROW,
    label = app.pair(app.className(node.type), node.name) + (node.facts.due ? app.aside(`${app.t("due")} ${node.facts.due}`) : "");
  const line = wrap(node.short, left - 44, 1)[0];
  const dates = from !== null ? node.period.join("–") : node.facts.due || node.facts.time || node.facts.date;
  return draw(
    "g",
    {
      class: `row t-${node.type}`,
      role: "button",
      tabindex: 0,
      "aria-label": label,
      "data-id": node.id,
      onclick: () => app.select(node.id),
      onkeydown: (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        app.select(node.id);
      },
    },
    draw("rect", {class: "stripe", x: 0, y, width: "100%", height: ROW - 2, rx: 3}),
    draw("rect", {class: "chip", x: 6, y: y + 4, width: 20, height: 20, rx: 4}),
    draw("text", {class: "glyph", x: 16, y: y + 18.5}, app.glyph(node.type)),
    draw("text", {class: "name", x: 33, y: y + 18.5}, line),
    from !== null
      ? draw("rect", {class: "span", x: x(from), y: y + 6, width: Math.max(3, x(to) - x(from)), height: 16, rx: 3})
      : draw("path", {class: point ? "span" : "deadline", d: `M${x(to)} ${y + 6}l8 8l-8 8l-8 -8z`}),
    dateText(
      dates,
      from === null ? x(to) - 8 : x(from),
      from === null ? x(to) + 8 : x(to),
      y + 18,
      width,
      from !== null,
    ),
    draw("title", {}, label),
  );
}

/** The dates of a row: inside its bar, else right of it, else left. */
function dateText(dates, start, end, y, width, isBar) {
  const need = textWidth(dates, 11) + 10,
    inside = isBar && end - start > need,
    right = end + need < width;
  return draw(
    "text",
    {
      class: inside ? "date inside" : "date",
      x: inside ? start + 6 : right ? end + 5 : start - 5,
      y,
      "text-anchor": inside || right ? "start" : "end",
    },
    dates,
  );
}
