/** Days in words of the reader's language, at the level that a scale can show. */

import { fromDay } from "../lib/civil.js";
import { fillTemplate } from "../lib/timing.js";

/** @typedef {"year" | "month" | "day"} Level */

const yearText = (year, strings) =>
  year > 0 ? String(year) : fillTemplate(strings.year_bce, { year: 1 - year });

/**
 * @param {number} day
 * @param {Level} level
 * @param {Record<string, any>} strings
 * @param {boolean} [full] false leaves out what the tick before has said
 * @returns {string}
 */
export function formatDay(day, level, strings, full = true) {
  const civil = fromDay(day);
  // In some languages a month beside a day has another form than one alone.
  const months = (level === "day" && strings.months_of_day) || strings.months;
  const values = { day: civil.day, month: months[civil.month - 1], year: yearText(civil.year, strings) };
  if (level === "year") return values.year;
  if (level === "month") return fillTemplate(full ? strings.month_year : strings.month_only, values);
  return fillTemplate(full ? strings.day_month_year : strings.day_month, values);
}

/** @param {number} pixelsPerDay @returns {Level} the finest level that one pixel tells apart */
export function levelOf(pixelsPerDay) {
  if (pixelsPerDay >= 0.5) return "day";
  return pixelsPerDay >= 0.06 ? "month" : "year";
}

/** @param {number} days of the window @returns {Level} */
export const levelOfSpan = (days) => (days > 1826 ? "year" : days > 100 ? "month" : "day");

/**
 * @param {number} t0 @param {number} t1 end of the last day
 * @param {Record<string, any>} strings
 * @returns {string}
 */
export function formatRange(t0, t1, strings) {
  const level = levelOfSpan(t1 - t0);
  const from = formatDay(Math.floor(t0), level, strings);
  const to = formatDay(Math.ceil(t1) - 1, level, strings);
  return from === to ? from : `${from} – ${to}`;
}
