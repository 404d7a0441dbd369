// The scripts' own tests: what needs no browser.  Run with `node --test tests/browser`.

import assert from "node:assert/strict";
import test from "node:test";
import {best, neighbours, visible} from "../../graph/draw/static/filter.js";
import {columns, layOut, order} from "../../graph/draw/static/layout.js";
import {shortened, wrap} from "../../graph/draw/static/lines.js";
import {citation, split} from "../../graph/draw/static/marks.js";
import {readGraph} from "../../graph/draw/static/model.js";
import {outside, placeOf} from "../../graph/draw/static/moving.js";
import {placeLabels} from "../../graph/draw/static/overlay.js";
import {findPath} from "../../graph/draw/static/path.js";
import {fold, search} from "../../graph/draw/static/search.js";
import {fresh, fromFragment, toFragment} from "../../graph/draw/static/state.js";
import {series} from "../../graph/draw/static/charts.js";
import {field} from "../../graph/draw/static/export.js";
import {duties} from "../../graph/draw/static/matrix.js";
import {spans, when} from "../../graph/draw/static/timeline.js";
import {forest} from "../../graph/draw/static/tree.js";

const CLASSES = ["place", "agency", "document", "measure", "platform", "indicator", "programme"].map((type, k) => ({
  type,
  lane: `l${k}`,
  glyph: type[0],
  zh: type,
  en: type,
}));
const RELATIONS = [
  ["leads", ""],
  ["mentions", "document"],
  ["statedIn", "1"],
  ["partOf", ""],
].map(([p, quiet]) => ({p, zh: p, en: p, zh_inverse: p, en_inverse: p, quiet}));

function graphOf(nodes, edges) {
  const ids = nodes.map((node) => node.id);
  return readGraph({
    nodes,
    edges: edges.map(([s, p, o, more]) => ({s: ids.indexOf(s), p, o: ids.indexOf(o), ...more})),
    classes: CLASSES,
    relations: RELATIONS,
    lanes: [],
    strings: {},
    docs: [],
    groups: [],
    quotes: ["甲局牵头"],
  });
}

const small = () =>
  graphOf(
    [
      {id: "a", t: "agency", n: "慈溪市科学技术局", a: ["市科技局"], py: "ci xi shi ke xue ji shu ju", y: 2024},
      {id: "m", t: "measure", n: "加大研发投入", y: 2025, f: {text: "鼓励企业"}},
      {id: "p", t: "platform", n: "创新中心", py: "chuang xin zhong xin"},
      {id: "d", t: "document", n: "答复"},
      {id: "c", t: "place", n: "慈溪市"},
    ],
    [
      ["a", "leads", "m", {b: "issuer", c: 0.6}],
      ["m", "mentions", "p"],
      ["m", "statedIn", "d"],
      ["d", "mentions", "p"],
      ["a", "mentions", "c"],
    ],
  );

test("containment is quiet, and what a document mentions is too", () => {
  assert.deepEqual(
    small().edges.map((edge) => edge.quiet),
    [false, false, true, true, false],
  );
});

test("unknown classes and relations get a row of their own", () => {
  const graph = graphOf(
    [
      {id: "x", t: "__proto__", n: "x"},
      {id: "y", t: "agency", n: "y"},
    ],
    [["x", "constructor", "y"]],
  );
  assert.equal(graph.classes.get("__proto__").glyph, "_");
  assert.equal(graph.relations.get("constructor").zh, "constructor");
});

test("walks end in documents and places", () => {
  const graph = small(),
    names = (set) => [...set].map((node) => node.id).sort();
  assert.deepEqual(names(neighbours(graph.byId.get("a"), 1)), ["a", "c", "m"]);
  assert.deepEqual(names(neighbours(graph.byId.get("a"), 9)), ["a", "c", "d", "m", "p"]);
  assert.deepEqual(names(neighbours(graph.byId.get("p"), 1)), ["d", "m", "p"]);
});

test("filters say how much they hide", () => {
  const graph = small(),
    shown = visible(graph, {...fresh(), classes: ["agency"], from: 2025});
  assert.deepEqual([shown.nodes.length, shown.hidden, shown.total], [4, 1, 5]);
  assert.equal(visible(graph, {...fresh(), basis: "stated"}).edges.length, 4);
  assert.equal(visible(graph, {...fresh(), basis: "inferred"}).edges.length, 1);
  assert.equal(visible(graph, {...fresh(), confidence: 0.7}).edges.length, 4);
});

test("a cut keeps the best linked and what is chosen", () => {
  const graph = small(),
    shown = visible(graph, fresh()),
    cut = best(shown, 2, ["d"]);
  assert.deepEqual(
    cut.nodes.map((node) => node.id),
    ["a", "d"],
  );
  assert.equal(cut.cut, 2);
  assert.equal(best(shown, 5), shown);
});

test("a path leaves containment out", () => {
  const graph = small(),
    path = findPath(graph.byId.get("a"), graph.byId.get("p"));
  assert.deepEqual(
    path.nodes.map((node) => node.id),
    ["a", "m", "p"],
  );
  assert.equal(findPath(graph.byId.get("c"), graphOf([{id: "z", t: "agency", n: "z"}], []).nodes[0]), null);
});

test("names are found by part, alias, pinyin and initials", () => {
  const graph = small(),
    first = (text) => search(graph, text)[0]?.id;
  for (const text of ["科学技术局", "市科技局", "cixishike", "cxskx", "ＣＸＳＫ", "慈溪市 科学"])
    assert.equal(first(text), "a", text);
  assert.equal(first("鼓励企业"), "m");
  assert.equal(first("慈溪市"), "c");
  assert.deepEqual(search(graph, "  "), []);
  assert.equal(fold("《ＡＢ》“c”"), "abc");
});

test("a state comes back from its fragment", () => {
  const state = {
    ...fresh(),
    view: "map",
    focus: "a/b&c=d#e",
    depth: 3,
    classes: ["x", "y"],
    pair: ["p", "q"],
    confidence: 0.35,
    from: 2024,
    lang: "en",
    open: ["3"],
  };
  assert.deepEqual(fromFragment(`#${toFragment(state)}`), state);
  assert.equal(toFragment(fresh()), "");
  assert.deepEqual(fromFragment("#v=bad&d=x&c="), {...fresh(), confidence: 0});
});

test("labels break into lines that fit, and are cut in the middle", () => {
  assert.deepEqual(wrap("甲乙丙丁戊己庚", 13 * 4, 2), ["甲乙丙丁", "戊己庚"]);
  const [line] = wrap("关于推动传统家电产业转型升级的若干政策意见", 13 * 8, 1);
  assert.match(line, /^关于推.*…意见$/u);
  assert.deepEqual(wrap("产值949亿元", 13 * 5, 2).join(""), "产值949亿元");
  assert.ok(wrap("（甲乙）丙", 26, 3).every((each) => !each.startsWith("）")));
  assert.deepEqual(wrap("", 50, 2), []);
});

test("long labels do not take long", () => {
  const start = performance.now();
  wrap("长".repeat(20000), 100, 3);
  assert.ok(performance.now() - start < 500);
});

test("lanes share the width and never more than it", () => {
  for (const width of [700, 1084, 1280, 1900]) {
    const {split, widths} = columns([3, 1, 2, 6, 2, 4, 5, 1], [80, 90, 110, 180, 120, 200, 110, 80], width);
    const taken = widths.reduce((sum, w, k) => sum + (w + 28) * split[k], 0);
    assert.ok(taken <= Math.max(width, 8 * 128), `${taken} of ${width}`);
  }
});

test("a label may cover smaller dots, never a bigger one or another label", () => {
  const at = (x, r) => ({text: "标签标签", x, y: r + 2, size: 12, dot: {x, y: 0, r}});
  const width = (text, size) => text.length * size;
  const [big] = placeLabels([at(0, 16), ...[20, 40, 60, -20, -40, -60].map((x) => at(x, 6))], width);
  assert.equal(big.dot.r, 16);
  const beside = placeLabels([at(0, 6), ...[-60, -30, 30, 60].map((x) => ({...at(x, 16), text: "大"}))], width);
  const [small] = beside;
  assert.ok(small.dot.r === 16 || Math.abs(small.y) > 10);
});

test("tall lanes get columns while there is room", () => {
  const {split: narrow} = columns([3, 40], [100, 100], 300),
    {split: wide, widths} = columns([3, 40], [100, 100], 900);
  assert.deepEqual(narrow, [1, 1]);
  assert.ok(wide[1] >= 4);
  assert.ok(widths.reduce((sum, w, k) => sum + (w + 28) * wide[k], 0) <= 901);
});

test("linked things stand side by side", () => {
  const nodes = ["p0", "p1", "p2"]
    .map((id) => ({id, t: "platform", n: id}))
    .concat(["q2", "q1", "q0"].map((id) => ({id, t: "programme", n: id})));
  const graph = graphOf(nodes, [
    ["q0", "partOf", "p0"],
    ["q1", "partOf", "p1"],
    ["q2", "partOf", "p2"],
  ]);
  const lanes = order(graph.nodes, graph.edges, (node) => node.type),
    ids = (type) => lanes.get(type).map((node) => node.id.slice(1));
  assert.deepEqual(ids("platform"), ids("programme"));
});

test("boxes never overlap, beside each other or stacked", () => {
  const nodes = Array.from({length: 70}, (_, k) => ({
    id: `n${k}`,
    t: CLASSES[k % 7].type,
    n: "很长的名称".repeat((k % 5) + 1),
  }));
  const graph = graphOf(nodes, []);
  for (const width of [360, 1000, 1700]) {
    const {boxes} = layOut(graph.nodes, [], {
      width,
      lanes: CLASSES.map((row) => row.lane),
      laneOf: (node) => CLASSES.find((row) => row.type === node.type).lane,
    });
    const all = [...boxes.values()];
    assert.equal(all.length, 70);
    for (const [k, a] of all.entries())
      for (const b of all.slice(k + 1))
        assert.ok(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y);
  }
});

test("labels on the map keep clear of each other", () => {
  const items = Array.from({length: 200}, (_, k) => ({text: "标签", x: (k * 37) % 400, y: (k * 53) % 300, size: 12}));
  const placed = placeLabels(items, (text, size) => text.length * size);
  assert.ok(placed.length > 20);
  for (const [k, a] of placed.entries())
    for (const b of placed.slice(k + 1)) assert.ok(Math.abs(a.x - b.x) >= 24 || Math.abs(a.y - b.y) >= 12);
});

test("names in quotes are marked, the longest first", () => {
  assert.deepEqual(split("公牛集团牵头", ["公牛", "公牛集团"]), [
    ["公牛集团", true],
    ["牵头", false],
  ]);
  assert.deepEqual(split("<b>甲</b>", ["甲"]), [["<b>甲</b>", false]]);
  assert.deepEqual(split("", ["甲乙"]), []);
});

test("a citation holds quote, document and place", () => {
  const t = (key, values) => (key === "section" ? `第 ${values.s} 节` : `字符 ${values.a}–${values.b}`);
  assert.equal(
    citation({quote: "甲", doc: {title: "答复", number: "1号"}, section: "2.1", start: 3, end: 4}, t),
    "“甲”——《答复》1号，第 2.1 节，字符 3–4",
  );
});

test("cells that a spreadsheet would run are disarmed", () => {
  assert.equal(field("=1+1"), "'=1+1");
  assert.equal(field("-4.5"), "-4.5");
  assert.equal(field('@x,"y"'), '"\'@x,""y"""');
  assert.equal(field("甲\n乙"), '"甲\n乙"');
});

test("dates of any precision lie on one axis", () => {
  assert.equal(when("2025"), 2025);
  assert.equal(when("2025", true), 2026);
  assert.equal(when("2025-07"), 2025.5);
  assert.ok(when("2025-12-31", true) <= 2026);
  assert.equal(when("十四五"), null);
  const rows = spans(
    graphOf(
      [
        {id: "p", t: "programme", n: "p", pe: ["2023", "2025"]},
        {id: "m", t: "measure", n: "m", f: {due: "2027-05"}},
        {id: "x", t: "measure", n: "x"},
      ],
      [],
    ).nodes,
  );
  assert.deepEqual(
    rows.map((row) => row.node.id),
    ["p", "m"],
  );
});

test("numbers of the same thing make one series in order of time", () => {
  const number = (time, value, unit = "件") => ({
    id: time + unit,
    t: "indicator",
    n: "专利",
    f: {indicator: "专利", value, unit, time},
  });
  const all = series(
    graphOf([number("2025", "8,500"), number("2023", "7000"), number("2024", "破千"), number("2024", "3", "%")], [])
      .nodes,
  );
  assert.deepEqual(
    all.map((item) => item.points.map((point) => point.value)),
    [[7000, 8500], [3]],
  );
});

test("responsibilities make a matrix, parts a tree, also in a circle", () => {
  const {bodies, things, at} = duties(small().edges);
  assert.deepEqual([bodies.length, things.length, at.size], [1, 1, 1]);
  const circle = graphOf(
    ["x", "y"].map((id) => ({id, t: "programme", n: id})),
    [
      ["x", "partOf", "y"],
      ["y", "partOf", "x"],
    ],
  );
  assert.equal(forest(circle.edges).roots.length, 1);
  const beside = graphOf(
    ["x", "y", "a", "b"].map((id) => ({id, t: "programme", n: id})),
    [
      ["x", "partOf", "y"],
      ["y", "partOf", "x"],
      ["a", "partOf", "b"],
    ],
  );
  assert.deepEqual(
    forest(beside.edges).roots.map((node) => node.id),
    ["b", "y"],
  );
});

test("a moving map shifts its picture and paints what lies around it", () => {
  const copy = {width: 200, height: 100},
    place = placeOf({copy, view: {x: 10, y: 0, scale: 1}}, {x: 60, y: 0, scale: 1}, 1);
  assert.deepEqual(place, {x: 50, y: 0, w: 200, h: 100});
  const shows = outside(place, copy, {x: 60, y: 0, scale: 1}, 1);
  assert.equal(shows({x: -30, y: 50}, 5), true, "came into sight");
  assert.equal(shows({x: 60, y: 50}, 5), false, "is in the picture");
  assert.equal(shows({x: -300, y: 50}, 5), false, "is out of sight");
});

test("a map that is zoomed keeps its picture under the pointer", () => {
  const copy = {width: 200, height: 100};
  const place = placeOf({copy, view: {x: 0, y: 0, scale: 1}}, {x: -100, y: -50, scale: 2}, 2);
  assert.deepEqual(place, {x: -200, y: -100, w: 400, h: 200});
});

test("a name that is cut keeps its numbers whole", () => {
  const chars = [..."全大市有效发明专利10000件"];
  for (let keep = 2; keep < chars.length; keep++) {
    const kept = shortened(chars, keep).match(/[0-9]+/g) ?? [];
    assert.ok(kept.every((number) => number === "10000"), shortened(chars, keep));
  }
});
