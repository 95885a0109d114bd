/** The spelling of searches; the same rule stands in events/search/fold.py. */

/**
 * Folds text so that a search forgives case, tone marks and the bar of đ.
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  return text
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/ς/g, "σ")
    .replace(/[đð]/g, "d")
    .replace(/ё/g, "е")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/æ/g, "ae")
    .replace(/œ/g, "oe")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .normalize("NFC");
}

/**
 * @param {string} text
 * @returns {string[]} its folded words: runs of letters and digits
 */
export const words = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
