// The bar above the picture: search, views, tools, and the line that says what is shown.

import {copyText, el, fill} from "./dom.js";
import {save} from "./export.js";
import {VIEWS} from "./state.js";

/** The row of views. */
export function showTabs(app, place) {
  place.setAttribute("aria-label", app.t("views"));
  fill(
    place,
    VIEWS.map((view, k) =>
      el(
        "button",
        {
          "aria-current": app.view() === view ? "page" : null,
          "data-view": view,
          title: `${app.t(view)}${app.aside(k + 1)}`,
          onclick: () => app.show(view),
        },
        app.t(view),
      ),
    ),
  );
  const now = place.querySelector("[aria-current]");
  if (now) place.scrollLeft = now.offsetLeft + now.offsetWidth - place.clientWidth;
}

/** Menu, export, language, theme. */
export function showTools(app, place, stage) {
  const item = (kind) =>
    el(
      "button",
      {
        "data-export": kind,
        onclick: (event) => {
          event.target.closest("details").open = false;
          keep(app, stage, kind);
        },
      },
      app.t(kind),
    );
  const link = (event) => copyText(location.href, event.target, app.t("copied"), app.t("notCopied"));
  fill(
    place,
    el(
      "button",
      {
        class: "menu",
        "aria-pressed": String(document.body.classList.contains("filters")),
        onclick: (event) =>
          event.target.setAttribute("aria-pressed", String(document.body.classList.toggle("filters"))),
      },
      app.t("menu"),
    ),
    el(
      "details",
      {class: "export"},
      el("summary", {}, app.t("export")),
      el(
        "div",
        {},
        ["png", "svg", "csv"].map(item),
        el("button", {onclick: () => print()}, app.t("print")),
        el("button", {onclick: link}, app.t("linkHere")),
      ),
    ),
    el(
      "button",
      {id: "language", onclick: () => app.update({lang: app.state.lang === "en" ? "zh" : "en"})},
      app.t("language"),
    ),
    el("button", {id: "theme", onclick: () => app.update({theme: app.dark() ? "light" : "dark"})}, app.t("theme")),
  );
}

/** Save the picture or the rows, or say why there is no picture. */
async function keep(app, stage, kind) {
  if ((await save(app, stage, kind)) === false)
    document.getElementById("note").prepend(el("strong", {class: "alert"}, app.t("noPicture")));
}

/** What is shown of how much, where we are, and the way back. */
export function showNote(app, note) {
  const {shown, state, graph} = app,
    n = app.number,
    laned = app.view() === "lanes" && app.laned.cut;
  const bits = [
    `${app.t("shown")} ${app.t("ofTotal", {n: n(laned ? app.laned.nodes.length : shown.nodes.length), total: n(app.meta.total)})} ${app.t("things")} · ${n(laned ? app.laned.edges.length : shown.edges.length)} ${app.t("links")}`,
    shown.hidden ? app.t("hiddenBy", {n: n(shown.hidden)}) : "",
    laned ? app.t("cutTo", {n: n(app.laned.cut)}) : "",
    graph.nodes.length < app.meta.total ? app.t("cutBefore", {n: n(graph.nodes.length), total: n(app.meta.total)}) : "",
  ].filter(Boolean);
  fill(
    note,
    where(app),
    el("span", {class: "counts"}, bits.join(app.state.lang === "en" ? "; " : "；")),
    el("span", {class: "keys"}, app.t("keysHelp")),
  );
  return state;
}

function where(app) {
  const {state, graph} = app,
    name = (id) => graph.byId.get(id)?.short ?? id,
    button = (key, onclick, disabled = false) => el("button", {onclick, disabled}, app.t(key));
  if (state.pair.length === 2)
    return el(
      "span",
      {class: "where"},
      button("back", app.back),
      el(
        "strong",
        {},
        app.route
          ? app.t("pathOf", {a: name(state.pair[0]), b: name(state.pair[1]), n: app.route.edges.length})
          : app.t("pathNone", {a: name(state.pair[0]), b: name(state.pair[1])}),
      ),
    );
  if (state.pair.length === 1)
    return el(
      "span",
      {class: "where"},
      el("strong", {}, app.t("pathStart", {a: name(state.pair[0])})),
      button("close", () => app.update({pair: []})),
    );
  if (!graph.byId.has(state.focus)) return null;
  return el(
    "span",
    {class: "where"},
    button("back", app.back),
    el("strong", {}, app.t("focusOn", {name: name(state.focus), depth: state.depth})),
    button("deeper", () => app.deepen(1)),
    button("nearer", () => app.deepen(-1), state.depth < 2),
  );
}

/** Store, version, query: what this picture was made from. */
export function showFoot(app, foot) {
  const {storeTime, version, query, scope, read} = app.meta;
  const bit = (key, value) => (value ? el("span", {}, app.pair(app.t(key), value)) : null);
  fill(
    foot,
    el("span", {}, app.t("generated")),
    bit("scope", scope),
    bit("store", storeTime),
    read?.[1] ? el("span", {}, app.t("read", {n: app.number(read[0]), total: app.number(read[1])})) : null,
    bit("version", version),
    query ? el("details", {}, el("summary", {}, app.t("query")), el("pre", {}, query)) : null,
  );
}
