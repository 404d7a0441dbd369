// Names in lines that fit a box: broken where Chinese may be broken, balanced, cut in the middle.

import {textWidth} from "./dom.js";

/** Break a text into at most n lines of a width; what does not fit is cut in the middle, so both ends can be read. */
export function wrap(text, width, n, size = 13) {
  const chars = [...text],
    most = Math.ceil((n * width) / (size * 0.2));
  if (chars.length <= most) {
    const lines = breakLines(text, width, size);
    if (lines.length <= n) return balanced(text, lines, width, size);
  }
  for (let keep = Math.min(chars.length - 1, most); keep > 1; keep--) {
    const cut = breakLines(shortened(chars, keep), width, size);
    if (cut.length <= n) return cut;
  }
  return ["…"];
}

const DIGIT = /[0-9.,%—–-]/;

/** About `keep` characters of both ends; a number is kept whole or left out, for half of one is another. */
export function shortened(chars, keep) {
  const within = (at) => DIGIT.test(chars[at - 1] ?? "") && DIGIT.test(chars[at] ?? "");
  let tail = chars.length - Math.floor(keep * 0.4),
    whole = tail;
  while (within(whole)) whole--;
  if (chars.length - whole < keep - 1) tail = whole;
  else while (within(tail)) tail++;
  let head = keep - (chars.length - tail);
  while (within(head)) head--;
  return `${chars.slice(0, head).join("")}…${chars.slice(tail).join("")}`;
}

/** The same number of lines, about equally long: no line of a single character. */
function balanced(text, lines, width, size) {
  if (lines.length < 2) return lines;
  for (let narrow = Math.ceil(textWidth(text, size) / lines.length); narrow < width; narrow += 4) {
    const even = breakLines(text, narrow, size);
    if (even.length <= lines.length) return even;
  }
  return lines;
}

// An opening bracket stays with what follows, a closing one and a stop with what comes before.
const PIECES = /[（《“‘【(]*(?:[A-Za-z0-9.%+–-]+|\s+|.)[）》”’】)，。、；：%]*/gsu;

function breakLines(text, width, size) {
  const lines = [];
  let line = "";
  for (const part of text.match(PIECES) || []) {
    for (const piece of textWidth(part, size) > width ? [...part] : [part]) {
      if (line && textWidth(line + piece, size) > width) {
        lines.push(line.trim());
        line = "";
      }
      line += piece;
    }
  }
  return [...lines, line.trim()].filter(Boolean);
}
