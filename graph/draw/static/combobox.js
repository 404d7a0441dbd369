// The search box: a combobox that knows names, pinyin and initials.

import {el, fill} from "./dom.js";
import {chip} from "./panel.js";
import {search} from "./search.js";

/** The search box: a combobox that knows names, pinyin and initials. */
export function showSearch(app, place) {
  const list = el("ul", {id: "hits", role: "listbox", hidden: true, "aria-label": app.t("searchLabel")});
  const input = el("input", {
    id: "search",
    type: "search",
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": "hits",
    "aria-autocomplete": "list",
    "aria-label": app.t("searchLabel"),
    placeholder: app.t("search"),
    autocomplete: "off",
    spellcheck: "false",
    oninput: () => offer(app, input, list),
    onkeydown: (event) => choose(app, event, input, list),
    onfocus: () => input.value && offer(app, input, list),
    onblur: () => setTimeout(() => close(input, list), 150),
  });
  fill(place, input, list);
}

function offer(app, input, list) {
  const hits = search(app.graph, input.value);
  fill(
    list,
    hits.map((node, k) =>
      el(
        "li",
        {
          id: `hit${k}`,
          role: "option",
          "aria-selected": String(k === 0),
          "data-id": node.id,
          onpointerdown: (event) => {
            event.preventDefault();
            take(app, input, list, node.id);
          },
        },
        chip(app, node.type),
        el("span", {class: "hit"}, node.name),
        el("span", {class: "muted"}, app.className(node.type)),
      ),
    ),
    input.value && !hits.length
      ? el("li", {role: "option", class: "muted", "aria-disabled": "true", "aria-selected": "false"}, app.t("noHit"))
      : null,
  );
  list.hidden = !input.value;
  input.setAttribute("aria-expanded", String(!list.hidden));
  if (hits.length) input.setAttribute("aria-activedescendant", "hit0");
  else input.removeAttribute("aria-activedescendant");
}

function choose(app, event, input, list) {
  const options = [...list.querySelectorAll("[data-id]")],
    now = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (step && options.length) {
    event.preventDefault();
    const next = (now + step + options.length) % options.length;
    options.forEach((option, k) => option.setAttribute("aria-selected", String(k === next)));
    options[next].scrollIntoView({block: "nearest"});
    input.setAttribute("aria-activedescendant", options[next].id);
  } else if (event.key === "Enter" && options[now]) take(app, input, list, options[now].dataset.id);
  else if (event.key === "Escape") {
    input.value = "";
    close(input, list);
    input.blur();
  }
}

function take(app, input, list, id) {
  input.value = app.graph.byId.get(id).name;
  close(input, list);
  app.reveal(id);
}

function close(input, list) {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
}
