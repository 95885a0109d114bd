import { buildColumns } from "../../static/js/data/columns.js";
import { createPool } from "../../static/js/data/pool.js";
import { countWords } from "../../static/js/timeline/a11y/spoken.js";
import { demoRecord } from "./demo-data.js";
import { equal, test } from "./harness.js";

test("counts take the form that the language has for them", () => {
  const ru = { language: "ru", events_one: "{count} событие", events_few: "{count} события", events_many: "{count} событий", events_other: "{count} события" };
  equal([1, 2, 5, 11, 21, 104].map((count) => countWords(count, ru)), ["1 событие", "2 события", "5 событий", "11 событий", "21 событие", "104 события"]);
  const en = { language: "en", events_one: "{count} event", events_other: "{count} events" };
  equal([0, 1, 2].map((count) => countWords(count, en)), ["0 events", "1 event", "2 events"]);
  const vi = { language: "vi", events_one: "{count} sự kiện", events_other: "{count} sự kiện" };
  equal(countWords(1, vi), "1 sự kiện");
});

test("titles that stand in for missing ones know their language, in the pool too", () => {
  const rows = ["1950", "1951", "1952", "1953"].map((day) => [day, day, day, 1, "", "x"]);
  const record = demoRecord("ru", rows);
  record.events.borrowed = { en: [1, 2], vi: [3, 1] };
  const columns = buildColumns(record);
  equal(columns.titleIn, [null, "en", "en", "vi"]);
  const answer = createPool().take({ columns, lanes: [] });
  equal(answer.columns.titleIn, columns.titleIn);
  equal(buildColumns(demoRecord("en", rows)).titleIn, [null, null, null, null]);
});
