/** Hands a file to the reader. */

import { fold } from "../../data/fold.js";
import { el } from "../../lib/dom.js";
import { fromDay } from "../../lib/civil.js";

/**
 * @param {Blob} blob
 * @param {string} name
 */
export function saveFile(blob, name) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  // The browser has taken the address by the next minute.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * @param {string} title @param {[number, number]} window days @param {string} ending
 * @returns {string} "quan-he-doi-ngoai-1954-1975.svg"
 */
export function fileName(title, [t0, t1], ending) {
  const words = fold(title).replace(/['’]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60);
  const years = [fromDay(t0).year, fromDay(Math.ceil(t1) - 1).year];
  return `${[words, ...new Set(years)].filter((part) => part !== "").join("-")}.${ending}`;
}
