/** Reads the filter of a view and tells which events match. The truth is the server's EventFilter. */

import { parseBounds } from "../lib/civil.js";
import { LIST_PARAMETERS } from "./contract.js";
import { listOf } from "./columns.js";
import { words } from "./fold.js";

/** @returns {import("./contract.js").Filter} */
export const emptyFilter = () => ({
  country: [], theme: [], organisation: [], person: [], period: [], source: [],
  from: "", to: "", q: "", importance: 3,
});

/**
 * @param {Iterable<[string, string]>} pairs URLSearchParams or FormData
 * @returns {import("./contract.js").Filter}
 */
export function readFilter(pairs) {
  const filter = emptyFilter();
  for (const [name, raw] of pairs) {
    const value = String(raw).trim();
    if (!value) continue;
    if (LIST_PARAMETERS.includes(name)) {
      if (!filter[name].includes(value)) filter[name].push(value);
    } else if (name === "from" || name === "to" || name === "q") filter[name] = value;
    else if (name === "importance") filter.importance = Number(value) || 3;
  }
  // As the server orders them, so that equal views have equal lanes.
  for (const name of LIST_PARAMETERS) filter[name].sort();
  return filter;
}

/**
 * @param {string | null} value of the `lanes` parameter
 * @returns {import("./contract.js").LaneChoice}
 */
export function readLanes(value) {
  if (!value) return null;
  if (value === "none" || value === "theme") return value;
  return value.split(",").filter(Boolean);
}

/** @param {import("./contract.js").LaneChoice} lanes @returns {string | null} */
export const writeLanes = (lanes) => (Array.isArray(lanes) ? lanes.join(",") : lanes);

const NAMES = {
  country: (columns) => columns.countries.map((country) => country.code),
  theme: (columns) => columns.themes.map((theme) => theme.slug),
  organisation: (columns) => columns.organisations,
  person: (columns) => columns.people,
  source: (columns) => columns.sources.map((source) => source.key),
};

/**
 * For each event, the set of conditions it fails; bit n is condition n of CONDITIONS. 0 is a match.
 * @param {import("./columns.js").Columns} columns
 * @param {import("./contract.js").Filter} filter
 * @param {import("./local-source.js").Search | null} search the search file; needed when the filter has a q
 * @returns {Uint16Array}
 */
export function failures(columns, filter, search = null) {
  const failed = new Uint16Array(columns.size);
  const fail = (bit, test) => {
    for (let i = 0; i < columns.size; i += 1) if (!test(i)) failed[i] |= bit;
  };
  for (const name of LIST_PARAMETERS) {
    if (name === "period" || filter[name].length === 0) continue;
    const names = NAMES[name](columns);
    const wanted = new Uint8Array(names.length);
    for (const value of filter[name]) if (names.includes(value)) wanted[names.indexOf(value)] = 1;
    fail(bitOf(name), (i) => listOf(columns.lists[name], i).some((value) => wanted[value]));
  }
  if (filter.period.length) {
    const periods = columns.periods.filter((period) => filter.period.includes(period.slug));
    fail(bitOf("period"), (i) => periods.some((period) => overlaps(columns, i, period.earliest, period.latest)));
  }
  const from = filter.from ? parseBounds(filter.from)?.[0] ?? -Infinity : -Infinity;
  const to = filter.to ? parseBounds(filter.to)?.[1] ?? Infinity : Infinity;
  if (from > -Infinity || to < Infinity) fail(bitOf("from"), (i) => overlaps(columns, i, from, to));
  if (filter.importance < 3) fail(bitOf("importance"), (i) => columns.importance[i] <= filter.importance);
  if (filter.q.trim() && search) {
    const tests = words(filter.q).map((word) => holding(columns, search, word));
    // Signs alone ask for something that no text holds.
    fail(bitOf("q"), (i) => tests.length > 0 && tests.every((test) => test(i)));
  }
  return failed;
}

/** Whose names find an event; a theme's name is too general a word for that. */
const FINDING = ["country", "organisation", "person", "place"];

/**
 * Tells of an event whether a word begins a word of its text, or of a name that it points to.
 * @param {import("./columns.js").Columns} columns
 * @param {import("./local-source.js").Search} search
 * @param {string} word folded
 * @returns {(event: number) => boolean}
 */
export function holding(columns, { fold, names }, word) {
  const needle = ` ${word}`;
  const named = FINDING.filter((name) => names[name])
    .map((name) => [name, names[name].map((text) => text.includes(needle))])
    .filter(([, hits]) => hits.includes(true));
  return (i) =>
    fold[i].includes(needle) ||
    named.some(([name, hits]) =>
      name === "place" ? hits[columns.place[i]] : listOf(columns.lists[name], i).some((value) => hits[value]),
    );
}

const overlaps = (columns, i, from, to) => columns.latest[i] >= from && columns.earliest[i] <= to;

const CONDITIONS = [...LIST_PARAMETERS, "from", "importance", "q"];
const bitOf = (name) => 1 << CONDITIONS.indexOf(name);

/**
 * Counts per value, each parameter counted as if it alone were not set.
 * @param {import("./columns.js").Columns} columns
 * @param {Uint16Array} failed
 * @returns {Record<string, Record<string, number>>}
 */
export function countFacets(columns, failed) {
  const facets = {};
  for (const name of LIST_PARAMETERS) {
    const others = ~bitOf(name);
    if (name === "period") {
      facets.period = {};
      for (const period of columns.periods) {
        let count = 0;
        for (let i = 0; i < columns.size; i += 1) {
          if ((failed[i] & others) === 0 && overlaps(columns, i, period.earliest, period.latest)) count += 1;
        }
        facets.period[period.slug] = count;
      }
      continue;
    }
    const names = NAMES[name](columns);
    const counts = new Uint32Array(names.length);
    const { offsets, values } = columns.lists[name];
    for (let i = 0; i < columns.size; i += 1) {
      if (failed[i] & others) continue;
      for (let at = offsets[i]; at < offsets[i + 1]; at += 1) counts[values[at]] += 1;
    }
    facets[name] = Object.fromEntries(names.map((value, i) => [value, counts[i]]));
  }
  return facets;
}
