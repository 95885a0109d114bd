/**
 * The places of one lane at one zoom. A fresh zoom lays out the window; panning keeps every place and adds what comes
 * in, a window's width at a time, so that no label changes while the window moves over it.
 */

import { APPROXIMATE, UNCERTAIN } from "../data/contract.js";
import { createRangeIndex } from "../data/columns.js";
import { createPacker } from "./labels.js";
import { WIDE_BAR, worldSpan } from "./marks.js";

/** Room for "≈" or "?". */
const SIGN = 13;
const BARE = ["bare"];

/** More events than this for each row of the lane: even the titles of the first rank begin short. */
const PER_ROW = 3;

/**
 * @typedef {object} Item
 * @property {number} event @property {import("./labels.js").Place} place @property {boolean} wide
 * @property {number} sign room before the text
 *
 * @param {import("../data/columns.js").Columns} columns
 * @param {Int32Array} marks of the lane
 */
export function createPlaces(columns, marks) {
  let range = createRangeIndex(columns, marks);
  let renewed = false;
  let items = new Map();
  let packer = null;
  let region = [0, 0];

  /** @param {object} options see `update` @param {number[]} events @param {[number, number]} walls @param {Map<number, Item>} before */
  function add({ k, em, anchor, rows, sizeOf, mostLabels, mostBare }, events, walls, before) {
    const wishes = new Map();
    let labels = 0;
    let bare = 0;
    const wishOf = (event) => {
      let wish = wishes.get(event);
      if (!wish) {
        const { left, right } = worldSpan(columns, event, k, anchor, em);
        const wide = right - left > WIDE_BAR;
        const sign = columns.flags[event] & (APPROXIMATE | UNCERTAIN) ? SIGN * em : 0;
        wish = { left: left - (wide ? 0 : sign), right, wide, sign, size: sizeOf(columns, event) };
        wishes.set(event, wish);
      }
      return wish;
    };
    const take = (event, forms) => {
      const wish = wishOf(event);
      const place = packer.place(wish, forms, walls, before?.get(event)?.place);
      if (place) items.set(event, { event, place, wide: wish.wide, sign: wish.sign });
      return place !== null;
    };
    const { earliest, latest, importance } = columns;
    const isFull = (event) => {
      const days = latest[event] - earliest[event] + 1;
      return days * k < WIDE_BAR && packer.isFull((earliest[event] - anchor + days / 2) * k);
    };
    // First rank first, and in each rank what had a place before.
    const ranked = [[], [], [], [], [], []];
    for (const event of events) ranked[2 * (importance[event] - 1) + (before?.has(event) ? 0 : 1)].push(event);
    const order = ranked.flat();
    const roomy = events.length < PER_ROW * rows;
    for (const event of order) {
      if (labels >= mostLabels) break;
      if (!isFull(event) && take(event, formsFor(wishOf(event), roomy && importance[event] === 1))) labels += 1;
    }
    for (const event of order) {
      if (bare >= mostBare) break;
      if (!items.has(event) && !isFull(event) && take(event, BARE)) bare += 1;
    }
    for (const event of order) {
      const item = items.get(event);
      if (item?.place.form === "short" && item.place.width < wishOf(event).size.one) {
        item.place = packer.grow(wishOf(event), item.place, walls);
      }
    }
  }

  const within = (t0, t1) => {
    const events = [];
    range(t0, t1, (event) => events.push(event));
    return events;
  };

  return {
    within,
    /** @param {number} event @returns {Item | undefined} */
    get: (event) => items.get(event),
    /** @param {Int32Array} more marks, those of before among them */
    renew(more) {
      range = createRangeIndex(columns, more);
      renewed = true;
    },
    /**
     * @param {{t0: number, t1: number, k: number, em: number, anchor: number, limits: [number, number], rows: number,
     *   sizeOf: Function, mostLabels: number, mostBare: number}} options
     * @param {boolean} fresh whether zoom, heights or type have changed
     */
    update(options, fresh) {
      const { t0, t1, k, anchor, limits, rows } = options;
      const world = (t) => (t - anchor) * k;
      if (fresh || !packer || t1 <= region[0] || t0 >= region[1]) {
        const before = items;
        items = new Map();
        packer = createPacker(rows);
        region = [t0, t1];
        packer.reachTo(world(t0), world(t1));
        add(options, within(t0, t1), [world(t0), world(t1)], before);
        renewed = false;
        return;
      }
      const span = t1 - t0;
      if (region[1] - region[0] > 9 * span) forget([t0 - 2 * span, t1 + 2 * span], rows);
      const walls = limits.map(world);
      if (renewed) add(options, within(...region).filter((event) => !items.has(event)), walls);
      renewed = false;
      if (t0 < region[0] || t1 > region[1]) packer.reachTo(world(t0 - span), world(t1 + span));
      if (t0 < region[0]) {
        const [end] = region;
        region[0] = Math.min(t0, end - span);
        add(options, within(region[0], end).filter((event) => !items.has(event)), walls);
      }
      if (t1 > region[1]) {
        const [, start] = region;
        region[1] = Math.max(t1, start + span);
        add(options, within(start, region[1]).filter((event) => !items.has(event)), walls);
      }
    },
  };

  /** Drops what lies far from the window, so that a long way costs no more than a short one. */
  function forget(next, rows) {
    const before = items;
    region = [Math.max(region[0], next[0]), Math.min(region[1], next[1])];
    items = new Map();
    packer = createPacker(rows);
    for (const event of within(region[0], region[1])) {
      const item = before.get(event);
      if (!item) continue;
      items.set(event, item);
      packer.add(item.place);
    }
  }
}

/** Titles are shortened at first, so that more of them find room, and grow where room is left. */
function formsFor({ left, right, wide, size }, first) {
  if (size.short >= size.one) return ["one"];
  return first || (wide && size.one <= right - left) ? ["one", "short"] : ["short"];
}
