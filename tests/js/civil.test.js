import { dayToEdtf, daysInMonth, fromDay, isLeap, parseBounds, toDay } from "../../static/js/lib/civil.js";
import { equal, ok, test } from "./harness.js";

const TABLE = [
  [1, 1, 1, 1], [0, 12, 31, 0], [0, 1, 1, -365], [0, 2, 29, -306], [-1, 12, 31, -366], [-256, 1, 1, -93867],
  [1582, 10, 15, 577736], [1900, 3, 1, 693655], [1945, 9, 2, 710276], [1954, 7, 21, 713520], [1970, 1, 1, 719163],
  [2000, 2, 29, 730179], [2024, 2, 29, 738945], [9999, 12, 31, 3652059], [10000, 1, 1, 3652060],
];

test("days and civil dates agree with a table, both ways", () => {
  for (const [year, month, day, number] of TABLE) {
    equal(toDay(year, month, day), number, `${year}-${month}-${day}`);
    equal(fromDay(number), { year, month, day }, String(number));
  }
});

test("every day of 900 years follows the one before", () => {
  let { year, month, day } = { year: -400, month: 1, day: 1 };
  for (let number = toDay(year, month, day); year < 500; number += 1) {
    const found = fromDay(number);
    ok(found.year === year && found.month === month && found.day === day, `day ${number} is ${JSON.stringify(found)}`);
    day += 1;
    if (day > daysInMonth(year, month)) [month, day] = [month + 1, 1];
    if (month > 12) [year, month] = [year + 1, 1];
  }
});

test("leap years follow the Gregorian rule, before year 1 too", () => {
  equal([1900, 2000, 2024, 2023, 0, -4, -100, -400].map(isLeap), [false, true, true, false, true, true, false, true]);
});

test("bounds of EDTF texts", () => {
  equal(parseBounds("1954"), [toDay(1954, 1, 1), toDay(1954, 12, 31)]);
  equal(parseBounds("1954-02~"), [toDay(1954, 2, 1), toDay(1954, 2, 28)]);
  equal(parseBounds("-0257"), [toDay(-257, 1, 1), toDay(-257, 12, 31)]);
  equal(parseBounds("1965-21"), [toDay(1965, 3, 1), toDay(1965, 5, 31)]);
  equal(parseBounds("1988-24"), [toDay(1988, 12, 1), toDay(1989, 2, 28)]);
  equal(parseBounds("1988-XX"), [toDay(1988, 1, 1), toDay(1988, 12, 31)]);
  equal(parseBounds("196X"), [toDay(1960, 1, 1), toDay(1969, 12, 31)]);
  equal(parseBounds("1986-12-15/1986-12-18"), [toDay(1986, 12, 15), toDay(1986, 12, 18)]);
  ok(parseBounds("1986-12-15/..")[1] === Infinity);
  for (const wrong of ["", "1954-13", "1990-09-31", "words", "1/2/3"]) equal(parseBounds(wrong), null, wrong);
});

test("days are written as EDTF", () => {
  equal([toDay(1954, 7, 21), toDay(-257, 1, 2), toDay(12024, 3, 4)].map(dayToEdtf), ["1954-07-21", "-0257-01-02", "Y12024-03-04"]);
});
