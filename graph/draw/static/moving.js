// The map while it moves: its finished picture shifts with the hand; only what comes into sight around it is painted.
// Drawing thousands of dots with their labels takes longer than a frame may, moving their picture a millisecond.

import {isOpen} from "./mapdata.js";
import {paintBundles, paintDiscs, paintDots} from "./overlay.js";

/** Draw the map whole when it stands still, its last picture while it is dragged or zoomed. */
export function smooth(app) {
  const {net, nodes} = app.map,
    {renderer} = net,
    whole = renderer._redraw.bind(renderer);
  const byColour = [...nodes].sort((a, b) => (a.type < b.type ? -1 : a.type > b.type ? 1 : 0));
  let drawn = null,
    still = null;
  renderer._redraw = (hidden) => {
    if (drawn && !hidden && (renderer.dragging || renderer.zooming)) {
      renderer.redrawRequested = false;
      still ??= pictureOf(net.canvas.frame.canvas, drawn);
      return paintMoving(app, byColour, still);
    }
    still = null;
    whole(hidden);
    drawn = viewOf(net);
    return drawn;
  };
}

function viewOf({body}) {
  return {x: body.view.translation.x, y: body.view.translation.y, scale: body.view.scale};
}

function pictureOf(canvas, view) {
  const copy = document.createElement("canvas");
  copy.width = canvas.width;
  copy.height = canvas.height;
  copy.getContext("2d").drawImage(canvas, 0, 0);
  return {copy, view};
}

function paintMoving(app, nodes, still) {
  const {net} = app.map,
    canvas = net.canvas.frame.canvas,
    ctx = canvas.getContext("2d"),
    ratio = canvas.width / canvas.clientWidth,
    view = viewOf(net);
  const place = placeOf(still, view, ratio);
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, canvas.width, canvas.height);
  if (place.x > 0 || place.y > 0 || place.x + place.w < canvas.width || place.y + place.h < canvas.height) {
    ctx.setTransform(ratio * view.scale, 0, 0, ratio * view.scale, ratio * view.x, ratio * view.y);
    paintAround(ctx, app, nodes, view.scale, outside(place, canvas, view, ratio));
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(place.x, place.y, place.w, place.h);
  }
  ctx.drawImage(still.copy, place.x, place.y, place.w, place.h);
  ctx.restore();
}

/** Where the finished picture lies now, in whole pixels of the canvas. */
export function placeOf({copy, view: then}, now, ratio) {
  const by = now.scale / then.scale;
  return {
    x: Math.round((now.x - then.x * by) * ratio),
    y: Math.round((now.y - then.y * by) * ratio),
    w: Math.round(copy.width * by),
    h: Math.round(copy.height * by),
  };
}

/** Does a circle of the map show on the canvas and reach beyond the finished picture? */
export function outside(place, canvas, view, ratio) {
  const k = ratio * view.scale;
  return ({x, y}, r) => {
    const cx = x * k + view.x * ratio,
      cy = y * k + view.y * ratio,
      cr = r * k;
    const shows = cx + cr > 0 && cy + cr > 0 && cx - cr < canvas.width && cy - cr < canvas.height;
    const inner = [cx - cr - place.x, cy - cr - place.y, place.x + place.w - cx - cr, place.y + place.h - cy - cr];
    return shows && inner.some((room) => room < 0);
  };
}

function paintAround(ctx, app, nodes, scale, shows) {
  const {bundles, discs, colours} = app.map;
  ctx.globalAlpha = app.state.selected || app.state.edge !== "" ? 0.25 : 1;
  paintBundles(ctx, bundles, colours, scale);
  const near = discs.filter(({group}) => shows(group, group.r));
  paintDiscs(ctx, near, colours, ({group}) => isOpen(app, group.k));
  paintDots(ctx, nodes, colours, shows);
}
