import { createScale } from "../../static/js/timeline/scale.js";
import { SHORTEST, between, clampWindow, fitTo, limitsOf, panBy, reveal, zoomAt } from "../../static/js/timeline/viewport.js";
import { seeded } from "./demo-data.js";
import { close, equal, ok, test } from "./harness.js";

const LIMITS = limitsOf([710000, 740000]);

test("a scale inverts itself", () => {
  const scale = createScale(700000.5, 700900.25, 777);
  for (const x of [0, 1, 388.5, 777]) close(scale.x(scale.t(x)), x, 1e-6);
  close(scale.x(700000.5), 0);
  close(scale.x(700900.25), 777);
});

test("random moves never leave the limits, nor a span from a week to everything", () => {
  const random = seeded(3);
  let window = LIMITS;
  for (let i = 0; i < 2000; i += 1) {
    const span = window[1] - window[0];
    window = random() < 0.5
      ? zoomAt(window, 0.2 + random() * 2.5, window[0] + random() * span, LIMITS)
      : panBy(window, (random() - 0.5) * span * 3, LIMITS);
    ok(window[0] >= LIMITS[0] - 1e-6 && window[1] <= LIMITS[1] + 1e-6, `left the limits: ${window}`);
    ok(window[1] - window[0] >= SHORTEST - 1e-6, `too short: ${window}`);
  }
});

test("zooming keeps the day under the pointer", () => {
  const window = [720000, 721000];
  const anchor = 720250;
  const zoomed = zoomAt(window, 0.5, anchor, LIMITS);
  close((anchor - zoomed[0]) / (zoomed[1] - zoomed[0]), 0.25);
});

test("panning at the edge keeps the width", () => {
  const window = panBy([720000, 721000], 1e9, LIMITS);
  close(window[1] - window[0], 1000);
  close(window[1], LIMITS[1]);
});

test("a flight starts and ends where it should and keeps a zoom's fixed day", () => {
  const from = [720000, 721000];
  const to = zoomAt(from, 0.25, 720250, LIMITS);
  equal(between(from, to, 0), from);
  between(from, to, 1).forEach((t, i) => close(t, to[i], 1e-6));
  for (const share of [0.2, 0.5, 0.9]) {
    const [t0, t1] = between(from, to, share);
    close((720250 - t0) / (t1 - t0), 0.25, 1e-9);
  }
});

test("revealing moves only what is out of sight", () => {
  const window = [720000, 721000];
  ok(reveal(window, 720500, 720501, LIMITS) === window);
  const moved = reveal(window, 725000, 725001, LIMITS);
  close((moved[0] + moved[1]) / 2, 725000.5);
  ok(reveal(window, 719000, 722000, LIMITS) === window);
});

test("fitting one day shows at least a week, clamping accepts anything", () => {
  const window = fitTo(720000, 720000, LIMITS);
  close(window[1] - window[0], SHORTEST);
  clampWindow([-1e9, 1e9], LIMITS).forEach((t, i) => close(t, LIMITS[i]));
});
