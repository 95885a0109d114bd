/** The address of a view, written as the server writes it: sorted, defaults left out. */

/** Parameters that say how the view is drawn; the reader's moves write them, the form does not. */
export const PRESENTATION = ["lanes", "event", "t0", "t1"];
const DEFAULTS = { importance: "3" };
/** Safari refuses more than a hundred changes of the address in half a minute. */
const REST = 350;

/**
 * @param {Iterable<[string, string]>} pairs
 * @returns {string} a query string, with its question mark where it holds anything
 */
export function canonical(pairs) {
  const kept = [...pairs]
    .map(([name, value]) => [name, String(value).trim()])
    .filter(([name, value]) => value && DEFAULTS[name] !== value)
    .sort((a, b) => (a[0] === b[0] ? order(a[1], b[1]) : order(a[0], b[0])));
  const query = new URLSearchParams(kept).toString().replaceAll("%2C", ",").replaceAll("%2F", "/");
  return query ? `?${query}` : "";
}

const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The pairs with the presentation of the address that stands now.
 * @param {Iterable<[string, string]>} pairs
 */
export function withPresentation(pairs) {
  const now = new URLSearchParams(location.search);
  const others = [...pairs].filter(([name]) => !PRESENTATION.includes(name));
  return [...others, ...PRESENTATION.filter((name) => now.has(name)).map((name) => [name, now.get(name)])];
}

let timer = 0;
let waiting = {};

/**
 * Keeps values in the address without a new step of history; an empty value is taken out.
 * @param {Record<string, string>} values
 */
export function keep(values) {
  Object.assign(waiting, values);
  clearTimeout(timer);
  timer = setTimeout(settle, REST);
}

/** Writes at once what still waits, so that a new address starts from the view as it stands. */
export function settle() {
  clearTimeout(timer);
  const pairs = [...new URLSearchParams(location.search)].filter(([name]) => !(name in waiting));
  const query = canonical([...pairs, ...Object.entries(waiting)]);
  waiting = {};
  if (query !== location.search) history.replaceState(null, "", location.pathname + query);
  renameLinks();
}

/** The language switch, sharing and presenting lead to the same view. */
export function renameLinks() {
  for (const link of document.querySelectorAll("a[data-language-link], a[data-same-view]")) {
    link.href = new URL(link.href).pathname + location.search;
  }
}
