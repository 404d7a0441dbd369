// What of a network is shown under a state, and how much is not.

import {PASSIVE, around, compare} from "./model.js";

/** Nodes at most depth links from one; documents and places end a walk. */
export function neighbours(start, depth, allowed = () => true) {
  const seen = new Set([start]);
  let ring = [start];
  for (let step = 0; step < depth; step++) {
    const next = [];
    for (const node of ring) {
      if (node !== start && PASSIVE.has(node.type)) continue;
      for (const [edge, other] of around(node))
        if (!seen.has(other) && allowed(edge)) {
          seen.add(other);
          next.push(other);
        }
    }
    ring = next;
  }
  return seen;
}

/** Does the link pass the filters of relation, basis and confidence? */
export function passes(edge, state) {
  return (
    !state.relations.includes(edge.p) &&
    edge.confidence >= state.confidence &&
    (!state.basis || (edge.basis === "stated") === (state.basis === "stated"))
  );
}

function inYears(node, state) {
  return node.year === null || ((!state.from || node.year >= state.from) && (!state.to || node.year <= state.to));
}

/** The nodes in scope before filters: everything, a neighbourhood, or a path. */
export function scope(graph, state, path) {
  if (path) return new Set(path.nodes);
  const focus = graph.byId.get(state.focus);
  return focus ? neighbours(focus, state.depth) : new Set(graph.nodes);
}

/** {nodes, edges, total, hidden}: what is shown, of how much. */
export function visible(graph, state, path) {
  const all = scope(graph, state, path);
  const nodes = [...all]
    .filter((node) => !state.classes.includes(node.type) && inYears(node, state))
    .sort((a, b) => a.k - b.k);
  const kept = new Set(nodes),
    allowed = path && new Set(path.edges);
  const edges = graph.edges.filter(
    (edge) => kept.has(edge.s) && kept.has(edge.o) && passes(edge, state) && (!allowed || allowed.has(edge)),
  );
  return {nodes, edges, kept, total: all.size, hidden: all.size - nodes.length};
}

/** The best linked n of the shown, in the order they had; things in keep always stay. */
export function best(shown, n, keep = []) {
  if (shown.nodes.length <= n) return shown;
  const first = (node) => (keep.includes(node.id) ? 0 : 1);
  const ranked = [...shown.nodes].sort((a, b) => first(a) - first(b) || b.rank - a.rank || a.k - b.k).slice(0, n);
  const kept = new Set(ranked),
    nodes = ranked.sort((a, b) => a.k - b.k);
  return {...shown, nodes, kept, edges: shown.edges.filter((edge) => kept.has(edge.s) && kept.has(edge.o)), cut: n};
}

/** Counts by class and by relation over everything in scope, hidden ones too, so that a legend can bring them back. */
export function counts(graph, state, path) {
  const nodes = scope(graph, state, path),
    classes = new Map(),
    relations = new Map(),
    years = new Map();
  for (const node of nodes) {
    bump(classes, node.type);
    if (node.year) bump(years, node.year);
  }
  for (const edge of graph.edges) if (nodes.has(edge.s) && nodes.has(edge.o)) bump(relations, edge.p);
  return {classes, relations, years: new Map([...years].sort((a, b) => a[0] - b[0]))};
}

function bump(map, key) {
  map.set(key, (map.get(key) || 0) + 1);
}

/** Nodes by name. */
export function byName(nodes) {
  return [...nodes].sort((a, b) => compare(a.name, b.name));
}
