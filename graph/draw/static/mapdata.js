// What the map draws of a network: groups as discs, dots and lines for vis-network, bundles between groups.

import {radius} from "./overlay.js";

/** Groups of what is shown, biggest first: {group, count, shares: [[class, n]]}. */
export function discsOf(app) {
  const found = new Map(),
    order = [...app.graph.classes.keys()];
  for (const node of app.shown.nodes) {
    if (!found.has(node.group)) found.set(node.group, new Map());
    found.get(node.group).set(node.type, (found.get(node.group).get(node.type) || 0) + 1);
  }
  return app.graph.groups
    .filter((group) => found.has(group.k))
    .map((group) => {
      const shares = [...found.get(group.k)].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
      return {group, shares, count: shares.reduce((sum, [, n]) => sum + n, 0)};
    });
}

/** Is a group drawn with its members?  Always, up to the limit of a whole picture. */
export function isOpen(app, k) {
  return !app.graph.groups.length || app.shown.nodes.length <= app.meta.limits[1] || app.state.open.includes(String(k));
}

export function dataOf(app, nodes, colours) {
  const kept = new Set(nodes),
    many = nodes.length > 400;
  const dots = nodes.map((node) => ({
    id: node.k,
    x: node.x,
    y: node.y,
    size: radius(node),
    color: colours.of.get(node.type),
  }));
  const lines = app.shown.edges
    .filter(
      (edge) =>
        kept.has(edge.s) &&
        kept.has(edge.o) &&
        !edge.quiet &&
        (!many || edge.s.group === edge.o.group || !app.graph.groups.length),
    )
    .map((edge) => ({
      id: edge.k,
      from: edge.s.k,
      to: edge.o.k,
      width: 1,
      color: {color: colours.muted, opacity: many ? 0.35 : 0.6},
      dashes: edge.basis === "stated" ? false : [5, 4],
      arrows: many ? undefined : {to: {enabled: true, scaleFactor: 0.4}},
    }));
  return {nodes: new vis.DataSet(dots), edges: new vis.DataSet(lines)};
}

const BUNDLES = 120;

/** Lines between groups, one per pair, the thickest of them: [group, group, links]. */
export function bundles(app) {
  const found = new Map();
  for (const edge of app.shown.edges) {
    const [a, b] = [edge.s.group, edge.o.group].sort((x, y) => x - y);
    if (a !== b && !edge.quiet) found.set(`${a}|${b}`, (found.get(`${a}|${b}`) || 0) + 1);
  }
  const thick = [...found].sort(([, m], [, n]) => n - m).slice(0, BUNDLES);
  return thick.map(([key, count]) => [...key.split("|").map((k) => app.graph.groups[Number(k)]), count]);
}
