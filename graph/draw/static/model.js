// The payload as linked objects: nodes know their edges, edges their ends and their places in documents.

export const PASSIVE = new Set(["document", "place"]);

/** Turn the JSON block into {nodes, edges, byId, classes, relations, docs, meta, …}. */
export function readGraph(data) {
  const graph = {
    meta: data,
    docs: data.docs,
    groups: data.groups.map(asGroup),
    strings: data.strings,
    lanes: data.lanes,
    classes: table(data.classes, "type"),
    relations: table(data.relations, "p"),
  };
  graph.nodes = data.nodes.map((row, k) => asNode(row, k, data));
  graph.edges = data.edges.map((row, k) => asEdge(row, k, graph.nodes, data));
  graph.byId = new Map(graph.nodes.map((node) => [node.id, node]));
  for (const edge of graph.edges) {
    edge.s.out.push(edge);
    edge.o.in.push(edge);
  }
  addUnknown(graph);
  for (const edge of graph.edges) edge.quiet = isQuiet(edge, graph.relations.get(edge.p).quiet);
  for (const node of graph.nodes) node.rank = rank(node);
  return graph;
}

function table(rows, key) {
  return new Map(rows.map((row) => [row[key], row]));
}

function asGroup([label, size, x, y, r], k) {
  return {k, label, size, x, y, r};
}

function asNode(row, k, data) {
  return {
    k,
    id: row.id,
    type: row.t,
    name: row.n,
    short: row.l || row.n,
    aliases: row.a || [],
    pinyin: row.py || "",
    area: row.ar || "",
    docs: row.d || [],
    year: row.y ?? null,
    period: row.pe || null,
    facts: row.f || {},
    evidence: places(row.ev, data),
    x: row.x || 0,
    y: row.yy || 0,
    group: row.g || 0,
    out: [],
    in: [],
  };
}

function asEdge(row, k, nodes, data) {
  return {
    k,
    s: nodes[row.s],
    o: nodes[row.o],
    p: row.p,
    role: row.r || "",
    basis: row.b || "stated",
    rule: row.u || "",
    confidence: row.c ?? 1,
    evidence: places(row.ev, data),
  };
}

function places(rows = [], data) {
  return rows.map(([quote, doc, start, end, section, before, after]) => ({
    quote: data.quotes[quote],
    doc: data.docs[doc] || null,
    start,
    end,
    section,
    before: data.quotes[before] ?? "",
    after: data.quotes[after] ?? "",
  }));
}

/** Classes and relations that the tables do not know still get a row. */
function addUnknown(graph) {
  for (const {type} of graph.nodes)
    if (!graph.classes.has(type))
      graph.classes.set(type, {type, lane: "firm", glyph: [...type][0] || "?", zh: type, en: type});
  for (const {p} of graph.edges)
    if (!graph.relations.has(p))
      graph.relations.set(p, {p, zh: p, en: p, zh_inverse: `← ${p}`, en_inverse: `← ${p}`, quiet: ""});
}

/** Containment is drawn on demand only: always (1), or from one class (a document mentions everything). */
function isQuiet(edge, quiet) {
  return quiet === "1" || quiet === edge.s.type;
}

/** Number of other things a node is linked to, containment counting nothing. */
function rank(node) {
  const others = new Set();
  for (const edge of node.out) if (!edge.quiet) others.add(edge.o.k);
  for (const edge of node.in) if (!edge.quiet) others.add(edge.s.k);
  others.delete(node.k);
  return others.size;
}

/** All edges of a node with the other end. */
export function around(node) {
  return [...node.out.map((edge) => [edge, edge.o]), ...node.in.map((edge) => [edge, edge.s])];
}

/** Natural order: 3.2 before 3.10, Chinese by the locale. */
const collator = new Intl.Collator("zh", {numeric: true});
export function compare(a, b) {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Where a thing stands in its documents: first offset, for reading order. */
export function position(node) {
  return node.evidence.length ? node.evidence[0].start : 1e12;
}
