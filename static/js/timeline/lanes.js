/** How high each lane is. Heights follow the whole filtered record, not the window, so that panning never shifts a lane. */

/**
 * @typedef {object} LaneBox pixels from the top of the drawing
 * @property {number} top @property {number} height
 * @property {number} labels top of the first row @property {number} units rows, the rail among them
 * @property {boolean} reserved whether the last row is kept for the rail and its clusters
 * @property {number} rail middle of the rail
 */

const PADDING = 3;

/** @param {number} line height of a line of text @returns {number} height of a row: a line and a little air */
export const rowHeight = (line) => Math.ceil(line * 1.23);

/**
 * @param {number[]} counts events of each lane
 * @param {{unit: number, available: number, header: number, top: number}} sizes `unit` is the height of a row,
 *   `header` the room for a name above the lane (0 when names stand at the side)
 * @returns {LaneBox[]}
 */
export function layoutLanes(counts, { unit, available, header, top }) {
  const least = counts.map((count) => (header && count < 3 ? 1 : 2));
  const most = Math.max(4, Math.min(16, Math.floor(available / unit)));
  const wanted = counts.map((count, i) => Math.min(most, Math.max(least[i], count)));
  const fixed = counts.length * (header + 2 * PADDING);
  const rows = shareRows(wanted, Math.floor((available - fixed) / unit), least, counts);
  let y = top;
  return rows.map((units, i) => {
    const height = header + units * unit + 2 * PADDING;
    const labels = y + header + PADDING;
    const box = { top: y, height, labels, units, reserved: counts[i] > units, rail: labels + (units - 0.5) * unit };
    y += height;
    return box;
  });
}

/** Every lane gets its least; what is left goes, row by row, to the lane with the most events for its height. */
function shareRows(wanted, total, least, counts) {
  const rows = [...least];
  let left = total - least.reduce((sum, height) => sum + height, 0);
  while (left > 0) {
    let best = -1;
    for (let i = 0; i < rows.length; i += 1) {
      if (rows[i] >= wanted[i]) continue;
      if (best < 0 || counts[i] / rows[i] > counts[best] / rows[best]) best = i;
    }
    if (best < 0) break;
    rows[best] += 1;
    left -= 1;
  }
  return rows;
}
