/**
 * Events that came with one answer after the other, each at one place for good. A drawing can so go from window to
 * window: what it chose, measured and placed stays where it was.
 */

import { LIST_PARAMETERS } from "./contract.js";

/** More events than this, and the pool begins anew; the drawing numbers its marks by 65,536 in each lane. */
const MOST = 20000;
const TEXTS = ["slug", "title", "titleIn", "when", "precision"];
const NUMBERS = ["earliest", "latest", "certainFrom", "certainTo", "flags", "importance", "place"];
const LISTS = LIST_PARAMETERS.filter((name) => name !== "period");

export function createPool() {
  let columns = null;
  let known = new Set();

  /** @param {import("./columns.js").Columns} sent @returns {Int32Array} for each of its events, its place in the pool */
  function add(sent) {
    if (!columns || columns.language !== sent.language || columns.size + sent.size > MOST) {
      columns = { ...sent, size: 0, relations: { from: [], to: [], kind: [], status: [] }, indexOf: new Map() };
      for (const name of TEXTS) columns[name] = [];
      for (const name of NUMBERS) columns[name] = sent[name].slice(0, 0);
      columns.lists = Object.fromEntries(LISTS.map((name) => [name, { offsets: new Uint32Array(1), values: new Uint16Array(0) }]));
      known = new Set();
    }
    const fresh = [];
    const places = Int32Array.from(sent.slug, (slug, i) => {
      if (!columns.indexOf.has(slug)) columns.indexOf.set(slug, columns.size + fresh.push(i) - 1);
      return columns.indexOf.get(slug);
    });
    for (const name of TEXTS) columns[name].push(...fresh.map((i) => sent[name][i]));
    for (const name of NUMBERS) columns[name] = joined(columns[name], fresh.map((i) => sent[name][i]));
    for (const name of LISTS) columns.lists[name] = longer(columns.lists[name], sent.lists[name], fresh);
    columns.size += fresh.length;
    addRelations(sent.relations, places);
    return places;
  }

  function addRelations({ from, to, kind, status }, places) {
    const { relations } = columns;
    from.forEach((_, i) => {
      const key = `${places[from[i]]} ${places[to[i]]} ${kind[i]}`;
      if (known.has(key)) return;
      known.add(key);
      relations.from.push(places[from[i]]);
      relations.to.push(places[to[i]]);
      relations.kind.push(kind[i]);
      relations.status.push(status[i]);
    });
  }

  return {
    /**
     * @param {import("./contract.js").Answer} answer
     * @returns {import("./contract.js").Answer} the same over the columns of the pool
     */
    take(answer) {
      const places = add(answer.columns);
      const lanes = answer.lanes.map((lane) => ({ ...lane, marks: lane.marks.map((event) => places[event]) }));
      return { ...answer, columns, lanes };
    },
  };
}

function joined(numbers, more) {
  const all = new numbers.constructor(numbers.length + more.length);
  all.set(numbers);
  all.set(more, numbers.length);
  return all;
}

function longer({ offsets, values }, sent, fresh) {
  let end = values.length;
  const added = fresh.map((i) => sent.values.subarray(sent.offsets[i], sent.offsets[i + 1]));
  return {
    offsets: joined(offsets, added.map((list) => (end += list.length))),
    values: joined(values, added.flatMap((list) => [...list])),
  };
}
