/**
 * Groups the events that found no room for a label on the rail of their lane: one alone stays a mark, several become
 * a counted cluster. Groups start from cells fixed in time, so that panning does not reshuffle them.
 *
 * @typedef {object} Group
 * @property {number[]} members events @property {number} x middle, pixels
 * @property {number} left @property {number} right of the target
 */

const SINGLE = 26;
const BADGE = 38;

/** @param {number} pixelsPerDay @param {number} [room] @returns {number} days of a cell, a power of two */
export const cellDays = (pixelsPerDay, room = 64) => 2 ** Math.ceil(Math.log2(room / pixelsPerDay));

/**
 * @param {number[]} events @param {number[]} anchors their place in pixels, in the same order
 * @param {import("./scale.js").Scale} scale
 * @param {number} alone an event that must stay by itself, or -1
 * @returns {Group[]} from left to right, no two targets overlapping unless `alone` forces it
 */
export function cluster(events, anchors, scale, alone = -1) {
  const cell = cellDays(scale.k);
  const cells = new Map();
  let single = null;
  events.forEach((event, i) => {
    if (event === alone) {
      single = group([event], anchors[i], scale.width);
      return;
    }
    const key = Math.floor(scale.t(anchors[i]) / cell);
    const found = cells.get(key);
    if (found) {
      found.members.push(event);
      found.sum += anchors[i];
    } else cells.set(key, { members: [event], sum: anchors[i] });
  });
  const groups = [];
  for (const key of [...cells.keys()].sort((a, b) => a - b)) {
    const { members, sum } = cells.get(key);
    let next = group(members, sum / members.length, scale.width);
    while (groups.length && groups.at(-1).right > next.left) {
      const last = groups.pop();
      const size = last.members.length + next.members.length;
      const middle = (last.x * last.members.length + next.x * next.members.length) / size;
      next = group([...last.members, ...next.members], middle, scale.width);
    }
    groups.push(next);
  }
  if (single) insertAlone(groups, single, scale.width);
  return groups;
}

function group(members, x, width) {
  const half = (members.length === 1 ? SINGLE : BADGE) / 2;
  const middle = Math.min(Math.max(x, half), width - half);
  return { members, x: members.length === 1 ? x : middle, left: middle - half, right: middle + half };
}

/** The one that has the focus keeps its true place; a neighbour in its way moves aside. */
function insertAlone(groups, single, width) {
  for (const other of groups) {
    if (other.members.length === 1 || other.right <= single.left || other.left >= single.right) continue;
    const left = single.left - BADGE >= 0 && (other.x < single.x || single.right + BADGE > width);
    other.x = left ? single.left - BADGE / 2 : single.right + BADGE / 2;
    other.left = other.x - BADGE / 2;
    other.right = other.x + BADGE / 2;
  }
  groups.push(single);
  groups.sort((a, b) => a.x - b.x);
}

/**
 * @param {import("../data/columns.js").Columns} columns
 * @param {number[]} members
 * @param {[number, number]} window
 * @returns {[number, number] | null} the days that would part them, or null when zooming cannot
 */
export function partingWindow({ earliest, latest }, members, [t0, t1]) {
  let first = Infinity;
  let last = -Infinity;
  for (const event of members) {
    const middle = Math.max(Math.min((Math.max(earliest[event], t0) + Math.min(latest[event] + 1, t1)) / 2, t1), t0);
    if (middle < first) first = middle;
    if (middle > last) last = middle;
  }
  const span = last - first;
  return span >= 1 && span / 0.6 < (t1 - t0) * 0.8 ? [first - span * 0.1, last + span * 0.1] : null;
}
