// Finding things by what an analyst types: part of a name, an alias, pinyin, or initials.

import {compare} from "./model.js";

/** One form for width, case and blanks. */
export function fold(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s“”"'‘’《》〈〉()（）·—-]+/g, "");
}

/** How well a node answers a folded query: 0 not at all, smaller is better. */
function score(node, query) {
  node.keys ??= {
    names: [node.name, node.short, ...node.aliases].map(fold),
    full: node.pinyin.replaceAll(" ", "").toLowerCase(),
    initials: node.pinyin
      .split(" ")
      .map((s) => s[0] || "")
      .join("")
      .toLowerCase(),
    text: fold(node.facts.text || ""),
  };
  const {names, full, initials, text} = node.keys;
  if (names.includes(query)) return 1;
  if (names.some((name) => name.startsWith(query))) return 2;
  if (names.some((name) => name.includes(query))) return 3;
  if (/^[a-z0-9]+$/.test(query)) {
    if (initials.startsWith(query) || full.startsWith(query)) return 4;
    if (initials.includes(query) || full.includes(query)) return 5;
  }
  return query.length > 1 && text.includes(query) ? 6 : 0;
}

/** The best answers: by quality, then links, then name. */
export function search(graph, text, limit = 12) {
  const query = fold(text);
  if (!query) return [];
  return graph.nodes
    .map((node) => [score(node, query), node])
    .filter(([s]) => s)
    .sort(([s, a], [t, b]) => s - t || b.rank - a.rank || compare(a.name, b.name))
    .slice(0, limit)
    .map(([, node]) => node);
}
