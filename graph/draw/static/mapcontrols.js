// Zoom, fit, and the list of groups for the keyboard.

import {el} from "./dom.js";
import {isOpen} from "./mapdata.js";

const PANEL = 378;

/** Show everything that is drawn, beside the panel if it is open. */
export function fit(app) {
  const {net} = app.map;
  const frame = net.canvas.frame;
  const covered = frame.clientWidth > 760 && document.body.classList.contains("open") ? PANEL : 0;
  const [left, top, right, bottom] = extent(app);
  const across = (frame.clientWidth - covered) / (right - left + 20);
  const scale = Math.min(1.4, across, frame.clientHeight / (bottom - top + 20));
  net.moveTo({position: {x: (left + right) / 2 + covered / 2 / scale, y: (top + bottom) / 2}, scale});
}

/** [left, top, right, bottom] of the group that was opened last, else of all groups, else of the dots with labels. */
function extent(app) {
  const {nodes, discs, closed} = app.map;
  if (!closed.length && discs.length < 2) return bounds(nodes.map(({x, y}) => [x - 60, y - 30, x + 60, y + 44]));
  const last = app.state.open.at(-1);
  const wanted = last === undefined ? discs : discs.filter(({group}) => last === String(group.k));
  return bounds((wanted.length ? wanted : discs).map(({group: {x, y, r}}) => [x - r, y - r, x + r, y + r]));
}

function bounds(boxes) {
  const side = (k, most) => boxes.reduce((value, box) => most(value, box[k]), boxes[0][k]);
  return [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)];
}

/** Buttons to zoom and to fit. */
export function controls(app) {
  const zoom = (by) => app.map.net.moveTo({scale: app.map.net.getScale() * by});
  const button = (key, sign, onclick) => el("button", {onclick, "aria-label": app.t(key), title: app.t(key)}, sign);
  return el(
    "div",
    {class: "zoom"},
    button("zoomIn", "+", () => zoom(1.4)),
    button("zoomOut", "−", () => zoom(1 / 1.4)),
    button("fit", "⤢", () => fit(app)),
  );
}

/** Groups as a list, for the keyboard and for names that do not fit their disc. */
export function groupList(app, discs) {
  const lazy = app.shown.nodes.length > app.meta.limits[1];
  const go = (group) =>
    lazy
      ? app.toggle("open", String(group.k))
      : app.map.net.moveTo({
          position: {x: group.x, y: group.y},
          scale: Math.min(1, app.map.net.canvas.frame.clientHeight / (2.1 * group.r)),
        });
  return el(
    "details",
    {class: "groups"},
    el("summary", {}, `${app.t("group")} ${discs.length}`),
    el(
      "ul",
      {},
      discs.map(({group, count}) =>
        el(
          "li",
          {},
          el(
            "button",
            {onclick: () => go(group), "aria-pressed": lazy ? String(isOpen(app, group.k)) : null},
            group.label || "—",
            " ",
            el("span", {class: "count"}, app.t("members", {n: count})),
          ),
        ),
      ),
    ),
  );
}
