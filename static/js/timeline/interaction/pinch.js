/** Two fingers zoom and pan at once: the two days under the fingers stay under them. */

/**
 * @param {HTMLElement} stage
 * @param {{show: (a: number, b: number, xa: number, xb: number) => void, dayAt: (x: number) => number,
 *   left: () => number, stop: () => void}} does
 * @param {AbortSignal} signal
 * @returns {() => boolean} whether two fingers are down
 */
export function enablePinch(stage, does, signal) {
  const fingers = new Map();
  let grip = null;

  const xs = () => [...fingers.values()];
  const release = (event) => {
    fingers.delete(event.pointerId);
    grip = null;
  };

  stage.addEventListener(
    "pointerdown",
    (event) => {
      if (event.pointerType !== "touch") return;
      fingers.set(event.pointerId, event.clientX - does.left());
      if (fingers.size !== 2) return;
      does.stop();
      grip = xs().map(does.dayAt);
    },
    { signal },
  );
  stage.addEventListener(
    "pointermove",
    (event) => {
      if (!fingers.has(event.pointerId)) return;
      fingers.set(event.pointerId, event.clientX - does.left());
      if (!grip || fingers.size !== 2) return;
      const [a, b] = xs();
      if (Math.abs(b - a) > 16) does.show(grip[0], grip[1], a, b);
    },
    { signal },
  );
  for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) {
    stage.addEventListener(name, release, { signal });
  }
  return () => fingers.size > 1;
}
