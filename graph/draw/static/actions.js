// What a reader can do: every change of state goes through here, so that URL, history and pictures stay together.

import {fromFragment, fresh, toFragment} from "./state.js";
import {findPath} from "./path.js";
import {best, visible} from "./filter.js";

const NUMBERS = {zh: new Intl.NumberFormat("zh"), en: new Intl.NumberFormat("en")};

/** The application: graph, state, words, and the actions on them; render is called after every change. */
export function makeApp(graph, render) {
  const app = {graph, meta: graph.meta, state: fromFragment(location.hash, graph.meta), render, trail: 0};
  Object.assign(app, words(app), changes(app), choices(app));
  app.refresh();
  return app;
}

function words(app) {
  const index = () => (app.state.lang === "en" ? 1 : 0),
    lang = () => (app.state.lang === "en" ? "en" : "zh");
  const t = (key, values = {}) =>
    (app.graph.strings[key]?.[index()] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  const inferredBy = (edge) => {
    const key = `by.${edge.basis}`;
    return t(key) === key ? pair(t("inferred"), edge.rule || edge.basis) : t(key);
  };
  const pair = (name, value) => (index() ? `${name}: ${value}` : `${name}：${value}`),
    aside = (text) => (index() ? ` (${text})` : `（${text}）`),
    list = (items) => items.join(index() ? ", " : "、");
  return {
    t,
    pair,
    aside,
    list,
    className: (type) => app.graph.classes.get(type)[lang()],
    glyph: (type) => app.graph.classes.get(type).glyph,
    relationName: (p, inverse = false) => app.graph.relations.get(p)[inverse ? `${lang()}_inverse` : lang()],
    laneName: (lane) => app.graph.lanes.find((row) => row.lane === lane)?.[lang()] ?? lane,
    laneOf: (node) => app.graph.classes.get(node.type).lane,
    number: (n) => NUMBERS[lang()].format(n),
    areaName: (code) => app.graph.byId.get(`place/${code}`)?.name ?? code,
    code: (key, value) => (app.graph.strings[`${key}.${value}`] ? t(`${key}.${value}`) : t(value)),
    basisName: (edge) => (edge.basis === "stated" ? t("stated") : inferredBy(edge)),
  };
}

function changes(app) {
  function refresh() {
    const [a, b] = app.state.pair.map((id) => app.graph.byId.get(id));
    app.route = a && b ? findPath(a, b) : null;
    app.shown = visible(app.graph, app.state, app.route);
    app.laned = best(app.shown, app.meta.limits[0], [app.state.selected, app.state.focus]);
  }
  function update(patch, push = false) {
    app.state = {...app.state, ...patch};
    refresh();
    const hash = `#${toFragment(app.state, app.meta)}`;
    if (push) {
      app.trail += 1;
      history.pushState(null, "", hash);
    } else history.replaceState(null, "", hash);
    app.render(app, patch);
  }
  function restore() {
    app.state = fromFragment(location.hash, app.meta);
    refresh();
    app.render(app, null);
  }
  return {refresh, update, restore};
}

function choices(app) {
  const toggled = (list, item) => (list.includes(item) ? list.filter((other) => other !== item) : [...list, item]);
  return {
    select: (id) => app.update({selected: id, edge: ""}),
    selectEdge: (edge) => app.update({selected: "", edge: String(edge.k)}),
    clear: () => app.update({selected: "", edge: ""}),
    focus: (id, depth = 1) =>
      app.update(
        {
          focus: id,
          depth,
          selected: id,
          edge: "",
          pair: [],
          view: ["map", "lanes"].includes(app.view()) ? app.state.view : "lanes",
        },
        true,
      ),
    deepen: (by) => app.update({depth: Math.max(1, app.state.depth + by)}, true),
    back: () => {
      if (app.trail > 0) {
        app.trail -= 1;
        history.back();
      } else app.update({focus: "", depth: 1, pair: []});
    },
    show: (view) => app.update({view}, true),
    toggle: (key, item) => app.update({[key]: toggled(app.state[key], item)}),
    path: (id) => {
      const pair = app.state.pair.length === 1 && app.state.pair[0] !== id ? [app.state.pair[0], id] : [id];
      app.update({pair, focus: ""}, pair.length === 2);
    },
    reset: () =>
      app.update({...fresh(app.meta), view: app.state.view, lang: app.state.lang, theme: app.state.theme}, true),
    view: () => app.state.view || (app.shown.total <= app.meta.limits[0] ? "lanes" : "map"),
  };
}
