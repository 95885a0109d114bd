/** Colours of the page, read from its CSS tokens, so that dark grounds and forced colours reach the canvas. */

/**
 * @typedef {object} Theme
 * @property {string} ground @property {string} surface @property {string} ink @property {string} ink2
 * @property {string} hairline @property {string} accent @property {string} focus
 * @property {string[]} washes @property {string[]} countries index 0 is for events of no country
 * @property {(colour: string, alpha: number) => string} alpha
 *
 * @param {HTMLElement} element
 * @returns {Theme}
 */
export function readTheme(element) {
  const style = getComputedStyle(element);
  const read = (name) => style.getPropertyValue(name).trim();
  const ink2 = read("--ink-2");
  return {
    ground: read("--ground"),
    surface: read("--surface"),
    ink: read("--ink"),
    ink2,
    hairline: read("--hairline"),
    accent: read("--accent"),
    focus: read("--focus"),
    washes: [1, 2, 3].map((n) => read(`--wash-${n}`)),
    countries: [ink2, ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => read(`--country-${n}`))],
    alpha,
  };
}

const channels = new Map();
let pixel = null;

/** Any CSS colour with an opacity; the canvas itself reads the colour, whatever its notation. */
function alpha(colour, opacity) {
  let rgb = channels.get(colour);
  if (!rgb) {
    pixel ??= new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
    rgb = pixel.getImageData(0, 0, 1, 1).data.slice(0, 3).join(" ");
    channels.set(colour, rgb);
  }
  return `rgb(${rgb} / ${opacity})`;
}

/**
 * Calls `changed` when the ground, the contrast or the page's own choice of theme changes.
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
export function watchTheme(changed, signal) {
  const forget = () => {
    channels.clear();
    changed();
  };
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"]) {
    matchMedia(query).addEventListener("change", forget, { signal });
  }
  const observer = new MutationObserver(forget);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class"] });
  signal.addEventListener("abort", () => observer.disconnect());
}
