/** Follows the room that the page gives the drawing, and the reader's own type settings. */

const NARROW = 640;
const LEAST = 400;
const MOST = 900;
const BELOW = 14;

/**
 * @param {object} view
 * @param {{typeChanged: () => void, foldChanged: () => void}} on `foldChanged` comes when narrow turns wide or back
 * @param {AbortSignal} signal
 * @returns {{measure: () => void}}
 */
export function watchSize(view, { typeChanged, foldChanged }, signal) {
  const { state, parts, measurer } = view;
  const measure = () => {
    const compact = parts.root.clientWidth < NARROW;
    parts.root.classList.toggle("is-compact", compact);
    const width = parts.stage.clientWidth;
    const strip = parts.strip.clientWidth;
    // On the first page that a reader sees, the strip under the picture stands on the screen too.
    const full = parts.root.classList.contains("is-full");
    const above = parts.stage.getBoundingClientRect().top - (full ? parts.root.getBoundingClientRect().top - parts.root.scrollTop : -scrollY);
    const left = innerHeight - above - parts.strip.offsetHeight - parts.legend.offsetHeight - BELOW;
    const available = Math.min(Math.max(compact ? innerHeight * 0.55 : left, LEAST), MOST);
    const { size } = state;
    if (size.width === width && size.strip === strip && size.compact === compact && Math.abs(size.available - available) < 60) return;
    state.set({ size: { width, strip, compact, available } });
    if (size.width && size.compact !== compact) foldChanged();
  };
  measure();
  const observer = new ResizeObserver(() => {
    if (measurer.refresh()) typeChanged();
    measure();
  });
  observer.observe(parts.stage);
  observer.observe(parts.probe);
  addEventListener("resize", measure, { signal });
  signal.addEventListener("abort", () => observer.disconnect());
  return { measure };
}
