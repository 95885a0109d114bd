/** Axis ticks from centuries to days: the first of a fixed list of steps whose labels have room. */

import { daysInMonth, fromDay, toDay } from "../lib/civil.js";

/**
 * @typedef {{unit: "day" | "month" | "year", step: number, days: number}} Increment
 * @typedef {{day: number, level: "day" | "month" | "year", full: boolean}} Tick
 */

const years = (step) => ({ unit: "year", step, days: step * 365.2425 });

/** @type {Increment[]} */
export const INCREMENTS = [
  { unit: "day", step: 1, days: 1 },
  { unit: "day", step: 2, days: 1.9 },
  { unit: "day", step: 7, days: 6.5 },
  { unit: "day", step: 15, days: 13 },
  { unit: "month", step: 1, days: 28 },
  { unit: "month", step: 3, days: 90 },
  { unit: "month", step: 6, days: 181 },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000].map(years),
];

const ROOM = { day: 92, month: 74, year: 54 };

/**
 * @param {number} pixelsPerDay
 * @param {number} [scale] how much larger than 12 px the labels are
 * @returns {Increment}
 */
export function chooseIncrement(pixelsPerDay, scale = 1) {
  return INCREMENTS.find((inc) => inc.days * pixelsPerDay >= ROOM[inc.unit] * scale) ?? INCREMENTS.at(-1);
}

/**
 * @param {number} t0 @param {number} t1
 * @param {Increment} increment
 * @returns {Tick[]} in time order; `full` marks the ones that must say their year
 */
export function ticks(t0, t1, increment) {
  const found = [];
  const first = fromDay(t0);
  const last = fromDay(t1);
  const add = (day, level, full) => {
    if (day >= t0 && day <= t1) found.push({ day, level, full: full || found.length === 0 });
  };
  if (increment.unit === "year") {
    const { step } = increment;
    for (let n = Math.floor(first.year / step) - 1; n <= Math.ceil(last.year / step) + 1; n += 1) {
      add(toDay(yearTick(n, step), 1, 1), "year", true);
    }
    return found;
  }
  for (let year = first.year; year <= last.year; year += 1) {
    const from = year === first.year ? first.month : 1;
    const to = year === last.year ? last.month : 12;
    for (let month = from; month <= to; month += 1) {
      if (increment.unit === "month") {
        if ((month - 1) % increment.step === 0) add(toDay(year, month, 1), "month", month === 1);
      } else addDays(year, month, increment.step, add);
    }
  }
  return found;
}

/** The last tick of a month is left out where the next month's first would stand too close. */
function addDays(year, month, step, add) {
  const length = daysInMonth(year, month);
  for (let day = 1; day <= length; day += step) {
    if (day === 1 || length - day + 1 >= step * 0.75) add(toDay(year, month, day), "day", day === 1 && month === 1);
  }
}

/** Round years on both sides of the era's start, which has no year zero: …, 200 BC, 100 BC, 1, 100, 200, … */
function yearTick(n, step) {
  if (step === 1 || n > 0) return n * step;
  return n === 0 ? 1 : 1 + n * step;
}
