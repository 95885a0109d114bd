import { addressOf, createRemoteSource, readAnswer, readNumbers } from "../../static/js/data/remote-source.js";
import { buildColumns } from "../../static/js/data/columns.js";
import { emptyFilter, readFilter } from "../../static/js/data/filter.js";
import { toDay } from "../../static/js/lib/civil.js";
import { equal, ok, test } from "./harness.js";

const load = async (name) => (await fetch(new URL(`../shared_cases/${name}.json`, import.meta.url))).json();
const [record, vocabulary, sent, windows] = await Promise.all(["record", "vocabulary", "sent", "windows"].map(load));
const whole = buildColumns(record);
const plain = { filter: emptyFilter(), window: null, width: 100, lanes: null };

/** Runs a task while fetch answers from a table of addresses; returns the addresses that were asked for. */
async function withServer(answers, task) {
  const { fetch: real } = globalThis;
  const asked = [];
  globalThis.fetch = async (address, { signal } = {}) => {
    asked.push(address);
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
    const body = answers(address);
    return { ok: body !== undefined, status: body === undefined ? 500 : 200, json: async () => body };
  };
  try {
    await task();
  } finally {
    globalThis.fetch = real;
  }
  return asked;
}

const server = (address) => (address.startsWith("/vocabulary") ? vocabulary : { vocabulary: "/vocabulary.1.json", ...sent[0].answer });

test("the address of a window says all of the request and no default", () => {
  equal(addressOf("/vi/timeline/window", plain), "/vi/timeline/window?width=400");
  const filter = readFilter(new URLSearchParams("country=CN&country=SUHH&q=thành đô&importance=2&from=1950"));
  const request = { filter, window: [toDay(1964, 1, 1) + 0.7, toDay(1975, 4, 30) + 0.2], width: 5000, lanes: ["SUHH", "CN"], most: 4, event: "x" };
  const address = addressOf("/w", request);
  const parameters = Object.fromEntries(new URLSearchParams(address.slice(3)));
  equal(new URLSearchParams(address.slice(3)).getAll("country"), ["CN", "SUHH"]);
  delete parameters.country;
  equal(parameters, {
    from: "1950", q: "thành đô", importance: "2", lanes: "SUHH,CN", event: "x",
    t0: "1964-01-01", t1: "1975-04-30", width: "4096", most: "4",
  });
});

for (const [number, { query, width, answer: body }] of sent.entries()) {
  test(`an answer that was sent is read back whole ${number}: ${query || "everything"}`, () => {
    const answer = readAnswer(body, vocabulary);
    const { expected } = windows.find((other) => other.query === query && other.width === width);
    const { columns } = answer;
    equal(answer.lanes.map(({ key, count, inside, marks }) => ({ key, count, inside, marks: [...marks].map((i) => columns.slug[i]) })), expected.lanes);
    equal(answer.density.kept, expected.density.kept);
    equal(answer.density.all, expected.density.all);
    equal(answer.density.lanes, expected.density.lanes);
    equal(answer.facets, expected.facets);
    equal([answer.count, answer.total, answer.covers, answer.inside], [expected.count, whole.size, expected.covers, expected.inside]);
    equal(columns.extent, whole.extent);
    columns.slug.forEach((slug, i) => {
      const at = whole.indexOf.get(slug);
      for (const name of ["title", "when", "earliest", "latest", "certainFrom", "certainTo", "precision", "flags", "importance", "place"]) {
        equal(String(columns[name][i]), String(whole[name][at]), `${slug} ${name}`);
      }
    });
    for (const { key, kind, index } of answer.lanes) {
      equal(key, kind === "country" ? `country:${columns.countries[index].code}` : kind === "theme" ? `theme:${columns.themes[index].slug}` : key);
      ok(index >= 0 === (kind === "country" || kind === "theme"));
    }
  });
}

test("numbers are read like those of source maps", () => {
  equal(readNumbers("ABCegBfgkh9B"), [0, -1, 1, 15, 16, -16, 1_000_000]);
  equal(readNumbers(""), []);
});

test("an answer is asked for once, its vocabulary once for all", async () => {
  const source = createRemoteSource("/w");
  const asked = await withServer(server, async () => {
    const first = await source.query(plain);
    equal(await source.query({ ...plain }), first);
    await source.query({ ...plain, width: 50 });
  });
  equal(asked, ["/w?width=400", "/vocabulary.1.json", "/w?width=200"]);
});

test("a newer request cancels the older one of its kind", async () => {
  const source = createRemoteSource("/w");
  await withServer(server, async () => {
    const ofWhole = source.query(plain);
    const older = source.query({ ...plain, window: [1, 100] }).catch((error) => error.name);
    const newer = source.query({ ...plain, window: [1, 200] });
    equal(await older, "AbortError");
    ok((await newer).count >= 0 && (await ofWhole).count >= 0);
  });
});

test("a failure is told, and the next request tries again", async () => {
  const source = createRemoteSource("/w");
  let broken = true;
  const asked = await withServer((address) => (broken && address.startsWith("/vocabulary") ? undefined : server(address)), async () => {
    equal(await source.query(plain).catch((error) => error.message), "/vocabulary.1.json answered 500");
    broken = false;
    equal((await source.query(plain)).total, whole.size);
  });
  equal(asked.length, 4);
});
