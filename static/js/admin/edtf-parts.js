// Turns what stands in the plain fields of the date picker into EDTF text, and such text back into the fields.
// The server's parser stays the judge of what is a date; what the fields cannot hold reads as null.

/**
 * One date as its fields have it: numbers as typed, `unit` year, decade or century, `month` 01-12 or a season 21-24.
 * @typedef {{year: string, before: boolean, unit: string, month: string, day: string, about: boolean, unsure: boolean}} Parts
 */

const DATE = /^(-?\d{4}|\d{3}X|\d{2}XX|Y-?\d{5,9})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$/;
const OPEN = { "..": "open", "": "unknown" };

/** @param {Parts} parts @returns {string} EDTF, empty while there is no year */
export function writeDate(parts) {
  const year = yearText(parts);
  if (!year) return "";
  const whole = parts.unit === "year";
  const month = whole && parts.month ? `-${parts.month}` : "";
  const day = month && parts.month <= "12" && parts.day ? `-${parts.day.padStart(2, "0")}` : "";
  const mark = parts.about ? (parts.unsure ? "%" : "~") : parts.unsure ? "?" : "";
  return year + month + day + mark;
}

/** @param {{kind: string, parts: Parts}} start @param {{kind: string, parts: Parts}} end @returns {string} */
export function writeInterval(start, end) {
  const texts = [start, end].map(({ kind, parts }) =>
    kind === "date" ? writeDate(parts) : kind === "open" ? ".." : "",
  );
  const missing = [start, end].some(({ kind }, at) => kind === "date" && !texts[at]);
  return missing ? texts.find((text) => /\d/.test(text)) ?? "" : texts.join("/");
}

/** @param {string} text @returns {Parts | null} */
export function readDate(text) {
  const found = DATE.exec(text);
  if (!found) return null;
  const [, yearText, month = "", day = "", mark] = found;
  const digits = yearText.replace(/^Y/, "").replace(/X/g, "0");
  const number = Number(digits);
  const unit = yearText.endsWith("XX") ? "century" : yearText.endsWith("X") ? "decade" : "year";
  if (month && (unit !== "year" || !isMonth(month))) return null;
  const before = number < 1;
  return {
    year: String(before ? 1 - number : number),
    before,
    unit,
    month,
    day: day && String(Number(day)),
    about: mark === "~" || mark === "%",
    unsure: mark === "?" || mark === "%",
  };
}

/** @param {string} text @returns {[{kind: string, parts: Parts | null}, {kind: string, parts: Parts | null}] | null} */
export function readInterval(text) {
  const sides = text.split("/");
  if (sides.length !== 2) return null;
  const read = sides.map((side) =>
    side in OPEN ? { kind: OPEN[side], parts: null } : { kind: "date", parts: readDate(side) },
  );
  const whole = read.every(({ kind, parts }) => kind !== "date" || parts);
  return whole && read.some(({ kind }) => kind === "date") ? /** @type {any} */ (read) : null;
}

function isMonth(text) {
  const number = Number(text);
  return (number >= 1 && number <= 12) || (number >= 21 && number <= 24);
}

function yearText({ year, before, unit }) {
  if (!/^\d{1,9}$/.test(year) || Number(year) === 0) return "";
  const number = Number(year);
  if (unit !== "year") {
    const length = unit === "decade" ? 3 : 2;
    return before || number > 9999 ? "" : String(number).padStart(4, "0").slice(0, length).padEnd(4, "X");
  }
  const astronomical = before ? 1 - number : number;
  const digits = String(Math.abs(astronomical));
  const sign = astronomical < 0 ? "-" : "";
  return digits.length > 4 ? `Y${sign}${digits}` : sign + digits.padStart(4, "0");
}
