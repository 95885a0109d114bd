import { toDay } from "../../static/js/lib/civil.js";
import { formatDay, formatRange, levelOf } from "../../static/js/timeline/dates.js";
import { equal, test } from "./harness.js";

const VI = { months: Array.from({ length: 12 }, (_, i) => `thg ${i + 1}`), month_year: "{month} {year}", month_only: "{month}", day_month_year: "{day} {month} {year}", day_month: "{day} {month}", year_bce: "{year} TCN" };

test("days read in words at each level", () => {
  const day = toDay(1954, 7, 21);
  equal(["year", "month", "day"].map((level) => formatDay(day, level, VI)), ["1954", "thg 7 1954", "21 thg 7 1954"]);
  equal(["month", "day"].map((level) => formatDay(day, level, VI, false)), ["thg 7", "21 thg 7"]);
  equal(formatDay(toDay(-257, 3, 1), "year", VI), "258 TCN");
});

test("a month beside a day takes its own form where the language has one", () => {
  const months = ["янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек."];
  const ru = { ...VI, months, months_of_day: months.with(6, "июля"), year_bce: "{year} до н. э." };
  equal(["year", "month", "day"].map((level) => formatDay(toDay(1954, 7, 21), level, ru)), ["1954", "июль 1954", "21 июля 1954"]);
});

test("a range says no more than its length can show", () => {
  equal(formatRange(toDay(1954, 7, 21), toDay(1975, 5, 1), VI), "1954 – 1975");
  equal(formatRange(toDay(1954, 7, 1), toDay(1955, 2, 1), VI), "thg 7 1954 – thg 1 1955");
  equal(formatRange(toDay(1954, 7, 21), toDay(1954, 7, 28), VI), "21 thg 7 1954 – 27 thg 7 1954");
});

test("the reading line claims only what a pixel can tell apart", () => {
  equal([0.01, 0.1, 1].map(levelOf), ["year", "month", "day"]);
});
