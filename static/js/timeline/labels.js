/**
 * Packs labels into a lane without overlap. A lane is a stack of low units; a line of text takes two of them,
 * and a label that hangs under its mark one more. Pure: widths in, places out.
 *
 * @typedef {object} Wanted one label to place
 * @property {number} left @property {number} right of the mark
 * @property {boolean} wide a bar that the text may stand on
 * @property {number} sign room before the text of a wide bar
 * @property {number} one width of the text on one line @property {number} two on two lines, Infinity when it cannot
 *
 * @typedef {object} Place
 * @property {number} unit topmost unit @property {number} units height
 * @property {number} lines @property {number} text left edge of the text
 * @property {number} left @property {number} right of the whole box, mark included
 * @property {boolean} hangs whether the text stands under its mark
 * @property {number} variant which of the ways to place it was taken
 */

const GAP = 8;
const NEAR = 5;
const LINES = [1, 2];

/** @param {number} lines @param {boolean} hangs @returns {number} */
export const unitsOf = (lines, hangs) => 2 * lines + (hangs ? 1 : 0);

/**
 * @param {number} width pixels of the lane
 * @param {number} units height of the lane
 */
export function createPacker(width, units) {
  const rows = Array.from({ length: units }, () => []);

  const isFree = (unit, height, left, right) => {
    for (let u = unit; u < unit + height; u += 1) {
      const row = rows[u];
      for (let i = 0; i < row.length; i += 2) if (left < row[i + 1] + GAP && right > row[i] - GAP) return false;
    }
    return true;
  };

  const take = (shape, unit) => {
    for (let u = unit; u < unit + shape.units; u += 1) rows[u].push(shape.left, shape.right);
    return { ...shape, unit };
  };

  return {
    /**
     * @param {Wanted} wanted
     * @param {{unit: number, variant: number} | undefined} before where it stood in the last frame
     * @returns {Place | null} null when there is no room
     */
    place(wanted, before) {
      if (before) {
        const shape = shapeOf(wanted, before.variant, width);
        const fits = shape && before.unit + shape.units <= units;
        if (fits && isFree(before.unit, shape.units, shape.left, shape.right)) return take(shape, before.unit);
      }
      for (const variant of preferences(wanted, units)) {
        const shape = shapeOf(wanted, variant, width);
        if (!shape) continue;
        for (let unit = 0; unit + shape.units <= units; unit += 1) {
          if (isFree(unit, shape.units, shape.left, shape.right)) return take(shape, unit);
        }
      }
      return null;
    },
  };
}

const LONG = 250;
const LOW = 5;
const RIGHT = 0;
const LEFT = 2;
const HANGING = 4;
const SHORT_FIRST = [0, 2, 1, 3, 4, 5];
/** Text that would begin before its bar is the last resort. */
const WIDE = [0, 1, 2, 3];
const LONG_FIRST = [1, 0, 3, 2, 5, 4];

/** A very long title reads better on two lines, unless its bar or a low lane forbids; one line packs better otherwise. */
function preferences({ wide, one, two, left, right }, units) {
  if (units > LOW && one > LONG && one > right - left && two < one * 0.75) return LONG_FIRST;
  return wide ? WIDE : SHORT_FIRST;
}

/** A variant is a side (right, left, hanging) plus 0 for one line, 1 for two; text on a wide bar is "left" when it begins before it. */
function shapeOf(wanted, variant, width) {
  const lines = LINES[variant & 1];
  const text = lines === 1 ? wanted.one : wanted.two;
  const side = variant & 6;
  if (!(text <= width - 4)) return null;
  const hangs = side === HANGING;
  let at;
  if (wanted.wide) {
    const start = Math.max(wanted.left, 0) + NEAR + wanted.sign;
    at = Math.min(start, width - 2 - text);
    if (side === HANGING || (side === RIGHT) !== (at === start)) return null;
  } else if (side === RIGHT) {
    at = wanted.right + NEAR;
    if (at + text > width - 2) return null;
  } else if (side === LEFT) {
    at = wanted.left - NEAR - text;
    if (at < 2 || wanted.right + NEAR + text <= width - 2) return null;
  } else {
    if (wanted.right + NEAR + text <= width - 2 || wanted.left - NEAR - text >= 2) return null;
    at = Math.min(Math.max((wanted.left + wanted.right - text) / 2, 2), width - 2 - text);
  }
  return {
    units: unitsOf(lines, hangs),
    lines,
    text: at,
    left: Math.min(wanted.left, at - (wanted.wide ? NEAR + wanted.sign : 0)),
    right: Math.max(wanted.right, at + text),
    hangs,
    variant,
  };
}
