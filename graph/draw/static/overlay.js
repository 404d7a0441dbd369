// What the map draws over and under vis-network's dots: discs of groups, labels that never overlap, the lit part.

import {around} from "./model.js";

/** A CSS variable of the page. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Colours of the page as it is now, read once per theme. */
export function palette(app) {
  return {
    ink: colour("--ink"),
    paper: colour("--paper"),
    line: colour("--line"),
    muted: colour("--muted"),
    accent: colour("--accent"),
    soft: colour("--soft"),
    chip: colour("--chip-ink"),
    of: new Map([...app.graph.classes.keys()].map((type) => [type, colour(`--c-${type}`) || colour("--muted")])),
  };
}

/** Radius of a node's dot. */
export function radius(node) {
  return Math.min(20, 8 + 1.6 * Math.sqrt(node.rank));
}

/** Discs under the dots; a closed one wears a ring of its classes. */
export function paintDiscs(ctx, discs, colours, isOpen) {
  ctx.lineWidth = 1.5;
  for (const disc of discs) {
    const {group} = disc;
    ctx.beginPath();
    ctx.arc(group.x, group.y, group.r, 0, 2 * Math.PI);
    ctx.fillStyle = colours.soft;
    ctx.fill();
    ctx.strokeStyle = colours.line;
    ctx.stroke();
    if (!isOpen(disc)) ring(ctx, disc, colours);
  }
}

function ring(ctx, {group, shares, count}, colours) {
  let from = -Math.PI / 2;
  ctx.lineWidth = group.r * 0.16;
  for (const [type, n] of shares) {
    const to = from + (2 * Math.PI * n) / count;
    ctx.beginPath();
    ctx.arc(group.x, group.y, group.r * 0.91, from, to);
    ctx.strokeStyle = colours.of.get(type);
    ctx.stroke();
    from = to;
  }
  ctx.lineWidth = 1.5;
}

/** Lines between groups, as thick as they have links; under the discs, so only the way between is seen. */
export function paintBundles(ctx, bundles, colours, scale) {
  const alpha = ctx.globalAlpha;
  ctx.strokeStyle = colours.muted;
  ctx.globalAlpha = 0.45 * alpha;
  for (const [a, b, count] of bundles) {
    ctx.lineWidth = Math.min(8, 0.7 + Math.log2(count)) / scale;
    ctx.beginPath();
    ctx.moveTo(a.x, a.y);
    ctx.lineTo(b.x, b.y);
    ctx.stroke();
  }
  ctx.globalAlpha = alpha;
}

/** Fade everything and draw the chosen nodes with their links again on top. */
export function paintLit(ctx, app, chosen, edge, colours, box) {
  ctx.fillStyle = colours.paper;
  ctx.globalAlpha = 0.78;
  ctx.fillRect(box.x, box.y, box.w, box.h);
  ctx.globalAlpha = 1;
  const edges = edge
    ? [edge]
    : chosen
        .flatMap((node) => around(node).map(([each]) => each))
        .filter((each) => app.map.kept.has(each.s) && app.map.kept.has(each.o));
  const near = new Set(chosen);
  ctx.strokeStyle = colours.accent;
  for (const each of edges) {
    near.add(each.s);
    near.add(each.o);
    ctx.lineWidth = each.quiet ? 0.8 : 1.8;
    ctx.setLineDash(each.basis === "stated" ? [] : [6, 4]);
    ctx.beginPath();
    ctx.moveTo(each.s.x, each.s.y);
    ctx.lineTo(each.o.x, each.o.y);
    ctx.stroke();
  }
  ctx.setLineDash([]);
  for (const node of near) paintDot(ctx, node, colours, chosen.includes(node));
  return near;
}

function paintDot(ctx, node, colours, strong) {
  ctx.beginPath();
  ctx.arc(node.x, node.y, radius(node), 0, 2 * Math.PI);
  ctx.fillStyle = colours.of.get(node.type);
  ctx.fill();
  if (strong) {
    ctx.lineWidth = 3;
    ctx.strokeStyle = colours.ink;
    ctx.stroke();
  }
}

/** Dots without more, one fill per colour; nodes come sorted by class. */
export function paintDots(ctx, nodes, colours, shows) {
  let type = null;
  for (const node of nodes) {
    const r = radius(node);
    if (!shows(node, r)) continue;
    if (node.type !== type) {
      if (type !== null) ctx.fill();
      ctx.beginPath();
      ctx.fillStyle = colours.of.get(node.type);
      type = node.type;
    }
    ctx.moveTo(node.x + r, node.y);
    ctx.arc(node.x, node.y, r, 0, 2 * Math.PI);
  }
  if (type !== null) ctx.fill();
}

/** Glyphs in dots that are big enough on the screen. */
export function paintGlyphs(ctx, app, nodes, colours, scale) {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = colours.chip;
  let last = 0;
  for (const node of nodes) {
    const size = Math.round(radius(node) * 1.15);
    if (size * scale < 7) continue;
    if (size !== last) {
      ctx.font = `${size}px ${colours.font}`;
      last = size;
    }
    ctx.fillText(app.glyph(node.type), node.x, node.y + size * 0.06);
  }
}

/** What is taken on the screen, in cells, so that a clash is found in constant time: dots by radius, labels for good. */
class Taken {
  constructor(cell = 8) {
    this.cell = cell;
    this.cells = new Map();
  }
  under(x, y, w, h) {
    const keys = [];
    for (let i = Math.floor(x / this.cell); i <= (x + w) / this.cell; i++)
      for (let j = Math.floor(y / this.cell); j <= (y + h) / this.cell; j++) keys.push(i * 65536 + j);
    return keys;
  }
  dot({x, y, r}) {
    for (const key of this.under(x - r * 0.7, y - r * 0.7, r * 1.4, r * 1.4))
      this.cells.set(key, Math.max(r, this.cells.get(key) ?? 0));
  }
  /** Take a rectangle if nothing stands in it but dots smaller than `over`. */
  claim(x, y, w, h, over) {
    const keys = this.under(x, y, w, h);
    if (keys.some((key) => (this.cells.get(key) ?? -1) >= over)) return false;
    for (const key of keys) this.cells.set(key, Infinity);
    return true;
  }
}

/**
 * Which labels fit: {text, x, y, size, bold} in screen pixels; candidates come best first.  The label of a dot
 * {x, y, r} stands below it, else above, else beside; where there is no free place it may cover smaller dots.
 */
export function placeLabels(candidates, measure, most = 260) {
  const taken = new Taken(),
    placed = [];
  for (const {dot} of candidates) if (dot?.r > 5) taken.dot(dot);
  for (const item of candidates) {
    if (placed.length >= most) break;
    const w = measure(item.text, item.size),
      fits = (over) => spots(item, w).find(([x, y]) => taken.claim(x - w / 2 - 2, y - 1, w + 4, item.size + 3, over));
    const spot = item.dot ? (fits(0) ?? fits(item.dot.r * 0.8)) : fits(1e9);
    if (spot) placed.push({...item, x: spot[0], y: spot[1], w});
  }
  return placed;
}

/** Where a label may stand: the middle of its upper edge. */
function spots({x, y, size, dot}, w) {
  if (!dot) return [[x, y]];
  const beside = dot.r + 4 + w / 2,
    level = dot.y - size / 2;
  return [
    [x, y],
    [x, dot.y - dot.r - size - 3],
    [dot.x + beside, level],
    [dot.x - beside, level],
  ];
}

/** Draw labels with a halo, in screen pixels. */
export function paintLabels(ctx, labels, colours) {
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  for (const {text, x, y, size, bold} of labels) {
    ctx.font = `${bold ? "600 " : ""}${size}px ${colours.font}`;
    ctx.lineWidth = 3.5;
    ctx.strokeStyle = colours.paper;
    ctx.strokeText(text, x, y);
    ctx.fillStyle = colours.ink;
    ctx.fillText(text, x, y);
  }
}
