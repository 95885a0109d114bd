/** The drawing by itself: ?lang=vi|en&n=5000&ground=dark&lanes=CN,SUHH&country=CN&t=days,days */

import { createTimeline, readFilter, readLanes } from "../../static/js/timeline/index.js";
import { answer } from "../../static/js/data/local-source.js";
import { buildColumns } from "../../static/js/data/columns.js";
import { demoRecord, manyRows } from "./demo-data.js";

const query = new URLSearchParams(location.search);
const language = query.get("lang") ?? "vi";
const strings = await (await fetch("strings.json")).json();
if (query.get("ground")) document.documentElement.dataset.theme = query.get("ground");
document.documentElement.lang = language;

const count = Number(query.get("n") ?? 0);
const columns = buildColumns(demoRecord(language, count ? manyRows(count) : undefined));
const window_ = query.get("t")?.split(",").map(Number);
window.calls = [];
window.drawing = createTimeline(document.getElementById("timeline"), {
  source: { query: async (request) => answer(columns, request) },
  strings: strings[language],
  language,
  view: {
    filter: readFilter(query),
    lanes: readLanes(query.get("lanes")),
    window: window_,
    selected: query.get("event"),
  },
  on: Object.fromEntries(["select", "window", "lanes", "open", "answer", "error"].map((name) => [name, (...values) => calls.push([name, ...values])])),
});
window.demo = { columns, readFilter };
