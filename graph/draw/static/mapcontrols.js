// Zoom, fit, and the list of groups for the keyboard.

import {el} from "./dom.js";
import {isOpen} from "./mapdata.js";

/** Show everything that is drawn. */
export function fit(app) {
  const {net, nodes, discs, closed} = app.map,
    canvas = net.canvas.frame;
  const focus = app.state.open.length ? discs.filter(({group}) => app.state.open.at(-1) === String(group.k)) : discs;
  const points =
    discs.length && (closed.length || discs.length > 1)
      ? focus.flatMap(({group: g}) => [
          [g.x - g.r, g.y - g.r],
          [g.x + g.r, g.y + g.r],
        ])
      : nodes.flatMap((n) => [
          [n.x - 60, n.y - 30],
          [n.x + 60, n.y + 44],
        ]);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)],
    low = [Math.min(...xs), Math.min(...ys)],
    high = [Math.max(...xs), Math.max(...ys)];
  const scale = Math.min(
    1.4,
    canvas.clientWidth / (high[0] - low[0] + 20),
    canvas.clientHeight / (high[1] - low[1] + 20),
  );
  net.moveTo({position: {x: (low[0] + high[0]) / 2, y: (low[1] + high[1]) / 2}, scale});
}

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
