/** One frame's places: which events carry a label, which stand as a mark alone, which are counted in a cluster. */

import { cluster } from "./clusters.js";
import { NEAR, RIGHT } from "./labels.js";
import { WIDE_BAR, anchorOf, spanOf } from "./marks.js";
import { createPlaces } from "./places.js";

const MOST_LABELS = 120;
const MOST_BARE = 120;

/** Height of a row, and of a badge, at the usual size of type. */
const SIZE = 24;

/**
 * @typedef {object} Label
 * @property {number} event @property {import("./marks.js").Span} span @property {boolean} wide a bar under its text
 * @property {import("./labels.js").Place} place in pixels of the window @property {string[]} words lines of text
 *
 * @typedef {object} Single
 * @property {number} event @property {import("./marks.js").Span} span @property {boolean} wide
 * @property {number} left @property {number} right @property {number} unit row, or -1 on the rail
 *
 * @typedef {object} LaneFrame
 * @property {Label[]} labels @property {Single[]} singles @property {import("./clusters.js").Group[]} clusters
 * @property {number} visible labels + singles + the sum over clusters
 * @property {number[]} events that the window touches
 */

/**
 * Keeps, from frame to frame, where each mark stood, so that it stays there while it can.
 * @param {import("../data/contract.js").Answer} answer
 */
export function createLayout({ columns, lanes }) {
  const places = lanes.map((lane) => createPlaces(columns, lane.marks));
  let crowded = lanes.map(() => false);
  let key = "";

  /** A lane without a rail of its own gives its last row to the rail, once something finds no other room. */
  function layoutLane(lane, box, options, fresh) {
    const { scale, shift, alone, sizeOf } = options;
    const rows = box.reserved || crowded[lane] ? box.units - 1 : box.units;
    places[lane].update({ ...options, t0: scale.t0, t1: scale.t1, rows }, fresh);
    const events = places[lane].within(scale.t0, scale.t1);
    const labels = [];
    const singles = [];
    const rest = [];
    const anchors = [];
    for (const event of events) {
      const item = places[lane].get(event);
      if (!item) {
        rest.push(event);
        anchors.push(anchorOf(columns, event, scale));
        continue;
      }
      const span = spanOf(columns, event, scale);
      const { wide } = item;
      const place = shown(item, span, shift, scale.width);
      if (place) labels.push({ event, span, wide, place, words: wordsOf(columns.title[event], place.form, sizeOf(columns, event)) });
      else singles.push({ event, span, wide, unit: item.place.unit, left: span.left, right: span.right });
    }
    if (rest.length && !box.reserved && !crowded[lane]) {
      crowded[lane] = true;
      return layoutLane(lane, box, options, true);
    }
    const clusters = [];
    for (const group of cluster(rest, anchors, scale, alone, emOf(box))) {
      if (group.members.length > 1) clusters.push(group);
      else {
        const event = group.members[0];
        const span = spanOf(columns, event, scale);
        singles.push({ event, span, wide: span.right - span.left > WIDE_BAR, unit: -1, left: group.left, right: group.right });
      }
    }
    return { labels, singles, clusters, events, visible: events.length };
  }

  return {
    /** Takes more marks in: those that stand already stay where they are. */
    renew({ lanes: next }) {
      next.forEach(({ marks }, lane) => places[lane].renew(marks));
    },
    /**
     * @param {{scale: import("./scale.js").Scale, anchor: number, limits: [number, number], stamp: unknown,
     *   boxes: import("./lanes.js").LaneBox[], sizeOf: Function, alone: number[]}} options `anchor` is the day that
     *   places are counted from, new with each zoom; a new `stamp` lays out afresh; `alone` stand out of clusters
     * @returns {LaneFrame[]}
     */
    frame({ scale, anchor, limits, stamp, boxes, sizeOf, alone }) {
      const now = `${anchor} ${scale.width} ${stamp} ${boxes.map((box) => box.units)}`;
      const fresh = key !== now;
      key = now;
      if (fresh) crowded = lanes.map(() => false);
      const options = { scale, k: scale.k, em: scale.em, anchor, limits, sizeOf, alone, shift: scale.x(anchor) };
      const share = 1 / Math.max(1, boxes.length);
      options.mostLabels = Math.ceil(MOST_LABELS * share);
      options.mostBare = Math.ceil(MOST_BARE * share);
      return boxes.map((box, lane) => layoutLane(lane, box, options, fresh));
    },
  };
}

/** How much larger than usual the type is, by the height of a row. */
export const emOf = ({ rail, labels, units }) => Math.max(1, (rail - labels) / (units - 0.5) / SIZE);

/** The place in pixels of the window; text on a bar stays in sight as long as the bar has room. Null when the text is cut. */
function shown({ place, wide, sign }, span, shift, width) {
  if (place.form === "bare") return null;
  const left = place.left + shift;
  const right = place.right + shift;
  let text = place.text + shift;
  if (wide) text = Math.min(Math.max(text, NEAR + sign), right - place.width);
  else if (place.side === RIGHT) text = Math.max(text, span.right + NEAR);
  else text = Math.min(text, span.left - NEAR - place.width);
  if (text < 2 || text + place.width > width - 1) return null;
  // A mark at the edge is kept in sight and pushes its text along, by less than the gap between two places.
  return { ...place, text, left: Math.max(Math.min(left, text), -2), right: Math.min(Math.max(right, text + place.width), width + 2) };
}

/** @param {string} title @param {import("./labels.js").Form} form @param {import("./measure.js").Size} size @returns {string[]} */
export function wordsOf(title, form, { split, cut }) {
  if (form === "two") return [title.slice(0, split), title.slice(split + 1)];
  return [form === "short" && cut > 0 ? `${title.slice(0, cut)}…` : title];
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
