// The swim-lanes on the page: an SVG whose boxes are buttons.

import {draw, el, fill} from "./dom.js";
import {hoverable, mark} from "./lanefocus.js";
import {SIZE, layOut} from "./layout.js";

const PANEL = 378;

/** Draw what is shown as lanes. */
export function showLanes(app, stage) {
  const {nodes, edges} = app.laned;
  if (!nodes.length)
    return fill(stage, el("p", {class: "empty"}, app.t(app.graph.nodes.length ? "empty" : "emptyNetwork")));
  const width = Math.max(320, stage.clientWidth - 14 - beside(app, stage));
  const plan = layOut(nodes, edges, {width, lanes: app.graph.lanes.map((row) => row.lane), laneOf: app.laneOf});
  plan.height = Math.max(plan.height, stage.clientHeight - 4);
  for (const band of plan.stacked ? [] : plan.bands) band.h = plan.height;
  const svg = draw("svg", {
    class: `lanes${plan.stacked ? " stacked" : ""}${edges.length > 150 ? " dense" : ""}`,
    width: plan.width,
    height: plan.height,
    viewBox: `0 0 ${plan.width} ${plan.height}`,
    role: "group",
    "aria-label": app.t("lanes"),
    onclick: (event) => event.target === svg && app.clear(),
  });
  svg.append(
    ...plan.bands.map((band, k) => bandShape(app, band, k)),
    edgeShapes(app, edges, plan),
    ...boxShapes(app, nodes, plan),
  );
  fill(stage, svg, plan.stacked ? null : heads(app, plan));
  app.lanesPlan = plan;
  mark(app, stage);
  hoverable(app, svg);
  return svg;
}

/** Room for the panel: a small picture makes way, a big one keeps its places and scrolls. */
function beside(app, stage) {
  return isSmall(app) && stage.clientWidth > 760 && (app.state.selected || app.state.edge) ? PANEL : 0;
}

/** Is the picture small enough to be laid out anew when the panel opens? */
export function isSmall(app) {
  return app.laned.nodes.length <= 60;
}

function bandShape(app, band, k) {
  return draw(
    "g",
    {class: k % 2 ? "band odd" : "band"},
    draw("rect", {x: band.x, y: band.y, width: band.w, height: band.h}),
    draw("text", {class: "head", x: band.x + 10, y: band.y + 22}, `${app.laneName(band.lane)} ${band.count}`),
  );
}

/** Headings that stay in sight while the lanes scroll. */
function heads(app, plan) {
  const svg = draw("svg", {class: "heads", width: plan.width, height: SIZE.head, "aria-hidden": "true"});
  plan.bands.forEach((band, k) => svg.append(bandShape(app, {...band, h: SIZE.head}, k)));
  return el("div", {class: "sticky"}, svg);
}

function edgeShapes(app, edges, plan) {
  return draw(
    "g",
    {class: "edges"},
    edges.map((edge) => {
      const d = curve(plan.boxes.get(edge.s), plan.boxes.get(edge.o), plan.stacked);
      const kind = `${edge.quiet ? "quiet " : ""}${edge.basis === "stated" ? "" : "inferred"}`;
      return draw(
        "g",
        {class: `edge ${kind}`, "data-k": edge.k, onclick: () => app.selectEdge(edge)},
        draw("path", {class: "line", d}),
        edge.quiet ? null : draw("path", {class: "hit", d}, draw("title", {}, edgeTitle(app, edge))),
      );
    }),
  );
}

/** One line that says what an edge says. */
export function edgeTitle(app, edge) {
  return `${edge.s.name} ${app.relationName(edge.p)} ${edge.o.name}${app.aside(app.basisName(edge))}`;
}

function curve(a, b, stacked) {
  if (stacked) return upright(a, b);
  const [ay, by] = [a.y + a.h / 2, b.y + b.h / 2];
  if (a.x === b.x) return `M${a.x + a.w} ${ay}C${a.x + a.w + 18} ${ay} ${b.x + b.w + 18} ${by} ${b.x + b.w} ${by}`;
  const right = b.x > a.x,
    ax = right ? a.x + a.w : a.x,
    bx = right ? b.x : b.x + b.w,
    bend = (bx - ax) * 0.45;
  return `M${ax} ${ay}C${ax + bend} ${ay} ${bx - bend} ${by} ${bx} ${by}`;
}

function upright(a, b) {
  const [ax, bx] = [a.x + a.w / 2, b.x + b.w / 2],
    down = b.y > a.y,
    ay = down ? a.y + a.h : a.y,
    by = down ? b.y : b.y + b.h;
  return `M${ax} ${ay}C${ax} ${(ay + by) / 2} ${bx} ${(ay + by) / 2} ${bx} ${by}`;
}

function boxShapes(app, nodes, plan) {
  const inOrder = [...plan.boxes.keys()].filter((node) => nodes.includes(node));
  return inOrder.map((node, k) => boxShape(app, node, plan.boxes.get(node), k === 0));
}

/** Is the picture drawn around this thing? */
function isHome(app, node) {
  return node.id === (app.state.focus || app.meta.focus);
}

function boxShape(app, node, box, first) {
  const middle = box.h / 2,
    top = middle - ((box.lines.length - 1) * SIZE.line) / 2;
  return draw(
    "g",
    {
      class: `box t-${node.type}${isHome(app, node) ? " home" : ""}`,
      "data-id": node.id,
      transform: `translate(${box.x} ${box.y})`,
      role: "button",
      tabindex: first ? 0 : -1,
      "aria-label": app.pair(app.className(node.type), node.name),
      onclick: (event) => {
        if (event.detail < 2) {
          app.tapped = {id: node.id, at: event.timeStamp};
          app.select(node.id);
        }
      },
      onkeydown: (event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          app.select(node.id);
        }
      },
    },
    draw("rect", {class: "card", width: box.w, height: box.h, rx: 5}),
    draw("rect", {
      class: "chip",
      x: SIZE.pad - 1,
      y: middle - SIZE.chip / 2,
      width: SIZE.chip,
      height: SIZE.chip,
      rx: 4,
    }),
    draw("text", {class: "glyph", x: SIZE.pad - 1 + SIZE.chip / 2, y: middle + 4.5}, app.glyph(node.type)),
    box.lines.map((line, k) =>
      draw("text", {class: "name", x: SIZE.chip + SIZE.pad * 2 - 1, y: top + k * SIZE.line + 4.5}, line),
    ),
    draw("title", {}, node.name),
  );
}
