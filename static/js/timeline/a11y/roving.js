/** Where the one tab stop goes next: pure steps over the lanes of an answer. */

const DECADE = 3653;

/**
 * @typedef {{lane: number, event: number}} Stop
 *
 * @param {import("../../data/contract.js").Answer} answer
 * @param {Stop} stop
 * @param {string} action of the key table
 * @returns {Stop | null} null when there is nothing further that way
 */
export function nextStop({ lanes, columns }, { lane, event }, action) {
  const { marks } = lanes[lane];
  const at = marks.indexOf(event);
  const inLane = (index) => (index >= 0 && index < marks.length && index !== at ? { lane, event: marks[index] } : null);
  const { earliest } = columns;
  switch (action) {
    // Past the end of a lane as in reading: on to the next one's first, back to the last of the one above.
    case "previous":
      return inLane(at - 1) ?? edgeOf(-1);
    case "next":
      return inLane(at + 1) ?? edgeOf(1);
    case "first":
      return inLane(0);
    case "last":
      return inLane(marks.length - 1);
    case "decade_back":
      return inLane(Math.max(0, marks.findLastIndex((other) => earliest[other] <= earliest[event] - DECADE)));
    case "decade_on": {
      const found = marks.findIndex((other) => earliest[other] >= earliest[event] + DECADE);
      return inLane(found < 0 ? marks.length - 1 : found);
    }
    case "lane_up":
      return otherLane(-1);
    case "lane_down":
      return otherLane(1);
    default:
      return null;
  }

  function edgeOf(step) {
    for (let other = lane + step; other >= 0 && other < lanes.length; other += step) {
      const event = lanes[other].marks.at(step > 0 ? 0 : -1);
      if (event !== undefined) return { lane: other, event };
    }
    return null;
  }

  function otherLane(step) {
    for (let other = lane + step; other >= 0 && other < lanes.length; other += step) {
      if (lanes[other].marks.length) return { lane: other, event: nearest(lanes[other].marks, columns, event) };
    }
    return null;
  }
}

/** The event itself when it stands in the other lane too, else the one that begins nearest in time. */
function nearest(marks, { earliest }, event) {
  let best = marks[0];
  for (const other of marks) {
    if (other === event) return event;
    if (Math.abs(earliest[other] - earliest[event]) < Math.abs(earliest[best] - earliest[event])) best = other;
  }
  return best;
}

/**
 * @param {import("../../data/contract.js").Answer} answer
 * @param {import("../layout.js").LaneFrame[]} frame
 * @returns {Stop | null} the first event that the reader sees, else the first there is
 */
export function firstStop({ lanes }, frame) {
  for (let lane = 0; lane < frame.length; lane += 1) {
    const event = frame[lane].labels[0]?.event ?? frame[lane].events[0];
    if (event !== undefined) return { lane, event };
  }
  const lane = lanes.findIndex((candidate) => candidate.marks.length);
  return lane < 0 ? null : { lane, event: lanes[lane].marks[0] };
}

/**
 * @param {import("../../data/contract.js").Answer | null} before @param {import("../../data/contract.js").Answer} after
 * @param {Stop | null} stop in the answer before
 * @returns {Stop | null} the same event in the same lane of the new answer, if it is still there
 */
export function sameStop(before, after, stop) {
  if (!before || !stop) return null;
  const { key } = before.lanes[stop.lane];
  const event = before.columns === after.columns ? stop.event : after.columns.indexOf.get(before.columns.slug[stop.event]);
  const lane = after.lanes.findIndex((other) => other.key === key && other.marks.includes(event));
  return lane < 0 ? null : { lane, event };
}
