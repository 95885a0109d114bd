/** Short flights from one window to another, and the gliding on after a drag. At once when the reader wants no motion. */

import { reducedMotion } from "../lib/timing.js";
import { between } from "./viewport.js";

const DURATION = 160;
const FRICTION = 260;
const STILL = 0.02;

/**
 * @param {() => [number, number]} current
 * @param {(window: [number, number]) => void} show
 */
export function createFlight(current, show) {
  let request = 0;

  const animate = (step) => {
    const begin = performance.now();
    let before = begin;
    const tick = (now) => {
      const going = step(Math.max(now - begin, 0), Math.max(now - before, 0));
      before = now;
      request = going ? requestAnimationFrame(tick) : 0;
    };
    request = requestAnimationFrame(tick);
  };

  const stop = () => {
    cancelAnimationFrame(request);
    request = 0;
  };

  return {
    stop,
    get flying() {
      return request !== 0;
    },
    /** @param {[number, number]} target */
    to(target) {
      stop();
      if (reducedMotion()) {
        show(target);
        return;
      }
      const start = current();
      animate((elapsed) => {
        const share = Math.min(elapsed / DURATION, 1);
        show(share === 1 ? target : between(start, target, 1 - (1 - share) ** 3));
        return share < 1;
      });
    },
    /**
     * @param {number} velocity pixels per millisecond at the release
     * @param {(pixels: number) => boolean} pan answers whether there was room to move
     */
    glide(velocity, pan) {
      stop();
      if (reducedMotion() || Math.abs(velocity) < 0.15) return;
      let speed = velocity;
      animate((elapsed, step) => {
        speed *= Math.exp(-step / FRICTION);
        return pan(speed * step) && Math.abs(speed) > STILL;
      });
    },
  };
}
