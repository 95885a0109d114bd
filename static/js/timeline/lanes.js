/** How high each lane is. Heights follow the whole filtered record, not the window, so that panning never shifts a lane. */

/**
 * @typedef {object} LaneBox pixels from the top of the drawing
 * @property {number} top @property {number} height
 * @property {number} labels top of the stack of label units @property {number} units
 * @property {number} rail middle of the rail
 */

export const RAIL = 27;
const PADDING = 4;

/**
 * @param {number[]} counts events of each lane
 * @param {{unit: number, available: number, header: number, top: number}} sizes `unit` is the height of a label unit,
 *   `header` the room for a name above the lane (0 when names stand at the side)
 * @returns {LaneBox[]}
 */
export function layoutLanes(counts, { unit, available, header, top }) {
  const least = counts.map((count) => (count > 1 ? 4 : 2));
  const most = Math.max(6, Math.min(24, Math.floor(available / unit)));
  const wanted = counts.map((count, i) => Math.min(most, Math.max(least[i], count * 2)));
  const fixed = counts.length * (header + RAIL + PADDING);
  const units = shareUnits(wanted, Math.floor((available - fixed) / unit), least, counts);
  let y = top;
  return units.map((lots) => {
    const height = header + lots * unit + RAIL + PADDING;
    const box = { top: y, height, labels: y + header + PADDING, units: lots, rail: y + height - RAIL / 2 };
    y += height;
    return box;
  });
}

/** Every lane gets its least; what is left goes, unit by unit, to the lane with the most events for its height. */
function shareUnits(wanted, total, least, counts) {
  const units = [...least];
  let left = total - least.reduce((sum, height) => sum + height, 0);
  while (left > 0) {
    let best = -1;
    for (let i = 0; i < units.length; i += 1) {
      if (units[i] >= wanted[i]) continue;
      if (best < 0 || counts[i] / units[i] > counts[best] / units[best]) best = i;
    }
    if (best < 0) break;
    units[best] += 1;
    left -= 1;
  }
  return units;
}
