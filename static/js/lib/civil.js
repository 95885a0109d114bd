/** Civil dates as day numbers: proleptic Gregorian ordinals (0001-01-01 is 1), any year, year 0 is 1 BC. */

/** @param {number} year @returns {boolean} */
export const isLeap = (year) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** @param {number} year @param {number} month 1..12 @returns {number} */
export function daysInMonth(year, month) {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** @param {number} year @param {number} month @param {number} day @returns {number} day number */
export function toDay(year, month, day) {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146097 + yearOfEra * 365 + leapDays + dayOfYear - 305;
}

/** @param {number} number @returns {{year: number, month: number, day: number}} */
export function fromDay(number) {
  const z = Math.floor(number) + 305;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

const PLAIN = /^Y?(-?\d+)(X{0,3})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?[~?%]?$/;
const WINTER = 24;

function plainBounds(text) {
  const found = PLAIN.exec(text);
  if (!found) return null;
  const [, digits, unknown, month, day] = found;
  const width = 10 ** unknown.length;
  const low = Number(digits) * width;
  const [first, last] = digits.startsWith("-") ? [low - width + 1, low] : [low, low + width - 1];
  if (!month || month === "XX") return [toDay(first, 1, 1), toDay(last, 12, 31)];
  const m = Number(month);
  if (m > 20 && m <= WINTER) return seasonBounds(first, last, m);
  if (m < 1 || m > 12) return null;
  if (!day || day === "XX") return [toDay(first, m, 1), toDay(last, m, daysInMonth(last, m))];
  const d = Number(day);
  if (d < 1 || d > daysInMonth(first, m)) return null;
  return [toDay(first, m, d), toDay(last, m, d)];
}

/** Winter of a year begins in its December and ends with the February of the next. */
function seasonBounds(first, last, season) {
  const from = season === WINTER ? 12 : 3 * (season - 20);
  const to = (from % 12) + 2;
  const year = season === WINTER ? last + 1 : last;
  return [toDay(first, from, 1), toDay(year, to, daysInMonth(year, to))];
}

/**
 * Reads a year, month, day, decade or an interval of these; the server refuses what is not a date before it gets here.
 * @param {string} text EDTF
 * @returns {[number, number] | null} first and last day it may be, infinite where open
 */
export function parseBounds(text) {
  const parts = text.trim().split("/");
  if (parts.length === 1) return plainBounds(parts[0]);
  if (parts.length !== 2) return null;
  const [start, end] = parts;
  const a = start === "" || start === ".." ? [-Infinity] : plainBounds(start);
  const b = end === "" || end === ".." ? [0, Infinity] : plainBounds(end);
  return a && b ? [a[0], b[1]] : null;
}

/** @param {number} number @returns {string} the day as EDTF, for addresses */
export function dayToEdtf(number) {
  const { year, month, day } = fromDay(number);
  const digits = String(Math.abs(year)).padStart(4, "0");
  const prefix = year < 0 ? "-" : "";
  const pad = (n) => String(n).padStart(2, "0");
  return `${digits.length > 4 ? "Y" : ""}${prefix}${digits}-${pad(month)}-${pad(day)}`;
}
