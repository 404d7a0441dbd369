// What the reader has chosen, and its form in the URL fragment.

export const VIEWS = ["lanes", "map", "matrix", "timeline", "tree", "charts", "table"];

const LISTS = {classes: "hc", relations: "hr", open: "g", pair: "path"};
const WORDS = {
  view: "v",
  focus: "f",
  selected: "s",
  edge: "e",
  basis: "b",
  rows: "t",
  sort: "o",
  lang: "l",
  theme: "m",
};
const NUMBERS = {depth: "d", confidence: "c", from: "y1", to: "y2"};

/** The state of a fresh page. */
export function fresh(meta = {}) {
  return {
    view: meta.view || "",
    focus: "",
    depth: 1,
    selected: "",
    edge: "",
    classes: [],
    relations: [],
    open: [],
    pair: [],
    basis: "",
    confidence: 0,
    from: 0,
    to: 0,
    rows: "",
    sort: "",
    lang: meta.lang || "zh",
    theme: "",
  };
}

/** The fragment that restores a state; only what differs from a fresh page. */
export function toFragment(state, meta = {}) {
  const plain = fresh(meta),
    params = new URLSearchParams();
  for (const [key, name] of Object.entries(WORDS)) if (state[key] !== plain[key]) params.set(name, state[key]);
  for (const [key, name] of Object.entries(NUMBERS))
    if (state[key] !== plain[key]) params.set(name, String(state[key]));
  for (const [key, name] of Object.entries(LISTS)) for (const item of state[key]) params.append(name, item);
  return params.toString();
}

/** The state of a fragment; whatever it does not understand is left at its default. */
export function fromFragment(fragment, meta = {}) {
  const state = fresh(meta),
    params = new URLSearchParams(fragment.replace(/^#/, ""));
  for (const [key, name] of Object.entries(WORDS)) if (params.has(name)) state[key] = params.get(name);
  for (const [key, name] of Object.entries(NUMBERS))
    if (Number.isFinite(Number(params.get(name) ?? NaN))) state[key] = Number(params.get(name));
  for (const [key, name] of Object.entries(LISTS)) state[key] = params.getAll(name);
  if (!VIEWS.includes(state.view)) state.view = fresh(meta).view;
  return state;
}
