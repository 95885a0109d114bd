/** Which mark of a frame carries the picture's one tab stop. */

import { firstStop } from "./roving.js";

/**
 * @param {import("../../data/contract.js").Answer} answer
 * @param {import("../layout.js").LaneFrame[]} frame
 * @param {import("./roving.js").Stop | null} active
 * @param {boolean} focused whether the focus is on it; then it stays, even outside the window
 * @returns {import("./roving.js").Stop | null}
 */
export function nextTabStop(answer, frame, active, focused) {
  const lane = active && frame[active.lane];
  if (lane) {
    if (focused) return active;
    const shown = [...lane.labels, ...lane.singles].some(({ event }) => event === active.event);
    if (shown) return active;
  }
  for (let i = 0; i < frame.length; i += 1) {
    const event = frame[i].labels[0]?.event ?? frame[i].singles[0]?.event;
    if (event !== undefined) return { lane: i, event };
  }
  return firstStop(answer, frame);
}
