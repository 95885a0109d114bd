/** Dragging pans and glides on; with Shift it draws a box to zoom into. A press that moved is no click. */

const SLOP = 4;
const RECENT = 80;

/**
 * @param {HTMLElement} stage
 * @param {{pan: (pixels: number) => boolean, glide: (velocity: number) => void, stop: () => void,
 *   box: (box: {from: number, to: number} | null) => void, zoomBox: (from: number, to: number) => void,
 *   busy: () => boolean, left: () => number}} does `busy` tells that two fingers are at work
 * @param {AbortSignal} signal
 */
export function enableDrag(stage, does, signal) {
  let press = null;
  let swallow = false;

  const down = (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    does.stop();
    swallow = false;
    press = { id: event.pointerId, start: event.clientX, x: event.clientX, moving: false, boxed: event.shiftKey, trail: [] };
  };

  const move = (event) => {
    if (!press || event.pointerId !== press.id) return;
    if (does.busy()) {
      cancel();
      return;
    }
    if (!press.moving) {
      if (Math.abs(event.clientX - press.start) < SLOP) return;
      press.moving = true;
      swallow = true;
      stage.setPointerCapture(press.id);
      stage.classList.add("is-dragging");
    }
    if (press.boxed) {
      does.box({ from: press.start - does.left(), to: event.clientX - does.left() });
    } else {
      does.pan(event.clientX - press.x);
      press.trail.push([event.timeStamp, event.clientX]);
      if (press.trail.length > 6) press.trail.shift();
    }
    press.x = event.clientX;
  };

  const up = (event) => {
    if (!press || event.pointerId !== press.id) return;
    const { moving, boxed, trail, start, x } = press;
    cancel();
    if (!moving) return;
    if (boxed) {
      does.zoomBox(Math.min(start, x) - does.left(), Math.max(start, x) - does.left());
      return;
    }
    const recent = trail.filter(([time]) => event.timeStamp - time < RECENT);
    if (recent.length < 2) return;
    const [[t0, x0]] = recent;
    const [t1, x1] = recent.at(-1);
    if (t1 > t0) does.glide((x1 - x0) / (t1 - t0));
  };

  const cancel = () => {
    if (press?.boxed) does.box(null);
    press = null;
    stage.classList.remove("is-dragging");
  };

  stage.addEventListener("pointerdown", down, { signal });
  stage.addEventListener("pointermove", move, { signal });
  stage.addEventListener("pointerup", up, { signal });
  stage.addEventListener("pointercancel", cancel, { signal });
  stage.addEventListener(
    "click",
    (event) => {
      if (!swallow) return;
      swallow = false;
      event.stopPropagation();
      event.preventDefault();
    },
    { signal, capture: true },
  );
}
