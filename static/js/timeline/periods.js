/** The periods of the chosen periodisation as they fall on the scale. */

import { OPEN_END, OPEN_START } from "../data/contract.js";

/**
 * @param {import("../data/columns.js").Columns} columns
 * @param {string} periodisation key of the source whose periods are drawn
 * @param {import("./scale.js").Scale} scale
 * @returns {{slug: string, name: string, earliest: number, latest: number, from: number, to: number, wash: number}[]}
 *   the visible ones, clipped to the scale, each ending where the next begins
 */
export function visiblePeriods(columns, periodisation, scale) {
  const own = columns.periods.filter((period) => period.periodisation === periodisation);
  own.sort((a, b) => a.earliest - b.earliest);
  const found = [];
  own.forEach((period, i) => {
    const next = own[i + 1]?.earliest ?? Infinity;
    const from = period.earliest === OPEN_START ? 0 : Math.max(0, scale.x(period.earliest));
    const end = Math.min(period.latest === OPEN_END ? Infinity : period.latest + 1, Math.max(next, period.earliest + 1));
    const to = Math.min(scale.width, scale.x(end));
    if (to > from) found.push({ ...period, from, to, wash: i % 3 });
  });
  return found;
}
