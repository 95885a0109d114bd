import { readDate, readInterval, writeDate, writeInterval } from "../../static/js/admin/edtf-parts.js";
import { equal, test } from "./harness.js";

const EMPTY = { year: "", before: false, unit: "year", month: "", day: "", about: false, unsure: false };
const DATES = [
  ["1954", { year: "1954" }],
  ["1954-07", { year: "1954", month: "07" }],
  ["1954-07-21", { year: "1954", month: "07", day: "21" }],
  ["1954-07-01?", { year: "1954", month: "07", day: "1", unsure: true }],
  ["1965-21", { year: "1965", month: "21" }],
  ["1965~", { year: "1965", about: true }],
  ["1954-07-21%", { year: "1954", month: "07", day: "21", about: true, unsure: true }],
  ["196X", { year: "1960", unit: "decade" }],
  ["19XX~", { year: "1900", unit: "century", about: true }],
  ["0938", { year: "938" }],
  ["0000", { year: "1", before: true }],
  ["-0257", { year: "258", before: true }],
  ["Y-17000", { year: "17001", before: true }],
  ["Y170000", { year: "170000" }],
];

test("the plain fields of a date and its text turn into each other", () => {
  for (const [text, parts] of DATES) {
    equal(writeDate({ ...EMPTY, ...parts }), text, text);
    equal(readDate(text), { ...EMPTY, ...parts }, text);
  }
});

test("what the plain fields cannot hold is left to the hand", () => {
  for (const text of ["1988-XX", "156X-12-25", "-02XX", "1954/1964", "1954~-07", "1XXX", "July 1954", ""]) {
    equal(readDate(text), null, text);
  }
  equal(writeDate({ ...EMPTY, year: "0" }), "");
  equal(writeDate({ ...EMPTY, year: "12a" }), "");
  equal(writeDate({ ...EMPTY, month: "07", day: "3" }), "");
});

test("a day without a month, and a part of a decade, are not written", () => {
  equal(writeDate({ ...EMPTY, year: "1954", day: "21" }), "1954");
  equal(writeDate({ ...EMPTY, year: "1965", month: "24", day: "3" }), "1965-24");
  equal(writeDate({ ...EMPTY, year: "1964", unit: "decade", month: "07", day: "1" }), "196X");
});

test("stretches of time, open and unknown sides", () => {
  const date = (year) => ({ kind: "date", parts: { ...EMPTY, year } });
  const side = (kind) => ({ kind, parts: null });
  for (const [text, start, end] of [
    ["1954/1964", date("1954"), date("1964")],
    ["1986/..", date("1986"), side("open")],
    ["../1986", side("open"), date("1986")],
    ["1986/", date("1986"), side("unknown")],
    ["/1986", side("unknown"), date("1986")],
  ]) {
    equal(writeInterval(start, end), text, text);
    equal(readInterval(text), [start, end], text);
  }
  equal(readInterval("1954"), null);
  equal(readInterval("../.."), null);
  equal(readInterval("1954/1964/1970"), null);
  equal(writeInterval(date("1954"), date("")), "1954");
});
