/** One commit queue: changes mark steps, one animation frame runs the marked ones in a fixed order. */

export const SCALE = 1;
export const LAYOUT = 2;
export const DRAW = 4;
export const OVERLAY = 8;
export const ANNOUNCE = 16;

/**
 * @param {[number, () => void][]} steps in the order of a frame
 * @returns {{mark: (flags: number) => void, flush: () => void, destroy: () => void}}
 */
export function createScheduler(steps) {
  let marked = 0;
  let request = 0;
  const run = () => {
    request = 0;
    const flags = marked;
    marked = 0;
    for (const [flag, step] of steps) if (flags & flag) step();
  };
  return {
    mark(flags) {
      marked |= flags;
      request ||= requestAnimationFrame(run);
    },
    /** Draws at once what is marked, for callers that need the nodes of the next frame. */
    flush() {
      cancelAnimationFrame(request);
      if (marked) run();
    },
    destroy() {
      cancelAnimationFrame(request);
      request = -1;
    },
  };
}
