/**
 * Groups the events that found no room for a label on the rail of their lane: one alone stays a mark, several become
 * a counted cluster. Groups start from cells fixed in time, so that panning does not reshuffle them.
 *
 * @typedef {object} Group
 * @property {number[]} members events @property {number} x middle, pixels
 * @property {number} left @property {number} right of the target
 */

const SINGLE = 24;
const ROOM = 34;

/** @param {number} count @returns {number} width of its badge */
const badge = (count) => (count < 10 ? 24 : count < 100 ? 30 : 18 + 8 * String(count).length);

/** @param {number} pixelsPerDay @param {number} [room] @returns {number} days of a cell, a power of two */
export const cellDays = (pixelsPerDay, room = ROOM) => 2 ** Math.ceil(Math.log2(room / pixelsPerDay));

/**
 * @param {number[]} events @param {number[]} anchors their place in pixels, in the same order
 * @param {import("./scale.js").Scale} scale
 * @param {number[]} alone events that must stay by themselves
 * @param {number} em how much larger than usual the type is
 * @returns {Group[]} from left to right, no two targets overlapping unless `alone` forces it
 */
export function cluster(events, anchors, scale, alone = [], em = 1) {
  const cell = cellDays(scale.k, ROOM * em);
  const group = (members, x) => groupAt(members, x, scale.width, em);
  const cells = new Map();
  const single = [];
  events.forEach((event, i) => {
    if (alone.includes(event)) {
      single.push(group([event], anchors[i]));
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
    let next = group(members, sum / members.length);
    while (groups.length && groups.at(-1).right > next.left) {
      const last = groups.pop();
      const size = last.members.length + next.members.length;
      const middle = (last.x * last.members.length + next.x * next.members.length) / size;
      next = group([...last.members, ...next.members], middle);
    }
    groups.push(next);
  }
  for (const one of single) insertAlone(groups, one, scale.width);
  return groups;
}

function groupAt(members, x, width, em) {
  const half = members.length === 1 ? SINGLE / 2 : (em * badge(members.length)) / 2;
  const middle = Math.min(Math.max(x, half), width - half);
  return { members, x: members.length === 1 ? x : middle, left: middle - half, right: middle + half };
}

/** The one that has the focus keeps its true place; a neighbour in its way moves aside. */
function insertAlone(groups, single, width) {
  for (const other of groups) {
    if (other.members.length === 1 || other.right <= single.left || other.left >= single.right) continue;
    const size = other.right - other.left;
    const left = single.left - size >= 0 && (other.x < single.x || single.right + size > width);
    other.x = left ? single.left - size / 2 : single.right + size / 2;
    other.left = other.x - size / 2;
    other.right = other.x + size / 2;
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
