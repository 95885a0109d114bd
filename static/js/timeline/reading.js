/** What the reading line says of a lane: what happens at a day, and what was last before it. */

/**
 * @typedef {{now: number[], last: number}} Reading events that touch the day, shortest first; the last one over, or -1
 *
 * @param {import("../data/columns.js").Columns} columns
 * @param {Int32Array} marks of the lane
 * @param {number} day @param {number} near days that a few pixels take
 * @returns {Reading}
 */
export function readingAt({ earliest, latest }, marks, day, near) {
  const now = [];
  let last = -1;
  for (const event of marks) {
    if (earliest[event] > day + near) break;
    if (latest[event] + 1 >= day - near) now.push(event);
    else if (last < 0 || latest[event] >= latest[last]) last = event;
  }
  now.sort((a, b) => latest[a] - earliest[a] - (latest[b] - earliest[b]) || a - b);
  return { now, last };
}
