/** The record as typed columns. Open ends are sentinels, so that comparing days needs no branches. */

import { ENDS_OPEN, OPEN_END, OPEN_START, STARTS_OPEN } from "./contract.js";

/**
 * @typedef {{offsets: Uint32Array, values: Uint16Array}} Lists the values of event i are values[offsets[i]..offsets[i+1]]
 *
 * @typedef {object} Columns
 * @property {string} language
 * @property {string} periodisation the one drawn when the reader chose none
 * @property {number} size
 * @property {string[]} slug @property {string[]} title @property {string[]} when
 * @property {(string | null)[]} titleIn the language of a title that is not in that of the record
 * @property {Float64Array} earliest in rising order @property {Float64Array} latest
 * @property {Float64Array} certainFrom @property {Float64Array} certainTo reversed when no day is certain
 * @property {string[]} precision @property {Uint8Array} flags @property {Uint8Array} importance
 * @property {Record<"country" | "theme" | "organisation" | "person" | "source", Lists>} lists
 * @property {Int32Array} place
 * @property {{code: string, name: string, lang?: string, colour: number, shape: string}[]} countries `lang` where the name is in
 *   another language; so with the others
 * @property {{slug: string, name: string}[]} themes
 * @property {string[]} organisations @property {string[]} people
 * @property {{key: string, name: string}[]} sources @property {string[]} places
 * @property {{slug: string, name: string, periodisation: string, earliest: number, latest: number}[]} periods
 * @property {{from: number[], to: number[], kind: string[], status: number[]}} relations
 * @property {Map<string, number>} indexOf slug → index
 * @property {[number, number]} extent first and last known day
 */

/**
 * @param {object} record the parsed record file
 * @returns {Columns}
 */
export function buildColumns(record) {
  const { events } = record;
  const size = events.slug.length;
  const certainFrom = new Float64Array(size);
  const certainTo = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    const from = events.certain_from[i] ?? (events.flags[i] & STARTS_OPEN ? OPEN_START : null);
    const to = events.certain_to[i] ?? (events.flags[i] & ENDS_OPEN ? OPEN_END : null);
    const known = from !== null && to !== null && from <= to;
    certainFrom[i] = known ? from : OPEN_END;
    certainTo[i] = known ? to : OPEN_START;
  }
  const columns = {
    language: record.language,
    periodisation: record.periodisation,
    size,
    slug: events.slug,
    title: events.title,
    titleIn: languagesOf(events.borrowed, size),
    when: events.when,
    earliest: Float64Array.from(events.earliest, (day) => day ?? OPEN_START),
    latest: Float64Array.from(events.latest, (day) => day ?? OPEN_END),
    certainFrom,
    certainTo,
    precision: events.precision,
    flags: Uint8Array.from(events.flags),
    importance: Uint8Array.from(events.importance),
    lists: {
      country: packLists(events.countries),
      theme: packLists(events.themes),
      organisation: packLists(events.organisations),
      person: packLists(events.people),
      source: packLists(events.sources),
    },
    place: Int32Array.from(events.place),
    countries: record.countries,
    themes: record.themes,
    organisations: record.organisations,
    people: record.people,
    sources: record.sources,
    places: record.places,
    periods: record.periods.map((period) => ({
      ...period,
      earliest: period.earliest ?? OPEN_START,
      latest: period.latest ?? OPEN_END,
    })),
    relations: record.relations,
    indexOf: new Map(events.slug.map((slug, i) => [slug, i])),
  };
  columns.extent = extentOf(columns);
  return columns;
}

/** @param {Record<string, number[]>} [runs] by language: place of the first, how many, place, how many … */
function languagesOf(runs, size) {
  const languages = new Array(size).fill(null);
  for (const [code, numbers] of Object.entries(runs ?? {})) {
    for (let i = 0; i < numbers.length; i += 2) languages.fill(code, numbers[i], numbers[i] + numbers[i + 1]);
  }
  return languages;
}

/** @param {number[][]} lists @returns {Lists} */
export function packLists(lists) {
  const offsets = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    offsets[i + 1] = offsets[i] + list.length;
  });
  return { offsets, values: Uint16Array.from(lists.flat()) };
}

/** @param {Lists} lists @param {number} i @returns {Uint16Array} a view, not a copy */
export const listOf = (lists, i) => lists.values.subarray(lists.offsets[i], lists.offsets[i + 1]);

function extentOf({ size, earliest, latest }) {
  let first = Infinity;
  let last = -Infinity;
  for (let i = 0; i < size; i += 1) {
    for (const day of [earliest[i], latest[i]]) {
      if (!Number.isFinite(day)) continue;
      if (day < first) first = day;
      if (day > last) last = day;
    }
  }
  return first <= last ? [first, last] : [1, 366];
}

/**
 * @param {(i: number) => number} valueAt rising with i
 * @param {number} size
 * @param {number} wanted
 * @returns {number} the first i whose value is at least `wanted`, or size
 */
export function lowerBound(valueAt, size, wanted) {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (valueAt(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

const LONG = 3653;

/**
 * Finds the marks of a window fast: short ones by binary search on their start, the few long or open ones by looking.
 * @param {Columns} columns
 * @param {Int32Array} marks in time order
 * @returns {(t0: number, t1: number, visit: (event: number) => void) => void}
 */
export function createRangeIndex(columns, marks) {
  const { earliest, latest } = columns;
  const long = [];
  const short = [];
  let longest = 0;
  for (const event of marks) {
    const days = latest[event] - earliest[event];
    if (days > LONG) long.push(event);
    else {
      short.push(event);
      if (days > longest) longest = days;
    }
  }
  return (t0, t1, visit) => {
    for (const event of long) if (latest[event] + 1 > t0 && earliest[event] < t1) visit(event);
    const first = lowerBound((i) => earliest[short[i]], short.length, t0 - longest - 1);
    for (let i = first; i < short.length && earliest[short[i]] < t1; i += 1) {
      if (latest[short[i]] + 1 > t0) visit(short[i]);
    }
  };
}
