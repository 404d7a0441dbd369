// The table of contents of the page: read the data, draw every part, listen to keys and history.

import {readGraph} from "./model.js";
import {VIEWS} from "./state.js";
import {makeApp} from "./actions.js";
import {focusBox, mark, moveFocus, uncover} from "./lanefocus.js";
import {isSmall, showLanes} from "./lanes.js";
import {redraw, showMap} from "./map.js";
import {showPanel} from "./panel.js";
import {showLegend} from "./legend.js";
import {showTable} from "./table.js";
import {showMatrix} from "./matrix.js";
import {showTimeline} from "./timeline.js";
import {showTree} from "./tree.js";
import {showCharts} from "./charts.js";
import {showSearch} from "./combobox.js";
import {showFoot, showNote, showTabs, showTools} from "./header.js";

const PICTURES = {
  lanes: showLanes,
  map: showMap,
  matrix: showMatrix,
  timeline: showTimeline,
  tree: showTree,
  charts: showCharts,
  table: showTable,
};
const SELECTION = new Set(["selected", "edge"]);
const at = (id) => document.getElementById(id);

/** Draw what a change of state touches; a mere selection leaves the picture standing. */
function render(app, patch) {
  const selecting = patch && Object.keys(patch).every((key) => SELECTION.has(key));
  dress(app);
  const wasOpen = document.body.classList.contains("open");
  showPanel(app, at("panel"));
  document.body.classList.toggle("open", !at("panel").hidden);
  if (selecting && app.view() === "lanes" && isSmall(app) && wasOpen === at("panel").hidden) return picture(app);
  if (selecting) return app.view() === "map" ? redraw(app) : (mark(app, at("stage")), uncover(app, at("stage")));
  if (!patch || "lang" in patch) {
    showSearch(app, at("find"));
    showTools(app, at("tools"), at("stage"));
    showFoot(app, at("foot"));
    at("skip").textContent = app.t("skip");
  }
  showTabs(app, at("tabs"));
  showLegend(app, at("legend"));
  showNote(app, at("note"));
  return picture(app);
}

function picture(app) {
  at("stage").className = `stage is-${app.view()}`;
  at("stage").setAttribute("aria-label", app.t(app.view()));
  app.map?.net.destroy();
  app.map = null;
  PICTURES[app.view()](app, at("stage"));
  if (app.view() === "lanes" && app.state.selected) uncover(app, at("stage"), 0);
}

function dress(app) {
  document.documentElement.lang = app.state.lang === "en" ? "en" : "zh";
  document.documentElement.dataset.theme = app.dark() ? "dark" : "light";
}

/** Show a thing that was searched for, wherever it is: filters and focus that hide it give way. */
function reveal(app, id) {
  const hidden = !app.shown.kept.has(app.graph.byId.get(id));
  if (hidden)
    app.update(
      {
        focus: "",
        pair: [],
        classes: app.state.classes.filter((type) => type !== app.graph.byId.get(id).type),
        from: 0,
        to: 0,
        selected: id,
        edge: "",
      },
      true,
    );
  else if (app.view() === "lanes" && app.laned.kept.has(app.graph.byId.get(id))) app.select(id);
  else
    app.update({
      selected: id,
      edge: "",
      open: app.meta.limits[1] < app.shown.nodes.length ? [String(app.graph.byId.get(id).group)] : app.state.open,
    });
  if (app.view() === "map" && app.map) {
    const node = app.graph.byId.get(id);
    app.map.net.moveTo({position: {x: node.x, y: node.y}, scale: Math.max(0.9, app.map.net.getScale())});
  }
  if (app.view() === "lanes") focusBox(at("stage"), id);
}

function keys(app, event) {
  const typing = event.target.matches?.("input:not([type=checkbox]):not([type=radio]), textarea"),
    box = event.target.closest?.(".box");
  if (event.ctrlKey || event.metaKey || event.altKey || typing) return;
  const act = {
    "/": () => at("search").focus(),
    Escape: () => (at("panel").hidden ? app.state.pair.length && app.update({pair: []}) : app.clear()),
    f: () => (app.state.selected || box) && app.focus(box?.dataset.id || app.state.selected),
    b: app.back,
    Backspace: app.back,
    ...Object.fromEntries(VIEWS.map((view, k) => [String(k + 1), () => app.show(view)])),
    ...(box
      ? Object.fromEntries(
          ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"].map((key) => [key, () => moveFocus(app, box, key)]),
        )
      : {}),
  }[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
}

/** A double click is one even if the panel has opened under its second half. */
function twice(app, event) {
  if (event.detail !== 2 || !app.tapped || event.timeStamp - app.tapped.at > 600) return;
  event.stopPropagation();
  app.focus(app.tapped.id);
  app.tapped = null;
}

function start() {
  const night = matchMedia("(prefers-color-scheme: dark)");
  const app = makeApp(readGraph(JSON.parse(at("data").textContent)), render);
  app.dark = () => (app.state.theme ? app.state.theme === "dark" : night.matches);
  app.reveal = (id) => reveal(app, id);
  render(app, null);
  document.addEventListener("keydown", (event) => keys(app, event));
  document.addEventListener("click", (event) => twice(app, event), true);
  addEventListener("popstate", app.restore);
  addEventListener("hashchange", app.restore);
  night.addEventListener("change", () => render(app, null));
  watchWidth(app);
  requestAnimationFrame(() =>
    setTimeout(() => {
      document.documentElement.dataset.ready = Math.round(performance.now());
    }),
  );
}

function watchWidth(app) {
  let width = at("stage").clientWidth,
    timer = 0;
  new ResizeObserver(() => {
    if (Math.abs(at("stage").clientWidth - width) < 8 || app.view() === "map" || matchMedia("print").matches) return;
    width = at("stage").clientWidth;
    clearTimeout(timer);
    timer = setTimeout(() => picture(app), 120);
  }).observe(at("stage"));
}

start();
