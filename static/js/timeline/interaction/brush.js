/** The brush of the density strip: drag it or its handles, click to jump, keys on the handles. */

const YEAR = 365;

/**
 * @param {HTMLElement} strip
 * @param {{start: HTMLElement, end: HTMLElement, brush: HTMLElement}} parts
 * @param {{window: () => [number, number], limits: () => [number, number], shortest: number,
 *   show: (window: [number, number]) => void, jump: (window: [number, number]) => void,
 *   dayAt: (x: number) => number}} does
 * @param {AbortSignal} signal
 */
export function enableBrush(strip, { start, end, brush }, does, signal) {
  let held = null;
  const dayOf = (event) => does.dayAt(event.clientX - strip.getBoundingClientRect().left);

  const moveSide = (side, day) => {
    const [t0, t1] = does.window();
    const [low, high] = does.limits();
    if (side === "start") does.show([Math.max(low, Math.min(day, t1 - does.shortest)), t1]);
    else does.show([t0, Math.min(high, Math.max(day, t0 + does.shortest))]);
  };

  strip.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0) return;
      const day = dayOf(event);
      const [t0, t1] = does.window();
      const side = event.target.closest("[data-side]")?.dataset.side ?? null;
      if (!side && event.target !== brush) {
        const half = (t1 - t0) / 2;
        does.jump([day - half, day + half]);
      }
      held = { side, grip: event.target === brush ? day - t0 : (t1 - t0) / 2, span: t1 - t0, edge: side === "start" ? day - t0 : day - t1 };
      strip.setPointerCapture(event.pointerId);
      if (side) event.target.closest("[data-side]").focus();
      event.preventDefault();
    },
    { signal },
  );
  strip.addEventListener(
    "pointermove",
    (event) => {
      if (!held) return;
      const day = dayOf(event);
      if (held.side) moveSide(held.side, day - held.edge);
      else does.show([day - held.grip, day - held.grip + held.span]);
    },
    { signal },
  );
  for (const name of ["pointerup", "pointercancel"]) {
    strip.addEventListener(name, () => (held = null), { signal });
  }
  for (const node of [start, end]) {
    node.addEventListener("keydown", (event) => step(event, node.dataset.side), { signal });
  }

  function step(event, side) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const [low, high] = does.limits();
    const [t0, t1] = does.window();
    const small = t1 - t0 > 12 * YEAR ? YEAR : t1 - t0 > YEAR ? 30 : 1;
    const moves = {
      ArrowLeft: -small, ArrowDown: -small, ArrowRight: small, ArrowUp: small,
      PageDown: -10 * small, PageUp: 10 * small, Home: low - high, End: high - low,
    };
    if (!(event.key in moves)) return;
    event.preventDefault();
    moveSide(side, (side === "start" ? t0 : t1) + moves[event.key]);
  }
}
