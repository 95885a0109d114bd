/** The one table of keys: the handler, the help dialog and aria-keyshortcuts all read it. */

/**
 * @typedef {{keys: string[], shift?: boolean, does: string}} Key `does` names the action and, as `key_<does>`, its help
 * @type {Key[]}
 */
export const KEYS = [
  { keys: ["ArrowLeft"], does: "previous" },
  { keys: ["ArrowRight"], does: "next" },
  { keys: ["ArrowUp"], does: "lane_up" },
  { keys: ["ArrowDown"], does: "lane_down" },
  { keys: ["Home"], does: "first" },
  { keys: ["End"], does: "last" },
  { keys: ["PageUp"], does: "decade_back" },
  { keys: ["PageDown"], does: "decade_on" },
  { keys: ["ArrowLeft"], shift: true, does: "earlier" },
  { keys: ["ArrowRight"], shift: true, does: "later" },
  { keys: ["+", "="], does: "zoom_in" },
  { keys: ["-"], does: "zoom_out" },
  { keys: ["0"], does: "fit" },
  { keys: ["Enter", " "], does: "open" },
  { keys: ["c", "C"], does: "chain" },
  { keys: ["r", "R"], does: "read" },
  { keys: ["l", "L"], does: "lanes" },
  { keys: ["f", "F"], does: "full" },
  { keys: ["Escape"], does: "close" },
  { keys: ["?"], does: "help" },
];

const SPELLED = { "+": "Plus", " ": "Space" };

/** @returns {string} the value of aria-keyshortcuts */
export const keyShortcuts = () =>
  KEYS.flatMap(({ keys, shift }) => keys.map((key) => `${shift ? "Shift+" : ""}${SPELLED[key] ?? key}`)).join(" ");

/**
 * @param {{key: string, shiftKey: boolean, ctrlKey: boolean, altKey: boolean, metaKey: boolean}} event
 * @returns {string | null} the action, or null when the key is not ours
 */
export function actionOf(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  const named = event.key.length > 1;
  const found = KEYS.find(({ keys, shift }) => keys.includes(event.key) && (!named || Boolean(shift) === event.shiftKey));
  return found ? found.does : null;
}
