import { layoutLanes } from "../../static/js/timeline/lanes.js";
import { visiblePeriods } from "../../static/js/timeline/periods.js";
import { createScale } from "../../static/js/timeline/scale.js";
import { buildColumns } from "../../static/js/data/columns.js";
import { toDay } from "../../static/js/lib/civil.js";
import { demoRecord, seeded } from "./demo-data.js";
import { equal, ok, test } from "./harness.js";

test("lanes stand one under the other without a gap, whatever the room", () => {
  const random = seeded(11);
  for (let n = 0; n < 100; n += 1) {
    const counts = Array.from({ length: 1 + Math.floor(random() * 9) }, () => Math.floor(random() * 300));
    const sizes = { unit: 12 + Math.floor(random() * 20), available: 200 + random() * 900, header: n % 2 ? 22 : 0, top: 50 };
    const boxes = layoutLanes(counts, sizes);
    let y = 50;
    for (const box of boxes) {
      equal(box.top, y);
      ok(Math.abs(box.labels + (box.units - 0.5) * sizes.unit - box.rail) < 1e-6, "the rail is the last row");
      ok(box.units >= (sizes.header ? 1 : 2));
      y += box.height;
    }
  }
});

test("a lane with more events gets no less room", () => {
  const boxes = layoutLanes([40, 5, 12], { unit: 12, available: 600, header: 0, top: 0 });
  ok(boxes[0].units >= boxes[2].units && boxes[2].units >= boxes[1].units);
});

test("periods are clipped to the window and end where the next begins", () => {
  const columns = buildColumns(demoRecord("en"));
  const scale = createScale(toDay(1950, 1, 1), toDay(1960, 1, 1), 1000);
  const found = visiblePeriods(columns, "demo", scale);
  equal(found.map((period) => period.slug), ["foundations", "special"]);
  equal([found[0].from, found[1].to], [0, 1000]);
  equal(found[0].to, found[1].from);
  equal(visiblePeriods(columns, "unknown", scale), []);
});
