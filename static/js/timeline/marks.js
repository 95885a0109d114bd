/** What an event looks like on the scale: where its mark begins and ends, and of which kind it is. */

import { OPEN_END, OPEN_START } from "../data/contract.js";

export const DOT_RADIUS = 5.5;
export const SHORTEST_BAR = 16;
export const WIDE_BAR = 44;

const BEYOND = 40;

/**
 * @typedef {object} Span pixels on the scale
 * @property {boolean} dot a day known exactly; everything else is a bar, however far one zooms
 * @property {number} left of the mark as shown @property {number} right
 * @property {number} from first day it may be @property {number} to end of the last day
 * @property {number} coreFrom @property {number} coreTo the certain part; reversed when there is none
 * @property {number} anchor where it stands on the rail
 */

/** Where a mark stands on the rail: the middle of what the window shows of it. */
export function anchorOf({ earliest, latest }, i, { t0, t1, k, width }) {
  const middle = (Math.max(earliest[i], t0) + Math.min(latest[i] + 1, t1)) / 2;
  return Math.min(Math.max((middle - t0) * k, 10), width - 10);
}

/**
 * The same mark in pixels from a fixed day, so that it does not depend on the window; open ends are infinite.
 * @param {import("../data/columns.js").Columns} columns
 * @param {number} i
 * @param {number} k pixels per day
 * @param {number} anchor the day that is 0
 * @param {number} [em] how much larger than usual marks are
 * @returns {{left: number, right: number}}
 */
export function worldSpan({ earliest, latest }, i, k, anchor, em = 1) {
  const first = (earliest[i] - anchor) * k;
  if (earliest[i] === latest[i]) return { left: first + k / 2 - DOT_RADIUS * em, right: first + k / 2 + DOT_RADIUS * em };
  const last = (latest[i] + 1 - anchor) * k;
  const more = Math.max(0, SHORTEST_BAR * em - (last - first)) / 2;
  return { left: first - more, right: last + more };
}

/**
 * @param {import("../data/columns.js").Columns} columns
 * @param {number} i
 * @param {import("./scale.js").Scale} scale
 * @returns {Span}
 */
export function spanOf(columns, i, scale) {
  const { x, width, em } = scale;
  const earliest = columns.earliest[i];
  const latest = columns.latest[i];
  if (earliest === latest) {
    const radius = DOT_RADIUS * em;
    const middle = Math.min(Math.max(x(earliest + 0.5), radius + 1), width - radius - 1);
    const left = middle - radius;
    const right = middle + radius;
    return { dot: true, left, right, from: left, to: right, coreFrom: left, coreTo: right, anchor: middle };
  }
  const first = earliest === OPEN_START ? Math.min(-BEYOND, x(latest) - 2 * BEYOND) : x(earliest);
  const last = latest === OPEN_END ? Math.max(width + BEYOND, x(earliest) + 2 * BEYOND) : x(latest + 1);
  const widen = Math.max(1, (SHORTEST_BAR * em) / (last - first));
  const middle = (first + last) / 2;
  const at = (place) => middle + (place - middle) * widen;
  const from = at(first);
  const to = at(last);
  const certain = columns.certainFrom[i] <= columns.certainTo[i];
  const coreFrom = columns.certainFrom[i] === OPEN_START ? from + BEYOND : at(x(columns.certainFrom[i]));
  const coreTo = columns.certainTo[i] === OPEN_END ? to - BEYOND : at(x(columns.certainTo[i] + 1));
  const left = Math.max(from, -2);
  const right = Math.min(to, width + 2);
  return {
    dot: false,
    left: Math.min(left, width - 10),
    right: Math.max(right, 10),
    from,
    to,
    coreFrom: certain ? coreFrom : Infinity,
    coreTo: certain ? coreTo : -Infinity,
    anchor: Math.min(Math.max((left + right) / 2, 10), width - 10),
  };
}
