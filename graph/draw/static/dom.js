// Elements from names and text.  Strings become text nodes: nothing a document says is ever parsed as markup.

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element; props starting with "on" are listeners, null and false are left out. */
export function el(tag, props = {}, ...children) {
  return filled(document.createElement(tag), props, children);
}

/** An SVG element. */
export function draw(tag, props = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), props, children);
}

function filled(element, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat(9))
    if (child !== null && child !== undefined && child !== false) element.append(child);
  return element;
}

/** Replace what is in an element. */
export function fill(element, ...children) {
  element.replaceChildren(
    ...children.flat(9).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

const widths = new Map();
let pen = null;

/** Width of a text in pixels in the page's font; outside a browser an estimate (1 em for Chinese, 0.56 for Latin). */
export function textWidth(text, size) {
  const key = `${size}|${text}`;
  if (!widths.has(key)) {
    if (widths.size > 50000) widths.clear();
    widths.set(key, measured(text, size));
  }
  return widths.get(key);
}

function measured(text, size) {
  if (typeof document === "undefined")
    return [...text].reduce((sum, c) => sum + (c > "\u2e7f" ? size : size * 0.56), 0);
  pen ??= {
    context: document.createElement("canvas").getContext("2d"),
    family: getComputedStyle(document.body).fontFamily,
  };
  pen.context.font = `${size}px ${pen.family}`;
  return pen.context.measureText(text).width;
}

/** Put a text on the clipboard and say on the button whether that worked. */
export async function copyText(text, button, done, failed) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = done;
  } catch {
    button.textContent = byHand(text) ? done : failed;
  }
}

/** The old way, for pages that the browser does not trust with the clipboard. */
function byHand(text) {
  const box = el("textarea", {"aria-hidden": "true", tabindex: -1}, text);
  document.body.append(box);
  box.select();
  const worked = document.execCommand("copy");
  box.remove();
  return worked;
}

/** Hand a blob to the user as a file. */
export function download(name, blob) {
  const link = el("a", {href: URL.createObjectURL(blob), download: name});
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
