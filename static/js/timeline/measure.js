/** Widths of titles as the browser will draw them, measured once per text and type size. */

/**
 * @typedef {{one: number, two: number, split: number}} Size widths on one and on two lines; the blank to break at
 *
 * @param {string} title
 * @param {(text: string) => number} measure
 * @returns {Size}
 */
export function sizeOf(title, measure) {
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
  return { one, two: Math.ceil(two) + 2, split };
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
      if (!size) sizes.set(title, (size = sizeOf(title, measure)));
      return size;
    },
    measure,
  };
  return measurer;
}
