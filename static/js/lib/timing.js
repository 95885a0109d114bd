/** Timers and small arithmetic shared by the drawing. */

/** @param {number} value @param {number} low @param {number} high @returns {number} */
export const clamp = (value, low, high) => (value < low ? low : value > high ? high : value);

/** @returns {boolean} whether the reader asks for no motion */
export const reducedMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * Calls `callback` once `wait` milliseconds have passed without another call.
 * @template {unknown[]} A
 * @param {(...args: A) => void} callback
 * @param {number} wait
 * @returns {((...args: A) => void) & {cancel: () => void}}
 */
export function debounce(callback, wait) {
  let timer = 0;
  const run = (...args) => {
    clearTimeout(timer);
    timer = setTimeout(callback, wait, ...args);
  };
  run.cancel = () => clearTimeout(timer);
  return run;
}

/** @param {string} template with {names} @param {Record<string, string | number>} values @returns {string} */
export const fillTemplate = (template, values) =>
  template.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
