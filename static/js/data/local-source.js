/** The source that holds the whole record in the browser and answers without the network. */

import { buildColumns } from "./columns.js";
import { density } from "./density.js";
import { countFacets, failures } from "./filter.js";
import { assignLanes } from "./lane-marks.js";

/**
 * @typedef {object} Search the search file
 * @property {string[]} fold the searched text of each event: its words, each after a blank (events/search/column.py)
 * @property {Record<"country" | "organisation" | "person" | "place" | "theme", string[]>} names of each term, spelled likewise
 * @property {Record<"country" | "person" | "organisation" | "theme", [string, string, number][]>} terms key, name and number
 *   of events of each term that is offered while a reader types
 * @property {[number, number]} years the first and the last @property {Record<string, string>} kinds what each kind is called
 * @property {string} said what is spoken when suggestions stand, with {count}
 */

/**
 * @param {string} recordUrl the columnar record
 * @param {string} [searchUrl] the folded search text, fetched only when a filter has a q
 * @returns {{query: (request: import("./contract.js").Request) => Promise<import("./contract.js").Answer>}}
 */
export function createLocalSource(recordUrl, searchUrl) {
  const columns = once(async () => buildColumns(await fetchJson(recordUrl)));
  const search = once(() => fetchJson(searchUrl));
  return {
    async query(request) {
      const record = await columns();
      const texts = request.filter.q.trim() && searchUrl ? await search() : null;
      return answer(record, request, texts);
    },
  };
}

/**
 * @param {import("./columns.js").Columns} columns
 * @param {import("./contract.js").Request} request
 * @param {Search | null} search
 * @returns {import("./contract.js").Answer}
 */
export function answer(columns, { filter, width, lanes, most }, search = null) {
  const failed = failures(columns, filter, search);
  const kept = [];
  for (let i = 0; i < columns.size; i += 1) if (failed[i] === 0) kept.push(i);
  const marks = Int32Array.from(kept);
  const assigned = assignLanes(columns, marks, lanes, filter, most);
  const [from, to] = columns.extent;
  const buckets = Math.max(1, Math.min(Math.round(width), to - from + 1));
  const count = (events) => density(columns, events, from, to, buckets);
  return {
    columns,
    lanes: assigned,
    count: marks.length,
    total: columns.size,
    covers: null,
    density: {
      from,
      to,
      all: count(columns.earliest.keys()),
      kept: count(marks),
      lanes: assigned.map((lane) => count(lane.marks)),
    },
    facets: countFacets(columns, failed),
  };
}

/** Keeps the promise of the first call; a failure is forgotten, so that the next call tries again. */
function once(load) {
  let promise = null;
  return () => {
    promise ??= load().catch((error) => {
      promise = null;
      throw error;
    });
    return promise;
  };
}

async function fetchJson(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
