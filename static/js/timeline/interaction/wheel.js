/** Ctrl and wheel (and a pinch on a touch pad) zooms; sideways pans; the plain wheel zooms only with the focus inside. */

const LINE = 16;
const PAGE = 400;
const PER_PIXEL = 0.0018;

/**
 * @param {HTMLElement} stage
 * @param {{zoom: (factor: number, x: number) => void, pan: (pixels: number) => boolean, left: () => number,
 *   hint: () => void}} does `hint` says how to zoom, when a plain wheel scrolled the page
 * @param {AbortSignal} signal
 */
export function enableWheel(stage, does, signal) {
  stage.addEventListener(
    "wheel",
    (event) => {
      const unit = event.deltaMode === 1 ? LINE : event.deltaMode === 2 ? PAGE : 1;
      const dx = event.deltaX * unit;
      const dy = event.deltaY * unit;
      const sideways = Math.abs(dx) > Math.abs(dy);
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const strength = Math.abs(dy) < 40 ? PER_PIXEL * 4 : PER_PIXEL;
        does.zoom(Math.exp(dy * strength), event.clientX - does.left());
      } else if (sideways || event.shiftKey) {
        event.preventDefault();
        does.pan(-(sideways ? dx : dy));
      } else if (stage.contains(document.activeElement)) {
        event.preventDefault();
        does.zoom(Math.exp(dy * PER_PIXEL), event.clientX - does.left());
      } else does.hint();
    },
    { signal, passive: false },
  );
}
