/** Follows the room that the page gives the drawing, and the reader's own type settings. */

const NARROW = 640;
const LEAST = 300;
const MOST = 760;

/**
 * @param {object} view
 * @param {{typeChanged: () => void, foldChanged: () => void}} on `foldChanged` comes when narrow turns wide or back
 * @param {AbortSignal} signal
 */
export function watchSize(view, { typeChanged, foldChanged }, signal) {
  const { state, parts, measurer } = view;
  const measure = () => {
    const compact = parts.root.clientWidth < NARROW;
    parts.root.classList.toggle("is-compact", compact);
    const width = parts.stage.clientWidth;
    const strip = parts.strip.clientWidth;
    const available = Math.min(Math.max(innerHeight * 0.75, LEAST), MOST);
    const { size } = state;
    if (size.width === width && size.strip === strip && size.compact === compact && Math.abs(size.available - available) < 80) return;
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
}
