/** The map between days and pixels for one frame. Day n takes the room from n to n + 1. */

/**
 * @typedef {{t0: number, t1: number, width: number, em: number, k: number, x: (t: number) => number, t: (x: number) => number}} Scale
 *
 * @param {number} t0 first day shown, may be a fraction
 * @param {number} t1 end of the last day shown
 * @param {number} width pixels
 * @param {number} [em] how much larger than usual the marks are
 * @returns {Scale}
 */
export function createScale(t0, t1, width, em = 1) {
  const k = width / (t1 - t0);
  return { t0, t1, width, em, k, x: (t) => (t - t0) * k, t: (x) => t0 + x / k };
}
