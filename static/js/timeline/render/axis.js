/** Tick labels, as pooled nodes that the eye reads and the screen reader does not. */

import { createPool, el, moveTo, setClass, setText } from "../../lib/dom.js";
import { formatDay } from "../dates.js";

/**
 * @param {HTMLElement} parent
 * @param {Record<string, any>} strings
 * @returns {(ticks: import("../ticks.js").Tick[], scale: import("../scale.js").Scale) => void}
 */
export function createAxis(parent, strings) {
  const pool = createPool(parent, () => el("span", { class: "tl-tick" }));
  return (ticks, scale) => {
    pool.begin();
    for (const tick of ticks) {
      const x = scale.x(tick.day);
      const text = formatDay(tick.day, tick.level, strings, tick.full);
      if (x > scale.width - 8 - text.length * 7) continue;
      const { node } = pool.take(`${tick.level}${tick.day}`);
      setText(node, text);
      setClass(node, "is-major", tick.full && tick.level !== "year");
      moveTo(node, x + 5, 0);
    }
    pool.end();
  };
}
