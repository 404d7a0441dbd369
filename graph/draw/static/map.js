// The map: positions from the file, dots by vis-network without physics, discs for groups, an overview that opens.

import {el, fill, textWidth} from "./dom.js";
import {wrap} from "./lines.js";
import {controls, fit, groupList} from "./mapcontrols.js";
import {bundles, dataOf, discsOf, isOpen} from "./mapdata.js";
import {smooth} from "./moving.js";
import {paintBundles, paintDiscs, paintGlyphs, paintLabels, paintLit, palette, placeLabels, radius} from "./overlay.js";

const OPTIONS = {
  physics: false,
  autoResize: true,
  layout: {improvedLayout: false},
  nodes: {shape: "dot", borderWidth: 0, chosen: false},
  edges: {smooth: false, chosen: false, selectionWidth: 0, hoverWidth: 0},
  interaction: {
    hideEdgesOnDrag: true,
    hideEdgesOnZoom: true,
    hover: false,
    dragNodes: false,
    multiselect: false,
    selectConnectedEdges: false,
    zoomSpeed: 0.6,
  },
};

/** Draw what is shown as a map. */
export function showMap(app, stage) {
  if (!app.shown.nodes.length)
    return fill(stage, el("p", {class: "empty"}, app.t(app.graph.nodes.length ? "empty" : "emptyNetwork")));
  const box = el("div", {
    class: "plane",
    role: "img",
    "aria-label": app.pair(app.t("map"), `${app.shown.nodes.length} ${app.t("things")}`),
  });
  const discs = discsOf(app),
    nodes = app.shown.nodes.filter((node) => isOpen(app, node.group));
  fill(stage, box, controls(app), discs.length > 1 ? groupList(app, discs) : null);
  const colours = {...palette(app), font: getComputedStyle(document.body).fontFamily};
  const net = new vis.Network(box, dataOf(app, nodes, colours), OPTIONS);
  app.map = {
    net,
    nodes,
    discs,
    colours,
    kept: new Set(nodes),
    ranked: [...nodes].sort((a, b) => b.rank - a.rank),
    closed: discs.filter(({group}) => !isOpen(app, group.k)),
    labels: [],
  };
  app.map.bundles = discs.length > 1 ? bundles(app) : [];
  net.on("beforeDrawing", (ctx) => {
    paintBundles(ctx, app.map.bundles, colours, net.getScale());
    paintDiscs(ctx, discs, colours, ({group}) => isOpen(app, group.k));
  });
  net.on("afterDrawing", (ctx) => paintOver(app, ctx));
  net.on("click", (event) => clicked(app, event));
  net.on("doubleClick", (event) => event.nodes.length && app.focus(app.graph.nodes[event.nodes[0]].id));
  smooth(app);
  fit(app);
  return box;
}

function paintOver(app, ctx) {
  const {net, nodes, colours} = app.map,
    scale = net.getScale(),
    view = net.getViewPosition(),
    canvas = net.canvas.frame.canvas;
  const ratio = window.devicePixelRatio || 1,
    size = {w: canvas.width / ratio, h: canvas.height / ratio};
  const screen = (x, y) => [(x - view.x) * scale + size.w / 2, (y - view.y) * scale + size.h / 2];
  paintGlyphs(ctx, app, nodes, colours, scale);
  const chosen = chosenNodes(app),
    edge = app.state.edge === "" ? null : app.graph.edges[Number(app.state.edge)];
  const near = chosen.length
    ? paintLit(ctx, app, chosen, edge, colours, {
        x: view.x - size.w / scale,
        y: view.y - size.h / scale,
        w: (2 * size.w) / scale,
        h: (2 * size.h) / scale,
      })
    : null;
  if (near) paintGlyphs(ctx, app, near, colours, scale);
  app.map.labels = placeLabels(candidates(app, near, screen, size, scale), textWidth);
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  paintLabels(ctx, app.map.labels, colours);
  ctx.restore();
}

function chosenNodes(app) {
  const node = app.graph.byId.get(app.state.selected),
    edge = app.state.edge === "" ? null : app.graph.edges[Number(app.state.edge)];
  return (node ? [node] : edge ? [edge.s, edge.o] : []).filter((each) => app.map.kept.has(each));
}

function candidates(app, near, screen, size, scale) {
  const inside = ([x, y]) => x > -60 && y > -20 && x < size.w + 60 && y < size.h + 20,
    found = [];
  const add = (text, x, y, px, bold, dot) => inside([x, y]) && found.push({text, x, y, size: px, bold, dot});
  const dot = (node, bold) => {
    const [x, y] = screen(node.x, node.y);
    node.label ??= wrap(node.short, 170, 1, 12)[0];
    const r = radius(node) * scale;
    add(node.label, x, y + r + 2, 12, bold, {x, y, r});
  };
  for (const node of near ? [...near].sort((a, b) => b.rank - a.rank) : []) dot(node, node.id === app.state.selected);
  if (!near && app.map.discs.length > 1) for (const disc of app.map.discs) discLabel(app, disc, screen, scale, add);
  if (!near && (scale > 0.28 || app.map.nodes.length < 400)) for (const node of app.map.ranked) dot(node, false);
  return found;
}

function discLabel(app, {group, count}, screen, scale, add) {
  const [x, y] = screen(group.x, group.y),
    r = group.r * scale,
    size = r > 48 ? 14 : 11,
    room = Math.max(60, r * 2 - 8);
  if (isOpen(app, group.k))
    return add(`${wrap(group.label, 190, 1, size)[0]} ${count}`, x, r > 50 ? y - r + 3 : y - size / 2, size, true);
  add(wrap(group.label, room, 1, size)[0], x, y - size + 1, size, true);
  return r > 20 && add(app.number(count), x, y + 8, 11, false);
}

function clicked(app, {nodes, edges, pointer}) {
  if (nodes.length) return app.select(app.graph.nodes[nodes[0]].id);
  const disc = app.map.closed.find(
    ({group}) => Math.hypot(pointer.canvas.x - group.x, pointer.canvas.y - group.y) < group.r,
  );
  if (disc) return app.toggle("open", String(disc.group.k));
  if (edges.length && app.graph.edges[edges[0]]) return app.selectEdge(app.graph.edges[edges[0]]);
  return app.clear();
}

/** Draw the selection again without rebuilding the map. */
export function redraw(app) {
  app.map?.net.redraw();
}
