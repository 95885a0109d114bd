import { answer } from "../../static/js/data/local-source.js";
import { buildColumns } from "../../static/js/data/columns.js";
import { emptyFilter } from "../../static/js/data/filter.js";
import { cellDays, partingWindow } from "../../static/js/timeline/clusters.js";
import { createPacker } from "../../static/js/timeline/labels.js";
import { createLayout, countDistinct } from "../../static/js/timeline/layout.js";
import { layoutLanes } from "../../static/js/timeline/lanes.js";
import { spanOf } from "../../static/js/timeline/marks.js";
import { sizeOf } from "../../static/js/timeline/measure.js";
import { createScale } from "../../static/js/timeline/scale.js";
import { fitTo, limitsOf } from "../../static/js/timeline/viewport.js";
import { demoRecord, manyRows, seeded } from "./demo-data.js";
import { equal, ok, test } from "./harness.js";

const measure = (text) => text.length * 6.4;
const titleSize = (columns, event) => sizeOf(columns.title[event], measure);
const overlap = (a, b) => a.left < b.right && b.left < a.right && a.unit < b.unit + b.units && b.unit < a.unit + a.units;
const ROW = 24;

/** Lays out a window afresh or, with the same `anchor`, after panning to it. */
const show = (layout, reply, boxes, scale, { anchor = scale.t0, alone = [], stamp = 0 } = {}) =>
  layout.frame({ scale, anchor, limits: limitsOf(reply.columns.extent), stamp, boxes, sizeOf: titleSize, alone });

const boxesOf = (reply, available = 500) =>
  layoutLanes(reply.lanes.map((lane) => lane.count), { unit: ROW, available, header: 0, top: 0 });

/** The text and mark of every label, and the target of every other mark, as rectangles in the window. */
const rectangles = (frame, boxes) =>
  frame.flatMap((lane, i) => [
    ...lane.labels.map(({ event, place }) => {
      const top = boxes[i].labels + place.unit * ROW;
      return { event, text: true, left: place.left, right: place.right, top, bottom: top + place.units * ROW };
    }),
    ...lane.singles.map(({ event, left, right, unit }) => {
      const top = unit < 0 ? boxes[i].rail - ROW / 2 : boxes[i].labels + unit * ROW;
      return { event, text: false, left, right, top, bottom: top + ROW };
    }),
  ]);

test("300 random layouts: no two marks or texts overlap, none leaves the lane, no text leaves the walls", () => {
  const random = seeded(42);
  let placed = 0;
  for (let n = 0; n < 300; n += 1) {
    const width = 300 + random() * 1500;
    const units = 2 + Math.floor(random() * 6);
    const packer = createPacker(units);
    const places = [];
    for (let i = 0; i < 60; i += 1) {
      const left = random() * (width - 20);
      const right = Math.min(width, left + 10 + (random() < 0.3 ? random() * width : 0));
      const one = 30 + random() * 350;
      const size = { one, two: random() < 0.8 ? one * (0.5 + random() * 0.3) : Infinity, short: Math.min(one, 150) };
      const wanted = { left, right, wide: right - left > 44, sign: 0, size };
      const before = random() < 0.3 ? { unit: Math.floor(random() * units), form: "short", side: Math.floor(random() * 2) } : undefined;
      let place = packer.place(wanted, random() < 0.5 ? ["one", "short"] : ["short", "bare"], [0, width], before);
      if (place?.form === "short" && random() < 0.5) place = packer.grow(wanted, place, [0, width]);
      if (place) places.push(place);
    }
    placed += places.length;
    places.forEach((place, i) => {
      ok(place.unit >= 0 && place.unit + place.units <= units, "leaves the lane");
      ok(place.form === "bare" || (place.text >= 0 && place.text + place.width <= width), `leaves the walls: ${JSON.stringify(place)}`);
      for (let j = 0; j < i; j += 1) ok(!overlap(place, places[j]), `${JSON.stringify(place)} on ${JSON.stringify(places[j])}`);
    });
  }
  ok(placed > 1500, `only ${placed} were placed`);
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
    const boxes = boxesOf(reply);
    const layout = createLayout(reply);
    const some = reply.lanes[0].marks[Math.floor(random() * reply.lanes[0].marks.length)];
    for (let again = 0; again < 2; again += 1) {
      const frame = show(layout, reply, boxes, scale, { alone: again && some !== undefined ? [some] : [] });
      const distinct = new Set();
      frame.forEach((lane, i) => {
        const visible = [...reply.lanes[i].marks].filter((e) => columns.latest[e] + 1 > scale.t0 && columns.earliest[e] < scale.t1);
        const shown = [...lane.labels.map((l) => l.event), ...lane.singles.map((s) => s.event), ...lane.clusters.flatMap((c) => c.members)];
        equal(shown.length, visible.length, "sum");
        equal(shown.sort((a, b) => a - b), visible);
        ok(lane.clusters.every((c) => c.members.length > 1));
        visible.forEach((event) => distinct.add(event));
        if (again) return;
        const targets = [...lane.singles.filter(({ unit }) => unit < 0), ...lane.clusters].sort((a, b) => a.left - b.left);
        for (let t = 1; t < targets.length; t += 1) ok(targets[t].left >= targets[t - 1].right - 1e-6, "targets overlap");
      });
      equal(countDistinct(frame), distinct.size);
    }
  }
});

test("every cluster opened leads to all of its events: each opening shows them all, until they stand alone or are listed", () => {
  const random = seeded(11);
  const columns = buildColumns(demoRecord("en", manyRows(700)));
  const reply = answer(columns, { filter: emptyFilter(), window: null, width: 10, lanes: null });
  const limits = limitsOf(columns.extent);
  const boxes = boxesOf(reply);
  let opened = 0;
  for (let n = 0; n < 60; n += 1) {
    const t0 = limits[0] + random() * (limits[1] - limits[0]) * 0.6;
    const width = 300 + random() * 1500;
    const first = createScale(t0, t0 + 365 + random() * (limits[1] - t0), width);
    const waiting = show(createLayout(reply), reply, boxes, first).flatMap((lane, i) => lane.clusters.map(({ members }) => ({ lane: i, members, window: [first.t0, first.t1] })));
    for (const { lane, members, window } of waiting) {
      opened += 1;
      const parting = partingWindow(columns, members, window);
      if (!parting) continue; // The list of these very members opens.
      const next = fitTo(parting[0], parting[1], limits);
      ok(next[1] - next[0] < window[1] - window[0], "the window grows");
      const scale = createScale(next[0], next[1], width);
      const there = show(createLayout(reply), reply, boxes, scale)[lane];
      for (const event of members) ok(there.events.includes(event), `${columns.title[event]} is lost when its cluster is opened`);
      const again = there.clusters.filter((cluster) => cluster.members.length >= members.length && members.every((event) => cluster.members.includes(event)));
      for (const cluster of again) waiting.push({ lane, members: cluster.members, window: next });
    }
  }
  ok(opened > 300, `only ${opened} were opened`);
});

for (const [name, start, days, pixels] of [["decades", 712000, 14600, 600], ["six years", 724500, 2190, 600], ["a year, back", 726500, 365, -600]]) {
  test(`nothing flickers, moves or overlaps while ${name} pan by 600 pixels`, () => {
    const columns = buildColumns(demoRecord("en", manyRows(400)));
    const reply = answer(columns, { filter: emptyFilter(), window: null, width: 10, lanes: null });
    const layout = createLayout(reply);
    const boxes = boxesOf(reply, 600);
    const width = 1100;
    const seen = new Map();
    let most = 0;
    for (let moved = 0; moved <= 600; moved += 6) {
      const t0 = start + (Math.sign(pixels) * moved * days) / width;
      const frame = show(layout, reply, boxes, createScale(t0, t0 + days, width), { anchor: start });
      frame.forEach((lane, i) => {
        for (const { event, place, words } of lane.labels) {
          const key = `${i} ${event}`;
          const was = seen.get(key);
          const now = { moved, look: `${place.unit} ${words}` };
          if (was) {
            equal(now.look, was.look, `${columns.title[event]} changed`);
            ok(moved - was.moved <= 6, `${columns.title[event]} went and came back`);
          }
          seen.set(key, now);
        }
        most = Math.max(most, lane.labels.length);
      });
      const all = rectangles(frame, boxes);
      for (const a of all) for (const b of all) {
        if (a === b || !a.text) continue;
        const apart = a.left >= b.right + 2 || b.left >= a.right + 2 || a.top >= b.bottom || b.top >= a.bottom;
        ok(apart, `${JSON.stringify(a)} on ${JSON.stringify(b)}`);
      }
    }
    ok(seen.size > 6 && most > 1, `only ${seen.size} labels`);
  });
}

test("the focused event always comes out of its cluster", () => {
  const columns = buildColumns(demoRecord("en", manyRows(3000)));
  const reply = answer(columns, { filter: emptyFilter(), window: null, width: 10, lanes: null });
  const layout = createLayout(reply);
  const boxes = boxesOf(reply, 600);
  const scale = createScale(columns.extent[0], columns.extent[1] + 1, 1100);
  for (let i = 0; i < 60; i += 1) {
    const event = reply.lanes[1].marks[i * 5];
    const frame = show(layout, reply, boxes, scale, { alone: [event] });
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

test("marks grow with the type", () => {
  const columns = buildColumns(demoRecord("en", [["1954-07", "m", "m", 1, "", "x"], ["1954-07-21", "d", "d", 1, "", "x"]]));
  const wide = (em) => columns.title.map((_, i) => spanOf(columns, i, createScale(700000, 730000, 1000, em))).map(({ left, right }) => Math.round(right - left));
  equal(wide(1), [16, 11]);
  equal(wide(1.5), [24, 17]);
});

test("cells of clusters change only with the zoom and have room for a badge", () => {
  for (let k = 0.001; k < 200; k *= 1.7) {
    const room = cellDays(k) * k;
    ok(room >= 34 && room < 68, `${room} px`);
  }
});

test("a title breaks where its longer half is shortest", () => {
  equal(sizeOf("Hội nghị Trung ương lần thứ sáu", (text) => text.length).split, 14);
  equal(sizeOf("Nixon", (text) => text.length).two, Infinity);
});

test("a long title is shortened at a part or a blank, never inside a word", () => {
  const shortened = (title) => title.slice(0, sizeOf(title, measure).cut);
  equal(shortened("Chiến tranh Việt Nam (kháng chiến chống Mỹ, cứu nước)"), "Chiến tranh Việt Nam");
  equal(shortened("Lãnh đạo Việt Nam và Trung Quốc gặp nhau tại Thành Đô"), "Lãnh đạo Việt Nam");
  equal(sizeOf("Geneva Accords", measure).cut, -1);
});
