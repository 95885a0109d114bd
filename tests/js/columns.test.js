import { OPEN_END, OPEN_START } from "../../static/js/data/contract.js";
import { buildColumns, createRangeIndex, listOf, lowerBound } from "../../static/js/data/columns.js";
import { density } from "../../static/js/data/density.js";
import { demoRecord, manyRows, seeded } from "./demo-data.js";
import { equal, ok, test } from "./harness.js";

test("open ends are sentinels and uncertain events have no certain days", () => {
  const columns = buildColumns(demoRecord("en", [["2012-07-27/..", "a", "a", 1, "RU", "x"], ["1954", "b", "b", 1, "", "x"], ["../1950", "c", "c", 1, "", "x"]]));
  equal(columns.title, ["c", "b", "a"]);
  ok(columns.earliest[0] === OPEN_START && columns.latest[2] === OPEN_END && columns.certainTo[2] === OPEN_END);
  ok(columns.certainFrom[1] > columns.certainTo[1]);
  equal([...listOf(columns.lists.country, 2)].map((i) => columns.countries[i].code), ["RU"]);
});

test("the lower bound is the first that is not smaller", () => {
  const values = [1, 3, 3, 7];
  equal([0, 1, 2, 3, 7, 8].map((wanted) => lowerBound((i) => values[i], 4, wanted)), [0, 0, 1, 1, 3, 4]);
});

test("binary search finds the marks of 200 windows that a plain look finds", () => {
  const columns = buildColumns(demoRecord("en", [...manyRows(2000), ["1950/..", "o", "o", 1, "", "x"], ["../1949", "p", "p", 1, "", "x"]]));
  const marks = Int32Array.from({ length: columns.size }, (_, i) => i);
  const range = createRangeIndex(columns, marks);
  const random = seeded(7);
  for (let n = 0; n < 200; n += 1) {
    const t0 = columns.extent[0] + random() * 30000;
    const t1 = t0 + 7 + random() * random() * 20000;
    const found = [];
    range(t0, t1, (event) => found.push(event));
    const plain = [...marks].filter((i) => columns.latest[i] + 1 > t0 && columns.earliest[i] < t1);
    equal(found.sort((a, b) => a - b), plain);
  }
});

test("density counts what may have been going on in each bucket", () => {
  const columns = buildColumns(demoRecord("en", manyRows(300)));
  const [from, to] = columns.extent;
  const days = to - from + 1;
  const counts = density(columns, columns.earliest.keys(), from, to, 50);
  for (let i = 0; i < 50; i += 1) {
    const first = from + Math.ceil((i * days) / 50);
    const last = from + Math.ceil(((i + 1) * days) / 50) - 1;
    const plain = [...columns.earliest.keys()].filter((e) => columns.latest[e] >= first && columns.earliest[e] <= last);
    equal(counts[i], plain.length, `bucket ${i}`);
  }
});
