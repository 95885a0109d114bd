import { fromDay, toDay } from "../../static/js/lib/civil.js";
import { INCREMENTS, chooseIncrement, ticks } from "../../static/js/timeline/ticks.js";
import { formatDay } from "../../static/js/timeline/dates.js";
import { equal, ok, test } from "./harness.js";

const EN = { months: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "), month_year: "{month} {year}", month_only: "{month}", day_month_year: "{day} {month} {year}", day_month: "{day} {month}", year_bce: "{year} BC" };
const labels = (t0, t1, unit, step) =>
  ticks(t0, t1, INCREMENTS.find((inc) => inc.unit === unit && inc.step === step)).map((tick) => formatDay(tick.day, tick.level, EN, tick.full));

test("centuries skip the year that never was", () => {
  equal(labels(toDay(-250, 1, 1), toDay(250, 1, 1), "year", 100), ["200 BC", "100 BC", "1", "100", "200"]);
});

test("single years cross the era without a year 0", () => {
  equal(labels(toDay(-1, 1, 1), toDay(2, 6, 1), "year", 1), ["2 BC", "1 BC", "1", "2"]);
});

test("months name the year at the first tick and in January", () => {
  equal(labels(toDay(1954, 10, 15), toDay(1955, 2, 15), "month", 1), ["Nov 1954", "Dec", "Jan 1955", "Feb"]);
});

test("days pass the leap day and end months without crowding", () => {
  equal(labels(toDay(2024, 2, 27), toDay(2024, 3, 2), "day", 1), ["27 Feb 2024", "28 Feb", "29 Feb", "1 Mar", "2 Mar"]);
  equal(labels(toDay(2023, 2, 26), toDay(2023, 3, 4), "day", 2), ["27 Feb 2023", "1 Mar", "3 Mar"]);
  equal(labels(toDay(2024, 1, 20), toDay(2024, 2, 9), "day", 7), ["22 Jan 2024", "1 Feb", "8 Feb"]);
});

test("from a week to ten thousand years the labels have room and there are some", () => {
  for (let span = 7; span < 4e6; span *= 1.3) {
    for (const width of [320, 1100, 1900]) {
      const increment = chooseIncrement(width / span);
      const found = ticks(700000 - span, 700000, increment);
      ok(found.length <= width / 40, `${found.length} ticks in ${width} px for ${span} days`);
      ok(found.length >= 1 || width < 400, `no tick in ${width} px for ${span} days`);
      for (let i = 1; i < found.length; i += 1) {
        const gap = ((found[i].day - found[i - 1].day) * width) / span;
        ok(gap >= 40, `${gap} px between ${JSON.stringify(fromDay(found[i - 1].day))} and its next`);
      }
    }
  }
});
