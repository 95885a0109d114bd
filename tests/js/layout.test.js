import { answer } from "../../static/js/data/local-source.js";
import { buildColumns } from "../../static/js/data/columns.js";
import { emptyFilter } from "../../static/js/data/filter.js";
import { cellDays } from "../../static/js/timeline/clusters.js";
import { createPacker } from "../../static/js/timeline/labels.js";
import { createLayout, countDistinct } from "../../static/js/timeline/layout.js";
import { layoutLanes } from "../../static/js/timeline/lanes.js";
import { spanOf } from "../../static/js/timeline/marks.js";
import { sizeOf } from "../../static/js/timeline/measure.js";
import { createScale } from "../../static/js/timeline/scale.js";
import { demoRecord, manyRows, seeded } from "./demo-data.js";
import { equal, ok, test } from "./harness.js";

const measure = (text) => text.length * 6.4;
const titleSize = (columns, event) => sizeOf(columns.title[event], measure);
const overlap = (a, b) => a.left < b.right && b.left < a.right && a.unit < b.unit + b.units && b.unit < a.unit + a.units;

test("300 random layouts: no two labels overlap, none leaves the lane", () => {
  const random = seeded(42);
  let placed = 0;
  for (let n = 0; n < 300; n += 1) {
    const width = 300 + random() * 1500;
    const units = 3 + Math.floor(random() * 9);
    const packer = createPacker(width, units);
    const places = [];
    const before = new Map();
    for (let i = 0; i < 60; i += 1) {
      const left = random() * (width - 20);
      const right = Math.min(width, left + 10 + (random() < 0.3 ? random() * width : 0));
      const one = 30 + random() * 350;
      const wanted = { left, right, wide: right - left > 44, sign: 0, one, two: random() < 0.8 ? one * (0.5 + random() * 0.3) : Infinity };
      const memory = random() < 0.3 ? { unit: Math.floor(random() * units), variant: Math.floor(random() * 6) } : before.get(i);
      const place = packer.place(wanted, memory);
      if (place) places.push(place);
    }
    placed += places.length;
    places.forEach((place, i) => {
      ok(place.unit >= 0 && place.unit + place.units <= units, "leaves the lane");
      ok(place.text >= 0 && place.right <= width + 2, `leaves the width: ${JSON.stringify(place)}`);
      for (let j = 0; j < i; j += 1) ok(!overlap(place, places[j]), `${JSON.stringify(place)} on ${JSON.stringify(places[j])}`);
    });
  }
  ok(placed > 1500, `only ${placed} labels were placed`);
});

test("500 random views: single marks and clusters add up to the count, and every target stands free", () => {
  const random = seeded(5);
  const columns = buildColumns(demoRecord("en", manyRows(700)));
  const choices = [null, "theme", "none", ["CN", "US", "FR"]];
  for (let n = 0; n < 500; n += 1) {
    const reply = answer(columns, { filter: { ...emptyFilter(), importance: 1 + (n % 3) }, window: null, width: 10, lanes: choices[n % 4] });
    const [first, last] = columns.extent;
    const t0 = first + random() * (last - first);
    const scale = createScale(t0, t0 + 7 + random() ** 3 * (last - first), 300 + random() * 1500);
    const boxes = layoutLanes(reply.lanes.map((lane) => lane.count), { unit: 12, available: 500, header: 0, top: 0 });
    const layout = createLayout(reply);
    const some = reply.lanes[0].marks[Math.floor(random() * reply.lanes[0].marks.length)];
    for (let again = 0; again < 2; again += 1) {
      const frame = layout.frame({ scale, boxes, sizeOf: titleSize, active: again && some !== undefined ? { lane: 0, event: some } : null, selected: -1 });
      const distinct = new Set();
      frame.forEach((lane, i) => {
        const visible = [...reply.lanes[i].marks].filter((e) => columns.latest[e] + 1 > scale.t0 && columns.earliest[e] < scale.t1);
        const shown = [...lane.labels.map((l) => l.event), ...lane.singles.map((s) => s.event), ...lane.clusters.flatMap((c) => c.members)];
        equal(shown.length, visible.length, "sum");
        equal(shown.sort((a, b) => a - b), visible);
        ok(lane.clusters.every((c) => c.members.length > 1));
        visible.forEach((event) => distinct.add(event));
        if (again) return;
        const targets = [...lane.singles, ...lane.clusters].sort((a, b) => a.left - b.left);
        for (let t = 1; t < targets.length; t += 1) ok(targets[t].left >= targets[t - 1].right - 1e-6, "targets overlap");
      });
      equal(countDistinct(frame), distinct.size);
    }
  }
});

test("labels stay where they stood while the window moves a little", () => {
  const columns = buildColumns(demoRecord("en"));
  const reply = answer(columns, { filter: emptyFilter(), window: null, width: 10, lanes: null });
  const layout = createLayout(reply);
  const boxes = layoutLanes(reply.lanes.map((lane) => lane.count), { unit: 12, available: 600, header: 0, top: 0 });
  let before = null;
  let moved = 0;
  for (let step = 0; step < 60; step += 1) {
    const scale = createScale(712000 + step * 12, 722000 + step * 12, 1100);
    const frame = layout.frame({ scale, boxes, sizeOf: titleSize, active: null, selected: -1 });
    const now = new Map(frame.flatMap((lane, i) => lane.labels.map((label) => [`${i} ${label.event}`, label.place.unit])));
    if (before) for (const [key, unit] of now) if (before.has(key) && before.get(key) !== unit) moved += 1;
    before = now;
  }
  ok(moved <= 4, `${moved} labels jumped`);
});

test("the focused event always comes out of its cluster", () => {
  const columns = buildColumns(demoRecord("en", manyRows(3000)));
  const reply = answer(columns, { filter: emptyFilter(), window: null, width: 10, lanes: null });
  const layout = createLayout(reply);
  const boxes = layoutLanes(reply.lanes.map((lane) => lane.count), { unit: 12, available: 600, header: 0, top: 0 });
  const scale = createScale(columns.extent[0], columns.extent[1] + 1, 1100);
  for (let i = 0; i < 60; i += 1) {
    const event = reply.lanes[1].marks[i * 5];
    const frame = layout.frame({ scale, boxes, sizeOf: titleSize, active: { lane: 1, event }, selected: -1 });
    ok([...frame[1].labels, ...frame[1].singles].some((mark) => mark.event === event), `event ${event} is hidden`);
  }
});

test("a month is a bar however far one zooms, a day a dot, and both can be seen", () => {
  const columns = buildColumns(demoRecord("en", [["1954-07", "m", "m", 1, "", "x"], ["1954-07-21", "d", "d", 1, "", "x"], ["1954-07-21/1954-07-22", "i", "i", 1, "", "x"]]));
  const day = columns.title.indexOf("d");
  for (let span = 7; span < 1e6; span *= 2) {
    const scale = createScale(713520 - span / 2, 713520 + span / 2, 1000);
    columns.title.forEach((_, i) => {
      const found = spanOf(columns, i, scale);
      equal(found.dot, i === day);
      ok(found.right - found.left >= 10, `${columns.title[i]} is ${found.right - found.left} px wide`);
    });
  }
});

test("cells of clusters change only with the zoom and have room for a badge", () => {
  for (let k = 0.001; k < 200; k *= 1.7) {
    const room = cellDays(k) * k;
    ok(room >= 64 && room < 128, `${room} px`);
  }
});

test("a title breaks where its longer half is shortest", () => {
  equal(sizeOf("Hội nghị Trung ương lần thứ sáu", (text) => text.length).split, 14);
  equal(sizeOf("Nixon", (text) => text.length).two, Infinity);
});
