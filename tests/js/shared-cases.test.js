/** The cases that the server runs too: both must find what plain counting found (tests/shared_cases/plain.py). */

import { buildColumns } from "../../static/js/data/columns.js";
import { density } from "../../static/js/data/density.js";
import { emptyFilter, readFilter, readLanes } from "../../static/js/data/filter.js";
import { answer } from "../../static/js/data/local-source.js";
import { createSuggestions } from "../../static/js/data/suggestions.js";
import { parseBounds } from "../../static/js/lib/civil.js";
import { equal, ok, test } from "./harness.js";

const load = async (name) => (await fetch(new URL(`../shared_cases/${name}.json`, import.meta.url))).json();
const [record, search, filters, windows, searches, suggestions] = await Promise.all(
  ["record", "search", "filters", "windows", "searches", "suggestions"].map(load),
);
const columns = buildColumns(record);

/** Buckets of a width, as the server makes them: four pixels each. */
const bucketsOf = (width) => Math.ceil(width / 4);

function ask(query, width, most) {
  const parameters = new URLSearchParams(query);
  const request = { filter: readFilter(parameters), window: null, lanes: readLanes(parameters.get("lanes")), width, most };
  return { parameters, found: answer(columns, request, search) };
}

test("the shared cases are all there", () => {
  ok(filters.length >= 60 && windows.length >= 40 && searches.length >= 60 && columns.size === 120);
});

for (const [number, { q, slugs }] of searches.entries()) {
  test(`search case ${number}: ${q}`, () => {
    const filter = { ...emptyFilter(), q };
    const { lanes, count } = answer(columns, { filter, window: null, lanes: "none", width: 10 }, search);
    equal([...lanes[0].marks].map((event) => columns.slug[event]), slugs);
    equal(count, slugs.length);
  });
}

for (const { query, slugs, facets } of filters) {
  test(`filter case: ${query || "everything"}`, () => {
    const { found } = ask(query, 10);
    const kept = new Set(found.lanes.flatMap((lane) => [...lane.marks]));
    equal(columns.slug.filter((_, i) => kept.has(i)), slugs);
    equal(found.count, slugs.length);
    equal(found.facets, facets);
  });
}

const suggest = createSuggestions(record, search);
for (const { q, suggestions: expected } of suggestions) {
  test(`suggestion case: ${q}`, () => {
    const found = suggest(q).suggestions.map(({ slug, query }) => {
      const [[name, value], last] = [...new URLSearchParams(query ?? `event=${slug}`)];
      return name === "from" ? ["year", last[1] === value ? value : `${value}/${last[1]}`] : [name, value];
    });
    equal(found, expected);
  });
}

test("suggestions carry what the reader sees and hears", () => {
  const { said, suggestions: found } = suggest("gene");
  equal(said, `Suggestions: ${found.length}`);
  equal(found[0].url, `/en/events/${found[0].slug}/`);
  equal(found[0].label, columns.title[columns.indexOf.get(found[0].slug)]);
  equal(suggest("USSR").suggestions[0], { label: "Soviet Union", note: "Country", query: "country=SUHH", url: "/en/?country=SUHH" });
});

for (const [number, { query, width, automatic, expected }] of windows.entries()) {
  test(`window case ${number}: ${query || "everything"}`, () => {
    const { parameters, found } = ask(query, bucketsOf(width), automatic);
    const bound = (name, side) => (parameters.has(name) ? parseBounds(parameters.get(name))[side] : columns.extent[side]);
    const [from, to] = [bound("t0", 0), bound("t1", 1)];
    equal([from, to], expected.covers);
    equal(found.count, expected.count);
    equal(found.facets, expected.facets);
    const touches = (event) => columns.latest[event] >= from && columns.earliest[event] <= to;
    equal(
      found.lanes.map(({ key, count, marks }) => ({ key, count, inside: marks.filter(touches).length })),
      expected.lanes.map(({ key, count, inside }) => ({ key, count, inside })),
    );
    found.lanes.forEach((lane, i) => {
      const here = [...lane.marks].filter(touches).map((event) => columns.slug[event]);
      const chosen = new Set(expected.lanes[i].marks);
      equal(here.filter((slug) => chosen.has(slug)), expected.lanes[i].marks, lane.key);
    });
    const buckets = Math.max(1, Math.min(bucketsOf(width), to - from + 1));
    const count = (events) => density(columns, events, from, to, buckets);
    const kept = new Set(found.lanes.flatMap((lane) => [...lane.marks]));
    equal(count(columns.earliest.keys()), expected.density.all);
    equal(count(kept), expected.density.kept);
    equal(found.lanes.map((lane) => count(lane.marks)), expected.density.lanes);
    if (!parameters.has("t0") && !parameters.has("t1")) equal(found.density.kept, expected.density.kept);
  });
}
