import { answer } from "../../static/js/data/local-source.js";
import { buildColumns } from "../../static/js/data/columns.js";
import { emptyFilter } from "../../static/js/data/filter.js";
import { nextStop } from "../../static/js/timeline/a11y/roving.js";
import { shorten } from "../../static/js/timeline/a11y/announcer.js";
import { KEYS, actionOf, keyShortcuts } from "../../static/js/timeline/interaction/keys.js";
import { demoRecord } from "./demo-data.js";
import { equal, ok, test } from "./harness.js";

const press = (key, more = {}) => actionOf({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more });

test("keys mean what the table says and leave the browser's own alone", () => {
  equal(["ArrowLeft", "Home", "+", "Enter", "x"].map((key) => press(key)), ["previous", "first", "zoom_in", "open", null]);
  equal(press("ArrowLeft", { shiftKey: true }), "earlier");
  equal(press("?", { shiftKey: true }), "help");
  equal(press("+", { ctrlKey: true }), null);
  equal(press("Home", { altKey: true }), null);
});

test("no key stands in the table twice", () => {
  const all = KEYS.flatMap(({ keys, shift }) => keys.map((key) => `${shift ?? false} ${key}`));
  equal(new Set(all).size, all.length);
  ok(keyShortcuts().includes("Shift+ArrowLeft") && keyShortcuts().includes("Plus"));
});

test("one arrow reaches every event, lane after lane, and lanes keep the shared event", () => {
  const columns = buildColumns(demoRecord("en"));
  const reply = answer(columns, { filter: emptyFilter(), window: null, width: 10, lanes: ["CN", "SUHH"] });
  let stop = { lane: 0, event: reply.lanes[0].marks[0] };
  const seen = [stop.event];
  for (let next; (next = nextStop(reply, stop, "next")); stop = next) seen.push(next.event);
  equal(seen, reply.lanes.flatMap(({ marks }) => [...marks]));
  for (let next; (next = nextStop(reply, stop, "previous")); stop = next) seen.pop();
  equal(seen, [reply.lanes[0].marks[0]]);
  const shared = columns.indexOf.get(columns.slug.find((slug) => slug.startsWith("geneva")));
  equal(nextStop(reply, { lane: 0, event: shared }, "lane_down"), { lane: 1, event: shared });
  equal(nextStop(reply, { lane: 0, event: shared }, "lane_up"), null);
  equal(nextStop(reply, { lane: 0, event: reply.lanes[0].marks[0] }, "previous"), null);
  const later = nextStop(reply, { lane: 0, event: shared }, "decade_on");
  ok(columns.earliest[later.event] >= columns.earliest[shared] + 3653);
});

test("announcements are cut at a word and never pass 120 characters", () => {
  equal(shorten("short"), "short");
  const long = shorten("word ".repeat(60));
  ok(long.length <= 120 && long.endsWith("…"));
});
