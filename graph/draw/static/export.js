// The picture and the rows to take along: SVG, PNG, CSV.

import {download, draw} from "./dom.js";
import {columnsOf, sortedRows} from "./table.js";
import {radius} from "./overlay.js";

const STYLED = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "opacity",
  "fill-opacity",
  "stroke-opacity",
  "font-size",
  "font-weight",
  "text-anchor",
  "display",
  "visibility",
];

/** One CSV field; a cell that a spreadsheet would run as a formula gets an apostrophe. */
export function field(value) {
  const text = String(value ?? ""),
    safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows of the table that is chosen, as CSV with a byte order mark, so that spreadsheets read Chinese. */
export function toCsv(app) {
  const columns = columnsOf(app, app.state.rows),
    rows = sortedRows(app);
  const lines = [
    Object.keys(columns).map((key) => app.t(key)),
    ...rows.map((row) => Object.values(columns).map((value) => value(row))),
  ];
  return `\ufeff${lines.map((line) => line.map(field).join(",")).join("\r\n")}\r\n`;
}

/** The picture on the stage as a stand-alone SVG element, or null where it is no drawing. */
export function toSvg(app, stage) {
  if (app.view() === "map" && app.map) return mapSvg(app);
  const shown = stage.querySelector("svg.lanes, svg.timeline");
  return shown ? framed(copy(shown), shown.width.baseVal.value, shown.height.baseVal.value) : null;
}

function copy(shown) {
  const twin = shown.cloneNode(true),
    originals = shown.querySelectorAll("*");
  twin.querySelectorAll("*").forEach((element, k) => {
    const style = getComputedStyle(originals[k]);
    for (const name of STYLED) {
      const value = style.getPropertyValue(name);
      if (value && value !== "auto") element.setAttribute(name, value);
    }
    for (const name of ["class", "role", "tabindex", "aria-label", "aria-pressed", "data-id", "data-k"])
      element.removeAttribute(name);
  });
  twin.querySelectorAll("[display=none], [stroke-width='12px']").forEach((element) => element.remove());
  return twin;
}

function framed(svg, width, height) {
  const body = getComputedStyle(document.body);
  for (const name of ["class", "role", "aria-label"]) svg.removeAttribute(name);
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  svg.setAttribute("font-family", body.fontFamily);
  svg.prepend(
    draw("rect", {width, height, fill: getComputedStyle(document.documentElement).getPropertyValue("--paper").trim()}),
  );
  return svg;
}

function mapSvg(app) {
  const {net, nodes, discs, colours, labels} = app.map,
    scale = net.getScale(),
    view = net.getViewPosition(),
    frame = net.canvas.frame;
  const [w, h] = [frame.clientWidth, frame.clientHeight],
    at = (x, y) => [(x - view.x) * scale + w / 2, (y - view.y) * scale + h / 2];
  const kept = app.map.kept,
    svg = draw("svg", {width: w, height: h, viewBox: `0 0 ${w} ${h}`});
  for (const {group} of discs) {
    const [x, y] = at(group.x, group.y);
    svg.append(draw("circle", {cx: x, cy: y, r: group.r * scale, fill: colours.soft, stroke: colours.line}));
  }
  for (const edge of app.shown.edges)
    if (kept.has(edge.s) && kept.has(edge.o) && !edge.quiet) {
      const [[x1, y1], [x2, y2]] = [at(edge.s.x, edge.s.y), at(edge.o.x, edge.o.y)];
      svg.append(
        draw("line", {
          x1,
          y1,
          x2,
          y2,
          stroke: colours.line,
          "stroke-dasharray": edge.basis === "stated" ? null : "5 4",
        }),
      );
    }
  for (const node of nodes) {
    const [cx, cy] = at(node.x, node.y);
    svg.append(draw("circle", {cx, cy, r: radius(node) * scale, fill: colours.of.get(node.type)}));
  }
  for (const {text, x, y, size, bold} of labels)
    svg.append(
      draw(
        "text",
        {
          x,
          y: y + size * 0.85,
          "font-size": size,
          "font-weight": bold ? 600 : null,
          "text-anchor": "middle",
          fill: colours.ink,
          stroke: colours.paper,
          "stroke-width": 3,
          "paint-order": "stroke",
        },
        text,
      ),
    );
  return framed(svg, w, h);
}

/** Save as SVG, PNG or CSV under the title's name; false where there is no picture. */
export async function save(app, stage, kind) {
  const name = `${app.meta.title.replace(/[\\/:*?"<>|\s]+/g, "_").slice(0, 60) || "zhengtu"}.${kind}`;
  if (kind === "csv") return download(name, new Blob([toCsv(app)], {type: "text/csv;charset=utf-8"}));
  const svg = toSvg(app, stage);
  if (!svg) return false;
  const blob = new Blob([new XMLSerializer().serializeToString(svg)], {type: "image/svg+xml"});
  return download(name, kind === "svg" ? blob : await raster(blob, svg));
}

async function raster(blob, svg) {
  const [w, h] = [Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))],
    scale = Math.min(2, 16000 / Math.max(w, h));
  const picture = new Image(),
    url = URL.createObjectURL(blob);
  picture.src = url;
  await picture.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(w * scale), Math.round(h * scale)];
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(url);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
