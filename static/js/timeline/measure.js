/** Widths of titles as the browser will draw them, measured once per text and type size. */

/** A shortened title is about as long as this many times its type size. */
const SHORT = 11.5;

/** Words that no shortened title ends with. */
const WEAK = / (?:is|at|of|the|and|to|in|on|for|by|with|an?|from|as|và|của|ở|với|từ|đến|về|cho|là|tại|các|những|một|do|để|vào|ra|и|а|в|во|на|с|со|о|об|к|ко|по|от|до|из|за|у|для|при|над|под|не|как)$/iu;

/** What a title may lose: a part in brackets, after a comma, a colon or a dash. */
const TAIL = /(?= \()|(?=, )|(?=: )|(?= [–-] )/;

/**
 * @typedef {object} Size
 * @property {number} one width on one line @property {number} two width on two lines @property {number} split the blank to break at
 * @property {number} short width when shortened, `one` when it need not be @property {number} cut where, or -1
 *
 * @param {string} title
 * @param {(text: string) => number} measure
 * @param {number} [type] size of the type, pixels
 * @returns {Size}
 */
export function sizeOf(title, measure, type = 13) {
  const one = Math.ceil(measure(title)) + 2;
  let two = Infinity;
  let split = -1;
  for (let at = title.indexOf(" "); at >= 0; at = title.indexOf(" ", at + 1)) {
    const wider = Math.max(measure(title.slice(0, at)), measure(title.slice(at + 1)));
    if (wider < two) {
      two = wider;
      split = at;
    }
  }
  return { one, two: Math.ceil(two) + 2, split, ...shorten(title, one, measure, SHORT * type) };
}

/** At the end of a part where the title has one in the right place, else at the last blank that fits. */
function shorten(title, one, measure, room) {
  if (one <= room * 1.15) return { short: one, cut: -1 };
  let cut = -1;
  for (let at = title.indexOf(" "); at >= 0; at = title.indexOf(" ", at + 1)) {
    if (measure(title.slice(0, at)) > room) break;
    cut = at;
  }
  const part = TAIL.exec(title)?.index ?? -1;
  if (part > 0 && part < cut && measure(title.slice(0, part)) > room * 0.5) cut = part;
  for (let weak = WEAK.exec(title.slice(0, cut)); weak; weak = WEAK.exec(title.slice(0, cut))) cut = weak.index;
  while (cut > 0 && " ,:–-".includes(title[cut - 1])) cut -= 1;
  return cut > 0 ? { short: Math.ceil(measure(`${title.slice(0, cut)}…`)) + 2, cut } : { short: one, cut: -1 };
}

/**
 * Measures in the type of `probe`, with the reader's own letter and word spacing; measures anew when that changes.
 * @param {HTMLElement} probe a label-like element in the page
 */
export function createMeasurer(probe) {
  const context = document.createElement("canvas").getContext("2d");
  const sizes = new Map();
  const widths = new Map();
  let letter = 0;
  let word = 0;
  let key = "";
  const wordWidth = (text) => {
    let width = widths.get(text);
    if (width === undefined) {
      width = context.measureText(text).width + letter * text.length;
      widths.set(text, width);
    }
    return width;
  };
  // Titles share their words: measuring words once is much cheaper than measuring every part of every title.
  const measure = (text) => {
    const words = text.split(" ");
    let width = (words.length - 1) * (wordWidth(" ") + word);
    for (const part of words) width += wordWidth(part);
    return width;
  };
  const measurer = {
    lineHeight: 20,
    fontSize: 13,
    family: "sans-serif",
    /** @returns {boolean} whether the type has changed */
    refresh() {
      const style = getComputedStyle(probe);
      const now = [style.font, style.fontSize, style.fontFamily, style.letterSpacing, style.wordSpacing, style.lineHeight];
      if (key === now.join()) return false;
      key = now.join();
      context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      letter = parseFloat(style.letterSpacing) || 0;
      word = parseFloat(style.wordSpacing) || 0;
      measurer.fontSize = parseFloat(style.fontSize);
      measurer.family = style.fontFamily;
      measurer.lineHeight = parseFloat(style.lineHeight) || measurer.fontSize * 1.5;
      sizes.clear();
      widths.clear();
      return true;
    },
    /** @param {string} title @returns {Size} */
    size(title) {
      let size = sizes.get(title);
      if (!size) sizes.set(title, (size = sizeOf(title, measure, measurer.fontSize)));
      return size;
    },
    measure,
  };
  return measurer;
}
