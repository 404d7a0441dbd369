// The chain of links between two things that explains most: hubs cost, containment is left out.

import {PASSIVE, around} from "./model.js";

function cost(edge, other, ends) {
  const hub = ends.has(other) ? 0 : Math.log2(Math.max(1, other.out.length + other.in.length)) / 2;
  return (edge.p === "mentions" ? 2 : 1) + (1 - edge.confidence) + hub;
}

function walkable(edge, ends) {
  return !edge.quiet && [edge.s, edge.o].every((node) => ends.has(node) || !PASSIVE.has(node.type));
}

/** {nodes, edges} from a to b, or null where only hubs join them. */
export function findPath(a, b) {
  const ends = new Set([a, b]),
    best = new Map([[a, 0]]),
    came = new Map(),
    done = new Set();
  const queue = [[0, a]];
  while (queue.length) {
    const [so_far, node] = take(queue);
    if (done.has(node)) continue;
    done.add(node);
    if (node === b) return chain(came, a, b);
    for (const [edge, other] of around(node)) {
      const total = so_far + cost(edge, other, ends);
      if (!walkable(edge, ends) || total >= (best.get(other) ?? Infinity)) continue;
      best.set(other, total);
      came.set(other, edge);
      queue.push([total, other]);
    }
  }
  return null;
}

function take(queue) {
  let least = 0;
  for (let k = 1; k < queue.length; k++) if (queue[k][0] < queue[least][0]) least = k;
  return queue.splice(least, 1)[0];
}

function chain(came, a, b) {
  const nodes = [b],
    edges = [];
  while (nodes[0] !== a) {
    const edge = came.get(nodes[0]);
    edges.unshift(edge);
    nodes.unshift(edge.s === nodes[0] ? edge.o : edge.s);
  }
  return {nodes, edges};
}
