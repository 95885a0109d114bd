/** The window of days shown, as an immutable pair [t0, t1]; every move answers a new one inside the limits. */

/** @typedef {[number, number]} Window */

export const SHORTEST = 7;

/**
 * The widest window: all days of the record and a little air.
 * @param {Window} extent first and last day @returns {Window}
 */
export function limitsOf([first, last]) {
  const air = Math.max(4, (last + 1 - first) * 0.025);
  return [first - air, last + 1 + air];
}

/** @param {Window} window @param {Window} limits @returns {Window} */
export function clampWindow([t0, t1], [low, high]) {
  const widest = high - low;
  const span = Math.min(Math.max(t1 - t0, Math.min(SHORTEST, widest)), widest);
  const start = Math.min(Math.max((t0 + t1 - span) / 2, low), high - span);
  return [start, start + span];
}

/**
 * @param {Window} window @param {number} days @param {Window} limits
 * @returns {Window} the window moved, never wider or narrower
 */
export function panBy([t0, t1], days, [low, high]) {
  const span = t1 - t0;
  const start = Math.min(Math.max(t0 + days, low), Math.max(low, high - span));
  return [start, start + span];
}

/**
 * @param {Window} window @param {number} factor below 1 shows less @param {number} anchor the day that stays in place
 * @param {Window} limits @returns {Window}
 */
export function zoomAt([t0, t1], factor, anchor, limits) {
  const widest = limits[1] - limits[0];
  const span = Math.min(Math.max((t1 - t0) * factor, Math.min(SHORTEST, widest)), widest);
  const share = (anchor - t0) / (t1 - t0);
  const start = anchor - share * span;
  return clampWindow([start, start + span], limits);
}

/**
 * @param {number} from first day @param {number} to last day @param {Window} limits
 * @param {number} [share] of the window that the days take
 * @returns {Window}
 */
export function fitTo(from, to, limits, share = 0.7) {
  const span = Math.max((to + 1 - from) / share, SHORTEST);
  const middle = (from + to + 1) / 2;
  return clampWindow([middle - span / 2, middle + span / 2], limits);
}

/**
 * The least move that brings a stretch of days into the middle eight tenths; the window itself when it is there.
 * @param {Window} window @param {number} first day, may be open @param {number} end of the last day @param {Window} limits
 * @returns {Window}
 */
export function reveal(window, first, end, limits) {
  const [t0, t1] = window;
  const from = Math.max(first, limits[0]);
  const to = Math.min(end, limits[1]);
  const margin = (t1 - t0) * 0.1;
  if (from < t1 - margin && to > t0 + margin) {
    const middle = (Math.max(from, t0) + Math.min(to, t1)) / 2;
    if (middle > t0 + margin / 2 && middle < t1 - margin / 2) return window;
  }
  const middle = (from + to) / 2;
  return panBy(window, middle - (t0 + t1) / 2, limits);
}

/**
 * A window on the way from one to the other; a zoom keeps its fixed day fixed all the way.
 * @param {Window} from @param {Window} to @param {number} share 0..1 @returns {Window}
 */
export function between(from, to, share) {
  const a = from[1] - from[0];
  const b = to[1] - to[0];
  const span = a * (b / a) ** share;
  const travelled = Math.abs(b - a) < 1e-9 * a ? share : (span - a) / (b - a);
  const start = from[0] + (to[0] - from[0]) * travelled;
  return [start, start + span];
}
