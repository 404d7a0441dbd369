// Quotes with the names in them marked.

/** Split a text into [part, isName] by the longest names first. */
export function split(text, names) {
  const wanted = [...new Set(names.filter((name) => name.length > 1))].sort((a, b) => b.length - a.length);
  const parts = [];
  let plain = "";
  for (let at = 0; at < text.length;) {
    const hit = wanted.find((name) => text.startsWith(name, at));
    if (hit) {
      if (plain) parts.push([plain, false]);
      parts.push([hit, true]);
      plain = "";
      at += hit.length;
    } else plain += text[at++];
  }
  if (plain) parts.push([plain, false]);
  return parts;
}

/** A citation as an analyst pastes it: 「quote」《title》number，第 3.1 节，字符 10–20. */
export function citation(place, t) {
  const doc = place.doc || {title: "", number: ""};
  const title = doc.title ? `《${doc.title.replace(/^《|》$/g, "")}》` : "";
  return [
    `“${place.quote}”——${title}${doc.number}`,
    place.section && t("section", {s: place.section}),
    t("offsets", {a: place.start, b: place.end}),
  ]
    .filter(Boolean)
    .join("，");
}
