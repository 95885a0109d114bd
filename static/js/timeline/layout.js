/** One frame's places: which events carry a label, which stand alone on the rail, which are counted in a cluster. */

import { APPROXIMATE, SOURCES_DIFFER, UNCERTAIN } from "../data/contract.js";
import { createRangeIndex } from "../data/columns.js";
import { cluster } from "./clusters.js";
import { createPacker } from "./labels.js";
import { WIDE_BAR, spanOf } from "./marks.js";

const MOST_LABELS = 120;

/** Room for "≈" or "?". */
const SIGN = 13;

/**
 * @typedef {object} Label
 * @property {number} event @property {import("./marks.js").Span} span
 * @property {import("./labels.js").Place} place @property {import("./measure.js").Size} size
 *
 * @typedef {object} LaneFrame
 * @property {Label[]} labels
 * @property {{event: number, span: import("./marks.js").Span, left: number, right: number}[]} singles
 * @property {import("./clusters.js").Group[]} clusters
 * @property {number} visible labels + singles + the sum over clusters
 * @property {number[]} events that the window touches
 */

/**
 * Keeps, from frame to frame, where each label stood, so that it stays there while it can.
 * @param {import("../data/contract.js").Answer} answer
 */
export function createLayout(answer) {
  const { columns, lanes } = answer;
  const ranges = lanes.map((lane) => createRangeIndex(columns, lane.marks));
  const memories = lanes.map(() => new Map());

  /**
   * @param {number} lane
   * @param {{scale: import("./scale.js").Scale, units: number, most: number, first: number[], sizeOf: Function}} options
   *   `first` holds the events that come before all others: the focused and the selected one
   */
  function layoutLane(lane, { scale, units, most, first, sizeOf }) {
    const events = [];
    ranges[lane](scale.t0, scale.t1, (event) => events.push(event));
    const packer = createPacker(scale.width, units);
    const before = memories[lane];
    const after = new Map();
    const labels = [];
    const rest = [];
    const anchors = [];
    const seen = new Set();

    const tryLabel = (event) => {
      seen.add(event);
      const span = spanOf(columns, event, scale);
      const size = sizeOf(columns, event);
      const wide = !span.dot && span.right - span.left > WIDE_BAR;
      const outline = !wide && columns.flags[event] & SOURCES_DIFFER ? 3 : 0;
      const sign = columns.flags[event] & (APPROXIMATE | UNCERTAIN) ? SIGN : 0;
      const left = span.left - outline - (wide ? 0 : sign);
      const wanted = { left, right: span.right + outline, wide, sign, one: size.one, two: size.two };
      const place = labels.length < most ? packer.place(wanted, before.get(event)) : null;
      if (place) {
        labels.push({ event, span, place, size });
        after.set(event, place);
      } else {
        rest.push(event);
        anchors.push(span.anchor);
      }
    };

    for (const event of first) if (events.includes(event)) tryLabel(event);
    for (let importance = 1; importance <= 3; importance += 1) {
      for (const kept of [true, false]) {
        for (const event of events) {
          if (columns.importance[event] !== importance || before.has(event) !== kept || seen.has(event)) continue;
          tryLabel(event);
        }
      }
    }
    memories[lane] = after;
    const singles = [];
    const clusters = [];
    for (const group of cluster(rest, anchors, scale, first[0] ?? -1)) {
      if (group.members.length > 1) clusters.push(group);
      else {
        const event = group.members[0];
        singles.push({ event, span: spanOf(columns, event, scale), left: group.left, right: group.right });
      }
    }
    return { labels, singles, clusters, events, visible: events.length };
  }

  return {
    /**
     * @param {{scale: import("./scale.js").Scale, boxes: import("./lanes.js").LaneBox[], sizeOf: Function,
     *   active: {lane: number, event: number} | null, selected: number}} options
     * @returns {LaneFrame[]}
     */
    frame({ scale, boxes, sizeOf, active, selected }) {
      let left = MOST_LABELS;
      return boxes.map((box, lane) => {
        const most = Math.ceil(left / (boxes.length - lane));
        const first = [];
        if (active?.lane === lane) first.push(active.event);
        if (selected >= 0 && !first.includes(selected)) first.push(selected);
        const result = layoutLane(lane, { scale, units: box.units, most, first, sizeOf });
        left -= result.labels.length;
        return result;
      });
    },
  };
}

/** @param {LaneFrame[]} frame @returns {number} distinct events that the window touches */
export function countDistinct(frame) {
  if (frame.length === 1) return frame[0].visible;
  const seen = [];
  let count = 0;
  for (const lane of frame) {
    for (const event of lane.events) {
      if (seen[event]) continue;
      seen[event] = true;
      count += 1;
    }
  }
  return count;
}
