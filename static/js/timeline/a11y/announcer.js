/** Polite announcements: short, at most two a second, and of several waiting ones only the last. */

const PAUSE = 500;
const LONGEST = 120;

/**
 * @param {HTMLElement} region with aria-live="polite"
 * @param {AbortSignal} signal
 * @returns {(text: string) => void}
 */
export function createAnnouncer(region, signal) {
  let waiting = null;
  let timer = 0;
  let last = -Infinity;
  const speak = () => {
    timer = 0;
    last = performance.now();
    region.textContent = waiting;
    waiting = null;
  };
  signal.addEventListener("abort", () => clearTimeout(timer));
  return (text) => {
    waiting = shorten(text);
    timer ||= setTimeout(speak, Math.max(20, last + PAUSE - performance.now()));
  };
}

/** @param {string} text @returns {string} at most 120 characters, cut at a word */
export function shorten(text) {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), LONGEST / 2))}…`;
}
