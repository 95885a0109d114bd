import { buildColumns } from "../../static/js/data/columns.js";
import { toDay } from "../../static/js/lib/civil.js";
import { chainOf, flatten } from "../../static/js/timeline/chain.js";
import { readingAt } from "../../static/js/timeline/reading.js";
import { demoRecord } from "./demo-data.js";
import { equal, ok, test } from "./harness.js";

const rows = [1950, 1951, 1952, 1953, 1954, 1955, 1956].map((year) => [`${year}-05-01`, `e${year}`, `e${year}`, 1, "", "x"]);

function recordWith(relations) {
  const columns = buildColumns(demoRecord("en", rows));
  const at = (year) => columns.title.indexOf(`e${year}`);
  columns.relations = { from: [], to: [], kind: [], status: [] };
  for (const [from, kind, to, debated] of relations) {
    columns.relations.from.push(at(from));
    columns.relations.to.push(at(to));
    columns.relations.kind.push(kind);
    columns.relations.status.push(debated ? 1 : 0);
  }
  const names = (links) => links.map(({ event, links: next }) => [columns.title[event], ...names(next)]);
  return { columns, at, names };
}

test("a chain goes two steps each way, in time order, and turns answers round", () => {
  const { columns, at, names } = recordWith([
    [1950, "led_to", 1951], [1951, "followed_by", 1953], [1953, "responded_to", 1952], [1954, "reaffirmed", 1953],
    [1954, "led_to", 1955, true], [1955, "led_to", 1956], [1953, "part_of", 1956],
  ]);
  const chain = chainOf(columns, at(1953));
  equal(names(chain.back), [["e1951", ["e1950"]], ["e1952"]]);
  equal(names(chain.on), [["e1954", ["e1955"]]]);
  equal(names(chain.whole), [["e1956"]]);
  equal(chain.on[0].links[0].debated, true);
  equal([chain.back[1].kind, chain.back[1].outward], ["responded_to", true]);
  equal(flatten(chain).map(({ step }) => step), [1, 1, 1, 2, 2]);
});

test("a circle of relations ends, each event stands once", () => {
  const { columns, at } = recordWith([[1950, "led_to", 1951], [1951, "led_to", 1950], [1951, "led_to", 1951]]);
  const chain = chainOf(columns, at(1950));
  equal(flatten(chain).length, 2);
  ok(flatten(chain).every(({ event }) => event === at(1951)));
});

test("the reading line names what goes on and what was last over", () => {
  const columns = buildColumns(
    demoRecord("en", [["1950", "a", "a", 1, "", "x"], ["1952/1960", "b", "b", 1, "", "x"], ["1955-03-01", "c", "c", 1, "", "x"], ["1958", "d", "d", 1, "", "x"]]),
  );
  const marks = Int32Array.from(columns.title.keys());
  const names = (day) => {
    const { now, last } = readingAt(columns, marks, day, 0);
    return [now.map((event) => columns.title[event]).join(""), last < 0 ? "" : columns.title[last]];
  };
  equal(names(toDay(1949, 1, 1)), ["", ""]);
  equal(names(toDay(1951, 6, 1)), ["", "a"]);
  equal(names(toDay(1955, 3, 1)), ["cb", "a"]);
  equal(names(toDay(1957, 3, 1)), ["b", "c"]);
  equal(names(toDay(1970, 3, 1)), ["", "b"]);
});
