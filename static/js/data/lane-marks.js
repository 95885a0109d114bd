/** Sorts the matching events into lanes. An event stands in every lane that it belongs to, or in "others". */

import { listOf } from "./columns.js";

/**
 * @param {import("./columns.js").Columns} columns
 * @param {Int32Array} kept matching events in time order
 * @param {import("./contract.js").LaneChoice} choice
 * @param {import("./contract.js").Filter} filter
 * @param {number} [most] lanes of the automatic choice
 * @returns {import("./contract.js").Lane[]}
 */
export function assignLanes(columns, kept, choice, filter, most = 6) {
  if (choice === "none") return [lane("all", "all", -1, kept)];
  const kind = choice === "theme" ? "theme" : "country";
  const lists = columns.lists[kind];
  const names = kind === "theme" ? columns.themes.map((t) => t.slug) : columns.countries.map((c) => c.code);
  const wanted = Array.isArray(choice) ? choice : filter[kind];
  const chosen = wanted.map((name) => names.indexOf(name)).filter((i) => i >= 0);
  const indexes = chosen.length ? [...new Set(chosen)] : mostFrequent(lists, kept, names.length, most);
  const laneOf = new Int16Array(names.length).fill(-1);
  indexes.forEach((index, at) => {
    laneOf[index] = at;
  });
  const marks = indexes.map(() => []);
  const others = [];
  for (const event of kept) {
    let stands = false;
    for (const value of listOf(lists, event)) {
      if (laneOf[value] < 0) continue;
      marks[laneOf[value]].push(event);
      stands = true;
    }
    if (!stands) others.push(event);
  }
  const lanes = indexes.map((index, at) => lane(`${kind}:${names[index]}`, kind, index, Int32Array.from(marks[at])));
  if (others.length) lanes.push(lane("others", "others", -1, Int32Array.from(others)));
  return lanes;
}

const lane = (key, kind, index, marks) => ({ key, kind, index, marks, count: marks.length });

function mostFrequent(lists, kept, size, most) {
  const counts = new Uint32Array(size);
  for (const event of kept) for (const value of listOf(lists, event)) counts[value] += 1;
  return [...counts.keys()]
    .filter((i) => counts[i] > 0)
    .sort((a, b) => counts[b] - counts[a] || a - b)
    .slice(0, most);
}
