// Words of documents with the names in them marked and their place beside them.

import {copyText, el} from "./dom.js";
import {citation, split} from "./marks.js";

export function namesOf(node) {
  return [node.name, node.short, ...node.aliases];
}

/** A quote with its names marked and its place. */
export function quote(app, place, wanted) {
  const doc = place.doc ? [place.doc.title, place.doc.number].filter(Boolean).join(" · ") : "";
  const where = [
    place.section && app.t("section", {s: place.section}),
    app.t("offsets", {a: place.start, b: place.end}),
  ]
    .filter(Boolean)
    .join(" · ");
  const copy = (event) => copyText(citation(place, app.t), event.target, app.t("copied"), app.t("notCopied"));
  return el(
    "figure",
    {class: "quote"},
    el(
      "blockquote",
      {},
      rest(place.before, wanted),
      el("span", {class: "said"}, marked(place.quote, wanted)),
      rest(place.after, wanted),
    ),
    el(
      "figcaption",
      {},
      el("span", {class: "doc"}, doc),
      el("span", {class: "where"}, where),
      el("button", {class: "copy", onclick: copy}, app.t("copy")),
    ),
  );
}

/** The rest of the sentence: to be read, not to be cited. */
function rest(words, wanted) {
  return words ? el("span", {class: "rest"}, marked(words, wanted)) : null;
}

export function marked(words, wanted) {
  return split(words, wanted).map(([part, isName]) => (isName ? el("mark", {}, part) : part));
}
