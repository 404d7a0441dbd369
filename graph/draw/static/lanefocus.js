// Light and keyboard on the lanes: what is chosen, what it is linked to, where the arrows lead.

import {around} from "./model.js";

/** Show what is selected and what it is linked to; everything else steps back. */
export function mark(app, stage) {
  const node = app.graph.byId.get(app.state.selected),
    edge = app.graph.edges[app.state.edge === "" ? -1 : Number(app.state.edge)];
  light(app, stage, node ? [node] : edge ? [edge.s, edge.o] : [], edge ? new Set([edge]) : null);
}

function light(app, stage, nodes, only = null) {
  const svg = stage.querySelector("svg.lanes");
  if (!svg) return;
  const lit = only ?? new Set(nodes.flatMap((node) => around(node).map(([edge]) => edge)));
  const near = new Set(nodes);
  for (const edge of app.laned.edges)
    if (lit.has(edge)) {
      near.add(edge.s);
      near.add(edge.o);
    }
  svg.classList.toggle("lit", nodes.length > 0);
  svg.classList.toggle("few", app.laned.nodes.length <= 40);
  for (const shape of svg.querySelectorAll(".edge"))
    shape.classList.toggle("on", lit.has(app.graph.edges[Number(shape.dataset.k)]));
  for (const shape of svg.querySelectorAll(".box")) {
    const node = app.graph.byId.get(shape.dataset.id);
    shape.classList.toggle("near", near.has(node));
    shape.classList.toggle("on", nodes.includes(node));
    shape.setAttribute("aria-pressed", node.id === app.state.selected);
  }
}

export function hoverable(app, svg) {
  svg.addEventListener("pointerover", (event) => {
    const box = event.target.closest(".box");
    if (box && !app.state.selected && !app.state.edge && event.pointerType === "mouse")
      light(app, svg.parentElement, [app.graph.byId.get(box.dataset.id)]);
  });
  svg.addEventListener("pointerleave", () => mark(app, svg.parentElement));
}

/** Arrow keys: up and down within a lane, left and right to the next. */
export function moveFocus(app, from, key) {
  const boxes = app.lanesPlan?.boxes,
    here = boxes?.get(app.graph.byId.get(from.dataset.id));
  if (!here) return;
  const away = {ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0]}[key];
  let found = null,
    least = Infinity;
  for (const [node, box] of boxes) {
    const along = (box.x - here.x) * away[0] + (box.y - here.y) * away[1],
      across = Math.abs((box.x - here.x) * away[1]) + Math.abs((box.y - here.y) * away[0]);
    const cost = along + across * 3;
    if (along > 0 && cost < least) {
      least = cost;
      found = node;
    }
  }
  if (found) focusBox(from.ownerSVGElement, found.id);
}

/** Give a box the keyboard. */
export function focusBox(root, id) {
  const box = [...root.querySelectorAll(".box")].find((shape) => shape.dataset.id === id);
  if (!box) return;
  for (const other of root.querySelectorAll(".box[tabindex='0']")) other.setAttribute("tabindex", -1);
  box.setAttribute("tabindex", 0);
  box.focus({preventScroll: true});
  box.scrollIntoView({block: "nearest", inline: "nearest"});
}

/** Bring what is selected out from under the panel, once a double click has had its chance. */
export function uncover(app, stage, delay = 320) {
  setTimeout(() => {
    const box = [...stage.querySelectorAll(".box")].find((shape) => shape.dataset.id === app.state.selected);
    box?.scrollIntoView({block: delay ? "nearest" : "center", inline: "nearest"});
  }, delay);
}
