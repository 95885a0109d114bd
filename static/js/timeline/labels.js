/**
 * Packs marks with their texts into the rows of a lane without overlap. Places are in pixels from a fixed day, so that
 * they stay right while the window moves. Pure: widths in, places out.
 *
 * @typedef {object} Wanted one mark to place
 * @property {number} left @property {number} right of the mark, its sign included; may be infinite
 * @property {boolean} wide a bar that the text stands on
 * @property {number} sign room before the text of a wide bar
 * @property {import("./measure.js").Size} size widths of its text
 *
 * @typedef {"one" | "two" | "short" | "bare"} Form full title on one line or two, shortened, or no text
 *
 * @typedef {object} Place
 * @property {number} unit topmost row @property {number} units rows it takes
 * @property {Form} form @property {number} side RIGHT or LEFT
 * @property {number} text left edge of the text @property {number} width of the text
 * @property {number} left @property {number} right of the whole box, mark included
 */

export const RIGHT = 0;
export const LEFT = 1;
export const NEAR = 5;
const GAP = 8;

/** Least width of a mark without text: a target for a finger or an unsteady hand. */
export const TARGET = 24;

/** Width of the strips in which a packer notes that every row is taken. */
const STRIP = 4;

/** @param {number} units rows of the lane */
export function createPacker(units) {
  const rows = Array.from({ length: units }, () => []);
  const taken = new Map();
  const every = 2 ** units - 1;
  let reach = [0, 0];

  /** Notes, for the strips that lie wholly inside a place and its gap, that its rows are taken there. */
  const note = ({ unit, units: height, left, right }) => {
    const bits = (2 ** height - 1) * 2 ** unit;
    const last = Math.floor((Math.min(right + GAP, reach[1]) - STRIP) / STRIP);
    for (let strip = Math.ceil(Math.max(left - GAP, reach[0]) / STRIP); strip <= last; strip += 1) {
      taken.set(strip, (taken.get(strip) ?? 0) | bits);
    }
  };

  const isFree = (unit, shape, but) => {
    for (let row = unit; row < unit + shape.units; row += 1) {
      for (const other of rows[row]) {
        if (other !== but && shape.left < other.right + GAP && shape.right > other.left - GAP) return false;
      }
    }
    return true;
  };
  const add = (place) => {
    for (let row = place.unit; row < place.unit + place.units; row += 1) rows[row].push(place);
    note(place);
    return place;
  };
  const remove = (place) => {
    for (let row = place.unit; row < place.unit + place.units; row += 1) rows[row].splice(rows[row].indexOf(place), 1);
  };
  const fits = (unit, shape) => unit >= 0 && unit + shape.units <= units;

  return {
    add,
    /** @param {number} left @param {number} right where marks may come to stand, for `isFull` */
    reachTo(left, right) {
      reach = [left, right];
      taken.clear();
      for (const place of new Set(rows.flat())) note(place);
    },
    /** @param {number} x @returns {boolean} whether no row has room for a mark at this place; quick, for crowds */
    isFull: (x) => taken.get(Math.floor(x / STRIP)) === every,
    /**
     * @param {Wanted} wanted @param {Form[]} forms in the order of preference
     * @param {[number, number]} walls that no text may cross
     * @param {Place | undefined} before where it stood; that place again, if it can be
     * @returns {Place | null} null when there is no room
     */
    place(wanted, forms, walls, before) {
      if (before && forms.includes(before.form)) {
        const shape = shapeOf(wanted, before.form, before.side, walls);
        if (shape && fits(before.unit, shape) && isFree(before.unit, shape)) return add({ ...shape, unit: before.unit });
      }
      for (const form of forms) {
        for (const side of [RIGHT, LEFT]) {
          const shape = shapeOf(wanted, form, side, walls);
          if (!shape) continue;
          for (let unit = 0; fits(unit, shape); unit += 1) if (isFree(unit, shape)) return add({ ...shape, unit });
        }
      }
      return null;
    },
    /**
     * Gives a shortened text its full length where the room is free.
     * @param {Wanted} wanted @param {Place} place @param {[number, number]} walls
     * @returns {Place} the new place, or the old one
     */
    grow(wanted, place, walls) {
      for (const form of ["one", "two"]) {
        const shape = shapeOf(wanted, form, place.side, walls);
        if (!shape) continue;
        for (const unit of form === "one" ? [place.unit] : [place.unit, place.unit - 1]) {
          if (!fits(unit, shape) || !isFree(unit, shape, place)) continue;
          remove(place);
          return add({ ...shape, unit });
        }
      }
      return place;
    },
  };
}

/** Text on a bar is on its "left" when a wall makes it begin before the bar. */
function shapeOf({ left, right, wide, sign, size }, form, side, [low, high]) {
  const lines = form === "two" ? 2 : 1;
  if (form === "bare") {
    if (side === LEFT) return null;
    const more = Math.max(0, TARGET - GAP - (right - left)) / 2;
    return { units: 1, form, side, text: left, width: 0, left: left - more, right: right + more };
  }
  const width = size[form];
  if (!(width <= high - low - 4)) return null;
  let text;
  if (wide) {
    const start = Math.max(left, low) + NEAR + sign;
    text = Math.min(start, high - 2 - width);
    if ((side === RIGHT) !== (text === start)) return null;
  } else if (side === RIGHT) {
    text = right + NEAR;
    if (text + width > high - 2) return null;
  } else {
    text = left - NEAR - width;
    if (text < low + 2) return null;
  }
  const before = wide ? NEAR + sign : 0;
  return { units: lines, form, side, text, width, left: Math.min(left, text - before), right: Math.max(right, text + width) };
}
