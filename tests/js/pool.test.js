import { buildColumns, listOf } from "../../static/js/data/columns.js";
import { createPool } from "../../static/js/data/pool.js";
import { readAnswer } from "../../static/js/data/remote-source.js";
import { joinLanes } from "../../static/js/timeline/queries.js";
import { equal, ok, test } from "./harness.js";

const load = async (name) => (await fetch(new URL(`../shared_cases/${name}.json`, import.meta.url))).json();
const [record, vocabulary, sent] = await Promise.all(["record", "vocabulary", "sent"].map(load));
const whole = buildColumns(record);
const answers = sent.map(({ answer }) => readAnswer(answer, vocabulary));

test("an event keeps its place in the pool, whatever comes after it", () => {
  const pool = createPool();
  const places = new Map();
  for (const answer of [...answers, ...answers]) {
    const { columns } = pool.take(answer);
    for (const slug of answer.columns.slug) {
      if (!places.has(slug)) places.set(slug, columns.indexOf.get(slug));
      equal(columns.indexOf.get(slug), places.get(slug));
    }
  }
  ok(places.size > 50, `${places.size} events came`);
});

test("the pool holds of each event what the record holds, and each relation once", () => {
  const pool = createPool();
  let columns = null;
  for (const answer of answers) ({ columns } = pool.take(answer));
  for (const [slug, i] of columns.indexOf) {
    const at = whole.indexOf.get(slug);
    for (const name of ["title", "when", "precision", "earliest", "latest", "certainFrom", "certainTo", "flags", "importance", "place"]) {
      equal(String(columns[name][i]), String(whole[name][at]), `${slug} ${name}`);
    }
    for (const name of Object.keys(columns.lists)) equal([...listOf(columns.lists[name], i)], [...listOf(whole.lists[name], at)], `${slug} ${name}`);
  }
  const { from, to, kind } = columns.relations;
  equal(new Set(from.map((event, i) => `${event} ${to[i]} ${kind[i]}`)).size, from.length);
  equal(columns.size, columns.slug.length);
});

test("the marks of an answer stay those of the answer", () => {
  const pool = createPool();
  for (const answer of answers) {
    const taken = pool.take(answer);
    taken.lanes.forEach(({ marks }, lane) =>
      equal([...marks].map((event) => taken.columns.slug[event]), [...answer.lanes[lane].marks].map((event) => answer.columns.slug[event])),
    );
  }
});

test("joined lanes lose no mark, stand in time order, and do not grow without end", () => {
  const columns = { earliest: Float64Array.from([5, 1, 3, 9]) };
  const before = { lanes: [{ key: "all", marks: Int32Array.from([1, 0]) }] };
  const after = { columns, lanes: [{ key: "all", inside: 2, marks: Int32Array.from([2, 3]) }] };
  equal([...joinLanes(before, after, 10)[0].marks], [1, 2, 0, 3]);
  equal([...joinLanes(before, after, 3)[0].marks], [2, 3]);
});
