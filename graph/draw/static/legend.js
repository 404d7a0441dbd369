// The legend, which is also the filter: every class and relation with its count, basis, confidence, years.

import {el, fill} from "./dom.js";
import {counts} from "./filter.js";
import {chip} from "./panel.js";

/** Draw the legend for the state. */
export function showLegend(app, legend) {
  const active = document.activeElement?.dataset?.key,
    {classes, relations, years} = counts(app.graph, app.state, app.route);
  legend.setAttribute("aria-label", app.t("filters"));
  fill(
    legend,
    group(
      app,
      "classes",
      [...app.graph.classes.keys()]
        .filter((type) => classes.has(type))
        .map((type) =>
          check(app, "classes", type, [chip(app, type), el("span", {}, app.className(type))], classes.get(type)),
        ),
    ),
    basis(app),
    group(
      app,
      "relations",
      [...app.graph.relations.keys()]
        .filter((p) => relations.has(p))
        .map((p) => check(app, "relations", p, [el("span", {}, app.relationName(p))], relations.get(p))),
    ),
    confidence(app),
    years.size > 1 ? yearRange(app, years) : null,
    el("button", {class: "reset", onclick: app.reset, "data-key": "reset"}, app.t("reset")),
  );
  if (active) legend.querySelector(`[data-key="${CSS.escape(active)}"]`)?.focus();
}

function group(app, key, rows) {
  return rows.length ? el("fieldset", {}, el("legend", {}, app.t(key)), rows) : null;
}

function check(app, key, item, label, count) {
  const off = app.state[key].includes(item);
  const input = el("input", {type: "checkbox", "data-key": `${key}:${item}`, onchange: () => app.toggle(key, item)});
  input.checked = !off;
  return el(
    "label",
    {class: off ? "check off" : "check"},
    input,
    label,
    el("span", {class: "count"}, app.number(count)),
  );
}

function basis(app) {
  const radio = (value, key, extra) => {
    const input = el("input", {
      type: "radio",
      name: "basis",
      "data-key": `basis:${value}`,
      onchange: () => app.update({basis: value}),
    });
    input.checked = app.state.basis === value;
    return el("label", {class: "check"}, input, extra, el("span", {}, app.t(key)));
  };
  const line = (kind) => el("span", {class: `sample ${kind}`, "aria-hidden": "true"});
  return el(
    "fieldset",
    {},
    el("legend", {}, app.t("basis")),
    radio("", "basisAll"),
    radio("stated", "basisStated", line("solid")),
    radio("inferred", "basisInferred", line("dashed")),
  );
}

function confidence(app) {
  if (app.graph.edges.every((edge) => edge.confidence === 1)) return null;
  const label = `${app.t("confidence")} ${Math.round(app.state.confidence * 100)}%`;
  const input = el("input", {
    type: "range",
    min: 0,
    max: 1,
    step: 0.05,
    "data-key": "confidence",
    "aria-label": label,
    onchange: (event) => app.update({confidence: Number(event.target.value)}),
  });
  input.value = app.state.confidence;
  return el("fieldset", {}, el("legend", {}, label), input);
}

function yearRange(app, years) {
  const keys = [...years.keys()],
    first = keys[0],
    last = keys.at(-1),
    most = Math.max(...years.values());
  const from = app.state.from || first,
    to = app.state.to || last;
  const slider = (key, value, set) => {
    const input = el("input", {
      type: "range",
      min: first,
      max: last,
      step: 1,
      "data-key": key,
      "aria-label": `${app.t("years")} ${value}`,
      onchange: (event) => set(Number(event.target.value)),
    });
    input.value = value;
    return input;
  };
  const bars = [];
  for (let year = first; year <= last; year++) {
    const bar = el("span", {
      class: year >= from && year <= to ? "bar-in" : "bar-out",
      title: app.pair(year, years.get(year) || 0),
    });
    bar.style.height = `${Math.ceil(28 * ((years.get(year) || 0) / most))}px`;
    bars.push(bar);
  }
  return el(
    "fieldset",
    {},
    el("legend", {}, `${app.t("years")} ${from}–${to}`),
    el("div", {class: "histogram", "aria-hidden": "true"}, bars),
    slider("from", from, (year) => app.update({from: year <= first ? 0 : Math.min(year, to)})),
    slider("to", to, (year) => app.update({to: year >= last ? 0 : Math.max(year, from)})),
    el("p", {class: "muted"}, app.t("undated")),
  );
}
