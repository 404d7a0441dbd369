// Swim-lanes: a column per kind of thing, ordered so that linked things stand side by side.

import {textWidth} from "./dom.js";
import {wrap} from "./lines.js";
import {compare, position} from "./model.js";

export const SIZE = {
  font: 13,
  line: 17,
  chip: 20,
  pad: 6,
  gap: 7,
  gutter: 28,
  head: 34,
  least: 100,
  most: 260,
  lines: 3,
};

const EXTRA = SIZE.chip + SIZE.pad * 3;

/** Order within lanes: measures as the text has them, everything else beside what it is linked to. */
export function order(nodes, edges, laneOf) {
  const lanes = new Map();
  for (const node of nodes) lanes.set(laneOf(node), [...(lanes.get(laneOf(node)) || []), node]);
  for (const members of lanes.values())
    members.sort((a, b) => position(a) - position(b) || compare(a.name, b.name) || a.k - b.k);
  const at = new Map(),
    links = linksOf(nodes, edges);
  for (const members of lanes.values()) spread(members, at);
  for (let sweep = 0; sweep < 4; sweep++)
    for (const [lane, members] of lanes) {
      if (lane === "deed" && members.length > 3) continue;
      const pull = new Map(members.map((node) => [node, mean(links.get(node), at) ?? at.get(node)]));
      members.sort((a, b) => pull.get(a) - pull.get(b) || at.get(a) - at.get(b));
      spread(members, at);
    }
  return lanes;
}

function linksOf(nodes, edges) {
  const links = new Map(nodes.map((node) => [node, []]));
  for (const {s, o, quiet} of edges) {
    links.get(s).push([o, quiet ? 0.4 : 1]);
    links.get(o).push([s, quiet ? 0.4 : 1]);
  }
  return links;
}

function spread(members, at) {
  members.forEach((node, k) => at.set(node, (k + 0.5) / members.length));
}

function mean(links, at) {
  let sum = 0,
    weight = 0;
  for (const [other, w] of links) {
    sum += at.get(other) * w;
    weight += w;
  }
  return weight ? sum / weight : null;
}

/** The width a lane would like: most of its names in two lines. */
function wanted(members) {
  const widths = members.map((node) => textWidth(node.short, SIZE.font)).sort((a, b) => a - b);
  const typical = widths[Math.floor((widths.length - 1) * 0.9)];
  return Math.round(Math.min(SIZE.most, Math.max(70, (typical > 70 ? typical / 2 + 16 : typical + 2) + EXTRA)));
}

/** Columns per lane and their widths: the tallest lane is split while there is room, what is left makes columns wider. */
export function columns(counts, wants, width) {
  const split = counts.map(() => 1),
    sum = (f) => counts.reduce((total, _, k) => total + f(k), 0);
  const taken = () => sum((k) => split[k] * (wants[k] + SIZE.gutter));
  for (;;) {
    const tall = counts.reduce((top, n, k) => (n / split[k] > counts[top] / split[top] ? k : top), 0);
    if (counts[tall] / split[tall] <= 9 || taken() + wants[tall] + SIZE.gutter > width) break;
    split[tall]++;
  }
  return {split, widths: shared(split, wants, width - SIZE.gutter * sum((k) => split[k]))};
}

/** Widths in proportion to what is wanted; a lane at its least or most stays there, the others share what is left. */
function shared(split, wants, room) {
  const least = wants.map((want) => Math.min(want, SIZE.least)),
    fixed = new Map();
  for (;;) {
    const open = wants.map((_, k) => k).filter((k) => !fixed.has(k)),
      left = room - [...fixed].reduce((sum, [k, w]) => sum + split[k] * w, 0),
      scale = left / open.reduce((sum, k) => sum + split[k] * wants[k], 0);
    const narrow = open.filter((k) => wants[k] * scale < least[k]),
      stuck = narrow.length ? narrow : open.filter((k) => wants[k] * scale > SIZE.most);
    if (!stuck.length) return wants.map((want, k) => Math.floor(fixed.get(k) ?? want * scale));
    for (const k of stuck) fixed.set(k, narrow.length ? least[k] : SIZE.most);
  }
}

/** Boxes and lane bands for a width in pixels: {boxes: Map node → {x, y, w, h, lines}, bands, width, height}. */
export function layOut(nodes, edges, {width, lanes, laneOf}) {
  const ordered = order(nodes, edges, laneOf),
    used = lanes.filter((lane) => ordered.has(lane));
  return width < 640 ? stacked(ordered, used, width) : beside(ordered, used, width);
}

function beside(ordered, used, width) {
  const members = used.map((lane) => ordered.get(lane));
  const {split, widths} = columns(
    members.map((each) => each.length),
    members.map(wanted),
    width,
  );
  const boxes = new Map(),
    bands = [];
  let x = SIZE.gutter / 2,
    height = 0;
  used.forEach((lane, k) => {
    const each = Math.ceil(members[k].length / split[k]),
      left = x;
    for (let start = 0; start < members[k].length; start += each, x += widths[k] + SIZE.gutter)
      height = Math.max(height, column(members[k].slice(start, start + each), x, SIZE.head + 8, widths[k], boxes));
    bands.push({lane, x: left - SIZE.gutter / 2, y: 0, w: x - left, h: 0, count: members[k].length});
  });
  centre(ordered, used, boxes, height);
  return {
    boxes,
    bands: bands.map((band) => ({...band, h: height})),
    width: Math.max(width, x - SIZE.gutter / 2),
    height,
    stacked: false,
  };
}

function column(members, x, y, w, boxes) {
  for (const node of members) {
    const box = sized(node, x, y, w);
    boxes.set(node, box);
    y += box.h + SIZE.gap;
  }
  return y + SIZE.gap;
}

function sized(node, x, y, w) {
  const lines = wrap(node.short, w - EXTRA, SIZE.lines);
  return {x, y, w, h: Math.max(SIZE.chip + 6, lines.length * SIZE.line + 8), lines};
}

/** Short lanes stand beside the middle of what they are linked to, not all at the top. */
function centre(ordered, used, boxes, height) {
  for (const lane of used) {
    const members = ordered.get(lane),
      xs = new Set(members.map((node) => boxes.get(node).x));
    if (xs.size > 1) continue;
    const last = boxes.get(members.at(-1)),
      free = height - SIZE.gap * 2 - (last.y + last.h);
    if (free <= 0) continue;
    const step = Math.min(free / (members.length + 1), 46);
    members.forEach((node, k) => {
      boxes.get(node).y += step * k;
    });
  }
}

/** On a phone: lanes below each other, boxes side by side. */
function stacked(ordered, used, width) {
  const boxes = new Map(),
    bands = [],
    n = Math.max(2, Math.floor(width / 180)),
    w = Math.floor((width - 12 - (n - 1) * 10) / n);
  let y = 0;
  for (const lane of used) {
    const members = ordered.get(lane),
      top = y;
    y += SIZE.head;
    for (let k = 0; k < members.length; k += n) {
      const row = members.slice(k, k + n).map((node, c) => {
        const box = sized(node, 6 + c * (w + 10), y, w);
        boxes.set(node, box);
        return box;
      });
      y += Math.max(...row.map((box) => box.h)) + SIZE.gap;
    }
    y += 10;
    bands.push({lane, x: 0, y: top, w: width, h: y - top, count: members.length});
  }
  return {boxes, bands, width, height: y, stacked: true};
}
